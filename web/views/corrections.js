/**
 * Your corrections: all that the person set right, as one list that can be taken back piece by piece, saved and loaded.
 * @module
 */
import { useRef } from 'preact/hooks';
import { isAboutCollation, isAboutStories } from '../engine/collation_rules.js';
import { stepsOf } from '../engine/rules.js';
import { download } from '../export/download.js';
import { attempt, reach, rules, theEngine } from '../state/session.js';
import { redo, takeBack, undo } from './correct.js';
import { wordedStep } from './correction_words.js';
import { html } from './html.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/rules.js').Rule} Rule */

const kShown = 200; // steps

/** What a step is about, in a word. @param {readonly Rule[]} step */
const kindOf = ([rule]) => (!rule || !isAboutCollation(rule) ? 'reading' : isAboutStories(rule) ? 'happening' : 'name');

export function Corrections() {
  const steps = stepsOf(rules.value);
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  /** @param {readonly Rule[]} step */
  const back = async (step) => {
    await takeBack(step);
    // The button went with its line: the keyboard goes on with the next one, else with what stands below the list.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const next = list.current?.querySelector('button:not(:disabled)');
      if (next instanceof HTMLElement) next.focus();
    });
  };
  /** @param {Event} event */
  const load = async (event) => {
    const field = /** @type {HTMLInputElement} */ (event.currentTarget);
    const [file] = field.files ?? [];
    field.value = '';
    if (file) await attempt(async () => theEngine().loadRules(await file.text()));
  };
  return html`<div class="corrections" ref=${list}>
    <p>${steps.length === 0
      ? 'None yet. What you say of names and happenings, the passages that you restore, and the outlets and dates that you set are kept here while the page is open.'
      : `${counted(steps.length, 'correction')}, kept while the page is open. They come before anything that was inferred. Saved as rules.json and dropped again, they apply to the next folder.`}</p>
    ${steps.length > 0 && html`<ol class="kept-rules" reversed>${steps.slice(-kShown).reverse().map((step) => html`<li>
      <span class="sort-of">${kindOf(step)}</span><span class="said">${wordedStep(step)}</span>
      <button type="button" class="quiet" onClick=${() => back(step)}>Take back<span class="hidden">: ${wordedStep(step)}</span></button>
    </li>`)}</ol>`}
    ${steps.length > kShown && html`<p class="meta">The last ${kShown} are shown; rules.json has all.</p>`}
    <p class="buttons">
      <button type="button" disabled=${reach.value.undo === 0} onClick=${undo}>Undo</button>
      <button type="button" disabled=${reach.value.redo === 0} onClick=${redo}>Redo</button>
      <button type="button" class="main" disabled=${steps.length === 0} onClick=${() => attempt(async () => download(await theEngine().exportFile('rules.json')))}>Save rules.json</button>
      <label class="button">Load rules …<input class="hidden" type="file" accept=".json" aria-label="A file of rules" onChange=${load} /></label>
    </p></div>`;
}
