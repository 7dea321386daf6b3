/**
 * Tables: CSV, TSV and their kin, after RFC 4180. Papa Parse reads them: released this year, half the bytes of csv-parse,
 * and made without building functions from text, which the page's policy refuses (d3-dsv and uDSV do that).
 *
 * @module
 */
import Papa from 'papaparse';
import { openTable } from './chosen.js';
import { breathe } from './pause.js';

const kPiece = 1 << 20; // characters at a time
const kHeading = 80; // a longer cell is no column's name

/**
 * @param {string} text
 * @param {number} most  rows
 * @returns {Promise<string[][]>}
 */
function parse(text, most) {
  return new Promise((resolve) => {
    /** @type {string[][]} */
    const rows = [];
    /** @type {import('papaparse').ParseLocalConfig<string[], string>} */
    const config = {
      skipEmptyLines: 'greedy',
      chunkSize: kPiece,
      delimitersToGuess: [',', '\t', ';', '|'],
      chunk: ({ data }, parser) => {
        for (const row of data) rows.push(row);
        if (rows.length > most + 1) return parser.abort();
        parser.pause();
        return void breathe().then(() => parser.resume());
      },
      complete: () => resolve(rows),
    };
    Papa.parse(/** @type {never} */ (text), /** @type {never} */ (config));
  });
}

/**
 * The columns' names and the rows under them. A first row with a long or a missing cell names nothing.
 * @param {string[][]} all
 */
function headed(all) {
  const [first = [], ...rest] = all;
  const width = all.slice(0, 1000).reduce((most, row) => Math.max(most, row.length), 0);
  const names = first.every((cell) => cell.trim() !== '' && cell.length <= kHeading && !/^[\d.,\s/:-]+$/.test(cell)) && new Set(first).size === first.length;
  const columns = Array.from({ length: width }, (_, index) => (names && first[index]?.trim()) || `Column ${index + 1}`);
  return { columns, rows: names ? rest : all };
}

/** @type {import('./registry.js').Importer['open']} */
export async function open({ name, file }, { repair }, tools) {
  const decoded = await tools.decode(file, { repair });
  const { columns, rows } = headed(await parse(decoded.text, tools.limits.rows));
  return openTable(name, decoded, columns, rows, tools);
}
