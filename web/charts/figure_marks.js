/**
 * The marks of figures: one shape a sense (a value, a target, a forecast, a record, a limit, a change), and what stands
 * beside it where the figure is no exact value (about, more than, less than, a range).
 *
 * @module
 */
import { html } from '../views/html.js';

/** @typedef {import('../engine/protocol.js').MeasureEntry} Entry */
/** @typedef {Entry['role']} Role */

/** @type {Record<Role, string>} */
export const roleWords = { value: '', change: 'change', target: 'target', forecast: 'forecast', record: 'record', limit: 'limit' };

/** @type {Record<Entry['approx'], string>} */
export const approxWords = { exact: '', about: 'about', over: 'more than', under: 'less than' };

const kSize = 5;

/** The shape itself, its centre at 0,0. @param {{role: Role}} props */
export function RoleMark({ role }) {
  switch (role) {
    case 'target':
      return html`<g class="mark hollow"><circle r=${kSize} /><circle class="pupil" r="1.8" /></g>`;
    case 'forecast':
      return html`<circle class="mark hollow dashed" r=${kSize} />`;
    case 'record':
      return html`<path class="mark" d="M0-6.6 1.7-2.2 6.4-2 2.7.9 4 5.4 0 2.8-4 5.4-2.7.9-6.4-2-1.7-2.2Z" />`;
    case 'limit':
      return html`<path class="mark hollow" d="M0-6.5V6.5M-4-6.5H4M-4 6.5H4" />`;
    case 'change':
      return html`<path class="mark" d="M0-6 6 0 0 6-6 0Z" />`;
    default:
      return html`<circle class="mark" r=${kSize} />`;
  }
}

/**
 * What says that the mark is no exact value: a dotted ring (about), an arrow (more, less).
 * @param {{approx: Entry['approx']}} props
 */
export function ApproxMark({ approx }) {
  if (approx === 'about') return html`<circle class="mark about" r=${kSize + 4.5} />`;
  if (approx === 'over') return html`<path class="mark bound" d="M8 0H18M14-3.5 18 0 14 3.5" />`;
  if (approx === 'under') return html`<path class="mark bound" d="M-8 0H-18M-14-3.5-18 0-14 3.5" />`;
  return null;
}

/** The stretch that a figure claims: its value, or its range; null where it has neither. @param {Entry} entry */
export function reachOf({ value, min, max }) {
  if (value !== null) return { low: value, high: value };
  if (min !== null && max !== null) return { low: min, high: max };
  const one = min ?? max;
  return one === null ? null : { low: one, high: one };
}

/** How the mark of a figure leans: an open range counts as a bound. @param {Entry} entry @returns {Entry['approx']} */
export function leaning({ value, min, max, approx }) {
  if (value !== null || (min !== null && max !== null)) return approx;
  return min !== null ? 'over' : 'under';
}

/**
 * The figure's mark on an axis. `place` gives the pixel of a value; the mark stands at y = 0.
 * @param {{entry: Entry, place: (value: number) => number}} props
 */
export function FigureMark({ entry, place }) {
  const reach = reachOf(entry);
  if (!reach) return null;
  const [low, high] = [place(reach.low), place(reach.high)];
  const lean = leaning(entry);
  if (high - low < 1) {
    return html`<g transform=${`translate(${low.toFixed(1)} 0)`}><${ApproxMark} approx=${lean} /><${RoleMark} role=${entry.role} /></g>`;
  }
  return html`<g><path class="mark range" d=${`M${low.toFixed(1)} 0H${high.toFixed(1)}`} /><path class="mark bound" d=${`M${low.toFixed(1)}-5V5M${high.toFixed(1)}-5V5`} /></g>`;
}

/** @param {{draw: unknown, text: string}} props */
const LegendEntry = ({ draw, text }) => html`<li><svg class="figure-drawing" viewBox="-20 -10 40 20" width="40" height="20" aria-hidden="true">${draw}</svg>${text}</li>`;

/**
 * What the shapes mean: those that are there.
 * @param {{entries: readonly Entry[]}} props
 */
export function FigureLegend({ entries }) {
  const roles = new Set(entries.map(({ role }) => role));
  const leanings = new Set(entries.map(leaning));
  const ranges = entries.some(({ value, min, max }) => value === null && min !== null && max !== null);
  const said = /** @type {[Role, string][]} */ ([['value', 'a value'], ['record', 'a record'], ['change', 'a change'], ['target', 'a target'], ['forecast', 'a forecast'], ['limit', 'a limit']]);
  const leans = /** @type {[Entry['approx'], string][]} */ ([['about', 'about'], ['over', 'more than'], ['under', 'less than']]);
  return html`<ul class="legend-marks" aria-label="What the marks mean">
    ${said.filter(([role]) => roles.has(role)).map(([role, text]) => html`<${LegendEntry} draw=${html`<${RoleMark} role=${role} />`} text=${text} />`)}
    ${leans.filter(([lean]) => leanings.has(lean)).map(([lean, text]) => html`<${LegendEntry} draw=${html`<g><${ApproxMark} approx=${lean} /><circle class="mark" r="5" /></g>`} text=${text} />`)}
    ${ranges && html`<${LegendEntry} draw=${html`<path class="mark range" d="M-14 0H14" /><path class="mark bound" d="M-14-5V5M14-5V5" />`} text="from … to" />`}
  </ul>`;
}
