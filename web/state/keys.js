/**
 * What keys do anywhere on the page. Keys without a modifier can be turned off (WCAG 2.1.4).
 * @module
 */
import { signal } from '@preact/signals';

export const singleKeys = signal(true);

/** @param {EventTarget|null} target */
export function typesText(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
  );
}

/**
 * @param {Document} page
 * @param {Record<string, (event: KeyboardEvent) => unknown>} actions   by name: "/", "?", "j", "mod+o"; false: not mine
 * @returns {() => void}   stops listening
 */
export function listenForKeys(page, actions) {
  /** @param {KeyboardEvent} event */
  const listener = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const modified = event.ctrlKey || event.metaKey;
    const name = modified ? `mod+${event.key.toLowerCase()}` : event.key;
    const action = actions[name];
    if (!action || event.altKey) return;
    if (!modified && (typesText(event.target) || (event.key.length === 1 && !singleKeys.value))) return;
    if (page.querySelector('dialog[open]')) return;
    if (action(event) !== false) event.preventDefault();
  };
  page.addEventListener('keydown', listener);
  return () => page.removeEventListener('keydown', listener);
}
