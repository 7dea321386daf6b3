/**
 * What a dropped file is, by its first bytes and then by its name: what a file holds outranks what it is called.
 *
 * @module
 */

/** @typedef {'text'|'page'|'table'|'list'|'archive'|'rules'} FileKind */
/** @typedef {{kind: FileKind}|{later: string}} Recognised   `later`: a kind that is known and not yet read, as a sentence */

const kHeadBytes = 1024;

const later = (/** @type {string} */ what, /** @type {string} */ instead) => `${what} is not yet read. ${instead}`;
const kSaveAsText = 'Save its text as a text file, or copy and paste it.';

/** By signature: what no name can change. @type {readonly {head: string, at?: number, what: string}[]} */
const signatures = [
  { head: '%PDF-', what: later('A PDF document', kSaveAsText) },
  { head: '\xd0\xcf\x11\xe0', what: later('An old Office document or a mail of Outlook', kSaveAsText) },
  { head: '{\\rtf', what: later('A rich-text document (RTF)', kSaveAsText) },
  { head: '\x89PNG', what: later('A picture', 'Readout reads words, not pictures of words.') },
  { head: '\xff\xd8\xff', what: later('A picture', 'Readout reads words, not pictures of words.') },
  { head: 'GIF8', what: later('A picture', 'Readout reads words, not pictures of words.') },
  { head: 'RIFF', what: later('A picture or a recording', 'Readout reads words.') },
  { head: 'ftyp', at: 4, what: later('A film or a picture', 'Readout reads words.') },
  { head: '\x1f\x8b', what: later('A file packed with gzip', 'Unpack it first, or pack it as ZIP.') },
  { head: '7z\xbc\xaf', what: later('An archive of 7-Zip', 'Unpack it first, or pack it as ZIP.') },
  { head: 'Rar!', what: later('A RAR archive', 'Unpack it first, or pack it as ZIP.') },
  { head: 'SQLite format 3', what: later('A database', 'Export its table as CSV.') },
];

/** Kinds whose place in the registry is kept for them. @type {readonly {names: RegExp, what: string}[]} */
const places = [
  { names: /\.pdf$/i, what: later('A PDF document', kSaveAsText) },
  { names: /\.(docx?|odt|rtf|pages)$/i, what: later('A Word or other office document', kSaveAsText) },
  { names: /\.(eml|msg|mbox)$/i, what: later('A mail', kSaveAsText) },
  { names: /\.(mht|mhtml|webarchive)$/i, what: later('A web archive', 'Save the page as “HTML only”, or copy and paste its text.') },
  { names: /\.(xlsx?|ods|numbers)$/i, what: later('A workbook', 'Save its sheet as CSV.') },
  { names: /\.epub$/i, what: later('An electronic book', kSaveAsText) },
  { names: /\.(png|jpe?g|gif|webp|heic|tiff?|svg)$/i, what: later('A picture', 'Readout reads words, not pictures of words.') },
  { names: /\.(css|m?js|map|woff2?|ttf|otf|eot|ico)$/i, what: 'A style, script or font of a web page holds no article.' },
];

/** Files that need no look inside: the core says what is wrong where they are no text. */
const plain = /\.(txt|text|md|markdown)$/i;

/**
 * The first bytes that recognise() needs of a file; none where its name is enough.
 *
 * @param {string} name
 * @param {Blob} file
 */
export async function headOf(name, file) {
  return plain.test(name) ? new Uint8Array() : new Uint8Array(await file.slice(0, kHeadBytes).arrayBuffer());
}

/**
 * @param {string} name
 * @param {Uint8Array} head
 * @returns {Recognised}
 */
export function recognise(name, head) {
  const begins = String.fromCharCode(...head);
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(begins)) {
    // Office documents and books are ZIP archives too: their own names tell them apart, else what they hold (zip.js).
    const place = places.find(({ names }) => names.test(name));
    return place ? { later: place.what } : { kind: 'archive' };
  }
  const signature = signatures.find(({ head: sign, at = 0 }) => begins.startsWith(sign, at));
  if (signature) return { later: signature.what };
  if (/\.zip$/i.test(name)) return { kind: 'archive' };
  const place = places.find(({ names }) => names.test(name));
  if (place) return { later: place.what };
  if (/\.(html?|xhtml|shtml)$/i.test(name)) return { kind: 'page' };
  if (/\.(csv|tsv|tab)$/i.test(name)) return { kind: 'table' };
  // UTF-16 has zeros between; without them its signs read as ASCII.
  const words = begins.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '').trimStart();
  if (/\.(json|jsonl|ndjson|geojson)$/i.test(name)) {
    return /^\{\s*"schema"\s*:\s*"readout\/rules\//.test(words) ? { kind: 'rules' } : { kind: 'list' };
  }
  if (!plain.test(name) && /^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?<(!doctype html|html[\s>])/i.test(words)) return { kind: 'page' };
  return { kind: 'text' };
}
