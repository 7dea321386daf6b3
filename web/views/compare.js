/**
 * Compare: what each account has of each fact, where they disagree, and which share their words.
 * @module
 */
import { route } from '../state/router.js';
import { html } from './html.js';
import { Disagreements } from './disagreements.js';
import { Matrix } from './matrix.js';
import { Origins } from './origins.js';

export function ComparePlace() {
  const { view } = route.value;
  if (view === 'origins') return html`<${Origins} />`;
  if (view === 'disagreements') return html`<${Disagreements} />`;
  return html`<${Matrix} />`;
}
