/**
 * The articles on the desk, as the main thread holds them: handles on their inputs, from which each is read, read again
 * when rules or the outlet's other articles want it, and laid out on a new desk should the old one trap.
 *
 * @module
 */
import { JobError } from './messages.js';
import { concerned, toJudgeAgain } from './held.js';
import { RuleBook } from './rule_book.js';
import { markOf } from './reading_rules.js';

/** @typedef {import('./held.js').Held} Held */
/** @typedef {import('./messages.js').ReadDone} ReadDone */
/** @typedef {Omit<Held, 'seen'>} Article */

export class Holdings {
  /** @type {Map<string, Held>} by key */
  #held = new Map();
  #pool;
  #desk;
  #book;
  #changed;

  /**
   * @param {import('./pool.js').Pool} pool
   * @param {import('./desk.js').Desk} desk
   * @param {() => RuleBook} book  the rules that hold now
   * @param {() => void} changed  something is held that was not, or no longer
   */
  constructor(pool, desk, book, changed) {
    this.#pool = pool;
    this.#desk = desk;
    this.#book = book;
    this.#changed = changed;
  }

  /** @param {string} key @returns {Held|undefined} */
  get(key) {
    return this.#held.get(key);
  }

  /** @param {string} key */
  the(key) {
    const held = this.#held.get(key);
    if (!held) throw new JobError({ code: 'unknown-article', message: 'That article is not here any more.' });
    return held;
  }

  /** The ids of the articles by their marks. @returns {Map<string, string>} */
  idsByMark() {
    return new Map([...this.#held.values()].map(({ id, seen }) => [seen.mark, id]));
  }

  /** @param {Article} article */
  async read(article) {
    await this.#hold(article, await this.#readingOf(article));
  }

  /** @param {readonly import('./reading_rules.js').ReadingRule[]} rules  the articles that any of them speaks of are read anew */
  async rereadBy(rules) {
    await Promise.all(concerned(this.#held, new RuleBook(rules)).map((key) => this.#reread(key)));
  }

  /** Lines that the outlets' articles repeat are set aside; it takes a second reading of those that hold them. */
  async judgeRepeated() {
    await Promise.all(toJudgeAgain(this.#held).map(({ key, repeated }) => this.#reread(key, repeated)));
  }

  /** @param {string} key */
  async putAway(key) {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    held.file.keys.delete(key);
    await this.#desk.remove(held.id);
    this.#changed();
  }

  /** Every reading, read anew. */
  async *readAgain() {
    for (const held of this.#held.values()) yield (await this.#readingOf(held)).reading;
  }

  /**
   * One that was taken off meanwhile stays off.
   * @param {string} key
   * @param {readonly number[]} [repeated]
   */
  async #reread(key, repeated) {
    const held = this.the(key);
    const article = { ...held, repeated: repeated ?? held.repeated };
    const done = await this.#readingOf(article);
    if (this.#held.has(key)) await this.#hold(article, done);
  }

  /**
   * @param {Article} article
   * @param {ReadDone} done
   */
  async #hold({ id, input, file, repeated }, { reading, seen }) {
    const key = await this.#desk.add(reading);
    this.#held.set(key, { id, input, file, seen, repeated });
    file.keys.add(key);
    this.#changed();
  }

  /**
   * By the rules that hold when it is done.
   * @param {Article} article
   */
  async #readingOf({ id, input, file, repeated }) {
    const mark = markOf(id, file);
    for (;;) {
      const book = this.#book();
      const done = /** @type {ReadDone} */ (await this.#pool.run({ kind: 'read', input, mark, rules: book.about(mark), repeated }));
      if (book === this.#book()) return done;
    }
  }
}
