/**
 * Runs the command line for the tests.
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const binary = process.env.READOUT ?? fileURLToPath(new URL('../../build/native/readout', import.meta.url));

/** @typedef {{status: number|null, out: string, err: string, lines: any[]}} Outcome `lines`: standard output's JSON lines */

/**
 * @param {string[]} args
 * @param {string|Buffer} [input]
 * @param {string} [cwd]
 * @returns {Promise<Outcome>}
 */
export function readout(args, input = '', cwd = undefined) {
  return new Promise((resolve, reject) => {
    const program = spawn(binary, args, { cwd });
    /** @type {Buffer[]} */
    const out = [];
    /** @type {Buffer[]} */
    const err = [];
    program.stdout.on('data', (chunk) => out.push(chunk));
    program.stderr.on('data', (chunk) => err.push(chunk));
    program.stdin.on('error', () => {});  // a program that refuses its arguments reads nothing
    program.on('error', reject);
    program.on('close', (status) => {
      const text = Buffer.concat(out).toString('utf8');
      const lines = text.startsWith('{') ? text.trimEnd().split('\n').map((line) => JSON.parse(line)) : [];
      resolve({ status, out: text, err: Buffer.concat(err).toString('utf8'), lines });
    });
    program.stdin.end(input);
  });
}

/** @param {{[key: string]: unknown}[]} records @returns {string} */
export const ndjson = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

/**
 * A folder that is gone after the test.
 * @param {import('node:test').TestContext} test
 * @returns {string}
 */
export function folderFor(test) {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  test.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A news-like text of about `bytes` bytes, another for each `seed`. @param {number} seed @param {number} bytes @returns {string} */
export function article(seed, bytes) {
  const names = ['Anna Lindqvist', 'Prime Minister Tomas Berg', 'the Ministry of Transport', 'Mr Berg', 'Ostland'];
  const deeds = ['said on Tuesday that', 'told reporters in Vessel that', 'denied that', 'confirmed in a letter that'];
  const things = ['trade grew 1.6% to $240 billion', 'the talks would resume on 3 May', 'some 300 people had left', '“nothing is decided”'];
  const sentences = [];
  for (let i = seed, size = 0; size < bytes; ++i) {
    const sentence = `${names[i % 5]} ${deeds[(i * 7 + seed) % 4]} ${things[(i * 3 + (seed >> 2)) % 4]}.`;
    sentences.push(sentence);
    size += sentence.length + 1;
  }
  return sentences.join(sentences.length % 2 === 0 ? ' ' : '\n\n');
}
