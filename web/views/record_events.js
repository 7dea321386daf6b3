/**
 * Who did what to whom: a matrix of the parties that do most with the events behind each cell, and the events as a table.
 * @module
 */
import { useRef, useState } from 'preact/hooks';
import { WhoLegend } from '../charts/who_marks.js';
import { WhoDrawing, WhoMatrix } from '../charts/who_matrix.js';
import { PictureButtons } from '../export/picture_buttons.js';
import { route, setFilters, valueMark } from '../state/router.js';
import { useAnswer } from '../state/use_answer.js';
import { html } from './html.js';
import { Choice, Nothing } from './parts.js';
import { DrawnOrTable, StoryFilter, useStory } from './record_filters.js';
import { accounts, outlet } from './record_layout.js';
import { RecordTable } from './record_table.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/protocol.js').ActorsView} ActorsView */
/** @typedef {{id: string, name: string}} Party */

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'events',
  one: 'event',
  many: 'events',
  layout: [
    { id: 'who', width: 14 },
    { id: 'whom', width: 13 },
    { id: 'what', width: 29, opens: true, under: [{ id: 'claim', before: 'claimed by ' }] },
    { id: 'kind', width: 13, under: [{ id: 'mode' }, { id: 'status' }] },
    { id: 'date', width: 10, under: [{ id: 'place', before: 'in ' }] },
    { ...outlet, width: 13 },
    accounts,
  ],
};

const kParties = 12;
const kMoreParties = 36;

export function Events() {
  const table = route.value.filters.as === 'table';
  return html`<${DrawnOrTable} drawn="Matrix" />${table ? html`<${RecordTable} shape=${shape} />` : html`<${Matrix} />`}`;
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** @param {string} code */
function countryName(code) {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

const statuses = [
  { value: '', text: 'that happened or are planned' },
  { value: 'asserted', text: 'that happened' },
  { value: 'planned', text: 'that are planned' },
  { value: 'hypothetical', text: 'only considered' },
  { value: 'negated', text: 'said not to have happened' },
];

function Matrix() {
  const { filters } = route.value;
  const story = useStory();
  const [status, setStatus] = useState('');
  const [count, setCount] = useState(kParties);
  const by = filters.by === 'country' ? 'country' : 'actor';
  const scope = { story: story?.id ?? null, article: filters.article ?? null };
  const { answer, error } = useAnswer({ kind: 'actors', by, status, ...scope, from: 0, count });
  const view = /** @type {ActorsView|null} */ (answer);
  const drawing = useRef(/** @type {HTMLElement|null} */ (null));
  if (error) return html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`;
  if (!view) return html`<p class="meta" role="status">Gathering …</p>`;
  /** @type {Party[]} */
  const parties = view.actors.map(({ id, name }) => ({ id, name: by === 'country' ? countryName(name) : name }));
  const named = (/** @type {string|undefined} */ mark) => parties.find(({ name }) => mark !== undefined && valueMark(name) === mark);
  const [from, to] = [named(filters.from), named(filters.to)];
  const chosen = from && to && view.cells.some((cell) => cell.from === from.id && cell.to === to.id) ? { from, to } : null;
  const title = `Who does what to whom, by ${by}`;
  return html`<div class="filters" role="group" aria-label="Filters">
      <div class="segments" role="group" aria-label="Parties">${[['', 'By actor'], ['country', 'By country']].map(([value = '', text]) => html`<button type="button" aria-pressed=${(filters.by ?? '') === value} onClick=${() => setFilters({ by: value, from: '', to: '' })}>${text}</button>`)}</div>
      <${Choice} label="Events" value=${status} options=${statuses} onChange=${setStatus} />
      <${StoryFilter} />
    </div>
    <p class="meta num" role="status">${summary(view, by, status)}</p>
    ${view.cells.length === 0
      ? html`<${Nothing}>${emptyReason(view, by)}</${Nothing}>`
      : html`<div class="who-head"><${WhoLegend} /><${PictureButtons} drawing=${() => drawing.current?.querySelector('svg')} name=${`readout-events-by-${by}`} title=${title} note="Read by Readout; PLOVER roots. One happening that several accounts tell counts once." /></div>
        <${WhoMatrix} parties=${parties} cells=${view.cells} chosen=${chosen && { from: chosen.from.id, to: chosen.to.id }}
          onChoose=${(/** @type {Party} */ who, /** @type {Party} */ whom) => {
            const same = chosen?.from.id === who.id && chosen.to.id === whom.id;
            setFilters({ from: same ? '' : valueMark(who.name), to: same ? '' : valueMark(whom.name) });
          }} />
        <div class="to-save" ref=${drawing} aria-hidden="true"><${WhoDrawing} parties=${parties} cells=${view.cells} /></div>
        ${view.total > parties.length && html`<p><button type="button" class="quiet" onClick=${() => setCount(count + kMoreParties)}>${counted(Math.min(kMoreParties, view.total - parties.length), by === 'actor' ? 'more actor' : 'more country', by === 'actor' ? 'more actors' : 'more countries')}</button></p>`}
        ${chosen
          ? html`<section class="behind" aria-label="Events behind the cell" aria-live="polite"><h2>${chosen.from.name} → ${chosen.to.name}</h2>
              <${RecordTable} key=${`${by} ${chosen.from.id} ${chosen.to.id} ${status}`} shape=${shape} between=${{ by, from: chosen.from.id, to: chosen.to.id, status }} /></section>`
          : html`<p class="meta hint">Choose a cell to read the events behind it.</p>`}`}`;
}

/** What the matrix counts and what it leaves out, said. @param {ActorsView} view @param {string} by @param {string} status */
function summary({ events, paired, alone, negated, possible }, by, status) {
  const out = [`${counted(events, 'event')}, ${paired} between two ${by === 'country' ? 'countries that are known' : 'parties'}`];
  if (alone > 0) out.push(`${alone} with one party only (in the table)`);
  const left = [negated > 0 && `${negated} said not to have happened`, possible > 0 && `${possible} only considered`].filter(Boolean);
  if (status === '' && left.length > 0) out.push(`left out: ${left.join(', ')}`);
  return out.join('; ');
}

/** @param {ActorsView} view @param {string} by */
function emptyReason({ events }, by) {
  if (events === 0) return 'No event of this kind was read in these articles: no meeting, visit, signing, sanction or other deed of one party towards another.';
  return by === 'country'
    ? 'The countries of these parties are not known, so no matrix can be made. The matrix by actor has the names.'
    : 'None of these events has two parties that are named, so there is nothing to set against one another. The table has them all.';
}
