/** @module */
import { OriginGrid } from '../charts/origin_grid.js';
import { formatRoute } from '../state/router.js';
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { pairHash, SharedCopy } from './compare_pair.js';
import { CompareSections } from './compare_sections.js';
import { html } from './html.js';
import { Account, Evidence, Nothing } from './parts.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/protocol.js').OriginsView} OriginsView */

const kLaidOut = 12; // shared texts whose words stand side by side at once
const kPassages = 6;
const kAccounts = 20;
const kAlone = 200;

/**
 * The address of two accounts side by side: of one happening where there are two.
 * @param {readonly OriginsView['origins'][number][]} alone
 */
function ofOneStory(alone) {
  const keys = alone.flatMap(({ articles }) => articles.map(({ key }) => key));
  const stories = overview.value?.stories ?? [];
  const shared = stories.map(({ articles }) => articles.map(({ key }) => key).filter((key) => keys.includes(key))).find((of) => of.length > 1) ?? keys;
  return pairHash(shared[0] ?? '', shared[1] ?? '');
}

/** Whose words come from one text: corroboration counts these, not outlets. */
export function Origins() {
  const { answer, error } = useAnswer({ kind: 'origins' });
  const view = /** @type {OriginsView|null} */ (answer);
  const origins = view?.origins ?? [];
  const shared = origins.filter(({ articles }) => articles.length > 1);
  const alone = origins.filter(({ articles }) => articles.length === 1);
  const articles = new Set(origins.flatMap((origin) => origin.articles.map(({ key }) => key))).size;
  return html`<header class="head"><h1>${counted(articles, 'account')}, ${counted(origins.length, 'origin')}</h1>
      <p class="lede">Accounts that share their words count once: ten reprints of one wire are one source. An article merged from two wires stands in two origins.</p>
      <${CompareSections} /></header>
    ${error && html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`}
    ${shared.length > 0 && html`<${OriginGrid} shared=${shared} alone=${alone} />`}
    ${shared.map((origin, index) => html`<section class="origin" aria-labelledby=${`origin-${origin.id}`}>
      <div class="of">
        <h2 id=${`origin-${origin.id}`}>Shared text ${index + 1}</h2>
        <ul class="accounts-list">${origin.articles.slice(0, kAccounts).map(({ key, label }) => html`<li><a href=${formatRoute({ place: 'reader', key })}><${Account} article=${key} /></a> <span class="meta">${label}</span></li>`)}${origin.articles.length > kAccounts && html`<li class="meta">and ${counted(origin.articles.length - kAccounts, 'more account')}</li>`}</ul>
        <p class="meta">${origin.reason}</p>
      </div>
      ${index < kLaidOut ? html`<${SharedCopy} articles=${origin.articles} />` : html`<div class="shared-words">${origin.passages.slice(0, kPassages).map((words) => html`<${Evidence} words=${words} longest=${320} />`)}
        ${origin.passages.length > kPassages && html`<p class="meta">and ${counted(origin.passages.length - kPassages, 'more passage')}</p>`}</div>`}
    </section>`)}
    ${alone.length > 0 && html`<section class="origin alone" aria-labelledby="alone"><div class="of">
      <h2 id="alone">${shared.length > 0 ? 'Words of their own' : 'Each in its own words'}</h2>
      ${alone.length > 1 && html`<p class="links"><a href=${ofOneStory(alone)}>Lay two side by side</a></p>`}</div>
      <ul class="accounts-list">${alone.slice(0, kAlone).map(({ articles: [article], reason }) => article && html`<li><a href=${formatRoute({ place: 'reader', key: article.key })}><${Account} article=${article.key} /></a> <span class="meta">${article.label}${reason && ` · ${reason}`}</span></li>`)}${alone.length > kAlone && html`<li class="meta">and ${counted(alone.length - kAlone, 'more account')}</li>`}</ul>
    </section>`}`;
}
