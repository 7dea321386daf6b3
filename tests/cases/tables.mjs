/**
 * The case tables: tests/cases/*.json, each {"subject", "cases": [{"name", "article", "expect"}]}. An article that does
 * not say its source is "text". Runs them through any engine.
 *
 * @module
 */

import { compare } from './compare.mjs';

/** @typedef {import('./compare.mjs').JsonObject} JsonObject */
/** @typedef {{name: string, article: JsonObject, expect: JsonObject}} Case */
/** @typedef {{subject: string, cases: Case[]}} Table */

/**
 * What reads articles: `read` takes contract inputs and gives one reading (with tokens) or error record for each, in order.
 * @typedef {{name: string, read: (inputs: JsonObject[]) => Promise<JsonObject[]>, close: () => Promise<void>}} Engine
 */

/**
 * @param {string} file the table's file name, for messages
 * @param {string} text its JSON
 * @returns {Table}
 */
export function parseTable(file, text) {
  const table = /** @type {Table} */ (JSON.parse(text));
  if (file !== `${table.subject}.json`) throw new Error(`${file}: its subject is "${table.subject}"`);
  const names = new Set();
  for (const { name, article, expect, ...rest } of table.cases) {
    if (!name || names.has(name)) throw new Error(`${file}: the name "${name}" is missing or stands twice`);
    if (!article || typeof article.text !== 'string') throw new Error(`${file}: "${name}" has no article`);
    if (!expect || Object.keys(expect).length === 0) throw new Error(`${file}: "${name}" expects nothing`);
    if (Object.keys(rest).length > 0) throw new Error(`${file}: "${name}" has unknown keys ${Object.keys(rest)}`);
    names.add(name);
  }
  return table;
}

/**
 * @param {Engine} engine
 * @param {Table[]} tables
 * @param {(line: string) => void} print
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runTables(engine, tables, print) {
  const inputs = tables.flatMap((table) => table.cases.map(({ article }, index) => (
    { title: null, published: null, outlet: null, source: 'text', ...article, id: `${table.subject}/${index}` })));
  const readings = await engine.read(inputs);
  if (readings.length !== inputs.length) throw new Error(`${inputs.length} articles gave ${readings.length} readings`);
  const total = { passed: 0, failed: 0 };
  let at = 0;
  for (const table of tables) {
    let failed = 0;
    for (const { name, expect } of table.cases) {
      const reading = readings[at++];
      const faults = reading.error && !expect.error ? [`error: ${JSON.stringify(reading.error)}`] : compare(reading, expect);
      if (faults.length === 0) continue;
      failed += 1;
      print(`  FAILED ${table.subject}: ${name}\n    ${JSON.stringify(reading.text ?? null)}\n${faults.map((fault) => `    ${fault}\n`).join('')}`);
    }
    print(`  ${table.subject} (${engine.name}): ${table.cases.length - failed} passed, ${failed} failed`);
    total.failed += failed;
    total.passed += table.cases.length - failed;
  }
  return total;
}
