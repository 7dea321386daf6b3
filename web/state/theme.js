/**
 * Light, dark, or as the system has it. The choice is kept on this computer: it is the only thing the page stores.
 * @module
 */
import { effect, signal } from '@preact/signals';

/** @typedef {'system'|'light'|'dark'} Theme */

const storageName = 'readout.theme';
const themes = /** @type {readonly Theme[]} */ (['system', 'light', 'dark']);

/** @returns {Theme} */
function stored() {
  try {
    const value = window.localStorage.getItem(storageName);
    return themes.find((theme) => theme === value) ?? 'system';
  } catch {
    return 'system'; // storage refused: nothing to remember
  }
}

export const theme = signal(stored());

/** Keeps the document in the chosen theme. */
export function followTheme() {
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  });
}

/** @param {Theme} chosen */
export function chooseTheme(chosen) {
  theme.value = chosen;
  try {
    if (chosen === 'system') window.localStorage.removeItem(storageName);
    else window.localStorage.setItem(storageName, chosen);
  } catch {
    // storage refused: the choice holds until the page is closed
  }
}
