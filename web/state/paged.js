/** @module */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { useSignalEffect } from '@preact/signals';
import { ask, revision } from './session.js';
import { kRowsPrinted, printing } from './printing.js';

const kPage = 100;

/**
 * A long answer by pages: the first at once, others when `need` says that their rows come near. While another question's
 * first page is awaited the old answer stays. `null` asks nothing.
 * @template {{total: number}} View
 * @param {import('./session.js').Question|null} question   without `from` and `count`
 * @param {(view: View) => readonly unknown[]} rowsOf
 * @returns {{first: View|null, row: (index: number) => unknown, need: (from: number, to: number) => void, error: string,
 *            all: () => Promise<unknown>}}
 */
export function usePaged(question, rowsOf) {
  const [seen, setSeen] = useState(revision.peek());
  useSignalEffect(() => setSeen(revision.value));
  const name = question ? `${seen} ${JSON.stringify(question)}` : '';
  const [, redraw] = useReducer((/** @type {number} */ times, /** @type {void} */ _) => times + 1, 0);
  const state = useRef({
    name: '',
    error: '',
    first: /** @type {View|null} */ (null),
    pages: /** @type {Map<number, readonly unknown[]>} */ (new Map()),
    asked: /** @type {Set<number>} */ (new Set()),
  });
  /** @param {number} page */
  const fetch = (page) => /** @type {Promise<View>} */ (ask({ kind: '', ...question, from: page * kPage, count: kPage }));
  useEffect(() => {
    if (!question) return undefined;
    let wanted = true;
    fetch(0).then(
      (view) => {
        if (!wanted) return;
        state.current = { name, error: '', first: view, pages: new Map([[0, rowsOf(view)]]), asked: new Set([0]) };
        redraw();
      },
      (error) => {
        if (!wanted) return;
        state.current = { name, error: error instanceof Error ? error.message : String(error), first: null, pages: new Map(), asked: new Set() };
        redraw();
      },
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  /** @param {number} page */
  const load = async (page) => {
    const { asked, pages } = state.current;
    if (asked.has(page)) return;
    asked.add(page);
    pages.set(page, rowsOf(await fetch(page)));
    redraw();
  };
  return {
    first: state.current.first,
    error: state.current.error,
    row: (index) => state.current.pages.get(Math.floor(index / kPage))?.[index % kPage],
    need: (from, to) => {
      if (state.current.name !== name || printing.peek()) return;
      for (let page = Math.floor(from / kPage); page <= Math.floor(Math.max(from, to - 1) / kPage); page += 1) void load(page);
    },
    all: () => {
      const total = Math.min(state.current.first?.total ?? 0, kRowsPrinted);
      return Promise.all(Array.from({ length: Math.ceil(total / kPage) }, (_, page) => load(page)));
    },
  };
}
