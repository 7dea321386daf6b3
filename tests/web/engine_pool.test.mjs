/** The pool and its workers' ends, with workers that do what the test tells them. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Pool } from '../../web/engine/pool.js';

/** @typedef {import('../../web/engine/messages.js').FromWorker} FromWorker */

/** Workers in the order of their making. @type {FakeWorker[]} */
let workers = [];

class FakeWorker {
  /** Jobs that wait for an answer. @type {{id: number, name: string}[]} */
  jobs = [];
  ended = false;
  /** @type {(event: {data: FromWorker}) => void} */
  onmessage = () => {};
  /** @type {(event: {message: string, preventDefault: () => void}) => void} */
  onerror = () => {};

  constructor() {
    workers.push(this);
  }

  /** @param {import('../../web/engine/messages.js').ToWorker} message */
  postMessage(message) {
    if (message.type === 'job' && message.job.kind === 'open') this.jobs.push({ id: message.id, name: message.job.name });
    if (message.type === 'job' && message.job.kind === 'call') this.jobs.push({ id: message.id, name: message.job.header.op });
  }

  terminate() {
    this.ended = true;
  }

  done(memory = 1) {
    const job = this.jobs.shift();
    assert.ok(job, 'it has a job');
    this.onmessage({ data: { type: 'done', id: job.id, result: new ArrayBuffer(0), memory } });
    return settle();
  }

  trap() {
    const job = this.jobs.shift();
    assert.ok(job, 'it has a job');
    this.onmessage({ data: { type: 'failed', id: job.id, error: { code: 'engine-trap', message: 'unreachable' }, trapped: true } });
    return settle();
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const alive = () => workers.filter(({ ended }) => !ended);
/** What is being worked on now. */
const running = () => alive().flatMap(({ jobs }) => jobs.map(({ name }) => name));

/** @param {number} size */
async function startPool(size) {
  const module = /** @type {Promise<WebAssembly.Module>} */ (/** @type {unknown} */ (Promise.resolve({})));
  const pool = new Pool({ source: 'blob:', module, model: Promise.resolve(null) }, size);
  await settle();
  return pool;
}

/**
 * Puts a job in, and its end into a list.
 * @param {Pool} pool
 * @param {string} name
 * @param {string[]} ends
 * @param {'open'|'call'} [kind]  of which 'call' goes with the articles
 */
function put(pool, name, ends, kind = 'open') {
  const job = kind === 'open' ? { kind, name, file: new Blob() } : { kind, header: { op: name }, payload: null };
  pool.run(/** @type {import('../../web/engine/messages.js').Job} */ (job)).then(
    () => ends.push(`${name} done`),
    (error) => ends.push(`${name} ${error.code}`),
  );
}

beforeEach(() => {
  workers = [];
  Object.assign(globalThis, { Worker: FakeWorker });
});

test('no more workers than the pool has room for, one of them from the start', async () => {
  const pool = await startPool(2);
  assert.equal(workers.length, 1);
  for (const name of ['a', 'b', 'c']) put(pool, name, []);
  assert.deepEqual(running(), ['a', 'b']);
  await workers[1].done();
  assert.deepEqual(running().sort(), ['a', 'c']);
  assert.equal(workers.length, 2);
});

test('articles go before files', async () => {
  const pool = await startPool(1);
  put(pool, 'first file', []);
  put(pool, 'second file', []);
  put(pool, 'an article', [], 'call');
  await workers[0].done();
  assert.deepEqual(running(), ['an article']);
});

test('what trapped is tried again on a new worker, after all others and alone', async () => {
  /** @type {string[]} */
  const ends = [];
  const pool = await startPool(2);
  for (const name of ['bad', 'b', 'c']) put(pool, name, ends);
  await workers[0].trap();
  assert.equal(workers[0].ended, true);
  assert.deepEqual(running().sort(), ['b', 'c']);
  await alive()[0].done();
  assert.deepEqual(running(), ['c'], 'not before the last of the others');
  await alive().find(({ jobs }) => jobs.length > 0)?.done();
  put(pool, 'late', ends);
  assert.deepEqual(running(), ['bad'], 'nothing beside it');
  await alive().find(({ jobs }) => jobs.length > 0)?.trap();
  assert.deepEqual(running(), ['late']);
  await alive().find(({ jobs }) => jobs.length > 0)?.done();
  assert.deepEqual(ends, ['b done', 'c done', 'bad engine-trap', 'late done']);
});

test('a worker that dies without a word settles its job, which is tried again', async () => {
  /** @type {string[]} */
  const ends = [];
  const pool = await startPool(1);
  put(pool, 'a', ends);
  workers[0].onerror({ message: 'out of memory', preventDefault: () => {} });
  await settle();
  assert.deepEqual(running(), ['a']);
  await alive()[0].done();
  assert.deepEqual(ends, ['a done']);
});

test('a worker whose memory has grown past the cap makes way for a fresh one', async () => {
  const pool = await startPool(1);
  put(pool, 'large', []);
  put(pool, 'next', []);
  await workers[0].done(600 << 20);
  assert.equal(workers[0].ended, true);
  assert.deepEqual(running(), ['next']);
  assert.equal(workers.length, 2);
});

test('cancelling settles all that waits or runs, and the pool goes on', async () => {
  /** @type {string[]} */
  const ends = [];
  const pool = await startPool(1);
  put(pool, 'a', ends);
  put(pool, 'b', ends);
  pool.cancel();
  await settle();
  assert.deepEqual(ends.sort(), ['a cancelled', 'b cancelled']);
  put(pool, 'c', ends);
  await alive()[0].done();
  assert.deepEqual(ends, ['a cancelled', 'b cancelled', 'c done']);
});
