/**
 * Lists of records: JSON (an array, or an object that holds one) and JSONL (one record a line). Records become rows of
 * text; a record inside a record gives columns such as "source.name".
 *
 * @module
 */
import { openTable } from './chosen.js';
import { breathe } from './pause.js';
import { Refusal } from './refusal.js';

/** @typedef {Record<string, unknown>} JsonRecord */

const kMostColumns = 200;
const kDeep = 3;

/** @param {unknown} value @returns {value is JsonRecord} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The longest list of records in a value, looked for in its members and theirs; the value itself where it is a record.
 * @param {unknown} value
 * @param {number} [depth]
 * @returns {JsonRecord[]}
 */
function recordsIn(value, depth = 0) {
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value) || depth > kDeep) return [];
  const lists = Object.values(value).map((member) => (typeof member === 'object' ? recordsIn(member, depth + 1) : []));
  const longest = lists.reduce((most, list) => (list.length > most.length ? list : most), /** @type {JsonRecord[]} */ ([]));
  if (longest.length > 1) return longest;
  return depth === 0 && longest.length === 0 ? [value] : longest.length > 0 ? longest : [];
}

/**
 * @param {JsonRecord} record
 * @param {string} path
 * @param {Map<string, string>} cells
 * @param {number} depth
 */
function flatten(record, path, cells, depth) {
  for (const [key, value] of Object.entries(record)) {
    if (cells.size >= kMostColumns) return;
    const name = path ? `${path}.${key}` : key;
    if (typeof value === 'string') cells.set(name, value);
    else if (typeof value === 'number' || typeof value === 'boolean') cells.set(name, String(value));
    else if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) cells.set(name, value.join('\n\n'));
    else if (isRecord(value) && depth < kDeep) flatten(value, name, cells, depth + 1);
  }
}

/** @param {string} text @returns {Promise<{records: JsonRecord[], wrong: number}>} */
async function linesOf(text) {
  /** @type {JsonRecord[]} */
  const records = [];
  let wrong = 0;
  for (let begin = 0; begin < text.length; ) {
    const feed = text.indexOf('\n', begin);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(begin, end).trim();
    begin = end + 1;
    if (!line) continue;
    try {
      const value = JSON.parse(line);
      if (isRecord(value)) records.push(value);
      else wrong++;
    } catch {
      wrong++;
    }
    if (records.length % 64 === 0) await breathe();
  }
  return { records, wrong };
}

/** @param {string} text */
async function parse(text) {
  try {
    return { records: recordsIn(JSON.parse(text)), wrong: 0 };
  } catch {
    return linesOf(text);
  }
}

/** @param {readonly JsonRecord[]} records */
function refuseOwn(records) {
  const schema = String(records[0]?.schema ?? '');
  if (schema.startsWith('readout/reading/') || schema.startsWith('readout/dossier/')) {
    throw new Refusal('own-export', 'This is an export of Readout. Drop the articles that it was made from: they are read anew.');
  }
}

/** @type {import('./registry.js').Importer['open']} */
export async function open({ name, file }, { repair }, tools) {
  const decoded = await tools.decode(file, { repair });
  const { records, wrong } = await parse(decoded.text);
  if (records.length === 0) throw new Refusal('json-invalid', 'This file is no JSON that holds records: neither a list of them nor one a line.');
  refuseOwn(records);
  /** @type {Map<string, number>} */
  const columns = new Map();
  const rows = records.map((record) => {
    const cells = /** @type {Map<string, string>} */ (new Map());
    flatten(record, '', cells, 0);
    /** @type {string[]} */
    const row = [];
    for (const [column, cell] of cells) {
      let at = columns.get(column);
      if (at === undefined && columns.size < kMostColumns) columns.set(column, (at = columns.size));
      if (at !== undefined) row[at] = cell;
    }
    return row;
  });
  const faults = wrong > 0 ? [`${wrong.toLocaleString('en')} ${wrong === 1 ? 'line is' : 'lines are'} no JSON record and ${wrong === 1 ? 'was' : 'were'} left out.`] : [];
  return openTable(name, decoded, [...columns.keys()], rows, tools, faults);
}
