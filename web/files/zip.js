/**
 * ZIP archives: the files in them, one after the other, each a Blob. Inflated with fflate in small pieces, so that what
 * an entry really holds is limited, whatever it says of itself. Nothing is written anywhere; names are only names.
 *
 * @module
 */
import { Inflate } from 'fflate';
import { isLitter } from './listing.js';
import { kMegabyte } from './limits.js';
import { breathe } from './pause.js';
import { Refusal } from './refusal.js';
import { readDirectory } from './zip_directory.js';

/** @typedef {import('./zip_directory.js').Entry} Entry */
/** @typedef {import('./registry.js').Tools} Tools */
/** @typedef {import('./listing.js').NamedFile} NamedFile */

const kPiece = 16 << 10; // deflate makes at most 1,032 bytes of one: 16 MB a piece
const kSmall = kMegabyte; // below this much text a high ratio is no bomb
const kWholeAtOnce = 64 * kMegabyte; // archives up to this size are read once
const kLocalHeader = 0x04034b50;

const damaged = () => new Refusal('zip-damaged', 'This file is damaged inside its ZIP archive.');

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array[]} pieces */
function crc32(pieces) {
  let crc = 0xffffffff;
  for (const piece of pieces) for (const byte of piece) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** @param {readonly Entry[]} entries */
function refuseOtherFormats(entries) {
  const has = (/** @type {string} */ name) => entries.some((entry) => entry.name === name);
  const instead = 'Save its text as a text file, or copy and paste it.';
  if (has('[Content_Types].xml')) throw new Refusal('unsupported-file', `An Office document is not yet read. ${instead}`);
  if (has('mimetype')) throw new Refusal('unsupported-file', `An electronic book or an office document is not yet read. ${instead}`);
}

/**
 * The most bytes that an entry may unpack to.
 * @param {Entry} entry
 * @param {Readonly<import('./limits.js').Limits>} limits
 */
const mostOf = (entry, limits) => Math.min(Math.max(kSmall, entry.packed * limits.zipRatio), limits.fileMegabytes * kMegabyte);

/**
 * @param {Uint8Array} packed
 * @param {Entry} entry
 * @param {number} most
 * @returns {Uint8Array[]}
 */
function unpacked(packed, entry, most) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let size = 0;
  const keep = (/** @type {Uint8Array} */ piece) => {
    size += piece.length;
    if (size > most) {
      throw new Refusal('zip-bomb', `This file unpacks to more than is allowed (${Math.round(most / kMegabyte).toLocaleString('en')} MB from ${Math.ceil(entry.packed / 1024).toLocaleString('en')} KB): it was left packed.`);
    }
    pieces.push(piece);
  };
  if (entry.method === 0) {
    keep(packed);
  } else {
    const inflate = new Inflate(keep);
    for (let at = 0; at < packed.length || at === 0; at += kPiece) inflate.push(packed.subarray(at, at + kPiece), at + kPiece >= packed.length);
  }
  if (size !== entry.size || crc32(pieces) !== entry.crc) throw damaged();
  return pieces;
}

/** @param {Entry} entry */
function refuseEntry(entry) {
  if (entry.encrypted) throw new Refusal('zip-encrypted', 'This file is locked with a password inside its ZIP archive: unpack it yourself and drop what it holds.');
  if (entry.method !== 0 && entry.method !== 8) throw new Refusal('zip-method', 'This file is packed in a way that is not read here (not “deflate”): pack it anew, or drop it unpacked.');
}

/**
 * @param {NamedFile} named
 * @param {Tools} tools
 * @returns {AsyncGenerator<NamedFile>}
 */
export async function* entries({ name: archive, file }, { limits }) {
  const listed = (await readDirectory(file, limits.zipEntries)).filter(({ name }) => !isLitter(name));
  refuseOtherFormats(listed);
  if (listed.length > 0 && listed.every(({ encrypted }) => encrypted)) {
    throw new Refusal('zip-encrypted', 'This ZIP archive is locked with a password: unpack it yourself and drop what it holds.');
  }
  const packed = listed.reduce((sum, entry) => sum + entry.packed, 0);
  if (packed > file.size) throw new Refusal('zip-bomb', 'The files of this ZIP archive lie over one another, as in a ZIP bomb: it was not unpacked.');
  const read = await reader(file);
  let left = limits.zipMegabytes * kMegabyte;
  for (const entry of listed.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))) {
    const name = `${archive}/${entry.name}`;
    await breathe();
    let pieces;
    try {
      refuseEntry(entry);
      pieces = unpacked(await dataOf(read, entry), entry, mostOf(entry, limits));
    } catch (fault) {
      // fflate's own errors carry a number: the data is none that deflate makes.
      yield { name, file: new Blob(), fault: fault instanceof Refusal || fault instanceof DOMException ? fault : damaged() };
      continue;
    }
    left -= entry.size;
    if (left >= 0) yield { name, file: new Blob(/** @type {Uint8Array<ArrayBuffer>[]} */ (pieces)) };
    else throw new Refusal('zip-too-large', `This ZIP archive unpacks to more than ${limits.zipMegabytes.toLocaleString('en')} MB: reading it stopped there. Unpack it and drop a part, or raise the limit.`);
  }
}

/**
 * Bytes of the archive from here to there; fewer where it ends before.
 * @typedef {(begin: number, end: number) => Promise<Uint8Array>} Read
 */

/**
 * @param {Blob} file
 * @returns {Promise<Read>}
 */
async function reader(file) {
  if (file.size > kWholeAtOnce) return async (begin, end) => new Uint8Array(await file.slice(begin, end).arrayBuffer());
  const bytes = new Uint8Array(await file.arrayBuffer());
  return async (begin, end) => bytes.subarray(begin, end);
}

/**
 * An entry's packed bytes.
 * @param {Read} read
 * @param {Entry} entry
 */
async function dataOf(read, { at, packed }) {
  const header = await read(at, at + 30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < 30 || view.getUint32(0, true) !== kLocalHeader) throw damaged();
  const begin = at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const bytes = await read(begin, begin + packed);
  if (bytes.length < packed) throw damaged();
  return bytes;
}
