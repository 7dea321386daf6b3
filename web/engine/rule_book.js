/**
 * Rules by the article that they name, so that one article among thousands is sent its own.
 *
 * @module
 */

/** @typedef {import('./reading_rules.js').ReadingRule} ReadingRule */

export class RuleBook {
  /** @type {Map<string, number[]>} their numbers in `all`, by mark */
  #byArticle = new Map();
  /** @type {number[]} those about outlets */
  #general = [];

  /** @param {readonly ReadingRule[]} all  in order: of two about one line the later holds */
  constructor(all) {
    this.all = all;
    all.forEach(({ article }, number) => {
      if (article === undefined) this.#general.push(number);
      else if (this.#byArticle.has(article)) this.#byArticle.get(article)?.push(number);
      else this.#byArticle.set(article, [number]);
    });
  }

  /**
   * Those that may concern an article, in order: all that name it, and all about outlets.
   * @param {string} mark
   * @returns {readonly ReadingRule[]}
   */
  about(mark) {
    const own = this.#byArticle.get(mark);
    if (!own && this.#general.length === 0) return [];
    const numbers = own ? [...this.#general, ...own].sort((a, b) => a - b) : this.#general;
    return numbers.map((number) => /** @type {ReadingRule} */ (this.all[number]));
  }
}
