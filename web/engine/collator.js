/**
 * When the desk puts together what it holds: soon after a change, never so often that it holds the reading up.
 *
 * @module
 */

const kBetween = 250; // milliseconds; and at least eight times what the last one took

export class Collator {
  #collate;
  #ended;
  #changes = 0;
  #collated = 0;
  #next = 0;
  /** @type {Promise<void>|null} */
  #running = null;

  /**
   * @param {() => Promise<unknown>} collate
   * @param {(error: unknown) => void} ended  null: it went well
   */
  constructor(collate, ended) {
    this.#collate = collate;
    this.#ended = ended;
  }

  /** Something is held that was not, or no longer. */
  changed() {
    this.#changes++;
    if (!this.#running && performance.now() >= this.#next) void this.#run();
  }

  /** Settles when all changes until now are put together. */
  async settled() {
    while (this.#collated < this.#changes) await (this.#running ?? this.#run());
  }

  #run() {
    const upTo = this.#changes;
    const begun = performance.now();
    this.#running = this.#collate().then(() => null, (error) => error).then((error) => {
      this.#collated = upTo;
      this.#running = null;
      const now = performance.now();
      this.#next = now + kBetween + 8 * (now - begun);
      this.#ended(error);
    });
    return this.#running;
  }
}
