/**
 * Kinds of file that are known and not read: each is refused by name, with what to do instead.
 *
 * @module
 */
import { CoreError } from '../engine/loader.js';

/** @type {{kind: string, head: string, names: RegExp}[]} */
const kinds = [
  { kind: 'a PDF', head: '%PDF-', names: /\.pdf$/i },
  { kind: 'a Word document', head: '\xd0\xcf\x11\xe0', names: /\.docx?$/i },
  { kind: 'a ZIP archive', head: 'PK\x03\x04', names: /\.zip$/i },
  { kind: 'a picture', head: '\x89PNG', names: /\.(png|jpe?g|gif|webp|heic)$/i },
];

/**
 * @param {string} name
 * @param {Uint8Array} head
 */
function kindOf(name, head) {
  const begins = String.fromCharCode(...head.subarray(0, 8));
  return kinds.find((kind) => kind.names.test(name)) ?? kinds.find((kind) => begins.startsWith(kind.head));
}

/** @type {import('./registry.js').Importer} */
export const unreadable = {
  takes: (name, head) => kindOf(name, head) !== undefined,
  async open(name, bytes) {
    const kind = kindOf(name, bytes.subarray(0, 512))?.kind;
    throw new CoreError({
      code: 'unsupported-file',
      message: `This is ${kind}; Readout reads text so far. Save the articles in it as text files, or copy and paste them.`,
    });
  },
};
