/** Lets so many through at once. @module */
import { Queue } from './queue.js';

export class Gate {
  #free;
  /** @type {Queue<() => void>} */
  #waiting = new Queue();

  /** @param {number} atOnce */
  constructor(atOnce) {
    this.#free = atOnce;
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async through(work) {
    if (this.#free > 0) this.#free--;
    else await new Promise((/** @type {(value: void) => void} */ enter) => this.#waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
