/**
 * What the person set right: the list of rules, its changes one after the other, and what is to be done when it changes.
 *
 * @module
 */
import { JobError } from './messages.js';
import { RuleBook } from './rule_book.js';
import { RuleHistory } from './rule_history.js';
import { differenceOf, freshRules, isAboutReading, rulesFromJson, withRules } from './rules.js';

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {import('./reading_rules.js').ReadingRule} ReadingRule */
/** @typedef {{added: readonly Rule[], removed: readonly Rule[]}} Change */

export class Corrections {
  #history = new RuleHistory();
  #book = new RuleBook([]);
  #news;
  #reread;
  #collate;

  /**
   * @param {import('./news.js').News} news
   * @param {(rules: readonly ReadingRule[]) => Promise<unknown>} reread  articles that any of them speaks of
   * @param {() => void} collate  what the articles are together is to be told anew
   */
  constructor(news, reread, collate) {
    this.#news = news;
    this.#reread = reread;
    this.#collate = collate;
  }

  get all() {
    return this.#history.now;
  }

  /** Those on how articles are read; another book whenever any of them changes. */
  get book() {
    return this.#book;
  }

  /** @param {readonly Rule[]} rules */
  add(rules) {
    return this.change(withRules(this.all, rules));
  }

  /** @param {readonly Rule[]} rules  of the list */
  drop(rules) {
    return this.change(this.all.filter((rule) => !rules.includes(rule)));
  }

  /** Rules that were saved, on top of those that hold. @param {string} json */
  load(json) {
    const rules = rulesFromJson(json);
    if (!rules) throw new JobError({ code: 'rules-invalid', message: 'This is no file of rules that Readout wrote.' });
    return this.add(freshRules(this.all, rules));
  }

  /** @param {readonly Rule[]} rules  the whole list */
  async change(rules) {
    const before = this.all;
    const { added, removed } = differenceOf(before, rules);
    if (added.length === 0 && removed.length === 0) return;
    this.#history.change(rules);
    await this.#changed(before);
  }

  /** @returns {Promise<Change|null>}  null: there was nothing to undo */
  async undo() {
    const before = this.all;
    return this.#history.undo() ? this.#changed(before) : null;
  }

  /** @returns {Promise<Change|null>} */
  async redo() {
    const before = this.all;
    return this.#history.redo() ? this.#changed(before) : null;
  }

  /** @param {readonly Rule[]} before @returns {Promise<Change>} */
  async #changed(before) {
    const change = differenceOf(before, this.all);
    const both = [...change.added, ...change.removed];
    const reading = both.filter(isAboutReading);
    if (reading.length > 0) this.#book = new RuleBook(this.all.filter(isAboutReading));
    this.#news.rule(this.all, this.#history.reach);
    if (both.length > reading.length) this.#collate();
    if (reading.length > 0) await this.#reread(reading);
    return change;
  }
}
