/**
 * An article's lines, as rules and counts across articles know them: by their words, whatever their case and marks.
 *
 * @module
 */

/** @typedef {import('./protocol.js').Span} Span */
/** @typedef {{begin: number, end: number, kind: import('./protocol.js').BlockKind, reason: string}} Block */

/**
 * What of an article is counted across its outlet's articles.
 * @typedef {object} Seen
 * @property {string} mark                of the article, for rules
 * @property {string|null} outlet
 * @property {readonly number[]} lines    hashes of its own short lines, ascending
 * @property {readonly number[]} longest  hashes of its three longest lines: by these, two versions of one article are known
 */

/** "Don’t MISS: the ferry!" as "dont miss the ferry". @param {string} line */
export const wordsOfLine = (line) => line.normalize('NFC').toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';

/** 53 bits of two FNV-1a hashes over UTF-16 units. @param {string} words */
export function hashOf(words) {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193);
    high ^= high >>> 15;
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

/**
 * The lines of a stretch of text that hold words.
 * @param {string} text
 * @param {Span} span
 * @returns {(Span & {words: string})[]}
 */
export function linesIn(text, { begin, end }) {
  /** @type {(Span & {words: string})[]} */
  const lines = [];
  for (const found of text.slice(begin, end).matchAll(/[^\n\r\v\f\u0085\u2028\u2029]+/g)) {
    const words = wordsOfLine(found[0]);
    if (words) lines.push({ begin: begin + found.index, end: begin + found.index + found[0].length, words });
  }
  return lines;
}

const kFewest = 3; // words: shorter ones are crossheads as often as furniture
const kMost = 40;

/** @param {string} words */
const countOf = (words) => words.split(' ').length;

/**
 * @param {string} mark
 * @param {string|null} outlet
 * @param {string} text
 * @param {readonly Block[]} blocks  UTF-16 units
 * @returns {Seen}
 */
export function seenIn(mark, outlet, text, blocks) {
  /** @type {Set<number>} */
  const lines = new Set();
  /** @type {string[]} */
  const own = [];
  for (const block of blocks) {
    if (block.kind !== 'body' && block.kind !== 'caption') continue;
    for (const { words } of linesIn(text, block)) {
      own.push(words);
      const count = countOf(words);
      if (count >= kFewest && count <= kMost) lines.add(hashOf(words));
    }
  }
  own.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { mark, outlet, lines: [...lines].sort((a, b) => a - b), longest: own.slice(0, 3).map(hashOf) };
}

/**
 * The article's own lines that are among `repeated`, as they stand in it.
 * @param {string} text
 * @param {readonly Block[]} blocks
 * @param {readonly number[]} repeated
 */
export function repeatedIn(text, blocks, repeated) {
  const wanted = new Set(repeated);
  const lines = blocks.filter(({ kind }) => kind === 'body' || kind === 'caption').flatMap((block) => linesIn(text, block));
  return lines.filter(({ words }) => wanted.has(hashOf(words))).map(({ begin, end }) => text.slice(begin, end));
}

/**
 * Offsets of code points as offsets of UTF-16 units, and back. Free of cost for texts within the basic plane.
 * @param {string} text
 */
export function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { toUnits: (/** @type {number} */ at) => at, toPoints: (/** @type {number} */ at) => at };
  const starts = new Uint32Array(text.length + 1);
  let points = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts[points++] = at;
  starts[points] = text.length;
  return {
    toUnits: (/** @type {number} */ at) => starts[Math.min(at, points)] ?? text.length,
    toPoints: (/** @type {number} */ at) => {
      let [low, high] = [0, points];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < at) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
