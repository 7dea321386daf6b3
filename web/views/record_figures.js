/**
 * Which figures are given.
 * @module
 */
import { html } from './html.js';
import { accounts, outlet } from './record_layout.js';
import { RecordTable } from './record_table.js';

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'figures',
  one: 'figure',
  many: 'figures',
  layout: [
    { id: 'figure', width: 24, opens: true },
    { id: 'of', width: 26, under: [{ id: 'period', before: 'for ' }] },
    { id: 'kind', width: 12, under: [{ id: 'sense' }] },
    { id: 'value', width: 15 },
    outlet,
    accounts,
  ],
};

export const Figures = () => html`<${RecordTable} shape=${shape} />`;
