/**
 * Record: what was read, as tables; each row is one click from its words.
 * @module
 */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useLongList } from '../state/long_list.js';
import { usePaged } from '../state/paged.js';
import { formatRoute, readerHash, route, setFilters, subPlaces, valueMark } from '../state/router.js';
import { overview } from '../state/session.js';
import { kRowsPrinted, printing } from '../state/printing.js';
import { loadAllRows } from '../export/menu.js';
import { html } from './html.js';
import { listKeys } from './list_keys.js';
import { Chain, Choice, Doubt, Nothing, Sections } from './parts.js';
import { counted, firstWords, number } from './wording.js';

/** @typedef {import('../engine/protocol.js').TableView} TableView */
/** @typedef {TableView['rows'][number]} Row */

const titles = /** @type {Record<string, string>} */ ({ quotations: 'Quotations', people: 'People', figures: 'Figures', timeline: 'Timeline' });
const units = /** @type {Record<string, string>} */ ({ quotations: 'quotation', people: 'name', figures: 'figure', timeline: 'date' });

/** What is typed into the filter field of each table. Kept out of the address: it is text. */
const typed = signal(/** @type {Record<string, string>} */ ({}));

export function RecordPlace() {
  const { view: table } = route.value;
  return html`<header class="head"><h1>${titles[table]}</h1>
      <${Sections} label="Record" links=${subPlaces.record.map((name) => ({ href: formatRoute({ place: 'record', view: name }), text: titles[name] ?? name, current: name === table }))} />
    </header>
    <${Table} key=${table} table=${table} />`;
}

/** @param {{table: string}} props */
function Table({ table }) {
  const { filters } = route.value;
  const text = typed.value[table] ?? '';
  const story = overview.value?.stories.find(({ articles }) => articles.some(({ key }) => key === filters.story));
  const facetsAsked = useRef(/** @type {TableView['facets']} */ ([]));
  /** @type {Record<string, string>} */
  const facet = {};
  for (const { id, values } of facetsAsked.current) {
    const chosen = values.find(({ value }) => valueMark(value) === filters[`f.${id}`]);
    if (chosen) facet[id] = chosen.value;
  }
  const paged = usePaged(
    { kind: 'table', table, text, story: story?.id ?? null, article: filters.article ?? null, facet, sort: filters.sort ?? '', descending: filters.down === '1' },
    (/** @type {TableView} */ view) => view.rows,
  );
  const { first, error } = paged;
  // A facet in the address is a mark of its value, so its name is known only once the desk has told the values.
  if (first && facetsAsked.current.length === 0 && first.facets.length > 0) facetsAsked.current = first.facets;
  const waitingForFacets = first !== null && Object.keys(filters).some((name) => name.startsWith('f.') && !(name.slice(2) in facet) && facetsAsked.current.some(({ id }) => `f.${id}` === name));
  useEffect(() => loadAllRows(paged.all));
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  if (!first) return html`<p class="meta" role="status">Gathering …</p>`;
  return html`
    <${Filters} table=${table} view=${first} text=${text} facet=${facet} />
    <p class="meta num" role="status">${counted(first.total, units[table] ?? 'row')}${waitingForFacets ? ' (a filter of the address fits nothing here)' : ''}${printing.value && first.total > kRowsPrinted ? `; the first ${number(kRowsPrinted)} are printed, the export has all` : ''}</p>
    ${first.total === 0
      ? html`<${Nothing}>${text || Object.keys(filters).length > 0 ? 'Nothing fits these filters.' : `No ${units[table]} was found in these articles.`}</${Nothing}>`
      : html`<${Rows} table=${table} view=${first} paged=${paged} />`}`;
}

/** @param {{table: string, view: TableView, text: string, facet: Record<string, string>}} props */
function Filters({ table, view, text, facet }) {
  const { filters } = route.value;
  const stories = overview.value?.stories ?? [];
  const narrowed = text !== '' || Object.keys(filters).some((name) => name !== 'sort' && name !== 'down');
  return html`<div class="filters" role="group" aria-label="Filters">
    <label class="choice text"><span class="hidden">Filter by words</span>
      <input type="search" placeholder="Filter by words" autocomplete="off" value=${text}
        onInput=${(/** @type {Event} */ event) => (typed.value = { ...typed.value, [table]: /** @type {HTMLInputElement} */ (event.currentTarget).value })} /></label>
    ${stories.length > 1 && html`<${Choice} label="Happening" value=${filters.story ?? ''}
      options=${[{ value: '', text: 'all' }, ...stories.map(({ title, articles }) => ({ value: articles[0]?.key ?? '', text: firstWords(title, 48) }))]}
      onChange=${(/** @type {string} */ story) => setFilters({ story })} />`}
    ${view.facets.filter(({ values, id }) => values.length > 1 || id in facet).map(({ id, label, values }) => html`<${Choice} label=${label} value=${facet[id] ?? ''}
      options=${[{ value: '', text: 'all' }, ...values.slice(0, 300).map(({ value, count }) => ({ value, text: `${firstWords(value, 40)} (${number(count)})` }))]}
      onChange=${(/** @type {string} */ value) => setFilters({ [`f.${id}`]: value && valueMark(value) })} />`)}
    ${narrowed && html`<button type="button" class="quiet" onClick=${() => {
      typed.value = { ...typed.value, [table]: '' };
      setFilters(Object.fromEntries(Object.keys(filters).filter((name) => name !== 'sort' && name !== 'down').map((name) => [name, ''])));
    }}>Clear</button>`}
  </div>`;
}

/** @param {{table: string, view: TableView, paged: ReturnType<typeof usePaged>}} props */
function Rows({ table, view, paged }) {
  const body = useRef(/** @type {HTMLElement|null} */ (null));
  const count = printing.value ? Math.min(view.total, kRowsPrinted) : view.total;
  const list = useLongList({ count, estimate: 64, top: body });
  const { filters } = route.value;
  useEffect(() => {
    const [head] = list.rows;
    const tail = list.rows.at(-1);
    if (head && tail) paged.need(head.index, tail.index + 1);
  });
  useEffect(() => listKeys(body));
  const opens = view.columns.findIndex(({ verbatim }) => verbatim);
  /** @param {string} id */
  const sortBy = (id) => {
    const same = filters.sort === id;
    setFilters(same && filters.down === '1' ? { sort: '', down: '' } : { sort: id, down: same ? '1' : '' });
  };
  /** A click anywhere in a row opens its words, unless it ends a selection. @param {MouseEvent} event */
  const openRow = (event) => {
    if (!(event.target instanceof Element) || event.target.closest('a') || String(window.getSelection() ?? '') !== '') return;
    const link = event.target.closest('tr')?.querySelector('.opens a');
    if (link instanceof HTMLAnchorElement) link.click();
  };
  return html`<table class=${`record ${table}`} aria-rowcount=${view.total + 1}>
    <thead><tr aria-rowindex="1">${view.columns.map(({ id, label, numeric, sortable }, at) => html`<th scope="col" class=${at === Math.max(opens, 0) ? 'opens' : numeric ? 'numeric' : undefined}
        aria-sort=${filters.sort === id ? (filters.down === '1' ? 'descending' : 'ascending') : undefined}>
        ${sortable ? html`<button type="button" class="sort" onClick=${() => sortBy(id)}>${label}<span aria-hidden="true">${filters.sort === id ? (filters.down === '1' ? ' ↓' : ' ↑') : ''}</span></button>` : label}</th>`)}</tr></thead>
    <tbody ref=${body} onClick=${openRow}>
      ${list.before > 0 && html`<tr class="gap" aria-hidden="true" style=${{ height: `${list.before}px` }}></tr>`}
      ${list.rows.map(({ index }) => html`<${RowShown} key=${index} index=${index} row=${/** @type {Row|undefined} */ (paged.row(index))} columns=${view.columns} opens=${Math.max(opens, 0)} measure=${list.measure} />`)}
      ${list.after > 0 && html`<tr class="gap" aria-hidden="true" style=${{ height: `${list.after}px` }}></tr>`}
    </tbody>
  </table>`;
}

/** @param {{index: number, row: Row|undefined, columns: TableView['columns'], opens: number, measure: (element: Element|null) => void}} props */
function RowShown({ index, row, columns, opens, measure }) {
  return html`<tr data-index=${index} aria-rowindex=${index + 2} ref=${measure}>
    ${columns.map(({ id, label, numeric, verbatim }, at) => {
      const text = row?.cells[id] ?? (row ? '' : '…');
      const classes = [numeric && 'numeric', verbatim && 'words', at === opens && 'opens'].filter(Boolean).join(' ');
      const content = row?.open && at === opens ? html`<a href=${readerHash(row.open)}>${text || 'the words'}</a>` : text;
      return html`<td class=${classes || undefined} data-label=${label}>${content}${row && at === opens && html`
        ${row.chain.length > 1 && html`<small><${Chain} names=${row.chain} /></small>`}${row.doubt && html` <${Doubt} reason=${row.doubt} />`}`}</td>`;
    })}
  </tr>`;
}
