/**
 * Who and what is named.
 * @module
 */
import { html } from './html.js';
import { RecordTable } from './record_table.js';

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
};

export const People = () => html`<${RecordTable} shape=${shape} />`;
