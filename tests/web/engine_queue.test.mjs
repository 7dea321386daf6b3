import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Queue } from '../../web/engine/queue.js';

test('a queue gives back in order, however it grew and shrank', () => {
  const queue = new Queue();
  const out = [];
  for (let n = 0; n < 10000; n++) {
    queue.push(n);
    if (n % 3 === 0) out.push(queue.shift());
  }
  assert.equal(queue.length, 10000 - out.length);
  while (queue.length > 9) out.push(queue.shift());
  out.push(...queue.drain());
  assert.deepEqual(out, Array.from({ length: 10000 }, (_, n) => n));
  assert.equal(queue.length, 0);
  assert.equal(queue.shift(), undefined);
});
