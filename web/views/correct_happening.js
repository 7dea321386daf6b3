/**
 * Setting a happening right: two are one, or accounts of it tell of another, or stand apart.
 * @module
 */
import { useState } from 'preact/hooks';
import { moveArticles, oneHappening } from '../engine/collation_rules.js';
import { overview } from '../state/session.js';
import { correct } from './correct.js';
import { inMarks } from './correction_words.js';
import { html } from './html.js';
import { Account } from './parts.js';
import { Pick } from './pick.js';
import { Sheet } from './sheet.js';
import { counted, plainDate } from './wording.js';

/** @typedef {import('../engine/protocol.js').StoryCard} StoryCard */
/** @typedef {'merge'|'move'} HappeningCorrection */

const kOptions = 8;

/** @param {StoryCard} story */
const keysOf = (story) => story.articles.map(({ key }) => key);

/**
 * The happening that an article tells of. Its number may be another after each change; its articles stay.
 * @param {string} key
 */
const happeningOf = (key) => overview.value?.stories.find(({ articles }) => articles.some((article) => article.key === key));

/**
 * The other happenings whose title, accounts or names have all that was typed.
 * @param {StoryCard} story
 * @returns {(typed: string) => Promise<import('./pick.js').Option<StoryCard>[]>}
 */
const othersThan = (story) => async (typed) => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const others = (overview.value?.stories ?? []).filter(({ id }) => id !== story.id);
  const fits = others.filter(({ title, who, articles, date }) => {
    const all = [title, date, ...who.map(({ name }) => name), ...articles.flatMap(({ label, outlet }) => [label, outlet ?? ''])].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return fits.slice(0, kOptions).map((value) => ({ text: value.title, more: [value.date ? plainDate(value.date) : 'date unknown', counted(value.articles.length, 'account')].join(' · '), value }));
};

/**
 * The ways to set a happening right, in a row.
 * @param {{story: StoryCard, open: (what: HappeningCorrection) => void}} props
 */
export function HappeningActions({ story, open }) {
  const alone = (overview.value?.stories.length ?? 0) < 2;
  if (alone && story.articles.length < 2) return null;
  return html`<p class="set-right" role="group" aria-label=${`Set right: ${story.title}`}><span class="meta">Not right?</span>
    ${!alone && html`<button type="button" class="quiet" onClick=${() => open('merge')}>Same as another …</button>`}
    ${(story.articles.length > 1 || !alone) && html`<button type="button" class="quiet" onClick=${() => open('move')}>${story.articles.length > 1 ? 'Take accounts out …' : 'Put it into another …'}</button>`}</p>`;
}

/** @param {{what: HappeningCorrection, articleKey: string, chosen: readonly string[], close: () => void}} props */
export function HappeningDialog({ what, articleKey, chosen, close }) {
  const story = happeningOf(articleKey);
  if (!story) return null;
  return what === 'merge'
    ? html`<${Sheet} title="One happening" close=${close}><${Merge} story=${story} close=${close} /></${Sheet}>`
    : html`<${Sheet} title=${story.articles.length > 1 ? 'Take accounts out' : 'Put it into another happening'} close=${close}><${Move} story=${story} chosen=${chosen} close=${close} /></${Sheet}>`;
}

/** @param {{story: StoryCard, close: () => void}} props */
function Merge({ story, close }) {
  const [other, setOther] = useState(/** @type {StoryCard|null} */ (null));
  /** @param {Event} event */
  const merge = (event) => {
    event.preventDefault();
    if (!other) return;
    close();
    void correct(`${inMarks(story.title)} and ${inMarks(other.title)} are one happening.`, (nameArticle) => oneHappening(keysOf(story), keysOf(other), nameArticle));
  };
  return html`<form onSubmit=${merge}>
    <p class="about">${inMarks(story.title)} is the same happening as</p>
    <${Pick} label="Another happening on the desk" one="happening" options=${othersThan(story)} onPick=${(/** @type {import('./pick.js').Option<StoryCard>|null} */ option) => setOther(option?.value ?? null)} />
    ${other && html`<p class="meta">Their ${story.articles.length + other.articles.length} accounts will be compared as accounts of one happening.</p>`}
    <p class="buttons"><button type="submit" class="main" disabled=${!other}>They are one</button></p>
  </form>`;
}

/** @param {{story: StoryCard, chosen: readonly string[], close: () => void}} props */
function Move({ story, chosen: first, close }) {
  const keys = keysOf(story);
  const others = (overview.value?.stories.length ?? 0) > 1;
  const [chosen, setChosen] = useState(/** @type {readonly string[]} */ (keys.length === 1 ? keys : first));
  const [apart, setApart] = useState(keys.length > 1);
  const [other, setOther] = useState(/** @type {StoryCard|null} */ (null));
  const whole = chosen.length === keys.length;
  const ready = chosen.length > 0 && (apart ? !whole : other !== null);
  /** @param {string} key */
  const toggle = (key) => setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  /** @param {Event} event */
  const move = (event) => {
    event.preventDefault();
    if (!ready) return;
    close();
    const what = chosen.length === 1 ? inMarks(story.articles.find(({ key }) => key === chosen[0])?.label ?? '') : counted(chosen.length, 'account');
    const told = chosen.length === 1 ? 'tells' : 'tell';
    void correct(
      apart || !other ? `${what} ${told} of a happening of ${chosen.length === 1 ? 'its' : 'their'} own.` : `${what} ${told} of ${inMarks(other.title)}.`,
      (nameArticle) => moveArticles(chosen, { from: keys, to: apart || !other ? null : keysOf(other) }, nameArticle),
    );
  };
  return html`<form onSubmit=${move}>
    ${keys.length > 1
      ? html`<fieldset class="choices accounts-chosen"><legend>Which accounts do not tell of ${inMarks(story.title)}?</legend>
        ${story.articles.map(({ key, label }) => html`<label><input type="checkbox" checked=${chosen.includes(key)} onChange=${() => toggle(key)} />
          <span><b><${Account} article=${key} /></b> <span class="in-words">${label}</span></span></label>`)}</fieldset>`
      : html`<p class="about">${inMarks(story.title)}</p>`}
    ${keys.length > 1 && others && html`<fieldset class="choices"><legend>${chosen.length > 1 ? 'They tell' : 'It tells'} of</legend>
      <label><input type="radio" name="to" checked=${apart} onChange=${() => setApart(true)} /> <span>a happening of ${chosen.length > 1 ? 'their' : 'its'} own</span></label>
      <label><input type="radio" name="to" checked=${!apart} onChange=${() => setApart(false)} /> <span>another happening on the desk</span></label></fieldset>`}
    ${!apart && html`<${Pick} label=${keys.length > 1 ? 'Which one' : 'It tells of'} one="happening" options=${othersThan(story)} onPick=${(/** @type {import('./pick.js').Option<StoryCard>|null} */ option) => setOther(option?.value ?? null)} />`}
    ${apart && whole && html`<p class="meta" role="status">Leave at least one account to the happening as it is.</p>`}
    <p class="buttons"><button type="submit" class="main" disabled=${!ready}>${apart ? 'Take out' : 'Put there'}</button></p>
  </form>`;
}
