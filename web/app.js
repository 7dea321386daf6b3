/** The page's beginning: one engine, one page. */
import { createEngine } from './engine/engine.js';
import { startPage } from './views/page.js';

const engine = createEngine();
// For programs that drive the page: `await readout.idle()` settles when all work is done.
Object.assign(window, { readout: engine });
startPage(engine);
