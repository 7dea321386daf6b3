/**
 * What the drawn views of the Record share: which happening, which words, drawn or as a table.
 * @module
 */
import { signal } from '@preact/signals';
import { route, setFilters } from '../state/router.js';
import { overview } from '../state/session.js';
import { html } from './html.js';
import { Choice } from './parts.js';
import { firstWords } from './wording.js';

/** What is typed into the filter field of each view. Kept out of the address: it is text. */
const typed = signal(/** @type {Record<string, string>} */ ({}));

/** @param {string} name */
export const typedWords = (name) => typed.value[name] ?? '';

/** @param {string} name @param {string} text */
export const typeWords = (name, text) => {
  typed.value = { ...typed.value, [name]: text };
};

/** The story that the address asks for; undefined where it asks for none. */
export function useStory() {
  const { filters } = route.value;
  return overview.value?.stories.find(({ articles }) => articles.some(({ key }) => key === filters.story));
}

/** A field for words. @param {{name: string}} props */
export function WordsFilter({ name }) {
  return html`<label class="choice text"><span class="hidden">Filter by words</span>
    <input type="search" placeholder="Filter by words" autocomplete="off" value=${typedWords(name)}
      onInput=${(/** @type {Event} */ event) => typeWords(name, /** @type {HTMLInputElement} */ (event.currentTarget).value)} /></label>`;
}

/** Which happening, where there are several. */
export function StoryFilter() {
  const stories = overview.value?.stories ?? [];
  if (stories.length < 2) return null;
  return html`<${Choice} label="Happening" value=${route.value.filters.story ?? ''}
    options=${[{ value: '', text: 'all' }, ...stories.map(({ title, articles }) => ({ value: articles[0]?.key ?? '', text: firstWords(title, 48) }))]}
    onChange=${(/** @type {string} */ story) => setFilters({ story })} />`;
}

/** @param {{name: string}} props */
export const ScopeFilters = ({ name }) => html`<div class="filters" role="group" aria-label="Filters"><${WordsFilter} name=${name} /><${StoryFilter} /></div>`;

/**
 * The drawing, or the same as a table.
 * @param {{drawn: string}} props
 */
export function DrawnOrTable({ drawn }) {
  const { as = '' } = route.value.filters;
  return html`<div class="segments as" role="group" aria-label="Shown as">
    ${[['', drawn], ['table', 'Table']].map(([value = '', text]) => html`<button type="button" aria-pressed=${as === value} onClick=${() => setFilters({ as: value })}>${text}</button>`)}
  </div>`;
}
