/**
 * How each table of the Record is set: which columns stand by themselves, and which stand small under another, so that
 * words get room. Columns that no layout names stand by themselves.
 *
 * @module
 */

/** @typedef {import('../engine/protocol.js').TableView['columns'][number]} Column */
/** @typedef {{id: string, width: number, opens?: boolean, under?: {id: string, before?: string, label?: string}[]}} Place   width: per cent */
/** @typedef {{column: Column, width: number, opens: boolean, under: {column: Column, before: string}[]}} Placed */

export const accounts = { id: 'accounts', width: 8 };
export const outlet = { id: 'outlet', width: 16, under: [{ id: 'where' }] };

/** Columns that others already tell: the chain, the value with its unit, the date in words. */
const told = ['via', 'unit', 'day', 'sort'];

/**
 * @param {readonly Place[]} layout
 * @param {readonly Column[]} columns
 * @returns {Placed[]}   exactly one opens the words
 */
export function placeColumns(layout, columns) {
  const find = (/** @type {string} */ id) => columns.find((column) => column.id === id);
  /** @type {Placed[]} */
  const placed = [];
  const used = new Set(told);
  for (const { id, width, opens = false, under = [] } of layout) {
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
