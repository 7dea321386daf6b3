/**
 * The files: what is wrong with each, and outlet and date to set where unknown, for one or several.
 * @module
 */
import { useState } from 'preact/hooks';
import { formatRoute } from '../state/router.js';
import { attempt, failures, theEngine } from '../state/session.js';
import { Bound, boundAlone } from './bound.js';
import { dialog } from './dialogs.js';
import { FileNotes } from './file_notes.js';
import { html } from './html.js';
import { Doubt } from './parts.js';
import { counted, number, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').ArticleRow} ArticleRow */

const kFirst = 12;
const kMore = 100;

/** What could not be read, and why; the rest went on. */
export function Failures() {
  const failed = failures.value;
  const [all, setAll] = useState(false);
  if (failed.length === 0) return null;
  const shown = all ? failed.slice(0, 1000) : failed.slice(0, 5);
  return html`<div class="failures">
    <p><b>${counted(failed.length, 'file')} could not be read</b>; the others went on.</p>
    <ul>${shown.map(({ name, message }) => html`<li><span class="file">${name}</span>: ${message}</li>`)}</ul>
    ${failed.length > shown.length && html`<button type="button" class="quiet" onClick=${() => setAll(true)}>Show all</button>`}
  </div>`;
}

/** @param {{rows: readonly ArticleRow[]}} props */
export function Files({ rows }) {
  const [count, setCount] = useState(kFirst);
  const [chosen, setChosen] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const [onlyUnknown, setOnlyUnknown] = useState(false);
  const unknown = rows.filter((row) => row.outlet === null || row.published.how === 'unknown');
  const listed = onlyUnknown ? unknown : rows;
  const present = [...chosen].filter((key) => rows.some((row) => row.key === key));
  /** @param {string} key */
  const toggle = (key) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return html`
    <${FileNotes} />
    <p class="meta">
      ${faults(rows)}
      ${unknown.length > 0 && unknown.length < rows.length && html` <button type="button" class="quiet" aria-pressed=${onlyUnknown} onClick=${() => setOnlyUnknown(!onlyUnknown)}>${onlyUnknown ? 'Show all' : 'Show these only'}</button>`}
    </p>
    ${rows.length > 1 && html`<p class="buttons choosing">
      <label class="check"><input type="checkbox" checked=${present.length === listed.length && listed.length > 0}
        onChange=${(/** @type {Event} */ event) => setChosen(new Set(/** @type {HTMLInputElement} */ (event.currentTarget).checked ? listed.map((row) => row.key) : []))} /> All</label>
      <button type="button" disabled=${present.length === 0} onClick=${() => (dialog.value = { kind: 'masthead', keys: present })}>Set outlet and date${present.length > 0 ? ` for ${present.length}` : ''}</button>
      <button type="button" disabled=${present.length === 0} onClick=${() => attempt(() => theEngine().remove(present))}>Take off the desk</button>
    </p>`}
    <ul class="files">
      ${listed.slice(0, count).map((row) => html`<li key=${row.key}>
        ${rows.length > 1 && html`<input type="checkbox" aria-label=${`Choose ${row.id}`} checked=${chosen.has(row.key)} onChange=${() => toggle(row.key)} />`}
        <${FileRow} row=${row} />
      </li>`)}
    </ul>
    ${listed.length > count && html`<button type="button" class="quiet" onClick=${() => setCount(count + kMore)}>${counted(Math.min(kMore, listed.length - count), 'more file')} of ${number(listed.length - count)}</button>`}`;
}

/** @param {{row: ArticleRow}} props */
function FileRow({ row }) {
  return html`<div class="file-row">
    <p><a href=${formatRoute({ place: 'reader', key: row.key })}>${row.label}</a></p>
    <p class="meta"><${MastheadLine} row=${row} /> <button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'masthead', keys: [row.key] })}>Set<span class="hidden"> outlet and date of ${row.id}</span></button></p>
    <p class="meta small"><span class="file">${row.id}</span> · ${counted(row.words, 'word')}${row.removed > 0 && ` · ${row.removed} set aside`}${row.limits && html` · ${row.limits}`}</p>
  </div>`;
}

/**
 * Outlet, date and how it is known, and whether the text is whole.
 * @param {{row: ArticleRow}} props
 */
export function MastheadLine({ row }) {
  const { outlet, outletReason, published, truncated } = row;
  const known = published.how !== 'unknown' && published.value;
  return html`<span title=${outletReason}>${outlet ?? html`<${Doubt} label="outlet unknown" reason=${outletReason || 'no line of the text names it'} />`}</span>
    ${' · '}${known
      ? html`<span class="num" title=${published.reason}>${plainDate(published.value)}</span>${published.how === 'inferred' && html` <${Doubt} label="inferred" reason=${published.reason} />`}`
      : html`<${Doubt} label="date unknown" reason=${published.reason || 'no line of the text gives it'} />`}
    ${row.bound && boundAlone(row) && html` · what it tells of happened <${Bound} bound=${row.bound} />`}
    ${truncated && html` · <${Doubt} label=${truncated.kind === 'paywall' ? 'cut off by a paywall' : 'cut off'} reason=${truncated.reason} />`}`;
}

/** @param {readonly ArticleRow[]} rows */
function faults(rows) {
  const outlets = rows.filter((row) => row.outlet === null).length;
  const dates = rows.filter((row) => row.published.how === 'unknown').length;
  const cut = rows.filter((row) => row.truncated).length;
  const parts = [
    outlets > 0 && `${counted(outlets, 'outlet')} unknown`,
    dates > 0 && `${counted(dates, 'date')} unknown`,
    cut > 0 && `${number(cut)} cut off`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Every outlet and date is known.';
}
