/**
 * Bytes to text, in a worker: the core for what it knows, the browser's decoder for the rest.
 *
 * @module
 */
import { guessEncoding, hasJapaneseEscapes, namedEncoding } from '../files/encodings.js';

/** @typedef {import('./messages.js').DecodedFile} DecodedFile */
/** @typedef {import('./messages.js').FileAbout} FileAbout */
/** @typedef {import('./loader.js').Engine} Engine */

const kNamed = 0.95; // how sure an encoding is that a page names and that fits its bytes
const kBetter = 0.55; // a guess below this does not outweigh what the core makes of the bytes

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Encodings that mark or structure prove. @param {string} encoding */
const proven = (encoding) => encoding.startsWith('utf-');

/** The core reads ISO-8859-1 as what it is, browsers as Windows-1252. @param {string} encoding */
const asBrowser = (encoding) => (encoding === 'iso-8859-1' ? 'windows-1252' : encoding);

/**
 * @param {Uint8Array} bytes
 * @param {{encoding: string, confidence: number}} core  what the core makes of them
 * @param {boolean} page
 * @returns {{encoding: string, confidence: number, how: string}|null}  null: the core's reading holds
 */
export function foreignEncoding(bytes, core, page) {
  if (core.encoding === 'utf-8' && hasJapaneseEscapes(bytes)) return { encoding: 'iso-2022-jp', confidence: kNamed, how: 'by its escapes' };
  if (proven(core.encoding)) return null;
  const named = page ? namedEncoding(bytes) : null;
  if (named && named !== 'utf-8' && fits(bytes, named)) return { encoding: named, confidence: kNamed, how: 'as the page names it' };
  const guess = guessEncoding(bytes);
  if (!guess || guess.encoding === asBrowser(core.encoding)) return null;
  return guess.confidence >= kBetter || guess.confidence > core.confidence ? guess : null;
}

/** @param {Uint8Array} bytes @param {string} encoding */
function fits(bytes, encoding) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Engine} engine
 * @param {Uint8Array} bytes
 * @param {boolean} repair
 * @returns {FileAbout & {sha256: string, text: Uint8Array}}
 */
function byCore(engine, bytes, repair) {
  const reply = engine.call({ op: 'decode', repair }, bytes);
  const feed = reply.indexOf(10);
  const { sha256, encoding, confidence, wrongBytes, doubleEncoded } = JSON.parse(decoder.decode(reply.subarray(0, feed)));
  const how = proven(encoding) ? '' : 'by how common its letters are';
  return { sha256, encoding, confidence, how, wrongBytes, doubleEncoded, repaired: false, text: reply.subarray(feed + 1) };
}

/**
 * @param {Engine} engine
 * @param {Uint8Array} bytes
 * @param {{repair?: boolean, page?: boolean}} how
 * @returns {FileAbout & {sha256: string, text: Uint8Array}}  text as UTF-8
 * @throws {import('./loader.js').CoreError|import('./loader.js').EngineTrap}
 */
export function decodeBytes(engine, bytes, { repair = false, page = false }) {
  const plain = byCore(engine, bytes, false);
  const foreign = foreignEncoding(bytes, plain, page);
  if (foreign) {
    const text = new TextDecoder(foreign.encoding).decode(bytes);
    const wrongBytes = Math.min(100, text.split('\ufffd').length - 1);
    // Through the core once more, for line ends as everywhere and for double encoding.
    const again = byCore(engine, encoder.encode(text), repair);
    return { ...again, ...foreign, wrongBytes, sha256: plain.sha256, repaired: repair && !again.doubleEncoded };
  }
  if (!repair || !plain.doubleEncoded) return plain;
  return { ...byCore(engine, bytes, true), repaired: true };
}

/**
 * @param {Engine} engine
 * @param {Uint8Array} bytes
 * @param {{repair?: boolean, page?: boolean}} how
 * @returns {DecodedFile}
 */
export function decodeFile(engine, bytes, how) {
  const decoded = decodeBytes(engine, bytes, how);
  return { ...decoded, text: decoder.decode(decoded.text) };
}
