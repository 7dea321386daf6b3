/**
 * What there is to tell of files that were read: how they were split, in which encoding, what was left out, and the way
 * to have it otherwise.
 * @module
 */
import { attempt, fileNotes, theEngine } from '../state/session.js';
import { html } from './html.js';
import { counted, number } from './wording.js';

/** @typedef {import('../engine/held.js').FileNote} FileNote */

const kShown = 6;
const kSure = 0.9; // an encoding as sure as this is told in the Reader only

/** @param {FileNote} note */
const isPressing = ({ split, about, leftOut }) => split || about.doubleEncoded || about.repaired || about.wrongBytes > 0 || leftOut !== '' || about.confidence < kSure;

export function FileNotes() {
  const notes = fileNotes.value.filter(isPressing);
  if (notes.length === 0) return null;
  return html`<ul class="file-notes" aria-label="About files">
    ${notes.slice(0, kShown).map((note) => html`<li key=${note.sha256}><${Note} note=${note} /></li>`)}
    ${notes.length > kShown && html`<li><details><summary>${number(notes.length - kShown)} more</summary>
      <ul>${notes.slice(kShown, 1000).map((note) => html`<li key=${note.sha256}><${Note} note=${note} /></li>`)}</ul></details></li>`}
  </ul>`;
}

/** @param {{note: FileNote}} props */
export function Note({ note }) {
  const { sha256, name, found, articles, split, whole, about, leftOut } = note;
  /** @param {import('../files/registry.js').OpenOptions} options */
  const reopen = (options) => attempt(() => theEngine().reopen(sha256, options));
  return html`<span class="file">${name}</span>
    ${split && html`<p>${whole ? `Read as one article; ${number(found)} were found in it.` : `${counted(articles, 'article')} found in this file.`}
      ${' '}<button type="button" class="quiet" onClick=${() => reopen({ whole: !whole })}>${whole ? `Split it into ${number(found)} again` : 'Read it as one'}</button></p>`}
    ${about.doubleEncoded && html`<p>Text encoded twice stands in it (“â€œ” for “). <button type="button" class="quiet" onClick=${() => reopen({ repair: true })}>Repair it</button></p>`}
    ${about.repaired && html`<p>Text encoded twice was repaired. <button type="button" class="quiet" onClick=${() => reopen({ repair: false })}>Undo the repair</button></p>`}
    ${about.how && html`<p>Read as ${encodingName(about.encoding)}, ${about.how}: ${sureness(about.confidence)}.</p>`}
    ${about.wrongBytes > 0 && html`<p>${about.wrongBytes >= 100 ? '100 or more' : counted(about.wrongBytes, 'byte')} could not be decoded and ${about.wrongBytes === 1 ? 'shows' : 'show'} as “\ufffd”.</p>`}
    ${leftOut && html`<p>${leftOut}</p>`}`;
}

/** @param {number} confidence */
const sureness = (confidence) => (confidence >= kSure ? 'almost sure' : confidence >= 0.7 ? `likely (${Math.round(confidence * 100)}%)` : `not sure (${Math.round(confidence * 100)}%)`);

/** @param {string} encoding */
const encodingName = (encoding) => encoding.replace(/^windows-/, 'Windows-').replace(/^(iso|utf|euc|koi8|gb|ibm)/, (letters) => letters.toUpperCase());
