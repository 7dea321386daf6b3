/** Happenings under their running subjects, as the Overview shows them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf } from '../../web/views/happening_groups.js';

/** @param {number} id @param {string} date @returns {import('../../web/engine/protocol.js').StoryCard} */
const story = (id, date) => ({
  id, title: `happening ${id}`, date, dateReason: '', dateInferred: false, where: [], who: [], articles: [], origins: 1, quotations: 0, differing: 0, reason: '', decided: false,
});
const stories = [story(0, '2023-06-15'), story(1, '2023-01-01'), story(2, '2022-03-02'), story(3, '')];
/** @param {ReturnType<typeof groupsOf>} groups */
const shape = (groups) => groups.map(({ subject, of }) => [subject?.title ?? '', of.map(({ id }) => id)]);

test('happenings of one subject stand together in order of time, where the first of them would stand', () => {
  const subjects = [{ title: 'visits', reason: '', stories: [0, 2, 3] }];
  assert.deepEqual(shape(groupsOf(stories, subjects)), [['visits', [2, 0, 3]], ['', [1]]]);
});

test('a subject of one happening is none, and no happening is shown twice', () => {
  assert.deepEqual(shape(groupsOf(stories, [{ title: 'alone', reason: '', stories: [1, 9] }])), [['', [0]], ['', [1]], ['', [2]], ['', [3]]]);
  const subjects = [{ title: 'visits', reason: '', stories: [0, 2] }, { title: 'talks', reason: '', stories: [2, 3, 1] }];
  assert.deepEqual(shape(groupsOf(stories, subjects)), [['visits', [2, 0]], ['talks', [1, 3]]]);
});
