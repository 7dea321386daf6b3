// `readout read --ndjson`: a line in, a line out.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { article, ndjson, readout } from './support.mjs';

const MiB = 1 << 20;

test('each record gives one reading, in order, with its id', async () => {
  const ids = ['b', 'a', 'ü 😀', '1'];
  const { status, lines, err } = await readout(['read', '--ndjson'], ndjson(ids.map((id, i) => ({ id, text: article(i, 300) }))));
  assert.equal(status, 0);
  assert.equal(err, '');
  assert.deepEqual(lines.map(({ id }) => id), ids);
  assert.ok(lines.every(({ schema }) => schema === 'readout/reading/1'));
  assert.ok(lines.every(({ tokens }) => tokens === undefined));
});

test('tokens come when they are asked for', async () => {
  const { lines } = await readout(['read', '--ndjson', '--tokens'], ndjson([{ id: 'a', text: 'Ann spoke.', source: 'text' }]));
  assert.deepEqual(lines[0].tokens.map((/** @type {any} */ { begin, end }) => [begin, end]), [[0, 3], [4, 9], [9, 10]]);
});

test('any number of threads gives the same bytes', async () => {
  const input = ndjson(Array.from({ length: 60 }, (_, i) => ({ id: `${i}`, text: article(i, i % 7 === 0 ? 20000 : 400) })));
  const one = await readout(['read', '--ndjson', '-j', '1'], input);
  for (const jobs of ['-j2', '-j8', '-j0']) assert.equal((await readout(['read', '--ndjson', jobs], input)).out, one.out);
});

test('what cannot be read gives an error in its place and is named; the others go on', async () => {
  const deep = `{"id":"deep","text":"x","more":${'['.repeat(100000)}${']'.repeat(100000)}}`;
  const records = [
    '{"id":"first","text":"Some words."}',
    'nonsense',
    '[]',
    '{"id":"no text"}',
    '{"text":"no id"}',
    '{"id":"empty","text":" \\n "}',
    '{"id":"date","text":"x","published":"2023-13-01"}',
    deep,
    '{"id":"cut","text":"half of it',
    '{"id":"first","text":"The same id again."}',
    '',
    '{"id":"last","text":"Some words."}',
  ];
  for (const jobs of ['-j1', '-j3']) {
    const { status, lines, err } = await readout(['read', '--ndjson', jobs], `${records.join('\n')}\n`);
    assert.equal(status, 1);
    assert.deepEqual(lines.map(({ id, error }) => [id, error?.code]), [
      ['first', undefined], [null, 'json-invalid'], [null, 'not-an-article'], ['no text', 'not-an-article'],
      [null, 'not-an-article'], ['empty', 'empty-text'], ['date', 'bad-date'], ['deep', 'json-too-deep'],
      ['cut', 'json-invalid'], ['first', 'duplicate-id'], ['last', undefined],
    ]);
    assert.ok(lines.filter(({ error }) => error).every(({ error }) => error.message.endsWith('.')));
    const named = err.trimEnd().split('\n');
    assert.equal(named.length, 9);
    assert.match(named[0], /^readout: line 2: json-invalid at byte 1: \w.+\.$/);
    assert.match(named[8], /^readout: first: duplicate-id: \w.+\.$/);
  }
});

test('wrong bytes and half surrogates never stop an article', async () => {
  const input = Buffer.concat([
    Buffer.from('{"id":"a","text":"caf'), Buffer.from([0xe9, 0xff]), Buffer.from(' \\ud83d x \\udc00 \\ud83d\\ude00"}\n'),
  ]);
  const { status, lines } = await readout(['read', '--ndjson'], input);
  assert.equal(status, 0);
  assert.equal(lines[0].text, 'caf�� � x � 😀');
});

test('the last line needs no line end, and Windows line ends are line ends', async () => {
  const { status, lines } = await readout(['read', '--ndjson'], '{"id":"a","text":"x"}\r\n\r\n{"id":"b","text":"y"}');
  assert.equal(status, 0);
  assert.deepEqual(lines.map(({ id }) => id), ['a', 'b']);
});

test('a line beyond the limit is an error with its id, and reading goes on', async () => {
  const input = Buffer.concat([
    Buffer.from('{"id":"long","text":"'), Buffer.alloc(65 * MiB, 0x61), Buffer.from('"}\n{"id":"after","text":"x"}\n'),
  ]);
  const { status, lines } = await readout(['read', '--ndjson'], input);
  assert.equal(status, 1);
  assert.deepEqual(lines.map(({ id, error }) => [id, error?.code]), [['long', 'line-too-long'], ['after', undefined]]);
});

test('nothing in, nothing out', async () => {
  const { status, out } = await readout(['read', '--ndjson'], '');
  assert.equal(status, 0);
  assert.equal(out, '');
});
