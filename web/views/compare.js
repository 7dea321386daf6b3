/**
 * Compare: what each account has of each fact, where they disagree, which share their words, and
 * what words each chooses.
 * @module
 */
import { route } from '../state/router.js';
import { html } from './html.js';
import { Disagreements } from './disagreements.js';
import { Matrix } from './matrix.js';
import { Origins } from './origins.js';
import { Pair } from './compare_pair.js';
import { Wording } from './compare_wording.js';

export function ComparePlace() {
  const { view, filters } = route.value;
  if (view === 'wording') return html`<${Wording} />`;
  if (view === 'origins' && filters.article && filters.other) return html`<${Pair} a=${filters.article} b=${filters.other} />`;
  if (view === 'origins') return html`<${Origins} />`;
  if (view === 'disagreements') return html`<${Disagreements} />`;
  return html`<${Matrix} />`;
}
