/**
 * The engine as the page sees it: files go in, questions are answered. The main thread holds no article's words, only
 * handles (Blobs) on the inputs, from which the desk is laid out again should it ever trap.
 *
 * @module
 */
import { compileCore, loadBytes, loadSample, workerAddress } from './assets.js';
import { Desk } from './desk.js';
import { Collator } from './collator.js';
import { concerned, notesOn, toJudgeAgain } from './held.js';
import { JobError } from './messages.js';
import { Opener } from './opener.js';
import { Pool, poolSize } from './pool.js';
import { News } from './news.js';
import { Quiet } from './quiet.js';
import { RuleBook } from './rule_book.js';
import { markOf, rulesFor, rulesFromJson, rulesToJson, withRules } from './rules.js';
import { Shelf } from './shelf.js';
import { changedLimits } from '../files/limits.js';
import { listFiles } from '../files/listing.js';

/** @typedef {import('../files/listing.js').NamedFile} NamedFile */
/** @typedef {import('./messages.js').Opened} Opened */
/** @typedef {import('./messages.js').ReadDone} ReadDone */
/** @typedef {import('./protocol.js').Span} Span */
/** @typedef {import('./held.js').KnownFile} KnownFile */
/** @typedef {import('./held.js').Held} Held */
/** @typedef {import('./rules.js').Rule} Rule */

/** Starts loading and compiling at once. @param {{workers?: number}} [options] */
export const createEngine = ({ workers = poolSize() } = {}) => new Engine(workers);

export class Engine {
  #pool;
  #opener;
  #desk;
  /** What the person set right. */
  #rules = new RuleBook([]);
  /** @type {Map<string, Held>} by key */
  #held = new Map();
  #shelf = new Shelf();
  #pasted = 0;
  /** Corrections build on what the desk holds, so each waits for the one before. @type {Promise<unknown>} */
  #lastCorrection = Promise.resolve();
  /** Counts cancellations: what began before one does not go on after it. */
  #generation = 0;

  #collator = new Collator(
    () => this.#desk.collate(),
    (error) => {
      if (error !== null) this.#news.fail('', error);
      this.#news.revise();
    },
  );
  #news = new News();
  #quiet = new Quiet();

  /** @param {number} workers */
  constructor(workers) {
    const parts = { source: workerAddress(), module: compileCore(), model: loadBytes('model') };
    this.#pool = new Pool(parts, workers);
    this.#opener = new Opener(this.#pool);
    this.#desk = new Desk(parts, () => this.#readAgain());
  }

  /**
   * Settles when all of them are read or refused and the desk has put them together.
   * @param {Iterable<File|NamedFile>|DataTransfer} source  of a drop: within its own event
   */
  addFiles(source) {
    const generation = this.#generation;
    const listed = listFiles(source);
    return this.#change(async () => {
      const files = await listed;
      this.#news.expect(files.length, files.reduce((sum, { file }) => sum + file.size, 0));
      /** @type {Promise<unknown>[]} */
      const reads = [];
      /** @type {Promise<unknown>} */
      let before = Promise.resolve();
      for (const file of files) before = this.#take(file, before, reads, generation);
      await before;
      await Promise.all(reads);
    });
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
      if (format === 'rules.json') return { name: format, blob: new Blob([rulesToJson(this.#rules.all)], { type: 'application/json;charset=utf-8' }) };
      const bytes = await this.#desk.exportFile(format);
      const type = format.endsWith('.csv') ? 'text/csv' : 'application/json';
      return { name: format, blob: new Blob([bytes], { type: `${type};charset=utf-8` }) };
    });
  }

  /** Stops reading; what is read stays, what is not can be added again. */
  cancel() {
    this.#generation++;
    for (const file of this.#shelf.files()) if (file.unread > 0) this.#forget(file);
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
    return this.#correct(async () => {
      const held = keys.map((key) => this.#the(key));
      await this.#addRules(held.map(({ seen }) => ({ do: 'masthead', article: seen.mark, ...given })));
    });
  }

  /**
   * Puts a passage that was set aside back into the article, or sets it aside again.
   * @param {string} key
   * @param {Span} span
   * @param {boolean} [restored]
   * @param {import('./rules.js').Reach} [reach]  with it all of its kind, or all such lines of the outlet
   */
  restore(key, span, restored = true, reach = 'passage') {
    return this.#correct(async () => {
      const { text, blocks } = /** @type {import('./protocol.js').ArticleView} */ (await this.ask({ kind: 'article', key }));
      const { mark, outlet } = this.#the(key).seen;
      const meant = blocks.filter((block) => (restored ? block.kind === 'furniture' || block.kind === 'stray' : block.restored));
      await this.#addRules(rulesFor({ mark, outlet, text, blocks: meant }, span, restored, reach));
    });
  }

  /**
   * Rules that were saved, on top of those that hold.
   * @param {string} json  of an export "rules.json"
   */
  loadRules(json) {
    const rules = rulesFromJson(json);
    if (!rules) return Promise.reject(new JobError({ code: 'rules-invalid', message: 'This is no file of rules that Readout wrote.' }));
    return this.#correct(() => this.#addRules(rules));
  }

  /** @param {Rule} rule  takes it back */
  dropRule(rule) {
    return this.#correct(() => this.#setRules(this.#rules.all.filter((other) => other !== rule), [rule]));
  }

  /**
   * Reads a file otherwise: as one article, or with its double encoding repaired. What it gave before makes way once the
   * file is open again.
   * @param {string} sha256  of the file
   * @param {import('../files/registry.js').OpenOptions} options
   */
  reopen(sha256, options) {
    return this.#correct(async () => {
      const file = this.#shelf.find(sha256);
      if (!file) return;
      const wanted = { ...file.options, ...options };
      const found = await this.#opener.open(file.named, wanted);
      if (found.type !== 'articles' || found.opened.sha256 !== sha256) {
        throw new JobError({ code: 'file-changed', message: `“${file.name}” is not the file any more that it was. Drop it again.` });
      }
      for (const key of [...file.keys]) await this.#putAway(key);
      Object.assign(file, { options: wanted, about: found.opened.about, leftOut: found.opened.leftOut, articles: found.opened.articles.length, unread: found.opened.articles.length });
      await this.#readAll({ file, opened: found.opened }, 0);
    });
  }

  get askColumns() {
    return this.#opener.askColumns;
  }

  /** Who is asked which column of a table holds what; the guess is taken where nobody is. */
  set askColumns(ask) {
    this.#opener.askColumns = ask;
  }

  get limits() {
    return this.#opener.limits;
  }

  /** @param {Partial<import('../files/limits.js').Limits>} changes */
  setLimits(changes) {
    this.#opener.limits = changedLimits(this.#opener.limits, changes);
  }

  /** @param {string[]} keys */
  remove(keys) {
    return this.#change(async () => {
      for (const key of keys) {
        const file = this.#held.get(key)?.file;
        await this.#putAway(key);
        if (file && file.keys.size === 0 && file.unread === 0) this.#forget(file);
      }
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
   * Opens one file and all that is in it; what is to be read is put into `reads`. `before` settles once all files before
   * it are known, so that of two files with the same bytes the first one stays, whichever worker is quicker.
   * @param {NamedFile} named
   * @param {Promise<unknown>} before
   * @param {Promise<unknown>[]} reads
   * @param {number} generation
   * @param {boolean} [inside]  it comes out of an archive
   * @returns {Promise<void>}  settles once all its files are known or refused
   */
  async #take(named, before, reads, generation, inside = false) {
    const name = this.#shelf.takeName(named.name);
    try {
      this.#checkGoing(generation);
      const [found] = await Promise.all([this.#opener.open({ ...named, name }, {}, inside), before]);
      this.#checkGoing(generation);
      if (found.type === 'articles') {
        const file = this.#shelf.add({ ...named, name }, found);
        reads.push(this.#readAll({ file, opened: found.opened }, named.file.size));
        return;
      }
      this.#shelf.freeName(name);
      if (found.type === 'rules') {
        const rules = rulesFromJson(found.json);
        if (!rules) throw new JobError({ code: 'rules-invalid', message: 'This is no file of rules that Readout wrote.' });
        await this.#addRules(rules);
      } else {
        /** @type {Promise<void>} */
        let last = Promise.resolve();
        for await (const one of found.files) {
          this.#checkGoing(generation);
          this.#news.expect(1, one.file.size);
          last = this.#take(one, last, reads, generation, true);
        }
        await last;
      }
      this.#news.expect(-1, -named.file.size);
    } catch (error) {
      this.#shelf.freeName(name);
      this.#news.refuse(named.name, error, named.file.size);
      await before;
    }
  }

  /**
   * @param {{file: KnownFile, opened: Opened}} taken
   * @param {number} size  of the file
   */
  async #readAll({ file, opened: { inputs, articles } }, size) {
    this.#news.expect(articles.length - 1, 0);
    await Promise.all(articles.map(async ({ id, begin, end }) => {
      const bytes = (size * (end - begin)) / inputs.size;
      try {
        await this.#read({ id, input: inputs.slice(begin, end), file, repeated: [] });
        this.#news.step(bytes);
      } catch (error) {
        this.#news.refuse(id, error, bytes);
      }
      file.unread--;
    }));
    if (file.keys.size === 0) this.#forget(file);
    this.#news.note(notesOn(this.#shelf.files()));
  }

  /** @param {Omit<Held, 'seen'>} article */
  async #read(article) {
    await this.#hold(article, await this.#readingOf(article));
  }

  /**
   * Reads a held article anew; one that was taken off meanwhile stays off.
   * @param {string} key
   * @param {readonly number[]} [repeated]
   */
  async #reread(key, repeated) {
    const held = this.#the(key);
    const article = { ...held, repeated: repeated ?? held.repeated };
    const done = await this.#readingOf(article);
    if (this.#held.has(key)) await this.#hold(article, done);
  }

  /**
   * @param {Omit<Held, 'seen'>} article
   * @param {ReadDone} done
   */
  async #hold({ id, input, file, repeated }, { reading, seen }) {
    const key = await this.#desk.add(reading);
    this.#held.set(key, { id, input, file, seen, repeated });
    file.keys.add(key);
    this.#collator.changed();
  }

  /**
   * By the rules that hold when it is done.
   * @param {Omit<Held, 'seen'>} article
   */
  async #readingOf({ id, input, file, repeated }) {
    const mark = markOf(id, file);
    for (;;) {
      const rules = this.#rules;
      const done = /** @type {ReadDone} */ (await this.#pool.run({ kind: 'read', input, mark, rules: rules.about(mark), repeated }));
      if (rules === this.#rules) return done;
    }
  }

  /** @param {string} key */
  #the(key) {
    const held = this.#held.get(key);
    if (!held) throw new JobError({ code: 'unknown-article', message: 'That article is not here any more.' });
    return held;
  }

  /** @param {readonly Rule[]} rules */
  #addRules(rules) {
    return this.#setRules(withRules(this.#rules.all, rules), rules);
  }

  /**
   * @param {readonly Rule[]} rules
   * @param {readonly Rule[]} changed  those by which articles are read otherwise now
   */
  async #setRules(rules, changed) {
    this.#rules = new RuleBook(rules);
    this.#news.rule(rules);
    await Promise.all(concerned(this.#held, new RuleBook(changed)).map((key) => this.#reread(key)));
  }

  /** @param {string} key */
  async #putAway(key) {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    held.file.keys.delete(key);
    await this.#desk.remove(held.id);
    this.#collator.changed();
  }

  /** Lines that the outlets' articles repeat are set aside; it takes a second reading of those that hold them. */
  async #judgeRepeated() {
    await Promise.all(toJudgeAgain(this.#held).map(({ key, repeated }) => this.#reread(key, repeated)));
  }

  /** @param {() => Promise<unknown>} work */
  #correct(work) {
    return this.#change(() => {
      const turn = this.#lastCorrection.then(work);
      this.#lastCorrection = turn.catch(() => {});
      return turn;
    });
  }

  async *#readAgain() {
    for (const held of this.#held.values()) yield (await this.#readingOf(held)).reading;
  }

  /**
   * Work that changes what is held; settles when it is put together.
   * @param {() => Promise<unknown>} work
   */
  #change(work) {
    return this.#quiet.during(async () => {
      this.#news.begin();
      try {
        await work();
        await this.#judgeRepeated();
        await this.#collator.settled();
      } finally {
        this.#news.end();
      }
    });
  }

  /** @param {number} generation */
  #checkGoing(generation) {
    if (generation !== this.#generation) throw new JobError({ code: 'cancelled', message: 'Stopped before it was read.' });
  }

  /** @param {KnownFile} file */
  #forget(file) {
    this.#shelf.remove(file);
    this.#news.note(notesOn(this.#shelf.files()));
  }
}
