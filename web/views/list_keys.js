/** @module */
import { listenForKeys } from '../state/keys.js';

/**
 * J, K and the arrows move between the links of a list's rows.
 * @param {{current: HTMLElement|null}} list
 * @returns {() => void}   stops
 */
export function listKeys(list) {
  /** @param {1|-1} by */
  const step = (by) => () => {
    const links = [...(list.current?.querySelectorAll('[data-index] a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const near = at >= 0 ? at + by : links.findIndex((link) => link.getBoundingClientRect().top > 120);
    const link = links[near];
    if (link instanceof HTMLElement) {
      link.focus();
      link.scrollIntoView({ block: 'nearest' });
    }
  };
  return listenForKeys(document, { j: step(1), k: step(-1) });
}
