/**
 * The engines that cases run in: the native program, and readout.wasm in Node and in Chromium.
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { serve } from '../../web/serve.mjs';
import { readWithWasm } from './wasm_reader.js';

/** @typedef {import('./compare.mjs').JsonObject} JsonObject */
/** @typedef {import('./tables.mjs').Engine} Engine */

const kRoot = new URL('../../', import.meta.url);
const kWasm = 'build/wasm/readout.wasm';
const kModel = 'build/native/readout.model';

/** @param {string} binary path of `readout` @returns {Promise<Engine>} */
export async function nativeEngine(binary) {
  return { name: 'native', read: (inputs) => readNatively(binary, inputs), close: async () => {} };
}

/**
 * @param {string} binary
 * @param {JsonObject[]} inputs
 * @returns {Promise<JsonObject[]>}
 */
function readNatively(binary, inputs) {
  return new Promise((resolve, reject) => {
    // Cases may expect errors, which the program also names on standard error.
    const program = spawn(binary, ['read', '--ndjson', '--tokens'], { stdio: ['pipe', 'pipe', 'ignore'] });
    /** @type {Buffer[]} */
    const chunks = [];
    program.on('error', reject);
    program.stdout.on('data', (chunk) => chunks.push(chunk));
    program.on('close', (status) => {
      if (status !== 0 && status !== 1) return reject(new Error(`${binary} exited with ${status}`));
      const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter((line) => line !== '');
      return resolve(lines.map((line) => JSON.parse(line)));
    });
    program.stdin.on('error', () => {});  // said by the exit status
    program.stdin.end(inputs.map((input) => `${JSON.stringify(input)}\n`).join(''));
  });
}

/** @returns {Promise<Engine>} */
export async function nodeEngine() {
  const [wasm, model] = await Promise.all([kWasm, kModel].map((path) => readFile(new URL(path, kRoot))));
  return { name: 'wasm in Node', read: (inputs) => readWithWasm(wasm, model, inputs), close: async () => {} };
}

/**
 * In Chromium; the repository's folder is served on this machine for its modules.
 *
 * @returns {Promise<Engine>}
 */
export async function browserEngine() {
  // Loaded only here: the other engines need no npm packages.
  const { launchChromium } = await import('../browser/harness.mjs');
  const { address, close } = await serve(fileURLToPath(kRoot));
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${address}tests/cases/contract.json`);  // any page of that origin
  return {
    name: 'wasm in Chromium',
    read: async (inputs) => JSON.parse(await page.evaluate(async ({ reader, parts, articles }) => {
      const { readWithWasm } = await import(reader);
      const [wasm, model] = await Promise.all(parts.map(async (part) => (await fetch(part)).arrayBuffer()));
      return JSON.stringify(await readWithWasm(wasm, new Uint8Array(model), JSON.parse(articles)));
    }, {
      reader: `${address}tests/cases/wasm_reader.js`,
      parts: [address + kWasm, address + kModel],
      articles: JSON.stringify(inputs),
    })),
    close: async () => {
      await browser.close();
      await close();
    },
  };
}
