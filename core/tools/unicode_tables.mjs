// Writes core/text/unicode_tables.inc from the Unicode Character Database that Node carries.
// usage: node core/tools/unicode_tables.mjs > core/text/unicode_tables.inc
const kFlags = [
  [/[\p{L}\p{M}]/u, 1],
  [/[\p{Lu}\p{Lt}]/u, 2],
  [/\p{Ll}/u, 4],
  [/\p{Nd}/u, 8],
  [/\p{N}/u, 16],
  [/[\p{White_Space}\u200B\uFEFF]/u, 32],
  [/\p{P}/u, 64],
  [/\p{S}/u, 128],
];

const flagsOf = (/** @type {string} */ c) => kFlags.reduce((sum, [test, bit]) => (test.test(c) ? sum | bit : sum), 0);

const ranges = [];
const lower = [];
const upper = [];
const base = [];
for (let cp = 0, last = -1; cp <= 0x10ffff; ++cp) {
  const surrogate = cp >= 0xd800 && cp <= 0xdfff;
  const c = surrogate ? '' : String.fromCodePoint(cp);
  const flags = surrogate ? 0 : flagsOf(c);
  if (flags !== last) ranges.push(`0x${((cp << 8) | flags).toString(16)}`);
  last = flags;
  if (cp < 0x80 || surrogate) continue;
  const single = (/** @type {string} */ s) => ([...s].length === 1 ? s.codePointAt(0) : cp);
  if (single(c.toLowerCase()) !== cp) lower.push(`{0x${cp.toString(16)}, 0x${single(c.toLowerCase()).toString(16)}}`);
  if (single(c.toUpperCase()) !== cp) upper.push(`{0x${cp.toString(16)}, 0x${single(c.toUpperCase()).toString(16)}}`);
  // Letters of Latin, Greek and Cyrillic without their marks.
  if (cp < 0x530 || (cp >= 0x1e00 && cp < 0x2000)) {
    const plain = [...c.normalize('NFD')].filter((d) => !/\p{M}/u.test(d)).join('');
    if (plain && plain !== c && [...plain].length === 1) base.push(`{0x${cp.toString(16)}, 0x${plain.codePointAt(0).toString(16)}}`);
  }
}

const table = (/** @type {string} */ type, /** @type {string} */ name, /** @type {string[]} */ items) =>
  `constexpr ${type} ${name}[] = {\n${items.join(', ').replace(/(.{1,116})(?:, |$)/g, '    $1,\n')}};\n`;

console.log(`// Made by core/tools/unicode_tables.mjs from the Unicode Character Database ${process.versions.unicode}
// (Unicode licence v3, https://www.unicode.org/license.txt). Do not edit.
// clang-format off
// kRanges: first code point << 8 | flags, holding up to the next entry.
${table('uint32_t', 'kRanges', ranges)}
${table('CasePair', 'kLower', lower)}
${table('CasePair', 'kUpper', upper)}
${table('CasePair', 'kBase', base)}// clang-format on`);
