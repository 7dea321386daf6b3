/**
 * The page's own parts that are no script of its own: the wasm module, the model, the worker's source, the sample, the
 * notices. The build writes one inert `<script type="text/plain" data-asset="NAME">` for each (web/build.mjs): in the
 * hosted site it names a file (`data-url`), in the single file it holds the bytes themselves (deflated, in base64).
 *
 * @module
 */

/** @typedef {'wasm'|'model'|'worker'|'sample'|'notices'} AssetName */

/**
 * @param {AssetName} name
 * @returns {Promise<Response>}
 */
async function respond(name) {
  const element = /** @type {HTMLScriptElement|null} */ (document.querySelector(`script[data-asset="${name}"]`));
  if (!element) throw new Error(`This page was built without its part “${name}”.`);
  const { url } = element.dataset;
  if (url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The page's file ${url} did not load (status ${response.status}).`);
    return response;
  }
  const packed = bytesOfBase64((element.textContent ?? '').trim());
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}

/** @param {string} text */
function bytesOfBase64(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** @param {AssetName} name */
export const loadBytes = async (name) => (await respond(name)).arrayBuffer();

/** @param {AssetName} name */
export const loadText = async (name) => (await respond(name)).text();

/** Compiles the core once; every worker is sent the compiled module. */
export const compileCore = async () => WebAssembly.compile(await loadBytes('wasm'));

/** @returns {Promise<{name: string, text: string}[]>} the articles behind "Open the sample" */
export const loadSample = async () => JSON.parse(await loadText('sample'));

/**
 * Where workers start. A blob, because a worker loaded from an address would not inherit the page's policy.
 *
 * @returns {Promise<string>}
 */
export async function workerAddress() {
  const address = URL.createObjectURL(new Blob([await loadText('worker')], { type: 'text/javascript' }));
  const types = /** @type {{trustedTypes?: {createPolicy: (name: string, rules: object) => {createScriptURL: (url: string) => string}}}} */ (
    globalThis
  ).trustedTypes;
  const own = (/** @type {string} */ url) => url;
  return types ? types.createPolicy('readout', { createScriptURL: own }).createScriptURL(address) : address;
}
