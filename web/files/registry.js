/**
 * The importers, one file each, in the order in which they are asked. They run inside the reader workers.
 *
 * @module
 */
import { unreadable } from './unreadable.js';
import { text } from './text.js';

/**
 * @typedef {object} Importer
 * @property {(name: string, head: Uint8Array) => boolean} takes   `head`: the file's first bytes, at most 512
 * @property {(name: string, bytes: Uint8Array) => Promise<Uint8Array>} open   bytes that the core's "open" understands;
 *           throws a CoreError where the file cannot be read
 */

/** @type {Importer[]} */
const importers = [unreadable, text];

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
export async function prepare(name, bytes) {
  const head = bytes.subarray(0, 512);
  const importer = importers.find((one) => one.takes(name, head));
  return importer ? importer.open(name, bytes) : bytes;
}
