/** @module */
import { useState } from 'preact/hooks';
import { formatRoute } from '../state/router.js';
import { overview } from '../state/session.js';
import { html } from './html.js';
import { Evidence } from './parts.js';
import { counted } from './wording.js';

/** A shape for each sort of finding, beside its words. */
const shapes = /** @type {Record<string, string>} */ ({
  conflict: '≠', earlier: '↶', scope: '⊂', rounding: '≈', trim: '✂︎', translation: '⇄', attribution: '‹', wording: '∼', silence: '∅', 'one-origin': '①', arithmetic: '∑',
});

const kSides = 4; // accounts shown side by side before the reader asks for more

/**
 * What kind, why it matters, the words side by side, whose they are.
 * @param {{finding: import('../engine/protocol.js').Finding, level?: 2|3}} props
 */
export function Finding({ finding, level = 3 }) {
  const { kind, title, why, sides, story } = finding;
  const [all, setAll] = useState(false);
  const card = overview.value?.stories.find(({ id }) => id === story);
  const many = overview.value && overview.value.stories.length > 1;
  return html`<article class="finding ${kind}">
    <${`h${level}`} class="kind"><span class="shape" aria-hidden="true">${shapes[kind] ?? '•'}</span> ${title}</${`h${level}`}>
    <p class="why">${why}${card && many && html` <a class="of" href=${storyHash(card)}>${card.title}</a>`}</p>
    <div class=${sides.length > 1 ? 'pair' : 'single'}>${sides.slice(0, all ? sides.length : kSides).map((words) => html`<${Evidence} words=${words} />`)}</div>
    ${!all && sides.length > kSides && html`<p class="more"><button type="button" class="quiet" onClick=${() => setAll(true)}>${counted(sides.length - kSides, 'more account')}</button></p>`}
  </article>`;
}

/**
 * A happening's matrix; named in the address by one of its articles.
 * @param {import('../engine/protocol.js').StoryCard} story
 */
export const storyHash = (story) =>
  formatRoute({ place: 'compare', view: 'matrix', filters: { story: story.articles[0]?.key ?? '' } });
