/**
 * Long lists that scroll with the window: only the rows near the screen stand in the document, and pages of them are
 * asked for as they come near.
 *
 * @module
 */
import { measureElement, observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { printing } from './printing.js';

/**
 * @param {{count: number, estimate: number, top: {current: HTMLElement|null}}} list
 *   `top`: the element whose top edge is the list's
 * @returns {{rows: readonly {index: number, start: number, end: number}[], before: number, after: number,
 *            measure: (element: Element|null) => void, scrollTo: (index: number) => void}}
 */
export function useLongList({ count, estimate, top }) {
  const [, redraw] = useReducer((/** @type {number} */ times, /** @type {void} */ _) => times + 1, 0);
  const made = useRef(/** @type {Virtualizer<Window, Element>|null} */ (null));
  /** @type {import('@tanstack/virtual-core').VirtualizerOptions<Window, Element>} */
  const options = {
    count,
    estimateSize: () => estimate,
    overscan: 12,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    measureElement,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollMargin: top.current ? top.current.getBoundingClientRect().top + window.scrollY : 0,
    onChange: () => redraw(),
  };
  const virtual = made.current ?? new Virtualizer(options);
  made.current = virtual;
  virtual.setOptions(options);
  useEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => redraw(), [count]);
  if (printing.value) {
    return { rows: Array.from({ length: count }, (_, index) => ({ index, start: 0, end: 0 })), before: 0, after: 0, measure: () => {}, scrollTo: () => {} };
  }
  const rows = virtual.getVirtualItems();
  const margin = virtual.options.scrollMargin;
  const before = Math.max(0, (rows[0]?.start ?? margin) - margin);
  const after = Math.max(0, virtual.getTotalSize() - ((rows.at(-1)?.end ?? margin) - margin));
  return {
    rows,
    before,
    after,
    measure: (element) => virtual.measureElement(element),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
