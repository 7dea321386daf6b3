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

/**
 * @typedef {object} LanguageExports what tests/bench/language_wasm.cc exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} [_initialize]
 * @property {(size: number) => number} bench_alloc
 * @property {(bytes: number, size: number) => number} bench_load
 * @property {(model: number, text: number, size: number) => number} bench_annotate
 */

/**
 * Times the language stage alone.
 *
 * @param {BufferSource} wasm language_wasm.wasm
 * @param {Uint8Array} model
 * @param {string[]} texts
 * @returns {Promise<{seconds: number, warm: number, tokens: number}>} of a first pass, during which the engine still compiles,
 *   and of a second one
 */
export async function measureLanguage(wasm, model, texts) {
  const module = await WebAssembly.compile(wasm);
  /** @type {WebAssembly.Imports} */
  const imports = {};
  for (const {module: from, name} of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 52;
  const exports = /** @type {LanguageExports} */ (/** @type {unknown} */ ((await WebAssembly.instantiate(module, imports)).exports));
  exports._initialize?.();
  /** @param {Uint8Array} bytes @returns {number} */
  const put = (bytes) => {
    const at = exports.bench_alloc(bytes.length) >>> 0;
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  const loaded = exports.bench_load(put(model), model.length);
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const places = encoded.map(put);
  let tokens = 0;
  const pass = () => {
    const begin = performance.now();
    for (let i = 0; i < places.length; ++i) tokens += exports.bench_annotate(loaded, places[i], encoded[i].length);
    return (performance.now() - begin) / 1000;
  };
  const seconds = pass();
  return { seconds, warm: pass(), tokens };
}
