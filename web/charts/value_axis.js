/**
 * An axis of values that begins at zero, so that lengths may be compared, with a few round ticks.
 * @module
 */
import { nice, ticks } from 'd3-array';

/** @typedef {{low: number, high: number, ticks: number[], text: (value: number) => string}} ValueAxis */

const scales = /** @type {const} */ ([[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']]);

/**
 * @param {readonly number[]} values
 * @param {number} count   about so many ticks
 * @returns {ValueAxis}
 */
export function valueAxis(values, count) {
  const [from, to] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [low, high] = from === to ? [0, 1] : nice(from, to + (to - from) * 0.02, count);
  const most = Math.max(Math.abs(low), Math.abs(high));
  // "k" alone would turn years and small counts into riddles.
  const [scale, letters] = scales.find(([size]) => most >= size && size !== 1e3) ?? [1, ''];
  const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  return { low, high, ticks: ticks(low, high, count), text: (value) => `${numbers.format(value / scale)}${value === 0 ? '' : letters && ` ${letters}`}` };
}

const currencies = new Intl.DisplayNames('en', { type: 'currency' });

/**
 * A unit as a heading says it: "US dollars", "per cent", "km".
 * @param {{unit: string, kind: string, change: boolean}} measure
 */
export function unitWords({ unit, kind, change }) {
  let words = unit;
  if (kind === 'money' && /^[A-Z]{3}$/.test(unit)) words = currencies.of(unit) ?? unit;
  if (unit === '%') words = 'per cent';
  if (unit === 'pp') words = 'percentage points';
  if (unit === '') words = kind === 'count' ? 'number' : kind;
  return change ? `change, ${words}` : words;
}
