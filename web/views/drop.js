/**
 * Files dropped or pasted anywhere, at any time.
 * @module
 */
import { signal } from '@preact/signals';
import { attempt } from '../state/session.js';
import { typesText } from '../state/keys.js';
import { html } from './html.js';

const dragging = signal(false);

/**
 * @param {Document} page
 * @param {import('../state/session.js').DeskEngine} engine
 * @returns {() => void}   stops listening
 */
export function listenForDrops(page, engine) {
  const stop = new AbortController();
  const { signal: until } = stop;
  let depth = 0;
  const brings = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false;
  page.addEventListener('dragenter', (event) => {
    if (!brings(event)) return;
    depth += 1;
    dragging.value = true;
  }, { signal: until });
  page.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) dragging.value = false;
  }, { signal: until });
  page.addEventListener('dragover', (event) => {
    if (!brings(event) || typesText(event.target)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  }, { signal: until });
  page.addEventListener('drop', (event) => {
    depth = 0;
    dragging.value = false;
    const data = event.dataTransfer;
    if (!data || typesText(event.target)) return;
    event.preventDefault();
    void attempt(() => take(engine, data));
  }, { signal: until });
  page.addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (!data || typesText(event.target) || page.querySelector('dialog[open]')) return;
    event.preventDefault();
    void attempt(() => take(engine, data));
  }, { signal: until });
  return () => stop.abort();
}

/**
 * @param {import('../state/session.js').DeskEngine} engine
 * @param {DataTransfer} data   read before the first await: it is empty after the event
 */
async function take(engine, data) {
  if (data.types.includes('Files')) return engine.addFiles(data);
  const text = data.getData('text/plain');
  if (text.trim()) return engine.addText(text);
  return undefined;
}

/** What shows while something is held over the page. */
export function DropVeil() {
  if (!dragging.value) return null;
  return html`<div class="veil" aria-hidden="true"><p>Drop to read here</p><small>It stays on this computer.</small></div>`;
}
