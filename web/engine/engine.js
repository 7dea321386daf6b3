/**
 * The engine as the page sees it: files go in, questions are answered. The main thread holds no article's words, only
 * handles (Blobs) on the inputs, from which the desk is laid out again should it ever trap.
 *
 * @module
 */
import { compileCore, loadBytes, loadSample, workerAddress } from './assets.js';
import { Desk } from './desk.js';
import { JobError } from './messages.js';
import { Pool, poolSize } from './pool.js';
import { News } from './news.js';
import { listFiles } from '../files/listing.js';

/** @typedef {import('../files/listing.js').NamedFile} NamedFile */
/** @typedef {import('./messages.js').Opened} Opened */
/** @typedef {import('./protocol.js').Span} Span */

/** @typedef {{name: string, sha256: string, unread: number, keys: Set<string>}} KnownFile */
/** @typedef {{id: string, input: Blob, file: KnownFile}} Held   an article on the desk */

const kBetweenCollations = 250; // milliseconds; and at least eight times what the last one took
const kLongestFrames = 150; // milliseconds

/** Settles after two frames, or a moment later where the page is not drawn. @returns {Promise<void>} */
const shown = () =>
  new Promise((resolve) => {
    setTimeout(resolve, kLongestFrames);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });

/** Starts loading and compiling at once. @param {{workers?: number}} [options] */
export const createEngine = ({ workers = poolSize() } = {}) => new Engine(workers);

export class Engine {
  #pool;
  #desk;
  /** @type {Map<string, Held>} by key */
  #held = new Map();
  /** @type {Map<string, KnownFile>} by SHA-256 */
  #known = new Map();
  /** @type {Set<string>} of files, so that ids stay apart */
  #names = new Set();
  #pasted = 0;
  /** Corrections build on what the desk holds, so each waits for the one before. @type {Promise<unknown>} */
  #lastCorrection = Promise.resolve();
  /** Counts cancellations: what began before one does not go on after it. */
  #generation = 0;

  #changes = 0;
  #collated = 0;
  /** @type {Promise<void>|null} */
  #collation = null;
  #nextCollation = 0;

  #news = new News();
  #underWay = 0;
  /** @type {(() => void)[]} */
  #idlers = [];

  /** @param {number} workers */
  constructor(workers) {
    const parts = { source: workerAddress(), module: compileCore(), model: loadBytes('model') };
    this.#pool = new Pool(parts, workers);
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
      /** @type {Promise<unknown>} */
      let before = Promise.resolve();
      const all = [];
      for (const file of files) {
        const { opened, read } = this.#take(file, before, generation);
        before = opened;
        all.push(read);
      }
      await Promise.all(all);
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
    const articles = await this.#during(loadSample);
    await this.addFiles(articles.map(({ name, text }) => ({ name, file: new Blob([text]) })));
  }

  /**
   * @param {{kind: string, [key: string]: unknown}} question  of protocol.js
   * @returns {Promise<unknown>} rejected with a JobError
   */
  ask(question) {
    return this.#during(() => this.#desk.ask(question));
  }

  /**
   * @param {string} format  of wasm/service.h: "dossier.json", "quotations.csv" ...
   * @returns {Promise<{name: string, blob: Blob}>}
   */
  exportFile(format) {
    return this.#during(async () => {
      const bytes = await this.#desk.exportFile(format);
      const type = format.endsWith('.csv') ? 'text/csv' : 'application/json';
      return { name: format, blob: new Blob([bytes], { type: `${type};charset=utf-8` }) };
    });
  }

  /** Stops reading; what is read stays, what is not can be added again. */
  cancel() {
    this.#generation++;
    for (const file of this.#known.values()) if (file.unread > 0) this.#forget(file);
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
    return this.#correct(() => Promise.all(keys.map((key) => this.#reread(key, given))));
  }

  /**
   * Puts a passage that was set aside back into the article, or sets it aside again.
   * @param {string} key
   * @param {Span} span
   * @param {boolean} [restored]
   */
  restore(key, span, restored = true) {
    return this.#correct(async () => {
      const { blocks } = /** @type {import('./protocol.js').ArticleView} */ (await this.ask({ kind: 'article', key }));
      const others = blocks.filter((block) => block.restored && (block.end <= span.begin || block.begin >= span.end));
      const spans = restored ? [...others, span] : others;
      await this.#reread(key, { restored: spans.map(({ begin, end }) => ({ begin, end })) });
    });
  }

  /** @param {string[]} keys */
  remove(keys) {
    return this.#change(async () => {
      for (const key of keys) {
        const held = this.#held.get(key);
        if (!held) continue;
        this.#held.delete(key);
        held.file.keys.delete(key);
        if (held.file.keys.size === 0 && held.file.unread === 0) this.#forget(held.file);
        await this.#desk.remove(held.id);
        this.#changes++;
      }
    });
  }

  /** Settles when nothing is under way: nothing to read, to put together or to answer. */
  async idle() {
    do {
      if (this.#underWay > 0) await new Promise((/** @type {(value: void) => void} */ quiet) => this.#idlers.push(quiet));
      // Whoever heard the news may have more to ask once it is shown.
      await shown();
    } while (this.#underWay > 0);
  }

  /** @param {(news: import('./news.js').Bulletin) => void} listener  is told how things stand now, and at every change */
  onNews(listener) {
    this.#news.follow(listener);
  }

  /**
   * Opens and reads one file. `before` settles once all files before it are known, so that of two files with the same
   * bytes the first one stays, whichever worker is quicker.
   * @param {NamedFile} named
   * @param {Promise<unknown>} before
   * @param {number} generation
   */
  #take(named, before, generation) {
    const name = this.#uniqueName(named.name);
    const opened = this.#open(name, named.file, before, generation).catch((error) => {
      this.#names.delete(name);
      this.#news.refuse(named.name, error, named.file.size);
      return null;
    });
    return { opened, read: opened.then((one) => one && this.#readAll(one, named.file.size)) };
  }

  /**
   * @param {string} name
   * @param {Blob} file
   * @param {Promise<unknown>} before
   * @param {number} generation
   */
  async #open(name, file, before, generation) {
    this.#checkGoing(generation);
    const opening = this.#pool.run({ kind: 'open', name, file });
    const [{ sha256, inputs, articles }] = /** @type {[Opened, unknown]} */ (await Promise.all([opening, before]));
    this.#checkGoing(generation);
    const twin = this.#known.get(sha256);
    if (twin) throw new JobError({ code: 'duplicate', message: `The same file as “${twin.name}”, which is here already.` });
    /** @type {KnownFile} */
    const known = { name, sha256, unread: articles.length, keys: new Set() };
    this.#known.set(sha256, known);
    return { file: known, inputs, articles };
  }

  /**
   * @param {{file: KnownFile, inputs: Blob, articles: Opened['articles']}} opened
   * @param {number} size  of the file
   */
  async #readAll({ file, inputs, articles }, size) {
    this.#news.expect(articles.length - 1, 0);
    await Promise.all(articles.map(async ({ id, begin, end }) => {
      const bytes = (size * (end - begin)) / inputs.size;
      try {
        await this.#read(id, inputs.slice(begin, end), file);
        this.#news.step(bytes);
      } catch (error) {
        this.#news.refuse(id, error, bytes);
      }
      file.unread--;
    }));
    if (file.keys.size === 0) this.#forget(file);
  }

  /**
   * @param {string} id
   * @param {Blob} input
   * @param {KnownFile} file
   */
  async #read(id, input, file) {
    const key = await this.#desk.add(/** @type {ArrayBuffer} */ (await this.#pool.run({ kind: 'read', input })));
    this.#held.set(key, { id, input, file });
    file.keys.add(key);
    this.#changes++;
    if (!this.#collation && performance.now() >= this.#nextCollation) void this.#collate();
  }

  /**
   * @param {string} key
   * @param {{outlet?: string, published?: string, restored?: Span[]}} corrections
   */
  async #reread(key, corrections) {
    const held = this.#held.get(key);
    if (!held) throw new JobError({ code: 'unknown-article', message: 'That article is not here any more.' });
    const question = { kind: 'input', key, ...corrections };
    const { id, line } = /** @type {import('./protocol.js').InputView} */ (await this.ask(question));
    await this.#read(id, new Blob([line]), held.file);
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
    for (const { input } of this.#held.values()) {
      yield /** @type {ArrayBuffer} */ (await this.#pool.run({ kind: 'read', input }));
    }
  }

  /** Puts together all that was added until now. */
  #collate() {
    const upTo = this.#changes;
    const begun = performance.now();
    this.#collation = this.#desk
      .collate()
      .catch((error) => this.#news.fail('', error))
      .then(() => {
        this.#collated = upTo;
        this.#collation = null;
        const now = performance.now();
        this.#nextCollation = now + kBetweenCollations + 8 * (now - begun);
        this.#news.revise();
      });
    return this.#collation;
  }

  /**
   * Work that changes what is held; settles when it is put together.
   * @param {() => Promise<unknown>} work
   */
  #change(work) {
    return this.#during(async () => {
      this.#news.begin();
      try {
        await work();
        while (this.#collated < this.#changes) await (this.#collation ?? this.#collate());
      } finally {
        this.#news.end();
      }
    });
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #during(work) {
    this.#underWay++;
    try {
      return await work();
    } finally {
      if (--this.#underWay === 0) for (const quiet of this.#idlers.splice(0)) quiet();
    }
  }

  /** @param {string} name */
  #uniqueName(name) {
    let unique = name;
    for (let n = 2; this.#names.has(unique); n++) unique = `${name} (${n})`;
    this.#names.add(unique);
    return unique;
  }

  /** @param {number} generation */
  #checkGoing(generation) {
    if (generation !== this.#generation) throw new JobError({ code: 'cancelled', message: 'Stopped before it was read.' });
  }

  /** @param {KnownFile} file */
  #forget(file) {
    if (this.#known.get(file.sha256) !== file) return;
    this.#known.delete(file.sha256);
    this.#names.delete(file.name);
  }
}
