/**
 * The few pieces that every place is made of.
 * @module
 */
import { html } from './html.js';
import { readerHash } from '../state/router.js';
import { overview } from '../state/session.js';
import { placed, stretches } from './wording.js';

/** @typedef {import('../engine/protocol.js').Words} WordsShown */

/**
 * The way the words came: speaker ‹ agency ‹ outlet.
 * @param {{names: readonly string[], last?: import('preact').ComponentChildren}} props   `last`: closes the chain
 */
export function Chain({ names, last }) {
  /** @type {import('preact').ComponentChildren[]} */
  const links = last ? [...names, last] : [...names];
  return html`<span class="chain">
    ${links.map(
      (name, index) =>
        html`${index > 0 && html`<span class="by" aria-hidden="true"> ‹ </span><span class="hidden">, through </span>`}<span class="link-of-chain">${name}</span>`,
    )}
  </span>`;
}

/**
 * A doubt, said: a dashed pill. `reason` is for a reader; `label` names it in a word or two.
 * @param {{label?: string, reason: string}} props
 */
export function Doubt({ label = 'doubtful', reason }) {
  return html`<span class="pill doubt" title=${reason}>${label}<span class="hidden">: ${reason}</span></span>`;
}

/**
 * What the reader said, apart from what was inferred.
 * @param {{reason?: string}} props
 */
export function Yours({ reason = 'A correction of yours made it so' }) {
  return html`<span class="pill yours" title=${reason}><span aria-hidden="true">✎ </span>your correction</span>`;
}

/**
 * Whose account it is: its outlet; where no line of it names one, its file.
 * @param {{article: string}} props
 */
export function Account({ article }) {
  const row = overview.value?.rows.find(({ key }) => key === article);
  if (!row || row.outlet) return html`${row?.outlet ?? 'outlet unknown'}`;
  return html`<span class="file unnamed" title="outlet unknown">${row.id}</span>`;
}

/**
 * Words with the stretches that differ marked: by wash and by an underline, so that colour is not needed.
 * @param {{text: string, marks: readonly {begin: number, end: number}[], longest?: number}} props
 */
export function MarkedWords({ text, marks, longest = 420 }) {
  return html`${stretches(text, marks, longest).map((stretch) =>
    stretch.marked ? html`<mark>${stretch.text}</mark>` : stretch.text,
  )}`;
}

const opening = /^\s*["'“”„«‘‹]/;

/**
 * Evidence: the words, each a link to where they stand, and whose they are.
 * @param {{words: WordsShown, longest?: number}} props
 */
export function Evidence({ words, longest = 420 }) {
  const quoted = opening.test(words.words) ? '' : ' unquoted';
  return html`<figure class="evidence">
    <blockquote class=${`words${quoted}`}>
      <a href=${readerHash(words)}>${words.before && html`<span class="around">${words.before}</span>`}<${MarkedWords} text=${words.words} marks=${words.marks} longest=${longest} />${words.after && html`<span class="around">${words.after}</span>`}</a>
    </blockquote>
    <figcaption class="from">
      <${Source} words=${words} />
    </figcaption>
  </figure>`;
}

/**
 * "Xi ‹ Xinhua ‹ The Courier, in paragraph 6". The outlet closes the chain once.
 * @param {{words: WordsShown}} props
 */
export function Source({ words }) {
  const names = words.chain.at(-1) === words.from ? words.chain.slice(0, -1) : words.chain;
  return html`<${Chain} names=${names} last=${html`<${Account} article=${words.key} />`} />${words.where && `, ${placed(words.where)}`}`;
}

/**
 * Links between views of one thing, as a paper's sections.
 * @param {{label: string, links: readonly {href: string, text: string, current: boolean, count?: string}[]}} props
 */
export function Sections({ label, links }) {
  return html`<nav class="sections" aria-label=${label}>
    ${links.map(
      ({ href, text, current, count }) =>
        html`<a href=${href} aria-current=${current ? 'page' : undefined}>${text}${count && html` <span class="num">${count}</span>`}</a>`,
    )}
  </nav>`;
}

/**
 * A choice of one, as a quiet select.
 * @param {{label: string, value: string, onChange: (value: string) => void,
 *          options: readonly {value: string, text: string}[], hideLabel?: boolean}} props
 */
export function Choice({ label, value, onChange, options, hideLabel = false }) {
  return html`<label class="choice">
    <span class=${hideLabel ? 'hidden' : undefined}>${label}</span>
    <select value=${value} onChange=${(/** @type {Event} */ event) => onChange(/** @type {HTMLSelectElement} */ (event.currentTarget).value)}>
      ${options.map((option) => html`<option value=${option.value} selected=${option.value === value}>${option.text}</option>`)}
    </select>
  </label>`;
}

/**
 * What stands where nothing does: never a blank.
 * @param {{children?: import('preact').ComponentChildren}} props
 */
export function Nothing({ children }) {
  return html`<p class="nothing">${children}</p>`;
}
