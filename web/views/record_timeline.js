/**
 * What is dated, in order of time.
 * @module
 */
import { html } from './html.js';
import { RecordTable } from './record_table.js';

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'timeline',
  one: 'entry',
  many: 'entries',
  layout: [
    { id: 'date', width: 16 },
    { id: 'what', width: 46, opens: true },
    { id: 'kind', width: 18, under: [{ id: 'about' }] },
    { id: 'accounts', width: 10 },
    { id: 'origins', width: 10 },
  ],
};

export const Timeline = () => html`<${RecordTable} shape=${shape} />`;
