/**
 * A page's markup as a document that does nothing: DOMParser runs no script and fetches nothing.
 *
 * @module
 */
import { Refusal } from './refusal.js';

/** @typedef {{createHTML: (text: string) => string}} Policy */
/** @typedef {{createPolicy: (name: string, rules: object) => Policy}} TrustedTypes */

const own = (/** @type {string} */ text) => text;
const { trustedTypes } = /** @type {{trustedTypes?: TrustedTypes}} */ (globalThis);
const policy = trustedTypes?.createPolicy('inert', { createHTML: own }) ?? { createHTML: own };

const kTag = /<\/?[a-z][^>]*>/gi;
const kStyled = /^(<\/?)style(?=[\s>])/i;
/** Elements without an end, or whose end may be left out. */
const kNeverOpen = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|t[dhr]|thead|tbody|tfoot|d[dt]|option|optgroup|html|head|body|r[bpt])(?=[\s/>])|\/>$/i;
const kMostOpen = 10000;
const kActive = /\s(?:on[a-z]+|style)\s*=/gi;

/**
 * A document applies no style and runs no handler where the policy stands in the way, and complains of each. Spared that:
 * style sheets become scripts of no language (both are raw text to a parser, and no script runs), style and event
 * attributes ones without a meaning. No word outside a tag is touched, nor what a meta element states.
 *
 * @param {string} html
 */
function withoutStyles(html) {
  let open = 0;
  return html.replace(kTag, (tag) => {
    if (tag.startsWith('</')) open--;
    else if (!kNeverOpen.test(tag)) open++;
    // For each element a parser looks through all that are open: a page of nothing but beginnings takes it minutes.
    if (open > kMostOpen) throw new Refusal('page-too-deep', 'This page nests its elements deeper than any page that people write: it would only stop the browser.');
    return /^<meta/i.test(tag) ? tag : tag.replace(kStyled, '$1script').replace(kActive, ' data-x=');
  });
}

/** @param {string} html */
export const inertDocument = (html) => new DOMParser().parseFromString(policy.createHTML(withoutStyles(html)), 'text/html');
