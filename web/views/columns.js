/**
 * Which column of a table holds what: guessed, shown on the table's own first rows, and chosen by the person.
 * @module
 */
import { signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { articlesOf, kRoles } from '../files/columns.js';
import { html } from './html.js';
import { Choice } from './parts.js';
import { Sheet } from './sheet.js';
import { counted, firstWords, number, plainDate } from './wording.js';

/** @typedef {import('../files/columns.js').Table} Table */
/** @typedef {import('../files/columns.js').Mapping} Mapping */
/** @typedef {{table: Table, answer: (mapping: Mapping|null) => void}} Asked */

/** The table that waits for an answer, if any. */
export const tableAsked = signal(/** @type {Asked|null} */ (null));

/** @type {Promise<unknown>} */
let before = Promise.resolve();
/** What was chosen for tables with the same columns; they are asked for once. @type {Map<string, Mapping>} */
const chosen = new Map();

/**
 * Asks for one table at a time.
 * @param {Table} table
 * @returns {Promise<Mapping|null>}
 */
export function askColumns(table) {
  const columns = JSON.stringify(table.columns);
  const turn = before.then(() => chosen.get(columns) ?? new Promise((/** @type {(mapping: Mapping|null) => void} */ resolve) => {
    tableAsked.value = {
      table,
      answer: (mapping) => {
        tableAsked.value = null;
        if (mapping) chosen.set(columns, mapping);
        resolve(mapping);
      },
    };
  }));
  before = turn;
  return turn;
}

const roleNames = /** @type {const} */ ({ text: 'Text', title: 'Headline', outlet: 'Outlet', published: 'Date', id: 'Name of the row' });
const kShown = 4; // rows
const kCell = 90; // characters

/** @param {{asked: Asked}} props */
export function ColumnsDialog({ asked: { table, answer } }) {
  const [mapping, setMapping] = useState(table.guess);
  const { inputs, empty, undated } = useMemo(() => articlesOf(table, mapping), [table, mapping]);
  const columns = table.columns.map((name, index) => ({ value: String(index), text: firstWords(name, 40) }));
  const roles = kRoles.filter((role) => mapping[role] >= 0);
  /** @param {Event} event */
  const read = (event) => {
    event.preventDefault();
    answer(mapping);
  };
  return html`<${Sheet} title="Which column holds what?" wide close=${() => answer(null)}>
    <p class="meta"><span class="file">${table.name}</span> · ${counted(table.rows.length, 'row')}, ${counted(table.columns.length, 'column')}. Guessed from their names and what stands in them.</p>
    <form onSubmit=${read}>
      <div class="roles">
        ${kRoles.map((role) => html`<${Choice} label=${roleNames[role]} value=${String(mapping[role])}
          options=${role === 'text' ? columns : [{ value: '-1', text: 'none' }, ...columns]}
          onChange=${(/** @type {string} */ value) => setMapping({ ...mapping, [role]: Number(value) })} />`)}
      </div>
      <label class="check"><input type="checkbox" checked=${mapping.source === 'page'}
        onChange=${(/** @type {Event} */ event) => setMapping({ ...mapping, source: /** @type {HTMLInputElement} */ (event.currentTarget).checked ? 'page' : 'text' })} />
        The texts are whole pages: set menus and notices aside</label>
      <div class="preview" tabindex="0" role="region" aria-label="The first rows">
        <table>
          <thead><tr>${roles.map((role) => html`<th scope="col">${roleNames[role]}<small>${firstWords(table.columns[mapping[role]] ?? '', 30)}</small></th>`)}</tr></thead>
          <tbody>${inputs.slice(0, kShown).map((input) => html`<tr>${roles.map((role) => html`<td class=${role}>${shown(input, role)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      <p class="meta">${said(inputs.length, empty, undated)}</p>
      <p class="buttons"><button type="submit" class="main" disabled=${inputs.length === 0}>Read ${counted(inputs.length, 'article')}</button>
        <button type="button" onClick=${() => answer(null)}>Leave it out</button></p>
    </form>
  </${Sheet}>`;
}

/**
 * @param {import('../files/inputs.js').Input} input
 * @param {import('../files/columns.js').Role} role
 */
function shown(input, role) {
  if (role === 'id') return input.id.replace(/^.*#/, '');
  const words = input[role];
  if (!words) return html`<i>–</i>`;
  const line = words.replace(/\s+/g, ' ').trim();
  return role === 'published' ? plainDate(line) : `${firstWords(line, kCell)}${line.length > kCell ? ' …' : ''}`;
}

/** @param {number} articles @param {number} empty @param {number} undated */
function said(articles, empty, undated) {
  const parts = [];
  if (articles === 0) parts.push('No row has a text in that column.');
  if (empty > 0) parts.push(`${counted(empty, 'row')} without text will be left out.`);
  if (undated > 0) parts.push(`${number(undated)} ${undated === 1 ? 'date is' : 'dates are'} not understood and will count as unknown.`);
  return parts.join(' ');
}
