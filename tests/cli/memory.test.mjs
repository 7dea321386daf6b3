// Memory does not grow with the number of articles, and an answer does not wait for the next question.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { article, binary } from './support.mjs';

const kRecords = 2000;
const kBytes = 50000;

/** The most memory that a running process has held, in KB. @param {number} pid @returns {number} */
function peak(pid) {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  assert.ok(found);
  return Number(found[1]);
}

test('line in, line out; the peak after 2000 articles is that after 200', { skip: !existsSync('/proc/self/status') }, async () => {
  const program = spawn(binary, ['read', '--ndjson'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  // Mostly blank lines: what is measured is what is kept, and words would only take time.
  const texts = [0, 1, 2, 3].map((seed) => `${article(seed, 300)}${'\n'.repeat(kBytes)}`);
  let early = 0;
  for (let i = 0; i < kRecords; ++i) {
    program.stdin.write(`${JSON.stringify({ id: `article ${i}`, text: texts[i % 4], source: 'text' })}\n`);
    const answer = await answers.next();
    assert.equal(String(answer.value).slice(0, 60).includes(`"article ${i}"`), true);
    if (i + 1 === kRecords / 10) early = peak(Number(program.pid));
  }
  const late = peak(Number(program.pid));
  program.stdin.end();
  assert.equal(await new Promise((resolve) => program.on('close', resolve)), 0);
  assert.ok(late < early + 8 * 1024, `${early} KB after a tenth, ${late} KB after all`);
  assert.ok(late < 150 * 1024, `${late} KB`);
});
