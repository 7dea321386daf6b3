/**
 * Which column of a table holds what: guessed from the columns' names and from what stands in them, then chosen by the
 * person. Works on any rows of text cells, from CSV and JSON alike.
 *
 * @module
 */
import { dayReader } from './days.js';

/** @typedef {'text'|'title'|'outlet'|'published'|'id'} Role */
/**
 * @typedef {object} Table
 * @property {string} name                  of the file
 * @property {readonly string[]} columns
 * @property {readonly (readonly string[])[]} rows   cells by column; '' where there is none
 * @property {Mapping} guess
 */
/**
 * Columns by role, -1 for none; `source`: whether the texts are articles' own words or whole pages.
 * @typedef {{[role in Role]: number} & {source: 'text'|'page'}} Mapping
 */

export const kRoles = /** @type {const} */ (['text', 'title', 'outlet', 'published', 'id']);

/** @type {Readonly<Record<Role, RegExp>>} */
const names = {
  text: /^(full|main|plain|clean|article|news|raw|page|story)*(text|body|content|maintext|article|story|transcript)s?$/,
  title: /^((article|news|page)?(title|headline|heading|hed)|subject|name)$/,
  outlet: /^((news)?(outlet|source|publisher|publication|newspaper|media|medium|paper|site|domain|journal)(name|title)?|sourcetitle|publishername)$/,
  published: /^((date|day|datum|pubdate|time|timestamp)|(date|time)?(published?|publication|posted|issued|created|written)(at|on|date|time|day|utc|timestamp)*|seendate|dateadded)$/,
  id: /^((article|doc|document|news|record|story|global)?(id|uid|uuid|guid|key|nr|no|number)|(article|page|share)?(url|uri|link|href|permalink))$/,
};

const kLooked = 200; // rows that a guess looks at
const kArticle = 200; // characters: texts of this mean length are articles whatever their column is called
const kLine = 40; // shorter than this on average is no text, whatever its column is called

/** @param {string} name */
const plain = (name) => name.toLowerCase().replace(/^.*[.:/](?=.)/, (path) => path.replace(/[^a-z0-9]/g, '')).replace(/[^a-z0-9]/g, '');
/** @param {string} name */
const last = (name) => plain(name.replace(/^.*[.:/](?=.)/, ''));

/**
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 * @returns {Mapping}
 */
export function guessColumns(columns, rows) {
  const looked = rows.slice(0, kLooked);
  const about = columns.map((_, column) => {
    const cells = looked.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    return { cells, length, filled: cells.length / Math.max(1, looked.length) };
  });
  /** @type {Set<number>} */
  const taken = new Set();
  /** @param {(column: number) => number} score  0: it is not */
  const pick = (score) => {
    const best = columns.map((_, column) => (taken.has(column) ? 0 : score(column))).reduce((most, value, column, all) => (value > (all[most] ?? 0) ? column : most), 0);
    if (columns.length === 0 || taken.has(best) || score(best) <= 0) return -1;
    taken.add(best);
    return best;
  };
  /** @param {Role} role @param {number} column */
  const named = (role, column) => names[role].test(plain(columns[column] ?? '')) || names[role].test(last(columns[column] ?? ''));
  const text = pick((column) => {
    const { length, filled } = about[column] ?? { length: 0, filled: 0 };
    if (length < kLine || (!named('text', column) && length < kArticle)) return 0;
    return Math.min(length, 4000) * filled * (named('text', column) ? 4 : 1);
  });
  const published = pick((column) => {
    const { cells } = about[column] ?? { cells: [] };
    const toDay = dayReader(cells);
    const understood = cells.length === 0 ? 0 : cells.filter((cell) => toDay(cell) !== null).length / cells.length;
    return understood < 0.5 ? 0 : understood + (named('published', column) ? 1 : 0) - (named('id', column) ? 1 : 0) - (/^\d{1,8}$/.test(cells[0] ?? '') && !named('published', column) ? 2 : 0);
  });
  const title = pick((column) => {
    const { length, filled } = about[column] ?? { length: 0, filled: 0 };
    return named('title', column) && length < 300 ? filled + (length > 15 ? 1 : 0.1) : 0;
  });
  const outlet = pick((column) => {
    const { length, filled } = about[column] ?? { length: 0, filled: 0 };
    return named('outlet', column) && length > 0 && length < 60 ? filled + 0.1 : 0;
  });
  const id = pick((column) => {
    const { cells, filled } = about[column] ?? { cells: [], filled: 0 };
    return named('id', column) && filled === 1 && new Set(cells).size === cells.length ? 1 + (/(id|key)$/.test(last(columns[column] ?? '')) ? 1 : 0) : 0;
  });
  return { text, title, outlet, published, id, source: 'text' };
}

/** @typedef {import('./inputs.js').Input} Input */

/**
 * The rows as articles. A row without text gives none; its number is that of the row in the table, from 1.
 * @param {Table} table
 * @param {Mapping} mapping
 * @returns {{inputs: Input[], empty: number, undated: number}}   `undated`: rows whose date was not understood
 */
export function articlesOf({ name, rows }, mapping) {
  /** @param {readonly string[]} row @param {Role} role */
  const cell = (row, role) => (mapping[role] < 0 ? '' : (row[mapping[role]]?.trim() ?? ''));
  const toDay = dayReader(rows.map((row) => cell(row, 'published')));
  /** @type {Set<string>} */
  const used = new Set();
  /** @type {Input[]} */
  const inputs = [];
  let empty = 0;
  let undated = 0;
  rows.forEach((row, index) => {
    const text = cell(row, 'text');
    if (!text) {
      empty++;
      return;
    }
    const stated = cell(row, 'published');
    const published = stated ? toDay(stated) : null;
    if (stated && !published) undated++;
    const own = cell(row, 'id').slice(0, 200);
    const mark = own && !used.has(own) ? own : String(index + 1);
    used.add(mark);
    inputs.push({ id: `${name}#${mark}`, text, title: cell(row, 'title') || null, outlet: cell(row, 'outlet') || null, published, source: mapping.source });
  });
  return { inputs, empty, undated };
}
