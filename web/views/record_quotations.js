/**
 * Who said what, and how it reached the reader.
 * @module
 */
import { formatRoute, valueMark } from '../state/router.js';
import { html } from './html.js';
import { accounts, outlet } from './record_layout.js';
import { RecordTable } from './record_table.js';

/** @type {import('./record_table.js').TableShape} */
const shape = {
  id: 'quotations',
  one: 'quotation',
  many: 'quotations',
  layout: [
    { id: 'speaker', width: 15 },
    { id: 'said', width: 40, opens: true },
    { id: 'cue', width: 13, under: [{ id: 'stance', label: 'Stance' }, { id: 'to', before: 'to ' }] },
    { id: 'how', width: 9 },
    outlet,
    accounts,
  ],
};

/** Where the table stands with this speaker alone. @param {string} name */
export const quotationsOf = (name) => formatRoute({ place: 'record', view: 'quotations', filters: { 'f.speaker': valueMark(name) } });

export const Quotations = () => html`<${RecordTable} shape=${shape} />`;
