/**
 * Rules on what the articles together are: which names are one, what they are called, of what type, which are none; which
 * articles tell of one happening. They are those of the core (core/report/rules_json.h), which come before all that is
 * inferred. A rule finds a name by how it is written, and an article by its id; beside the id stands the article's mark
 * (reading_rules.js), so that a file of the same name in the next folder is not mistaken for it.
 *
 * Everything here is pure: lists and answers of the desk in, lists out.
 *
 * @module
 */

/** @typedef {import('./protocol.js').EntityType} EntityType */
/** @typedef {import('./protocol.js').IdentityView} IdentityView */
/** @typedef {{name: string, type?: EntityType, article?: string, mark?: string}} EntityRef */
/** @typedef {{rule: 'merge-entities'|'split-entity'|'rename-entity'|'retype-entity'|'reject-entity', entities: EntityRef[],
 *            name?: string, type?: EntityType, step?: number}} EntityRule */
/** @typedef {{rule: 'merge-stories'|'split-story', articles: string[], marks?: string[], step?: number}} StoryRule */
/** @typedef {EntityRule|StoryRule} CollationRule */
/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {(key: string) => {id: string, mark: string}} NameArticle  what rules call an article of the desk */

const kEntityRules = /** @type {const} */ (['merge-entities', 'split-entity', 'rename-entity', 'retype-entity', 'reject-entity']);
const kStoryRules = /** @type {const} */ (['merge-stories', 'split-story']);
export const kEntityTypes = /** @type {const} */ (['person', 'organisation', 'place', 'nationality', 'event', 'work', 'other']);

/**
 * @param {Rule} rule
 * @returns {rule is CollationRule}
 */
export const isAboutCollation = (rule) => 'rule' in rule;

/**
 * @param {CollationRule} rule
 * @returns {rule is StoryRule}
 */
export const isAboutStories = (rule) => /** @type {readonly string[]} */ (kStoryRules).includes(rule.rule);

/**
 * What a rule is about: a name has one spelling, one type. What is merged and split goes on from what was before.
 * @param {CollationRule} rule
 * @returns {string|CollationRule}
 */
export const subjectOfCollation = (rule) =>
  rule.rule === 'rename-entity' || rule.rule === 'retype-entity' || rule.rule === 'reject-entity' ? JSON.stringify([rule.rule, rule.entities]) : rule;

/**
 * What the desk is sent: the rules on names and happenings, articles by the ids that they have now; what names an article
 * that is not here is left out. JSON of core/report/rules_json.h.
 * @param {readonly Rule[]} rules
 * @param {(mark: string) => string|undefined} idOf
 */
export function rulesForDesk(rules, idOf) {
  /** @type {unknown[]} */
  const sent = [];
  for (const rule of rules) {
    if (!isAboutCollation(rule)) continue;
    if (isAboutStories(rule)) {
      const articles = rule.marks ? rule.marks.map(idOf).filter((id) => id !== undefined) : rule.articles;
      if (articles.length > 0) sent.push({ rule: rule.rule, articles });
      continue;
    }
    const entities = rule.entities.flatMap(({ name, type, article, mark }) => {
      const id = mark === undefined ? article : idOf(mark);
      return mark !== undefined && id === undefined ? [] : { name, ...(type && { type }), ...(id !== undefined && { article: id }) };
    });
    if (entities.length > 0) sent.push({ rule: rule.rule, entities, ...(rule.name && { name: rule.name }), ...(rule.type && { type: rule.type }) });
  }
  return JSON.stringify({ rules: sent });
}

/** Folded as the core folds spellings, near enough to tell which names a rule means. @param {string} name */
const folded = (name) => name.normalize('NFKD').replace(/[\u0300-\u036f.'’]/g, '').toLowerCase().replace(/-/g, ' ').trim();

/** @param {string} name */
const wordsOf = (name) => folded(name).split(/\s+/);

/** @param {readonly string[]} few @param {readonly string[]} many */
const isAmong = (few, many) => few.length < many.length && few.every((word) => many.includes(word));

/**
 * How rules name an entity: by its fullest names (a surname alone follows by itself), in every article, or, where
 * something else has that name too, in its own articles only.
 * @param {IdentityView} identity
 * @param {NameArticle} nameArticle
 * @param {{all?: boolean}} [how]  `all`: surnames alone, too
 * @returns {EntityRef[]}
 */
export function refsOf({ names, accounts }, nameArticle, { all = false } = {}) {
  const named = names.some(({ office }) => !office) ? names.filter(({ office }) => !office) : names;
  const full = all ? named : named.filter(({ name, type }) => !named.some((other) => other.type === type && isAmong(wordsOf(name), wordsOf(other.name))));
  return full.flatMap(({ name, type, shared }) =>
    shared ? accounts.filter((account) => account.names.some((one) => one.name === name && one.type === type)).map(({ key }) => inArticle({ name, type }, key, nameArticle)) : { name, type },
  );
}

/**
 * @param {{name: string, type: EntityType}} named
 * @param {string} key
 * @param {NameArticle} nameArticle
 * @returns {EntityRef}
 */
function inArticle({ name, type }, key, nameArticle) {
  const { id, mark } = nameArticle(key);
  return { name, type, article: id, mark };
}

/**
 * Two names are one.
 * @param {IdentityView} one
 * @param {IdentityView} other
 * @param {string} name  by which it goes
 * @param {NameArticle} nameArticle
 * @returns {CollationRule[]}
 */
export const sameAs = (one, other, name, nameArticle) => [{ rule: 'merge-entities', entities: [...refsOf(one, nameArticle), ...refsOf(other, nameArticle)], name }];

/**
 * In these articles the name is somebody or something else, one and the same in all of them.
 * @param {IdentityView} identity
 * @param {readonly string[]} keys
 * @param {NameArticle} nameArticle
 * @returns {CollationRule[]}
 */
export function notTheSame({ accounts }, keys, nameArticle) {
  const entities = accounts.filter(({ key }) => keys.includes(key)).flatMap(({ key, names }) => names.map((named) => inArticle(named, key, nameArticle)));
  /** @type {CollationRule[]} */
  const rules = [{ rule: 'split-entity', entities }];
  // Each name that a split names stands apart from all others, those beside it as well.
  if (entities.length > 1) rules.push({ rule: 'merge-entities', entities });
  return rules;
}

/**
 * The rules that hold, so that what is about to be split off is no longer merged by one of them: a merge that means the
 * name everywhere means it from now on in the other articles only.
 * @param {readonly Rule[]} rules
 * @param {IdentityView} identity
 * @param {readonly string[]} keys  of the articles that are split off
 * @param {NameArticle} nameArticle
 * @returns {Rule[]}
 */
export function withoutMerging(rules, { accounts }, keys, nameArticle) {
  const [off, kept] = [accounts.filter(({ key }) => keys.includes(key)), accounts.filter(({ key }) => !keys.includes(key))];
  const marks = new Set(off.map(({ key }) => nameArticle(key).mark));
  const means = (/** @type {EntityRef} */ ref, /** @type {{name: string, type: EntityType}} */ named) =>
    folded(ref.name) === folded(named.name) && (ref.type === undefined || ref.type === named.type);
  return rules.flatMap((rule) => {
    if (!isAboutCollation(rule) || rule.rule !== 'merge-entities') return rule;
    const entities = rule.entities.flatMap((ref) => {
      if (!off.some(({ names }) => names.some((named) => means(ref, named)))) return ref;
      if (ref.mark !== undefined) return marks.has(ref.mark) ? [] : ref;
      return kept.flatMap(({ key, names }) => names.filter((named) => means(ref, named)).map((named) => inArticle(named, key, nameArticle)));
    });
    if (entities.length === rule.entities.length && entities.every((ref, at) => ref === rule.entities[at])) return rule;
    return entities.length > 1 ? { ...rule, entities } : [];
  });
}

/** @param {IdentityView} identity @param {string} name @param {NameArticle} nameArticle @returns {CollationRule[]} */
export const calledOtherwise = (identity, name, nameArticle) => [{ rule: 'rename-entity', entities: refsOf(identity, nameArticle).slice(0, 1), name }];

/** @param {IdentityView} identity @param {EntityType} type @param {NameArticle} nameArticle @returns {CollationRule[]} */
export const ofType = (identity, type, nameArticle) => [{ rule: 'retype-entity', entities: refsOf(identity, nameArticle).slice(0, 1), type }];

/**
 * It is no name, however it is written.
 * @param {IdentityView} identity @param {NameArticle} nameArticle @returns {CollationRule[]}
 */
export const noName = (identity, nameArticle) => refsOf(identity, nameArticle, { all: true }).map((ref) => ({ rule: 'reject-entity', entities: [ref] }));

/**
 * Two happenings, by the keys of their articles, are one.
 * @param {readonly string[]} keys
 * @param {readonly string[]} others
 * @param {NameArticle} nameArticle
 * @returns {CollationRule[]}
 */
export const oneHappening = (keys, others, nameArticle) => [storyRule('merge-stories', [...keys, ...others], nameArticle)];

/**
 * Articles go from one happening to another, or stand apart from all others.
 * @param {readonly string[]} moved
 * @param {{from: readonly string[], to: readonly string[]|null}} happenings  all their articles' keys; `to` null: apart
 * @param {NameArticle} nameArticle
 * @returns {CollationRule[]}
 */
export function moveArticles(moved, { from, to }, nameArticle) {
  const apart = storyRule('split-story', moved, nameArticle);
  if (!to) return [apart];
  const merged = storyRule('merge-stories', [...moved, ...to], nameArticle);
  return from.every((key) => moved.includes(key)) ? [merged] : [apart, merged];
}

/** @param {StoryRule['rule']} rule @param {readonly string[]} keys @param {NameArticle} nameArticle @returns {StoryRule} */
function storyRule(rule, keys, nameArticle) {
  const articles = keys.map(nameArticle);
  return { rule, articles: articles.map(({ id }) => id), marks: articles.map(({ mark }) => mark) };
}

const kLongestName = 1000;
const kMostNamed = 20000;

/**
 * @param {Record<string, unknown>} rule
 * @returns {CollationRule|null}  null where it is none that is understood
 */
export function checkedCollation(rule) {
  const step = typeof rule.step === 'number' && Number.isSafeInteger(rule.step) && rule.step > 0 ? { step: rule.step } : {};
  const storyWord = kStoryRules.find((word) => word === rule.rule);
  if (storyWord) {
    const articles = textsIn(rule.articles);
    const marks = textsIn(rule.marks);
    if (articles.length === 0) return null;
    return { rule: storyWord, articles, ...(marks.length === articles.length && { marks }), ...step };
  }
  const word = kEntityRules.find((one) => one === rule.rule);
  const entities = Array.isArray(rule.entities) ? rule.entities.slice(0, kMostNamed).map(checkedRef).filter((ref) => ref !== null) : [];
  const name = shortText(rule.name);
  const type = kEntityTypes.find((one) => one === rule.type);
  if (!word || entities.length === 0 || (word === 'rename-entity' && !name) || (word === 'retype-entity' && !type)) return null;
  return { rule: word, entities, ...(name && { name }), ...(word === 'retype-entity' && type && { type }), ...step };
}

/** @param {unknown} value @returns {EntityRef|null} */
function checkedRef(value) {
  if (typeof value !== 'object' || value === null) return null;
  const ref = /** @type {Record<string, unknown>} */ (value);
  const name = shortText(ref.name);
  const type = kEntityTypes.find((one) => one === ref.type);
  const [article, mark] = [shortText(ref.article), shortText(ref.mark)];
  return name ? { name, ...(type && { type }), ...(article && { article }), ...(article && mark && { mark }) } : null;
}

/** @param {unknown} value */
const shortText = (value) => (typeof value === 'string' && value.trim() !== '' && value.length <= kLongestName ? value : undefined);

/** @param {unknown} value @returns {string[]} */
const textsIn = (value) => (Array.isArray(value) ? value.slice(0, kMostNamed).filter((one) => typeof one === 'string' && one !== '' && one.length <= kLongestName) : []);
