/**
 * What the main thread and a worker say to one another. Every job is answered once: 'done' or 'failed'.
 *
 * @module
 */

/** @typedef {import('./protocol.js').CoreError} CoreError */

/** @typedef {{kind: 'open', name: string, file: Blob}} OpenJob      a file into the articles that it holds */
/** @typedef {{kind: 'read', input: Blob}} ReadJob   one article's input line into its reading */
/** @typedef {{kind: 'call', header: {op: string, [key: string]: unknown}, payload: ArrayBuffer|null}} CallJob
 *           any other request of wasm/service.h */
/** @typedef {OpenJob|ReadJob|CallJob} Job */

/**
 * The articles of a file. Their inputs stay outside the JavaScript heap: `inputs` is one Blob, an article a slice of it.
 * @typedef {object} Opened
 * @property {string} sha256                 of the file's bytes
 * @property {Blob} inputs
 * @property {{id: string, begin: number, end: number}[]} articles   bytes of `inputs`
 */

/** @typedef {{type: 'start', module: WebAssembly.Module}} StartMessage */
/** @typedef {{type: 'model', model: ArrayBuffer|null}} ModelMessage   after 'start'; null: this worker will not read */
/** @typedef {{type: 'job', id: number, job: Job}} JobMessage */
/** @typedef {StartMessage|ModelMessage|JobMessage} ToWorker */

/** @typedef {{type: 'done', id: number, result: Opened|ArrayBuffer, memory: number}} DoneMessage
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
