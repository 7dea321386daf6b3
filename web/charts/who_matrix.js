/** @module */
import { html } from '../views/html.js';
import { fitText, fonts, textWidth } from './text_width.js';
import { markSize, quads, WhoMark } from './who_marks.js';

/** @typedef {import('../engine/protocol.js').ActorsView} ActorsView */
/** @typedef {ActorsView['cells'][number]} Cell */
/** @typedef {{id: string, name: string}} Party */

/** @param {readonly Cell[]} cells */
const mostOf = (cells) => Math.max(1, ...cells.flatMap(({ counts }) => counts));

/** @param {readonly Cell[]} cells @param {string} from @param {string} to */
const cellOf = (cells, from, to) => cells.find((cell) => cell.from === from && cell.to === to);

/**
 * Who does what to whom: a row an actor, a column a recipient. A cell opens the events behind it.
 * @param {{parties: readonly Party[], cells: readonly Cell[], chosen: {from: string, to: string}|null,
 *          onChoose: (from: Party, to: Party) => void}} props
 */
export function WhoMatrix({ parties, cells, chosen, onChoose }) {
  const most = mostOf(cells);
  const rows = parties.filter(({ id }) => cells.some(({ from }) => from === id));
  const columns = parties.filter(({ id }) => cells.some(({ to }) => to === id));
  return html`<div class="who-frame" tabindex="0" role="region" aria-label="Matrix of who does what to whom"><table class="who-matrix">
    <thead><tr><th scope="col" class="corner"><span>who <i aria-hidden="true">↓</i></span> <span>to whom <i aria-hidden="true">→</i></span></th>${columns.map(({ name }) => html`<th scope="col"><span>${name}</span></th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}</th>${columns.map((column) => {
      const cell = cellOf(cells, row.id, column.id);
      const pressed = chosen?.from === row.id && chosen.to === column.id;
      if (!cell) return html`<td class=${row.id === column.id ? 'self' : undefined}></td>`;
      // What is seen is part of what is spoken, word for word.
      return html`<td><button type="button" class="who-cell" aria-pressed=${pressed} onClick=${() => onChoose(row, column)}>
        <span class="hidden">${`${row.name} to ${column.name}: `}</span>
        ${cell.counts.map((count, quad) => count > 0 && html`<span class="tally"><svg class="who-drawing" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true"><${WhoMark} quad=${quad} size=${markSize(count, most)} /></svg>${count}<span class="hidden">${` of ${quads[quad]?.letter}, `}</span></span>`)}
        <span class="hidden">${`${cell.accounts} ${cell.accounts === 1 ? 'account' : 'accounts'}`}</span></button></td>`;
    })}</tr>`)}</tbody></table></div>`;
}

const kCell = 76;
const kRow = 40;

/**
 * The same, drawn to be saved.
 * @param {{parties: readonly Party[], cells: readonly Cell[]}} props
 */
export function WhoDrawing({ parties, cells }) {
  const most = mostOf(cells);
  const rows = parties.filter(({ id }) => cells.some(({ from }) => from === id));
  const columns = parties.filter(({ id }) => cells.some(({ to }) => to === id));
  const left = Math.min(240, Math.max(80, ...rows.map(({ name }) => textWidth(name, fonts.strong)))) + 16;
  const slant = Math.min(190, Math.max(60, ...columns.map(({ name }) => textWidth(name, fonts.strong))));
  const top = slant * 0.71 + 20;
  const width = Math.max(left + columns.length * kCell + slant * 0.71, 712);
  const height = top + rows.length * kRow + 44;
  return html`<svg class="who-drawing" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} aria-hidden="true">
    ${columns.map(({ name }, index) => html`<text class="head" transform=${`translate(${left + index * kCell + kCell / 2} ${top - 10}) rotate(-45)`}>${fitText(name, slant, fonts.strong)}</text>`)}
    ${rows.map((row, index) => {
      const y = top + index * kRow;
      return html`<g><path class="rule" d=${`M0 ${y}H${left + columns.length * kCell}`} /><text class="head" x="0" y=${y + kRow / 2 + 4}>${fitText(row.name, left - 16, fonts.strong)}</text>
        ${columns.map((column, at) => {
          const counts = cellOf(cells, row.id, column.id)?.counts ?? [];
          const there = counts.flatMap((count, quad) => (count > 0 ? [{ count, quad }] : []));
          const step = Math.min(34, kCell / Math.max(1, there.length));
          return there.map(({ count, quad }, place) => html`<g transform=${`translate(${left + at * kCell + kCell / 2 + (place - (there.length - 1) / 2) * step - 6} ${y + kRow / 2})`}><${WhoMark} quad=${quad} size=${markSize(count, most) * (there.length > 2 ? 0.7 : 1)} /><text class="number" x=${there.length > 2 ? 7 : 11} y="4">${count}</text></g>`);
        })}</g>`;
    })}
    <path class="rule" d=${`M0 ${top + rows.length * kRow}H${left + columns.length * kCell}`} />
    ${quads.map(({ name }, quad) => html`<g transform=${`translate(${8 + quad * 176} ${height - 16})`}><${WhoMark} quad=${quad} /><text class="number" x="12" y="4">${name}</text></g>`)}
  </svg>`;
}
