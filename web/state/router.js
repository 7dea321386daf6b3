/**
 * The address of what is shown: `#/place/...?filters`. An address holds keys (prefixes of content hashes), offsets and
 * words of this page's own choosing; never a word of an article, nor a name, nor what was searched for. Parsing is total:
 * whatever does not fit the schema is dropped.
 *
 * @module
 */
import { signal } from '@preact/signals';
import { leadOn, renamePlace } from './places_seen.js';

/** @typedef {'overview'|'reader'|'record'|'compare'|'search'} Place */

/**
 * @typedef {object} Route
 * @property {Place} place
 * @property {string} view      the sub-place: a table of the Record, a view of Compare; '' elsewhere
 * @property {string} key       the article of the Reader; '' for the first
 * @property {{begin: number, end: number}|null} range   words of the Reader to go to, UTF-16 units
 * @property {Record<string, string>} filters
 */

/** Sub-places by place; the first is where the place's tab leads. */
export const subPlaces = /** @type {const} */ ({
  record: ['quotations', 'people', 'figures', 'events', 'timeline'],
  compare: ['matrix', 'disagreements', 'origins', 'wording'],
});

const articleKey = /^[0-9a-f]{12}(-[1-9][0-9]{0,5})?$/;
const hexMark = /^[0-9a-f]{6}$/;

/**
 * What a filter may hold, by its name; `f.NAME` is a facet.
 * @type {Record<string, RegExp>}
 */
const filterShapes = {
  story: articleKey, // a happening is named by one of its articles
  article: articleKey,
  other: articleKey, // laid beside `article`
  kind: /^(quotation|figure|date|event)$/,
  differing: /^1$/,
  said: /^(quoted|unquoted)$/,
  show: /^(spread|company)$/,
  who: /^[0-9a-f]{12}(-[1-9][0-9]{0,5})?\.\d{1,9}(-\d{1,9})?$/, // a name, by an article that has it and where
  sort: /^[a-z][a-z-]{0,30}$/,
  down: /^1$/,
  as: /^table$/, // the table instead of the drawing
  by: /^country$/,
  from: hexMark,
  to: hexMark,
};
const facetName = /^f\.[a-z][a-z-]{0,30}$/;

/** @type {Record<Place, readonly string[]>} */
const filtersOf = {
  overview: [],
  reader: [],
  record: ['story', 'article', 'who', 'sort', 'down', 'as', 'by', 'from', 'to'],
  compare: ['story', 'kind', 'differing', 'article', 'other'],
  search: ['story', 'sort', 'said', 'show'],
};

/**
 * @param {string} hash   with or without its '#'
 * @returns {Route}
 */
export function parseRoute(hash) {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/');
  const place = /** @type {Place} */ (Object.hasOwn(filtersOf, parts[0] ?? '') ? parts[0] : 'overview');
  /** @type {Route} */
  const route = { place, view: '', key: '', range: null, filters: {} };
  if (place === 'record' || place === 'compare') {
    const views = /** @type {readonly string[]} */ (subPlaces[place]);
    route.view = views.includes(parts[1] ?? '') ? (parts[1] ?? '') : (views[0] ?? '');
  }
  if (place === 'reader' && articleKey.test(parts[1] ?? '')) {
    route.key = parts[1] ?? '';
    const range = /^(\d{1,9})-(\d{1,9})$/.exec(parts[2] ?? '');
    if (range && Number(range[1]) <= Number(range[2])) route.range = { begin: Number(range[1]), end: Number(range[2]) };
  }
  for (const [name, value] of new URLSearchParams(query)) {
    const known = filtersOf[place].includes(name) && filterShapes[name]?.test(value);
    const facet = (place === 'record' || place === 'search') && facetName.test(name) && hexMark.test(value);
    if (known || facet) route.filters[name] = value;
  }
  return route;
}

/**
 * @param {Partial<Route> & {place: Place}} route
 * @returns {string}   with its '#'
 */
export function formatRoute({ place, view = '', key = '', range = null, filters = {} }) {
  let hash = `#/${place}`;
  if (view) hash += `/${view}`;
  if (key) hash += `/${key}`;
  if (key && range) hash += `/${range.begin}-${range.end}`;
  const entries = Object.entries(filters).filter(([, value]) => value !== '');
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(entries).toString();
  return query ? `${hash}?${query}` : hash;
}

/**
 * Where some words stand.
 * @param {{key: string, begin: number, end: number}} words
 */
export const readerHash = ({ key, begin, end }) => formatRoute({ place: 'reader', key, range: { begin, end } });

/**
 * A facet's value as it may stand in an address: 24 bits of its FNV-1a hash, so that no name is told.
 * @param {string} value
 */
export function valueMark(value) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(value)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> 8) & 0xffffff).toString(16).padStart(6, '0');
}

/** The route shown now. */
export const route = signal(/** @type {Route} */ (parseRoute('')));

/**
 * Follows the address bar from now on.
 * @param {Window} page
 */
export function followAddress(page) {
  const read = () => {
    route.value = parseRoute(page.location.hash);
  };
  page.addEventListener('hashchange', read);
  read();
}

/**
 * Goes to a route. `replace` changes the address without a step in the history: for filters and the selected mark.
 * @param {Partial<Route> & {place: Place}} to
 * @param {{replace?: boolean}} [how]
 */
export function go(to, { replace = false } = {}) {
  const hash = formatRoute(to);
  if (!replace) {
    leadOn();
    window.location.hash = hash;
    return;
  }
  window.history.replaceState(null, '', hash);
  renamePlace();
  route.value = parseRoute(hash);
}

/**
 * Sets filters of the place shown; '' takes one away.
 * @param {Record<string, string>} changes
 */
export function setFilters(changes) {
  const now = route.value;
  go({ ...now, filters: { ...now.filters, ...changes } }, { replace: true });
}
