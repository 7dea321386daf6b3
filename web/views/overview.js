/**
 * Overview: where a drop lands.
 * @module
 */
import { useState } from 'preact/hooks';
import { stepsOf } from '../engine/rules.js';
import { overview, progress, readIn, rules } from '../state/session.js';
import { Aside } from './aside.js';
import { dialog } from './dialogs.js';
import { Failures, Files } from './files.js';
import { Finding } from './finding.js';
import { groupsOf } from './happening_groups.js';
import { html } from './html.js';
import { Nothing } from './parts.js';
import { StoryCard } from './story.js';
import { counted, countedInWords, plainDate, plainDuration } from './wording.js';

/** @typedef {import('../engine/protocol.js').Overview} OverviewAnswer */

const kFirst = 8; // findings shown before the reader asks for more
const kStories = 12;
const kMoreStories = 50;

export function OverviewPlace() {
  const shown = overview.value;
  const [all, setAll] = useState(false);
  if (!shown) return null;
  const { stories, subjects = [], first, rows, aside } = shown;
  return html`
    <header class="head">
      <h1>${heading(shown)}</h1>
      <${Lede} shown=${shown} />
    </header>
    <div class="columns">
      <section class="first" aria-labelledby="first">
        <h2 id="first">Look here first</h2>
        ${first.length === 0 && html`<${Nothing}>${nothingFirst(shown)}</${Nothing}>`}
        ${first.slice(0, all ? first.length : kFirst).map((finding) => html`<${Finding} finding=${finding} />`)}
        ${!all && first.length > kFirst && html`<p class="more"><button type="button" onClick=${() => setAll(true)}>${first.length - kFirst} more</button></p>`}
        <${Rules} />
      </section>
      <div class="side">
        <section aria-labelledby="stories">
          <h2 id="stories">${countedInWords(stories.length, 'happening')}</h2>
          <${Happenings} stories=${stories} subjects=${subjects} />
          ${stories.length === 0 && html`<${Nothing}>No happening could be made out. Names, quotations, figures and dates are in the Record.</${Nothing}>`}
        </section>
        <section aria-labelledby="aside">
          <h2 id="aside">Set aside</h2>
          <${Aside} counts=${aside} />
        </section>
        <section aria-labelledby="files">
          <h2 id="files">Files</h2>
          <${Failures} />
          <${Files} rows=${rows} />
        </section>
      </div>
    </div>`;
}

/** By what rules findings stand first; wasm/desk_findings.h keeps them. */
function Rules() {
  return html`<details class="rules"><summary>How these are chosen</summary>
    <ol>
      <li>Figures, dates or accounts that cannot both be right.</li>
      <li>One statement in different words: cut, translated or reworded; the words that changed are marked.</li>
      <li>What one account says in its own voice, or of another speaker, and another attributes.</li>
      <li>What a headline or lead has from one origin alone, while complete accounts of the same happening lack it.</li>
      <li>What an account says was not said, or who would not comment.</li>
    </ol>
    <p>In that order, at most four of a kind and two of a kind from one happening, twelve in all. What explains itself (an earlier count, a different scope, rounding) stands under <a href="#/compare/disagreements">Disagreements</a> with all the others. Nothing is weighed by who says it.</p></details>`;
}

/**
 * The happenings, those of one running subject together under it, in order of time.
 * @param {Pick<OverviewAnswer, 'stories'|'subjects'>} props
 */
function Happenings({ stories, subjects }) {
  const [most, setMost] = useState(kStories);
  const groups = groupsOf(stories, subjects);
  /** @type {import('preact').ComponentChildren[]} */
  const shown = [];
  let count = 0;
  for (const { subject, of } of groups) {
    if (count >= most) break;
    const cards = of.slice(0, most - count).map((story) => html`<${StoryCard} story=${story} untitled=${stories.length === 1} level=${subject ? 4 : 3} key=${story.articles[0]?.key} />`);
    count += cards.length;
    shown.push(subject ? html`<${Subject} subject=${subject} count=${of.length} key=${subject.title}>${cards}</${Subject}>` : cards);
  }
  return html`${shown}
    ${stories.length > count && html`<p class="more"><button type="button" onClick=${() => setMost(most + kMoreStories)}>${counted(Math.min(kMoreStories, stories.length - count), 'more happening')}</button></p>`}`;
}

/**
 * @param {{subject: {title: string, reason: string}, count: number, children?: import('preact').ComponentChildren}} props
 */
function Subject({ subject, count, children }) {
  return html`<section class="subject" aria-label=${`Running subject: ${subject.title}`}>
    <h3>${subject.title}</h3>
    <p class="meta">A running subject: ${countedInWords(count, 'happening').toLowerCase()} of one kind between the same parties, one after the other.</p>
    <div class="in-subject">${children}</div></section>`;
}

/** @param {{shown: OverviewAnswer}} props */
function Lede({ shown }) {
  const elapsed = readIn.value;
  const busy = progress.value.busy && progress.value.total > 0;
  const corrected = stepsOf(rules.value).length;
  return html`<p class="lede">
    <b class="num">${counted(shown.files, 'file')}${shown.articles !== shown.files && ` · ${counted(shown.articles, 'article')}`} ·
      ${' '}${counted(shown.stories.length, 'happening')} · ${counted(shown.origins, 'origin')}.</b>
    ${' '}${!busy && elapsed > 0 && `Read in ${plainDuration(elapsed)} on this computer; `}${busy || !elapsed ? 'Nothing' : 'nothing'} was uploaded.
    ${' '}<button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'check' })}>How to check</button>
    ${corrected > 0 && html` <span class="yours-counted">· <button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'corrections' })}>${counted(corrected, 'correction')} of yours</button></span>`}
  </p>`;
}

/**
 * What the folder is about, in names and dates that stand in it.
 * @param {OverviewAnswer} shown
 */
function heading({ stories, rows }) {
  const [only] = stories;
  if (stories.length === 1 && only) return only.title;
  if (stories.length === 0) return rows.length === 1 && rows[0] ? rows[0].label : `${countedInWords(rows.length, 'article')} on the desk`;
  const leading = leadingNames(stories);
  const days = stories.map((story) => story.date.slice(0, 10)).filter((date) => /^\d{4}/.test(date)).sort();
  const [from, to] = [days[0] ?? '', days.at(-1) ?? ''];
  const month = (/** @type {string} */ date) => plainDate(date.slice(0, 7));
  const when = !from ? '' : month(from) === month(to) ? month(from) : `${month(from)} to ${month(to)}`;
  const who = leading.length === 0 ? countedInWords(stories.length, 'happening') : joined(leading);
  return when ? `${who}, ${when}` : who;
}

/** @param {OverviewAnswer['stories']} stories */
function leadingNames(stories) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const { who } of stories)
    who.slice(0, 4).forEach(({ name, type }, index) => {
      if (type === 'person') weights.set(name, (weights.get(name) ?? 0) + 4 - index);
    });
  const sorted = [...weights].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.slice(0, 3).map(([name]) => name);
}

/** @param {readonly string[]} names */
const joined = (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

/** @param {OverviewAnswer} shown */
const nothingFirst = ({ articles }) =>
  articles === 1
    ? 'One account alone: there is nothing to hold it against. Drop another account of the same happening, and what differs stands here.'
    : 'No two accounts were found to disagree, and none states a silence. That is not proof that they agree.';
