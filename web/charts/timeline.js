/**
 * The timeline: a lane a happening, days as points, longer times as bars, vague ones fading at their ends; what falls
 * together opens as a list.
 *
 * @module
 */
import { utcTicks } from 'd3-time';
import { useEffect, useId, useRef } from 'preact/hooks';
import { html } from '../views/html.js';
import { fitText, fonts, textWidth } from './text_width.js';
import { layOut } from './timeline_layout.js';
import { kDay, stretchOf, stretchText, tickText } from './time_values.js';
import { afterKey, listenForZoom } from './zoom.js';

/** @typedef {import('../engine/protocol.js').TimelineView} TimelineView */
/** @typedef {import('./timeline_layout.js').Placed} Placed */
/** @typedef {import('./zoom.js').View} View */
/** @typedef {{id: number|null, title: string, items: Placed[], published: {from: number, to: number, how: string, name: string}[]}} Lane
 *           `how` of what was published: that of its date, or 'bound': of an account without a day, no later than that one */

const kAxis = 34;
const kTitle = 26;
const kPublished = 18;
const kRow = 24;
const kBarRow = 22;
const kLaneGap = 18;
const kEdge = 8;

/** What a statement is called beside its mark. @param {Placed} item */
export function shortText({ statement: { kinds, before, words, after } }) {
  if (kinds.length > 0) return kinds.join(', ');
  const sentence = `${before}${words}${after}`.replace(/^…\s*/, '');
  return sentence.length > 90 ? `${sentence.slice(0, 90)} …` : sentence;
}

/** @param {readonly Placed[]} members */
const surest = (members) => (members.some(({ statement }) => statement.certainty === 'certain') ? 'certain' : (members[0]?.statement.certainty ?? 'vague'));

/** "14 Oct 2025: 3 statements, worked out" for those who listen. @param {readonly Placed[]} members */
function describe(members) {
  const [first] = members;
  if (!first) return '';
  const when = stretchText({ from: Math.min(...members.map(({ from }) => from)), to: Math.max(...members.map(({ to }) => to)) });
  return `${when}: ${members.length === 1 ? shortText(first) : `${members.length} statements`}${surest(members) === 'certain' ? '' : surest(members) === 'inferred' ? ', worked out' : ', vague'}`;
}

/**
 * @param {{lanes: readonly Lane[], view: View, whole: View|null, width: number, chosen: readonly Placed[],
 *          onView: (view: View) => void, onChoose: (members: readonly Placed[], lane: Lane) => void}} props
 */
export function TimelineDrawing({ lanes, view, whole, width, chosen, onView, onChoose }) {
  const frame = useRef(/** @type {SVGSVGElement|null} */ (null));
  const id = useId();
  const [left, right] = [kEdge, width - kEdge];
  const x = (/** @type {number} */ time) => left + ((time - view.from) / (view.to - view.from)) * (right - left);
  const now = useRef({ view, whole, width, onView });
  now.current = { view, whole, width, onView };
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    return listenForZoom(element, () => {
      const box = element.getBoundingClientRect();
      return { view: () => now.current.view, show: (next) => now.current.onView(next), whole: now.current.whole, room: () => ({ left: box.left + kEdge, right: box.right - kEdge }) };
    });
  }, []);
  const placed = lanes.map((lane) => ({ lane, ...layOut(lane.items, x, { left, right }) }));
  let top = kAxis;
  const boxes = placed.map((one) => {
    const published = one.lane.published.length > 0 ? kPublished : 0;
    const height = kTitle + published + one.pointRows * kRow + one.barRows * kBarRow + (one.hidden.length > 0 ? kBarRow : 0) + kLaneGap;
    const box = { ...one, top, height, published };
    top += height;
    return box;
  });
  const height = top;
  const days = (view.to - view.from) / kDay;
  const many = Math.max(2, Math.floor((right - left) / 96));
  const ticks = utcTicks(new Date(view.from), new Date(view.to), days > 3 ? Math.min(many, Math.round(days)) : many);
  const [firstTick] = ticks; // says its year
  const least = Math.min(...ticks.map((tick) => tickText(tick).rank));
  let free = -2;
  const labelled = ticks.map((tick) => {
    const { text, rank } = tickText(tick);
    const strong = rank > least;
    const at = x(tick.getTime());
    const said = rank < 3 && tick === firstTick ? `${text} ${tick.getUTCFullYear()}` : text;
    const half = textWidth(said, strong ? fonts.strong : fonts.label) / 2;
    const fits = at - half > free && at + half < width + 2;
    if (fits) free = at + half + 8;
    return { at, strong, shown: fits ? said : '' };
  });
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = afterKey(event.key, view, whole);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onView(next);
  };
  return html`<svg ref=${frame} class="timeline-drawing" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} tabindex="0" role="group" onKeyDown=${onKey}
      aria-label=${`Timeline, ${stretchText(view)}. Left and right move, plus and minus zoom, Home and End go to the ends, 0 shows all.`}>
    <defs>
      <linearGradient id=${`${id}fade`}><stop class="fade-edge" offset="0" /><stop class="fade-core" offset=".3" /><stop class="fade-core" offset=".7" /><stop class="fade-edge" offset="1" /></linearGradient>
    </defs>
    ${labelled.map(({ shown, strong, at }) => html`<g><path class=${strong ? 'grid strong' : 'grid'} d=${`M${at.toFixed(1)} ${kAxis - 8}V${height}`} />
      ${shown && html`<text class=${strong ? 'tick strong' : 'tick'} x=${at} y=${kAxis - 14} text-anchor="middle">${shown}</text>`}</g>`)}
    <path class="axis" d=${`M0 ${kAxis - 8}H${width}`} />
    ${boxes.map(({ lane, top: y, points, bars, pointRows, hidden, published, height: tall }, index) => html`<g class="lane">
      ${index > 0 && html`<path class="lane-line" d=${`M0 ${y}H${width}`} />`}
      <text class="lane-title" x="0" y=${y + 19}>${fitText(lane.title, width, fonts.text)}</text>
      ${published > 0 && html`<${Published} lane=${lane} x=${x} y=${y + kTitle} left=${left} right=${right} />`}
      ${points.map((point) => html`<${PointShown} point=${point} y=${y + kTitle + published + point.row * kRow + kRow / 2} chosen=${isChosen(chosen, point.members)} onChoose=${() => onChoose(point.members, lane)} />`)}
      ${bars.map((bar) => html`<${BarShown} bar=${bar} y=${y + kTitle + published + pointRows * kRow + bar.row * kBarRow} fade=${`url(#${id}fade)`} chosen=${isChosen(chosen, bar.members)} onChoose=${() => onChoose(bar.members, lane)} />`)}
      ${hidden.length > 0 && html`<g role="button" tabindex="0" class="item more" onClick=${() => onChoose(hidden, lane)} onKeyDown=${pressOn(() => onChoose(hidden, lane))}><text class="said" x="0" y=${y + tall - kLaneGap - 6}>and ${hidden.length} more stretches of time</text></g>`}
    </g>`)}
  </svg>`;
}

/** @param {readonly Placed[]} chosen @param {readonly Placed[]} members */
const isChosen = (chosen, members) => chosen.length > 0 && chosen[0] === members[0] && chosen.length === members.length;

/** @param {() => void} act */
const pressOn = (act) => (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  act();
};

/** @param {{point: import('./timeline_layout.js').Point, y: number, chosen: boolean, onChoose: () => void}} props */
function PointShown({ point, y, chosen, onChoose }) {
  const { members, x, room } = point;
  const many = members.length;
  const radius = many === 1 ? 5 : Math.min(9.5, 7 + many / 8);
  const [first] = members;
  const certainty = surest(members);
  const day = first ? stretchText({ from: Math.min(...members.map(({ from }) => from)), to: Math.max(...members.map(({ to }) => to)) }).replace(/ \d{4}$/, '') : '';
  const text = first ? (many === 1 ? shortText(first) : `${day}, ${many} statements`) : '';
  return html`<g class=${`item ${certainty}${chosen ? ' chosen' : ''}`} role="button" tabindex="0" aria-pressed=${chosen} onClick=${onChoose} onKeyDown=${pressOn(onChoose)}>
    <title>${describe(members)}</title>
    <rect class="hit" data-screen x=${x - 12} y=${y - 12} width=${24 + room} height="24" />
    <circle class="dot" cx=${x.toFixed(1)} cy=${y} r=${radius} />
    ${many > 1 && html`<text class="count" x=${x.toFixed(1)} y=${y + 3.6} text-anchor="middle">${many > 99 ? '99+' : many}</text>`}
    ${room > 0 && html`<text class="said" x=${(x + radius + 6).toFixed(1)} y=${y + 4}>${fitText(text, room - 6, fonts.label)}</text>`}
  </g>`;
}

/** @param {{bar: import('./timeline_layout.js').Bar, y: number, fade: string, chosen: boolean, onChoose: () => void}} props */
function BarShown({ bar: { x, width, members, room, inside }, y, fade, chosen, onChoose }) {
  const certainty = surest(members);
  const [first] = members;
  if (!first) return null;
  const { statement } = first;
  const when = /_REF$/.test(statement.date) ? statement.words : statement.text;
  const many = members.length;
  const short = /_REF$/.test(statement.date) ? when : stretchText(first);
  const texts = many > 1 ? [`${when}, ${many} statements`, `${short} (${many})`] : inside ? [`${when}: ${shortText(first)}`] : [when, short];
  const fitting = texts.find((text) => textWidth(text, fonts.label) <= room) ?? (many === 1 && inside && textWidth(when, fonts.label) < room * 0.6 ? texts[0] : short);
  const shown = fitText(fitting ?? short, room, fonts.label);
  return html`<g class=${`item span ${certainty}${chosen ? ' chosen' : ''}`} role="button" tabindex="0" aria-pressed=${chosen} onClick=${onChoose} onKeyDown=${pressOn(onChoose)}>
    <title>${describe(members)}</title>
    <rect class="bar" x=${x.toFixed(1)} y=${y + 1} width=${Math.max(2, width).toFixed(1)} height=${kBarRow - 5} rx="3" style=${certainty === 'vague' ? { fill: fade } : undefined} />
    <text class="said" x=${(inside ? x + 7 : x + width + 6).toFixed(1)} y=${y + 13}>${shown}</text>
  </g>`;
}

/**
 * When the accounts were published: hollow triangles on the lane's upper edge; an arrow to the left where accounts without
 * a day of their own are no later.
 * @param {{lane: Lane, x: (time: number) => number, y: number, left: number, right: number}} props
 */
function Published({ lane, x, y, left, right }) {
  /** @type {{at: number, names: string[], bounded: string[], how: string}[]} */
  const marks = [];
  for (const { from, to, how, name } of [...lane.published].sort((a, b) => a.from - b.from || Number(a.how === 'bound') - Number(b.how === 'bound'))) {
    const at = x((from + to) / 2);
    if (at < left - 4 || at > right + 4) continue;
    let last = marks.at(-1);
    if (!last || at - last.at >= 9) marks.push((last = { at, names: [], bounded: [], how: how === 'bound' ? 'stated' : how }));
    (how === 'bound' ? last.bounded : last.names).push(name);
  }
  const few = (/** @type {readonly string[]} */ names) => (names.length > 2 ? `${names.length} accounts` : names.join(', '));
  let free = -Infinity;
  return html`${marks.map(({ at, names, bounded, how }, index) => {
    const text = [names.length > 0 && `published: ${few(names)}`, bounded.length > 0 && `no later: ${few(bounded)}`].filter(Boolean).join('; ');
    const room = Math.min(bounded.length > 0 ? 420 : 260, (marks[index + 1]?.at ?? right) - at - 22);
    const shown = at > free && room > 70 ? fitText(text, room, fonts.label) : '';
    if (shown) free = at + 14 + textWidth(shown, fonts.label);
    const title = [names.join(', ') + (how === 'inferred' ? ' (date inferred)' : ''), bounded.length > 0 && `no later than this, though without a day of their own: ${bounded.join(', ')}`].filter(Boolean).join('; ');
    return html`<g class=${`published ${how}`}><path d=${`M${(at - 5).toFixed(1)} ${y + 3}h10l-5 8z`} />${bounded.length > 0 && html`<path class="no-later" d=${noLater(at, y)} />`}${shown && html`<text class="when" x=${(at + 10).toFixed(1)} y=${y + 12}>${shown}</text>`}<title>${title}</title></g>`;
  })}`;
}

/** An arrow to the left that ends at a mark. @param {number} at @param {number} y */
export const noLater = (at, y) => `M${(at - 6).toFixed(1)} ${y + 7}h-13m4 -3.5l-4 3.5l4 3.5`;

/**
 * The answer as lanes; what cannot be placed comes back apart. "In recent years" fades towards its account's own day, where
 * that is known.
 * @param {TimelineView} answer
 * @param {(key: string) => string} nameOf
 * @param {(key: string) => string} [boundOf]  the day that an account without one is no later than; '' where none
 * @returns {{lanes: Lane[], unplaced: import('../engine/protocol.js').Statement[]}}
 */
export function lanesOf(answer, nameOf, boundOf = () => '') {
  /** @type {Map<number|null, Lane>} */
  const lanes = new Map(answer.lanes.map(({ id, title }) => [id, { id, title, items: [], published: [] }]));
  const lane = (/** @type {number|null} */ id) => {
    const found = lanes.get(id) ?? { id, title: 'Told by several happenings', items: [], published: [] };
    lanes.set(id, found);
    return found;
  };
  const days = new Map(answer.published.map((one) => [one.key, stretchOf(one.value)]));
  for (const { key, value, how, lane: id } of answer.published) {
    const stretch = stretchOf(value);
    // A year alone is no day to point at.
    if (stretch && stretch.to - stretch.from <= kMonth) lane(id).published.push({ ...stretch, how, name: nameOf(key) });
    const bound = stretchOf(boundOf(key));
    if (bound) lane(id).published.push({ ...bound, how: 'bound', name: nameOf(key) });
  }
  /** @type {import('../engine/protocol.js').Statement[]} */
  const unplaced = [];
  for (const statement of answer.statements) {
    const stretch = statement.certainty === 'unplaced' ? null : (stretchOf(statement.date) ?? nearBy(statement, days));
    if (stretch) lane(statement.lane).items.push({ statement, ...stretch });
    else unplaced.push(statement);
  }
  const kept = [...lanes.values()].filter(({ items, published }) => items.length > 0 || published.length > 0);
  for (const { items } of kept) items.sort((a, b) => a.from - b.from || a.to - b.to);
  const when = (/** @type {Lane} */ { published, items }) => Math.min(...(published.length > 0 ? published : items).map(({ from }) => from));
  return { lanes: kept.sort((a, b) => when(a) - when(b)), unplaced };
}

const kMonth = 31 * 86_400_000;
const kVague = 365 * 86_400_000; // how far "in recent years" is drawn to reach: it fades, and says nothing of its length

/**
 * @param {import('../engine/protocol.js').Statement} statement
 * @param {Map<string, {from: number, to: number}|null>} days
 */
function nearBy({ date, sources }, days) {
  const day = days.get(sources[0]?.key ?? '');
  if (!day || day.to - day.from > kMonth) return null;
  if (date === 'PAST_REF') return { from: day.from - kVague, to: day.from };
  return date === 'FUTURE_REF' ? { from: day.to, to: day.to + kVague } : null;
}
