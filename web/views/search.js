/**
 * Search: words and phrases in context, aligned on the match.
 * @module
 */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadAllRows } from '../export/menu.js';
import { announce } from '../state/announce.js';
import { useLongList } from '../state/long_list.js';
import { usePaged } from '../state/paged.js';
import { kRowsPrinted, printing } from '../state/printing.js';
import { readerHash } from '../state/router.js';
import { html } from './html.js';
import { listKeys } from './list_keys.js';
import { Account, Nothing } from './parts.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/protocol.js').SearchView} SearchView */
/** @typedef {SearchView['hits'][number]} Hit */

/** What is searched for. Kept out of the address: it is text. */
export const query = signal('');

const kPause = 120; // milliseconds without a key before the desk is asked

export function SearchPlace() {
  const [asked, setAsked] = useState(query.value.trim());
  const wanted = query.value.trim();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), kPause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const paged = usePaged(asked ? { kind: 'search', query: asked } : null, (/** @type {SearchView} */ view) => view.hits);
  const view = asked ? paged.first : null;
  useEffect(() => loadAllRows(paged.all));
  useEffect(() => {
    if (view) announce(counted(view.total, 'place'));
  }, [view]);
  return html`<header class="head"><h1>Search</h1>
      <p class="lede">${!asked ? 'Words in every article, case and accents ignored; “a phrase” in quotation marks is found as it stands.' : paged.error ? paged.error : view ? html`<b class="num">${counted(view.total, 'place')}</b> with <span class="asked">${asked}</span>` : 'Looking …'}</p></header>
    ${view && view.total === 0 && html`<${Nothing}>Not in any article on the desk. What was set aside is searched too only once it is restored.</${Nothing}>`}
    ${view && view.total > 0 && html`<${Hits} total=${view.total} paged=${paged} />`}`;
}

/** @param {{total: number, paged: ReturnType<typeof usePaged>}} props */
function Hits({ total, paged }) {
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const long = useLongList({ count: printing.value ? Math.min(total, kRowsPrinted) : total, estimate: 37, top: list });
  useEffect(() => {
    const [head] = long.rows;
    const tail = long.rows.at(-1);
    if (head && tail) paged.need(head.index, tail.index + 1);
  });
  useEffect(() => listKeys(list));
  return html`<ol class="concordance" ref=${list}>
    ${long.before > 0 && html`<li class="gap" aria-hidden="true" style=${{ height: `${long.before}px` }}></li>`}
    ${long.rows.map(({ index }) => {
      const hit = /** @type {Hit|undefined} */ (paged.row(index));
      return html`<li key=${index} data-index=${index} aria-setsize=${total} aria-posinset=${index + 1} ref=${long.measure}>
        ${hit && html`<a class="line-in-context" href=${readerHash(hit)}><span class="left"><bdi>${hit.left.replace(/\s+/g, ' ')}</bdi></span><mark>${hit.match}</mark><span class="right">${hit.right.replace(/\s+/g, ' ')}</span></a>
          <span class="meta" title=${hit.label}><${Account} article=${hit.key} />${hit.where && `, ${hit.where}`}</span>`}
      </li>`;
    })}
    ${long.after > 0 && html`<li class="gap" aria-hidden="true" style=${{ height: `${long.after}px` }}></li>`}
  </ol>`;
}
