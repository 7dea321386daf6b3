/**
 * How the page writes numbers, dates and excerpts. Nothing here makes up what is not known.
 * @module
 */

const numbers = new Intl.NumberFormat('en');

/** @param {number} value */
export const number = (value) => numbers.format(value);

/**
 * "1 file", "3 files".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/**
 * "Two happenings"; figures above ten.
 * @param {number} count
 * @param {string} one
 */
export const countedInWords = (count, one) => `${words[count] ?? number(count)} ${count === 1 ? one : `${one}s`}`;

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

/**
 * "2023-05-24" as "24 May 2023", "2023-05" as "May 2023"; a range "A/B" as "A to B"; anything else as it is.
 * @param {string} value
 * @returns {string}
 */
export function plainDate(value) {
  const range = /^(\d{4}(?:-\d\d){0,2})\/(\d{4}(?:-\d\d){0,2})$/.exec(value);
  if (range) return range[1] === range[2] ? plainDate(range[1] ?? '') : `${plainDate(range[1] ?? '')} to ${plainDate(range[2] ?? '')}`;
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value);
  const month = parts ? months[Number(parts[2]) - 1] : undefined;
  if (!parts || !month) return value;
  return parts[3] ? `${Number(parts[3])} ${month} ${parts[1]}` : `${month} ${parts[1]}`;
}

/**
 * A place in an article as a sentence has it: "in paragraph 4", "in the lead".
 * @param {string} where   as the desk says it
 */
export const placed = (where) => (where === '' || where === 'set aside' ? where : /^paragraph/.test(where) ? `in ${where}` : `in the ${where}`);

/**
 * "1.2 s", "45 s", "3 min".
 * @param {number} seconds
 */
export function plainDuration(seconds) {
  if (seconds < 10) return `${Math.max(0.1, seconds).toFixed(1)} s`;
  return seconds < 100 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/**
 * @typedef {{begin: number, end: number}} Span
 * @typedef {{text: string, marked: boolean}} Stretch
 */

/**
 * Cuts words into stretches inside and outside `marks`, and leaves out what stands far from any mark when they are long;
 * what was left out is shown as "…".
 * @param {string} text
 * @param {readonly Span[]} marks   relative to `text`, in order
 * @param {number} [longest]        UTF-16 units to keep, about
 * @returns {Stretch[]}
 */
export function stretches(text, marks, longest = 420) {
  /** @type {Stretch[]} */
  const out = [];
  let at = 0;
  for (const mark of marks) {
    const { begin, end } = wholeWords(text, mark);
    if (begin < at || end <= begin || end > text.length) continue;
    if (begin > at) out.push({ text: text.slice(at, begin), marked: false });
    out.push({ text: text.slice(begin, end), marked: true });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at), marked: false });
  if (text.length <= longest) return out;
  const context = marks.length > 0 ? Math.max(50, Math.floor(longest / (2 * marks.length + 1))) : longest;
  return out.map((stretch, index) => (stretch.marked ? stretch : shorten(stretch, index > 0, index + 1 < out.length, context)));
}

const inWord = /[\p{L}\p{N}]/u;
const betweenDigits = /[.,'’-]/;

/**
 * Widens a stretch to whole words and whole figures: a difference in "2.1" is one of "2.1", not of "1".
 * @param {string} text
 * @param {Span} stretch
 * @returns {Span}
 */
export function wholeWords(text, { begin, end }) {
  const word = (/** @type {number} */ at) => inWord.test(text[at] ?? '');
  const joins = (/** @type {number} */ at) => word(at) || (betweenDigits.test(text[at] ?? '') && word(at - 1) && word(at + 1));
  let from = begin;
  let to = end;
  if (word(begin)) while (from > 0 && joins(from - 1)) from -= 1;
  if (word(end - 1)) while (to < text.length && joins(to)) to += 1;
  return { begin: from, end: to };
}

/**
 * @param {Stretch} stretch
 * @param {boolean} before   a marked stretch stands before it
 * @param {boolean} after
 * @param {number} context
 * @returns {Stretch}
 */
function shorten({ text }, before, after, context) {
  const head = before || !after ? firstWords(text, context) : '';
  const tail = after ? lastWords(text, context) : '';
  if (head.length + tail.length >= text.length) return { text, marked: false };
  return { text: `${head}${head ? ' ' : ''}…${tail ? ' ' : ''}${tail}`, marked: false };
}

/**
 * The first words of a text, up to `longest` units, never half a word where a space can be found.
 * @param {string} text
 * @param {number} longest
 */
export function firstWords(text, longest) {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest);
  return text.slice(0, space > longest / 2 ? space : longest).trimEnd();
}

/**
 * @param {string} text
 * @param {number} longest
 */
function lastWords(text, longest) {
  if (text.length <= longest) return text;
  const space = text.indexOf(' ', text.length - longest);
  return text.slice(space >= 0 && space < text.length - longest / 2 ? space : text.length - longest).trimStart();
}
