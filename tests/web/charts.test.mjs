/** What the drawings reckon with: dates as stretches of time, places on an axis, zooming. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kDay, stretchOf, stretchText, utc } from '../../web/charts/time_values.js';
import { firstView, layOut, wholeView } from '../../web/charts/timeline_layout.js';
import { afterKey, moved, scaled } from '../../web/charts/zoom.js';

/** @typedef {import('../../web/charts/timeline_layout.js').Placed} Placed */

/** The same numbers each time. */
function numbers(seed = 7) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('every day of four centuries is one day long, and follows the one before', () => {
  let last = utc(1800);
  for (let day = utc(1800); day < utc(2200); day += kDay) {
    const value = new Date(day).toISOString().slice(0, 10);
    assert.deepEqual(stretchOf(value), { from: day, to: day + kDay }, value);
    assert.ok(day >= last);
    last = day;
  }
});

test('weeks, months, quarters, halves, seasons, years, decades, centuries and ranges', () => {
  const day = (/** @type {number} */ time) => new Date(time).toISOString().slice(0, 10);
  for (const [value, from, to] of [
    ['2023-W21', '2023-05-22', '2023-05-29'], ['2020-W53', '2020-12-28', '2021-01-04'], ['2021-W01', '2021-01-04', '2021-01-11'],
    ['2023-W21-3', '2023-05-24', '2023-05-25'], ['2024-02', '2024-02-01', '2024-03-01'], ['2023-Q4', '2023-10-01', '2024-01-01'],
    ['2023-H1', '2023-01-01', '2023-07-01'], ['2023-WI', '2023-12-01', '2024-03-01'], ['2025-SP', '2025-03-01', '2025-06-01'],
    ['1996', '1996-01-01', '1997-01-01'], ['199', '1990-01-01', '2000-01-01'], ['18', '1800-01-01', '1900-01-01'],
    ['2023-01/2023-07', '2023-01-01', '2023-08-01'], ['2025-10-14TEV', '2025-10-14', '2025-10-15'],
  ]) {
    const stretch = stretchOf(String(value));
    assert.deepEqual(stretch && [day(stretch.from), day(stretch.to)], [from, to], value);
  }
});

test('what names no calendar time is nowhere', () => {
  for (const value of ['', 'PAST_REF', 'XXXX-10-14', 'P2D', '2023-13', '2023-02-30', '2023-XX', '2023-05/', '2023-07/2023-01', '1', '20235']) assert.equal(stretchOf(value), null, value);
});

test('a stretch says itself shortly, with each year that it touches', () => {
  for (const [value, text] of [
    ['2025-10-14', '14 Oct 2025'], ['2025-10', 'Oct 2025'], ['2025', '2025'], ['2024-01/2024-07', 'Jan to Jul 2024'],
    ['2024/2025', '2024 to 2025'], ['2024-11/2025-02', 'Nov 2024 to Feb 2025'], ['2024-12-30/2025-01-02', '30 Dec 2024 to 2 Jan 2025'],
  ]) assert.equal(stretchText(stretchOf(String(value)) ?? { from: 0, to: 0 }), text);
});

/** @param {(below: number) => number} random @param {number} count @returns {Placed[]} */
function crowd(random, count) {
  const items = Array.from({ length: count }, () => {
    const from = utc(2025) + random(400) * kDay;
    return { from, to: from + [1, 1, 1, 30, 90, 365][random(6)] * kDay, statement: /** @type {Placed['statement']} */ ({ certainty: random(2) ? 'certain' : 'vague' }) };
  });
  return items.sort((a, b) => a.from - b.from || a.to - b.to);
}

test('on the timeline nothing stands on anything else, and nothing is lost', () => {
  const random = numbers();
  for (let round = 0; round < 200; round += 1) {
    const items = crowd(random, 1 + random(80));
    const width = 320 + random(1200);
    const view = wholeView(items) ?? { from: 0, to: 1 };
    const x = (/** @type {number} */ time) => ((time - view.from) / (view.to - view.from)) * width;
    const { points, bars, hidden } = layOut(items, x, { left: 0, right: width });
    const shown = [...points, ...bars].reduce((sum, { members }) => sum + members.length, 0);
    assert.equal(shown + hidden.length, items.length);
    for (const [index, a] of points.entries())
      for (const b of points.slice(index + 1)) if (a.row === b.row) assert.ok(b.x - a.x >= 20 - 1e-6 && a.x + 10 + a.room <= b.x - 10 + 1e-6, `points at ${a.x} and ${b.x}`);
    for (const [index, a] of bars.entries())
      for (const b of bars.slice(index + 1)) if (a.row === b.row) assert.ok(a.x + a.width <= b.x + 1e-6 || b.x + b.width <= a.x + 1e-6);
  }
});

test('the first view holds most statements, and never more than there is', () => {
  const random = numbers(3);
  for (let round = 0; round < 50; round += 1) {
    const items = crowd(random, 3 + random(40));
    const [first, whole] = [firstView(items), wholeView(items)];
    assert.ok(first && whole);
    const inside = items.filter(({ from, to }) => to >= first.from && from <= first.to).length;
    assert.ok(inside >= items.length / 2);
  }
  assert.equal(firstView([]), null);
});

test('zooming keeps the time under the pointer, and stays within reason', () => {
  const whole = { from: utc(2000), to: utc(2030) };
  const view = { from: utc(2020), to: utc(2024) };
  const around = utc(2021);
  const share = (/** @type {{from: number, to: number}} */ { from, to }) => (around - from) / (to - from);
  for (const factor of [0.3, 0.8, 1.5, 9]) assert.ok(Math.abs(share(scaled(view, factor, around, whole)) - share(view)) < 1e-9);
  const near = scaled(view, 1e9, around, whole);
  assert.equal(near.to - near.from, kDay / 2);
  const far = scaled(view, 1e-9, around, whole);
  assert.equal(far.to - far.from, 3 * (whole.to - whole.from));
  assert.deepEqual(moved(view, 1), { from: view.to, to: 2 * view.to - view.from });
  assert.deepEqual(afterKey('0', view, whole), whole);
  assert.equal(afterKey('Home', view, whole)?.from, whole.from);
  assert.equal(afterKey('End', view, whole)?.to, whole.to);
  assert.equal(afterKey('a', view, whole), null);
});
