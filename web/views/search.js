/**
 * Search: every place of a query in its context, how it spreads over outlets and days, and the company that it keeps.
 * @module
 */
import { useEffect, useState } from 'preact/hooks';
import { announce } from '../state/announce.js';
import { usePaged } from '../state/paged.js';
import { formatRoute, route, setFilters, valueMark } from '../state/router.js';
import { overview } from '../state/session.js';
import { html } from './html.js';
import { Choice, Nothing, Sections } from './parts.js';
import { Company } from './search_company.js';
import { HowToAsk } from './search_help.js';
import { Lines } from './search_lines.js';
import { query } from './search_query.js';
import { Spread } from './search_spread.js';
import { counted, firstWords } from './wording.js';

/** @typedef {import('../engine/protocol.js').SearchView} SearchView */

const kPause = 120; // milliseconds without a key before the desk is asked
const shows = /** @type {const} */ ([['', 'In context'], ['spread', 'Where and when'], ['company', 'In whose company']]);
const sorts = [
  { value: '', text: 'as they stand' },
  { value: 'left', text: 'by the words before' },
  { value: 'right', text: 'by the words after' },
  { value: 'match', text: 'by the words found' },
];
const saids = [
  { value: '', text: 'everywhere' },
  { value: 'quoted', text: 'inside quotation marks' },
  { value: 'unquoted', text: 'outside quotation marks' },
];

/** Outlets on the desk, by name. */
const outletNames = () => [...new Set((overview.value?.rows ?? []).flatMap(({ outlet }) => outlet ?? []))].sort();

/** What the search is narrowed to, as the desk is asked it. */
export function narrowed() {
  const { filters } = route.value;
  const story = overview.value?.stories.find(({ articles }) => articles.some(({ key }) => key === filters.story));
  const outlet = filters['f.outlet'] ? outletNames().find((name) => valueMark(name) === filters['f.outlet']) : undefined;
  return { ...(story && { story: story.id }), ...(outlet && { outlet }), ...(filters.said && { said: filters.said }) };
}

export function SearchPlace() {
  const { filters } = route.value;
  const [asked, setAsked] = useState(query.value.trim());
  const wanted = query.value.trim();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), kPause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const about = { query: asked, ...narrowed() };
  const paged = usePaged(asked ? { kind: 'search', ...about, sort: filters.sort ?? '' } : null, (/** @type {SearchView} */ view) => view.hits);
  const view = asked ? paged.first : null;
  useEffect(() => {
    if (view) announce(view.problem || counted(view.total, 'place'));
  }, [view]);
  const show = filters.show ?? '';
  return html`<header class="head"><h1>Search</h1>
      <${Lede} asked=${asked} view=${view} error=${paged.error} />
      ${asked && html`<${Sections} label="What is shown" links=${shows.map(([name, text]) => ({
        href: formatRoute({ place: 'search', filters: { ...filters, show: name } }), text, current: name === show,
      }))} />`}</header>
    ${!asked && html`<${HowToAsk} />`}
    ${view && html`<${Filters} lines=${show === ''} />
      ${view.problem && html`<p class="problem" role="alert">${view.problem}</p>`}
      ${view.total === 0 && !view.problem && html`<${Nothing}>Not in any article ${Object.keys(about).length > 1 ? 'that it was narrowed to' : 'on the desk'}. What was set aside is searched only once it is restored.</${Nothing}>`}
      ${view.total > 0 && show === '' && html`<${Lines} total=${view.total} paged=${paged} sort=${filters.sort ?? ''} />`}
      ${view.total > 0 && show === 'spread' && html`<${Spread} about=${about} />`}
      ${view.total > 0 && show === 'company' && html`<${Company} about=${about} />`}
      <details class="how"><summary>How to ask</summary><${HowToAsk} /></details>`}`;
}

/** @param {{asked: string, view: SearchView|null, error: string}} props */
function Lede({ asked, view, error }) {
  if (!asked) return html`<p class="lede">Words in every article, in their context. Nothing that you type leaves this page, nor stands in its address.</p>`;
  if (error) return html`<p class="lede">${error}</p>`;
  if (!view) return html`<p class="lede">Looking …</p>`;
  return html`<p class="lede"><b class="num">${counted(view.total, 'place')}</b> in <span class="num">${counted(view.articles, 'article')}</span> of ${view.searched}: <span class="asked">${firstWords(asked, 90)}</span>
    ${view.stopped !== null && html` <span class="stopped">The expression takes too many steps: it was stopped after ${counted(view.stopped, 'article')}.</span>`}</p>`;
}

/** @param {{lines: boolean}} props */
function Filters({ lines }) {
  const { filters } = route.value;
  const outlets = outletNames();
  const stories = overview.value?.stories ?? [];
  return html`<div class="filters" role="group" aria-label="Narrow the search">
    ${lines && html`<${Choice} label="In order" value=${filters.sort ?? ''} options=${sorts} onChange=${(/** @type {string} */ sort) => setFilters({ sort })} />`}
    <${Choice} label="Look" value=${filters.said ?? ''} options=${saids} onChange=${(/** @type {string} */ said) => setFilters({ said })} />
    ${outlets.length > 1 && html`<${Choice} label="Outlet" value=${filters['f.outlet'] ?? ''} options=${[{ value: '', text: 'all' }, ...outlets.map((name) => ({ value: valueMark(name), text: name }))]} onChange=${(/** @type {string} */ mark) => setFilters({ 'f.outlet': mark })} />`}
    ${stories.length > 1 && html`<${Choice} label="Happening" value=${filters.story ?? ''} options=${[{ value: '', text: 'all' }, ...stories.map(({ title, articles }) => ({ value: articles[0]?.key ?? '', text: firstWords(title, 48) }))]} onChange=${(/** @type {string} */ story) => setFilters({ story })} />`}
  </div>`;
}
