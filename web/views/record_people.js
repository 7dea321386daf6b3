/**
 * Who and what is named; and all that the articles have of one name.
 * @module
 */
import { formatRoute, route } from '../state/router.js';
import { html } from './html.js';
import { Person, whoOf } from './record_person.js';
import { quotationsOf } from './record_quotations.js';
import { RecordTable } from './record_table.js';

/** @typedef {import('./record_table.js').Row} Row */

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'people',
  one: 'name',
  many: 'names',
  layout: [
    { id: 'name', width: 30, opens: true, under: [{ id: 'aliases', before: 'also ' }] },
    { id: 'type', width: 12 },
    { id: 'roles', width: 28 },
    { id: 'mentions', width: 10 },
    { id: 'articles', width: 10 },
    { id: 'quotations', width: 10 },
  ],
  links: {
    mentions: ({ open }) => (open ? formatRoute({ place: 'record', view: 'people', filters: { who: whoOf(open) } }) : ''),
    quotations: ({ cells }) => (Number(cells.quotations) > 0 ? quotationsOf(cells.name ?? '') : ''),
  },
};

export function People() {
  const [key = '', place = ''] = (route.value.filters.who ?? '').split('.');
  const [begin = '', end = ''] = place.split('-');
  return key ? html`<${Person} at=${end ? { key, begin: Number(begin), end: Number(end) } : { key, begin: Number(begin) }} />` : html`<${RecordTable} shape=${shape} />`;
}
