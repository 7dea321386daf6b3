/**
 * The outlet × fact matrix: for every fact who carries it, with its words; who differs, who lacks it, of whom it cannot be
 * told.
 * @module
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadAllRows } from '../export/menu.js';
import { formatRoute, readerHash, route, setFilters } from '../state/router.js';
import { overview } from '../state/session.js';
import { viewWidth } from '../state/view_width.js';
import { useAnswer } from '../state/use_answer.js';
import { CompareSections } from './compare_sections.js';
import { html } from './html.js';
import { Account, Choice, Doubt, Nothing, Yours } from './parts.js';
import { counted, firstWords, placed, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').MatrixView} MatrixView */
/** @typedef {import('../engine/protocol.js').MatrixRow} MatrixRow */

const kMore = 100;
const kFactWidth = 240; // px
const kLeastColumn = 156; // px: below this the words stand in slivers
const kinds = /** @type {const} */ ([['', 'All kinds'], ['quotation', 'Quotations'], ['figure', 'Figures'], ['date', 'Dates'], ['event', 'Events']]);
const states = /** @type {const} */ ({ carries: 'carries it', differs: 'differs', lacks: 'not in this account', 'cannot-tell': 'cannot tell' });

export function Matrix() {
  const { filters } = route.value;
  const [count, setCount] = useState(kMore);
  const stories = overview.value?.stories ?? [];
  const story = stories.find(({ articles }) => articles.some(({ key }) => key === filters.story)) ?? [...stories].sort((a, b) => b.articles.length - a.articles.length)[0];
  const { answer, error } = useAnswer(
    story ? { kind: 'matrix', story: story.id, facts: filters.kind ?? null, differing: filters.differing === '1', from: 0, count } : null,
  );
  const view = /** @type {MatrixView|null} */ (answer);
  const wait = useRef(/** @type {(() => void)|null} */ (null));
  useEffect(() => wait.current?.(), [answer]);
  useEffect(() => loadAllRows(async () => {
    if (!view || view.rows.length >= view.total) return;
    await new Promise((done) => {
      wait.current = () => done(undefined);
      setCount(Math.min(view.total, 2000));
    });
    wait.current = null;
  }));
  if (!story) return html`<header class="head"><h1>Compare</h1><${CompareSections} /></header><${Nothing}>No happening was made out, so there is nothing to compare. A matrix wants at least one news article.</${Nothing}>`;
  return html`
    <header class="head">
      <h1>${story.title}</h1>
      <p class="lede">${story.date && html`<span class="num">${plainDate(story.date)}</span>${story.dateInferred && html` <${Doubt} label="date inferred" reason=${story.dateReason} />`} · `}${counted(story.articles.length, 'account')}, ${counted(story.origins, 'origin')}. A row is one fact; open any cell to see its words.${story.decided && html` <${Yours} reason=${story.reason} />`}</p>
      <${CompareSections} />
    </header>
    <div class="filters" role="group" aria-label="Filters">
      ${stories.length > 1 && html`<${Choice} label="Happening" value=${story.articles[0]?.key ?? ''} options=${stories.map(({ title, articles }) => ({ value: articles[0]?.key ?? '', text: firstWords(title, 56) }))} onChange=${(/** @type {string} */ key) => setFilters({ story: key })} />`}
      <div class="segments" role="group" aria-label="Kinds">${kinds.map(([kind, text]) => html`<${Kind} key=${kind} kind=${kind} text=${text} story=${story.id} />`)}</div>
      <label class="check"><input type="checkbox" checked=${filters.differing === '1'} onChange=${(/** @type {Event} */ event) => setFilters({ differing: /** @type {HTMLInputElement} */ (event.currentTarget).checked ? '1' : '' })} /> Only what differs</label>
    </div>
    ${error && html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`}
    ${view && html`<${Grid} view=${view} />
      ${view.total > view.rows.length && html`<p><button type="button" onClick=${() => setCount(count + kMore)}>${counted(Math.min(kMore, view.total - view.rows.length), 'more fact')} of ${view.total - view.rows.length}</button></p>`}`}`;
}

/**
 * A kind of fact to look at alone, with how many there are; not there where there are none.
 * @param {{kind: string, text: string, story: number}} props
 */
function Kind({ kind, text, story }) {
  const { filters } = route.value;
  const { answer } = useAnswer({ kind: 'matrix', story, facts: kind || null, differing: filters.differing === '1', from: 0, count: 0 });
  const total = /** @type {MatrixView|null} */ (answer)?.total ?? 0;
  const pressed = (filters.kind ?? '') === kind;
  if (total === 0 && !pressed && kind !== '') return null;
  return html`<button type="button" aria-pressed=${pressed} onClick=${() => setFilters({ kind })}>${text} <span class="num">${total}</span></button>`;
}

/** @param {{view: MatrixView}} props */
function Grid({ view }) {
  const { articles, rows } = view;
  if (rows.length === 0) return html`<${Nothing}>${route.value.filters.differing ? 'Nothing of this kind was found to differ.' : `No ${route.value.filters.kind ?? 'fact'} was found in these accounts.`}</${Nothing}>`;
  const wide = kFactWidth + articles.length * kLeastColumn > Math.min(viewWidth.value, 1360) - 80;
  return html`
    <ul class="states" aria-label="What the shapes mean">${Object.entries(states).map(([state, text]) => html`<li class=${`cell ${state}`}><i aria-hidden="true"></i>${text}</li>`)}</ul>
    <div class=${wide ? 'matrix-frame wide' : 'matrix-frame'} tabindex=${wide ? 0 : undefined} role=${wide ? 'region' : undefined} aria-label=${wide ? 'Matrix, scrolls sideways' : undefined}>
    <table class="matrix" style=${wide ? { minWidth: `${kFactWidth + articles.length * 180}px` } : undefined}>
      <thead><tr><th scope="col" class="corner">Fact</th>${articles.map((article) => html`<th scope="col">
        <a href=${formatRoute({ place: 'reader', key: article.key })} title=${article.label}><${Account} article=${article.key} /></a>
        <small title=${article.truncated?.reason}>${article.truncated ? (article.truncated.kind === 'paywall' ? 'cut off by a paywall' : 'cut off') : 'complete'}</small>
        <small>${article.published.how === 'unknown' ? 'date unknown' : plainDate(article.published.value)}</small></th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${row.fact}>
        <th scope="row"><${FactHead} row=${row} /></th>
        ${row.cells.map((cell, index) => html`<td data-label=${articles[index]?.outlet ?? articles[index]?.id}><${CellShown} cell=${cell} kind=${row.kind} /></td>`)}
      </tr>`)}</tbody>
    </table></div>`;
}

/** @param {{row: MatrixRow}} props */
function FactHead({ row: { text, kind, about, origins, note } }) {
  return html`<span class=${`fact ${kind}`}>${kind === 'date' ? plainDate(text) : firstWords(text, 220)}${text.length > 220 && ' …'}</span>
    <small>${[kind, about, counted(origins, 'origin')].filter(Boolean).join(' · ')}</small>${note && html`<small>${note}</small>`}`;
}

/** @param {{cell: MatrixRow['cells'][number], kind: string}} props */
function CellShown({ cell: { state, words, where, reason, open } }) {
  const shown = firstWords(words, 200) + (words.length > 200 ? ' …' : '');
  const link = open ? readerHash(open) : '';
  const absent = state === 'lacks' || state === 'cannot-tell';
  return html`<div class=${`cell ${state}`}><i aria-hidden="true"></i><div>
    ${!absent
      ? html`<span class="hidden">${states[state]}: </span>${link ? html`<a class="cell-words" href=${link}>${shown || 'the words'}</a>` : html`<span class="cell-words">${shown}</span>`}`
      : html`<span>${!link && state === 'lacks' && reason ? reason : states[state]}</span>`}
    ${!absent && html`<small>${[placed(where), reason !== where && reason].filter(Boolean).join(' · ')}</small>`}
    ${absent && link && html`<small><a href=${link}>nearest${where && `, ${placed(where)}`}${words && `: ${firstWords(words, 80)}${words.length > 80 ? ' …' : ''}`}</a></small>`}
    ${state === 'cannot-tell' && !link && reason && html`<small class="reason" title=${reason}>${reason}</small>`}
  </div></div>`;
}
