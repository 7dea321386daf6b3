/**
 * A correction in plain words, for the list of them and for the line that tells what was just done.
 * @module
 */
import { isAboutCollation, isAboutStories } from '../engine/collation_rules.js';
import { overview } from '../state/session.js';
import { firstWords, plainDate } from './wording.js';

/** @typedef {import('../engine/rules.js').Rule} Rule */
/** @typedef {import('../engine/collation_rules.js').EntityRef} EntityRef */
/** @typedef {import('../engine/collation_rules.js').StoryRule} StoryRule */

export const typeWords = /** @type {const} */ ({
  person: 'a person', organisation: 'an organisation', place: 'a place', nationality: 'a nationality or people', event: 'an event',
  work: 'a work', other: 'something else',
});

/** @param {string} name @param {number} [longest] */
export const inMarks = (name, longest = 80) => `“${firstWords(name, longest)}${name.length > longest ? ' …' : ''}”`;

/**
 * What one step of the list says: rules that were said in one go.
 * @param {readonly Rule[]} rules
 * @returns {string}
 */
export function wordedStep(rules) {
  const [first, second] = rules;
  if (!first) return '';
  if (!isAboutCollation(first)) return worded(first);
  if (first.rule === 'split-story' && second && isAboutCollation(second) && isAboutStories(second)) {
    const to = articlesNamed({ ...second, ...without(second, first) });
    return `${articlesNamed(first)} ${first.articles.length === 1 ? 'tells' : 'tell'} of the happening of ${to}`;
  }
  if (first.rule === 'reject-entity') return `${namesOf(rules.flatMap((rule) => (isAboutCollation(rule) && !isAboutStories(rule) ? rule.entities : [])))} ${rules.length === 1 ? 'is no name' : 'are no names'}`;
  return worded(first);
}

/** What a merge names beside what was split off before it. @param {StoryRule} all @param {StoryRule} split @returns {Pick<StoryRule, 'articles'|'marks'>} */
function without(all, split) {
  const kept = all.articles.map((id, at) => ({ id, mark: all.marks?.[at] })).filter(({ id }) => !split.articles.includes(id));
  return { articles: kept.map(({ id }) => id), marks: all.marks && kept.map(({ mark }) => mark ?? '') };
}

/** @param {Rule} rule @returns {string} */
function worded(rule) {
  if (isAboutCollation(rule)) {
    if (isAboutStories(rule)) {
      if (rule.rule === 'merge-stories') return `${articlesNamed(rule)} tell of one happening`;
      return `${articlesNamed(rule)} ${rule.articles.length === 1 ? 'tells of a happening of its own' : 'tell of a happening of their own'}`;
    }
    const names = namesOf(rule.entities);
    if (rule.rule === 'merge-entities') return `${names} are one${rule.name ? `, called ${inMarks(rule.name)}` : ''}`;
    if (rule.rule === 'split-entity') return `${names} in ${accountsOf(rule.entities)} is ${rule.entities[0]?.type === 'person' ? 'somebody' : 'something'} else`;
    if (rule.rule === 'rename-entity') return `${names} is called ${inMarks(rule.name ?? '')}`;
    if (rule.rule === 'retype-entity') return `${names} is ${typeWords[rule.type ?? 'other']}`;
    return `${names} is no name`;
  }
  if (rule.do === 'masthead') {
    const given = [rule.outlet && `outlet ${rule.outlet}`, rule.published && `published ${plainDate(rule.published)}`].filter(Boolean);
    return `${articleCalled(rule.article)}: ${given.join(', ')}`;
  }
  const what = rule.line !== undefined ? inMarks(rule.line) : `all of the kind “${rule.reason}”`;
  const where = rule.article !== undefined ? articleCalled(rule.article) : (rule.outlet ?? 'articles of unknown outlet');
  return `${rule.do === 'restore' ? 'Restore' : 'Set aside'} ${what} in ${where}`;
}

const kNamed = 3;

/** @param {readonly string[]} names */
function listed(names) {
  const shown = names.slice(0, kNamed);
  if (names.length > kNamed) return `${shown.join(', ')} and ${names.length - kNamed} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** @param {readonly EntityRef[]} entities */
const namesOf = (entities) => listed([...new Set(entities.map(({ name }) => inMarks(name)))]);

/** @param {readonly EntityRef[]} entities */
const accountsOf = (entities) => listed([...new Set(entities.map(({ article, mark }) => (article ? articleNamed(article, mark) : 'every article')))]);

/** @param {StoryRule} rule */
const articlesNamed = ({ articles, marks }) => listed(articles.map((id, at) => articleNamed(id, marks?.[at])));

/** An article as a rule names it: by its mark; where there is none, by its id. @param {string} id @param {string} [mark] */
function articleNamed(id, mark) {
  if (mark) return articleCalled(mark, id);
  const row = overview.value?.rows.find((one) => one.id === id);
  return row ? inMarks(row.label, 60) : `${id}, which is not on the desk`;
}

/**
 * @param {string} mark  of an article: its file's hash, and "#2" or its row's name after it
 * @param {string} [id]
 */
function articleCalled(mark, id) {
  const at = mark.indexOf('#');
  const [sha256, own] = at < 0 ? [mark, ''] : [mark.slice(0, at), mark.slice(at + 1)];
  const key = sha256.slice(0, 12) + (Number(own) > 1 ? `-${own}` : '');
  const rows = overview.value?.rows ?? [];
  const row = rows.find((one) => one.key === key) ?? (own ? rows.find((one) => one.id.endsWith(`#${own}`)) : undefined);
  if (row) return inMarks(row.label, 60);
  return id ? `${id}, which is not on the desk` : 'an article that is not on the desk';
}
