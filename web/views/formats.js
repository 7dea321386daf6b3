/**
 * What can be dropped, and how much of it.
 * @module
 */
import { useState } from 'preact/hooks';
import { kHighestLimits, kLimitNames, kUsualLimits } from '../files/limits.js';
import { theEngine } from '../state/session.js';
import { html } from './html.js';

/** @typedef {import('../files/limits.js').Limits} Limits */

const formats = /** @type {const} */ ([
  ['.txt .md', 'Text and pages copied as text, several articles in one file too, and old downloads of Nexis'],
  ['.html', 'Saved pages; no script in them runs, nothing is fetched'],
  ['.csv .tsv', 'Tables with an article a row'],
  ['.json .jsonl', 'Lists of records with an article each'],
  ['.zip, folders', 'Any of these together'],
  ['rules.json', 'Your corrections, saved before, to replay them'],
]);

export function Formats() {
  const [limits, setLimits] = useState(theEngine().limits);
  /** @param {keyof Limits} name @param {Event} event */
  const change = (name, event) => {
    theEngine().setLimits({ [name]: Number(/** @type {HTMLInputElement} */ (event.currentTarget).value) });
    setLimits(theEngine().limits);
  };
  return html`
    <dl class="keys formats">${formats.map(([names, what]) => html`<div><dt>${names}</dt><dd>${what}</dd></div>`)}</dl>
    <p class="meta">PDF, Word and mail are not yet read: copy their text and paste it. Text is taken in any encoding that browsers know.</p>
    <fieldset class="limits">
      <legend>Limits, so that no file stops the page</legend>
      ${/** @type {(keyof Limits)[]} */ (Object.keys(kUsualLimits)).map((name) => html`<label><span>${kLimitNames[name]}</span>
        <input type="number" min="1" max=${kHighestLimits[name]} step="1" value=${limits[name]} onChange=${(/** @type {Event} */ event) => change(name, event)} /></label>`)}
    </fieldset>`;
}
