/**
 * The files that are known and the names that are taken, so that ids stay apart.
 *
 * @module
 */
import { JobError } from './messages.js';

/** @typedef {import('./held.js').KnownFile} KnownFile */
/** @typedef {import('../files/listing.js').NamedFile} NamedFile */

export class Shelf {
  /** @type {Map<string, KnownFile>} by SHA-256 */
  #known = new Map();
  /** @type {Set<string>} */
  #names = new Set();

  files() {
    return this.#known.values();
  }

  /** @param {string} sha256 */
  find(sha256) {
    return this.#known.get(sha256);
  }

  /** @param {string} name  as it is, or with a number after it */
  takeName(name) {
    let unique = name;
    for (let n = 2; this.#names.has(unique); n++) unique = `${name} (${n})`;
    this.#names.add(unique);
    return unique;
  }

  /** @param {string} name */
  freeName(name) {
    this.#names.delete(name);
  }

  /**
   * @param {NamedFile} named
   * @param {import('./opener.js').Found & {type: 'articles'}} found
   * @returns {KnownFile}
   */
  add(named, { kind, opened: { sha256, about, leftOut, articles } }) {
    const twin = this.#known.get(sha256);
    if (twin) throw new JobError({ code: 'duplicate', message: `The same file as “${twin.name}”, which is here already.` });
    /** @type {KnownFile} */
    const file = {
      name: named.name, sha256, named, options: {}, kind, about, leftOut,
      articles: articles.length, found: articles.length, unread: articles.length, keys: new Set(),
    };
    this.#known.set(sha256, file);
    return file;
  }

  /** @param {KnownFile} file */
  remove(file) {
    if (this.#known.get(file.sha256) !== file) return;
    this.#known.delete(file.sha256);
    this.#names.delete(file.name);
  }
}
