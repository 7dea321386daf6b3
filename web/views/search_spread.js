/** @module */
import { route, setFilters, valueMark } from '../state/router.js';
import { useAnswer } from '../state/use_answer.js';
import { html } from './html.js';
import { Nothing } from './parts.js';
import { counted, number, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').SpreadView} SpreadView */
/** @typedef {SpreadView['outlets'][number]} Share */

const kPer = 10000; // words that a frequency is counted in

/** @param {Share} share */
const rate = ({ hits, words }) => (words === 0 ? 0 : (hits / words) * kPer);

/**
 * How often a query stands in each outlet and on each day, against what each has written.
 * @param {{about: Record<string, unknown>}} props
 */
export function Spread({ about }) {
  const { answer, error } = useAnswer({ kind: 'spread', ...about });
  const view = /** @type {SpreadView|null} */ (answer);
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  if (!view) return null;
  const most = Math.max(...[...view.outlets, ...view.days].map(rate), 1e-9);
  const known = view.days.filter(({ name }) => name !== '');
  const days = [...known, ...view.days.filter(({ name }) => name === '')];
  return html`<div class="columns spread">
    <section aria-labelledby="by-outlet"><h2 id="by-outlet">By outlet</h2>
      <${Bars} shares=${view.outlets} most=${most} head="Outlet" name=${(/** @type {Share} */ { name }) =>
        name === '' ? html`<i>outlet unknown</i>` : html`<button type="button" class="quiet" onClick=${() => setFilters({ 'f.outlet': valueMark(name), show: '' })}>${name}</button>`} /></section>
    <section aria-labelledby="by-day"><h2 id="by-day">By day published</h2>
      ${known.length === 0 ? html`<${Nothing}>No article’s date is known.</${Nothing}>` : html`<${Bars} shares=${days} most=${most} head="Day" name=${(/** @type {Share} */ { name }) => (name === '' ? html`<i>date unknown</i>` : html`<span class="num">${plainDate(name)}</span>`)} />`}</section>
  </div>
  <p class="meta note-below">The bar is the frequency: places in ${number(kPer)} words${route.value.filters.said && ', counted over all words, quoted and not'}. Few words make a frequency unsteady: the count beside it says how few.</p>`;
}

/** @param {{shares: readonly Share[], most: number, head: string, name: (share: Share) => unknown}} props */
function Bars({ shares, most, head, name }) {
  return html`<table class="bars"><thead><tr><th scope="col">${head}</th><th scope="col" class="numeric">Places</th><th scope="col" class="numeric">Articles</th><th scope="col">In ${number(kPer)} words</th></tr></thead>
    <tbody>${shares.map((share) => html`<tr class=${share.hits === 0 ? 'none' : undefined}><th scope="row">${name(share)}</th><td class="numeric">${number(share.hits)}</td>
      <td class="numeric">${share.articles}<span class="of-all"> of ${share.all}</span></td>
      <td><span class="bar" style=${{ '--share': (rate(share) / most).toFixed(3) }}></span><span class="num">${rate(share) >= 10 ? number(Math.round(rate(share))) : rate(share).toFixed(1)}</span><span class="hidden"> ${counted(share.words, 'word')} in all</span></td></tr>`)}</tbody></table>`;
}
