/**
 * What can be carried off, on every view.
 * @module
 */
import { attempt, theEngine } from '../state/session.js';
import { printAll } from '../state/printing.js';
import { html } from '../views/html.js';
import { download } from './download.js';

const formats = /** @type {const} */ ([
  ['dossier.json', 'Dossier', 'JSON, every line with its evidence'],
  ['readings.ndjson', 'Readings', 'NDJSON, one article a line'],
  ['quotations.csv', 'Quotations', 'CSV'],
  ['people.csv', 'People', 'CSV'],
  ['figures.csv', 'Figures', 'CSV'],
  ['events.csv', 'Events', 'CSV'],
  ['events.jsonl', 'Events', 'PLOVER, JSON lines'],
  ['timeline.csv', 'Timeline', 'CSV'],
  ['articles.csv', 'Articles', 'CSV'],
  ['facts.csv', 'Facts by article', 'CSV'],
  ['rules.json', 'Your corrections', 'as rules; drop the file to replay them'],
]);

/** @type {() => Promise<unknown>} */
let loadRows = () => Promise.resolve();

/**
 * A view that shows part of its rows says how to get them all before printing.
 * @param {() => Promise<unknown>} load
 * @returns {() => void}   takes it back
 */
export function loadAllRows(load) {
  loadRows = load;
  return () => {
    if (loadRows === load) loadRows = () => Promise.resolve();
  };
}

export function ExportMenu() {
  /** @param {string} format */
  const save = (format) => attempt(async () => download(await theEngine().exportFile(format)));
  return html`<details class="menu export">
    <summary>Export</summary>
    <div class="menu-items">
      ${formats.map(([format, name, what]) => html`<button type="button" data-format=${format} onClick=${() => save(format)}>${name} <small>${what}</small></button>`)}
      <button type="button" data-format="print" onClick=${() => attempt(() => printAll(loadRows))}>Print <small>what is shown, all rows</small></button>
    </div>
  </details>`;
}
