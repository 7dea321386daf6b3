/**
 * An article as the Reader shows it: what is set aside folded, what stays cut into paragraphs, each paragraph into runs of
 * text and nested marks. Pure functions from an ArticleView to values.
 *
 * @module
 */

/** @typedef {import('../engine/protocol.js').ArticleView} ArticleView */
/** @typedef {import('../engine/protocol.js').Mark} Mark */
/** @typedef {ArticleView['blocks'][number]} Block */
/** @typedef {Mark['kind']|'here'} RunKind   'here': the words the address names */
/** @typedef {{begin: number, end: number, kind: RunKind, item: number, at: number}} Drawn   `at`: its place among the drawn */
/** @typedef {{marks: Drawn[], longest: number}} Drawing   by begin, longer first; the longest one's length */
/** @typedef {string|{mark: Drawn, begin: number, runs: Run[]}} Run   `begin`: of this piece of the mark */

/**
 * @typedef {{type: 'paragraph', kind: Block['kind'], begin: number, end: number, number: number|null, restored: Block|null}} Paragraph
 * @typedef {{type: 'aside', blocks: Block[]}} Fold
 */

/** @param {Block} block */
const isAside = (block) => !block.restored && (block.kind === 'furniture' || block.kind === 'stray');

/**
 * @param {ArticleView} view
 * @returns {(Paragraph|Fold)[]}   in text order; blocks set aside one after the other fold into one
 */
export function layOut({ text, blocks, paragraphs }) {
  /** @type {(Paragraph|Fold)[]} */
  const out = [];
  let next = 0;
  for (const block of blocks) {
    if (isAside(block)) {
      const last = out.at(-1);
      if (last?.type === 'aside') last.blocks.push(block);
      else out.push({ type: 'aside', blocks: [block] });
      continue;
    }
    let at = block.begin;
    while (next < paragraphs.length && (paragraphs[next]?.end ?? 0) <= block.begin) next += 1;
    for (let index = next; index < paragraphs.length; index += 1) {
      const paragraph = paragraphs[index];
      if (!paragraph || paragraph.begin >= block.end) break;
      addLines(out, text, block, at, Math.max(at, paragraph.begin));
      at = Math.max(at, paragraph.begin);
      const end = Math.min(paragraph.end, block.end);
      addParagraph(out, text, block, at, end, paragraph.number);
      at = Math.max(at, end);
    }
    addLines(out, text, block, at, block.end);
  }
  return out;
}

/**
 * Text of a block that no paragraph covers: a headline, a byline, a restored block; each line stands for itself.
 * @param {(Paragraph|Fold)[]} out
 * @param {string} text
 * @param {Block} block
 * @param {number} begin
 * @param {number} end
 */
function addLines(out, text, block, begin, end) {
  let at = begin;
  while (at < end) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed > end ? end : feed;
    addParagraph(out, text, block, at, stop, null);
    at = stop + 1;
  }
}

/**
 * @param {(Paragraph|Fold)[]} out
 * @param {string} text
 * @param {Block} block
 * @param {number} begin
 * @param {number} end
 * @param {number|null} number
 */
function addParagraph(out, text, block, begin, end, number) {
  if (begin >= end || text.slice(begin, end).trim() === '') return;
  out.push({ type: 'paragraph', kind: block.kind, begin, end, number, restored: block.restored ? block : null });
}

/**
 * Nests marks: one that begins inside another is drawn inside it; where two cross, the later is cut at the earlier's end.
 * Linear in the marks for those that do not cross.
 * @param {string} text
 * @param {number} begin
 * @param {number} end
 * @param {readonly Drawn[]} marks   by begin, longer first
 * @returns {Run[]}
 */
export function runsOf(text, begin, end, marks) {
  /** @type {Run[]} */
  const runs = [];
  let at = begin;
  let index = 0;
  while (index < marks.length) {
    const mark = marks[index];
    if (!mark) break;
    const from = Math.max(mark.begin, at);
    const to = Math.min(mark.end, end);
    if (from >= to) {
      index += 1;
      continue;
    }
    if (from > at) runs.push(text.slice(at, from));
    /** @type {Drawn[]} */
    const inside = [];
    /** @type {Drawn[]} */
    const beyond = [];
    let after = index + 1;
    for (; after < marks.length; after += 1) {
      const other = marks[after];
      if (!other || other.begin >= to) break;
      inside.push(other);
      if (other.end > to) beyond.push({ ...other, begin: to });
    }
    runs.push({ mark, begin: from, runs: runsOf(text, from, to, inside) });
    at = to;
    if (beyond.length === 0) index = after;
    else return [...runs, ...runsOf(text, at, end, [...beyond, ...marks.slice(after)])];
  }
  if (at < end) runs.push(text.slice(at, end));
  return runs;
}

/**
 * The marks to draw: those of the kinds shown, and the words the address names when they are no mark of their own.
 * @param {readonly Mark[]} marks
 * @param {ReadonlySet<string>} hidden   kinds
 * @param {{begin: number, end: number}|null} range
 * @returns {Drawing}
 */
export function drawnMarks(marks, hidden, range) {
  /** @type {Drawn[]} */
  const drawn = marks.filter((mark) => !hidden.has(mark.kind)).map((mark) => ({ ...mark, at: 0 }));
  const exact = range && drawn.some((mark) => mark.begin === range.begin && mark.end === range.end);
  if (range && !exact && range.end > range.begin) drawn.push({ ...range, kind: 'here', item: -1, at: 0 });
  drawn.sort((a, b) => a.begin - b.begin || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  let longest = 0;
  drawn.forEach((mark, at) => {
    mark.at = at;
    longest = Math.max(longest, mark.end - mark.begin);
  });
  return { marks: drawn, longest };
}

/**
 * The marks that touch [begin, end).
 * @param {Drawing} drawing
 * @param {number} begin
 * @param {number} end
 */
export function touching({ marks, longest }, begin, end) {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.begin ?? 0) < begin - longest) low = middle + 1;
    else high = middle;
  }
  /** @type {Drawn[]} */
  const out = [];
  for (let index = low; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark || mark.begin >= end) break;
    if (mark.end > begin) out.push(mark);
  }
  return out;
}

/**
 * The item that a range of words stands for: that of the mark with these very words, else of the smallest around them.
 * @param {ArticleView} view
 * @param {{begin: number, end: number}|null} range
 * @returns {number}   index into items, -1 for none
 */
export function itemAt({ marks, items }, range) {
  if (!range) return -1;
  const whole = items.findIndex(({ spans }) => spans.length > 1 && spans[0]?.begin === range.begin && spans.at(-1)?.end === range.end);
  let found = -1;
  let size = Infinity;
  for (const mark of marks) {
    if (mark.begin === range.begin && mark.end === range.end) return mark.item;
    if (mark.begin <= range.begin && mark.end >= range.end && mark.end - mark.begin < size) {
      size = mark.end - mark.begin;
      found = mark.item;
    }
  }
  return whole >= 0 ? whole : found;
}
