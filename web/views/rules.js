/**
 * What the person set right, as a list that can be saved, loaded and taken back.
 * @module
 */
import { download } from '../export/download.js';
import { attempt, overview, rules, theEngine } from '../state/session.js';
import { html } from './html.js';
import { counted, firstWords, plainDate } from './wording.js';

/** @typedef {import('../engine/rules.js').Rule} Rule */

const kShown = 200;

export function Rules() {
  const all = rules.value;
  /** @param {Event} event */
  const load = async (event) => {
    const field = /** @type {HTMLInputElement} */ (event.currentTarget);
    const [file] = field.files ?? [];
    field.value = '';
    if (file) await attempt(async () => theEngine().loadRules(await file.text()));
  };
  return html`
    <p>${all.length === 0 ? 'Nothing yet. What you restore, and the outlets and dates that you set, are kept here as rules while the page is open.' : `${counted(all.length, 'rule')}, kept while the page is open. Saved as rules.json and dropped again, they apply to the next folder: to the same articles, and to the same outlets’ new ones.`}</p>
    ${all.length > 0 && html`<ul class="kept-rules">${all.slice(-kShown).reverse().map((rule) => html`<li>
      <span>${worded(rule)}</span>
      <button type="button" class="quiet" onClick=${() => attempt(() => theEngine().dropRule(rule))}>Take back</button>
    </li>`)}</ul>`}
    <p class="buttons">
      <button type="button" class="main" disabled=${all.length === 0} onClick=${() => attempt(async () => download(await theEngine().exportFile('rules.json')))}>Save rules.json</button>
      <label class="button">Load rules …<input class="hidden" type="file" accept=".json" aria-label="A file of rules" onChange=${load} /></label>
    </p>`;
}

/** @param {string} mark  of an article: its file's hash, and "#2" or its row's name after it */
function articleCalled(mark) {
  const at = mark.indexOf('#');
  const [sha256, own] = at < 0 ? [mark, ''] : [mark.slice(0, at), mark.slice(at + 1)];
  const key = sha256.slice(0, 12) + (Number(own) > 1 ? `-${own}` : '');
  const rows = overview.value?.rows ?? [];
  const row = rows.find((one) => one.key === key) ?? (own ? rows.find((one) => one.id.endsWith(`#${own}`)) : undefined);
  return row ? `“${firstWords(row.label, 60)}”` : 'an article that is not on the desk';
}

/** @param {Rule} rule */
function worded(rule) {
  if (rule.do === 'masthead') {
    const given = [rule.outlet && `outlet ${rule.outlet}`, rule.published && `published ${plainDate(rule.published)}`].filter(Boolean);
    return `${articleCalled(rule.article)}: ${given.join(', ')}`;
  }
  const what = rule.line !== undefined ? `“${firstWords(rule.line, 80)}”` : `all of the kind “${rule.reason}”`;
  const where = rule.article !== undefined ? articleCalled(rule.article) : (rule.outlet ?? 'articles of unknown outlet');
  return `${rule.do === 'restore' ? 'Restore' : 'Set aside'} ${what} in ${where}`;
}
