/**
 * The main thread's end of one worker: jobs as promises. Whatever happens to the worker, every promise settles.
 *
 * @module
 */
import { JobError } from './messages.js';

/** @typedef {import('./messages.js').Job} Job */
/** @typedef {import('./messages.js').Result} Result */
/**
 * All that a worker is made of: its script's address, the compiled core, the model, deflated (null: it will not read). The
 * worker starts at once and takes the rest when it is there.
 * @typedef {{source: string, module: Promise<WebAssembly.Module>, model: Promise<ArrayBuffer|null>}} Parts
 */

const kStopped = { code: 'cancelled', message: 'Stopped before it was done.' };

export class Remote {
  #worker;
  /** @type {Map<number, {resolve: (result: Result) => void, reject: (error: JobError) => void}>} */
  #pending = new Map();
  #next = 0;
  /** @type {JobError|null} */
  #dead = null;
  /** Bytes of wasm memory after the last job. */
  memory = 0;

  /** @param {Parts} parts */
  constructor({ source, module, model }) {
    this.#worker = new Worker(source);
    this.#worker.onmessage = (event) => this.#hear(event.data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#end(new JobError({ code: 'engine-trap', message: event.message || 'the worker stopped' }, true));
    };
    void this.#start(module, model);
  }

  get busy() {
    return this.#pending.size > 0;
  }

  /** False once terminated or trapped: make another. */
  get alive() {
    return this.#dead === null;
  }

  /**
   * @param {Job} job  the payload of a call is handed over, not copied
   * @returns {Promise<Result>} rejected with a JobError
   */
  run(job) {
    if (this.#dead) return Promise.reject(this.#dead);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ type: 'job', id, job }, job.kind === 'call' && job.payload ? [job.payload] : []);
    });
  }

  /** Ends the worker at once; what was pending is rejected as cancelled. */
  terminate() {
    this.#end(new JobError(kStopped));
  }

  /**
   * @param {Parts['module']} module
   * @param {Parts['model']} model
   */
  async #start(module, model) {
    try {
      this.#worker.postMessage({ type: 'start', module: await module });
      this.#worker.postMessage({ type: 'model', model: await model });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#end(new JobError({ code: 'engine-missing', message: `The engine did not load: ${why}` }));
    }
  }

  /** @param {import('./messages.js').FromWorker} message */
  #hear(message) {
    if (message.type === 'done') {
      this.memory = message.memory;
      this.#take(message.id)?.resolve(message.result);
      return;
    }
    const error = new JobError(message.error, message.trapped);
    if (message.id !== null) this.#take(message.id)?.reject(error);
    if (message.id === null || message.trapped) this.#end(error);
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    return waiting;
  }

  /** @param {JobError} why */
  #end(why) {
    this.#dead ??= why;
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(why);
    this.#pending.clear();
  }
}
