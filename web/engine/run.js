/**
 * Counts how far a run of reading is.
 *
 * @module
 */

/**
 * A run begins when something is to be read while nothing is under way.
 * @typedef {object} Progress
 * @property {number} done            articles that are read or refused
 * @property {number} total           a file that is not opened yet counts as one article
 * @property {boolean} busy
 * @property {number} rate            articles a second; 0 while not known
 * @property {number} bytesPerSecond  of the files; 0 while not known
 * @property {number} left            seconds left; 0 while not known
 * @property {number} elapsed         seconds that the run has taken, or took in all
 */

const kSettled = 0.2; // seconds: a rate taken over less says nothing

export class Run {
  #begun = 0;
  #ended = 0;
  #tasks = 0;
  #done = 0;
  #total = 0;
  #bytesDone = 0;
  #bytesTotal = 0;

  begin() {
    if (this.#tasks++ > 0) return;
    this.#begun = performance.now();
    this.#done = this.#total = this.#bytesDone = this.#bytesTotal = 0;
  }

  end() {
    this.#tasks--;
    this.#ended = performance.now();
  }

  /**
   * More to do.
   * @param {number} articles
   * @param {number} bytes
   */
  expect(articles, bytes) {
    this.#total += articles;
    this.#bytesTotal += bytes;
  }

  /**
   * One more done.
   * @param {number} bytes
   */
  step(bytes) {
    this.#done++;
    this.#bytesDone += bytes;
  }

  /** @returns {Progress} */
  progress() {
    const busy = this.#tasks > 0;
    const elapsed = ((busy ? performance.now() : this.#ended) - this.#begun) / 1000;
    const known = elapsed >= kSettled;
    const bytesPerSecond = known ? this.#bytesDone / elapsed : 0;
    const left = busy && bytesPerSecond > 0 ? (this.#bytesTotal - this.#bytesDone) / bytesPerSecond : 0;
    const rate = known ? this.#done / elapsed : 0;
    return { done: this.#done, total: this.#total, busy, rate, bytesPerSecond, left, elapsed };
  }
}
