// `readout collate`
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { article, ndjson, readout } from './support.mjs';

/** @param {string[]} options @returns {Promise<string>} */
async function readings(options = []) {
  const records = Array.from({ length: 8 }, (_, i) => (
    { id: `n${i}`, text: article(i, 1500), outlet: `Outlet ${i}`, published: `2023-05-2${i}`, source: 'text' }));
  return (await readout(['read', '--ndjson', ...options], ndjson(records))).out;
}

test('the dossier does not depend on order, threads or tokens', async () => {
  const plain = await readings();
  const { status, out } = await readout(['collate', '--json'], plain);
  assert.equal(status, 0);
  const dossier = JSON.parse(out);
  assert.equal(dossier.schema, 'readout/dossier/1');
  assert.deepEqual(dossier.articles.map((/** @type {any} */ { id }) => id), ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7']);
  const backwards = `${plain.trimEnd().split('\n').reverse().join('\n')}\n`;
  assert.equal((await readout(['collate', '--json'], backwards)).out, out);
  assert.equal((await readout(['collate', '--json', '-j4'], plain)).out, out);
  assert.equal((await readout(['collate', '--json'], await readings(['--tokens']))).out, out);
});

test('error records and lines that are no readings are named and passed over', async () => {
  const good = (await readings()).split('\n');
  const input = [
    good[0], '{"id":"bad.pdf","error":{"code":"unsupported-format","message":"This is no plain text.","offset":null}}', good[1],
    'nonsense', '{"id":"x","text":"an input, not a reading"}', good[0], '',
  ].join('\n');
  const { status, out, err } = await readout(['collate', '--json'], input);
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(out).articles.map((/** @type {any} */ { id }) => id), ['n0', 'n1']);
  assert.deepEqual(err.trimEnd().split('\n').map((line) => line.split(':').slice(1, 3).join(':').trim()), [
    'bad.pdf: unsupported-format', 'line 4: json-invalid at byte 1', 'x: not-a-reading at byte 0', 'n0: duplicate-id']);
});

test('without --json it tells people', async () => {
  const { status, out } = await readout(['collate'], await readings());
  assert.equal(status, 0);
  assert.match(out, /^8 articles, \d+ stor/);
  assert.match(out, /Outlet 3, 2023-05-23 \(given\)/);
});

test('no readings make an empty dossier', async () => {
  const { status, out } = await readout(['collate', '--json'], '');
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(out).articles, []);
});
