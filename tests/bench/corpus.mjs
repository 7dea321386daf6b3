/**
 * What is read in the measurements: real articles where the development sets are (READOUT_DATA, else ../shared beside the
 * repository), else the sample's over and over.
 *
 * @module
 */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kLeast = 1_500_000;

/** @typedef {{name: string, lines: string[], texts: string[], bytes: number}} Corpus `lines`: contract inputs */

/** @param {string} path @returns {string[]} */
const texts = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text);

/** @returns {Corpus} */
export function loadCorpus() {
  const data = process.env.READOUT_DATA ?? `${root}../shared`;
  const sets = ['stories/giveme5w1h.ndjson', 'quotes/dev.jsonl'].map((set) => `${data}/${set}`).filter(existsSync);
  if (sets.length > 0) return corpusOf('news articles of the development sets', sets.flatMap(texts));
  const folder = `${root}web/sample/`;
  const sample = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(folder + name, 'utf8'));
  const size = sample.reduce((sum, text) => sum + text.length, 0);
  return corpusOf('the sample, over and over', Array.from({ length: Math.ceil(kLeast / size) }, () => sample).flat());
}

/** @param {string} name @param {string[]} all @returns {Corpus} */
function corpusOf(name, all) {
  const lines = all.map((text, i) => JSON.stringify({ id: `${i}`, text, source: 'text' }));
  return { name, lines, texts: all, bytes: all.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}
