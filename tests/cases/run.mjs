#!/usr/bin/env node
/**
 * Runs the case tables.
 * usage: run.mjs [--engine native|node|browser] [--binary build/native/readout] [SUBJECT...]
 *
 * @module
 */

import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { browserEngine, nativeEngine, nodeEngine } from './engines.mjs';
import { parseTable, runTables } from './tables.mjs';

const folder = new URL('./', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'native' },
    binary: { type: 'string', default: fileURLToPath(new URL('../../build/native/readout', folder)) },
  },
});

/** @returns {Promise<import('./tables.mjs').Engine>} */
async function openEngine() {
  if (values.engine === 'native') return nativeEngine(values.binary);
  if (values.engine === 'node') return nodeEngine();
  if (values.engine === 'browser') return browserEngine();
  throw new Error(`there is no engine ${values.engine}`);
}

const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
const wanted = positionals.length === 0 ? files : files.filter((file) => positionals.includes(file.slice(0, -5)));
if (wanted.length < positionals.length) throw new Error(`some of ${positionals} have no table; there are ${files}`);
const tables = await Promise.all(wanted.map(async (file) => parseTable(file, await readFile(new URL(file, folder), 'utf8'))));

const engine = await openEngine();
const total = await runTables(engine, tables, (line) => console.log(line));
await engine.close();
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
