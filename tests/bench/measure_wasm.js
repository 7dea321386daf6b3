/**
 * Times readout.wasm over input lines, in Node and in a browser alike.
 *
 * @module
 */

import { Engine } from '../../web/engine/loader.js';

/**
 * @param {BufferSource} wasm
 * @param {Uint8Array} model
 * @param {string[]} lines contract inputs
 * @returns {Promise<{start: number, seconds: number, heap: number}>} compiling and loading the model; reading all lines;
 *   bytes that the instance holds afterwards
 */
export async function measureWasm(wasm, model, lines) {
  const begin = performance.now();
  const engine = await Engine.start(await WebAssembly.compile(wasm), model);
  const started = performance.now();
  for (const line of lines) engine.call({ op: 'read' }, line);
  return { start: (started - begin) / 1000, seconds: (performance.now() - started) / 1000, heap: engine.heapBytes };
}
