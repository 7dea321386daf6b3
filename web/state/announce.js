/** @module */

/**
 * Says a sentence to a screen reader, once all that goes before has been said.
 * @param {string} sentence
 */
export function announce(sentence) {
  const live = document.getElementById('live');
  if (live && live.textContent !== sentence) live.textContent = sentence;
}
