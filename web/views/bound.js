/**
 * By when a happening was, where an account's own date does not say: another account told of it that day.
 * @module
 */
import { html } from './html.js';
import { Account } from './parts.js';
import { plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').ArticleRow} ArticleRow */

/** Whether an account has no day of its own, and another bounds it. @param {ArticleRow} row */
export const boundAlone = ({ bound, published }) => bound !== null && !/^\d{4}-\d\d-\d\d$/.test(published.how === 'unknown' ? '' : published.value);

/**
 * "by 24 May 2023 at the latest: The Courier told of it that day".
 * @param {{bound: NonNullable<ArticleRow['bound']>}} props
 */
export const Bound = ({ bound: { latest, key } }) => html`by <span class="num">${plainDate(latest)}</span> at the latest: <${Account} article=${key} /> told of it that day`;
