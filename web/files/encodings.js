/**
 * Which of the browser's encodings bytes are in that are neither marked nor UTF-8: a likelihood over the letters beyond
 * ASCII for code pages of one byte a character (how common each letter is in the languages written with the page), and
 * the share of everyday characters for those of two. Statistics of so little are no proof: every answer has a confidence.
 *
 * Not told apart: ISO-8859-1, -7 and -9 from the Windows pages that hold the same letters at the same places; UTF-32; pages that browsers do not know (CP437, CP850).
 *
 * @module
 */

/** @typedef {{encoding: string, confidence: number, how: string}} Guess */

/**
 * Letters beyond ASCII, commonest first, by language, under each encoding that may hold them. Of two that fit equally the
 * earlier wins.
 * @type {readonly {encoding: string, letters: readonly string[]}[]}
 */
const pages = [
  {
    encoding: 'windows-1252',
    letters: ['éàèêçôâùûîïëœü’«»—–…', 'äüößéÄÜÖ„“–', 'óáéíñúü¿¡«»ÁÉ', 'ãçáéíóêõâàúô“”', 'åäöéøæÅØÆÄÖ”’', 'éëïèóüö’‘', 'àèéìòù’«»', '’“”‘—–…é£€•ñáíóüöèçãô®©'],
  },
  { encoding: 'windows-1250', letters: ['ąęłóśżćńźŚŻŁ„”–', 'íáéěřčžýšůúťďňóŘČŽŠ„“–', 'éáöóőíüúűÉÁÖ„”–', 'ăîâşţșțŞŢÎ„”–', 'íáéčšžýúťľôňďäŠČŽ„“–', 'čšžćđŠČŽ„”–'] },
  { encoding: 'iso-8859-2', letters: ['ąęłóśżćńźŚŻŁ', 'íáéěřčžýšůúťďňóŘČŽŠ', 'éáöóőíüúűÉÁÖ', 'ăîâşţŞŢÎ', 'čšžćđŠČŽ'] },
  { encoding: 'macintosh', letters: ['éàèêçôâùûîïëœü’«»—–…', 'äüößéÄÜÖ„“–', 'óáéíñúü¿¡«»ÁÉ', 'åäöéøæÅØÆÄÖ”’', '’“”‘—–…é'] },
  { encoding: 'windows-1254', letters: ['ışğüçöİŞÇÖÜâ’“”'] },
  { encoding: 'windows-1257', letters: ['ėšųįžąčūęŠŽČĖ„“–', 'āīēšņļūķģčžŠĀ„”–', 'äõüöšžÄÕÜ„“–'] },
  { encoding: 'windows-1251', letters: ['оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё«»—–№', 'оанитвеірслкудпмязбьгхчйжїцшюєщґ’«»—', 'аоиентрсвлкдпмзугъбчцжхйшщюяьф„“–'] },
  { encoding: 'koi8-r', letters: ['оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'] },
  { encoding: 'koi8-u', letters: ['оанитвеірслкудпмязбьгхчйжїцшюєщґ'] },
  { encoding: 'iso-8859-5', letters: ['оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', 'оанитвеірслкудпмязбьгхчйжїцшюєщ'] },
  { encoding: 'ibm866', letters: ['оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'] },
  { encoding: 'x-mac-cyrillic', letters: ['оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё«»—'] },
  { encoding: 'windows-1253', letters: ['αοιετνσρκπυλμήςίόάδέηγωχθύφβώξζψ«»’'] },
  { encoding: 'iso-8859-7', letters: ['αοιετνσρκπυλμήςίόάδέηγωχθύφβώξζψ«»Άϊ'] },
  { encoding: 'windows-1255', letters: ['יוהלרבאתמשנםדקחעפגכצןטסזךףץ'] },
  { encoding: 'windows-1256', letters: ['اليمنوترهبعدسفةقكأحجىشطخصذثإضغزآئءظؤ،چپگکی'] },
  { encoding: 'iso-8859-6', letters: ['اليمنوترهبعدسفةقكأحجىشطخصذثإضغزآئءظؤ،'] },
  { encoding: 'windows-874', letters: ['านรกอเงมยล่วดท้สตะปีบิัค์ห็แจพชขใไโุูำผศธณถษซภญฐื'] },
];

/**
 * Encodings of two bytes a character: which of their characters are everyday ones, and how many must be.
 * @type {readonly {encoding: string, everyday: RegExp, least: number, needs?: RegExp}[]}
 */
const wide = [
  { encoding: 'euc-jp', everyday: /[\u3040-\u30ff\u3000-\u3002\u300c-\u300f\u4e00-\u9fff\uff01-\uff5e]/u, least: 0.97, needs: /[\u3041-\u3093]/u },
  { encoding: 'shift_jis', everyday: /[\u3040-\u30ff\u3000-\u3002\u300c-\u300f\u4e00-\u9fff\uff01-\uff5e]/u, least: 0.97, needs: /[\u3041-\u3093]/u },
  { encoding: 'euc-kr', everyday: /[\uac00-\ud7a3\u3000-\u3002\u2018-\u201d·]/u, least: 0.9 },
  { encoding: 'gb18030', everyday: /[\u4e00-\u9fff\u3000-\u3002\uff01-\uff5e\u2014\u2018-\u201d·]/u, least: 0.97 },
  { encoding: 'big5', everyday: /[\u4e00-\u9fff\u3000-\u3002\u300c-\u300f\uff01-\uff5e\u2014\u2018-\u201d·]/u, least: 0.97 },
];

const kSample = 64 << 10;
const kUnlikely = 0.0004;
const kLeast = 6; // characters beyond ASCII, below which nothing can be said

/** How probable each letter is, by Zipf's law over the order of a language's letters. @param {string} letters */
function probabilities(letters) {
  const all = [...letters];
  const sum = all.reduce((total, _, rank) => total + 1 / (rank + 2), 0);
  return new Map(all.map((letter, rank) => [letter, 0.97 / ((rank + 2) * sum)]));
}

/** @type {readonly {encoding: string, languages: Map<string, number>[]}[]} */
const models = pages.map(({ encoding, letters }) => ({ encoding, languages: letters.map(probabilities) }));

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 * @returns {string|null} null where they are not in it
 */
function decoded(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

const beyondAscii = /[^\u0000-\u007f]/gu;

/** Share of the everyday characters of a two-byte encoding that are common ones, by their rows. @param {Uint8Array} bytes @param {string} encoding */
function commonRows(bytes, encoding) {
  const rows = /** @type {Record<string, [number, number]>} */ ({ gb18030: [0xb0, 0xd7], big5: [0xa4, 0xc6], 'euc-kr': [0xb0, 0xc8], 'euc-jp': [0xa4, 0xcf], shift_jis: [0x81, 0x97] });
  const [from, to] = rows[encoding] ?? [0, 0];
  let common = 0;
  let all = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const [lead = 0, trail = 0] = [bytes[i], bytes[i + 1]];
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && lead <= 0xa3 && encoding !== 'shift_jis') { i++; continue; } // marks and full-width letters
    all++;
    if (lead >= from && lead <= to && (trail >= 0xa1 || encoding === 'big5' || encoding === 'shift_jis')) common++;
    i++;
  }
  return all === 0 ? 0 : common / all;
}

/** @param {Uint8Array} sample @returns {Guess|null} */
function guessWide(sample) {
  /** @type {Guess|null} */
  let best = null;
  for (const { encoding, everyday, least, needs } of wide) {
    const text = decoded(sample, encoding);
    const characters = text?.match(beyondAscii) ?? [];
    if (!text || characters.length < kLeast || (needs && !needs.test(text))) continue;
    const share = characters.filter((character) => everyday.test(character)).length / characters.length;
    const common = commonRows(sample, encoding);
    if (share < least || common < 0.85) continue;
    const confidence = Math.round(Math.min(0.97, share * common * Math.min(1, 0.7 + characters.length / 200)) * 100) / 100;
    if (!best || confidence > best.confidence + 0.02) best = { encoding, confidence, how: 'by how common its characters are' };
  }
  return best;
}

/** @param {Uint8Array} sample @returns {Guess|null} */
function guessNarrow(sample) {
  /** @type {{encoding: string, score: number, text: string}[]} */
  const found = [];
  let letters = 0;
  for (const { encoding, languages } of models) {
    const text = decoded(sample, encoding);
    if (text === null) continue;
    const characters = text.match(beyondAscii) ?? [];
    if (characters.length < kLeast) return null;
    letters = characters.length;
    // A capital counts as its letter, one inside a word against the page: other pages hold them the other way round.
    const inside = (text.match(/\p{Ll}\p{Lu}/gu) ?? []).length;
    const scores = languages.map((language) => characters.reduce((sum, character) => sum + Math.log2(language.get(character) ?? (language.get(character.toLowerCase()) ?? 0) / 8 + kUnlikely), 0));
    found.push({ encoding, score: Math.max(...scores) / characters.length - (4 * inside) / characters.length, text });
  }
  // Of pages that give the same text the first stands for all.
  const distinct = found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
  distinct.sort((a, b) => b.score - a.score);
  const [best, second] = distinct;
  if (!best) return null;
  const margin = second ? best.score - second.score : 4;
  const sure = Math.min(1, letters / 30) * Math.min(1, margin / 2);
  return { encoding: best.encoding, confidence: Math.round((0.5 + 0.45 * sure) * 100) / 100, how: 'by how common its letters are' };
}

/**
 * The encoding of bytes without a mark that are not UTF-8.
 * @param {Uint8Array} bytes
 * @returns {Guess|null} null where they hold too little to tell
 */
export function guessEncoding(bytes) {
  const sample = bytes.length <= kSample ? bytes : bytes.subarray(0, kSample);
  return guessWide(sample) ?? guessNarrow(sample);
}

/** Bytes of ISO-2022-JP are all ASCII; its escapes give it away. @param {Uint8Array} bytes */
export function hasJapaneseEscapes(bytes) {
  for (let i = bytes.indexOf(0x1b); i >= 0 && i < kSample; i = bytes.indexOf(0x1b, i + 1)) {
    if (bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40)) return true;
  }
  return false;
}

const kHead = 2048;

/**
 * The encoding that a page or an XML file names in its first lines, as browsers call it.
 * @param {Uint8Array} bytes
 * @returns {string|null}
 */
export function namedEncoding(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, kHead));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  if (!label) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding; // as the HTML standard has it: the line itself was readable
  } catch {
    return null;
  }
}
