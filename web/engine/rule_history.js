/**
 * The list of rules with what it was before, so that a change can be undone and done again.
 *
 * @module
 */

/** @typedef {import('./rules.js').Rule} Rule */

const kKept = 200; // changes

export class RuleHistory {
  /** @type {readonly Rule[]} */
  #now = [];
  /** @type {(readonly Rule[])[]} */
  #before = [];
  /** @type {(readonly Rule[])[]} */
  #after = [];

  get now() {
    return this.#now;
  }

  /** How many changes can be undone and done again. */
  get reach() {
    return { undo: this.#before.length, redo: this.#after.length };
  }

  /** @param {readonly Rule[]} rules */
  change(rules) {
    this.#before.push(this.#now);
    if (this.#before.length > kKept) this.#before.shift();
    this.#after = [];
    this.#now = rules;
  }

  /** @returns {boolean}  whether there was anything to undo */
  undo() {
    return this.#go(this.#before, this.#after);
  }

  redo() {
    return this.#go(this.#after, this.#before);
  }

  /** @param {(readonly Rule[])[]} from @param {(readonly Rule[])[]} to */
  #go(from, to) {
    const rules = from.pop();
    if (!rules) return false;
    to.push(this.#now);
    this.#now = rules;
    return true;
  }
}
