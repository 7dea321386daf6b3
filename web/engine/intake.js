/**
 * From what was dropped to articles on the desk: files are opened, their articles read, rules and archives among them
 * taken for what they are, and what cannot be read is told.
 *
 * @module
 */
import { JobError } from './messages.js';
import { notesOn } from './held.js';
import { Opener } from './opener.js';
import { Shelf } from './shelf.js';
import { changedLimits } from '../files/limits.js';

/** @typedef {import('../files/listing.js').NamedFile} NamedFile */
/** @typedef {import('./messages.js').Opened} Opened */
/** @typedef {import('./held.js').KnownFile} KnownFile */

export class Intake {
  #opener;
  #shelf = new Shelf();
  #holdings;
  #news;
  #loadRules;
  /** Counts cancellations: what began before one does not go on after it. */
  #generation = 0;

  /**
   * @param {import('./pool.js').Pool} pool
   * @param {import('./holdings.js').Holdings} holdings
   * @param {import('./news.js').News} news
   * @param {(json: string) => Promise<unknown>} loadRules
   */
  constructor(pool, holdings, news, loadRules) {
    this.#opener = new Opener(pool);
    this.#holdings = holdings;
    this.#news = news;
    this.#loadRules = loadRules;
  }

  get askColumns() {
    return this.#opener.askColumns;
  }

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

  /** Files that are taken as of now: what is cancelled before they are known is not gone on with. */
  begin() {
    const generation = this.#generation;
    return async (/** @type {readonly NamedFile[]} */ files) => {
      this.#news.expect(files.length, files.reduce((sum, { file }) => sum + file.size, 0));
      /** @type {Promise<unknown>[]} */
      const reads = [];
      /** @type {Promise<unknown>} */
      let before = Promise.resolve();
      for (const file of files) before = this.#take(file, before, reads, generation);
      await before;
      await Promise.all(reads);
    };
  }

  cancel() {
    this.#generation++;
    for (const file of this.#shelf.files()) if (file.unread > 0) this.#forget(file);
  }

  /**
   * Reads a file otherwise. What it gave before makes way once the file is open again.
   * @param {string} sha256  of the file
   * @param {import('../files/registry.js').OpenOptions} options
   */
  async reopen(sha256, options) {
    const file = this.#shelf.find(sha256);
    if (!file) return;
    const wanted = { ...file.options, ...options };
    const found = await this.#opener.open(file.named, wanted);
    if (found.type !== 'articles' || found.opened.sha256 !== sha256) {
      throw new JobError({ code: 'file-changed', message: `“${file.name}” is not the file any more that it was. Drop it again.` });
    }
    for (const key of [...file.keys]) await this.#holdings.putAway(key);
    Object.assign(file, { options: wanted, about: found.opened.about, leftOut: found.opened.leftOut, articles: found.opened.articles.length, unread: found.opened.articles.length });
    await this.#readAll({ file, opened: found.opened }, 0);
  }

  /** Takes an article off the desk, and its file with the last of them. @param {string} key */
  async remove(key) {
    const file = this.#holdings.get(key)?.file;
    await this.#holdings.putAway(key);
    if (file && file.keys.size === 0 && file.unread === 0) this.#forget(file);
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
        await this.#loadRules(found.json);
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
        await this.#holdings.read({ id, input: inputs.slice(begin, end), file, repeated: [] });
        this.#news.step(bytes);
      } catch (error) {
        this.#news.refuse(id, error, bytes);
      }
      file.unread--;
    }));
    if (file.keys.size === 0) this.#forget(file);
    this.#news.note(notesOn(this.#shelf.files()));
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
