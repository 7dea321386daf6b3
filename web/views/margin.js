/**
 * The Reader's margin: what is known of the selected words, with their evidence; of the whole article when none are.
 * @module
 */
import { useState } from 'preact/hooks';
import { formatRoute, go, readerHash } from '../state/router.js';
import { overview } from '../state/session.js';
import { Bound } from './bound.js';
import { NameActions } from './correct_name.js';
import { inMarks, typeWords } from './correction_words.js';
import { dialog } from './dialogs.js';
import { html } from './html.js';
import { Account, Chain, Evidence, Yours } from './parts.js';
import { whoOf } from './record_person.js';
import { storyHash } from './finding.js';
import { counted, firstWords, number, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').ArticleView} ArticleView */
/** @typedef {import('../engine/protocol.js').Item} Item */

const kindNames = { quotation: 'Words said', name: 'Name', figure: 'Figure', date: 'Date', event: 'Event' };

/** @param {{view: ArticleView, item: Item}} props */
export function ItemNotes({ view, item }) {
  const { row } = view;
  const outlet = row.outlet ?? 'outlet unknown';
  const chain = item.chain.length > 0 ? (item.chain.at(-1) === outlet ? item.chain : [...item.chain, outlet]) : [];
  return html`
    <section aria-labelledby="selected">
      <h2 id="selected">${kindNames[item.kind]}
        <button type="button" class="quiet close" onClick=${() => go({ place: 'reader', key: row.key }, { replace: true })}>Close</button></h2>
      <div class="note">
        <p class="selected-words ${item.kind}">${item.title}</p>
        ${chain.length > 0 && html`<p><${Chain} names=${chain} /></p>`}
        ${item.lines.map((line) => html`<p class="meta">${line}</p>`)}
        ${item.doubt && html`<p class="doubt-line"><span class="pill doubt">doubtful</span> ${item.doubt}</p>`}
        ${item.known && item.kind === 'quotation' && !item.known.rejected && item.known.name !== item.chain[0] && html`<p>The speaker, all accounts together: ${item.known.decided && html`<${Yours} /> `}<b>${item.known.name}</b></p>
          ${item.known.reason && html`<p class="meta">${item.known.reason}</p>`}`}
        ${item.known && item.kind === 'name' && html`<${KnownAs} known=${item.known} item=${item} articleKey=${row.key} />`}
      </div>
      <${Place} view=${view} item=${item} chain=${chain} />
    </section>
    <section aria-labelledby="also">
      <h2 id="also">Also in this happening</h2>
      ${item.elsewhere && item.elsewhere.others.length > 0
        ? html`<div class="others">${item.elsewhere.others.map((words) => html`<${Evidence} words=${words} longest=${260} />`)}</div>`
        : html`<p class="meta">${item.kind === 'name' ? 'Names are gathered across articles under Record, People.' : 'Not found in another account on this desk.'}</p>`}
    </section>`;
}

/**
 * Who or what the name is, all accounts taken together, where that says more than this one; and the ways to set it right.
 * @param {{known: import('../engine/protocol.js').Known, item: Item, articleKey: string}} props
 */
function KnownAs({ known: { name, type, reason, decided, rejected, unnamed }, item, articleKey }) {
  const at = { key: articleKey, begin: item.spans[0]?.begin ?? 0, end: item.spans[0]?.end ?? 0 };
  if (rejected) {
    return html`<p><${Yours} /> You said that this is no name.</p>
      <p class="links"><button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'corrections' })}>Your corrections</button></p>`;
  }
  const otherwise = name !== item.title || (type !== '' && type !== item.how);
  return html`${(otherwise || decided) && html`<p>${decided && html`<${Yours} /> `}All accounts together: <b>${name}</b>${type && type !== 'other' && type !== item.how && `, ${typeWords[type]}`}</p>`}
    ${(otherwise || decided) && reason && html`<p class="meta">${reason}</p>`}
    ${item.spans.length > 0 && html`<p class="links"><a href=${formatRoute({ place: 'record', view: 'people', filters: { who: whoOf(at) } })}>All of ${inMarks(name)}</a></p>
    <${NameActions} at=${at} name=${name} unnamed=${unnamed} open=${(/** @type {import('./correct_name.js').NameCorrection} */ what) => (dialog.value = { kind: 'name', what, at })} />`}`;
}

/**
 * Words that are no mark of their own: selected by hand, or found by a search.
 * @param {{view: ArticleView, range: {begin: number, end: number}, inside: Item|undefined}} props
 */
export function RangeNotes({ view, range, inside }) {
  const text = view.text.slice(range.begin, range.end);
  const chain = inside?.kind === 'quotation' ? inside.chain : [];
  return html`<section aria-labelledby="selected">
    <h2 id="selected">Words
      <button type="button" class="quiet close" onClick=${() => {
        window.getSelection()?.removeAllRanges();
        go({ place: 'reader', key: view.row.key }, { replace: true });
      }}>Close</button></h2>
    <div class="note">
      <p class="selected-words">${firstWords(text, 400)}${text.length > 400 && ' …'}</p>
      ${chain.length > 0 && html`<p>Inside words of <${Chain} names=${chain} /></p>`}
    </div>
    <${Place} view=${view} item=${{ spans: [range] }} chain=${chain.length > 0 ? [...chain, ''] : []} />
    <p class="links"><a href=${readerHash({ key: view.row.key, ...range })}>Address of these words</a></p>
  </section>`;
}

/**
 * Where the words stand, exactly, and a way to carry them off with that.
 * @param {{view: ArticleView, item: Pick<Item, 'spans'>, chain: readonly string[]}} props   `chain`: closed by the outlet
 */
function Place({ view, item, chain }) {
  const [copied, setCopied] = useState('');
  const { row, sha256 } = view;
  const where = item.spans.slice(0, 3).map(({ begin, end }) => `${number(begin)}–${number(end)}`).join(', ');
  const words = item.spans.map(({ begin, end }) => view.text.slice(begin, end)).join(' … ');
  const date = row.published.how === 'unknown' ? 'date unknown' : plainDate(row.published.value);
  const citation = `${words}\n${[...chain.slice(0, -1), row.outlet ?? 'outlet unknown'].join(' ‹ ')}, ${date}\n${row.id}, characters ${where}, SHA-256 ${sha256}`;
  const copy = () =>
    navigator.clipboard.writeText(citation).then(
      () => setCopied('Copied'),
      () => setCopied('The browser refused'),
    );
  return html`<div class="note place">
    <p class="meta">Characters <span class="num">${where}${item.spans.length > 3 && ` and ${item.spans.length - 3} more`}</span> of <span class="file">${row.id}</span></p>
    <p class="meta">SHA-256 <code title=${sha256}>${sha256.slice(0, 12)}…</code></p>
    <p class="links">
      <button type="button" class="quiet" onClick=${copy}>Copy with its source</button>
      ${item.spans.slice(1).map((span, index) => html` <a href=${readerHash({ key: row.key, ...span })}>part ${index + 2}</a>`)}
      <span role="status">${copied}</span>
    </p>
  </div>`;
}

/** @param {{view: ArticleView}} props */
export function ArticleNotes({ view }) {
  const { row, sha256 } = view;
  const story = overview.value?.stories.find(({ id }) => id === row.story);
  const others = story?.articles.filter(({ key }) => key !== row.key) ?? [];
  /** @type {[string, import('preact').ComponentChildren, string][]} */
  const facts = [
    ['Outlet', row.outlet ?? 'unknown', row.outletReason],
    ['Published', row.published.how === 'unknown' ? 'unknown' : plainDate(row.published.value), row.published.reason],
    ...(row.bound ? [/** @type {[string, import('preact').ComponentChildren, string]} */ (['Happened', html`<${Bound} bound=${row.bound} />`, ''])] : []),
    ['Text', row.truncated ? 'cut off' : counted(row.words, 'word'), row.truncated?.reason ?? ''],
    ['Set aside', row.removed > 0 ? counted(row.removed, 'passage') : 'nothing', ''],
    ['File', row.id, `SHA-256 ${sha256.slice(0, 12)}…`],
  ];
  return html`
    <section aria-labelledby="this">
      <h2 id="this">This article</h2>
      <dl class="facts">${facts.map(([name, value, reason]) => html`<div><dt>${name}</dt><dd>${value}${reason && html`<small>${reason}</small>`}</dd></div>`)}</dl>
      ${row.limits && html`<p class="doubt-line"><span class="pill doubt">limits</span> ${row.limits}</p>`}
      <p class="links"><button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'masthead', keys: [row.key] })}>Set outlet and date</button></p>
      <p class="meta hint">Choose any marked words, or step through them with <kbd>J</kbd> and <kbd>K</kbd>.</p>
    </section>
    <section aria-labelledby="also">
      <h2 id="also">Other accounts</h2>
      ${others.length === 0 && html`<p class="meta">No other account of this happening is on the desk.</p>`}
      <ul class="accounts-list">${others.slice(0, 30).map(({ key, label }) => html`<li><a href=${`#/reader/${key}`}>${label}</a> <span class="meta"><${Account} article=${key} /></span></li>`)}</ul>
      ${story && others.length > 0 && html`<p class="links"><a href=${storyHash(story)}>Compare them</a>
        <button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'happening', what: 'move', key: row.key, chosen: [row.key] })}>Not this happening …</button></p>`}
    </section>`;
}
