/**
 * Who and what is named; and all that the articles have of one name.
 * @module
 */
import { formatRoute, route } from '../state/router.js';
import { html } from './html.js';
import { Person } from './record_person.js';
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
    mentions: ({ open }) => (open ? formatRoute({ place: 'record', view: 'people', filters: { who: `${open.key}.${open.begin}` } }) : ''),
    quotations: ({ cells }) => (Number(cells.quotations) > 0 ? quotationsOf(cells.name ?? '') : ''),
  },
};

export function People() {
  const [key = '', begin = ''] = (route.value.filters.who ?? '').split('.');
  return key ? html`<${Person} articleKey=${key} begin=${Number(begin)} />` : html`<${RecordTable} shape=${shape} />`;
}
