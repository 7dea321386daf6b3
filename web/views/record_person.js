/**
 * One name of the Record: who it is, what was said, what is not spoken of, and every mention, each one click from its
 * words.
 * @module
 */
import { useEffect, useRef } from 'preact/hooks';
import { loadAllRows } from '../export/menu.js';
import { useLongList } from '../state/long_list.js';
import { usePaged } from '../state/paged.js';
import { kRowsPrinted, printing } from '../state/printing.js';
import { formatRoute, readerHash } from '../state/router.js';
import { NameActions } from './correct_name.js';
import { dialog } from './dialogs.js';
import { html } from './html.js';
import { listKeys } from './list_keys.js';
import { Account, Doubt, Evidence, Nothing, Yours } from './parts.js';
import { quotationsOf } from './record_quotations.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/protocol.js').PersonView} PersonView */
/** @typedef {PersonView['mentions'][number]} Mentioned */

const kFirst = 12; // quotations shown before the link to all of them

/**
 * A name's filter in an address: a mention of it, in UTF-16 units.
 * @param {{key: string, begin: number, end: number}} mention
 */
export const whoOf = ({ key, begin, end }) => `${key}.${begin}-${end}`;

/** @param {{at: import('./correct_name.js').At}} props */
export function Person({ at }) {
  const paged = usePaged({ kind: 'person', ...at }, (/** @type {PersonView} */ view) => view.mentions);
  const { first: view, error } = paged;
  useEffect(() => loadAllRows(paged.all));
  const back = html`<p class="meta"><a href=${formatRoute({ place: 'record', view: 'people' })}>All names</a></p>`;
  if (error) return html`${back}<${Nothing}>This name is not on the desk: ${error}</${Nothing}>`;
  if (!view) return html`${back}<p class="meta" role="status">Gathering …</p>`;
  return html`${back}
    <article class="person" aria-labelledby="person-name">
      <${Title} view=${view} at=${at} />
      <section><h3>Said <span class="num">${view.saidTotal}</span></h3><${Said} view=${view} /></section>
      ${view.silences.length > 0 && html`<section><h3>Silent on <span class="num">${view.silences.length}</span></h3>
        ${view.silences.map((words) => html`<${Evidence} key=${`${words.key}${words.begin}`} words=${words} />`)}</section>`}
      <section><h3>Mentioned <span class="num">${view.total}</span></h3><${Mentions} total=${view.total} paged=${paged} /></section>
    </article>`;
}

/** @param {{view: PersonView, at: import('./correct_name.js').At}} props */
function Title({ view: { name, type, country, aliases, roles, reason, doubt, decided, unnamed }, at }) {
  return html`<h2><span id="person-name">${name}</span>${decided && html` <${Yours} />`}</h2>
    <dl class="facts">
      ${(type || country) && html`<dt>Is</dt><dd>${[type, country && `of ${countryName(country)}`].filter(Boolean).join(' ')}</dd>`}
      ${aliases.length > 0 && html`<dt>Also</dt><dd>${aliases.join(', ')}</dd>`}
      ${roles.length > 0 && html`<dt>${roles.length === 1 ? 'Role' : 'Roles'}</dt><dd><ul class="roles">${roles.map(({ text, open }) => html`<li><a href=${readerHash(open)}>${text}</a></li>`)}</ul></dd>`}
      ${reason && html`<dt>Why one name</dt><dd>${reason}</dd>`}
    </dl>
    ${doubt && html`<p class="doubt-line"><${Doubt} reason=${doubt} /> ${doubt}</p>`}
    <${NameActions} at=${at} name=${name} unnamed=${unnamed} open=${(/** @type {import('./correct_name.js').NameCorrection} */ what) => (dialog.value = { kind: 'name', what, at })} />`;
}

/** @param {string} code */
function countryName(code) {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {{view: PersonView}} props */
function Said({ view: { said, saidTotal, name } }) {
  if (saidTotal === 0) return html`<${Nothing}>No words of this name are reported.</${Nothing}>`;
  return html`${said.slice(0, printing.value ? said.length : kFirst).map((words) => html`<${Evidence} key=${`${words.key}${words.begin}`} words=${words} />`)}
    ${saidTotal > kFirst && html`<p><a href=${quotationsOf(name)}>All ${counted(saidTotal, 'quotation')}</a></p>`}`;
}

/** @param {{total: number, paged: ReturnType<typeof usePaged>}} props */
function Mentions({ total, paged }) {
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
      const mention = /** @type {Mentioned|undefined} */ (paged.row(index));
      return html`<li key=${index} data-index=${index} aria-setsize=${total} aria-posinset=${index + 1} ref=${long.measure}>
        ${mention && html`<a class="line-in-context" href=${readerHash(mention)}><span class="left"><bdi>${mention.left.replace(/ $/, '\u00a0')}</bdi></span><mark>${mention.match}</mark><span class="right">${mention.right}</span></a>
          <span class="meta"><${Account} article=${mention.key} />${mention.where && `, ${mention.where}`}${mention.doubt && html` <${Doubt} reason=${mention.doubt} />`}</span>`}
      </li>`;
    })}
    ${long.after > 0 && html`<li class="gap" aria-hidden="true" style=${{ height: `${long.after}px` }}></li>`}
  </ol>`;
}
