/** @module */
import { overview } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { CompareSections } from './compare_sections.js';
import { Finding } from './finding.js';
import { html } from './html.js';
import { Nothing } from './parts.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/protocol.js').DisagreementsView} DisagreementsView */

/** The ledger of disagreements, by kind: what conflicts first. */
export function Disagreements() {
  const { answer, error } = useAnswer({ kind: 'disagreements' });
  const view = /** @type {DisagreementsView|null} */ (answer);
  const findings = view?.findings ?? [];
  return html`<header class="head"><h1>Disagreements</h1>
      <p class="lede">${counted(findings.length, 'place')} where accounts of one happening give different words or values. What only rounds, or was counted earlier, says so.</p>
      <${CompareSections} /></header>
    ${error && html`<${Nothing}>The desk could not answer: ${error}</${Nothing}>`}
    ${view && findings.length === 0 && html`<${Nothing}>${(overview.value?.articles ?? 0) < 2 ? 'There is one account only: nothing can disagree with it.' : 'None was found. That is not proof that the accounts agree.'}</${Nothing}>`}
    <div class="ledger">${findings.map((finding) => html`<${Finding} finding=${finding} level=${2} />`)}</div>`;
}
