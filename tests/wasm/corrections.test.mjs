// What the desk tells so that a reader can set names and happenings right, and what it makes of the rules.
import assert from 'node:assert/strict';
import test from 'node:test';
import { twoVisits } from '../browser/fixtures/two_visits.js';
import { startEngine } from './support.mjs';

/** A desk with the two visits on it, and what asks it. */
async function deskOfVisits() {
  const engine = await startEngine();
  for (const { name, text } of twoVisits) {
    for (const line of engine.text({ op: 'open', name }, text).trim().split('\n')) engine.call({ op: 'add' }, engine.call({ op: 'read' }, line));
  }
  const ask = (question) => JSON.parse(engine.text({ op: 'ask', question }));
  const people = () => ask({ kind: 'table', table: 'people', text: '', from: 0, count: 100 }).rows;
  return {
    ask, people,
    decide: (...rules) => engine.call({ op: 'rules' }, JSON.stringify({ rules })),
    named: (name) => people().filter(({ cells }) => cells.name === name),
    article: (id) => ask({ kind: 'article', key: ask({ kind: 'overview' }).rows.find((row) => row.id === id).key }),
  };
}

test('a name tells what each account calls it, and what is an office only', async () => {
  const { ask, named } = await deskOfVisits();
  const [{ open }] = named('Marit Vellema');
  const identity = ask({ kind: 'identity', ...open });
  assert.deepEqual([identity.name, identity.type, identity.decided, identity.total], ['Marit Vellema', 'person', false, 4]);
  assert.deepEqual(identity.names.map(({ name, office, shared }) => [name, office, shared]), [['Marit Vellema', false, false], ['premier of Netherlands', true, false]]);
  assert.equal(identity.accounts.length, 4);
  for (const { key, mentions, names, first } of identity.accounts) {
    assert.ok(mentions > 0 && names.length > 0);
    assert.equal(first.key, key);
    assert.notEqual(first.match, '');
  }
});

test('a name that two have is told as shared, and by type', async () => {
  const { ask, named, decide } = await deskOfVisits();
  decide({ rule: 'split-entity', entities: [{ name: 'Marit Vellema', type: 'person', article: 'fish-coast.txt' }] });
  const both = named('Marit Vellema');
  assert.equal(both.length, 2);
  assert.deepEqual(both.map(({ decided }) => decided).sort(), [false, true]);
  for (const { open } of both) assert.ok(ask({ kind: 'identity', ...open }).names.find(({ name }) => name === 'Marit Vellema').shared);
});

test('what is rejected is no name any more: not in the tables, and said in the article', async () => {
  const { ask, named, decide, article } = await deskOfVisits();
  const [{ open }] = named('Esbjerg');
  const places = () => ask({ kind: 'table', table: 'events', text: '', from: 0, count: 100 }).rows.map(({ cells }) => cells.place);
  assert.ok(places().includes('Esbjerg'));
  decide({ rule: 'reject-entity', entities: [{ name: 'Esbjerg', type: 'place' }] });
  assert.deepEqual(named('Esbjerg'), []);
  assert.ok(!places().includes('Esbjerg'));
  assert.throws(() => ask({ kind: 'identity', ...open }), { code: 'unknown-name' });
  const { known } = article('fish-coast.txt').items.find(({ kind, title }) => kind === 'name' && title === 'Esbjerg');
  assert.deepEqual([known.rejected, known.decided], [true, true]);
  decide();
  assert.equal(named('Esbjerg').length, 1);
});

test('a happening tells that the reader made it, its subject why, and an account by when it was', async () => {
  const { ask, decide, article } = await deskOfVisits();
  decide({ rule: 'split-story', articles: ['cable-undated.txt', 'cable-valley.txt'] });
  const { stories, subjects, rows } = ask({ kind: 'overview' });
  assert.deepEqual(stories.map(({ decided, articles }) => [decided, articles.length]).sort(), [[false, 2], [true, 2]]);
  assert.equal(subjects.length, 1);
  assert.match(subjects[0].reason, /happenings of one kind \(visits\)/);
  const bound = Object.fromEntries(rows.map((row) => [row.id, row.bound && [row.bound.latest, rows.find(({ key }) => key === row.bound.key).id]]));
  assert.deepEqual(bound, {
    'cable-undated.txt': ['2023-06-15', 'cable-valley.txt'], 'cable-valley.txt': null, 'fish-coast.txt': null, 'fish-inland.txt': ['2022-03-02', 'fish-coast.txt'],
  });
  const said = article('cable-undated.txt').items.find(({ kind, title }) => kind === 'quotation' && title.includes('crosses the sea'));
  assert.equal(said.known.name, 'Marit Vellema');
  assert.match(said.known.reason, /filled in from cable-valley\.txt/);
});
