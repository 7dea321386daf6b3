/**
 * The dialogs: native, so that focus stays inside and Escape closes.
 * @module
 */
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { loadText } from '../engine/assets.js';
import { singleKeys } from '../state/keys.js';
import { attempt, overview, theEngine } from '../state/session.js';
import { ColumnsDialog, tableAsked } from './columns.js';
import { HappeningDialog } from './correct_happening.js';
import { NameDialog } from './correct_name.js';
import { Corrections } from './corrections.js';
import { Formats } from './formats.js';
import { html } from './html.js';
import { Notices } from './notices.js';
import { Sheet } from './sheet.js';
import { counted } from './wording.js';

/**
 * @typedef {{kind: 'keys'}|{kind: 'check'}|{kind: 'notices'}|{kind: 'paste'}|{kind: 'masthead', keys: string[]}|
 *   {kind: 'corrections'}|{kind: 'formats'}|
 *   {kind: 'name', what: import('./correct_name.js').NameCorrection, at: import('./correct_name.js').At}|
 *   {kind: 'happening', what: import('./correct_happening.js').HappeningCorrection, key: string, chosen?: readonly string[]}} Dialog
 *   `key`: of one of the happening's articles
 */

/** The dialog shown, if any. */
export const dialog = signal(/** @type {Dialog|null} */ (null));

const close = () => (dialog.value = null);

/** @param {{title: string, children?: import('preact').ComponentChildren}} props */
const Frame = ({ title, children }) => html`<${Sheet} title=${title} close=${close}>${children}</${Sheet}>`;

export function Dialogs() {
  const shown = dialog.value;
  // A table waits for an answer: it goes before what the person may open at leisure.
  if (tableAsked.value) return html`<${ColumnsDialog} key=${tableAsked.value.table.name} asked=${tableAsked.value} />`;
  if (!shown) return null;
  if (shown.kind === 'corrections') return html`<${CorrectionsDialog} />`;
  if (shown.kind === 'name') return html`<${NameDialog} what=${shown.what} at=${shown.at} close=${close} />`;
  if (shown.kind === 'happening') return html`<${HappeningDialog} what=${shown.what} articleKey=${shown.key} chosen=${shown.chosen ?? []} close=${close} />`;
  if (shown.kind === 'formats') return html`<${FormatsDialog} />`;
  if (shown.kind === 'keys') return html`<${KeysDialog} />`;
  if (shown.kind === 'check') return html`<${CheckDialog} />`;
  if (shown.kind === 'notices') return html`<${NoticesDialog} />`;
  if (shown.kind === 'paste') return html`<${PasteDialog} />`;
  return html`<${MastheadDialog} keys=${shown.keys} />`;
}

const keys = /** @type {const} */ ([
  ['Ctrl O', 'Open files'], ['Ctrl S', 'Save: the export menu'], ['Ctrl V', 'Read the text or files that you copied'],
  ['Ctrl Z', 'Undo your last correction; with Shift, do it again'],
  ['/', 'Search'], ['J, K', 'Reader: next and previous mark; lists: next and previous row'],
  ['Enter', 'Open the words'], ['?', 'These keys'], ['Esc', 'Close what is open'],
]);

function KeysDialog() {
  return html`<${Frame} title="Keys">
    <dl class="keys">${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <p class="meta">On a Mac, ⌘ takes the place of Ctrl.</p>
    <label class="check"><input type="checkbox" checked=${singleKeys.value}
      onChange=${(/** @type {Event} */ event) => (singleKeys.value = /** @type {HTMLInputElement} */ (event.currentTarget).checked)} />
      Keys without Ctrl (/, ?, J, K) are on</label>
  </${Frame}>`;
}

/** How anyone can see for themselves that nothing leaves. */
export function Checks() {
  return html`<ol class="checks">
    <li>Open your browser’s developer tools (<kbd>F12</kbd>), tab <b>Network</b>, and drop a file: no request appears.</li>
    <li>Or go offline, then drop it: everything works as before.</li>
    <li>The page’s first lines are its policy, with a reason for each. It forbids connecting to any other host, and the browser enforces it.</li>
    <li>Nothing is stored either: close the tab, and the desk is empty. Only the choice of light or dark is kept.</li>
  </ol>`;
}

function CheckDialog() {
  return html`<${Frame} title="Nothing is uploaded"><p>The reading is done by a program inside this page, on this computer. You need not take our word for it:</p><${Checks} /></${Frame}>`;
}

function NoticesDialog() {
  const [notices, setNotices] = useState('');
  useEffect(() => {
    loadText('notices').then(setNotices, () => setNotices('They stand in core/data/NOTICES.md.'));
  }, []);
  return html`<${Frame} title="Licences">
    <div class="notices" tabindex="0" role="region" aria-label="Sources and licences"><${Notices} text=${notices} /></div>
    <p>The page is set in Source Serif 4 (Adobe) and Inter (Rasmus Andersson), both under the SIL Open Font License, and uses Preact, htm, TanStack Virtual, fflate and Papa Parse, all under the MIT or Apache licence.</p>
  </${Frame}>`;
}

function CorrectionsDialog() {
  return html`<${Sheet} title="Your corrections" wide=${true} close=${close}><${Corrections} /></${Sheet}>`;
}

function FormatsDialog() {
  return html`<${Frame} title="What can be dropped"><${Formats} /></${Frame}>`;
}

function PasteDialog() {
  const [text, setText] = useState('');
  /** @param {Event} event */
  const read = (event) => {
    event.preventDefault();
    if (!text.trim()) return;
    close();
    void attempt(() => theEngine().addText(text));
  };
  return html`<${Frame} title="Paste an article">
    <form onSubmit=${read}>
      <label class="field"><span>Text, with its headline if there is one</span>
        <textarea rows="12" value=${text} onInput=${(/** @type {Event} */ event) => setText(/** @type {HTMLTextAreaElement} */ (event.currentTarget).value)}></textarea></label>
      <p class="buttons"><button type="submit" class="main" disabled=${!text.trim()}>Read it</button></p>
    </form>
  </${Frame}>`;
}

/**
 * Outlet and date, for one article or several.
 * @param {{keys: readonly string[]}} props
 */
function MastheadDialog({ keys: of }) {
  const rows = (overview.value?.rows ?? []).filter((row) => of.includes(row.key));
  const outlets = [...new Set((overview.value?.rows ?? []).map((row) => row.outlet ?? ''))].filter(Boolean).sort();
  const common = (/** @type {(string|null)[]} */ values) => (new Set(values).size === 1 ? (values[0] ?? '') : '');
  const [outlet, setOutlet] = useState(() => common(rows.map((row) => row.outlet)));
  const [published, setPublished] = useState(() => common(rows.map((row) => (/^\d{4}-\d\d-\d\d$/.test(row.published.value) ? row.published.value : ''))));
  /** @param {Event} event */
  const set = (event) => {
    event.preventDefault();
    close();
    /** @type {{outlet?: string|null, published?: string|null}} */
    const masthead = {};
    if (outlet.trim()) masthead.outlet = outlet.trim();
    if (published) masthead.published = published;
    if (Object.keys(masthead).length > 0) void attempt(() => theEngine().setMasthead([...of], masthead));
  };
  return html`<${Frame} title="Outlet and date">
    <form onSubmit=${set}>
      <p class="meta">${rows.length === 1 ? rows[0]?.label : `For ${counted(rows.length, 'article')}. What is left empty stays as it is.`}</p>
      <label class="field"><span>Outlet</span>
        <input type="text" list="outlets" autocomplete="off" value=${outlet} onInput=${(/** @type {Event} */ event) => setOutlet(/** @type {HTMLInputElement} */ (event.currentTarget).value)} /></label>
      <datalist id="outlets">${outlets.map((name) => html`<option value=${name}></option>`)}</datalist>
      <label class="field"><span>Published</span>
        <input type="date" value=${published} onInput=${(/** @type {Event} */ event) => setPublished(/** @type {HTMLInputElement} */ (event.currentTarget).value)} /></label>
      <p class="buttons"><button type="submit" class="main">Set</button></p>
    </form>
  </${Frame}>`;
}
