/** @module */
import { readerHash } from '../state/router.js';
import { html } from '../views/html.js';
import { approxWords, FigureMark, leaning, reachOf, roleWords } from './figure_marks.js';
import { fitText, fonts, textWidth } from './text_width.js';
import { stretchOf, stretchText } from './time_values.js';
import { valueAxis } from './value_axis.js';

/** @typedef {import('../engine/protocol.js').MeasureEntry} Entry */
/** @typedef {{entries: Entry[], outlets: {key: string, name: string}[]}} Row   entries that say the same */

const kRow = 30;
const kNarrow = 520;
const kAxis = 26;

/**
 * What a figure says beside its mark: "€2.4 billion, forecast, for next year".
 * @param {Entry} entry
 */
export function sayFigure(entry) {
  const stretch = stretchOf(entry.date);
  const period = stretch ? stretchText(stretch) : entry.words.includes(entry.period) ? '' : entry.period;
  const lean = leaning(entry);
  const words = entry.value !== null && lean !== 'exact' ? `${approxWords[lean]} ${entry.words}` : entry.words;
  return [words, roleWords[entry.role] && `a ${roleWords[entry.role]}`, period && `for ${period}`].filter(Boolean).join(', ');
}

/** The whole of it, for those who listen. @param {Entry} entry @param {string} outlets */
export const describeFigure = (entry, outlets) => [sayFigure(entry), outlets, entry.where, entry.doubt && `doubtful: ${entry.doubt}`].filter(Boolean).join(', ');

/**
 * Several values of one measure: a row an account, marks on one axis. Accounts that say the same in the same words share
 * a row where there are many.
 * @param {{rows: readonly Row[], width: number, label: string}} props
 */
export function FigureStrip({ rows, width, label }) {
  const narrow = width < kNarrow;
  const gutter = narrow ? 0 : Math.min(190, Math.max(...rows.map(({ outlets }) => textWidth(outletText(outlets), fonts.label))) + 20);
  const reaches = rows.flatMap(({ entries: [entry] }) => (entry ? [reachOf(entry)] : []));
  const axis = valueAxis(reaches.flatMap((reach) => (reach ? [reach.low, reach.high] : [])), narrow ? 3 : 5);
  const labels = Math.max(...rows.map(({ entries: [entry] }) => (entry ? textWidth(sayFigure(entry), fonts.label) : 0))) + 34;
  const [left, right] = [gutter + 12, width - (narrow ? 24 : Math.min(labels, (width - gutter) * 0.45))];
  const place = (/** @type {number} */ value) => left + ((value - axis.low) / (axis.high - axis.low)) * (right - left);
  const height = narrow ? kRow + 20 : kRow;
  const bottom = rows.length * height;
  return html`<svg class="figure-drawing" viewBox=${`0 0 ${width} ${bottom + kAxis}`} width=${width} height=${bottom + kAxis} role="group" aria-label=${label}>
    ${axis.ticks.map((tick) => html`<g><path class=${tick === 0 ? 'zero' : 'grid'} d=${`M${place(tick).toFixed(1)} 2V${bottom}`} />
      <text class="tick" x=${place(tick)} y=${bottom + 16} text-anchor=${tick === axis.ticks[0] ? 'start' : 'middle'}>${axis.text(tick)}</text></g>`)}
    ${rows.map(({ entries, outlets }, index) => {
      const [entry] = entries;
      const reach = entry && reachOf(entry);
      if (!entry || !reach) return null;
      const y = index * height + (narrow ? 32 : height / 2);
      const end = place(reach.high);
      const lean = leaning(entry);
      const [before, after] = [lean === 'under' ? 24 : 14, lean === 'over' ? 26 : lean === 'about' ? 17 : 13];
      const text = sayFigure(entry) + (entry.doubt ? ' ?' : '');
      const room = width - end - after;
      const over = end - before - left;
      const onLeft = room < textWidth(text, fonts.label) && over > room;
      const shown = fitText(text, onLeft ? over : room, fonts.label);
      return html`<a href=${readerHash(entry)} class="figure-row">
        <rect class="hit" data-screen x="0" y=${index * height} width=${width} height=${height} />
        <text class="outlet" x="0" y=${narrow ? index * height + 15 : y + 4}>${fitText(outletText(outlets), narrow ? width : gutter - 8, fonts.label)}</text>
        <path class=${`stem ${entry.role}`} d=${`M${place(0).toFixed(1)} ${y}H${place(reach.low).toFixed(1)}`} />
        <g transform=${`translate(0 ${y})`}><${FigureMark} entry=${entry} place=${place} /></g>
        <text class="said" x=${onLeft ? place(reach.low) - before : end + after} y=${y + 4} text-anchor=${onLeft ? 'end' : 'start'}>${shown}</text>
        <title>${describeFigure(entry, outletText(outlets))}. ${entry.around}</title>
      </a>`;
    })}
  </svg>`;
}

/** @param {readonly {name: string}[]} outlets */
export function outletText(outlets) {
  const names = [...new Set(outlets.map(({ name }) => name))];
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(', ');
}
