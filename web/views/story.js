/** @module */
import { formatRoute } from '../state/router.js';
import { HappeningActions } from './correct_happening.js';
import { dialog } from './dialogs.js';
import { storyHash } from './finding.js';
import { html } from './html.js';
import { Account, Doubt, Yours } from './parts.js';
import { counted, plainDate } from './wording.js';

const kAccountsShown = 6;

/**
 * One happening: its headline, when and how that is known, where, who, which accounts and why they are one, how many
 * independent origins.
 * @param {{story: import('../engine/protocol.js').StoryCard, untitled?: boolean, level?: 3|4}} props   `untitled`: its
 *        title stands above already
 */
export function StoryCard({ story, untitled = false, level = 3 }) {
  const { title, date, dateReason, dateInferred, where, who, articles, origins, quotations, differing, reason, decided } = story;
  const named = who.filter(({ name }) => !where.includes(name)).slice(0, 6).map(({ name }) => name);
  return html`<article class="story">
    ${!untitled && html`<${`h${level}`} class="title"><a href=${storyHash(story)}>${title}</a></${`h${level}`}>`}
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
    ${(articles.length > 1 || decided) && reason && html`<p class="meta why-together">${decided ? html`<${Yours} reason=${reason} /> ` : html`<b>Why one happening:</b> `}${reason}</p>`}
    ${untitled && articles.length > 1 && html`<p class="links"><a href=${storyHash(story)}>Compare the accounts</a></p>`}
    <${HappeningActions} story=${story} open=${(/** @type {import('./correct_happening.js').HappeningCorrection} */ what) => (dialog.value = { kind: 'happening', what, key: articles[0]?.key ?? '' })} />
  </article>`;
}
