/** @module */
import { signal } from '@preact/signals';
import { formatRoute } from '../state/router.js';

/** What is searched for. Kept out of the address: it is text. */
export const query = signal('');

/**
 * A word, a lemma or a phrase as a query finds it again.
 * @param {{words: string, phrase?: boolean, lemma?: boolean}} item
 */
export const queryFor = ({ words, phrase = false, lemma = false }) => (phrase || /\s/.test(words) ? `"${words}"` : lemma ? `lemma:${words}` : words);

/**
 * Shows a query in its context, kept to what the filters say.
 * @param {string} asked
 * @param {Record<string, string>} [filters]
 */
export function searchFor(asked, filters = {}) {
  query.value = asked;
  window.location.hash = formatRoute({ place: 'search', filters });
}
