/**
 * Reads articles with readout.wasm, in Node and in a browser alike.
 *
 * @module
 */

import { CoreError, Engine } from '../../web/engine/loader.js';

/** @typedef {import('./compare.mjs').JsonObject} JsonObject */

/**
 * @param {BufferSource} wasm
 * @param {Uint8Array} model
 * @param {JsonObject[]} inputs
 * @returns {Promise<JsonObject[]>} readings with tokens, or error records, in order
 */
export async function readWithWasm(wasm, model, inputs) {
  const engine = await Engine.start(await WebAssembly.compile(wasm), model);
  return inputs.map((input) => {
    try {
      return JSON.parse(engine.text({ op: 'read', tokens: true }, JSON.stringify(input)));
    } catch (fault) {
      if (!(fault instanceof CoreError)) throw fault;
      return { id: input.id, error: { code: fault.code, message: fault.message, offset: fault.offset } };
    }
  });
}
