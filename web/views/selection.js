/**
 * Words that the reader selects in an article, as offsets of its text.
 * @module
 */

/**
 * The offset in the article's text where a point of the document stands. Each line of the article carries `data-begin`;
 * what the page adds to a line (its number, labels, buttons) is no text of the article.
 * @param {Node} node
 * @param {number} offset
 * @returns {number|null}   null outside the article's lines
 */
function offsetAt(node, offset) {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest('[data-begin]');
  if (!(line instanceof HTMLElement)) return null;
  let at = Number(line.dataset.begin);
  const point = document.createRange();
  point.setStart(line, 0);
  point.setEnd(node, offset);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest('[aria-hidden], button')) continue;
    if (text === node) return at + offset;
    if (!point.intersectsNode(text)) return at;
    at += text.textContent?.length ?? 0;
  }
  return at;
}

/**
 * @param {HTMLElement|null} article
 * @returns {{begin: number, end: number}|null}   null where nothing of the article is selected
 */
export function selectedWords(article) {
  const selection = window.getSelection();
  if (!article || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
  const begin = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  return begin === null || end === null || end <= begin ? null : { begin, end };
}
