// The same bytes whatever runs the core: native or WebAssembly, one worker or four, in whatever order readings arrive.
// usage: node --test tests/wasm/
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertSameText, generatedArticles, readByWorkers, realArticles, runNative, shuffled, startEngine } from './support.mjs';

/** The dossier and the readings' file of a desk to which the readings came in this order. */
async function deskExports(readings) {
  const desk = await startEngine();
  for (const reading of readings) desk.call({ op: 'add' }, reading);
  return ['dossier.json', 'readings.ndjson'].map((format) => desk.text({ op: 'export', format }));
}

/** @param {string} name @param {string[]} lines */
function sameEverywhere(name, lines) {
  const readings = runNative(['read', '--ndjson'], lines.join('\n')).toString('utf8').trimEnd().split('\n');
  const dossier = runNative(['collate', '--json'], readings.join('\n')).toString('utf8');

  test(`${name}: readings are the native program's, byte for byte`, async () => {
    assert.equal(readings.length, lines.length);
    const engine = await startEngine();
    lines.forEach((line, i) => assertSameText(engine.text({ op: 'read' }, line), readings[i], `reading ${i}`));
  });

  for (const workers of [1, 2, 4]) {
    test(`${name}: ${workers} workers, shuffled, give the native program's dossier`, async () => {
      const arrived = await readByWorkers(shuffled(lines, workers), workers);
      assertSameText([...arrived].sort().join('\n'), [...readings].sort().join('\n'), 'the readings');
      const [json, ndjson] = await deskExports(shuffled(arrived, workers + 10));
      assertSameText(json, dossier, 'the dossier');
      assertSameText(ndjson.trimEnd().split('\n').sort().join('\n'), [...readings].sort().join('\n'), 'the export');
    });
  }
}

sameEverywhere('generated articles', generatedArticles(150));

const real = realArticles(100);
if (real.length) sameEverywhere('real articles', real);
