/**
 * A table of the Record: filters, long rows, each one click from its words.
 * @module
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLongList } from '../state/long_list.js';
import { usePaged } from '../state/paged.js';
import { readerHash, route, setFilters, valueMark } from '../state/router.js';
import { kRowsPrinted, printing } from '../state/printing.js';
import { loadAllRows } from '../export/menu.js';
import { html } from './html.js';
import { listKeys } from './list_keys.js';
import { Account, Chain, Choice, Doubt, Nothing, Yours } from './parts.js';
import { StoryFilter, typedWords, typeWords, useStory, WordsFilter } from './record_filters.js';
import { placeColumns } from './record_layout.js';
import { counted, firstWords, number } from './wording.js';

/** @typedef {import('../engine/protocol.js').TableView} TableView */
/** @typedef {TableView['rows'][number]} Row */

/**
 * What a table is called and how it is set.
 * @typedef {object} TableShape
 * @property {string} id        as the desk knows it
 * @property {string} one       "quotation"
 * @property {string} many
 * @property {import('./record_layout.js').Place[]} layout
 * @property {Record<string, (row: Row) => string>} [links]   by column: where its cell leads; '' nowhere
 */

/**
 * `between`: only the events behind one cell of the matrix.
 * @param {{shape: TableShape, between?: {by: string, from: string, to: string, status: string}}} props
 */
export function RecordTable({ shape, between }) {
  const { filters } = route.value;
  const { id: table, one, many } = shape;
  const text = between ? '' : typedWords(table);
  const story = useStory();
  // A facet in the address is a mark of its value: which value it is can be told only once the desk has listed them.
  const [listed, setListed] = useState(/** @type {TableView['facets']} */ ([]));
  /** @type {Record<string, string>} */
  const facet = {};
  for (const { id, values } of listed) {
    const chosen = values.find(({ value }) => valueMark(value) === filters[`f.${id}`]);
    if (chosen) facet[id] = chosen.value;
  }
  const paged = usePaged(
    { kind: 'table', table, text, story: story?.id ?? null, article: filters.article ?? null, facet, sort: filters.sort ?? '', descending: filters.down === '1', ...(between && { between }) },
    (/** @type {TableView} */ view) => view.rows,
  );
  const { first, error } = paged;
  useEffect(() => {
    if (first && Object.keys(facet).length === 0) setListed(first.facets);
  }, [first]);
  const unmet = listed.some(({ id }) => filters[`f.${id}`] && !(id in facet));
  useEffect(() => loadAllRows(paged.all));
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  if (!first) return html`<p class="meta" role="status">Gathering …</p>`;
  return html`
    ${!between && html`<${Filters} table=${table} view=${first} text=${text} facet=${facet} />`}
    <p class="meta num" role="status">${counted(first.total, one, many)}${unmet ? ' (a filter of the address fits nothing here)' : ''}${printing.value && first.total > kRowsPrinted ? `; the first ${number(kRowsPrinted)} are printed, the export has all` : ''}</p>
    ${first.total === 0
      ? html`<${Nothing}>${text || Object.keys(filters).some((name) => !kept.includes(name)) ? 'Nothing fits these filters.' : `No ${one} was found in these articles.`}</${Nothing}>`
      : html`<${Rows} shape=${shape} view=${first} paged=${paged} />`}`;
}

/** What “Clear” leaves: how the rows stand, not which. */
const kept = ['sort', 'down', 'as', 'by', 'from', 'to'];

/** @param {{table: string, view: TableView, text: string, facet: Record<string, string>}} props */
function Filters({ table, view, text, facet }) {
  const { filters } = route.value;
  const narrowed = text !== '' || Object.keys(filters).some((name) => !kept.includes(name));
  return html`<div class="filters" role="group" aria-label="Filters">
    <${WordsFilter} name=${table} />
    <${StoryFilter} />
    ${view.facets.filter(({ values, id }) => values.length > 1 || id in facet).map(({ id, label, values }) => html`<${Choice} label=${label} value=${facet[id] ?? ''}
      options=${[{ value: '', text: 'all' }, ...values.slice(0, 300).map(({ value, count }) => ({ value, text: `${firstWords(value, 40)} (${number(count)})` }))]}
      onChange=${(/** @type {string} */ value) => setFilters({ [`f.${id}`]: value && valueMark(value) })} />`)}
    ${narrowed && html`<button type="button" class="quiet" onClick=${() => {
      typeWords(table, '');
      setFilters(Object.fromEntries(Object.keys(filters).filter((name) => !kept.includes(name)).map((name) => [name, ''])));
    }}>Clear</button>`}
  </div>`;
}

/** @param {{shape: TableShape, view: TableView, paged: ReturnType<typeof usePaged>}} props */
function Rows({ shape, view, paged }) {
  const { id: table, layout } = shape;
  const body = useRef(/** @type {HTMLElement|null} */ (null));
  const count = printing.value ? Math.min(view.total, kRowsPrinted) : view.total;
  const list = useLongList({ count, estimate: 58, top: body });
  const placed = useMemo(() => placeColumns(layout, view.columns), [layout, view.columns]);
  const { filters } = route.value;
  useEffect(() => {
    const [head] = list.rows;
    const tail = list.rows.at(-1);
    if (head && tail) paged.need(head.index, tail.index + 1);
  });
  useEffect(() => listKeys(body));
  /** A click anywhere in a row opens its words, unless it ends a selection. @param {MouseEvent} event */
  const openRow = (event) => {
    if (!(event.target instanceof Element) || event.target.closest('a') || String(window.getSelection() ?? '') !== '') return;
    const link = event.target.closest('tr')?.querySelector('.opens a');
    if (link instanceof HTMLAnchorElement) link.click();
  };
  // A day is said once for the rows that share it, as long as they stand together.
  const grouped = table === 'timeline' && (filters.sort ?? '') === '';
  const dayOf = (/** @type {number} */ index) => /** @type {Row|undefined} */ (paged.row(index))?.cells.day;
  return html`<table class=${`record ${table}`} aria-rowcount=${view.total + 1}>
    <thead><tr aria-rowindex="1">${placed.map((place) => html`<${Head} place=${place} />`)}</tr></thead>
    <tbody ref=${body} onClick=${openRow}>
      ${list.before > 0 && html`<tr class="gap" aria-hidden="true" style=${{ height: `${list.before}px` }}></tr>`}
      ${list.rows.map(({ index }) => html`<${RowShown} key=${index} index=${index} row=${/** @type {Row|undefined} */ (paged.row(index))} placed=${placed} links=${shape.links ?? {}} measure=${list.measure}
        same=${grouped && index > 0 && dayOf(index) !== undefined && dayOf(index) === dayOf(index - 1)} />`)}
      ${list.after > 0 && html`<tr class="gap" aria-hidden="true" style=${{ height: `${list.after}px` }}></tr>`}
    </tbody>
  </table>`;
}

/** @param {{place: import('./record_layout.js').Placed}} props */
function Head({ place: { column, width, opens, under } }) {
  const { filters } = route.value;
  /** @param {string} id */
  const sortBy = (id) => {
    const same = filters.sort === id;
    setFilters(same && filters.down === '1' ? { sort: '', down: '' } : { sort: id, down: same ? '1' : '' });
  };
  const columns = [column, ...under.map((small) => small.column)];
  const sorted = columns.some(({ id }) => id === filters.sort);
  return html`<th scope="col" class=${[column.numeric && 'numeric', opens && 'opens'].filter(Boolean).join(' ') || undefined} style=${{ width: `${width}%` }}
    aria-sort=${sorted ? (filters.down === '1' ? 'descending' : 'ascending') : undefined}>
    ${columns.map(({ id, label, sortable }, at) => html`${at > 0 && html`<span aria-hidden="true"> · </span>`}${sortable
      ? html`<button type="button" class="sort" onClick=${() => sortBy(id)}>${label}<span aria-hidden="true">${filters.sort === id ? (filters.down === '1' ? ' ↓' : ' ↑') : ''}</span></button>`
      : label}`)}</th>`;
}

/** @param {{index: number, row: Row|undefined, placed: import('./record_layout.js').Placed[], links: Record<string, (row: Row) => string>, measure: (element: Element|null) => void, same: boolean}} props */
function RowShown({ index, row, placed, links, measure, same }) {
  return html`<tr data-index=${index} aria-rowindex=${index + 2} ref=${measure} class=${same ? 'same' : undefined}>
    ${placed.map(({ column: { id, label, numeric, verbatim }, opens, under }) => {
      const classes = [numeric && 'numeric', (verbatim || opens) && 'words', opens && 'opens'].filter(Boolean).join(' ');
      if (!row) return html`<td class=${classes || undefined}>${opens ? '…' : ''}</td>`;
      const to = links[id]?.(row);
      const shown = to ? html`<a href=${to}>${row.cells[id]}</a>` : cellText(row, id);
      return html`<td class=${classes || undefined} data-label=${label}>${row.open && opens ? html`<a href=${readerHash(row.open)}>${shown || 'the words'}</a>` : shown}
        ${opens && row.chain.length > 1 && html`<small><${Chain} names=${row.chain} /></small>`}
        ${opens && row.decided && html`<small><${Yours} /></small>`}
        ${opens && row.doubt && html`<small><${Doubt} reason=${row.doubt} /> ${row.doubt}</small>`}
        ${under.map(({ column, before }) => row.cells[column.id] && row.cells[column.id] !== row.cells[id] && html`<small>${before}${row.cells[column.id]}</small>`)}</td>`;
    })}
  </tr>`;
}

/**
 * @param {Row} row
 * @param {string} id
 */
function cellText(row, id) {
  const text = row.cells[id] ?? '';
  if (id === 'date') return row.cells.day || text;
  return id === 'outlet' && row.open ? html`<${Account} article=${row.open.key} />` : text;
}
