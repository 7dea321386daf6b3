/** @module */
import { formatRoute, route, subPlaces } from '../state/router.js';
import { overview } from '../state/session.js';
import { html } from './html.js';
import { Sections } from './parts.js';

const titles = { matrix: 'Matrix', disagreements: 'Disagreements', origins: 'Origins', wording: 'Wording' };

/** The views of Compare; the happening chosen in one is kept in the next. */
export function CompareSections() {
  const { view, filters } = route.value;
  const shown = overview.value;
  const counts = { matrix: '', disagreements: '', origins: shown ? String(shown.origins) : '', wording: '' };
  const story = filters.story ?? '';
  return html`<${Sections} label="Compare" links=${subPlaces.compare.map((name) => ({
    href: formatRoute({ place: 'compare', view: name, filters: { story } }), text: titles[name], current: name === view, count: counts[name],
  }))} />`;
}
