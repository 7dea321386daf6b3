/** The desk's worker is told what the reader decided, before it collates, and again when it is laid out anew. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Desk } from '../../web/engine/desk.js';

/** @typedef {import('../../web/engine/messages.js').ToWorker} ToWorker */

/** Workers in the order of their making. @type {FakeWorker[]} */
let workers = [];
/** The operation on which the first worker stops. */
let trapOn = '';

/** Answers every call at once, and keeps what it was asked. */
class FakeWorker {
  /** @type {{op: string, text: string}[]} */
  calls = [];
  /** @type {(event: {data: import('../../web/engine/messages.js').FromWorker}) => void} */
  onmessage = () => {};

  constructor() {
    workers.push(this);
  }

  /** @param {ToWorker} message */
  postMessage(message) {
    if (message.type !== 'job' || message.job.kind !== 'call') return;
    const { header, payload } = message.job;
    this.calls.push({ op: header.op, text: payload ? new TextDecoder().decode(payload) : '' });
    const traps = workers[0] === this && header.op === trapOn;
    queueMicrotask(() => this.onmessage({ data: traps
      ? { type: 'failed', id: message.id, error: { code: 'engine-trap', message: 'unreachable' }, trapped: true }
      : { type: 'done', id: message.id, result: /** @type {ArrayBuffer} */ (new TextEncoder().encode('{"key":"k"}').buffer), memory: 1 } }));
  }

  terminate() {}
}

/** @param {string} text */
const buffer = (text) => /** @type {ArrayBuffer} */ (new TextEncoder().encode(text).buffer);

/** @param {() => AsyncIterable<ArrayBuffer>} again */
function startDesk(again) {
  const module = /** @type {Promise<WebAssembly.Module>} */ (/** @type {unknown} */ (Promise.resolve({})));
  return new Desk({ source: 'blob:', module, model: Promise.resolve(null) }, again);
}
const nothing = async function* () {};

beforeEach(() => {
  workers = [];
  trapOn = '';
  Object.assign(globalThis, { Worker: FakeWorker });
});

test('rules are sent once for each change of them', async () => {
  const desk = startDesk(nothing);
  await desk.setRules('{"rules":[]}');
  assert.deepEqual(workers[0]?.calls, [], 'no rules are what it begins with');
  for (const json of ['{"rules":[1]}', '{"rules":[1]}', '{"rules":[]}']) await desk.setRules(json);
  assert.deepEqual(workers[0]?.calls, [{ op: 'rules', text: '{"rules":[1]}' }, { op: 'rules', text: '{"rules":[]}' }]);
});

test('a desk that trapped is laid out again with the rules, then the readings', async () => {
  const desk = startDesk(async function* () {
    yield buffer('a');
    yield buffer('b');
  });
  await desk.setRules('{"rules":[1]}');
  trapOn = 'collate';
  await assert.rejects(desk.collate(), { code: 'engine-trap' });
  await desk.collate();
  assert.deepEqual(workers[1]?.calls, [{ op: 'rules', text: '{"rules":[1]}' }, { op: 'add', text: 'a' }, { op: 'add', text: 'b' }, { op: 'collate', text: '' }]);
});
