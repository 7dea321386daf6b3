// The loader and the byte boundary, on the built module.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CoreError, Engine, EngineTrap } from '../../web/engine/loader.js';
import { compile, startEngine } from './support.mjs';

const article = { id: 'a.txt', text: 'LISBON — “We agree,” said Elena Varga.\n\nShe left.\n', title: 'Varga agrees', source: 'text' };
const withCode = (code) => (error) => error instanceof CoreError && error.code === code;

test('an engine without its model refuses to read, and says so by code', async () => {
  const engine = await Engine.start(compile());
  assert.equal(JSON.parse(engine.text({ op: 'version' })).model, '');
  assert.throws(() => engine.call({ op: 'read' }, JSON.stringify(article)), withCode('no-model'));
});

test('an error leaves the engine usable', async () => {
  const engine = await startEngine();
  assert.throws(() => engine.call({ op: 'add' }, '{"id":'), withCode('json-invalid'));
  assert.throws(() => engine.call({ op: 'model' }, new Uint8Array(100)), CoreError);
  const reading = engine.call({ op: 'read' }, JSON.stringify(article));
  assert.equal(JSON.parse(engine.text({ op: 'add' }, reading)).duplicate, false);
});

test('a large payload passes both ways, and the heap grows for it', async () => {
  const engine = await startEngine();
  const before = engine.heapBytes;
  const text = `${'Elena Varga said nothing of note. '.repeat(60)}\n\n`.repeat(4000);
  const lines = engine.text({ op: 'open', name: 'long.txt' }, text).trimEnd().split('\n');
  assert.equal(lines.length, 1);
  assert.ok(JSON.parse(lines[0]).text.length > 8e6);
  assert.ok(engine.heapBytes > before);
});

test('a trap ends the engine, and every later call says so', async () => {
  const engine = await startEngine();
  const { ro_call: call } = engine.exports;
  engine.exports = { ...engine.exports, ro_call: (service) => call(service, 0xfffffff0, 0x100) };
  assert.throws(() => engine.call({ op: 'version' }), EngineTrap);
  assert.throws(() => engine.call({ op: 'version' }), EngineTrap);
  assert.equal(engine.heapBytes, 0);
});

test('two engines of one module share nothing', async () => {
  const [one, two] = [await startEngine(), await startEngine()];
  one.call({ op: 'add' }, one.call({ op: 'read' }, JSON.stringify(article)));
  assert.equal(JSON.parse(one.text({ op: 'collate' })).articles, 1);
  assert.equal(JSON.parse(two.text({ op: 'collate' })).articles, 0);
});

test('a held article is read again with a passage restored and its outlet and day set', async () => {
  const engine = await startEngine();
  const page = JSON.stringify({ ...article, source: 'page', text: `🙂 Menu\n\n${article.text}` });
  const { key } = JSON.parse(engine.text({ op: 'add' }, engine.call({ op: 'read' }, page)));
  const ask = (question) => JSON.parse(engine.text({ op: 'ask', question }));
  const given = { restored: [{ begin: 0, end: 7 }], outlet: 'The Courier', published: '2023-05-24' };
  const { line } = ask({ kind: 'input', key, ...given });
  const again = JSON.parse(engine.text({ op: 'add' }, engine.call({ op: 'read' }, line)));
  assert.deepEqual(again, { key, duplicate: false, replaced: true });
  const view = ask({ kind: 'article', key });
  assert.ok(view.blocks.every((block) => block.begin > 6 || block.kind === 'body'));
  assert.equal(view.row.outlet, 'The Courier');
  assert.equal(view.row.published.value, '2023-05-24');
});
