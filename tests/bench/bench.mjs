/**
 * The measurements of tests/bench/run. MB/s are of the articles' text; the best of a few runs, since what else the
 * machine does only ever makes them slower.
 *
 * @module
 */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { serve } from '../../web/serve.mjs';
import { loadCorpus } from './corpus.mjs';
import { measureLanguage, measureWasm } from './measure_wasm.js';
import { storyCorpus } from './story_corpus.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const native = `${root}build/native/readout`;
const kWasm = 'build/wasm/readout.wasm';
const kLanguageWasm = 'build/wasm/language_wasm.wasm';
const kModel = 'build/native/readout.model';
const kRuns = 3;
// The peers are given less where they are slow.
const kPeerBytes = 300_000;
const kCollated = [1000, 2000, 5000, 10000];
const kAdded = 20;

const corpus = loadCorpus();

/** @param {string} what @param {string} value @param {string} [note] */
const print = (what, value, note = '') => console.log(`${what.padEnd(44)} ${value.padStart(12)}  ${note}`);
/** @param {number} bytes @param {number} seconds */
const rate = (bytes, seconds) => bytes / 1e6 / seconds;
/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The quickest of some runs. @template {{seconds: number}} T @param {() => Promise<T>|T} run @returns {Promise<T>} */
async function quickest(run) {
  let best = await run();
  for (let i = 1; i < kRuns; ++i) {
    const next = await run();
    if (next.seconds < best.seconds) best = next;
  }
  return best;
}

/**
 * Reads the corpus with the native program, which is asked for its peak before it may end.
 * @param {string[]} options
 * @returns {Promise<{seconds: number, peak: number}>}
 */
function runNative(options) {
  return new Promise((resolve, reject) => {
    const program = spawn(native, ['read', '--ndjson', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
    const begin = performance.now();
    let answers = 0;
    let seconds = 0;
    let peak = 0;
    program.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) ++answers;
      if (answers < corpus.lines.length) return;
      seconds = (performance.now() - begin) / 1000;
      const status = `/proc/${program.pid}/status`;
      if (existsSync(status)) peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) * 1024;
      program.stdin.end();
    });
    program.on('error', reject);
    program.on('close', () => resolve({ seconds, peak }));
    program.stdin.write(`${corpus.lines.join('\n')}\n`);
  });
}

const wasm = () => measureWasm(readFileSync(root + kWasm), readFileSync(root + kModel), corpus.lines);

async function throughput() {
  for (const jobs of ['-j1', '-j0']) {
    const { seconds, peak } = await quickest(() => runNative([jobs]));
    print(`native ${jobs}`, `${rate(corpus.bytes, seconds).toFixed(2)} MB/s`, peak > 0 ? `peak ${megabytes(peak)}` : '');
  }
  const node = await quickest(wasm);
  print('wasm in Node', `${rate(corpus.bytes, node.seconds).toFixed(2)} MB/s`,
    `heap ${megabytes(node.heap)}, ready in ${(node.start * 1000).toFixed(0)} ms`);
  const page = await inChromium('measureWasm', kWasm, corpus.lines);
  print('wasm in Chromium', `${rate(corpus.bytes, page.seconds).toFixed(2)} MB/s`,
    `heap ${megabytes(page.heap)}, ready in ${(page.start * 1000).toFixed(0)} ms`);
}

/**
 * Calls a function of measure_wasm.js in Chromium with the module, the model and some strings; the quickest run.
 * @param {'measureWasm'|'measureLanguage'} measure @param {string} wasm @param {string[]} input
 * @returns {Promise<{seconds: number, start: number, heap: number, warm: number}>} start and heap of measureWasm, warm of measureLanguage
 */
async function inChromium(measure, wasm, input) {
  const { launchChromium } = await import('../browser/harness.mjs');
  const { address, close } = await serve(root);
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${address}tests/cases/contract.json`);  // any page of that origin
  const best = await quickest(() => page.evaluate(async ({ module, name, parts, strings }) => {
    const { [name]: run } = await import(module);
    const [code, model] = await Promise.all(parts.map(async (part) => (await fetch(part)).arrayBuffer()));
    return run(code, new Uint8Array(model), strings);
  }, { module: `${address}tests/bench/measure_wasm.js`, name: measure, parts: [address + wasm, address + kModel], strings: input }));
  await browser.close();
  await close();
  return best;
}

/** The language stage alone: sentences, tags, syntax, names. */
async function language() {
  const tool = `${root}build/native/tests/language_bench`;
  if (existsSync(tool)) {
    const out = spawnSync(tool, [`${kRuns}`], { input: corpus.texts.map((text) => `${JSON.stringify({ text })}\n`).join('') }).stdout.toString('utf8');
    print('language stage, native', `${/([\d.]+) MB\/s/.exec(out)?.[1]} MB/s`, 'floor 3 MB/s');
  } else {
    print('language stage, native', 'not built', 'cmake --build --preset native --target language_bench');
  }
  if (!existsSync(root + kLanguageWasm)) return print('language stage, wasm', 'not built', 'cmake --build --preset wasm --target language_wasm');
  const node = await quickest(() => measureLanguage(readFileSync(root + kLanguageWasm), readFileSync(root + kModel), corpus.texts));
  const both = (/** @type {{seconds: number, warm: number}} */ run) => `${rate(corpus.bytes, run.seconds).toFixed(2)} MB/s at first, ${rate(corpus.bytes, run.warm).toFixed(2)} once compiled`;
  print('language stage, wasm in Node', both(node));
  const page = await inChromium('measureLanguage', kLanguageWasm, corpus.texts);
  print('language stage, wasm in Chromium', both(page), 'floor 1.5 MB/s, aim 3');
}

async function peers() {
  /** @type {(name: string) => any} */
  const load = createRequire(`${root}build/bench-peers/`);
  if (!existsSync(`${root}build/bench-peers/node_modules/compromise`)) return print('peers', 'absent');
  const wink = load('wink-nlp')(load('wink-eng-lite-web-model'));
  const compromise = load('compromise');
  const ours = rate(corpus.bytes, (await quickest(wasm)).seconds);
  print('Readout, wasm in Node', `${ours.toFixed(2)} MB/s`, 'all: sentences, tags, syntax, names, quotations, dates, figures, events');
  /** @type {[string, string, (text: string) => unknown][]} */
  const programs = [
    ['wink-nlp', 'sentences, tags, entities', (text) => {
      const doc = wink.readDoc(text);
      return [doc.sentences().out(), doc.tokens().out(wink.its.pos), doc.entities().out()];
    }],
    ['compromise', 'sentences, tags, people, places, organisations', (text) => {
      const doc = compromise(text);
      return [doc.json(), doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
    }],
  ];
  for (const [name, does, read] of programs) {
    let bytes = 0;
    const some = corpus.texts.filter((text) => (bytes += Buffer.byteLength(text)) < kPeerBytes);
    const size = some.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const { seconds } = await quickest(() => {
      const begin = performance.now();
      for (const text of some) read(text);
      return { seconds: (performance.now() - begin) / 1000 };
    });
    const theirs = rate(size, seconds);
    print(name, `${theirs.toFixed(2)} MB/s`, `${does}; Readout is ${(ours / theirs).toFixed(2)} times as fast`);
  }
}

/**
 * What `readout collate --json` takes for news that never happened, as a table by size, and what one more article costs
 * beside those that are held (collate_bench, which must be built). Growth is the power of the number of articles; that
 * of n log n over the same sizes stands beside it.
 */
async function collate() {
  const folder = `${root}build/bench`;
  mkdirSync(folder, { recursive: true });
  const articles = storyCorpus(kCollated[kCollated.length - 1] + kAdded);
  const input = articles.map((article) => `${JSON.stringify(article)}\n`).join('');
  const readings = spawnSync(native, ['read', '--ndjson', '-j0'], { input, maxBuffer: 1 << 30 }).stdout.toString('utf8').trimEnd().split('\n');
  /** @type {{count: number, seconds: number}[]} */
  const points = [];
  for (const count of kCollated) {
    const path = `${folder}/readings-${count}.ndjson`;
    writeFileSync(path, `${readings.slice(0, count).join('\n')}\n`);
    const { seconds, peak } = measured([native, 'collate', '--json'], path);
    const before = points[points.length - 1];
    const growth = before ? `grows with the power ${power(before, { count, seconds })}` : '';
    points.push({ count, seconds });
    print(`collate ${count} readings`, `${seconds.toFixed(2)} s`, `peak ${megabytes(peak)}  ${growth}`);
  }
  const [first, last] = [points[0], points[points.length - 1]];
  const sorting = power({ count: first.count, seconds: first.count * Math.log(first.count) }, { count: last.count, seconds: last.count * Math.log(last.count) });
  print(`from ${first.count} to ${last.count}`, power(first, last), `n log n: ${sorting}; floor 25 s, 1.5 GB`);
  const tool = `${root}build/native/tests/collate_bench`;
  if (!existsSync(tool)) return print('one more article', 'not built', 'cmake --build --preset native --target collate_bench');
  const { adds, same } = JSON.parse(spawnSync(tool, [`${last.count}`, `${kAdded}`], { input: readings.join('\n'), maxBuffer: 1 << 30 }).stdout.toString('utf8'));
  adds.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  print(`one more beside ${last.count}`, `${adds[adds.length >> 1].toFixed(2)} s`,
    `from ${adds[0].toFixed(2)} to ${adds[adds.length - 1].toFixed(2)} s, floor 0.5 s; ${same ? 'the dossier is that of a new beginning' : 'THE DOSSIER DIFFERS'}`);
}

/** @typedef {{count: number, seconds: number}} Point */
/** @param {Point} from @param {Point} to */
const power = (from, to) => (Math.log(to.seconds / from.seconds) / Math.log(to.count / from.count)).toFixed(2);

/**
 * Processor time of a program and the most memory that it held.
 * @param {string[]} command
 * @param {string} input  a file
 * @returns {{seconds: number, peak: number}}
 */
function measured(command, input) {
  const script = 'import resource, subprocess, sys\n'
    + 'subprocess.run(sys.argv[2:], stdin=open(sys.argv[1]), stdout=subprocess.DEVNULL, check=True)\n'
    + 'r = resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(r.ru_utime + r.ru_stime, r.ru_maxrss * 1024)';
  const [seconds, peak] = spawnSync('python3', ['-c', script, input, ...command]).stdout.toString('utf8').split(' ').map(Number);
  return { seconds, peak };
}

async function load() {
  const site = `${root}build/site/`;
  if (!existsSync(site)) return print('build/site', 'absent', 'web/run --build makes it');
  /** @param {RegExp} pattern */
  const size = (pattern) => readdirSync(site).filter((name) => pattern.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(site + name), { level: 9 }).length, 0);
  print('engine (wasm), gzip', megabytes(size(/\.wasm$/)), 'floor 1.5 MB');
  print('model, gzip', megabytes(size(/\.model$/)), 'floor 6 MB');
  print('scripts and styles, gzip', megabytes(size(/\.(js|css)$/)), 'floor 0.25 MB');
  const test = spawnSync('node', ['--test', '--test-reporter=tap', `${root}tests/browser/engine_start.test.mjs`], { encoding: 'utf8' });
  for (const [, line] of test.stdout.matchAll(/# (page ready .*)/g)) print('five articles', '', line);
}

async function processes() {
  const folder = `${root}build/bench`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/articles.ndjson`, `${corpus.lines.join('\n')}\n`);
  const readings = spawnSync(native, ['read', '--ndjson', '-j0'], { input: corpus.lines.join('\n'), maxBuffer: 1 << 30 });
  writeFileSync(`${folder}/readings.ndjson`, readings.stdout);
  spawnSync('hyperfine', ['-N', '--warmup', '1', '--runs', '5', `${native} --version`], { stdio: 'inherit' });
  for (const [input, command] of [['articles', 'read --ndjson'], ['readings', 'collate --json']]) {
    spawnSync('hyperfine', ['-N', '--warmup', '1', '--runs', '3', '--input', `${folder}/${input}.ndjson`, `${native} ${command}`],
      { stdio: 'inherit' });
  }
}

/** @type {{[name: string]: () => Promise<void>}} */
const parts = { throughput, language, peers, collate, load, processes };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`there is no part ${unknown}; there are ${Object.keys(parts)}`);
print('corpus', megabytes(corpus.bytes), `${corpus.lines.length} articles: ${corpus.name}`);
for (const name of wanted) await parts[name]();
