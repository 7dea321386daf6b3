/**
 * Wording: what each outlet calls the same person or thing, how it reports speech, and the words that it prefers.
 * @module
 */
import { useState } from 'preact/hooks';
import { route, setFilters } from '../state/router.js';
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { KeyWords } from './compare_keyness.js';
import { CompareSections } from './compare_sections.js';
import { html } from './html.js';
import { Choice, Nothing } from './parts.js';
import { searchFor } from './search_query.js';
import { counted, firstWords, number } from './wording.js';

/** @typedef {import('../engine/protocol.js').WordingView} WordingView */
/** @typedef {import('../engine/protocol.js').CalledAs} CalledAs */
/** @typedef {import('../engine/protocol.js').Times} Times */

const kFirst = 8; // people and things shown before the reader asks for more

/** How a class of reporting verbs presents what is said. */
const stances = /** @type {Record<string, string>} */ ({
  neutral: 'neutral', assertive: 'assertive', doubting: 'doubting', denying: 'denying', agreeing: 'agreeing', asking: 'asking', warning: 'warning', unknown: 'not classed',
});

export function Wording() {
  const { filters } = route.value;
  const stories = overview.value?.stories ?? [];
  const story = stories.find(({ articles }) => articles.some(({ key }) => key === filters.story));
  const { answer, error } = useAnswer({ kind: 'wording', ...(story && { story: story.id }) });
  const view = /** @type {WordingView|null} */ (answer);
  return html`<header class="head"><h1>Wording</h1>
      <p class="lede">What each outlet calls the same person or thing, how it reports what was said, and the words that it prefers. Counts open their lines. <span class="quoted-count">“ ”</span> counts what stands inside quotation marks: words that the outlet quotes, or holds at arm’s length.</p>
      <${CompareSections} /></header>
    ${stories.length > 1 && html`<div class="filters" role="group" aria-label="Filters"><${Choice} label="Happening" value=${story?.articles[0]?.key ?? ''} options=${[{ value: '', text: 'all' }, ...stories.map(({ title, articles }) => ({ value: articles[0]?.key ?? '', text: firstWords(title, 56) }))]} onChange=${(/** @type {string} */ key) => setFilters({ story: key })} /></div>`}
    ${error && html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`}
    ${view && html`
      ${view.rivals.length > 0 && html`<section aria-labelledby="rivals"><h2 id="rivals">Terms to choose between</h2>
        <p class="meta above">Known sets of terms of which outlets use one or another. The words may be used of other things too: open the lines to see.</p>
        <div class=${frame(view)}>${view.rivals.map((set) => html`<${Labels} about=${set.about} labels=${set.labels} outlets=${view.outlets} />`)}</div></section>`}
      <${People} view=${view} />
      <${Verbs} view=${view} />
      <${KeyWords} outlets=${view.outlets} />`}`;
}

/** @param {{view: WordingView}} props */
function People({ view }) {
  const [all, setAll] = useState(false);
  const shown = all ? view.called : view.called.slice(0, kFirst);
  return html`<section aria-labelledby="called"><h2 id="called">Names and descriptions</h2>
    ${view.called.length === 0 && html`<${Nothing}>Nobody and nothing is called by more than one name here, by more than one outlet.</${Nothing}>`}
    <div class=${frame(view)}>${shown.map((one) => html`<${Labels} key=${one.about} about=${one.about} labels=${one.labels} outlets=${view.outlets} />`)}</div>
    ${view.called.length > shown.length && html`<p class="more"><button type="button" onClick=${() => setAll(true)}>${counted(view.called.length - shown.length, 'more name')}</button></p>`}
  </section>`;
}

/** Two tables side by side where few outlets leave room. @param {WordingView} view */
const frame = ({ outlets }) => (outlets.length <= 3 ? 'wordings few' : 'wordings');

/** @param {string} name */
const outletName = (name) => (name === '' ? html`<i>outlet unknown</i>` : name);

const groups = /** @type {const} */ ([['name', 'named'], ['description', 'described as'], ['modifier', 'with these words before the name'], ['term', '']]);

/** @param {{about: string, labels: readonly CalledAs[], outlets: WordingView['outlets']}} props */
function Labels({ about, labels, outlets }) {
  const kinds = groups.filter(([kind]) => labels.some((label) => label.kind === kind));
  return html`<table class="labels"><caption>${about}</caption>
    <thead><tr><th scope="col"><span class="hidden">Words</span></th>${outlets.map(({ name }) => html`<th scope="col" class="numeric">${outletName(name)}</th>`)}</tr></thead>
    ${kinds.map(([kind, title]) => html`<tbody>
      ${title && (kinds.length > 1 || kind !== 'name') && html`<tr class="group"><th scope="rowgroup" colspan=${outlets.length + 1}>${title}</th></tr>`}
      ${labels.filter((label) => label.kind === kind).map((label) => html`<tr><th scope="row"><button type="button" class="quiet" onClick=${() => searchFor(label.query)}>${label.label}${kind === 'modifier' && ' …'}</button></th><${Counts} times=${label} outlets=${outlets} /></tr>`)}</tbody>`)}
  </table>`;
}

/** @param {{times: Times, outlets: WordingView['outlets']}} props */
function Counts({ times, outlets }) {
  return outlets.map(({ name }, index) => {
    const plain = times.plain[index] ?? 0;
    const quoted = times.quoted[index] ?? 0;
    return html`<td class="numeric" data-label=${name || 'outlet unknown'}>${plain > 0 && number(plain)}${quoted > 0 && html`${plain > 0 && ' '}<span class="quoted-count">“${number(quoted)}”<span class="hidden"> inside quotation marks</span></span>`}${plain + quoted === 0 && html`<span class="nil" aria-label="none">·</span>`}</td>`;
  });
}

/** @param {{view: WordingView}} props */
function Verbs({ view }) {
  const [all, setAll] = useState(false);
  const { outlets, classes, verbs } = view;
  if (verbs.length === 0) return null;
  const totals = outlets.map((_, index) => classes.reduce((sum, one) => sum + (one.plain[index] ?? 0) + (one.quoted[index] ?? 0), 0));
  const shown = all ? verbs : verbs.slice(0, 12);
  return html`<section aria-labelledby="verbs"><h2 id="verbs">Reporting verbs</h2>
    <p class="meta above">“Said” takes no side; “claimed” doubts, “admitted” and “pointed out” take for granted. Inside “ ”: direct quotations.</p>
    <div class="verbs-frame"><table class="labels verbs"><caption class="hidden">Reporting verbs by outlet</caption>
      <thead><tr><th scope="col"><span class="hidden">Class or verb</span></th>${outlets.map(({ name }) => html`<th scope="col" class="numeric">${outletName(name)}</th>`)}</tr></thead>
      <tbody><tr class="group"><th scope="rowgroup" colspan=${outlets.length + 1}>by class, of all that outlet’s</th></tr>
        ${classes.map((one) => html`<tr class=${`stance ${one.name}`}><th scope="row">${stances[one.name] ?? one.name}</th>${outlets.map(({ name }, index) => {
          const count = (one.plain[index] ?? 0) + (one.quoted[index] ?? 0);
          const share = totals[index] ? count / (totals[index] ?? 1) : 0;
          return html`<td class="numeric" data-label=${name || 'outlet unknown'}>${count === 0 ? html`<span class="nil" aria-label="none">·</span>` : html`<span class="share" style=${{ '--share': share.toFixed(3) }}>${Math.round(share * 100)}%</span>`}</td>`;
        })}</tr>`)}</tbody>
      <tbody><tr class="group"><th scope="rowgroup" colspan=${outlets.length + 1}>by verb</th></tr>
        ${shown.map((row) => html`<tr><th scope="row"><button type="button" class="quiet" onClick=${() => searchFor(row.query)}>${row.verb}</button> ${row.class !== 'unknown' && html`<small>${stances[row.class] ?? row.class}</small>`}</th><${Counts} times=${row} outlets=${outlets} /></tr>`)}</tbody></table></div>
    ${verbs.length > shown.length && html`<p class="more"><button type="button" onClick=${() => setAll(true)}>${counted(verbs.length - shown.length, 'more verb')}</button></p>`}
  </section>`;
}
