/**
 * How each table of the Record is set: which columns stand by themselves, and which stand small under another, so that
 * words get room. Columns that no layout names stand by themselves.
 *
 * @module
 */

/** @typedef {import('../engine/protocol.js').TableView['columns'][number]} Column */
/** @typedef {{id: string, width: number, opens?: boolean, under?: {id: string, before?: string, label?: string}[]}} Place   width: per cent */
/** @typedef {{column: Column, width: number, opens: boolean, under: {column: Column, before: string}[]}} Placed */

const accounts = { id: 'accounts', width: 8 };
const outlet = { id: 'outlet', width: 16, under: [{ id: 'where' }] };

/** @type {Record<string, Place[]>} */
const layouts = {
  quotations: [
    { id: 'speaker', width: 15 },
    { id: 'said', width: 40, opens: true },
    { id: 'cue', width: 13, under: [{ id: 'stance', label: 'Stance' }, { id: 'to', before: 'to ' }] },
    { id: 'how', width: 9 },
    outlet,
    accounts,
  ],
  people: [
    { id: 'name', width: 30, opens: true, under: [{ id: 'aliases', before: 'also ' }] },
    { id: 'type', width: 12 },
    { id: 'roles', width: 28 },
    { id: 'mentions', width: 10 },
    { id: 'articles', width: 10 },
    { id: 'quotations', width: 10 },
  ],
  figures: [
    { id: 'figure', width: 24, opens: true },
    { id: 'of', width: 26, under: [{ id: 'period', before: 'for ' }] },
    { id: 'kind', width: 12, under: [{ id: 'sense' }] },
    { id: 'value', width: 15 },
    outlet,
    accounts,
  ],
  timeline: [
    { id: 'date', width: 16 },
    { id: 'what', width: 46, opens: true },
    { id: 'kind', width: 18, under: [{ id: 'about' }] },
    { id: 'accounts', width: 10 },
    { id: 'origins', width: 10 },
  ],
};

/** Columns that others already tell: the chain, the value with its unit, the date in words. */
const told = ['via', 'unit', 'day'];

/**
 * @param {string} table
 * @param {readonly Column[]} columns
 * @returns {Placed[]}   exactly one opens the words
 */
export function placeColumns(table, columns) {
  const find = (/** @type {string} */ id) => columns.find((column) => column.id === id);
  /** @type {Placed[]} */
  const placed = [];
  const used = new Set(told);
  for (const { id, width, opens = false, under = [] } of layouts[table] ?? []) {
    const column = find(id);
    if (!column) continue;
    used.add(id);
    const small = under.flatMap(({ id: other, before = '', label }) => {
      const found = find(other);
      if (found) used.add(other);
      return found ? [{ column: label ? { ...found, label } : found, before }] : [];
    });
    placed.push({ column, width, opens, under: small });
  }
  for (const column of columns) if (!used.has(column.id)) placed.push({ column, width: 12, opens: false, under: [] });
  if (!placed.some(({ opens }) => opens)) {
    const first = placed.find(({ column }) => column.verbatim) ?? placed[0];
    if (first) first.opens = true;
  }
  return placed;
}
