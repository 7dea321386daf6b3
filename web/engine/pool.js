/**
 * Reader workers, as many as the machine has room for. Jobs wait in a queue; a worker that traps is thrown away and its
 * job is tried once more, alone, after all others; one whose memory has grown past the cap makes way for a fresh one.
 *
 * @module
 */
import { JobError } from './messages.js';
import { Queue } from './queue.js';
import { Remote } from './remote.js';

/** @typedef {import('./messages.js').Job} Job */
/** @typedef {import('./messages.js').Result} Result */
/** @typedef {{job: Job, alone: boolean, resolve: (result: Result) => void, reject: (error: JobError) => void}} Task */

const kMostWorkers = 8;
const kMemoryCap = 512 << 20;

/** One core is left to the page itself; `?workers=N` in the address overrides it. */
export function poolSize() {
  const asked = Number(new URLSearchParams(location.search).get('workers'));
  const size = asked >= 1 ? asked : (navigator.hardwareConcurrency || 2) - 1;
  return Math.min(Math.max(Math.floor(size), 1), kMostWorkers);
}

export class Pool {
  #parts;
  #size;
  /** @type {Set<Remote>} */
  #workers = new Set();
  /** Articles go before files, so that the first reading does not wait for the last file. @type {Queue<Task>} */
  #reads = new Queue();
  /** @type {Queue<Task>} */
  #opens = new Queue();
  /** @type {Queue<Task>} */
  #retries = new Queue();
  #running = 0;
  #exclusive = false;

  /**
   * @param {import('./remote.js').Parts} parts
   * @param {number} size
   */
  constructor(parts, size) {
    this.#parts = parts;
    this.#size = size;
    this.#hire();
  }

  /**
   * @param {Job} job
   * @returns {Promise<Result>} rejected with a JobError
   */
  run(job) {
    return new Promise((resolve, reject) => {
      (job.kind === 'open' || job.kind === 'decode' ? this.#opens : this.#reads).push({ job, alone: false, resolve, reject });
      this.#schedule();
    });
  }

  /** Stops everything at once; what was waiting or running is rejected as cancelled. */
  cancel() {
    for (const { reject } of [this.#reads, this.#opens, this.#retries].flatMap((queue) => queue.drain())) {
      reject(new JobError({ code: 'cancelled', message: 'Stopped before it was read.' }));
    }
    for (const worker of this.#workers) if (worker.busy) this.#dismiss(worker);
  }

  #hire() {
    const worker = new Remote(this.#parts);
    this.#workers.add(worker);
    return worker;
  }

  /** @param {Remote} worker */
  #dismiss(worker) {
    this.#workers.delete(worker);
    worker.terminate();
  }

  /** A worker without a job, hired if there is room; null when all are busy. */
  #free() {
    for (const worker of this.#workers) {
      if (!worker.alive) this.#dismiss(worker);
      else if (!worker.busy) return worker;
    }
    return this.#workers.size < this.#size ? this.#hire() : null;
  }

  #schedule() {
    while (!this.#exclusive) {
      const queue = [this.#reads, this.#opens].find((tasks) => tasks.length > 0) ?? this.#retries;
      if (queue === this.#retries && this.#running > 0) return;
      const worker = queue.length > 0 ? this.#free() : null;
      const task = worker ? queue.shift() : undefined;
      if (!worker || !task) return;
      void this.#start(worker, task);
    }
  }

  /**
   * @param {Remote} worker
   * @param {Task} task
   */
  async #start(worker, task) {
    this.#running++;
    this.#exclusive = task.alone;
    try {
      task.resolve(await worker.run(task.job));
    } catch (cause) {
      const error = /** @type {JobError} */ (cause);
      if (error.trapped && !task.alone) this.#retries.push({ ...task, alone: true });
      else task.reject(error);
    }
    this.#running--;
    if (task.alone) this.#exclusive = false;
    if (!worker.alive || worker.memory > kMemoryCap) this.#dismiss(worker);
    this.#schedule();
  }
}
