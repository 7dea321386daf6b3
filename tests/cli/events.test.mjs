// `readout events`
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ndjson, readout } from './support.mjs';

const text = 'Prime Minister Mark Rutte met Chinese Foreign Minister Qin Gang in The Hague on Tuesday. Russia condemned Ukraine on Monday.';

/** @returns {Promise<string>} */
async function readings() {
  const records = [{ id: 'a', text, published: '2023-05-24', source: 'text' }, { id: 'b', text: `Yesterday. ${text}`, source: 'text' }];
  return (await readout(['read', '--ndjson'], ndjson(records))).out;
}

test('PLOVER records come one a line, with ids of their own, whatever the threads', async () => {
  const given = await readings();
  const { status, out } = await readout(['events', '--plover'], given);
  assert.equal(status, 0);
  const records = out.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.ok(records.length >= 2);
  assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
  const met = records.find(({ id, event }) => id.startsWith('a/') && event[0] === 'CONSULT');
  assert.equal(text.slice(met.text_info.start, met.text_info.end), met.event_text[0]);
  assert.equal((await readout(['events', '--plover', '-j4'], given)).out, out);
});

test('without --plover it is a table; wrong usage is told', async () => {
  const { status, out } = await readout(['events'], await readings());
  assert.equal(status, 0);
  assert.match(out, /^\uFEFFarticle,outlet,published,story,words,code,quad,/);
  assert.equal((await readout(['events', 'a.txt'], '')).status, 2);
  assert.equal((await readout(['read', '--plover'], '')).status, 2);
  assert.equal((await readout(['events', '--plover'], 'nonsense\n')).status, 1);
  assert.equal((await readout(['events', '--plover'], '')).out, '');
});
