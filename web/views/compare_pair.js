/**
 * Two accounts side by side, passage by passage, the words that they share marked.
 * @module
 */
import { formatRoute, readerHash } from '../state/router.js';
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { CompareSections } from './compare_sections.js';
import { html } from './html.js';
import { Account, Choice, Nothing } from './parts.js';
import { counted, firstWords, number, placed } from './wording.js';

/** @typedef {import('../engine/protocol.js').AlignmentView} AlignmentView */
/** @typedef {import('../engine/protocol.js').Words} WordsShown */

const kClose = 600; // likeness from which two passages are called the same in other words

/** @param {string} article @param {string} other */
export const pairHash = (article, other) => formatRoute({ place: 'compare', view: 'origins', filters: { article, other } });

/** @param {{a: string, b: string}} props */
export function Pair({ a, b }) {
  const { answer, error } = useAnswer({ kind: 'alignment', a, b });
  const view = /** @type {AlignmentView|null} */ (answer);
  const rows = overview.value?.rows ?? [];
  const options = rows.map(({ key, outlet, label, id }) => ({ value: key, text: firstWords(`${outlet ?? id}: ${label}`, 60) }));
  const go = (/** @type {string} */ left, /** @type {string} */ right) => (window.location.hash = pairHash(left, right));
  return html`<header class="head"><h1>Side by side</h1>
      ${view && html`<p class="lede"><b class="num">${number(view.shared)}</b> of ${number(view.wordsA)} and ${number(view.wordsB)} words are shared in runs of three or more; ${view.paired} of ${view.passagesA} and ${view.passagesB} sentences have a counterpart.</p>`}
      <${CompareSections} /></header>
    <div class="filters pair-choice" role="group" aria-label="Which accounts">
      <${Choice} label="Left" value=${a} options=${options} onChange=${(/** @type {string} */ key) => go(key, b)} />
      <${Choice} label="Right" value=${b} options=${options} onChange=${(/** @type {string} */ key) => go(a, key)} />
      <a href=${formatRoute({ place: 'compare', view: 'origins' })}>All origins</a>
    </div>
    ${error && html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`}
    ${a === b && html`<${Nothing}>Both sides are one account. Choose another for the right.</${Nothing}>`}
    ${view && a !== b && html`<table class="parallel">
      <thead><tr>${[view.a, view.b].map(({ key, label }) => html`<th scope="col"><a href=${formatRoute({ place: 'reader', key })}><${Account} article=${key} /></a> <small>${label}</small></th>`)}</tr></thead>
      <tbody>${view.rows.map(({ left, right, likeness }) => html`<tr class=${left && right ? (likeness >= kClose ? 'close' : 'akin') : 'alone'}>
        <${Passage} words=${left} other=${right} key="left" /><${Passage} words=${right} other=${left} key="right" /></tr>`)}</tbody></table>
      <p class="meta note-below">Sentences are matched by the words of meaning that they share, the most alike first, each once. Marked are runs of at least ${counted(3, 'word')} that stand in both. A sentence without a counterpart may still be told elsewhere in other words: nothing here says that it is left out.</p>`}`;
}

/** @param {{words: WordsShown|null, other: WordsShown|null}} props */
function Passage({ words, other }) {
  if (!words) return html`<td class="none"><span class="hidden">no counterpart</span></td>`;
  /** @type {unknown[]} */
  const shown = [];
  let at = 0;
  for (const { begin, end } of words.marks) {
    shown.push(words.words.slice(at, begin), html`<mark>${words.words.slice(begin, end)}</mark>`);
    at = end;
  }
  shown.push(words.words.slice(at));
  return html`<td class=${other ? undefined : 'sole'}><a href=${readerHash(words)}>${shown}</a> <small>${placed(words.where)}</small></td>`;
}
