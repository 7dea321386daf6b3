/** @module */
import { useState } from 'preact/hooks';
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { html } from './html.js';
import { Choice, Nothing } from './parts.js';
import { queryFor, searchFor } from './search_query.js';
import { counted, firstWords, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').KeynessView} KeynessView */
/** @typedef {import('../engine/protocol.js').KeyItem} KeyItem */
/** @typedef {{value: string, text: string, scope: Record<string, unknown>}} Corpus   articles to take words from */

const kPage = 20;
const kMost = 500;

/** What words can be taken from: an outlet, a happening, the articles before or from a day in their middle. @param {{name: string}[]} outlets @returns {Corpus[]} */
function corpora(outlets) {
  const { stories = [], rows = [] } = overview.value ?? {};
  const days = rows.map(({ published }) => published.value).filter((value) => value.length === 10).sort();
  const middle = days[Math.floor(days.length / 2)] ?? '';
  const split = middle !== '' && (days[0] ?? '') < middle;
  const before = split ? new Date(Date.parse(middle) - 86_400_000).toISOString().slice(0, 10) : '';
  return [
    ...outlets.filter(({ name }) => name).map(({ name }) => ({ value: `o${name}`, text: name, scope: { outlet: name } })),
    ...(stories.length > 1 ? stories.slice(0, 40).map(({ id, title }) => ({ value: `s${id}`, text: firstWords(title, 48), scope: { story: id } })) : []),
    ...(split ? [{ value: 'early', text: `until ${plainDate(before)}`, scope: { to: before } }, { value: 'late', text: `from ${plainDate(middle)}`, scope: { from: middle } }] : []),
  ];
}

/**
 * Key words of one set of articles against another.
 * @param {{outlets: {name: string}[]}} props
 */
export function KeyWords({ outlets }) {
  const choices = corpora(outlets);
  const [chosenA, setA] = useState('');
  const [chosenB, setB] = useState('');
  const [count, setCount] = useState(kPage);
  const [functionWords, setFunctionWords] = useState(false);
  const a = choices.find(({ value }) => value === chosenA) ?? choices[0];
  const b = choices.find(({ value }) => value === chosenB && value !== a?.value);
  const { answer, error } = useAnswer(a ? { kind: 'keyness', a: a.scope, b: b?.scope ?? null, functionWords, count } : null);
  const view = /** @type {KeynessView|null} */ (answer);
  if (choices.length < 2 || !a) return null;
  const nameB = b?.text ?? 'all others';
  return html`<section aria-labelledby="key-words"><h2 id="key-words">Key words</h2>
    <div class="filters" role="group" aria-label="Whose words">
      <${Choice} label="Words of" value=${a.value} options=${choices} onChange=${setA} />
      <${Choice} label="against" value=${b?.value ?? ''} options=${[{ value: '', text: 'all others' }, ...choices.filter(({ value }) => value !== a.value)]} onChange=${setB} />
      <label class="check"><input type="checkbox" checked=${functionWords} onChange=${() => setFunctionWords(!functionWords)} /> With “the”, “of” …</label>
    </div>
    ${error && html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`}
    ${view && (view.a.words === 0 || view.b.words === 0) && html`<${Nothing}>There is nothing to hold these articles against.</${Nothing}>`}
    ${view && view.a.words > 0 && view.b.words > 0 && html`<div class="columns keyness">
      <${Side} name=${a.text} size=${view.a} items=${view.ofA} total=${view.totalA} of="a" />
      <${Side} name=${nameB} size=${view.b} items=${view.ofB} total=${view.totalB} of="b" />
    </div>
    ${Math.max(view.totalA, view.totalB) > count && html`<p class="more"><button type="button" onClick=${() => setCount(Math.min(kMost, count * 3))}>More of both</button></p>`}
    <p class="meta note-below">Lemmas, and phrases of two or three words, that one side has more often than chance would give it: three times or more, in two articles or more where there are two. Log-likelihood (Dunning 1993; Rayson and Garside 2000) of at least 6.6 says that the difference is hardly chance, though of many words compared some pass by chance. Log ratio (Hardie 2014) says how large it is: 1 is twice as often, 2 four times. Evenness is 1 − DP (Gries 2008): 1 is spread evenly over its side’s articles; below 0.1 a word is left out.</p>`}
  </section>`;
}

/** @param {{name: string, size: {articles: number, words: number}, items: readonly KeyItem[], total: number, of: 'a'|'b'}} props */
function Side({ name, size, items, total, of }) {
  return html`<section aria-label=${`Key words of ${name}`}><h3>${name}</h3>
    <p class="meta">${counted(size.words, 'word')} in ${counted(size.articles, 'article')}${total > 0 && `; ${counted(total, 'key word')}`}</p>
    ${items.length === 0 && html`<${Nothing}>No word or phrase stands out on this side.</${Nothing}>`}
    ${items.length > 0 && html`<table class="figures-table"><thead><tr><th scope="col">Words</th><th scope="col" class="numeric">Here</th><th scope="col" class="numeric">There</th><th scope="col" class="numeric">Articles</th><th scope="col" class="numeric">Log-likelihood</th><th scope="col" class="numeric">Log ratio</th><th scope="col" class="numeric">Evenness</th></tr></thead>
      <tbody>${items.map((item) => html`<tr key=${item.words}><th scope="row"><button type="button" class=${item.tag === 'PROPN' ? 'quiet propn' : 'quiet'} onClick=${() => searchFor(queryFor({ words: item.words, phrase: item.phrase, lemma: true }))}>${item.words}</button></th>
        <td class="numeric" data-label="Here">${of === 'a' ? item.a : item.b}</td><td class="numeric" data-label="There">${of === 'a' ? item.b : item.a}</td><td class="numeric" data-label="Articles">${of === 'a' ? item.articlesA : item.articlesB}</td>
        <td class="numeric" data-label="Log-likelihood">${item.likelihood.toFixed(1)}</td><td class="numeric" data-label="Log ratio">${Math.abs(item.ratio).toFixed(1)}</td><td class="numeric" data-label="Evenness">${size.articles > 1 ? item.dispersion.toFixed(2) : ''}</td></tr>`)}</tbody></table>`}
  </section>`;
}
