/**
 * Engines that run in Node: the native program, and the WebAssembly module.
 *
 * @module
 */

import { spawn } from 'node:child_process';

/** @typedef {import('./compare.mjs').JsonObject} JsonObject */
/** @typedef {import('./tables.mjs').Engine} Engine */

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
