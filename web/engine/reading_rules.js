/**
 * Rules on how one article is read: passages put back, outlets and days given. A rule names an article (by its file's
 * hash) or a whole outlet, and a line by its words or a kind by its reason; never by offsets. Of two rules about one line
 * the later holds. An article's reading is a pure function of its input and them.
 *
 * @module
 */
import { linesIn, wordsOfLine } from './lines.js';

/** @typedef {import('./lines.js').Block} Block */
/** @typedef {import('./protocol.js').Span} Span */

/**
 * `article` is a mark (see markOf), `outlet` a name or null for "unknown"; one of them is there. `line` is a line's words;
 * `nth` which of several such lines of the article, from 0, all where absent. `reason` is a block's.
 * @typedef {{do: 'restore'|'set-aside', article?: string, outlet?: string|null, line?: string, nth?: number, reason?: string}} BlockRule
 * @typedef {{do: 'masthead', article: string, outlet?: string, published?: string}} MastheadRule
 * @typedef {BlockRule|MastheadRule} ReadingRule
 */

/**
 * Names an article in rules: its file's SHA-256 and, where the file holds several, "#2" or what its row is called.
 * @param {string} id
 * @param {{name: string, sha256: string}} file
 */
export const markOf = (id, { name, sha256 }) => sha256 + (id.startsWith(name) ? id.slice(name.length) : `#${id}`);

/**
 * The masthead that rules give an article; keys that no rule speaks of are absent.
 * @param {readonly ReadingRule[]} rules
 * @param {string} mark
 * @returns {{outlet?: string, published?: string}}
 */
export function mastheadBy(rules, mark) {
  /** @type {{outlet?: string, published?: string}} */
  const given = {};
  for (const rule of rules) {
    if (rule.do !== 'masthead' || rule.article !== mark) continue;
    if (rule.outlet !== undefined) given.outlet = rule.outlet;
    if (rule.published !== undefined) given.published = rule.published;
  }
  return given;
}

/**
 * Whether a rule speaks of an article at all.
 * @param {ReadingRule} rule
 * @param {{mark: string, outlet: string|null}} article
 */
export const concerns = (rule, { mark, outlet }) =>
  rule.article !== undefined ? rule.article === mark : rule.do !== 'masthead' && rule.outlet !== undefined && rule.outlet === outlet;

/**
 * The lines of passages set aside that rules put back.
 * @param {readonly ReadingRule[]} rules
 * @param {{mark: string, outlet: string|null}} article
 * @param {string} text
 * @param {readonly Block[]} blocks  UTF-16 units
 * @returns {Span[]}
 */
export function restoredBy(rules, article, text, blocks) {
  const mine = /** @type {BlockRule[]} */ (rules.filter((rule) => rule.do !== 'masthead' && concerns(rule, article)));
  if (mine.length === 0) return [];
  const numbers = mine.some(({ nth }) => nth !== undefined) ? lineNumbers(text) : new Map();
  /** @type {Span[]} */
  const spans = [];
  for (const block of blocks) {
    if (block.kind !== 'furniture' && block.kind !== 'stray') continue;
    for (const line of linesIn(text, block)) {
      const last = mine.findLast((rule) =>
        rule.line !== undefined ? rule.line === line.words && (rule.nth === undefined || rule.nth === numbers.get(line.begin)) : rule.reason === block.reason,
      );
      if (last?.do === 'restore') spans.push({ begin: line.begin, end: line.end });
    }
  }
  return spans;
}

/**
 * Where each line begins, with its number among the text's lines of the same words.
 * @param {string} text
 * @returns {Map<number, number>}
 */
function lineNumbers(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return new Map(
    linesIn(text, { begin: 0, end: text.length }).map(({ begin, words }) => {
      const number = counts.get(words) ?? 0;
      counts.set(words, number + 1);
      return [begin, number];
    }),
  );
}

/** @typedef {'passage'|'kind'|'line-of-outlet'|'kind-of-outlet'} Reach   how far a restore reaches */

/**
 * The rules that put passages of an article back, or aside again.
 * @param {{mark: string, outlet: string|null, text: string, blocks: readonly Block[]}} article
 * @param {Span} span
 * @param {boolean} restored
 * @param {Reach} reach
 * @returns {BlockRule[]}
 */
export function rulesFor({ mark, outlet, text, blocks }, span, restored, reach) {
  const action = restored ? 'restore' : 'set-aside';
  const meant = blocks.filter(({ begin, end }) => begin < span.end && end > span.begin);
  const scope = reach === 'passage' || reach === 'kind' ? { article: mark } : { outlet };
  if (reach === 'kind' || reach === 'kind-of-outlet') return [...new Set(meant.map(({ reason }) => reason))].map((reason) => ({ do: action, ...scope, reason }));
  const numbers = lineNumbers(text);
  return meant.flatMap((block) => linesIn(text, block)).map(({ begin, words }) => ({
    do: action, ...scope, line: words, ...(reach === 'passage' && { nth: numbers.get(begin) }),
  }));
}

/**
 * What a rule is about, whatever it says of it: of two about one thing the later holds.
 * @param {ReadingRule} rule
 */
export const subjectOfReading = (rule) =>
  JSON.stringify(rule.do === 'masthead' ? [rule.article] : [rule.article ?? null, rule.outlet, rule.line ?? null, rule.nth ?? null, rule.reason ?? null]);

/**
 * @param {Record<string, unknown>} rule
 * @returns {ReadingRule|null}  null where it is none that is understood
 */
export function checkedReading(rule) {
  const text = (/** @type {string} */ key) => (typeof rule[key] === 'string' && /** @type {string} */ (rule[key]).length <= 10000 ? /** @type {string} */ (rule[key]) : undefined);
  const article = text('article');
  if (rule.do === 'masthead') {
    const published = /^\d{4}-\d\d-\d\d$/.test(text('published') ?? '') ? text('published') : undefined;
    const outlet = text('outlet');
    if (!article || (!outlet && !published)) return null;
    return { do: 'masthead', article, ...(outlet && { outlet }), ...(published && { published }) };
  }
  if (rule.do !== 'restore' && rule.do !== 'set-aside') return null;
  const outlet = rule.outlet === null ? null : text('outlet');
  const line = text('line');
  const reason = text('reason');
  if ((article === undefined) === (outlet === undefined) || (line === undefined) === (reason === undefined)) return null;
  const nth = typeof rule.nth === 'number' && Number.isInteger(rule.nth) && rule.nth >= 0 ? rule.nth : undefined;
  return {
    do: rule.do, ...(article !== undefined ? { article } : { outlet }),
    ...(line !== undefined ? { line: wordsOfLine(line) } : { reason }), ...(line !== undefined && article !== undefined && nth !== undefined && { nth }),
  };
}
