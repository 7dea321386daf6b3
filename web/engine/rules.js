/**
 * What a person set right, as one list in the order in which it was said: rules on how an article is read
 * (reading_rules.js) and on what the articles together are (collation_rules.js). The list is plain data: it is saved as
 * it is, applies to the next folder, and what is sent to the readers and to the desk is made from it by pure functions.
 *
 * @module
 */
import { checkedCollation, isAboutCollation, subjectOfCollation } from './collation_rules.js';
import { checkedReading, subjectOfReading } from './reading_rules.js';

/** @typedef {import('./reading_rules.js').ReadingRule} ReadingRule */
/** @typedef {import('./collation_rules.js').CollationRule} CollationRule */
/** @typedef {ReadingRule|CollationRule} Rule */

/** @param {Rule} rule @returns {rule is ReadingRule} */
export const isAboutReading = (rule) => !isAboutCollation(rule);

export const kRulesSchema = 'readout/rules/1';

/**
 * The rules with more of them. What is said anew replaces what was said of the same thing; a masthead's "" takes back.
 * Linear.
 * @param {readonly Rule[]} rules
 * @param {readonly Rule[]} more
 * @returns {Rule[]}
 */
export function withRules(rules, more) {
  /** @type {Map<string|Rule, Rule>} rules that replace nothing stand under themselves */
  const all = new Map(rules.map((rule) => [subjectOf(rule), rule]));
  for (const rule of more) {
    const subject = subjectOf(rule);
    const before = all.get(subject);
    all.delete(subject); // so that it goes to the end: the later rule holds
    if (isAboutCollation(rule) || rule.do !== 'masthead') {
      all.set(subject, rule);
      continue;
    }
    const merged = { ...(before && 'do' in before && before.do === 'masthead' ? before : {}), ...rule };
    for (const key of /** @type {const} */ (['outlet', 'published'])) if (merged[key] === '') delete merged[key];
    if (merged.outlet !== undefined || merged.published !== undefined) all.set(subject, merged);
  }
  return [...all.values()];
}

/** @param {Rule} rule */
const subjectOf = (rule) => (isAboutCollation(rule) ? subjectOfCollation(rule) : subjectOfReading(rule));

/**
 * Rules that were said in one go stand and fall together: they have the same `step`.
 * @param {readonly Rule[]} rules  to which they are to be added
 * @param {readonly CollationRule[]} more
 * @returns {CollationRule[]}
 */
export function asOneStep(rules, more) {
  const step = lastStep(rules) + 1;
  return more.map((rule) => (more.length > 1 ? { ...rule, step } : rule));
}

/** @param {readonly Rule[]} rules */
const lastStep = (rules) => rules.reduce((last, rule) => Math.max(last, isAboutCollation(rule) ? (rule.step ?? 0) : 0), 0);

/**
 * The list in the steps in which it was said, in order.
 * @param {readonly Rule[]} rules
 * @returns {Rule[][]}
 */
export function stepsOf(rules) {
  /** @type {Map<number|Rule, Rule[]>} */
  const steps = new Map();
  for (const rule of rules) {
    const step = (isAboutCollation(rule) && rule.step) || rule;
    const told = steps.get(step);
    if (told) told.push(rule);
    else steps.set(step, [rule]);
  }
  return [...steps.values()];
}

/**
 * What one list has that the other has not.
 * @param {readonly Rule[]} before
 * @param {readonly Rule[]} after
 * @returns {{added: Rule[], removed: Rule[]}}
 */
export function differenceOf(before, after) {
  const [had, has] = [new Set(before), new Set(after)];
  return { added: after.filter((rule) => !had.has(rule)), removed: before.filter((rule) => !has.has(rule)) };
}

/** @param {readonly unknown[]} rules */
export const rulesToJson = (rules) => `${JSON.stringify({ schema: kRulesSchema, rules }, null, 1)}\n`;

const kMostRules = 20000;

/**
 * @param {string} json
 * @returns {Rule[]|null}   null where it is no file of rules; rules that are not understood are left out
 */
export function rulesFromJson(json) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const { schema, rules } = /** @type {{schema?: unknown, rules?: unknown}} */ (value ?? {});
  if (schema !== kRulesSchema || !Array.isArray(rules)) return null;
  return rules.slice(0, kMostRules).map(checked).filter((rule) => rule !== null);
}

/** @param {unknown} value @returns {Rule|null} */
function checked(value) {
  if (typeof value !== 'object' || value === null) return null;
  const rule = /** @type {Record<string, unknown>} */ (value);
  return rule.rule !== undefined ? checkedCollation(rule) : checkedReading(rule);
}

/**
 * Those rules of a file that do not hold already; their steps are other steps than those that do.
 * @param {readonly Rule[]} rules  that hold
 * @param {readonly Rule[]} loaded
 * @returns {Rule[]}
 */
export function freshRules(rules, loaded) {
  const last = lastStep(rules);
  const said = (/** @type {Rule} */ rule) => JSON.stringify({ ...rule, step: undefined });
  const held = new Set(rules.map(said));
  return loaded
    .filter((rule) => !held.has(said(rule)))
    .map((rule) => (isAboutCollation(rule) && rule.step ? { ...rule, step: rule.step + last } : rule));
}
