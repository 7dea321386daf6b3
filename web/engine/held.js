/**
 * What the engine holds: handles on files and articles, no words of theirs.
 *
 * @module
 */
import { concerns } from './reading_rules.js';
import { repeatedLines } from './repeated.js';

/** @typedef {import('./messages.js').FileAbout} FileAbout */
/** @typedef {import('./lines.js').Seen} Seen */
/** @typedef {import('../files/listing.js').NamedFile} NamedFile */

/**
 * A file that gave articles.
 * @typedef {object} KnownFile
 * @property {string} name
 * @property {string} sha256
 * @property {NamedFile} named      as it was dropped, to open it again
 * @property {import('../files/registry.js').OpenOptions} options
 * @property {import('../files/kinds.js').FileKind} kind
 * @property {FileAbout} about
 * @property {string} leftOut
 * @property {number} articles     that it was found to hold, as it is read now
 * @property {number} found        that it holds when it is read as usual
 * @property {number} unread
 * @property {Set<string>} keys
 */

/**
 * An article on the desk.
 * @typedef {object} Held
 * @property {string} id
 * @property {Blob} input           its line as the file gave it
 * @property {KnownFile} file
 * @property {Seen} seen
 * @property {readonly number[]} repeated  of its lines those that the outlet repeats, as it was read
 */

/**
 * What there is to tell of a file beyond its articles.
 * @typedef {object} FileNote
 * @property {string} sha256
 * @property {string} name
 * @property {number} articles
 * @property {number} found
 * @property {boolean} split       it holds several articles, one after the other
 * @property {boolean} whole       read as one article because the person wanted it so
 * @property {FileAbout} about
 * @property {string} leftOut
 */

/**
 * @param {Iterable<KnownFile>} files
 * @returns {FileNote[]}  in order of names
 */
export function notesOn(files) {
  /** @type {FileNote[]} */
  const notes = [];
  for (const { sha256, name, kind, articles, found, options, about, leftOut } of files) {
    const split = kind === 'text' && found > 1;
    if (split || about.how !== '' || about.doubleEncoded || about.repaired || about.wrongBytes > 0 || leftOut) {
      notes.push({ sha256, name, articles, found, split, whole: options.whole === true, about, leftOut });
    }
  }
  return notes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Articles that are to be read again because the outlet's others have shown more, or fewer, of their lines to be repeated.
 * @param {ReadonlyMap<string, Held>} held
 * @returns {{key: string, repeated: number[]}[]}
 */
export function toJudgeAgain(held) {
  /** @type {Map<string, string[]>} */
  const byOutlet = new Map();
  for (const [key, { seen }] of held) {
    if (seen.outlet === null) continue;
    const keys = byOutlet.get(seen.outlet);
    if (keys) keys.push(key);
    else byOutlet.set(seen.outlet, [key]);
  }
  const again = [];
  for (const [key, { seen, repeated }] of held) if (seen.outlet === null && repeated.length > 0) again.push({ key, repeated: [] });
  for (const keys of byOutlet.values()) {
    const articles = /** @type {Held[]} */ (keys.map((key) => held.get(key)));
    repeatedLines(articles.map(({ seen }) => seen)).forEach((repeated, index) => {
      const key = keys[index] ?? '';
      if (String(articles[index]?.repeated) !== String(repeated)) again.push({ key, repeated });
    });
  }
  return again;
}

/**
 * The articles that any of the rules speaks of.
 * @param {ReadonlyMap<string, Held>} held
 * @param {import('./rule_book.js').RuleBook} rules
 * @returns {string[]}  keys
 */
export const concerned = (held, rules) => [...held].filter(([, { seen }]) => rules.about(seen.mark).some((rule) => concerns(rule, seen))).map(([key]) => key);
