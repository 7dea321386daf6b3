/**
 * Which lines stand in many articles of one outlet: its appeals, its boilerplate, its "read our guide". One article alone
 * cannot know; the outlet's others show it. A pure function of what is held, in whatever order it came.
 *
 * @module
 */

/** @typedef {import('./lines.js').Seen} Seen */

const kFewest = 3; // articles that differ
const kShare = 0.5; // of the outlet's articles that differ

/**
 * Versions of one article (they share one of their three longest lines) count as one: what they share is their story.
 * @param {readonly Seen[]} articles
 * @returns {number[]}   for each the number of its group
 */
function groupsOf(articles) {
  const parent = articles.map((_, index) => index);
  const find = (/** @type {number} */ at) => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let next = at; parent[next] !== root; ) {
      const above = parent[next] ?? root;
      parent[next] = root;
      next = above;
    }
    return root;
  };
  /** @type {Map<number, number>} */
  const first = new Map();
  articles.forEach(({ longest }, index) => {
    for (const line of longest) {
      const other = first.get(line);
      if (other === undefined) first.set(line, index);
      else parent[find(index)] = find(other);
    }
  });
  return articles.map((_, index) => find(index));
}

/**
 * Linear in the articles' lines.
 * @param {readonly Seen[]} articles  of one outlet
 * @returns {number[][]}   for each article those of its lines that the outlet repeats, ascending
 */
export function repeatedLines(articles) {
  const groups = groupsOf(articles);
  const least = Math.max(kFewest, new Set(groups).size * kShare);
  if (new Set(groups).size < kFewest) return articles.map(() => []);
  /** @type {Map<number, Set<number>>} */
  const groupsWith = new Map();
  articles.forEach(({ lines }, index) => {
    for (const line of lines) {
      const known = groupsWith.get(line);
      if (known) known.add(groups[index] ?? index);
      else groupsWith.set(line, new Set([groups[index] ?? index]));
    }
  });
  return articles.map(({ lines }) => lines.filter((line) => (groupsWith.get(line)?.size ?? 0) >= least));
}
