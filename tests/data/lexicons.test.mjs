// The lexicons' common form: core/data/*.tsv, and core/data/built_in/*.tsv. What a lexicon's words mean is tested beside the stage that uses it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../core/data/', import.meta.url);

const names = ['', 'built_in/'].flatMap((part) => readdirSync(new URL(part, folder)).filter((file) => file.endsWith('.tsv')).map((file) => part + file));

for (const name of names.sort()) {
  const bytes = readFileSync(new URL(name, folder));
  const lines = bytes.toString('utf8').split('\n');
  const head = lines.slice(0, lines.findIndex((line) => !line.startsWith('#')));
  const rows = lines.slice(head.length, -1);

  test(`${name}: valid UTF-8 in whole lines`, () => {
    new TextDecoder('utf8', { fatal: true, ignoreBOM: true }).decode(bytes);
    assert.equal(lines.at(-1), '', 'the last line ends');
    const odd = lines.filter((line) => /[\r\ufeff\u0000-\u0008]| $|\t$| \t|\t /.test(line) && !line.startsWith('#'));
    assert.deepEqual(odd, []);
  });

  test(`${name}: says what it is, where it is from and on what terms`, () => {
    assert.ok(head.length >= 2);
    assert.match(head.join(' '), /CC0|CC BY|MIT|Apache|public domain/i);
    assert.match(head.join(' '), /compiled|collected|written|fitted|source|from/i);
  });

  test(`${name}: rows are sorted, different and of one width`, () => {
    assert.ok(rows.length > 0);
    assert.deepEqual(rows.filter((row) => row === '' || row.startsWith('#')), [], 'comments stand at the head');
    const keys = rows.map((row) => Buffer.from(row.split('\t')[0]));
    const unsorted = rows.filter((_, i) => i > 0 && Buffer.compare(keys[i - 1], keys[i]) > 0);
    assert.deepEqual(unsorted, []);
    assert.equal(new Set(rows).size, rows.length, 'no row stands twice');
    const width = rows[0].split('\t').length;
    assert.deepEqual(rows.filter((row) => row.split('\t').length !== width), []);
  });
}
