/** @module */
import { formatRoute } from '../state/router.js';
import { storyHash } from './finding.js';
import { html } from './html.js';
import { Account, Doubt } from './parts.js';
import { counted, plainDate } from './wording.js';

const kAccountsShown = 6;

/**
 * One happening: its headline, when and how that is known, where, who, which accounts and why they are one, how many
 * independent origins.
 * @param {{story: import('../engine/protocol.js').StoryCard, untitled?: boolean}} props   `untitled`: its title stands above already
 */
export function StoryCard({ story, untitled = false }) {
  const { title, date, dateReason, dateInferred, where, who, articles, origins, quotations, differing, reason } = story;
  const named = who.filter(({ name }) => !where.includes(name)).slice(0, 6).map(({ name }) => name);
  return html`<article class="story">
    ${!untitled && html`<h3><a href=${storyHash(story)}>${title}</a></h3>`}
    <p class="meta">
      ${date ? html`<span class="num" title=${dateReason}>${plainDate(date)}</span>` : html`<span>date unknown</span>`}
      ${date && dateInferred && html` <${Doubt} label="date inferred" reason=${dateReason} />`}
      ${where.length > 0 && html` · <span title="places that its headlines and leads name">${where.join(', ')}</span>`}
    </p>
    ${named.length > 0 && html`<p class="who">${named.join(', ')}${who.length > 6 && html` <span class="meta">and more</span>`}</p>`}
    <ul class="accounts">
      ${articles.slice(0, kAccountsShown).map(
        ({ key, label }) => html`<li><a href=${formatRoute({ place: 'reader', key })} title=${label}><${Account} article=${key} /></a></li>`,
      )}
      ${articles.length > kAccountsShown && html`<li>and ${articles.length - kAccountsShown} more</li>`}
    </ul>
    <p class="meta num">${[counted(articles.length, 'account'), counted(origins, 'origin'), counted(quotations, 'quotation')].join(' · ')}${differing > 0 && html` · <a href=${`${storyHash(story)}&differing=1`}><b>${differing} ${differing === 1 ? 'differs' : 'differ'}</b></a>`}</p>
    ${articles.length > 1 && reason && html`<p class="meta why-together">${reason}</p>`}
    ${untitled && articles.length > 1 && html`<p class="links"><a href=${storyHash(story)}>Compare the accounts</a></p>`}
  </article>`;
}
