/** @module */
import { useState } from 'preact/hooks';
import { useAnswer } from '../state/use_answer.js';
import { html } from './html.js';
import { Choice, Nothing } from './parts.js';
import { searchFor } from './search_query.js';
import { counted, number } from './wording.js';

/** @typedef {import('../engine/protocol.js').CollocatesView} CollocatesView */
/** @typedef {CollocatesView['rows'][number]} Row */

const kPage = 50;
const windows = [1, 3, 5, 10].map((size) => ({ value: String(size), text: `${size} ${size === 1 ? 'word' : 'words'} away` }));
const measures = [
  { value: '', text: 'sure (log-likelihood)' },
  { value: 'dice', text: 'typical (logDice)' },
];

/**
 * The query that shows a word together with what was asked, on the side where it mostly stands.
 * @param {Row} row
 * @param {string} asked
 */
function together({ word, left, right }, asked) {
  const plain = asked.replace(/["“”]/g, '').trim();
  const simple = !/^[-/]/.test(plain) && (!/\s/.test(plain) || /^["“]/.test(asked));
  if (!simple) return `lemma:${word} ${asked}`;
  return left >= right ? `"lemma:${word} ... ${plain}"` : `"${plain} ... lemma:${word}"`;
}

/**
 * The words that keep company with a query.
 * @param {{about: {query: string} & Record<string, unknown>}} props
 */
export function Company({ about }) {
  const [window, setWindow] = useState('5');
  const [sort, setSort] = useState('');
  const [functionWords, setFunctionWords] = useState(false);
  const [count, setCount] = useState(kPage);
  const { answer, error } = useAnswer({ kind: 'collocates', ...about, window: Number(window), functionWords, sort, from: 0, count });
  const view = /** @type {CollocatesView|null} */ (answer);
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  return html`<div class="filters" role="group" aria-label="Company">
      <${Choice} label="Up to" value=${window} options=${windows} onChange=${setWindow} />
      <${Choice} label="Most" value=${sort} options=${measures} onChange=${setSort} />
      <label class="check"><input type="checkbox" checked=${functionWords} onChange=${() => setFunctionWords(!functionWords)} /> With “the”, “of” …</label>
    </div>
    ${view && view.rows.length === 0 && html`<${Nothing}>No word stands near it twice, and more often than chance would have it.</${Nothing}>`}
    ${view && view.rows.length > 0 && html`<table class="figures-table"><thead><tr>
        <th scope="col">Word</th><th scope="col" class="numeric">Before</th><th scope="col" class="numeric">After</th><th scope="col" class="numeric">By chance</th><th scope="col" class="numeric">In all</th><th scope="col" class="numeric">Articles</th><th scope="col" class="numeric">Log-likelihood</th><th scope="col" class="numeric">logDice</th></tr></thead>
      <tbody>${view.rows.map((row) => html`<tr key=${row.word}><th scope="row"><button type="button" class=${row.tag === 'PROPN' ? 'quiet propn' : 'quiet'} onClick=${() => searchFor(together(row, about.query))}>${row.word}</button>${row.tag && html` <small>${row.tag.toLowerCase()}</small>`}</th>
        <td class="numeric" data-label="Before">${row.left || ''}</td><td class="numeric" data-label="After">${row.right || ''}</td><td class="numeric" data-label="By chance">${row.expected.toFixed(1)}</td><td class="numeric" data-label="In all">${number(row.total)}</td><td class="numeric" data-label="Articles">${row.articles}</td><td class="numeric" data-label="Log-likelihood">${row.likelihood.toFixed(1)}</td><td class="numeric" data-label="logDice">${row.dice.toFixed(1)}</td></tr>`)}</tbody></table>
      ${view.total > view.rows.length && html`<p class="more"><button type="button" onClick=${() => setCount(count + kPage)}>${counted(view.total - view.rows.length, 'more word')}</button></p>`}
      <p class="meta note-below">Words (as lemmas) within ${window} of a place, inside its paragraph, more often than by chance. Log-likelihood (Dunning 1993) says how sure that is: above 6.6 chance alone does it once in a hundred. logDice (Rychlý 2008) says how typical, 14 at the most, and does not grow with the corpus.</p>`}`;
}
