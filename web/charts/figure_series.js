/** @module */
import { utcTicks } from 'd3-time';
import { readerHash } from '../state/router.js';
import { html } from '../views/html.js';
import { ApproxMark, leaning, reachOf, RoleMark } from './figure_marks.js';
import { describeFigure } from './figure_strip.js';
import { fonts, textWidth } from './text_width.js';
import { stretchOf, stretchText, tickText } from './time_values.js';
import { valueAxis } from './value_axis.js';

/** @typedef {import('../engine/protocol.js').MeasureEntry} Entry */
/** @typedef {{entry: Entry, outlet: string}} Given */
/** @typedef {Given & {from: number, to: number, low: number, high: number}} Dated */

const kHeight = 240;
const kTop = 18;
const kAxis = 30;
const kMostForks = 3; // values a period, beyond which lines between them show nothing

/** Those of the figures that have a time and a value, by time. @param {readonly Given[]} given @returns {Dated[]} */
export function datedFigures(given) {
  const dated = given.flatMap(({ entry, outlet }) => {
    const stretch = stretchOf(entry.date);
    const reach = reachOf(entry);
    return stretch && reach ? [{ entry, outlet, ...stretch, ...reach }] : [];
  });
  return dated.sort((a, b) => a.from - b.from || a.to - b.to || a.low - b.low);
}

/**
 * One measure over several periods: each value as long as its period, from zero. A line joins values of periods of like
 * length; where accounts differ on one, it forks.
 * @param {{given: readonly Given[], width: number, label: string}} props
 */
export function FigureSeries({ given, width, label }) {
  const dated = datedFigures(given);
  const axis = valueAxis(dated.flatMap(({ low, high }) => [low, high]), 4);
  const gutter = Math.max(...axis.ticks.map((tick) => textWidth(axis.text(tick), fonts.label))) + 12;
  const first = Math.min(...dated.map(({ from }) => from));
  const last = Math.max(...dated.map(({ to }) => to));
  const pad = (last - first) * 0.04;
  const [left, right] = [gutter, width - 24];
  const bottom = kHeight - kAxis;
  const x = (/** @type {number} */ time) => left + ((time - first + pad) / (last - first + 2 * pad)) * (right - left);
  const y = (/** @type {number} */ value) => bottom - ((value - axis.low) / (axis.high - axis.low)) * (bottom - kTop);
  const times = utcTicks(new Date(first - pad), new Date(last + pad), Math.max(2, Math.min(8, Math.floor(width / 110))));
  const labels = placeLabels(dated, x, y, width);
  return html`<svg class="figure-drawing" viewBox=${`0 0 ${width} ${kHeight}`} width=${width} height=${kHeight} role="group" aria-label=${label}>
    ${axis.ticks.map((tick) => html`<g><path class=${tick === 0 ? 'zero' : 'grid'} d=${`M${left} ${y(tick).toFixed(1)}H${right}`} /><text class="tick" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${axis.text(tick)}</text></g>`)}
    ${times.map((tick) => html`<g><path class="tick-mark" d=${`M${x(tick.getTime()).toFixed(1)} ${bottom}v5`} /><text class="tick" x=${x(tick.getTime())} y=${bottom + 19} text-anchor="middle">${tickText(tick).text}</text></g>`)}
    ${joins(dated).map(([a, b]) => html`<path class=${`join ${b.entry.role}`} d=${`M${middle(a, x)} ${y(a.high).toFixed(1)}L${middle(b, x)} ${y(b.low).toFixed(1)}`} />`)}
    ${dated.map((one, index) => {
      const at = (one.low + one.high) / 2;
      const text = labels[index];
      return html`<a href=${readerHash(one.entry)} class="figure-row">
        <path class="period" d=${`M${x(one.from).toFixed(1)} ${y(at).toFixed(1)}H${x(one.to).toFixed(1)}`} />
        ${one.high > one.low && html`<path class="mark range" d=${`M${middle(one, x)} ${y(one.low).toFixed(1)}V${y(one.high).toFixed(1)}`} />`}
        <circle class="hit" data-screen cx=${middle(one, x)} cy=${y(at)} r="14" />
        <g transform=${`translate(${middle(one, x)} ${y(at).toFixed(1)})`}><g transform="rotate(-90)"><${ApproxMark} approx=${leaning(one.entry)} /></g><${RoleMark} role=${one.entry.role} /></g>
        ${text && html`<text class="said" x=${text.x} y=${text.y} text-anchor=${text.anchor}>${text.text}</text>`}
        <title>${stretchText(one)}: ${describeFigure(one.entry, one.outlet)}. ${one.entry.around}</title>
      </a>`;
    })}
  </svg>`;
}

/** @param {Dated} one @param {(time: number) => number} x */
const middle = (one, x) => ((x(one.from) + x(one.to)) / 2).toFixed(1);

/**
 * Neighbours in time whose periods are about as long, few enough to follow.
 * @param {readonly Dated[]} dated
 * @returns {[Dated, Dated][]}
 */
function joins(dated) {
  /** @type {Dated[][]} */
  const periods = [];
  for (const one of dated) {
    const group = periods.at(-1);
    if (group?.[0] && group[0].from === one.from && group[0].to === one.to) {
      if (!group.some(({ low, high, entry }) => low === one.low && high === one.high && entry.role === one.entry.role)) group.push(one);
    } else periods.push([one]);
  }
  /** @type {[Dated, Dated][]} */
  const lines = [];
  periods.forEach((group, index) => {
    const [one] = group;
    const next = periods.slice(index + 1).find(([other]) => one && other && other.from >= one.to);
    const other = next?.[0];
    if (!one || !next || !other || group.length > kMostForks || next.length > kMostForks) return;
    const ratio = (other.to - other.from) / (one.to - one.from);
    if (ratio > 0.8 && ratio < 1.25) for (const a of group) for (const b of next) lines.push([a, b]);
  });
  return lines;
}

/**
 * Each value's words above or below its mark where nothing else stands; the rest is in the table beneath.
 * @param {readonly Dated[]} dated
 * @param {(time: number) => number} x
 * @param {(value: number) => number} y
 * @param {number} width
 * @returns {({text: string, x: number, y: number, anchor: string}|null)[]}
 */
function placeLabels(dated, x, y, width) {
  /** @type {{left: number, right: number, top: number, bottom: number}[]} */
  const taken = dated.map((one) => {
    const [cx, cy] = [(x(one.from) + x(one.to)) / 2, y((one.low + one.high) / 2)];
    return { left: cx - 8, right: cx + 8, top: cy - 8, bottom: cy + 8 };
  });
  /** @type {Set<string>} */
  const said = new Set();
  return dated.map((one) => {
    const text = one.entry.text;
    const name = `${one.from} ${one.to} ${text} ${one.entry.role}`;
    if (said.has(name)) return null;
    const wide = textWidth(text, fonts.label);
    const [cx, cy] = [(x(one.from) + x(one.to)) / 2, y((one.low + one.high) / 2)];
    const lean = leaning(one.entry);
    for (const dy of [lean === 'over' ? -24 : -15, lean === 'under' ? 32 : 23]) {
      const left = Math.max(0, Math.min(width - wide, cx - wide / 2));
      const box = { left, right: left + wide, top: cy + dy - 12, bottom: cy + dy + 3 };
      if (box.top < 0 || taken.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top)) continue;
      taken.push(box);
      said.add(name);
      return { text, x: left, y: cy + dy, anchor: 'start' };
    }
    return null;
  });
}
