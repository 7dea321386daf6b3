/**
 * From dropped files to articles' inputs: each file is recognised and handed to its importer. Pages are parsed on the
 * main thread (only it has a parser of markup), a few at a time.
 *
 * @module
 */
import { JobError } from './messages.js';
import { Gate } from './gate.js';
import { headOf, recognise } from '../files/kinds.js';
import { kMegabyte, kUsualLimits } from '../files/limits.js';
import { explained, Refusal } from '../files/refusal.js';
import { importer, unpacker } from '../files/registry.js';

/** @typedef {import('../files/listing.js').NamedFile} NamedFile */
/** @typedef {import('../files/registry.js').OpenOptions} OpenOptions */
/** @typedef {import('../files/registry.js').Tools} Tools */
/** @typedef {import('./messages.js').Opened} Opened */
/** @typedef {import('./messages.js').DecodedFile} DecodedFile */
/** @typedef {import('../files/columns.js').Table} Table */
/** @typedef {import('../files/columns.js').Mapping} Mapping */

/**
 * What was found in a file: its articles, files of its own, or rules.
 * @typedef {{type: 'articles', kind: import('../files/kinds.js').FileKind, opened: Opened}|{type: 'files', files: AsyncIterable<NamedFile>}|{type: 'rules', json: string}} Found
 */

/** @param {unknown} cause */
function told(cause) {
  const why = explained(cause);
  return why instanceof Refusal ? new JobError(why) : why;
}

/** @param {AsyncIterable<NamedFile>} files */
async function* toldOf(files) {
  try {
    yield* files;
  } catch (cause) {
    throw told(cause);
  }
}

const kAtOnce = 4; // files between bytes and inputs that the main thread has a hand in

export class Opener {
  #pool;
  #gate = new Gate(kAtOnce);
  /** What the person is asked; the guess where nobody is. @type {(table: Table) => Promise<Mapping|null>} */
  askColumns = async ({ guess }) => guess;
  limits = kUsualLimits;

  /** @param {import('./pool.js').Pool} pool */
  constructor(pool) {
    this.#pool = pool;
  }

  /**
   * @param {NamedFile} named
   * @param {OpenOptions} [options]
   * @param {boolean} [inside]  it comes out of an archive
   * @returns {Promise<Found>}  rejected with a JobError whose message is for the person
   */
  async open(named, options = {}, inside = false) {
    try {
      return await this.#open(named, options, inside);
    } catch (cause) {
      throw told(cause);
    }
  }

  /**
   * @param {NamedFile} named
   * @param {OpenOptions} options
   * @param {boolean} inside
   * @returns {Promise<Found>}
   */
  async #open(named, options, inside) {
    if (named.fault) throw named.fault;
    const { name, file } = named;
    const recognised = recognise(name, await headOf(name, file));
    if ('later' in recognised) throw new Refusal('unsupported-file', recognised.later);
    const { kind } = recognised;
    const tools = this.#tools();
    if (kind === 'archive') {
      if (inside) throw new Refusal('zip-nested', 'An archive inside an archive is not opened: unpack it and drop what it holds.');
      return { type: 'files', files: toldOf((await unpacker()).entries(named, tools)) };
    }
    const most = this.limits.fileMegabytes;
    if (file.size > most * kMegabyte) throw new Refusal('file-too-large', `This file is larger than ${most} MB: split it, or raise the limit.`);
    if (kind === 'rules') return { type: 'rules', json: await file.text() };
    if (kind === 'text') return { type: 'articles', kind, opened: await tools.open(named, options) };
    const { open } = await importer(kind);
    return { type: 'articles', kind, opened: await this.#gate.through(() => open(named, options, tools)) };
  }

  /** @returns {Tools} */
  #tools() {
    return {
      limits: this.limits,
      decode: async (file, how) => /** @type {DecodedFile} */ (await this.#pool.run({ kind: 'decode', file, ...how })),
      open: async ({ name, file }, options) => /** @type {Opened} */ (await this.#pool.run({ kind: 'open', name, file, ...options })),
      chooseColumns: (table) => this.askColumns(table),
    };
  }
}
