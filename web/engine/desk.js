/**
 * The one worker that holds the corpus. Questions go before everything else that waits, so that a view answers while
 * readings pour in. Should it trap, the request that it trapped on fails, and the corpus is laid out again on a new one
 * before the next.
 *
 * @module
 */
import { Queue } from './queue.js';
import { Remote } from './remote.js';

/** @typedef {import('./messages.js').JobError} JobError */
/** @typedef {{op: string, [key: string]: unknown}} Header */
/** @typedef {{header: Header, payload: ArrayBuffer|null, resolve: (bytes: ArrayBuffer) => void,
 *   reject: (error: unknown) => void}} Request */

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const kNoRules = '{"rules":[]}';
/** @param {ArrayBuffer} bytes */
const parsed = (bytes) => JSON.parse(decoder.decode(bytes));

/** @param {string} text */
const bufferOf = (text) => encoder.encode(text).buffer;

export class Desk {
  #parts;
  #remote;
  #again;
  #working = false;
  /** What the reader decided, as the desk was told last. */
  #rules = kNoRules;
  /** @type {Queue<Request>} */
  #questions = new Queue();
  /** @type {Queue<Request>} */
  #changes = new Queue();

  /**
   * @param {import('./remote.js').Parts} parts
   * @param {() => AsyncIterable<ArrayBuffer>} again  every reading that is held, read anew
   */
  constructor(parts, again) {
    this.#parts = { ...parts, model: Promise.resolve(null) };
    this.#again = again;
    this.#remote = new Remote(this.#parts);
  }

  /**
   * @param {ArrayBuffer} reading  handed over
   * @returns {Promise<string>} the key of the article
   */
  async add(reading) {
    return parsed(await this.#put(this.#changes, { op: 'add' }, reading)).key;
  }

  /** @param {string} id */
  remove(id) {
    return this.#put(this.#changes, { op: 'remove', id });
  }

  /**
   * What the reader decided on names and happenings. A desk that is laid out again is told it, too.
   * @param {string} json  of core/report/rules_json.h
   */
  async setRules(json) {
    if (json === this.#rules) return;
    await this.#put(this.#changes, { op: 'rules' }, bufferOf(json));
    this.#rules = json;
  }

  collate() {
    return this.#put(this.#changes, { op: 'collate' });
  }

  /**
   * @param {{kind: string, [key: string]: unknown}} question  of protocol.js
   * @returns {Promise<unknown>}
   */
  async ask(question) {
    return parsed(await this.#put(this.#questions, { op: 'ask', question }));
  }

  /** @param {string} format */
  exportFile(format) {
    return this.#put(this.#changes, { op: 'export', format });
  }

  /**
   * @param {Queue<Request>} queue
   * @param {Header} header
   * @param {ArrayBuffer|null} [payload]
   * @returns {Promise<ArrayBuffer>} rejected with a JobError
   */
  #put(queue, header, payload = null) {
    return new Promise((resolve, reject) => {
      queue.push({ header, payload, resolve, reject });
      if (!this.#working) void this.#work();
    });
  }

  async #work() {
    this.#working = true;
    for (let request; (request = this.#questions.shift() ?? this.#changes.shift()); ) {
      const { header, payload, resolve, reject } = request;
      try {
        resolve(await this.#call(header, payload));
      } catch (error) {
        if (!this.#remote.alive) await this.#layOutAgain();
        reject(error);
      }
    }
    this.#working = false;
  }

  /**
   * @param {Header} header
   * @param {ArrayBuffer|null} payload
   */
  async #call(header, payload) {
    return /** @type {ArrayBuffer} */ (await this.#remote.run({ kind: 'call', header, payload }));
  }

  async #layOutAgain() {
    this.#remote = new Remote(this.#parts);
    try {
      if (this.#rules !== kNoRules) await this.#call({ op: 'rules' }, bufferOf(this.#rules));
      for await (const reading of this.#again()) await this.#call({ op: 'add' }, reading);
    } catch {
      // A second trap in a row: whatever is asked next fails with its reason.
    }
  }
}
