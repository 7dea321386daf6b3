// `readout read FILE|FOLDER...`
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { folderFor, readout } from './support.mjs';

/** @param {string} folder @param {string} name @param {string|Buffer} bytes */
function put(folder, name, bytes) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

const kText = 'The minister left Vessel on Tuesday, her office said.\n';

test('folders are read by path; names stay inside them and name what they came from', async (t) => {
  const folder = folderFor(t);
  for (const name of ['b.txt', 'a/z.txt', 'a/b.txt', 'c.md', 'a.txt', '.hidden/x.txt', '.DS_Store']) put(folder, name, kText);
  const { status, lines } = await readout(['read', folder]);
  assert.equal(status, 0);
  assert.deepEqual(lines.map(({ id }) => id), ['a/b.txt', 'a/z.txt', 'a.txt', 'b.txt', 'c.md']);
  const { name, begin, end } = lines[0].file;
  assert.deepEqual({ name, begin, end }, { name: 'a/b.txt', begin: 0, end: kText.length });
  assert.equal((await readout(['read', '-j4', folder])).out, (await readout(['read', folder])).out);
});

test('two files of one name keep apart', async (t) => {
  const folder = folderFor(t);
  put(folder, 'a/x.txt', kText);
  put(folder, 'b/x.txt', kText);
  const { status, lines } = await readout(['read', 'a/x.txt', 'b/x.txt'], '', folder);
  assert.equal(status, 0);
  assert.deepEqual(lines.map(({ id }) => id), ['x.txt', 'b/x.txt']);
});

test('what is no article is named with a reason, and the others go on', async (t) => {
  const folder = folderFor(t);
  put(folder, 'a-binary.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]));
  put(folder, 'b-empty.txt', '');
  put(folder, 'c-paper.pdf', '%PDF-1.4');
  put(folder, 'd-large.txt', '');
  truncateSync(join(folder, 'd-large.txt'), 200 * 1024 * 1024);
  put(folder, 'e-blank.txt', ' \n\n ');
  put(folder, 'f-good.txt', kText);
  symlinkSync('.', join(folder, 'g-loop'));
  const { status, lines, err } = await readout(['read', folder, join(folder, 'nowhere.txt')]);
  assert.equal(status, 1);
  assert.deepEqual(lines.map(({ id, error }) => [id.replace(/.*nowhere/, 'nowhere'), error?.code]), [
    ['a-binary.txt', 'binary-file'], ['b-empty.txt', 'empty-file'], ['c-paper.pdf', 'unsupported-format'],
    ['d-large.txt', 'file-too-large'], ['e-blank.txt', 'empty-text'], ['f-good.txt', undefined], ['g-loop', 'unreadable'],
    ['nowhere.txt', 'not-found'],
  ]);
  assert.equal(err.trimEnd().split('\n').length, 7);
  assert.match(err, /^readout: c-paper.pdf: unsupported-format: \w.+\.$/m);
});

test('a file that is no UTF-8 is read all the same', async (t) => {
  const folder = folderFor(t);
  put(folder, 'latin.txt', Buffer.from(kText.replace('Vessel', 'Cr\xe9teil \x93centre\x94'), 'latin1'));
  put(folder, 'utf16.txt', Buffer.from(`\ufeff${kText}`, 'utf16le'));
  put(folder, 'wrong.txt', Buffer.concat([Buffer.from('Zoë '), Buffer.from([0xff, 0xc3]), Buffer.from(` é ${kText}`)]));
  const { status, lines } = await readout(['read', folder]);
  assert.equal(status, 0);
  assert.match(lines[0].text, /Créteil “centre” on Tuesday/);
  assert.equal(lines[1].text, kText);
  assert.match(lines[2].text, /The minister left Vessel/);
});
