/**
 * Web pages as saved: HTML, parsed inert. Title, outlet and day are taken as given where the page's head states them.
 *
 * @module
 */
import { byteLength, openedOf } from './inputs.js';
import { inertDocument } from './markup.js';
import { statedBy, textOf } from './page_text.js';
import { breathe } from './pause.js';
import { Refusal } from './refusal.js';

/** @type {import('./registry.js').Importer['open']} */
export async function open({ name, file }, { repair }, { decode }) {
  const decoded = await decode(file, { repair, page: true });
  await breathe();
  const page = inertDocument(decoded.text);
  const text = textOf(page);
  if (!text) throw new Refusal('empty-page', 'This page holds no words: it is filled in by its scripts, which are never run here. Copy and paste its text, or save it from the browser as text.');
  const { encoding, confidence, wrongBytes, doubleEncoded } = decoded;
  const origin = { name, begin: 0, end: byteLength(text), encoding, confidence, wrongBytes, doubleEncoded };
  return openedOf(decoded, [{ id: name, text, ...statedBy(page), source: 'page', file: origin }]);
}
