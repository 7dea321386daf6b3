/**
 * Articles as the core's input lines (CONTRACT.md), for importers that bring more than plain text.
 *
 * @module
 */

/** @typedef {import('../engine/messages.js').Opened} Opened */
/** @typedef {import('../engine/messages.js').DecodedFile} DecodedFile */
/** @typedef {{id: string, text: string, title?: string|null, outlet?: string|null, published?: string|null,
 *            source: 'text'|'page', file?: object}} Input */

const encoder = new TextEncoder();

/** Bytes that a text has as UTF-8. @param {string} text */
export const byteLength = (text) => encoder.encode(text).length;

/** What was found out about a file's bytes, without their text. @param {DecodedFile} decoded */
export const aboutOf = ({ encoding, confidence, how, wrongBytes, doubleEncoded, repaired }) => ({ encoding, confidence, how, wrongBytes, doubleEncoded, repaired });

/**
 * @param {DecodedFile} decoded  the file that they come from
 * @param {Iterable<Input>} inputs
 * @returns {Opened}
 */
export function openedOf(decoded, inputs) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const lines = [];
  /** @type {Opened['articles']} */
  const articles = [];
  let end = 0;
  for (const input of inputs) {
    const line = encoder.encode(`${JSON.stringify({ ...input, sha256: decoded.sha256 })}\n`);
    articles.push({ id: input.id, begin: end, end: end + line.length - 1 });
    end += line.length;
    lines.push(line);
  }
  return { sha256: decoded.sha256, inputs: new Blob(lines), articles, about: aboutOf(decoded), leftOut: '' };
}
