// What the tests of readout.wasm share: where the builds stand, the native program, engines, a pool of workers, and
// articles written by rule, so that many can be read without keeping them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Engine } from '../../web/engine/loader.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const native = process.env.READOUT ?? `${root}build/native/readout`;
const wasmPath = process.env.READOUT_WASM ?? `${root}build/wasm/readout.wasm`;
const modelPath = process.env.READOUT_MODEL ?? `${root}build/native/readout.model`;

let compiled;
export const compile = () => (compiled ??= new WebAssembly.Module(readFileSync(wasmPath)));
export const startEngine = () => Engine.start(compile(), readFileSync(modelPath));

/** @returns {Buffer} what the native program writes */
export const runNative = (args, input) => execFileSync(native, args, { input, maxBuffer: 1 << 30 });

/** Equality of long texts that shows only where they part. */
export function assertSameText(actual, expected, what) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) ++at;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`${what} differs at ${at}: ${around(actual)} where ${around(expected)} was expected`);
}

/** Small repeatable numbers (mulberry32): the same articles and orders in every run. */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export function shuffled(list, seed) {
  const roll = dice(seed);
  const out = [...list];
  for (let i = out.length - 1; i > 0; --i) {
    const j = roll(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

const people = ['Elena Varga', 'Tomás Okafor', 'Ingrid Sørensen', 'Li Weimin', 'Amadou Diallo', 'Zoë Castellanos'];
const roles = ['Foreign Minister', 'spokeswoman', 'President', 'Trade Commissioner', 'a senior official', 'Premier'];
const places = ['Lisbon', 'Nairobi', 'Kraków', 'Santiago', 'Tallinn', 'Hà Nội'];
const bodies = ['the Harbour Union', 'Northern Rail', 'the Ministry of Energy', 'Delta Bank', 'the Senate'];
const days = ['on Tuesday', 'on 14 March 2023', 'last week', 'in May 2023', 'two days ago', 'yesterday'];
const sums = ['$2.4 billion', '1.6%', '€350 million', 'more than 1,200', 'about half', '40 to 50 km', '£12m'];
const said = ['said', 'claimed', 'warned', 'denied', 'told reporters', 'insisted'];
const words = [
  '“We will not sign before every page has been read”',
  '"The figures were wrong \u2014 and they knew it"',
  '‘a deal of convenience’',
  '“Nothing was promised, 没有承诺”',
  '“It is too early to tell 🙂 but we are hopeful”',
];
const odd = [
  'Subscribe to continue reading',
  'You may also like: Ten ways to cook rice',
  'By Staff Writer\r\n',
  '\u00ad\u200bAdvertisement\u00a0',
  'Correction: an earlier version misspelt a name.',
  'a \ufffd b \u0301 c',
];

/** Input lines of the contract: a dozen happenings told several times each, some glued, cut or odd. */
export function generatedArticles(count) {
  const lines = [];
  for (let n = 0; n < count; ++n) {
    const story = dice(1000 + (n % 12));
    const roll = dice(n);
    const pick = (list, by = roll) => list[by(list.length)];
    const [who, other, place, body] = [people, people, places, bodies].map((list) => pick(list, story));
    const title = `${who} meets ${body} in ${place}`;
    const paragraphs = [`${place.toUpperCase()} — ${pick(roles)} ${who} met ${other} and ${body} in ${place} ${pick(days)}.`];
    for (let p = 0; p < 3 + roll(8); ++p) {
      const source = roll(3) ? who : other;
      paragraphs.push(
        [
          `${pick(words)}, ${source} ${pick(said)} ${pick(days)}.`,
          `Trade rose ${pick(sums)} to ${pick(sums)}, according to ${body}.`,
          `${source} ${pick(said)} that ${pick(words)} was not on the table; ${other} did not mention ${pick(bodies)}.`,
          `The agreement was signed ${pick(days)} and covers ${pick(sums)} of freight, ${pick(bodies)} ${pick(said)}.`,
          pick(odd),
        ][roll(5)],
      );
    }
    lines.push(
      JSON.stringify({
        id: `generated ${n}`,
        text: `${roll(4) ? `${title}\n\n` : ''}${paragraphs.join(roll(5) ? '\n\n' : '\n')}\n`,
        title: roll(2) ? title : null,
        published: roll(3) ? `2023-05-${String(1 + roll(28)).padStart(2, '0')}` : null,
        outlet: roll(2) ? `Outlet ${roll(9)}` : null,
        source: roll(2) ? 'page' : 'text',
      }),
    );
  }
  return lines;
}

/** Readings of the lines by a pool of workers that each take the next line, in the order in which they came back. */
export async function readByWorkers(lines, workers) {
  const arrived = [];
  let next = 0;
  const run = () =>
    new Promise((resolve, reject) => {
      const workerData = { module: compile(), modelPath };
      const worker = new Worker(new URL('read_worker.mjs', import.meta.url), { workerData });
      worker.on('error', reject);
      worker.on('message', (reading) => {
        if (reading !== null) arrived.push(reading);
        if (next < lines.length) worker.postMessage(lines[next++]);
        else resolve(worker.terminate());
      });
    });
  await Promise.all(Array.from({ length: workers }, run));
  return arrived;
}

/** Input lines of real news where the machine has some beside the repository; none otherwise. */
export function realArticles(most) {
  const folder = process.env.READOUT_DATA ?? `${root}../shared`;
  const path = `${folder}/articles/wikinews-2019-2020.csv`;
  if (!existsSync(path)) return [];
  return csvRows(readFileSync(path, 'utf8'))
    .slice(1, most + 1)
    .map(([url, date, title, text]) =>
      JSON.stringify({ id: url, text, title, published: date, outlet: 'Wikinews', source: 'text' }),
    );
}

/** RFC 4180. */
function csvRows(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy)) {
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
