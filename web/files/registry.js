/**
 * The importers, one a file, loaded when the first file of their kind comes. What is known but not yet read (PDF, Word,
 * mail) has its place in kinds.js: an importer for it is one more file here.
 *
 * @module
 */

/** @typedef {import('./limits.js').Limits} Limits */
/** @typedef {import('./listing.js').NamedFile} NamedFile */
/** @typedef {import('../engine/messages.js').Opened} Opened */
/** @typedef {import('../engine/messages.js').DecodedFile} DecodedFile */
/** @typedef {import('./columns.js').Table} Table */
/** @typedef {import('./columns.js').Mapping} Mapping */

/**
 * How a file is to be read, where the person wants it otherwise than usual.
 * @typedef {object} OpenOptions
 * @property {boolean} [whole]    as one article, whatever it holds
 * @property {boolean} [repair]   with its double encoding undone
 */

/**
 * What importers may use.
 * @typedef {object} Tools
 * @property {Readonly<Limits>} limits
 * @property {(file: Blob, how: {repair?: boolean, page?: boolean}) => Promise<DecodedFile>} decode   in a worker;
 *           `page`: an encoding that the text names counts
 * @property {(named: NamedFile, options: OpenOptions) => Promise<Opened>} open   plain text, in a worker
 * @property {(table: Table) => Promise<Mapping|null>} chooseColumns   asks the person; null: rather not
 */

/**
 * A file of articles: all of it at once. Throws a Refusal where it cannot be read.
 * @typedef {{open: (named: NamedFile, options: OpenOptions, tools: Tools) => Promise<Opened>}} Importer
 *
 * A file of files: one after the other, each looked at in turn like one that was dropped. An entry that cannot be read
 * has a `fault`; what concerns the whole is thrown.
 * @typedef {{entries: (named: NamedFile, tools: Tools) => AsyncIterable<NamedFile>}} Unpacker
 */

/** @type {{[kind in 'text'|'page'|'table'|'list']: () => Promise<Importer>}} */
const importers = {
  text: async () => ({ open: (named, options, tools) => tools.open(named, options) }),
  page: () => import('./page.js'),
  table: () => import('./table.js'),
  list: () => import('./list.js'),
};

/** @param {'text'|'page'|'table'|'list'} kind */
export const importer = (kind) => importers[kind]();

/** @returns {Promise<Unpacker>} */
export const unpacker = () => import('./zip.js');

/**
 * Loads them all ahead of need, so that a drop asks nothing of the network and works offline, as the page promises.
 * They are a few kilobytes; a heavy one, once there is one, is better named where its kind is chosen.
 */
export const loadAhead = () => Promise.allSettled([unpacker(), ...Object.values(importers).map((load) => load())]);
