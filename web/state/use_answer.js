/** @module */
import { useEffect, useState } from 'preact/hooks';
import { useSignalEffect } from '@preact/signals';
import { ask, revision } from './session.js';

/**
 * The desk's answer to a question. While a new one is awaited the old stays, so that a table does not blink; `null` asks
 * nothing.
 * @template T
 * @param {import('./session.js').Question|null} question
 * @returns {{answer: T|null, error: string, waiting: boolean}}
 */
export function useAnswer(question) {
  const [state, setState] = useState(
    /** @returns {{answer: T|null, error: string, name: string}} */ () => ({ answer: null, error: '', name: '' }),
  );
  const [seen, setSeen] = useState(revision.peek());
  useSignalEffect(() => setSeen(revision.value));
  const name = question ? `${seen} ${JSON.stringify(question)}` : '';
  useEffect(() => {
    if (!question) return undefined;
    let wanted = true;
    ask(question).then(
      (answer) => wanted && setState({ answer: /** @type {T} */ (answer), error: '', name }),
      (error) => wanted && setState({ answer: null, error: error instanceof Error ? error.message : String(error), name }),
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  return { answer: state.answer, error: state.error, waiting: name !== '' && state.name !== name };
}
