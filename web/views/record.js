/**
 * Record: what was read, each line one click from its words. A view a file: record_NAME.js.
 * @module
 */
import { formatRoute, route, subPlaces } from '../state/router.js';
import { html } from './html.js';
import { Sections } from './parts.js';
import { Events } from './record_events.js';
import { Figures } from './record_figures.js';
import { People } from './record_people.js';
import { Quotations } from './record_quotations.js';
import { Timeline } from './record_timeline.js';

const views = /** @type {Record<string, {title: string, view: () => unknown}>} */ ({
  quotations: { title: 'Quotations', view: Quotations },
  people: { title: 'People', view: People },
  figures: { title: 'Figures', view: Figures },
  events: { title: 'Events', view: Events },
  timeline: { title: 'Timeline', view: Timeline },
});

export function RecordPlace() {
  const { view: name } = route.value;
  const shown = views[name];
  return html`<header class="head"><h1>${shown?.title}</h1>
      <${Sections} label="Record" links=${subPlaces.record.map((view) => ({ href: formatRoute({ place: 'record', view }), text: views[view]?.title ?? view, current: view === name }))} />
    </header>
    ${shown && html`<${shown.view} key=${name} />`}`;
}
