/** @module */
import { useEffect, useRef } from 'preact/hooks';
import { loadAllRows } from '../export/menu.js';
import { useLongList } from '../state/long_list.js';
import { kRowsPrinted, printing } from '../state/printing.js';
import { readerHash } from '../state/router.js';
import { html } from './html.js';
import { listKeys } from './list_keys.js';
import { Account } from './parts.js';
import { placed, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').SearchView['hits'][number]} Hit */

/**
 * The concordance: every match on one axis, each line one step from its words.
 * @param {{total: number, paged: ReturnType<typeof import('../state/paged.js').usePaged>, sort: string}} props
 */
export function Lines({ total, paged, sort }) {
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const long = useLongList({ count: printing.value ? Math.min(total, kRowsPrinted) : total, estimate: 37, top: list });
  useEffect(() => {
    const [head] = long.rows;
    const tail = long.rows.at(-1);
    if (head && tail) paged.need(head.index, tail.index + 1);
  });
  useEffect(() => listKeys(list));
  useEffect(() => loadAllRows(paged.all));
  return html`<ol class=${`concordance ${sort && `by-${sort}`}`} ref=${list}>
    ${long.before > 0 && html`<li class="gap" aria-hidden="true" style=${{ height: `${long.before}px` }}></li>`}
    ${long.rows.map(({ index }) => {
      const hit = /** @type {Hit|undefined} */ (paged.row(index));
      return html`<li key=${index} data-index=${index} aria-setsize=${total} aria-posinset=${index + 1} ref=${long.measure}>
        ${hit && html`<${Line} hit=${hit} />`}
      </li>`;
    })}
    ${long.after > 0 && html`<li class="gap" aria-hidden="true" style=${{ height: `${long.after}px` }}></li>`}
  </ol>`;
}

/** The words that lines are sorted by stand out: the nearest on either side. */
const lastWord = /^(.*?)(\S+\s*)$/su;
const firstWord = /^(\s*[^\p{L}\p{N}]*\S+)(.*)$/su;

/** @param {{hit: Hit}} props */
function Line({ hit }) {
  const left = hit.left.replace(/\s+/g, ' ').replace(/ $/, '\u00a0'); // a plain space at its end would be drawn at the left of a line that runs from the right
  const right = hit.right.replace(/\s+/g, ' ');
  const [, far = '', near = left] = lastWord.exec(left) ?? [];
  const [, next = right, rest = ''] = firstWord.exec(right) ?? [];
  return html`<a class="line-in-context" href=${readerHash(hit)}><span class="left"><bdi>${far}<b>${near}</b></bdi></span><mark class=${hit.quoted ? 'said' : undefined}>${hit.match.replace(/\s+/g, ' ')}</mark><span class="right"><b>${next}</b>${rest}</span></a>
    <span class="meta" title=${[hit.label, plainDate(hit.published)].filter(Boolean).join(' · ')}><${Account} article=${hit.key} />${hit.where && `, ${placed(hit.where)}`}${hit.quoted && html` <span class="in-quotes" title="inside quotation marks">“ ”<span class="hidden"> inside quotation marks</span></span>`}</span>`;
}
