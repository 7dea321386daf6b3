/**
 * Which figures are given: what several accounts give, or give for several periods, drawn side by side; all of them as a
 * table.
 * @module
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FigureLegend } from '../charts/figure_marks.js';
import { datedFigures, FigureSeries } from '../charts/figure_series.js';
import { FigureStrip, outletText, sayFigure } from '../charts/figure_strip.js';
import { stretchText } from '../charts/time_values.js';
import { useWidth } from '../charts/use_width.js';
import { unitWords } from '../charts/value_axis.js';
import { loadAllRows } from '../export/menu.js';
import { PictureButtons } from '../export/picture_buttons.js';
import { readerHash, route } from '../state/router.js';
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { html } from './html.js';
import { Account, Doubt, Nothing } from './parts.js';
import { DrawnOrTable, ScopeFilters, typedWords, useStory } from './record_filters.js';
import { accounts, outlet } from './record_layout.js';
import { RecordTable } from './record_table.js';
import { counted, firstWords } from './wording.js';

/** @typedef {import('../engine/protocol.js').Measure} Measure */
/** @typedef {import('../engine/protocol.js').MeasureEntry} Entry */
/** @typedef {import('../engine/protocol.js').MeasuresView} MeasuresView */

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'figures',
  one: 'figure',
  many: 'figures',
  layout: [
    { id: 'figure', width: 24, opens: true },
    { id: 'of', width: 26, under: [{ id: 'period', before: 'for ' }] },
    { id: 'kind', width: 12, under: [{ id: 'sense' }] },
    { id: 'value', width: 15 },
    outlet,
    accounts,
  ],
};

const kMore = 40;
const kRowsFirst = 12;

export function Figures() {
  const table = route.value.filters.as === 'table';
  return html`<${DrawnOrTable} drawn="Drawn" />${table ? html`<${RecordTable} shape=${shape} />` : html`<${Measures} />`}`;
}

/** Whose account it is, as a drawing writes it. @param {string} key */
function outletName(key) {
  const row = overview.value?.rows.find((one) => one.key === key);
  return row?.outlet ?? row?.id ?? 'outlet unknown';
}

function Measures() {
  const { filters } = route.value;
  const story = useStory();
  const text = typedWords('figures');
  const [count, setCount] = useState(kMore);
  const { answer, error } = useAnswer({ kind: 'measures', story: story?.id ?? null, article: filters.article ?? null, text, from: 0, count });
  const view = /** @type {MeasuresView|null} */ (answer);
  useEffect(() => loadAllRows(async () => setCount(400)), []);
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  if (!view) return html`<p class="meta" role="status">Gathering …</p>`;
  const compared = view.measures.filter(isCompared);
  const once = view.measures.filter((measure) => !isCompared(measure));
  return html`<${ScopeFilters} name="figures" />
    <p class="meta num" role="status">${counted(view.total, 'measure')}${view.total > view.measures.length ? `, the first ${view.measures.length} here` : ''}: ${counted(compared.length, 'is', 'are')} given more than once</p>
    ${view.total === 0 && html`<${Nothing}>${text || filters.story ? 'Nothing fits these filters.' : 'No figure that says what it measures was found in these articles. Counts of two or three and lengths of time stand in the table.'}</${Nothing}>`}
    ${compared.length > 0 && html`<${FigureLegend} entries=${compared.flatMap(({ entries }) => entries)} />`}
    ${compared.length > 0 && html`<h2 class="hidden">Given more than once</h2>`}
    ${compared.map((measure, index) => html`<${MeasureShown} key=${nameOf(measure)} measure=${measure} number=${index} />`)}
    ${once.length > 0 && html`<section class="once" aria-labelledby="once"><h2 id="once">Given once</h2><ul>${once.map(({ entries: [entry], ...measure }) => entry && html`<${Once} key=${entry.key + entry.begin} entry=${entry} measure=${measure} />`)}</ul></section>`}
    ${view.total > view.measures.length && html`<p><button type="button" onClick=${() => setCount(count + kMore)}>${counted(Math.min(kMore, view.total - view.measures.length), 'more measure')}</button></p>`}`;
}

/** Whether there is something to set side by side. @param {Measure} measure */
const isCompared = ({ accounts: many, entries }) => many > 1 || new Set(entries.map(({ value, min, max, role, date }) => JSON.stringify([value, min, max, role, date]))).size > 1;

/** @param {Measure} measure */
const nameOf = ({ entries: [first] }) => (first ? `${first.key} ${first.begin}` : '');

/** The heading: what is measured; where no account says it, the words around the first figure. @param {Measure} measure */
function heading({ of, entries: [first] }) {
  if (of) return of.charAt(0).toUpperCase() + of.slice(1);
  const around = first?.around ?? '';
  return `“${firstWords(around, 90)}${around.length > 90 ? ' …' : ''}”`;
}

/** @param {{measure: Measure, number: number}} props */
function MeasureShown({ measure, number }) {
  const frame = useRef(/** @type {HTMLElement|null} */ (null));
  const width = useWidth(frame);
  const [all, setAll] = useState(false);
  const { entries } = measure;
  const title = heading(measure);
  const unit = unitWords(measure);
  const given = entries.map((entry) => ({ entry, outlet: outletName(entry.key) }));
  const dated = datedFigures(given);
  const periods = new Set(dated.map(({ from, to }) => `${from} ${to}`)).size;
  const rows = useMemo(() => rowsOf(entries), [entries, overview.value]);
  const undated = periods > 1 ? rowsOf(entries.filter((entry) => !dated.some((one) => one.entry === entry))) : rows;
  const shown = all ? undated : undated.slice(0, kRowsFirst);
  const id = `measure-${number}`;
  const label = `${title}, ${unit}`;
  return html`<section class="measure" aria-labelledby=${id}>
    <header><h3 id=${id} class=${measure.of ? undefined : 'around'}>${title} <span class="unit">${unit}</span></h3>
      <p class="meta">${counted(measure.accounts, 'account')}${periods > 1 && ` · ${counted(periods, 'period')}`}${!measure.of && ' · what it measures is not named beside it'}
        <${PictureButtons} drawing=${() => frame.current?.querySelector('svg')} name=${`readout-figure-${number + 1}`} title=${label} note=${`${counted(measure.accounts, 'account')}. Read by Readout; each value as the accounts give it, nothing converted.`} /></p></header>
    <div class="drawing" ref=${frame}>${width > 0 && (periods > 1
      ? html`<${FigureSeries} given=${given} width=${Math.min(width, 860)} label=${label} />`
      : html`<${FigureStrip} rows=${shown} width=${Math.min(width, 860)} label=${label} />`)}</div>
    ${periods > 1 && html`<${PeriodsTable} dated=${dated} label=${label} />`}
    ${periods > 1 && shown.length > 0 && html`<p class="meta">For no stated period: ${shown.map(({ entries: [entry], outlets }, index) => entry && html`${index > 0 && '; '}<a href=${readerHash(entry)}>${sayFigure(entry)}</a> (${outletText(outlets)})`)}</p>`}
    ${undated.length > kRowsFirst && !all && html`<p><button type="button" class="quiet" onClick=${() => setAll(true)}>All ${undated.length} rows</button></p>`}
  </section>`;
}

/**
 * Accounts that give the same value, sense and period in the same words share a row where there are many rows.
 * @param {readonly Entry[]} entries
 * @returns {import('../charts/figure_strip.js').Row[]}
 */
function rowsOf(entries) {
  const many = entries.length > kRowsFirst;
  /** @type {Map<string, import('../charts/figure_strip.js').Row>} */
  const rows = new Map();
  for (const entry of entries) {
    const { key, begin, value, min, max, approx, role, date } = entry;
    // The same figure twice in one account is one row.
    const name = many ? JSON.stringify([value, min, max, approx, role, date]) : JSON.stringify([key, value, min, max, approx, role, date || begin * 0]);
    const row = rows.get(name) ?? { entries: [], outlets: [] };
    row.entries.push(entry);
    row.outlets.push({ key, name: outletName(key) });
    rows.set(name, row);
  }
  const size = (/** @type {Entry|undefined} */ entry) => entry?.value ?? entry?.min ?? entry?.max ?? 0;
  return [...rows.values()].sort((a, b) => size(b.entries[0]) - size(a.entries[0]));
}

/**
 * The series in words: a row a period, its values and who gives them.
 * @param {{dated: readonly import('../charts/figure_series.js').Dated[], label: string}} props
 */
function PeriodsTable({ dated, label }) {
  /** @type {Map<string, typeof dated[number][]>} */
  const periods = new Map();
  for (const one of dated) periods.set(`${one.from} ${one.to}`, [...(periods.get(`${one.from} ${one.to}`) ?? []), one]);
  return html`<table class="periods" aria-label=${label}><thead><tr><th scope="col">Period</th><th scope="col">Given as</th></tr></thead>
    <tbody>${[...periods.values()].map((group) => html`<tr><th scope="row" class="num">${group[0] && stretchText(group[0])}</th>
      <td>${group.map(({ entry }, index) => html`${index > 0 && html`<span class="meta"> · </span>`}<span class="given"><a href=${readerHash(entry)}>${sayFigure({ ...entry, period: '', date: '' })}</a> <small><${Account} article=${entry.key} /></small>${entry.doubt && html` <${Doubt} reason=${entry.doubt} />`}</span>`)}</td></tr>`)}</tbody></table>`;
}

/** @param {{entry: Entry, measure: Omit<Measure, 'entries'>}} props */
function Once({ entry, measure }) {
  const at = entry.around.indexOf(entry.words);
  return html`<li><a href=${readerHash(entry)}>
      <b class="num">${sayFigure(entry)}</b> <span class="of">${measure.of}</span>
      <span class="words">${at < 0 ? entry.around : html`${entry.around.slice(0, at)}<mark class="f">${entry.words}</mark>${entry.around.slice(at + entry.words.length)}`}</span></a>
    <small class="meta"><${Account} article=${entry.key} />, ${entry.where}${entry.doubt && html` <${Doubt} reason=${entry.doubt} />`}</small></li>`;
}
