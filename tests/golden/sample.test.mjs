// The sample's dossier against the one written by hand (sample.json). Every line of it is one test.
// usage: node --test tests/golden/
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readout = process.env.READOUT ?? `${root}build/native/readout`;
const golden = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));

const samples = readdirSync(`${root}web/sample`).filter((name) => name.endsWith('.txt'));
const ndjson = execFileSync(readout, ['read', ...samples], { cwd: `${root}web/sample`, maxBuffer: 1 << 28 });
const readings = new Map(
  ndjson.toString('utf8').trim().split('\n').map((line) => JSON.parse(line)).map((reading) => [reading.id, reading]),
);
const dossier = JSON.parse(execFileSync(readout, ['collate', '--json'], { input: ndjson, maxBuffer: 1 << 28 }).toString('utf8'));

/** Offsets count code points. */
const wordsOf = (/** @type {string} */ id, /** @type {{begin: number, end: number}} */ span) =>
  [...readings.get(id).text].slice(span.begin, span.end).join('');
const wholeOf = (/** @type {string} */ id, /** @type {{begin: number, end: number}[]} */ spans) =>
  spans.length ? wordsOf(id, { begin: spans[0].begin, end: spans[spans.length - 1].end }) : '';
const blockText = (/** @type {any} */ reading, /** @type {(kind: string) => boolean} */ wanted) =>
  reading.blocks.filter((/** @type {any} */ b) => wanted(b.kind)).map((/** @type {any} */ b) => wordsOf(reading.id, b)).join('\n');
const isRemoved = (/** @type {string} */ kind) => kind === 'furniture' || kind === 'stray';
const sameList = (/** @type {string[]} */ a, /** @type {string[]} */ b) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

for (const [id, expected] of Object.entries(golden.articles)) {
  test(`article ${id}`, () => {
    const reading = readings.get(id);
    assert.ok(reading && !reading.error, 'is read');
    assert.equal(reading.article.title, expected.title);
    assert.equal(reading.article.outlet, expected.outlet);
    assert.equal(reading.article.published.value, expected.published);
    assert.equal(reading.truncated?.kind ?? null, expected.truncated);
    const removed = blockText(reading, isRemoved);
    const kept = blockText(reading, (kind) => !isRemoved(kind));
    for (const words of expected.removed) assert.ok(removed.includes(words), `removed: ${words}`);
    for (const words of expected.kept) assert.ok(kept.includes(words), `kept: ${words}`);
    for (const words of expected.stray ?? []) assert.ok(blockText(reading, (kind) => kind === 'stray').includes(words), `stray: ${words}`);
    for (const name of expected.byline ?? []) assert.ok(JSON.stringify(reading.article.byline).includes(name), `byline: ${name}`);
    for (const name of expected.credits ?? []) assert.ok(JSON.stringify(reading.article.credits).includes(name), `credit: ${name}`);
  });
}

for (const expected of golden.quotes) {
  test(`quotation “${expected.words}” in ${expected.article}`, () => {
    const reading = readings.get(expected.article);
    const found = reading.quotes.find((/** @type {any} */ q) => wholeOf(expected.article, q.content).includes(expected.words));
    assert.ok(found, 'is found');
    assert.ok(found.source, 'has a source');
    const entity = reading.entities.find((/** @type {any} */ e) => e.id === found.source.entity);
    assert.equal(entity?.name, expected.speaker);
    for (const via of expected.via ?? []) assert.ok(found.via.some((/** @type {any} */ v) => v.text.includes(via)), `via ${via}`);
  });
}

for (const expected of golden.figures) {
  test(`figure ${expected.words} in ${expected.article}`, () => {
    const found = readings.get(expected.article).figures.find((/** @type {any} */ f) => wordsOf(expected.article, f) === expected.words);
    assert.ok(found, 'is found');
    assert.equal(found.value, expected.value);
    assert.equal(found.unit, expected.unit);
    if (expected.approx) assert.equal(found.approx, expected.approx);
  });
}

test('stories', () => {
  const found = dossier.stories.map((/** @type {any} */ s) => [...s.articles].sort());
  assert.deepEqual(found.sort(), golden.stories.exactly);
});

test('shared origins', () => {
  const shared = dossier.origins.filter((/** @type {any} */ o) => o.articles.length > 1);
  assert.equal(shared.length, golden.sharedOrigins.exactly.length);
  for (const expected of golden.sharedOrigins.exactly) {
    const found = shared.find((/** @type {any} */ o) => sameList(o.articles, expected.articles));
    assert.ok(found, `of ${expected.articles}`);
    const text = found.passages.map((/** @type {any} */ p) => wordsOf(p.article, p)).join('\n');
    for (const words of expected.passages) assert.ok(text.includes(words), words);
  }
});

for (const expected of golden.facts) {
  const named = Object.values(expected.cells).find((cell) => cell.words)?.words;
  test(`fact “${named}”`, () => {
    const found = dossier.facts.find((/** @type {any} */ fact) => fact.kind === expected.kind && Object.entries(expected.cells).every(([id, cell]) => {
      const has = fact.cells.find((/** @type {any} */ c) => c.article === id);
      return !cell.words || (has && wholeOf(id, has.spans).includes(cell.words));
    }));
    assert.ok(found, 'its words stand in one fact');
    for (const [id, cell] of Object.entries(expected.cells)) {
      assert.equal(found.cells.find((/** @type {any} */ c) => c.article === id)?.state, cell.state, id);
    }
    assert.equal(found.origins, expected.origins, 'independent origins');
  });
}

test('disagreements', () => {
  const describe = (/** @type {any} */ d) => `${d.kind}: ${[...d.articles].sort().join(', ')}`;
  assert.deepEqual(dossier.disagreements.map(describe).sort(), golden.disagreements.exactly.map(describe).sort());
  for (const expected of golden.disagreements.exactly) {
    const found = dossier.disagreements.find((/** @type {any} */ d) => describe(d) === describe(expected));
    const words = found.evidence.map((/** @type {any} */ e) => wordsOf(e.article, e)).join('\n');
    for (const piece of expected.words) assert.ok(words.includes(piece), `${describe(expected)}: ${piece}`);
  }
});

for (const expected of golden.silences) {
  test(`silence: ${expected.words}`, () => {
    const found = (readings.get(expected.article).silences ?? []).some((/** @type {any} */ s) => wordsOf(expected.article, s).includes(expected.words));
    assert.ok(found, 'is found');
  });
}
