/**
 * The central directory of a ZIP archive (APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16, with ZIP64): the one list of what
 * an archive holds. Local headers are believed in nothing but where the data begins. Not supported: archives in several
 * volumes, encrypted directories.
 *
 * @module
 */
import { Refusal } from './refusal.js';

/**
 * @typedef {object} Entry
 * @property {string} name        safe: no absolute path, no step upwards, no control characters
 * @property {boolean} encrypted
 * @property {number} method      0 stored, 8 deflated
 * @property {number} crc
 * @property {number} packed      bytes
 * @property {number} size        bytes that it says it unpacks to
 * @property {number} at          of its local header
 */

const kEnd = 0x06054b50;
const kEnd64Locator = 0x07064b50;
const kEnd64 = 0x06064b50;
const kFile = 0x02014b50;
const kMostDirectory = 256 << 20;

const damaged = () => new Refusal('zip-damaged', 'This ZIP archive is damaged or not complete: its list of files cannot be read.');

/** @param {Blob} file @param {number} begin @param {number} end */
const view = async (file, begin, end) => new DataView(await file.slice(begin, end).arrayBuffer());

/** @param {DataView} data @param {number} at */
const wide = (data, at) => Number(data.getBigUint64(at, true));

/**
 * @param {Blob} file
 * @returns {Promise<{at: number, size: number, entries: number}>}
 */
async function findDirectory(file) {
  const from = Math.max(0, file.size - 65557); // the end record and the longest comment after it
  const tail = await view(file, from, file.size);
  for (let i = tail.byteLength - 22; i >= 0; i--) {
    if (tail.getUint32(i, true) !== kEnd || i + 22 + tail.getUint16(i + 20, true) > tail.byteLength) continue;
    const found = { entries: tail.getUint16(i + 10, true), size: tail.getUint32(i + 12, true), at: tail.getUint32(i + 16, true) };
    if (i < 20 || tail.getUint32(i - 20, true) !== kEnd64Locator) return found;
    const at = wide(tail, i - 12);
    const end = at + 56 <= file.size ? await view(file, at, at + 56) : null;
    if (!end || end.getUint32(0, true) !== kEnd64) throw damaged();
    return { entries: wide(end, 32), size: wide(end, 40), at: wide(end, 48) };
  }
  throw damaged();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const old = new TextDecoder('windows-1252');

/** Names of old programs are in some code page; only those that are UTF-8 can be told. @param {Uint8Array} bytes */
function nameOf(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return old.decode(bytes);
  }
}

/** Controls, and the marks that turn the direction of what is shown. */
const kUnsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** @param {string} name */
export function safeName(name) {
  const parts = name.replace(kUnsafe, '').replaceAll('\\', '/').replace(/^[A-Za-z]:/, '').split('/');
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/').slice(-400);
}

/**
 * Sizes of four gigabytes and more stand in a field of their own.
 * @param {DataView} data
 * @param {number} at
 * @param {number} end
 * @param {Entry} entry
 */
function readWideSizes(data, at, end, entry) {
  for (let i = at; i + 4 <= end; i += 4 + data.getUint16(i + 2, true)) {
    if (data.getUint16(i, true) !== 1) continue;
    let next = i + 4;
    const last = Math.min(end, next + data.getUint16(i + 2, true));
    for (const field of /** @type {const} */ (['size', 'packed', 'at'])) {
      if (entry[field] !== 0xffffffff || next + 8 > last) continue;
      entry[field] = wide(data, next);
      next += 8;
    }
    return;
  }
}

/**
 * All files of the archive, in the order of the directory; folders are left out.
 * @param {Blob} file
 * @param {number} most   entries
 * @returns {Promise<Entry[]>}
 */
export async function readDirectory(file, most) {
  const { at, size, entries } = await findDirectory(file);
  if (entries > most) {
    throw new Refusal('zip-too-many', `This ZIP archive holds ${entries.toLocaleString('en')} files; the limit is ${most.toLocaleString('en')}. Unpack it and drop a part, or raise the limit.`);
  }
  if (at + size > file.size || size > kMostDirectory) throw damaged();
  const data = await view(file, at, at + size);
  /** @type {Entry[]} */
  const found = [];
  let i = 0;
  for (let n = 0; n < entries; n++) {
    if (i + 46 > data.byteLength || data.getUint32(i, true) !== kFile) throw damaged();
    const nameEnd = i + 46 + data.getUint16(i + 28, true);
    const extraEnd = nameEnd + data.getUint16(i + 30, true);
    const end = extraEnd + data.getUint16(i + 32, true);
    if (end > data.byteLength) throw damaged();
    const name = nameOf(new Uint8Array(data.buffer, i + 46, nameEnd - i - 46));
    /** @type {Entry} */
    const entry = {
      name: safeName(name),
      encrypted: (data.getUint16(i + 8, true) & 1) !== 0,
      method: data.getUint16(i + 10, true),
      crc: data.getUint32(i + 16, true),
      packed: data.getUint32(i + 20, true),
      size: data.getUint32(i + 24, true),
      at: data.getUint32(i + 42, true),
    };
    readWideSizes(data, nameEnd, extraEnd, entry);
    if (!/[\\/]$/.test(name) && entry.name !== '') found.push(entry);
    i = end;
  }
  return found;
}
