/** @module */

/** @typedef {import('../engine/protocol.js').StoryCard} StoryCard */
/** @typedef {import('../engine/protocol.js').Overview['subjects'][number]} Subject */

/**
 * Happenings as they are shown: those of one running subject together, by date, where the first of them would stand; the
 * others by themselves. A subject of which fewer than two are here is none.
 * @param {readonly StoryCard[]} stories
 * @param {readonly Subject[]} subjects
 * @returns {{subject: Subject|null, of: StoryCard[]}[]}
 */
export function groupsOf(stories, subjects) {
  const byId = new Map(stories.map((story) => [story.id, story]));
  /** @type {Map<number, {subject: Subject, of: StoryCard[]}>} */
  const groups = new Map();
  for (const subject of subjects) {
    const of = subject.stories.flatMap((id) => (groups.has(id) ? [] : (byId.get(id) ?? [])));
    if (of.length < 2) continue;
    const when = (/** @type {StoryCard} */ { date }) => date || '\uffff';
    of.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.id - b.id));
    for (const { id } of of) groups.set(id, { subject, of });
  }
  /** @type {Set<Subject>} */
  const told = new Set();
  return stories.flatMap((story) => {
    /** @type {{subject: Subject|null, of: StoryCard[]}|undefined} */
    const group = groups.get(story.id);
    if (!group) return [{ subject: null, of: [story] }];
    if (!group.subject || told.has(group.subject)) return [];
    told.add(group.subject);
    return [group];
  });
}
