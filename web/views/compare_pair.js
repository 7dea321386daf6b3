/**
 * Two accounts side by side, passage by passage, the words that they share marked.
 * @module
 */
import { useState } from 'preact/hooks';
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
const kCopied = 30; // characters in common from which a sentence is shown as shared
const kRows = 6;

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
    ${view && a !== b && html`<${Parallel} view=${view} rows=${view.rows} />
      <p class="meta note-below">Sentences are matched by the words of meaning that they share, the most alike first, each once. Marked are runs of at least ${counted(3, 'word')} that stand in both. A sentence without a counterpart may still be told elsewhere in other words: nothing here says that it is left out.</p>`}`;
}

/** @param {{view: AlignmentView, rows: AlignmentView['rows']}} props */
function Parallel({ view, rows }) {
  return html`<table class="parallel">
    <thead><tr>${[view.a, view.b].map(({ key, label }) => html`<th scope="col"><a href=${formatRoute({ place: 'reader', key })}><${Account} article=${key} /></a> <small>${label}</small></th>`)}</tr></thead>
    <tbody>${rows.map(({ left, right, likeness }) => html`<tr class=${left && right ? (likeness >= kClose ? 'close' : 'akin') : 'alone'}>
      <${Passage} words=${left} other=${right} key="left" /><${Passage} words=${right} other=${left} key="right" /></tr>`)}</tbody></table>`;
}

/** Words of a row that stand in both. @param {AlignmentView['rows'][number]} row */
const sharedLength = ({ left }) => (left?.marks ?? []).reduce((sum, { begin, end }) => sum + end - begin, 0);

/**
 * What accounts of one origin share: two of them, line by line, and nothing else of either.
 * @param {{articles: readonly {key: string, label: string}[]}} props
 */
export function SharedCopy({ articles }) {
  const [other, setOther] = useState(articles[1]?.key ?? '');
  const [all, setAll] = useState(false);
  const [first] = articles;
  const { answer } = useAnswer(first ? { kind: 'alignment', a: first.key, b: other } : null);
  const view = /** @type {AlignmentView|null} */ (answer);
  const rows = overview.value?.rows ?? [];
  if (!first || !view) return null;
  const shared = view.rows.filter((row) => row.left && row.right && sharedLength(row) >= kCopied);
  const shown = all ? shared : shared.slice(0, kRows);
  return html`<div class="shared-copy">
    ${articles.length > 2 && html`<${Choice} label="Beside it" value=${other} options=${articles.slice(1).map(({ key, label }) => ({ value: key, text: firstWords(rows.find((row) => row.key === key)?.outlet ?? label, 60) }))} onChange=${setOther} />`}
    ${shared.length === 0 ? html`<${Nothing}>These two share no long run of words sentence by sentence: each draws on the text in other places.</${Nothing}>` : html`<${Parallel} view=${view} rows=${shown} />`}
    <p class="links">${shared.length > shown.length && html`<button type="button" class="quiet" onClick=${() => setAll(true)}>${counted(shared.length - shown.length, 'more shared sentence')}</button>`}
      <a href=${pairHash(first.key, other)}>Lay them side by side, whole</a></p></div>`;
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
