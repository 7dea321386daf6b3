/**
 * The engine as the page sees it: files go in, questions are answered, corrections hold. The main thread holds no
 * article's words, only handles (Blobs) on the inputs, from which the desk is laid out again should it ever trap.
 *
 * @module
 */
import { compileCore, loadModel, loadSample, workerAddress } from './assets.js';
import { Collator } from './collator.js';
import { Corrections } from './corrections.js';
import { Desk } from './desk.js';
import { Holdings } from './holdings.js';
import { Intake } from './intake.js';
import { News } from './news.js';
import { Pool, poolSize } from './pool.js';
import { Quiet } from './quiet.js';
import { rulesForDesk } from './collation_rules.js';
import { rulesFor } from './reading_rules.js';
import { rulesToJson } from './rules.js';
import { listFiles } from '../files/listing.js';

/** @typedef {import('../files/listing.js').NamedFile} NamedFile */
/** @typedef {import('./protocol.js').Span} Span */
/** @typedef {import('./rules.js').Rule} Rule */

/** Starts loading and compiling at once. @param {{workers?: number}} [options] */
export const createEngine = ({ workers = poolSize() } = {}) => new Engine(workers);

export class Engine {
  #pool;
  #desk;
  #holdings;
  #intake;
  #corrections;
  #pasted = 0;
  /** Corrections build on what the desk holds, so each waits for the one before. @type {Promise<unknown>} */
  #lastCorrection = Promise.resolve();
  #news = new News();
  #quiet = new Quiet();

  #collator = new Collator(
    async () => {
      const marks = this.#holdings.idsByMark();
      await this.#desk.setRules(rulesForDesk(this.#corrections.all, (mark) => marks.get(mark)));
      await this.#desk.collate();
    },
    (error) => {
      if (error !== null) this.#news.fail('', error);
      this.#news.revise();
    },
  );

  /** @param {number} workers */
  constructor(workers) {
    const parts = { source: workerAddress(), module: compileCore(), model: loadModel() };
    const changed = () => this.#collator.changed();
    this.#pool = new Pool(parts, workers);
    this.#desk = new Desk(parts, () => this.#holdings.readAgain());
    this.#corrections = new Corrections(this.#news, (rules) => this.#holdings.rereadBy(rules), changed);
    this.#holdings = new Holdings(this.#pool, this.#desk, () => this.#corrections.book, changed);
    this.#intake = new Intake(this.#pool, this.#holdings, this.#news, (json) => this.#corrections.load(json));
  }

  /**
   * Settles when all of them are read or refused and the desk has put them together.
   * @param {Iterable<File|NamedFile>|DataTransfer} source  of a drop: within its own event
   */
  addFiles(source) {
    const take = this.#intake.begin();
    const listed = listFiles(source);
    return this.#change(async () => take(await listed));
  }

  /**
   * @param {string} text
   * @param {string} [name]
   */
  addText(text, name = `Pasted text ${++this.#pasted}`) {
    return this.addFiles([{ name, file: new Blob([text]) }]);
  }

  async addSample() {
    const articles = await this.#quiet.during(loadSample);
    await this.addFiles(articles.map(({ name, text }) => ({ name, file: new Blob([text]) })));
  }

  /**
   * @param {{kind: string, [key: string]: unknown}} question  of protocol.js
   * @returns {Promise<unknown>} rejected with a JobError
   */
  ask(question) {
    return this.#quiet.during(() => this.#desk.ask(question));
  }

  /**
   * @param {string} format  of wasm/service.h: "dossier.json", "quotations.csv" ...; or "rules.json"
   * @returns {Promise<{name: string, blob: Blob}>}
   */
  exportFile(format) {
    return this.#quiet.during(async () => {
      if (format === 'rules.json') return { name: format, blob: new Blob([rulesToJson(this.#corrections.all)], { type: 'application/json;charset=utf-8' }) };
      const bytes = await this.#desk.exportFile(format);
      const type = format.endsWith('.csv') ? 'text/csv' : 'application/json';
      return { name: format, blob: new Blob([bytes], { type: `${type};charset=utf-8` }) };
    });
  }

  /** Stops reading; what is read stays, what is not can be added again. */
  cancel() {
    this.#intake.cancel();
    this.#pool.cancel();
  }

  /**
   * Gives articles the outlet or day that a person knows; "" or null takes it back, an absent key leaves it.
   * @param {string[]} keys
   * @param {{outlet?: string|null, published?: string|null}} masthead
   */
  setMasthead(keys, { outlet, published }) {
    const given = {
      ...(outlet !== undefined && { outlet: outlet ?? '' }),
      ...(published !== undefined && { published: published ?? '' }),
    };
    return this.#correct(() => this.#corrections.add(keys.map((key) => ({ do: 'masthead', article: this.#holdings.the(key).seen.mark, ...given }))));
  }

  /**
   * Puts a passage that was set aside back into the article, or sets it aside again.
   * @param {string} key
   * @param {Span} span
   * @param {boolean} [restored]
   * @param {import('./reading_rules.js').Reach} [reach]  with it all of its kind, or all such lines of the outlet
   */
  restore(key, span, restored = true, reach = 'passage') {
    return this.#correct(async () => {
      const { text, blocks } = /** @type {import('./protocol.js').ArticleView} */ (await this.ask({ kind: 'article', key }));
      const { mark, outlet } = this.#holdings.the(key).seen;
      const meant = blocks.filter((block) => (restored ? block.kind === 'furniture' || block.kind === 'stray' : block.restored));
      await this.#corrections.add(rulesFor({ mark, outlet, text, blocks: meant }, span, restored, reach));
    });
  }

  /**
   * Sets names and happenings right: `change` makes a new list of rules from the one that holds (collation_rules.js).
   * @param {(rules: readonly Rule[], nameArticle: import('./collation_rules.js').NameArticle) => readonly Rule[]} change
   */
  decide(change) {
    return this.#correct(() => this.#corrections.change(change(this.#corrections.all, (key) => {
      const { id, seen } = this.#holdings.the(key);
      return { id, mark: seen.mark };
    })));
  }

  /**
   * Rules that were saved, on top of those that hold.
   * @param {string} json  of an export "rules.json"
   */
  loadRules(json) {
    return this.#correct(async () => this.#corrections.load(json));
  }

  /** @param {readonly Rule[]} rules  takes them back, in one go */
  dropRules(rules) {
    return this.#correct(() => this.#corrections.drop(rules));
  }

  /** Undoes the last change of the rules. @returns {Promise<import('./corrections.js').Change|null>} null: there is none */
  undo() {
    return this.#correct(() => this.#corrections.undo());
  }

  /** Does again what was undone last. */
  redo() {
    return this.#correct(() => this.#corrections.redo());
  }

  /**
   * Reads a file otherwise: as one article, or with its double encoding repaired.
   * @param {string} sha256  of the file
   * @param {import('../files/registry.js').OpenOptions} options
   */
  reopen(sha256, options) {
    return this.#correct(() => this.#intake.reopen(sha256, options));
  }

  get askColumns() {
    return this.#intake.askColumns;
  }

  /** Who is asked which column of a table holds what; the guess is taken where nobody is. */
  set askColumns(ask) {
    this.#intake.askColumns = ask;
  }

  get limits() {
    return this.#intake.limits;
  }

  /** @param {Partial<import('../files/limits.js').Limits>} changes */
  setLimits(changes) {
    this.#intake.setLimits(changes);
  }

  /** @param {string[]} keys */
  remove(keys) {
    return this.#change(async () => {
      for (const key of keys) await this.#intake.remove(key);
    });
  }

  /** Settles when nothing is under way: nothing to read, to put together or to answer. */
  idle() {
    return this.#quiet.settled();
  }

  /** @param {(news: import('./news.js').Bulletin) => void} listener  is told how things stand now, and at every change */
  onNews(listener) {
    this.#news.follow(listener);
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #correct(work) {
    return this.#change(() => {
      const turn = this.#lastCorrection.then(work);
      this.#lastCorrection = turn.catch(() => {});
      return turn;
    });
  }

  /**
   * Work that changes what is held; settles when it is put together.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #change(work) {
    return this.#quiet.during(async () => {
      this.#news.begin();
      try {
        const done = await work();
        await this.#holdings.judgeRepeated();
        await this.#collator.settled();
        return done;
      } finally {
        this.#news.end();
      }
    });
  }
}
