/**
 * Reader: one article with what was read in it marked, what was set aside folded, and the evidence in the margin.
 * @module
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../state/announce.js';
import { listenForKeys } from '../state/keys.js';
import { formatRoute, go, route } from '../state/router.js';
import { fileNotes, overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { RestoreButton } from './aside.js';
import { drawnMarks, itemAt, layOut, runsOf, touching } from './article_text.js';
import { Note } from './file_notes.js';
import { MastheadLine } from './files.js';
import { html } from './html.js';
import { ArticleNotes, ItemNotes, RangeNotes } from './margin.js';
import { Choice, Nothing } from './parts.js';
import { selectedWords } from './selection.js';
import { counted, firstWords } from './wording.js';

/** @typedef {import('../engine/protocol.js').ArticleView} ArticleView */
/** @typedef {import('./article_text.js').Drawn} Drawn */
/** @typedef {import('./article_text.js').Drawing} Drawing */

const kinds = /** @type {const} */ ([
  ['quotation', 'q', 'words said'], ['name', 'n', 'name'], ['figure', 'f', 'figure'], ['date', 'd', 'date'], ['event', 'e', 'event'],
]);
/** The article picker lists this many around the one shown; a list of thousands would help nobody. */
const kListed = 400;

const classOf = /** @type {Record<string, string>} */ ({ quotation: 'q', name: 'n', figure: 'f', date: 'd', event: 'e', here: 'here' });

export function ReaderPlace() {
  const rows = overview.value?.rows ?? [];
  const { key, range } = route.value;
  const asked = key || (rows[0]?.key ?? '');
  const { answer, error } = useAnswer(asked ? { kind: 'article', key: asked } : null);
  const view = /** @type {ArticleView|null} */ (answer);
  if (error || (key && rows.length > 0 && !rows.some((row) => row.key === key)))
    return html`<${Picker} current=${asked} /><h1>Not on the desk</h1><${Nothing}>This address points into an article that is not on the desk. Drop its file again and it will open; nothing was stored.</${Nothing}>`;
  if (!view || view.row.key !== asked) return html`<p class="meta" role="status">Opening …</p>`;
  return html`<${Article} key=${view.row.key} view=${view} range=${range} />`;
}

/**
 * Whether a range is all of an item that stands in several pieces.
 * @param {import('../engine/protocol.js').Item|undefined} item
 * @param {{begin: number, end: number}} range
 */
const isWhole = (item, range) => item?.spans[0]?.begin === range.begin && item.spans.at(-1)?.end === range.end;

/** @param {{view: ArticleView, range: {begin: number, end: number}|null}} props */
function Article({ view, range }) {
  const [hidden, setHidden] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const page = useRef(/** @type {HTMLElement|null} */ (null));
  const margin = useRef(/** @type {HTMLElement|null} */ (null));
  const drawn = useMemo(() => drawnMarks(view.marks, hidden, range), [view, hidden, range]);
  const [picked, setPicked] = useState(/** @type {{begin: number, end: number}|null} */ (null));
  useEffect(() => {
    // Only the margin follows the selection: drawing it into the text would take it away from the copy command.
    const follow = () => setPicked(selectedWords(page.current));
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, []);
  const words = picked ?? range;
  const selected = itemAt(view, words);
  const exact = words !== null && view.items[selected]?.spans.some(({ begin, end }) => begin === words.begin && end === words.end);
  const loose = words && !exact && !isWhole(view.items[selected], words) ? words : null;
  const stops = useMemo(() => drawn.marks.filter(({ kind }) => kind !== 'here'), [drawn]);
  const { key } = view.row;

  /** @param {Drawn} mark */
  const select = (mark) => {
    go({ place: 'reader', key, range: { begin: mark.begin, end: mark.end } }, { replace: true });
    const item = view.items[mark.item];
    if (item) announce(`${item.kind}: ${firstWords(item.title, 120)}. ${item.chain.join(', through ')}`);
  };
  /** @param {1|-1} by */
  const step = (by) => {
    const at = stops.findIndex(({ begin, end }) => range !== null && begin === range.begin && end === range.end);
    const near = at >= 0 || !range ? at : stops.findLastIndex(({ begin }) => begin < range.begin);
    const to = stops[at < 0 && by < 0 ? Math.max(near, 0) : near + by];
    if (to) select(to);
  };
  useEffect(() => listenForKeys(document, { j: () => step(1), k: () => step(-1), Escape: () => (range ? go({ place: 'reader', key }, { replace: true }) : false) }));
  const landed = useRef('');
  useEffect(() => {
    // The words are brought into view when the address names others; not when the article is only read anew.
    const where = range ? `${range.begin}-${range.end}` : '';
    if (!range || landed.current === where) return;
    landed.current = where;
    const element = page.current?.querySelector('[data-chosen]');
    if (!(element instanceof HTMLElement)) return;
    const fold = element.closest('details');
    if (fold) fold.open = true;
    const box = element.getBoundingClientRect();
    // On a narrow screen the notes lie over the lower half of the text.
    const notes = margin.current;
    const bottom = notes && getComputedStyle(notes).position === 'fixed' ? notes.getBoundingClientRect().top : window.innerHeight;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (box.top < 90 || box.bottom > bottom - 40) window.scrollBy({ top: box.top - bottom / 3, behavior: calm ? 'auto' : 'smooth' });
    element.focus({ preventScroll: true });
  }, [range?.begin, range?.end, view]);

  /** @param {MouseEvent} event */
  const clicked = (event) => {
    if (!(event.target instanceof Element) || String(window.getSelection() ?? '').length > 0) return;
    const at = Number(event.target.closest('mark[data-at]')?.getAttribute('data-at') ?? -1);
    const mark = drawn.marks[at];
    if (mark && mark.kind !== 'here') select(mark);
  };
  const { head, body } = useMemo(() => withHeadline(view), [view]);
  return html`
    <${Picker} current=${key} />
    <div class="reading">
      <div class="page" ref=${page} onClick=${clicked}>
        <header class="head">
          <h1 class="headline" data-begin=${head?.begin}>${head ? html`<${Runs} view=${view} part=${head} drawn=${drawn} selected=${selected} range=${range} />` : view.row.label}</h1>
          <p class="lede"><${MastheadLine} row=${view.row} /> · ${counted(view.row.words, 'word')}</p>
          <${ArticleFileNote} view=${view} />
          <${Legend} view=${view} hidden=${hidden} setHidden=${setHidden} step=${step} count=${stops.length} />
        </header>
        <div class="article" lang=${view.row.language || undefined}>
          ${body.map((part) =>
            part.type === 'aside'
              ? html`<${FoldShown} view=${view} blocks=${part.blocks} range=${range} />`
              : html`<${ParagraphShown} part=${part} view=${view} drawn=${drawn} selected=${selected} range=${range} />`,
          )}
          <p class="print-only meta">${view.row.id} · SHA-256 ${view.sha256}</p>
          ${view.row.truncated && html`<p class="cut">${view.row.truncated.kind === 'limit' ? 'Reading stopped here' : 'The text ends here'}: ${view.row.truncated.reason} What came after cannot be known from this file.</p>`}
        </div>
      </div>
      <aside class=${loose || view.items[selected] ? 'margin chosen' : 'margin'} ref=${margin} aria-label="Selected">
        ${loose
          ? html`<${RangeNotes} view=${view} range=${loose} inside=${view.items[selected]} />`
          : view.items[selected]
          ? html`<${ItemNotes} view=${view} item=${view.items[selected]} />`
          : html`<${ArticleNotes} view=${view} />`}
      </aside>
    </div>`;
}

/**
 * How the article's file was split and decoded, where there is something to tell.
 * @param {{view: ArticleView}} props
 */
function ArticleFileNote({ view }) {
  const note = fileNotes.value.find(({ sha256 }) => sha256 === view.sha256);
  return note ? html`<div class="file-note"><${Note} note=${note} /></div>` : null;
}

/**
 * The headline stands as the page's heading, with its marks, wherever the file has it.
 * @param {ArticleView} view
 */
function withHeadline(view) {
  const parts = layOut(view);
  const at = parts.findIndex((part) => part.type === 'paragraph' && part.kind === 'headline');
  const head = /** @type {import('./article_text.js').Paragraph|undefined} */ (parts[at]);
  return { head, body: parts.filter((_, index) => index !== at) };
}

/** @param {{part: import('./article_text.js').Paragraph, view: ArticleView, drawn: Drawing, selected: number, range: {begin: number, end: number}|null}} props */
function ParagraphShown({ part, view, drawn, selected, range }) {
  const content = html`<${Runs} view=${view} part=${part} drawn=${drawn} selected=${selected} range=${range} />`;
  if (part.kind === 'headline') return html`<h2 class="line headline" data-begin=${part.begin}>${content}</h2>`;
  return html`<p data-begin=${part.begin} class=${`line ${part.kind}${part.restored ? ' restored' : ''}`}>
    ${part.number !== null && html`<span class="paragraph-number" aria-hidden="true">${part.number}</span>`}${content}
    ${part.restored && html` <${RestoreButton} article=${view.row.key} block=${part.restored} />`}
  </p>`;
}

/** @param {{view: ArticleView, part: {begin: number, end: number}, drawn: Drawing, selected: number, range: {begin: number, end: number}|null}} props */
function Runs({ view, part, drawn, selected, range }) {
  const runs = runsOf(view.text, part.begin, part.end, touching(drawn, part.begin, part.end));
  return html`${draw(runs, { view, selected, range })}`;
}

/**
 * @param {import('./article_text.js').Run[]} runs
 * @param {{view: ArticleView, selected: number, range: {begin: number, end: number}|null}} how
 * @returns {import('preact').ComponentChildren}
 */
function draw(runs, how) {
  return runs.map((run) => {
    if (typeof run === 'string') return run;
    const { mark, begin } = run;
    const item = how.view.items[mark.item];
    const chosen = how.range !== null && begin === how.range.begin && mark.end === how.range.end;
    const classes = [classOf[mark.kind], mark.kind === 'quotation' && item?.how === 'indirect' && 'reported', mark.item === how.selected && mark.item >= 0 && 'selected', item?.doubt && 'doubted', chosen && 'chosen'];
    return html`<mark class=${classes.filter(Boolean).join(' ')} data-at=${mark.at}
      data-chosen=${chosen ? '' : undefined} tabindex=${chosen ? -1 : undefined}>${draw(run.runs, how)}${mark.kind === 'event' && item && html`<span class="code" aria-hidden="true">${eventLabel(item)}</span>`}</mark>`;
  });
}

/** @param {import('../engine/protocol.js').Item} item */
const eventLabel = (item) => item.how.toLowerCase() || 'event';

/** @param {{view: ArticleView, hidden: ReadonlySet<string>, setHidden: (hidden: ReadonlySet<string>) => void, step: (by: 1|-1) => void, count: number}} props */
function Legend({ view, hidden, setHidden, step, count }) {
  if (view.items.length === 0) return null;
  /** @param {string} kind */
  const toggle = (kind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return html`<div class="legend">
    <div role="group" aria-label="Marks shown">
      ${kinds.map(([kind, sign, text]) => {
        const found = view.items.filter((item) => item.kind === kind).length;
        if (found === 0) return null;
        return html`<button type="button" class="toggle" aria-pressed=${!hidden.has(kind)} onClick=${() => toggle(kind)}><mark class=${sign}>${text}</mark> <span class="num">${found}</span></button>`;
      })}
    </div>
    ${count > 0 && html`<div class="steps">
      <button type="button" class="quiet" aria-keyshortcuts="k" onClick=${() => step(-1)}><span aria-hidden="true">↑ </span>Previous</button>
      <button type="button" class="quiet" aria-keyshortcuts="j" onClick=${() => step(1)}><span aria-hidden="true">↓ </span>Next mark</button>
    </div>`}
  </div>`;
}

/** @param {{view: ArticleView, blocks: import('./article_text.js').Block[], range: {begin: number, end: number}|null}} props */
function FoldShown({ view, blocks, range }) {
  const first = view.text.slice(blocks[0]?.begin, blocks[0]?.end).replace(/\s+/g, ' ').trim();
  const reasons = [...new Set(blocks.map((block) => block.reason || block.kind))];
  const lines = blocks.reduce((sum, { begin, end }) => sum + view.text.slice(begin, end).trim().split(/\n+/).length, 0);
  return html`<details class="aside">
    <summary><span class="first-words">${firstWords(first, 90)}</span> <span class="meta">${reasons.slice(0, 2).join('; ')}${reasons.length > 2 && ' …'}, ${counted(lines, 'line')}</span></summary>
    <ul>${blocks.map((block) => {
      const here = range !== null && range.begin >= block.begin && range.end <= block.end;
      return html`<li>
        <p class="removed" data-chosen=${here ? '' : undefined} tabindex=${here ? -1 : undefined}>${view.text.slice(block.begin, block.end).trim()}</p>
        <p class="meta"><span>${block.reason || block.kind}</span> <${RestoreButton} article=${view.row.key} block=${block} reason=${block.reason} /></p>
      </li>`;
    })}</ul>
    ${blocks.length > 1 && html`<p class="meta"><span></span> <${RestoreButton} article=${view.row.key} text=${`Restore all ${blocks.length}`}
      block=${{ begin: blocks[0]?.begin ?? 0, end: blocks.at(-1)?.end ?? 0, restored: false }} /></p>`}
  </details>`;
}

/** @param {{current: string}} props */
function Picker({ current }) {
  const rows = overview.value?.rows ?? [];
  if (rows.length < 2) return null;
  const at = rows.findIndex(({ key }) => key === current);
  /** @param {number} index */
  const link = (index) => formatRoute({ place: 'reader', key: rows[index]?.key ?? '' });
  const from = Math.max(0, Math.min(at - kListed / 2, rows.length - kListed));
  const options = rows.slice(from, from + kListed).map(({ key, label, outlet }) => ({ value: key, text: `${outlet ? `${outlet}: ` : ''}${firstWords(label, 70)}` }));
  return html`<nav class="picker" aria-label="Articles">
    <${Choice} label="Article" hideLabel value=${current} options=${options} onChange=${(/** @type {string} */ key) => go({ place: 'reader', key })} />
    <span class="meta num">${at >= 0 ? at + 1 : '–'} of ${rows.length}</span>
    ${at > 0 && html`<a href=${link(at - 1)} rel="prev">Previous</a>`}
    ${at >= 0 && at + 1 < rows.length && html`<a href=${link(at + 1)} rel="next">Next article</a>`}
  </nav>`;
}
