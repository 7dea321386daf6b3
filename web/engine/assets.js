/**
 * The page's own parts that are no script of its own. The build writes one inert `<script type="text/plain"
 * data-asset="NAME">` for each (web/build.mjs). The worker's source stands in it as it is, so that workers start before
 * anything has loaded. Of the rest, the hosted page names the file (`data-url`); the single file holds the bytes in
 * base64. `data-packed`: they are deflated.
 *
 * @module
 */

/** @typedef {'wasm'|'model'|'sample'|'notices'} AssetName */

/** @param {AssetName|'worker'} name */
const findElement = (name) => /** @type {HTMLScriptElement|null} */ (document.querySelector(`script[data-asset="${name}"]`));

/** @param {AssetName|'worker'} name */
function elementOf(name) {
  const element = findElement(name);
  if (!element) throw new Error(`This page was built without its part “${name}”.`);
  return element;
}

/**
 * The single file's program stands before its largest part, and runs while that loads. An element is whole once something
 * follows it.
 *
 * @param {AssetName} name
 */
async function wholeElement(name) {
  if (document.readyState === 'loading' && !findElement(name)?.nextSibling) {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  return elementOf(name);
}

/**
 * @param {AssetName} name
 * @returns {Promise<{response: Response, packed: boolean}>}
 */
async function bring(name) {
  const { dataset, textContent } = await wholeElement(name);
  const packed = dataset.packed !== undefined;
  if (!dataset.url) return { response: new Response(bytesOfBase64((textContent ?? '').trim())), packed };
  const response = await fetch(dataset.url);
  if (!response.ok) throw new Error(`The page's file ${dataset.url} did not load (status ${response.status}).`);
  return { response, packed };
}

/**
 * @param {AssetName} name
 * @returns {Promise<Response>}
 */
async function respond(name) {
  const { response, packed } = await bring(name);
  if (!packed || !response.body) return response;
  const type = name === 'wasm' ? 'application/wasm' : '';
  return new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw')), { headers: { 'content-type': type } });
}

/** @typedef {{fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}} Base64  younger than the browsers we serve */

/** @param {string} text */
function bytesOfBase64(text) {
  const base64 = /** @type {Base64} */ (/** @type {unknown} */ (Uint8Array));
  if (base64.fromBase64) return base64.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** The model as it comes: deflated, for workers to inflate, off the page's own thread. */
export const loadModel = async () => (await bring('model')).response.arrayBuffer();

/** @param {AssetName} name */
export const loadText = async (name) => (await respond(name)).text();

/** Compiles the core once, while it loads; every worker is sent the compiled module. */
export async function compileCore() {
  const response = await respond('wasm');
  const typed = response.headers.get('content-type') === 'application/wasm';
  // A server that does not know the type of a wasm file is no reason to fail.
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @returns {Promise<{name: string, text: string}[]>} the articles behind "Open the sample" */
export const loadSample = async () => JSON.parse(await loadText('sample'));

/**
 * Where workers start. A blob, because a worker loaded from an address would not inherit the page's policy.
 *
 * @returns {string}
 */
export function workerAddress() {
  const source = new Blob([elementOf('worker').textContent ?? ''], { type: 'text/javascript' });
  const address = URL.createObjectURL(source);
  /** @typedef {{createPolicy: (name: string, rules: object) => {createScriptURL: (url: string) => string}}} TrustedTypes */
  const { trustedTypes } = /** @type {{trustedTypes?: TrustedTypes}} */ (globalThis);
  const own = (/** @type {string} */ url) => url;
  return trustedTypes?.createPolicy('readout', { createScriptURL: own }).createScriptURL(address) ?? address;
}
