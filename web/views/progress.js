/** @module */
import { failures, progress, theEngine } from '../state/session.js';
import { html } from './html.js';
import { counted, number, plainDuration } from './wording.js';

/** How far the reading is, with count, rate and time left, and the way to stop it. */
export function ProgressLine() {
  const { busy, done, total, rate, left } = progress.value;
  if (!busy) return null;
  // A correction reads nothing, or little, and is done in a moment: its line comes only where it takes longer.
  if (total === 0) return html`<div class="progress together" role="status"><p><span>Putting together …</span></p></div>`;
  const failed = failures.value.length;
  return html`<div class="progress">
    <progress aria-label="Articles read" max=${Math.max(total, 1)} value=${done}></progress>
    <p>
      <span class="num">Reading ${number(done)} of ${number(total)}</span>
      ${rate > 0 && html`<span class="num">${number(Math.max(1, Math.round(rate)))} a second</span>`}
      ${left > 0 && html`<span class="num">about ${plainDuration(left)} left</span>`}
      ${failed > 0 && html`<span>${counted(failed, 'failure')}</span>`}
      <button type="button" class="quiet" onClick=${() => theEngine().cancel()}>Cancel</button>
    </p>
  </div>`;
}
