/**
 * What was set aside: counted, then passage by passage with the way back. Nothing is silently lost.
 * @module
 */
import { useState } from 'preact/hooks';
import { announce } from '../state/announce.js';
import { readerHash } from '../state/router.js';
import { attempt, overview, theEngine } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { html } from './html.js';
import { counted, firstWords } from './wording.js';

/** @typedef {import('../engine/protocol.js').AsideView} AsideView */

const kPage = 30;

/** @param {{counts: readonly {kind: string, count: number}[]}} props */
export function Aside({ counts }) {
  const [open, setOpen] = useState(false);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return html`<p class="meta">Nothing: every line was read as an article’s own.</p>`;
  return html`<p class="meta">${counted(total, 'passage')} that ${total === 1 ? 'is' : 'are'} not the articles.
      ${' '}<button type="button" class="quiet" aria-expanded=${open} onClick=${() => setOpen(!open)}>${open ? 'Fold' : 'Look through, restore any'}</button></p>
    ${open
      ? html`<${Passages} />`
      : html`<ul class="tally">${[...counts].sort((a, b) => b.count - a.count).map(({ kind, count }) => html`<li><span class="num">${count}</span> ${kind}</li>`)}</ul>`}`;
}

function Passages() {
  const [count, setCount] = useState(kPage);
  const { answer } = useAnswer({ kind: 'aside', article: null, from: 0, count });
  const view = /** @type {AsideView|null} */ (answer);
  if (!view) return null;
  return html`<ul class="passages">
      ${view.passages.map((passage) => html`<li key=${`${passage.key}${passage.begin}`} class=${passage.restored ? 'restored' : undefined}>
        <p class="removed"><a href=${readerHash(passage)}>${firstWords(passage.words.replace(/\s+/g, ' ').trim(), 160)}</a></p>
        <p class="meta"><span>${passage.reason || passage.kind} · ${passage.label}</span> <${RestoreButton} article=${passage.key} block=${passage} reason=${passage.reason} /></p>
      </li>`)}
    </ul>
    ${view.total > view.passages.length && html`<button type="button" class="quiet" onClick=${() => setCount(count + kPage)}>${counted(view.total - view.passages.length, 'more passage')}</button>`}`;
}

/**
 * Restores a block to its article, or sets it aside again; with `reason`, all of its kind or all such lines of the outlet.
 * @param {{article: string, block: {begin: number, end: number, restored: boolean}, text?: string, reason?: string}} props
 */
export function RestoreButton({ article, block, text = 'Restore', reason = '' }) {
  const { begin, end, restored } = block;
  /** @param {import('../engine/reading_rules.js').Reach} reach */
  const turn = (reach) =>
    attempt(async () => {
      await theEngine().restore(article, { begin, end }, !restored, reach);
      announce(restored ? 'Set aside again.' : 'Restored to the article.');
      // The button went with its passage: the keyboard goes on from the view's beginning, not from nowhere.
      requestAnimationFrame(() => document.activeElement === document.body && document.querySelector('main')?.focus({ preventScroll: true }));
    });
  const outlet = overview.value?.rows.find(({ key }) => key === article)?.outlet;
  return html`<span class="restoring"><button type="button" class="quiet restore" onClick=${() => turn('passage')}>${restored ? 'Set aside again' : text}</button>
    ${!restored && reason && html`<details class="menu reach">
      <summary aria-label=${`${text} more`}>more</summary>
      <div class="menu-items">
        <button type="button" onClick=${() => turn('kind')}>All of this kind in this article</button>
        ${outlet && html`<button type="button" onClick=${() => turn('line-of-outlet')}>This line in every article of ${outlet}</button>`}
        ${outlet && html`<button type="button" onClick=${() => turn('kind-of-outlet')}>All of this kind in every article of ${outlet}</button>`}
        <p>Kept as a rule; see “Your corrections” in the View menu.</p>
      </div>
    </details>`}</span>`;
}
