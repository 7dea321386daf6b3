/** @module */
import { Account } from '../views/parts.js';
import { html } from '../views/html.js';

/** @typedef {import('../engine/protocol.js').OriginsView['origins'][number]} Origin */

const kMostColumns = 12;
const kMostRows = 40; // beyond this a grid shows nothing at a glance

/**
 * Which account has its words from where: a row an account, a column a shared text, a dot where it draws on it. An account
 * put together from two wires has two dots.
 * @param {{shared: readonly Origin[], alone: readonly Origin[]}} props
 */
export function OriginGrid({ shared, alone }) {
  const columns = shared.slice(0, kMostColumns);
  const own = new Set(alone.flatMap(({ articles }) => articles.map(({ key }) => key)));
  const keys = [...new Set([...columns, ...alone].flatMap(({ articles }) => articles.map(({ key }) => key)))];
  if (keys.length > kMostRows) return null;
  return html`<table class="origin-grid">
    <thead><tr><th scope="col">Account</th>${columns.map((_, index) => html`<th scope="col">Shared text ${index + 1}</th>`)}<th scope="col">Its own words</th></tr></thead>
    <tbody>${keys.map((key) => html`<tr><th scope="row"><a href=${`#/reader/${key}`}><${Account} article=${key} /></a></th>
      ${columns.map(({ articles }) => html`<td>${articles.some((article) => article.key === key) && html`<${Dot} />`}</td>`)}
      <td>${own.has(key) && html`<${Dot} />`}</td></tr>`)}</tbody>
  </table>`;
}

const Dot = () => html`<i class="dot" aria-hidden="true"></i><span class="hidden">yes</span>`;
