/**
 * What is dated, in order of time: drawn, and as a table.
 * @module
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { lanesOf, noLater, TimelineDrawing } from '../charts/timeline.js';
import { firstView, wholeView } from '../charts/timeline_layout.js';
import { stretchText } from '../charts/time_values.js';
import { useWidth } from '../charts/use_width.js';
import { moved, scaled } from '../charts/zoom.js';
import { PictureButtons } from '../export/picture_buttons.js';
import { announce } from '../state/announce.js';
import { readerHash, route } from '../state/router.js';
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { Bound, boundAlone } from './bound.js';
import { html } from './html.js';
import { Account, Doubt, Nothing } from './parts.js';
import { DrawnOrTable, StoryFilter, useStory } from './record_filters.js';
import { accounts, outlet } from './record_layout.js';
import { RecordTable } from './record_table.js';
import { counted, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').TimelineView} TimelineView */
/** @typedef {import('../engine/protocol.js').Statement} Statement */
/** @typedef {import('../charts/timeline_layout.js').Placed} Placed */

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'timeline',
  one: 'dated statement',
  many: 'dated statements',
  layout: [
    { id: 'date', width: 14 },
    { id: 'what', width: 42, opens: true },
    { id: 'known', width: 16, under: [{ id: 'how' }] },
    { id: 'kind', width: 12 },
    outlet,
    accounts,
  ],
};

export function Timeline() {
  const table = route.value.filters.as === 'table';
  return html`<${DrawnOrTable} drawn="Drawn" />${table ? html`<${RecordTable} shape=${shape} />` : html`<${Drawn} />`}`;
}

const kLanes = 12;

/** @param {string} key */
function outletName(key) {
  const row = overview.value?.rows.find((one) => one.key === key);
  return row?.outlet ?? row?.id ?? 'outlet unknown';
}

/** The day that an account without one of its own is no later than. @param {string} key */
function boundOf(key) {
  const row = overview.value?.rows.find((one) => one.key === key);
  return row?.bound && boundAlone(row) ? row.bound.latest : '';
}

function Drawn() {
  const { filters } = route.value;
  const story = useStory();
  const { answer, error } = useAnswer({ kind: 'timeline', story: story?.id ?? null, article: filters.article ?? null, from: 0, count: 5000 });
  const timeline = /** @type {TimelineView|null} */ (answer);
  const { lanes, unplaced } = useMemo(() => (timeline ? lanesOf(timeline, outletName, boundOf) : { lanes: [], unplaced: [] }), [timeline, overview.value]);
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  if (!timeline) return html`<p class="meta" role="status">Gathering …</p>`;
  const items = lanes.flatMap((lane) => lane.items);
  return html`${(overview.value?.stories.length ?? 0) > 1 && html`<div class="filters" role="group" aria-label="Filters"><${StoryFilter} /></div>`}
    ${items.length === 0
      ? html`<${Nothing}>${timeline.total === 0 ? 'No date was found in these articles.' : 'No date in these articles could be fixed to a day, a month or a year: none of them says when it was published. Set it in the Overview, and “Tuesday” will find its place.'}</${Nothing}>`
      : html`<${Zoomable} key=${`${story?.id ?? ''} ${filters.article ?? ''}`} lanes=${lanes} items=${items} />`}
    <${Bounded} keys=${timeline.published.map(({ key }) => key)} />
    ${unplaced.length > 0 && html`<details class="unplaced"><summary>${counted(unplaced.length, 'statement')} with a date that nothing fixes</summary><${Statements} statements=${unplaced} /></details>`}`;
}

const kBounded = 6;

/** Which accounts have no day of their own, and what the others say of it. @param {{keys: readonly string[]}} props */
function Bounded({ keys }) {
  const rows = (overview.value?.rows ?? []).filter((row) => keys.includes(row.key) && boundAlone(row));
  if (rows.length === 0) return null;
  return html`<ul class="bounded">${rows.slice(0, kBounded).map(({ key, bound }) => html`<li><b><${Account} article=${key} /></b> gives no day of its own. What it tells of happened ${bound && html`<${Bound} bound=${bound} />`}.</li>`)}
    ${rows.length > kBounded && html`<li>So with ${counted(rows.length - kBounded, 'more account')}.</li>`}</ul>`;
}

/** @param {{lanes: import('../charts/timeline.js').Lane[], items: Placed[]}} props */
function Zoomable({ lanes, items }) {
  const frame = useRef(/** @type {HTMLElement|null} */ (null));
  const width = useWidth(frame);
  const whole = useMemo(() => wholeView([...items, ...lanes.flatMap(({ published }) => published)]), [lanes]);
  const [view, setView] = useState(/** @type {import('../charts/zoom.js').View|null} */ (null));
  const [most, setMost] = useState(kLanes);
  const [chosen, setChosen] = useState(/** @type {readonly Placed[]} */ ([]));
  const shown = view ?? firstView(items) ?? whole;
  useEffect(() => {
    if (view) announce(stretchText(view));
  }, [view]);
  if (!shown) return null;
  const earlier = items.filter(({ to }) => to < shown.from).length;
  const later = items.filter(({ from }) => from > shown.to).length;
  const middle = (shown.from + shown.to) / 2;
  const chooseThose = (/** @type {readonly Placed[]} */ members) => setChosen(members[0] === chosen[0] && members.length === chosen.length ? [] : members);
  return html`
    <div class="timeline-tools">
      <span class="buttons"><button type="button" aria-label="Zoom out" onClick=${() => setView(scaled(shown, 1 / 1.6, middle, whole))}>−</button>
      <button type="button" aria-label="Zoom in" onClick=${() => setView(scaled(shown, 1.6, middle, whole))}>+</button>
      <button type="button" onClick=${() => whole && setView(whole)}>All</button></span>
      <span class="span num">${stretchText(shown)}</span>
      <${PictureButtons} drawing=${() => frame.current?.querySelector('svg')} name="readout-timeline" title=${`Timeline, ${stretchText(shown)}`} note="Read by Readout. Filled: as the words give it; hollow: worked out; fading: vague. Triangles: published." />
    </div>
    <${TimelineLegend} items=${items} published=${new Set(lanes.flatMap(({ published }) => published.map(({ how }) => how)))} />
    <div class="timeline-edges"><button type="button" class="quiet" disabled=${earlier === 0} onClick=${() => setView(moved(shown, -0.7))}>${earlier > 0 ? `← ${earlier} earlier` : 'none earlier'}</button>
      <button type="button" class="quiet" disabled=${later === 0} onClick=${() => setView(moved(shown, 0.7))}>${later > 0 ? `${later} later →` : 'none later'}</button></div>
    <div class="drawing" ref=${frame}>${width > 0 && html`<${TimelineDrawing} lanes=${lanes.slice(0, most)} view=${shown} whole=${whole} width=${width} chosen=${chosen} onView=${setView} onChoose=${chooseThose} />`}</div>
    ${lanes.length > most && html`<p><button type="button" class="quiet" onClick=${() => setMost(most + 3 * kLanes)}>${counted(Math.min(3 * kLanes, lanes.length - most), 'more happening')} of ${lanes.length - most}</button></p>`}
    <section class="chosen" aria-live="polite" aria-label="Chosen statements">
      ${chosen.length > 0
        ? html`<h2>${stretchText({ from: Math.min(...chosen.map(({ from }) => from)), to: Math.max(...chosen.map(({ to }) => to)) })} · ${counted(chosen.length, 'statement')}</h2><${Statements} statements=${chosen.map(({ statement }) => statement)} />`
        : html`<p class="meta hint">Choose a mark to read its statements. Drag or use the arrow keys to move, + and − to zoom, Home and End for the ends.</p>`}
    </section>`;
}

const certainties = /** @type {const} */ ({ certain: '', inferred: 'worked out', vague: 'vague', unplaced: 'not fixed' });

/**
 * Dated statements with their sources, each a click from its words.
 * @param {{statements: readonly Statement[]}} props
 */
function Statements({ statements }) {
  const [count, setCount] = useState(30);
  return html`<ul class="statements">${statements.slice(0, count).map((statement) => {
    const { sources: [first], before, words, after, certainty, anchor, doubt, kinds } = statement;
    const reason = doubt || (anchor && `counted from ${anchor}`);
    return first && html`<li><p class="when num">${certainty === 'unplaced' ? `“${words}”` : plainDate(statement.text)}${kinds.length > 0 && html` <small>${kinds.join(', ')}</small>`}${certainty !== 'certain' && html` <${Doubt} label=${certainties[certainty]} reason=${reason || 'The words give no exact day.'} />`}</p>
      <blockquote class="words unquoted"><a href=${readerHash(first)}>${before}<mark class="d">${words}</mark>${after}</a></blockquote>
      <p class="from">${statement.sources.map((source, index) => html`${index > 0 && ' · '}<a href=${readerHash(source)}><${Account} article=${source.key} /></a>${source.where && `, ${source.where}`}`)}${statement.accounts > statement.sources.length && ` · ${counted(statement.accounts, 'account')} name this date`}${reason && html` · <span>${reason}</span>`}</p></li>`;
  })}</ul>${statements.length > count && html`<p><button type="button" class="quiet" onClick=${() => setCount(count + 60)}>${counted(Math.min(60, statements.length - count), 'more statement')} of ${statements.length - count}</button></p>`}`;
}

/** @param {{items: readonly Placed[], published: ReadonlySet<string>}} props   `published`: how the published dates are known */
function TimelineLegend({ items, published }) {
  const there = new Set(items.map(({ statement }) => statement.certainty));
  const sample = (/** @type {string} */ certainty) => html`<g class=${`item ${certainty}`}><circle class="dot" cx="10" cy="10" r="5" /></g>`;
  return html`<ul class="legend-marks" aria-label="What the marks mean">
    ${there.has('certain') && html`<li><svg class="timeline-drawing" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">${sample('certain')}</svg>as the words give it</li>`}
    ${there.has('inferred') && html`<li><svg class="timeline-drawing" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">${sample('inferred')}</svg>worked out from an uncertain day</li>`}
    ${there.has('vague') && html`<li><svg class="timeline-drawing" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">${sample('vague')}</svg>vague: a season, “about”, “in recent years”</li>`}
    ${published.size > 0 && html`<li><svg class="timeline-drawing" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><g class="published stated"><path d="M5 6h10l-5 8z" /></g></svg>published</li>`}
    ${published.has('bound') && html`<li><svg class="timeline-drawing" width="30" height="20" viewBox="-10 0 30 20" aria-hidden="true"><g class="published stated"><path d="M5 6h10l-5 8z" /><path class="no-later" d=${noLater(10, 3)} /></g></svg>no later than this</li>`}
  </ul>`;
}
