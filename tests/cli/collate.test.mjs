// `readout collate`
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { article, folderFor, ndjson, readout } from './support.mjs';

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

test('five hundred articles: order and threads change no byte', async () => {
  const records = Array.from({ length: 500 }, (_, i) => {
    const town = `V${'aeiou'[i % 5]}s${'bdfgklmnprt'[Math.floor(i / 5) % 11]}holm${i % 100}`;
    const text = `Flood at ${town}\n\nThe river at ${town} rose by ${i % 9 + 2} metres, Mayor Karl Brandt${i % 100} said on Tuesday.\n\n`
      + `Rescuers brought ${20 + i % 7} people out of ${town} by boat.`;
    return { id: `n${i}`, text, published: `2023-05-${10 + i % 20}`, source: 'text' };
  });
  const one = (await readout(['read', '--ndjson'], ndjson(records))).out;
  assert.equal((await readout(['read', '--ndjson', '-j4'], ndjson(records))).out, one);
  const { out } = await readout(['collate', '--json'], one);
  assert.equal(JSON.parse(out).articles.length, 500);
  const lines = one.trimEnd().split('\n');
  const dealt = [0, 1, 2, 3, 4, 5, 6].flatMap((start) => lines.filter((_, i) => i % 7 === start).reverse());
  assert.equal((await readout(['collate', '--json', '-j4'], `${dealt.join('\n')}\n`)).out, out);
});

test('the reader’s rules come before what is inferred', async (t) => {
  const folder = folderFor(t);
  const rules = join(folder, 'rules.json');
  // The page's own rules, on what is read, may stand among them.
  writeFileSync(rules, JSON.stringify({ schema: 'readout/rules/1', rules: [
    { do: 'masthead', article: 'x', outlet: 'The Post' }, { rule: 'merge-stories', articles: ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'] },
    { rule: 'rename-entity', entities: [{ name: 'Anna Lindqvist' }], name: 'Anna L. Lindqvist' }] }));
  const input = await readings();
  const { status, out } = await readout(['collate', '--json', '--rules', rules], input);
  assert.equal(status, 0);
  const dossier = JSON.parse(out);
  assert.equal(dossier.stories.length, 1);
  assert.equal(dossier.stories[0].decided, true);
  const renamed = dossier.entities.find((/** @type {any} */ { name }) => name === 'Anna L. Lindqvist');
  assert.ok(renamed?.decided);
  assert.ok(renamed.aliases.includes('Anna Lindqvist'));
  writeFileSync(rules, '{"rules":[{"rule":"fly"}]}');
  const faulty = await readout(['collate', '--rules', rules], input);
  assert.equal(faulty.status, 2);
  assert.match(faulty.err, /rules-invalid: Rule 1/);
  assert.equal((await readout(['collate', '--rules', join(folder, 'none.json')], '')).status, 2);
  assert.equal((await readout(['read', '--rules', rules, rules])).status, 2);
});

test('no readings make an empty dossier', async () => {
  const { status, out } = await readout(['collate', '--json'], '');
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(out).articles, []);
});
