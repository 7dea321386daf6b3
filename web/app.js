/** The page's beginning: one engine, one page. */
import { createEngine } from './engine/engine.js';
import { loadAhead } from './files/registry.js';
import { startPage } from './views/page.js';

const engine = createEngine();
// For programs that drive the page: `await readout.idle()` settles when all work is done.
Object.assign(window, { readout: engine });
startPage(engine);
// The importers come while nothing else is awaited, so that a drop itself asks nothing of the network.
const whenIdle = window.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 1000));
window.addEventListener('load', () => whenIdle(() => void loadAhead()));
