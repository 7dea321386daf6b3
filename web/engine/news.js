/**
 * How things stand, told to whoever follows: soon after a change, at once after a great one.
 *
 * @module
 */
import { JobError } from './messages.js';
import { Run } from './run.js';

/** @typedef {{name: string, code: string, message: string}} Failure
 *           a file or an article that was not taken, and why; `name` is '' for what concerns none */
/** @typedef {{progress: import('./run.js').Progress, failures: readonly Failure[], revision: number,
 *           notes: readonly import('./held.js').FileNote[], rules: readonly import('./rules.js').Rule[],
 *           reach: {undo: number, redo: number}}} Bulletin   `revision` counts up whenever answers may have changed;
 *           `rules`: what the person set right; `reach`: how many changes of them can be undone and done again */

const kBetween = 60; // milliseconds

export class News {
  #run = new Run();
  /** @type {Failure[]} */
  #failures = [];
  #revision = 0;
  /** @type {readonly import('./held.js').FileNote[]} */
  #notes = [];
  /** @type {readonly import('./rules.js').Rule[]} */
  #rules = [];
  #reach = { undo: 0, redo: 0 };
  /** @type {((bulletin: Bulletin) => void)[]} */
  #followers = [];
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #soon;

  /** @param {(bulletin: Bulletin) => void} follower */
  follow(follower) {
    this.#followers.push(follower);
    follower(this.#bulletin());
  }

  /** Work begins that changes what is held. */
  begin() {
    this.#run.begin();
    this.#tell();
  }

  end() {
    this.#run.end();
    this.#tell();
  }

  /** What there is to tell of files. @param {readonly import('./held.js').FileNote[]} notes */
  note(notes) {
    this.#notes = notes;
    this.#tellSoon();
  }

  /**
   * @param {readonly import('./rules.js').Rule[]} rules
   * @param {{undo: number, redo: number}} reach
   */
  rule(rules, reach) {
    this.#rules = rules;
    this.#reach = reach;
    this.#tellSoon();
  }

  /** Answers may be others now. */
  revise() {
    this.#revision++;
    this.#tell();
  }

  /**
   * @param {number} articles
   * @param {number} bytes
   */
  expect(articles, bytes) {
    this.#run.expect(articles, bytes);
    this.#tellSoon();
  }

  /**
   * One more article is read.
   * @param {number} bytes
   */
  step(bytes) {
    this.#run.step(bytes);
    this.#tellSoon();
  }

  /**
   * One file or article of the run gives no reading.
   * @param {string} name
   * @param {unknown} cause
   * @param {number} bytes
   */
  refuse(name, cause, bytes) {
    if (cause instanceof JobError && cause.code === 'cancelled') this.#run.expect(-1, -bytes);
    else this.#run.step(bytes);
    this.fail(name, cause);
  }

  /**
   * @param {string} name
   * @param {unknown} cause
   */
  fail(name, cause) {
    const code = cause instanceof JobError ? cause.code : 'internal';
    if (code === 'cancelled') return;
    this.#failures.push({ name, code, message: cause instanceof Error ? cause.message : String(cause) });
    this.#tellSoon();
  }

  /** @returns {Bulletin} */
  #bulletin() {
    return { progress: this.#run.progress(), failures: [...this.#failures], revision: this.#revision, notes: this.#notes, rules: this.#rules, reach: this.#reach };
  }

  #tellSoon() {
    this.#soon ??= setTimeout(() => this.#tell(), kBetween);
  }

  #tell() {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    const bulletin = this.#bulletin();
    for (const follower of this.#followers) follower(bulletin);
  }
}
