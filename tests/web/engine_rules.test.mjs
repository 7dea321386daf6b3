/** Rules that restore, and lines that an outlet repeats: pure functions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, linesIn, seenIn, unitsOf, wordsOfLine } from '../../web/engine/lines.js';
import { repeatedLines } from '../../web/engine/repeated.js';
import { RuleBook } from '../../web/engine/rule_book.js';
import { markOf, mastheadBy, restoredBy, rulesFor } from '../../web/engine/reading_rules.js';
import { isAboutReading, rulesFromJson, rulesToJson, withRules } from '../../web/engine/rules.js';

const text = 'Share\n\nThe bridge opens in May.\n\nFerry fares to rise\n\nShare';
/** @param {string} words @param {import('../../web/engine/protocol.js').BlockKind} kind @param {string} reason */
const block = (words, kind, reason, from = 0) => ({ begin: text.indexOf(words, from), end: text.indexOf(words, from) + words.length, kind, reason });
const blocks = [
  block('Share', 'furniture', 'A share button'), block('The bridge opens in May.', 'body', ''),
  block('Ferry fares to rise', 'stray', 'Another story'), block('Share', 'furniture', 'A share button', 10),
];
const article = { mark: 'aa', outlet: 'The Post', text, blocks };
/** @param {import('../../web/engine/rules.js').Rule[]} rules @param {{mark: string, outlet: string|null}} [of] */
const restored = (rules, of = article) => restoredBy(rules.filter(isAboutReading), of, text, blocks).map(({ begin, end }) => [begin, text.slice(begin, end)]);

test('one passage is restored where it stands, and in no other article', () => {
  const rules = rulesFor(article, { begin: text.length - 3, end: text.length }, true, 'passage');
  assert.deepEqual(restored(rules), [[text.length - 5, 'Share']]);
  assert.deepEqual(restored(rules, { mark: 'bb', outlet: 'The Post' }), []);
});

test('a line is restored in every article of its outlet, whatever its case', () => {
  const rules = rulesFor(article, { begin: 0, end: 1 }, true, 'line-of-outlet');
  assert.equal(restored(rules, { mark: 'bb', outlet: 'The Post' }).length, 2);
  assert.equal(restored(rules, { mark: 'bb', outlet: 'The Times' }).length, 0);
  assert.equal(restoredBy(rules, article, text.toUpperCase(), blocks).length, 2);
});

test('a kind is restored by its reason; a later rule about one of its lines holds against it', () => {
  const rules = withRules(rulesFor(article, { begin: 0, end: 1 }, true, 'kind'), rulesFor(article, { begin: 0, end: 1 }, false, 'passage'));
  assert.deepEqual(restored(rules), [[text.length - 5, 'Share']]);
});

test('rules about unknown outlets concern articles of unknown outlet only', () => {
  const rules = rulesFor({ ...article, outlet: null }, { begin: 0, end: 1 }, true, 'line-of-outlet');
  assert.equal(restored(rules).length, 0);
  assert.equal(restored(rules, { mark: 'bb', outlet: null }).length, 2);
});

test('outlet and day given later replace those given before, and "" takes them back', () => {
  let rules = withRules([], [{ do: 'masthead', article: 'aa', outlet: 'The Post' }]);
  rules = withRules(rules, [{ do: 'masthead', article: 'aa', published: '2023-05-24' }]);
  assert.deepEqual(mastheadBy(rules.filter(isAboutReading), 'aa'), { outlet: 'The Post', published: '2023-05-24' });
  assert.deepEqual(mastheadBy(rules.filter(isAboutReading), 'bb'), {});
  assert.deepEqual(withRules(rules, [{ do: 'masthead', article: 'aa', outlet: '', published: '' }]), []);
});

test('rules survive their file, and what is no rule is left out', () => {
  const rules = withRules(rulesFor(article, { begin: 0, end: 1 }, true, 'passage'), [{ do: 'masthead', article: 'aa', outlet: 'The Post' }]);
  assert.deepEqual(rulesFromJson(rulesToJson(rules)), rules);
  assert.equal(rulesFromJson('{"schema":"other"}'), null);
  assert.equal(rulesFromJson('not json'), null);
  const odd = [null, 7, {}, { do: 'restore' }, { do: 'restore', outlet: 'x' }, { do: 'masthead', article: 'a', published: 'soon' }, { do: 'restore', outlet: 'x', line: 'SHARE!' }];
  assert.deepEqual(rulesFromJson(JSON.stringify({ schema: 'readout/rules/1', rules: odd })), [{ do: 'restore', outlet: 'x', line: 'share' }]);
});

test('an article is named by its file and its place in it', () => {
  assert.equal(markOf('a.txt', { name: 'a.txt', sha256: 'ff' }), 'ff');
  assert.equal(markOf('a#1.txt#2', { name: 'a#1.txt', sha256: 'ff' }), 'ff#2');
  assert.equal(markOf('a.csv#x#y', { name: 'a.csv', sha256: 'ff' }), 'ff#x#y');
});

test('an article is sent its own rules and those about outlets, in their order', () => {
  /** @type {import('../../web/engine/reading_rules.js').ReadingRule[]} */
  const rules = [{ do: 'restore', article: 'aa', line: 'x' }, { do: 'restore', outlet: 'The Post', line: 'y' }, { do: 'restore', article: 'bb', line: 'z' }, { do: 'set-aside', article: 'aa', line: 'y' }];
  const book = new RuleBook(rules);
  assert.deepEqual(book.about('aa'), [rules[0], rules[1], rules[3]]);
  assert.deepEqual(book.about('cc'), [rules[1]]);
  assert.deepEqual(new RuleBook([]).about('aa'), []);
});

/** @param {string[]} lines */
const seen = (lines) => {
  const all = lines.join('\n');
  return seenIn('m', 'The Post', all, [{ begin: 0, end: all.length, kind: 'body', reason: '' }]);
};
const notice = 'Our guide to the elections is free to read.';
const stories = ['bridge', 'ferry', 'harbour', 'market'].map((what) => [`The ${what} opened on Monday, and many people came to see it for themselves.`, `A long ${what} paragraph with much to tell about what went on there all day.`, `The ${what} will stay open, the mayor of the town said on Tuesday evening.`]);

test('a line that half of an outlet’s articles hold is repeated', () => {
  const articles = stories.map((lines, index) => seen(index < 3 ? [...lines, notice] : lines));
  assert.deepEqual(repeatedLines(articles), [[hashOf(wordsOfLine(notice))], [hashOf(wordsOfLine(notice))], [hashOf(wordsOfLine(notice))], []]);
  const turned = repeatedLines([...articles].reverse());
  assert.deepEqual(turned.reverse(), repeatedLines(articles));
});

test('versions of one article repeat only themselves', () => {
  const [first = []] = stories;
  assert.deepEqual(repeatedLines([seen(first), seen([...first, 'An update followed later.']), seen(first.slice(0, 2))]), [[], [], []]);
});

test('lines are known by their words', () => {
  assert.equal(wordsOfLine(' “Don’t MISS” – the ferry! '), 'dont miss the ferry');
  assert.deepEqual(linesIn('a\n\n  b c \r\n--', { begin: 0, end: 13 }).map(({ words }) => words), ['a', 'b c']);
});

test('offsets beyond the basic plane go there and back', () => {
  const { toUnits, toPoints } = unitsOf('a😀b');
  assert.deepEqual([0, 1, 2, 3].map(toUnits), [0, 1, 3, 4]);
  assert.deepEqual([0, 1, 3, 4].map(toPoints), [0, 1, 2, 3]);
});
