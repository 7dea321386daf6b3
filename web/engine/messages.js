/**
 * What the main thread and a worker say to one another. Every job is answered once: 'done' or 'failed'.
 *
 * @module
 */

/** @typedef {import('./protocol.js').CoreError} CoreError */

/** @typedef {import('./reading_rules.js').ReadingRule} ReadingRule */
/** @typedef {{kind: 'open', name: string, file: Blob, whole?: boolean, repair?: boolean}} OpenJob
 *           a text file into the articles that it holds */
/** @typedef {{kind: 'decode', file: Blob, repair?: boolean, page?: boolean}} DecodeJob   a file's bytes into text */
/** @typedef {{kind: 'read', input: Blob, mark: string, rules: readonly ReadingRule[], repeated: readonly number[]}} ReadJob
 *           one article's input line into its reading, as the person's rules and the outlet's other articles have it;
 *           `mark` names it in rules */
/** @typedef {{kind: 'call', header: {op: string, [key: string]: unknown}, payload: ArrayBuffer|null}} CallJob
 *           any other request of wasm/service.h */
/** @typedef {OpenJob|DecodeJob|ReadJob|CallJob} Job */

/**
 * What is known of the way from a file's bytes to text.
 * @typedef {object} FileAbout
 * @property {string} encoding        as the Encoding Standard names it
 * @property {number} confidence      0 to 1
 * @property {string} how             by what it was told, in words; '' where the bytes leave no doubt
 * @property {number} wrongBytes      could not be decoded; counted up to 100
 * @property {boolean} doubleEncoded  the text is encoded twice as it stands
 * @property {boolean} repaired       it was, and that is undone
 */
/** @typedef {FileAbout & {sha256: string, text: string}} DecodedFile   `sha256` of the file's own bytes */

/**
 * The articles of a file. Their inputs stay outside the JavaScript heap: `inputs` is one Blob, an article a slice of it.
 * @typedef {object} Opened
 * @property {string} sha256                 of the file's bytes
 * @property {Blob} inputs
 * @property {{id: string, begin: number, end: number}[]} articles   bytes of `inputs`
 * @property {FileAbout} about
 * @property {string} leftOut                sentences about what of the file gives no article; '' where nothing
 */

/** @typedef {{reading: ArrayBuffer, seen: import('./lines.js').Seen}} ReadDone */
/** @typedef {Opened|DecodedFile|ReadDone|ArrayBuffer} Result   of an open, a decode, a read, a call */

/** @typedef {{type: 'start', module: WebAssembly.Module}} StartMessage */
/** @typedef {{type: 'model', model: ArrayBuffer|null}} ModelMessage   after 'start', deflated; null: this worker will not
 *           read */
/** @typedef {{type: 'job', id: number, job: Job}} JobMessage */
/** @typedef {StartMessage|ModelMessage|JobMessage} ToWorker */

/** @typedef {{type: 'done', id: number, result: Result, memory: number}} DoneMessage
 *           `memory`: bytes of the worker's wasm memory, which never shrinks */
/** @typedef {{type: 'failed', id: number|null, error: CoreError, trapped: boolean}} FailedMessage
 *           `id` null: the start failed; `trapped`: the instance is broken and the worker must be thrown away */
/** @typedef {DoneMessage|FailedMessage} FromWorker */

/** Why a job gave no result. */
export class JobError extends Error {
  /**
   * @param {CoreError} error
   * @param {boolean} [trapped]
   */
  constructor(error, trapped = false) {
    super(error.message);
    this.name = 'JobError';
    this.code = error.code;
    this.offset = error.offset ?? null;
    this.trapped = trapped;
  }
}
