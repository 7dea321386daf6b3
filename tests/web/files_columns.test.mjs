/** Tables: which column holds what, and the days in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlesOf, guessColumns } from '../../web/files/columns.js';
import { dayReader } from '../../web/files/days.js';
import { recognise } from '../../web/files/kinds.js';
import { changedLimits, kUsualLimits } from '../../web/files/limits.js';
import { safeName } from '../../web/files/zip_directory.js';

const story = 'The ministers met on Tuesday and signed five agreements on trade and gas. '.repeat(6);

/** @param {string[]} columns @param {string[][]} rows */
const named = (columns, rows) => {
  const { text, title, outlet, published, id } = guessColumns(columns, rows);
  return { text: columns[text], title: columns[title], outlet: columns[outlet], published: columns[published], id: columns[id] };
};

test('columns are known by their names and by what stands in them', () => {
  assert.deepEqual(
    named(['url', 'date', 'title', 'text'], [['https://a.example/1', '2020-01-02', 'A bridge opens at last', story], ['https://a.example/2', '2020-01-03', 'Ferry line closes', story]]),
    { text: 'text', title: 'title', outlet: undefined, published: 'date', id: 'url' },
  );
  assert.deepEqual(
    named(['source.id', 'source.name', 'headline', 'publishedAt', 'description', 'content'], [['x', 'The Post', 'A bridge opens at last', '2020-01-02T10:00:00Z', 'A short word on it', story]]),
    { text: 'content', title: 'headline', outlet: 'source.name', published: 'publishedAt', id: 'source.id' },
  );
});

test('a column without a telling name is the text where it holds the articles', () => {
  assert.equal(named(['a', 'b'], [['1', story], ['2', story]]).text, 'b');
});

test('a table of short cells has no text, whatever its columns are called', () => {
  assert.equal(named(['id', 'text'], [['1', 'yes'], ['2', 'no']]).text, undefined);
});

test('rows become articles with names of their own; empty and undated ones are counted', () => {
  const table = { name: 'a.csv', columns: ['id', 'text', 'date'], rows: [['x', story, '2020-01-02'], ['x', story, 'soon'], ['y', '', '']], guess: guessColumns([], []) };
  const { inputs, empty, undated } = articlesOf(table, { text: 1, title: -1, outlet: -1, published: 2, id: 0, source: 'text' });
  assert.deepEqual(inputs.map(({ id, published }) => [id, published]), [['a.csv#x', '2020-01-02'], ['a.csv#2', null]]);
  assert.deepEqual([empty, undated], [1, 1]);
});

test('days are read in the forms that tables have, and only where they can mean one day', () => {
  /** @param {string} cell @param {string[]} [others] */
  const day = (cell, others = []) => dayReader([cell, ...others])(cell);
  assert.equal(day('2023-05-24T10:00:00+02:00'), '2023-05-24');
  assert.equal(day('20230524'), '2023-05-24');
  assert.equal(day('Wed, 24 May 2023 10:00:00 GMT'), '2023-05-24');
  assert.equal(day('May 24th, 2023'), '2023-05-24');
  assert.equal(day('1684915200'), '2023-05-24');
  assert.equal(day('04/05/2023'), null);
  assert.equal(day('04/05/2023', ['24/05/2023']), '2023-05-04');
  assert.equal(day('04/05/2023', ['05/24/2023']), '2023-04-05');
  assert.equal(day('2023-02-30'), null);
  assert.equal(day('soon'), null);
});

test('what a file holds outranks what it is called', () => {
  const head = (/** @type {string} */ text) => Uint8Array.from(Buffer.from(text, 'latin1'));
  assert.deepEqual(recognise('a.csv', head('PK\x03\x04')), { kind: 'archive' });
  assert.ok('later' in recognise('a.html', head('%PDF-1.7')));
  assert.ok('later' in recognise('a.docx', head('PK\x03\x04')));
  assert.ok('later' in recognise('a.eml', head('Received: from')));
  assert.deepEqual(recognise('saved', head('\n<!DOCTYPE html><html>')), { kind: 'page' });
  assert.deepEqual(recognise('rules.json', head('{"schema":"readout/rules/1","rules":[]}')), { kind: 'rules' });
  assert.deepEqual(recognise('a.json', head('[{"text":')), { kind: 'list' });
  assert.deepEqual(recognise('notes.txt', head('')), { kind: 'text' });
});

test('names in archives are only names', () => {
  assert.equal(safeName('../../etc/passwd'), 'etc/passwd');
  assert.equal(safeName('C:\\temp\\a.txt'), 'temp/a.txt');
  assert.equal(safeName('/abs/./x\u202etxt.exe'), 'abs/xtxt.exe');
  assert.equal(safeName('a\u0000b\n.txt'), 'ab.txt');
});

test('limits can be changed within what can be borne', () => {
  const limits = changedLimits(kUsualLimits, { rows: 5, fileMegabytes: 100000, zipRatio: 0.5 });
  assert.deepEqual(limits, { ...kUsualLimits, rows: 5 });
});
