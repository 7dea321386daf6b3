/** Encodings that the core does not know, told from a few sentences each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessEncoding, hasJapaneseEscapes, namedEncoding } from '../../web/files/encodings.js';

/**
 * Bytes of a text in an encoding of one byte a character, by looking each byte up; Node writes none but UTF-8.
 * @param {string} text
 * @param {string} encoding
 */
function encode(text, encoding) {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text].map((character) => bytes.get(character) ?? 0x3f));
}

const texts = /** @type {const} */ ([
  ['koi8-r', 'Министр иностранных дел заявил во вторник, что переговоры пройдут в столице на следующей неделе, сообщили в правительстве.'],
  ['ibm866', 'Министр иностранных дел заявил во вторник, что переговоры пройдут в столице на следующей неделе, сообщили в правительстве.'],
  ['windows-1251', 'Министр иностранных дел заявил во вторник, что переговоры пройдут в столице на следующей неделе. Они подписали пять соглашений.'],
  ['windows-1253', 'Ο υπουργός Εξωτερικών δήλωσε την Τρίτη ότι οι συνομιλίες θα γίνουν στην πρωτεύουσα την επόμενη εβδομάδα.'],
  ['windows-1254', 'Dışişleri Bakanı salı günü görüşmelerin gelecek hafta başkentte yapılacağını söyledi. Taraflar ticareti görüşecek.'],
  ['windows-1255', 'שר החוץ אמר ביום שלישי כי השיחות יתקיימו בבירה בשבוע הבא. הצדדים ידונו בסחר ובאספקת גז.'],
  ['windows-1256', 'قال وزير الخارجية يوم الثلاثاء إن المحادثات ستجرى في العاصمة الأسبوع المقبل.'],
  ['windows-1250', 'Minister spraw zagranicznych powiedział we wtorek, że rozmowy odbędą się w stolicy. Podpisali pięć umów, jak podał rząd.'],
  ['iso-8859-2', 'Ministr zahraničí v úterý řekl, že rozhovory se uskuteční příští týden v hlavním městě. Podepsali pět dohod.'],
  ['windows-1257', 'Užsienio reikalų ministras antradienį pareiškė, kad derybos vyks kitą savaitę sostinėje. Šalys aptars prekybą.'],
]);

for (const [encoding, text] of texts) {
  test(`${encoding} is told by its letters, and says how sure that is`, () => {
    const bytes = encode(text, encoding);
    const guess = guessEncoding(bytes);
    assert.ok(guess);
    assert.equal(new TextDecoder(guess.encoding).decode(bytes), text);
    assert.ok(guess.confidence >= 0.5 && guess.confidence < 1);
  });
}

test('East Asian encodings are told by their everyday characters', () => {
  // 外務大臣は火曜日、来週首都で会談が行われると述べた。 in Shift_JIS and EUC-JP; 外交部长星期二表示，会谈将于下周在首都举行。 in GBK
  const samples = /** @type {const} */ ([
    ['shift_jis', '8a4f96b191e5906282cd89ce976a93fa814197888f548ef1937382c589ef926b82aa8d7382ed82ea82e982c68f7182d782bd8142'],
    ['euc-jp', 'b3b0ccb3c2e7bfc3a4cfb2d0cdcbc6fca1a2cdebbdb5bcf3c5d4a4c7b2f1c3cca4acb9d4a4efa4eca4eba4c8bdd2a4d9a4bfa1a3'],
    ['gb18030', 'cde2bdbbb2bfb3a4d0c7c6dab6feb1edcabea3acbbe1ccb8bdabd3dacfc2d6dcd4dacad7b6bcbed9d0d0a1a3'],
  ]);
  for (const [encoding, hex] of samples) assert.equal(guessEncoding(Uint8Array.from(Buffer.from(hex, 'hex')))?.encoding, encoding);
});

test('too few letters tell nothing', () => {
  assert.equal(guessEncoding(encode('The café was closed.', 'windows-1252')), null);
});

test('a page names its encoding in its head, by any of the names that browsers know', () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  assert.equal(namedEncoding(bytes('<!doctype html><meta charset="cp1251">')), 'windows-1251');
  assert.equal(namedEncoding(bytes('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">')), 'shift_jis');
  assert.equal(namedEncoding(bytes('<?xml version="1.0" encoding="EUC-KR"?>')), 'euc-kr');
  assert.equal(namedEncoding(bytes('<meta charset="klingon">')), null);
  assert.equal(namedEncoding(bytes('<p>The charset= of a page')), null);
});

test('the escapes of ISO-2022-JP give it away', () => {
  assert.equal(hasJapaneseEscapes(Uint8Array.from([0x41, 0x1b, 0x24, 0x42, 0x46, 0x7c])), true);
  assert.equal(hasJapaneseEscapes(Uint8Array.from([0x41, 0x1b, 0x5b, 0x31, 0x6d])), false);
});
