/**
 * Where things stand on a timeline: points that fall together become one, labels take the room that is left, and nothing
 * overlaps. Pure reckoning in pixels.
 *
 * @module
 */

/** @typedef {import('../engine/protocol.js').Statement} Statement */
/** @typedef {{statement: Statement, from: number, to: number}} Placed   milliseconds */
/**
 * @typedef {object} Point
 * @property {number} x
 * @property {Placed[]} members
 * @property {number} row
 * @property {number} room     pixels for its label
 */
/**
 * @typedef {object} Bar
 * @property {number} x
 * @property {number} width
 * @property {Placed[]} members   all of the same stretch and certainty
 * @property {number} row
 * @property {number} room     pixels for its label: inside where it is wide, else after it
 * @property {boolean} inside
 */

const kTogether = 20; // points nearer than this are one
const kLeastBar = 26; // a stretch narrower than this is a point
const kLeastInside = 62; // a bar this long has its label inside
const kGap = 10;
const kLeastLabel = 44;
const kLabel = 210; // what a label asks for
const kRows = 4;
const kBarRows = 7;

/**
 * @param {readonly Placed[]} items   by time
 * @param {(time: number) => number} x
 * @param {{left: number, right: number}} view   pixels
 * @returns {{points: Point[], bars: Bar[], pointRows: number, barRows: number, hidden: Placed[]}}   `hidden`: stretches
 *   that found no row
 */
export function layOut(items, x, { left, right }) {
  /** @type {Map<string, Placed[]>} */
  const stretches = new Map();
  /** @type {{x: number, members: Placed[]}[]} */
  const together = [];
  for (const item of items) {
    const [from, to] = [x(item.from), x(item.to)];
    if (to < left || from > right) continue;
    if (to - from >= kLeastBar) {
      const name = `${item.from} ${item.to} ${item.statement.certainty}`;
      stretches.set(name, [...(stretches.get(name) ?? []), item]);
      continue;
    }
    together.push({ x: Math.min(right, Math.max(left, (from + to) / 2)), members: [item] });
  }
  together.sort((a, b) => a.x - b.x);
  /** @type {{x: number, members: Placed[]}[]} */
  const groups = [];
  for (const one of together) {
    const last = groups.at(-1);
    if (last && one.x - last.x < kTogether) last.members.push(...one.members);
    else groups.push({ ...one });
  }
  const { points, pointRows } = rowPoints(groups, right);
  const { bars, barRows, hidden } = rowBars([...stretches.values()], x, left, right);
  return { points, bars, pointRows, barRows, hidden };
}

/**
 * Each point in the first row whose last label has ended; else where the most room is.
 * @param {{x: number, members: Placed[]}[]} groups
 * @param {number} right
 */
function rowPoints(groups, right) {
  /** @type {Point[][]} */
  const rows = [];
  for (const group of groups) {
    const ends = (/** @type {Point} */ point) => point.x + kTogether / 2 + Math.min(point.room, kLabel) + kGap;
    let row = rows.findIndex((points) => points.every((point) => ends(point) <= group.x - kTogether / 2));
    if (row < 0 && rows.length < kRows) row = rows.push([]) - 1;
    if (row < 0) {
      // No row is free: the one whose last point stands farthest away gives up some of its label.
      row = rows.reduce((best, points, index) => ((points.at(-1)?.x ?? 0) < (rows[best]?.at(-1)?.x ?? 0) ? index : best), 0);
      const last = rows[row]?.at(-1);
      if (last) last.room = group.x - last.x - kTogether - kGap;
      if (last && last.room < kLeastLabel) last.room = 0;
    }
    rows[row]?.push({ ...group, row, room: Math.max(0, right - group.x - kTogether / 2) });
  }
  for (const points of rows) points.forEach((point, index) => {
    const next = points[index + 1];
    if (next) point.room = Math.min(point.room, next.x - point.x - kTogether - kGap);
    if (point.room < kLeastLabel) point.room = 0;
  });
  return { points: rows.flat().sort((a, b) => a.x - b.x || a.row - b.row), pointRows: rows.length };
}

/**
 * @param {Placed[][]} stretches
 * @param {(time: number) => number} x
 * @param {number} left
 * @param {number} right
 */
function rowBars(stretches, x, left, right) {
  /** @type {Bar[]} */
  const bars = [];
  /** @type {Placed[]} */
  const hidden = [];
  const inOrder = stretches.map((members) => ({ members, from: x(members[0]?.from ?? 0), to: x(members[0]?.to ?? 0) })).sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  /** @type {{from: number, to: number}[][]} */
  const rows = [];
  for (const { members, from, to } of inOrder) {
    const [start, stop] = [Math.max(left, from), Math.min(right, to)];
    const inside = stop - start >= kLeastInside;
    const after = inside ? 0 : Math.min(kLabel / 2, right - stop);
    const needs = { from: start, to: stop + after + kGap };
    const free = (/** @type {{from: number, to: number}[]} */ row) => row.every((other) => other.to <= needs.from || other.from >= needs.to);
    let row = rows.findIndex(free);
    if (row < 0 && rows.length < kBarRows) row = rows.push([]) - 1;
    if (row < 0) {
      hidden.push(...members);
      continue;
    }
    rows[row]?.push(needs);
    bars.push({ x: start, width: stop - start, members, row, inside, room: inside ? stop - start - 12 : after - 6 });
  }
  return { bars: bars.sort((a, b) => a.x - b.x || a.row - b.row), barRows: rows.length, hidden };
}

const kWeek = 7 * 86_400_000;

/**
 * The stretch to show first: all, unless most statements crowd into a small part of it; then that part.
 * @param {readonly {from: number, to: number}[]} items
 * @returns {{from: number, to: number}|null}
 */
export function firstView(items) {
  if (items.length === 0) return null;
  const all = wholeView(items);
  if (!all) return null;
  const middles = items.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b);
  const want = Math.ceil(items.length * 0.55);
  let best = { from: middles[0] ?? 0, to: middles.at(-1) ?? 0 };
  for (let i = 0; i + want <= middles.length; i += 1) {
    const [from, to] = [middles[i] ?? 0, middles[i + want - 1] ?? 0];
    if (to - from < best.to - best.from) best = { from, to };
  }
  const span = Math.max(best.to - best.from, kWeek);
  if (span * 6 > all.to - all.from) return all;
  return { from: best.from - span * 0.25, to: best.to + span * 0.25 };
}

/** All there is, with some air. @param {readonly {from: number, to: number}[]} items @returns {{from: number, to: number}|null} */
export function wholeView(items) {
  if (items.length === 0) return null;
  const from = Math.min(...items.map((item) => item.from));
  const to = Math.max(...items.map((item) => item.to));
  const pad = Math.max((to - from) * 0.04, kWeek / 14);
  return { from: from - pad, to: to + pad };
}
