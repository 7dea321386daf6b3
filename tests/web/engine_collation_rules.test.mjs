/** Rules on names and happenings: what the page makes of an answer of the desk, and what the desk is sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calledOtherwise, isAboutCollation, moveArticles, noName, notTheSame, ofType, oneHappening, refsOf, rulesForDesk, sameAs, withoutMerging } from '../../web/engine/collation_rules.js';
import { asOneStep, differenceOf, freshRules, rulesFromJson, rulesToJson, stepsOf, withRules } from '../../web/engine/rules.js';
import { RuleHistory } from '../../web/engine/rule_history.js';

/** @typedef {import('../../web/engine/protocol.js').IdentityView} IdentityView */
/** @typedef {import('../../web/engine/rules.js').Rule} Rule */
/** @typedef {import('../../web/engine/collation_rules.js').CollationRule} CollationRule */

const nameArticle = (/** @type {string} */ key) => ({ id: `${key}.txt`, mark: `hash-of-${key}` });
const ids = new Map(['a', 'b', 'c', 'd'].map((key) => [`hash-of-${key}`, `${key}.txt`]));
/** What the desk is sent, as it reads it. @param {readonly Rule[]} rules @param {Map<string, string>} [here] */
const sent = (rules, here = ids) => /** @type {{rules: {rule: string, entities?: object[], articles?: string[]}[]}} */ (JSON.parse(rulesForDesk(rules, (mark) => here.get(mark)))).rules;

/**
 * @param {Record<string, string[]>} names  by article
 * @param {{shared?: string[], office?: string[], type?: IdentityView['type']}} [how]
 * @returns {IdentityView}
 */
function identity(names, { shared = [], office = [], type = 'person' } = {}) {
  const all = [...new Set(Object.values(names).flat())];
  return {
    name: all[0] ?? '', type, decided: false, reason: '', total: Object.keys(names).length,
    names: all.map((name) => ({ name, type, shared: shared.includes(name), office: office.includes(name) })),
    accounts: Object.entries(names).map(([key, of]) => ({
      key, mentions: of.length, names: of.map((name) => ({ name, type })),
      first: { key, begin: 0, end: 1, left: '', match: of[0] ?? '', right: '', how: 'name', where: 'lead', doubt: '' },
    })),
  };
}

test('a name is meant in every article, by its fullest forms; a surname alone follows, an office means nobody', () => {
  const brandt = identity({ a: ['Karl Brandt', 'Brandt'], b: ['Karl H. Brandt', 'port director'] }, { office: ['port director'] });
  assert.deepEqual(refsOf(brandt, nameArticle), [{ name: 'Karl H. Brandt', type: 'person' }]);
  assert.deepEqual(refsOf(brandt, nameArticle, { all: true }).map(({ name }) => name), ['Karl Brandt', 'Brandt', 'Karl H. Brandt']);
});

test('a name that something else has, too, is meant in its own articles only', () => {
  const li = identity({ a: ['Li'], c: ['Li'] }, { shared: ['Li'] });
  assert.deepEqual(refsOf(li, nameArticle), [
    { name: 'Li', type: 'person', article: 'a.txt', mark: 'hash-of-a' }, { name: 'Li', type: 'person', article: 'c.txt', mark: 'hash-of-c' },
  ]);
});

test('the same: one rule names both, and what they go by', () => {
  const rules = sameAs(identity({ a: ['Karl Brandt'] }), identity({ b: ['Carl Brandt'] }), 'Carl Brandt', nameArticle);
  assert.deepEqual(sent(rules), [{ rule: 'merge-entities', entities: [{ name: 'Karl Brandt', type: 'person' }, { name: 'Carl Brandt', type: 'person' }], name: 'Carl Brandt' }]);
});

test('not the same: what is split off in several articles stays one', () => {
  const vell = identity({ a: ['Oran Vell'], b: ['Oran Vell'], c: ['Vell'] });
  const [split, merged, ...rest] = sent(notTheSame(vell, ['b', 'c'], nameArticle));
  assert.deepEqual(split, { rule: 'split-entity', entities: [{ name: 'Oran Vell', type: 'person', article: 'b.txt' }, { name: 'Vell', type: 'person', article: 'c.txt' }] });
  assert.deepEqual(merged, { rule: 'merge-entities', entities: split.entities });
  assert.deepEqual(rest, []);
  assert.equal(notTheSame(vell, ['c'], nameArticle).length, 1);
});

test('what is split off is no longer merged by a rule that meant it everywhere', () => {
  const both = identity({ a: ['Karl Brandt'], b: ['Carl Brandt'], c: ['Karl Brandt'] });
  const merge = sameAs(identity({ a: ['Karl Brandt'], c: ['Karl Brandt'] }), identity({ b: ['Carl Brandt'] }), 'Karl Brandt', nameArticle);
  /** @type {Rule[]} */
  const before = [{ do: 'masthead', article: 'x', outlet: 'The Post' }, ...merge];
  const after = withoutMerging(before, both, ['c'], nameArticle);
  assert.equal(after[0], before[0]);
  assert.deepEqual(sent(after), [{ rule: 'merge-entities', entities: [{ name: 'Karl Brandt', type: 'person', article: 'a.txt' }, { name: 'Carl Brandt', type: 'person' }], name: 'Karl Brandt' }]);
  assert.deepEqual(withoutMerging(before, both, ['b'], nameArticle), [before[0]], 'a merge of one is none');
  assert.deepEqual(withoutMerging(before, identity({ d: ['Anna Holm'] }), ['d'], nameArticle), before);
});

test('called otherwise, of another type, no name', () => {
  const port = identity({ a: ['Port Vell'], b: ['Vell'] }, { type: 'person' });
  assert.deepEqual(sent(calledOtherwise(port, 'Port of Vell', nameArticle)), [{ rule: 'rename-entity', entities: [{ name: 'Port Vell', type: 'person' }], name: 'Port of Vell' }]);
  assert.deepEqual(sent(ofType(port, 'place', nameArticle)), [{ rule: 'retype-entity', entities: [{ name: 'Port Vell', type: 'person' }], type: 'place' }]);
  assert.deepEqual(sent(noName(port, nameArticle)), ['Port Vell', 'Vell'].map((name) => ({ rule: 'reject-entity', entities: [{ name, type: 'person' }] })));
});

test('happenings: two are one; an account goes to another, or stands apart', () => {
  assert.deepEqual(sent(oneHappening(['a', 'b'], ['c'], nameArticle)), [{ rule: 'merge-stories', articles: ['a.txt', 'b.txt', 'c.txt'] }]);
  assert.deepEqual(sent(moveArticles(['b'], { from: ['a', 'b'], to: null }, nameArticle)), [{ rule: 'split-story', articles: ['b.txt'] }]);
  assert.deepEqual(sent(moveArticles(['b'], { from: ['a', 'b'], to: ['c'] }, nameArticle)), [
    { rule: 'split-story', articles: ['b.txt'] }, { rule: 'merge-stories', articles: ['b.txt', 'c.txt'] },
  ]);
  assert.deepEqual(sent(moveArticles(['b'], { from: ['b'], to: ['c'] }, nameArticle)).map(({ rule }) => rule), ['merge-stories'], 'all of it: nothing is left to split off');
});

test('an article of the same name and other words is not meant; one of the same words and another name is', () => {
  const rules = [...oneHappening(['a'], ['b'], nameArticle), ...notTheSame(identity({ a: ['Vell'], b: ['Vell'] }), ['b'], nameArticle)];
  const tomorrow = new Map([['hash-of-a', 'renamed.txt'], ['hash-of-z', 'b.txt']]);
  assert.deepEqual(sent(rules, tomorrow), [{ rule: 'merge-stories', articles: ['renamed.txt'] }]);
  const written = { rule: /** @type {const} */ ('split-story'), articles: ['b.txt'] };
  assert.deepEqual(sent([written], tomorrow), [written], 'a rule without marks goes by ids, as the command line has it');
});

test('rules are saved and come back, beside those on reading; what is no rule is left out', () => {
  /** @type {Rule[]} */
  const rules = [
    ...asOneStep([], moveArticles(['b'], { from: ['a', 'b'], to: ['c'] }, nameArticle)), { do: 'restore', outlet: 'The Post', line: 'share' },
    ...sameAs(identity({ a: ['Li'] }, { shared: ['Li'] }), identity({ b: ['Li Wen'] }), 'Li Wen', nameArticle), ...ofType(identity({ a: ['Vell'] }), 'place', nameArticle),
  ];
  assert.deepEqual(rulesFromJson(rulesToJson(rules)), rules);
  const odd = [
    { rule: 'fly' }, { rule: 'merge-entities' }, { rule: 'merge-entities', entities: [{ name: '' }, 7, null] }, { rule: 'retype-entity', entities: [{ name: 'x' }], type: 'spaceship' },
    { rule: 'rename-entity', entities: [{ name: 'x' }] }, { rule: 'split-story', articles: 'a' }, { rule: 'split-story', articles: ['a', 3], marks: ['m'], step: -1 },
  ];
  assert.deepEqual(rulesFromJson(JSON.stringify({ schema: 'readout/rules/1', rules: odd })), [{ rule: 'split-story', articles: ['a'], marks: ['m'] }]);
});

test('what was said in one go is one step; a file’s steps are other steps, and what holds already is not said twice', () => {
  const one = asOneStep([], moveArticles(['b'], { from: ['a', 'b'], to: ['c'] }, nameArticle));
  const two = asOneStep(one, notTheSame(identity({ a: ['Vell'], b: ['Vell'], c: ['Vell'] }), ['b', 'c'], nameArticle));
  const all = [...one, ...two, ...ofType(identity({ a: ['Vell'] }), 'place', nameArticle)];
  assert.deepEqual(stepsOf(all).map((step) => step.length), [2, 2, 1]);
  const loaded = /** @type {Rule[]} */ (rulesFromJson(rulesToJson(asOneStep([], moveArticles(['d'], { from: ['c', 'd'], to: ['a'] }, nameArticle)))));
  assert.deepEqual(stepsOf([...all, ...freshRules(all, loaded)]).map((step) => step.length), [2, 2, 1, 2]);
  assert.deepEqual(freshRules(all, /** @type {Rule[]} */ (rulesFromJson(rulesToJson(all)))), []);
});

test('a name has one type and one spelling: the later rule replaces the earlier; merges and splits go on from one another', () => {
  const vell = identity({ a: ['Vell'] });
  const rules = withRules(withRules([], ofType(vell, 'place', nameArticle)), ofType(vell, 'event', nameArticle));
  assert.deepEqual(rules.map((rule) => isAboutCollation(rule) && rule.rule === 'retype-entity' && rule.type), ['event']);
  const split = moveArticles(['a'], { from: ['a', 'b'], to: null }, nameArticle);
  const again = moveArticles(['a'], { from: ['a', 'b'], to: null }, nameArticle);
  assert.equal(withRules(split, again).length, 2);
});

test('changes are undone and done again, one by one; a new change ends what could be done again', () => {
  const history = new RuleHistory();
  /** @type {Rule[]} */
  const one = [{ do: 'masthead', article: 'a', outlet: 'The Post' }];
  /** @type {Rule[]} */
  const two = [...one, { do: 'masthead', article: 'b', outlet: 'The Post' }];
  history.change(one);
  history.change(two);
  assert.deepEqual(differenceOf(one, two), { added: [two[1]], removed: [] });
  assert.equal(history.undo(), true);
  assert.equal(history.now, one);
  assert.deepEqual(history.reach, { undo: 1, redo: 1 });
  assert.equal(history.redo(), true);
  assert.equal(history.now, two);
  history.undo();
  history.change([]);
  assert.equal(history.redo(), false);
  assert.equal(history.undo() && history.undo() && history.undo(), false);
  assert.deepEqual(history.now, []);
});
