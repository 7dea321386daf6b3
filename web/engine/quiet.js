/**
 * Counts work that is under way and tells when there is none.
 *
 * @module
 */

const kLongestFrames = 150; // milliseconds

/** Settles after two frames, or a moment later where the page is not drawn. @returns {Promise<void>} */
const shown = () =>
  new Promise((resolve) => {
    setTimeout(resolve, kLongestFrames);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });

export class Quiet {
  #underWay = 0;
  /** @type {(() => void)[]} */
  #waiting = [];

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async during(work) {
    this.#underWay++;
    try {
      return await work();
    } finally {
      if (--this.#underWay === 0) for (const quiet of this.#waiting.splice(0)) quiet();
    }
  }

  /** Settles when nothing is under way. */
  async settled() {
    do {
      if (this.#underWay > 0) await new Promise((/** @type {(value: void) => void} */ quiet) => this.#waiting.push(quiet));
      // Whoever heard the news may have more to ask once it is shown.
      await shown();
    } while (this.#underWay > 0);
  }
}
