/**
 * Cooperation and conflict, in words and in deeds: told apart by shape (round, pointed) and by filling (hollow, full)
 * before colour.
 *
 * @module
 */
import { html } from '../views/html.js';

/** As ActorsView counts them. */
export const quads = /** @type {const} */ ([
  { name: 'cooperation, in words', letter: 'cooperation in words' },
  { name: 'cooperation, in deeds', letter: 'cooperation in deeds' },
  { name: 'conflict, in words', letter: 'conflict in words' },
  { name: 'conflict, in deeds', letter: 'conflict in deeds' },
]);

/** @param {{quad: number, size?: number}} props   its centre at 0,0 */
export function WhoMark({ quad, size = 5.5 }) {
  const filled = quad % 2 === 1 ? 'deeds' : 'words-only';
  if (quad < 2) return html`<circle class=${`who cooperation ${filled}`} r=${size} />`;
  const [up, side, down] = [-size * 1.15, size * 1.1, size * 0.8];
  return html`<path class=${`who conflict ${filled}`} d=${`M0 ${up}L${side} ${down}H${-side}Z`} />`;
}

/** How large a mark stands for a count: its area grows with it, within reason. @param {number} count @param {number} most */
export const markSize = (count, most) => 4.5 + 4.5 * Math.sqrt(Math.max(0, count - 1) / Math.max(1, most - 1));

export function WhoLegend() {
  return html`<ul class="legend-marks" aria-label="What the marks mean">${quads.map(({ name }, quad) => html`<li><svg class="who-drawing" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true"><${WhoMark} quad=${quad} /></svg>${name}</li>`)}</ul>`;
}
