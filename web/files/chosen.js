/**
 * A table and what the person says of its columns, as articles.
 *
 * @module
 */
import { articlesOf, guessColumns } from './columns.js';
import { openedOf } from './inputs.js';
import { Refusal } from './refusal.js';

const kNamed = 8; // columns named in a sentence

/**
 * @param {string} name
 * @param {import('../engine/messages.js').DecodedFile} decoded
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 * @param {import('./registry.js').Tools} tools
 * @param {string[]} faults   what is to be told of rows that could not be read
 * @returns {Promise<import('../engine/messages.js').Opened>}
 */
export async function openTable(name, decoded, columns, rows, { limits, chooseColumns }, faults = []) {
  if (rows.length === 0) throw new Refusal('empty-table', 'This table has no rows.');
  if (rows.length > limits.rows) throw new Refusal('too-many-rows', `This table has more than ${limits.rows.toLocaleString('en')} rows: cut it in parts, or raise the limit.`);
  const guess = guessColumns(columns, rows);
  if (guess.text < 0) {
    const listed = columns.slice(0, kNamed).map((column) => `“${column.slice(0, 40)}”`).join(', ');
    throw new Refusal('no-text-column', `No column of this table holds articles: none has texts of more than a line. Its columns are ${listed}${columns.length > kNamed ? ' …' : ''}.`);
  }
  const table = { name, columns, rows, guess };
  const mapping = await chooseColumns(table);
  if (!mapping) throw new Refusal('not-chosen', 'Its columns were not chosen, so it was left out. Drop it again to choose them.');
  const { inputs, empty, undated } = articlesOf(table, mapping);
  if (inputs.length === 0) throw new Refusal('no-text', 'The column chosen for the text is empty in every row.');
  const told = [...faults];
  if (empty > 0) told.push(`${empty.toLocaleString('en')} ${empty === 1 ? 'row has' : 'rows have'} no text and ${empty === 1 ? 'was' : 'were'} left out.`);
  if (undated > 0) told.push(`${undated.toLocaleString('en')} ${undated === 1 ? 'date was' : 'dates were'} not understood and ${undated === 1 ? 'counts' : 'count'} as unknown.`);
  return { ...openedOf(decoded, inputs), leftOut: told.join(' ') };
}
