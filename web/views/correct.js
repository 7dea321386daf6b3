/**
 * Corrections as the reader makes them: done, told in one line with the way back, undone and done again by the keyboard.
 * @module
 */
import { signal } from '@preact/signals';
import { asOneStep, stepsOf, withRules } from '../engine/rules.js';
import { announce } from '../state/announce.js';
import { typesText } from '../state/keys.js';
import { attempt, reach, theEngine } from '../state/session.js';
import { wordedStep } from './correction_words.js';
import { html } from './html.js';

/** @typedef {import('../engine/collation_rules.js').CollationRule} CollationRule */
/** @typedef {import('../engine/collation_rules.js').NameArticle} NameArticle */
/** @typedef {import('../engine/rules.js').Rule} Rule */

/** What was done last, and whether it was done or undone. */
const last = signal(/** @type {{text: string, back: 'undo'|'redo'}|null} */ (null));

/** @param {string} text @param {'undo'|'redo'} back */
function tell(text, back) {
  last.value = { text, back };
  announce(text);
}

/**
 * @param {string} text  what then holds, as a sentence
 * @param {(nameArticle: NameArticle) => readonly CollationRule[]} make  the rules that say so
 * @param {(rules: readonly Rule[], nameArticle: NameArticle) => readonly Rule[]} [before]  makes room for them in the list
 */
export const correct = (text, make, before = (rules) => rules) =>
  attempt(async () => {
    await theEngine().decide((rules, nameArticle) => {
      const kept = before(rules, nameArticle);
      return withRules(kept, asOneStep(kept, make(nameArticle)));
    });
    tell(text, 'undo');
  });

/** @param {readonly Rule[]} rules  one step of the list */
export const takeBack = (rules) =>
  attempt(async () => {
    const text = `Taken back: ${wordedStep(rules)}.`;
    await theEngine().dropRules(rules);
    tell(text, 'undo');
  });

/** @param {import('../engine/corrections.js').Change|null} change */
const wordedChange = (change) => {
  const said = stepsOf([...(change?.removed ?? []), ...(change?.added ?? [])]);
  return said.length === 1 ? wordedStep(said[0] ?? []) : `${said.length} corrections`;
};

export const undo = () =>
  attempt(async () => {
    const change = await theEngine().undo();
    if (change) tell(`Undone: ${wordedChange(change)}.`, 'redo');
  });

export const redo = () =>
  attempt(async () => {
    const change = await theEngine().redo();
    if (change) tell(`Done again: ${wordedChange(change)}.`, 'undo');
  });

/** Ctrl Z and Ctrl Shift Z; a field keeps its own. @param {KeyboardEvent} event */
export function undoByKey(event) {
  if (typesText(event.target)) return false;
  const again = event.shiftKey || event.key.toLowerCase() === 'y';
  if ((again ? reach.value.redo : reach.value.undo) === 0) return false;
  void (again ? redo() : undo());
  return true;
}

/** Closes the line that tells what was done. */
export function closeTold() {
  const shown = last.value !== null;
  last.value = null;
  return shown;
}

/** The line that tells what was done last. */
export function Told() {
  if (!last.value) return null;
  const { text, back } = last.value;
  const shut = () => {
    closeTold();
    document.querySelector('main')?.focus({ preventScroll: true }); // the button is gone: the keyboard goes on in the view
  };
  return html`<aside class="told" aria-label="Last correction">
    <p>${text}</p>
    ${reach.value[back] > 0 && html`<button type="button" onClick=${back === 'undo' ? undo : redo}>${back === 'undo' ? 'Undo' : 'Redo'}</button>`}
    <button type="button" class="shut" aria-label="Close" onClick=${shut}>×</button>
  </aside>`;
}
