/**
 * Files of every form, made here, and archives of them.
 *
 * @module
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** @typedef {{name: string, data: string|Uint8Array, encrypted?: boolean, stored?: boolean, sizeSaid?: number}} Entry */

/** @param {number} size @param {[number, 2|4, number][]} fields  offset, bytes, value */
function record(size, fields) {
  const bytes = Buffer.alloc(size);
  for (const [at, width, value] of fields) bytes.writeUIntLE(value, at, width);
  return bytes;
}

/**
 * A ZIP archive.
 * @param {Entry[]} entries
 * @returns {Buffer}
 */
export function zip(entries) {
  /** @type {Buffer[]} */
  const local = [];
  /** @type {Buffer[]} */
  const central = [];
  let at = 0;
  for (const { name, data, encrypted = false, stored = false, sizeSaid } of entries) {
    const bytes = Buffer.from(data);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const crc = crc32(bytes);
    const size = sizeSaid ?? bytes.length;
    const flags = 0x800 | (encrypted ? 1 : 0);
    const method = stored ? 0 : 8;
    const header = record(30, [[0, 4, 0x04034b50], [4, 2, 20], [6, 2, flags], [8, 2, method], [14, 4, crc], [18, 4, packed.length], [22, 4, size], [26, 2, path.length]]);
    const listed = record(46, [[0, 4, 0x02014b50], [4, 2, 20], [6, 2, 20], [8, 2, flags], [10, 2, method], [16, 4, crc], [20, 4, packed.length], [24, 4, size], [28, 2, path.length], [42, 4, at]]);
    local.push(header, path, packed);
    central.push(listed, path);
    at += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = record(22, [[0, 4, 0x06054b50], [8, 2, entries.length], [10, 2, entries.length], [12, 4, directory.length], [16, 4, at]]);
  return Buffer.concat([...local, directory, end]);
}

const places = ['Port Hallow', 'Ostrava Bay', 'Lower Denn', 'Cape Varrow', 'Milton Ferry', 'Upper Sarrel', 'Grey Harbour', 'Saint Orland'];
const subjects = ['bridge', 'ferry line', 'harbour wall', 'market hall', 'school roof', 'tram depot', 'water works', 'night bus'];
const people = ['Ada Brook', 'Tom Reed', 'Ilse Marran', 'Jon Petty', 'Ruth Amsel', 'Karl Venn', 'Mina Osei', 'Paul Darrow'];

/** A story of its own for each number: its paragraphs. @param {number} n */
export function paragraphs(n) {
  const [place, subject, person] = [places[n % 8], subjects[(n >> 3) % 8], people[(n * 5 + (n >> 3)) % 8]];
  return [
    `The council of ${place} voted on Tuesday to rebuild the ${subject}, ${n + 3} months after a storm had closed it, and to pay for the work out of next year’s budget.`,
    `“We have waited ${n + 3} months for this,” said ${person}, who speaks for the people living beside the ${subject}. “Nobody here will forget what the winter was like.”`,
    `Work is to begin in May and will cost $${(n % 37) + 2}.${n % 10} million, ${(n % 20) + 5}% more than was planned two years ago, the mayor told reporters after the vote.`,
    `Three members of the council voted against it. ${person} said that they had offered no plan of their own in ${(n % 9) + 2} meetings.`,
    `The ${subject} was built in ${1900 + (n % 90)} and had last been repaired in 1998, according to the records that the town keeps in its archive.`,
  ];
}

/** @param {number} n */
export const headline = (n) => `${places[n % 8]} to rebuild its ${subjects[(n >> 3) % 8]} after ${n + 3} months`;

/** A page as a site sends it, with all that stands around an article. @param {number} n @param {string} [outlet] */
export function page(n, outlet = 'The Coast Gazette') {
  const links = Array.from({ length: 40 }, (_, i) => `<li><a href="/section/${i}">${subjects[i % 8]} ${places[(i + n) % 8]}</a></li>`).join('');
  const teasers = Array.from({ length: 8 }, (_, i) => `<div class="card"><h3><a href="/story/${i}">${headline(n + i + 1)}</a></h3><span>${i + 2} hours ago</span></div>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline(n)} - ${outlet}</title>
<meta property="og:title" content="${headline(n)}"><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="2031-03-${String((n % 27) + 1).padStart(2, '0')}T08:00:00Z">
<style>body { color: red } ${'.x { margin: 0 } '.repeat(200)}</style><script>document.title = 'Changed by a script'; ${'var a = 1; '.repeat(300)}</script></head>
<body onload="document.body.textContent = 'Run'"><nav><ul>${links}</ul></nav><div>Subscribe</div>
<main><h1>${headline(n)}</h1><p>By ${people[n % 8]}</p><div>Share</div>
${paragraphs(n).map((words) => `<p>${words}</p>`).join('\n')}
<p>Read our guide to the council for free, every week of the year.</p></main>
<h2>You may also like</h2>${teasers}<img src="http://elsewhere.example/pixel.png" onerror="document.body.textContent = 'Run'">
<footer><p>Copyright © 2031 Coast Media Ltd. All rights reserved.</p></footer></body></html>`;
}

/** The same article as a text file. @param {number} n */
export const textOf = (n) => `${headline(n)}\n\n${paragraphs(n).join('\n\n')}\n`;

/** @param {(string|number)[][]} rows */
export const csv = (rows) => rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n');
