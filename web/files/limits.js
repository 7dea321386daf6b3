/**
 * How much the page takes at once. Every importer asks here, what is over a limit is refused with a sentence that names
 * it, and the person may set each (dialog "What can be dropped"). Kept in memory only.
 *
 * @module
 */

/**
 * @typedef {object} Limits
 * @property {number} fileMegabytes      one file; the core itself takes 64 and no more
 * @property {number} zipMegabytes       all that one ZIP archive unpacks to
 * @property {number} zipRatio           how many times its packed size one entry may unpack to
 * @property {number} zipEntries         files in one archive
 * @property {number} rows               rows of one table or list, each an article
 */

/** @type {Readonly<Limits>} */
export const kUsualLimits = Object.freeze({ fileMegabytes: 64, zipMegabytes: 1000, zipRatio: 200, zipEntries: 20000, rows: 100000 });

/** What each limits, for people. @type {Readonly<Record<keyof Limits, string>>} */
export const kLimitNames = Object.freeze({
  fileMegabytes: 'Megabytes of one file',
  zipMegabytes: 'Megabytes that one ZIP archive may unpack to',
  zipRatio: 'Times its packed size that a file in a ZIP may unpack to',
  zipEntries: 'Files in one ZIP archive',
  rows: 'Rows of one table',
});

/** The highest that each may be set to. @type {Readonly<Limits>} */
export const kHighestLimits = Object.freeze({ fileMegabytes: 64, zipMegabytes: 4000, zipRatio: 1000, zipEntries: 200000, rows: 1000000 });

export const kMegabyte = 1 << 20;

/**
 * The limits with some of them changed; what is no whole number between 1 and the highest stays as it was.
 *
 * @param {Readonly<Limits>} limits
 * @param {Partial<Limits>} changes
 * @returns {Readonly<Limits>}
 */
export function changedLimits(limits, changes) {
  const next = { ...limits };
  for (const name of /** @type {(keyof Limits)[]} */ (Object.keys(kUsualLimits))) {
    const value = changes[name];
    if (value !== undefined && Number.isInteger(value) && value >= 1 && value <= kHighestLimits[name]) next[name] = value;
  }
  return Object.freeze(next);
}
