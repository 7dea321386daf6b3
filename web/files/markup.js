/**
 * A page's markup as a document that does nothing: DOMParser runs no script and fetches nothing.
 *
 * @module
 */

/** @typedef {{createHTML: (text: string) => string}} Policy */
/** @typedef {{createPolicy: (name: string, rules: object) => Policy}} TrustedTypes */

const own = (/** @type {string} */ text) => text;
const { trustedTypes } = /** @type {{trustedTypes?: TrustedTypes}} */ (globalThis);
const policy = trustedTypes?.createPolicy('inert', { createHTML: own }) ?? { createHTML: own };

const kTag = /<\/?[a-z][^>]*>/gi;
const kStyled = /^(<\/?)style(?=[\s>])/i;
const kActive = /\s(?:on[a-z]+|style)\s*=/gi;

/**
 * A document applies no style and runs no handler where the policy stands in the way, and complains of each. Spared that:
 * style sheets become scripts of no language (both are raw text to a parser, and no script runs), style and event
 * attributes ones without a meaning. No word outside a tag is touched, nor what a meta element states.
 *
 * @param {string} html
 */
const withoutStyles = (html) =>
  html.replace(kTag, (tag) => (/^<meta/i.test(tag) ? tag : tag.replace(kStyled, '$1script').replace(kActive, ' data-x=')));

/** @param {string} html */
export const inertDocument = (html) => new DOMParser().parseFromString(policy.createHTML(withoutStyles(html)), 'text/html');
