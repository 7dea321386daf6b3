/**
 * A worker with one core in it: a reader of the pool or the desk. It holds no state but the core's own.
 *
 * @module
 */
import { CoreError, Engine, EngineTrap } from './loader.js';
import { explained, Refusal } from '../files/refusal.js';
import { decodeBytes, decodeFile, foreignEncoding } from './decoding.js';
import { repeatedIn, seenIn, unitsOf } from './lines.js';
import { mastheadBy, restoredBy } from './reading_rules.js';

/** @typedef {import('./messages.js').Job} Job */
/** @typedef {import('./messages.js').Opened} Opened */
/** @typedef {import('./messages.js').FromWorker} FromWorker */

const scope = /** @type {{postMessage: (message: FromWorker, transfer: Transferable[]) => void,
  onmessage: null|((event: MessageEvent<import('./messages.js').ToWorker>) => void)}} */ (/** @type {unknown} */ (self));

/** The instance stands before its model has come; jobs wait for both. @type {PromiseWithResolvers<Engine>} */
const started = Promise.withResolvers();
/** @type {PromiseWithResolvers<Engine>} */
const core = Promise.withResolvers();

/** @param {Blob} blob */
const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** @param {ArrayBuffer} bytes */
async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * @param {Engine} engine
 * @param {import('./messages.js').OpenJob} job
 * @returns {Promise<Opened>}
 */
async function open(engine, { name, file, whole = false, repair = false }) {
  const bytes = await bytesOf(file);
  const header = { op: 'open', name, whole, repair };
  let lines = engine.call(header, bytes);
  const { sha256, file: core } = JSON.parse(decoder.decode(lines.subarray(0, lines.indexOf(10))));
  /** @type {Opened['about']} */
  let about = { ...aboutOf(core), how: '', repaired: false };
  if (!core.encoding.startsWith('utf-') || foreignEncoding(bytes, core, false)) {
    // What the core alone would take for a Western or Cyrillic page: the browser knows more of them.
    const { text, ...found } = decodeBytes(engine, bytes, { repair });
    about = { ...aboutOf(found), how: found.how, repaired: found.repaired };
    if (found.encoding !== core.encoding) lines = engine.call(header, text);
  } else if (repair) {
    about.repaired = !core.doubleEncoded;
  }
  return { ...listed(lines, sha256, about), about, leftOut: '' };
}

/** @param {Omit<Opened['about'], 'how'|'repaired'>} about */
const aboutOf = ({ encoding, confidence, wrongBytes, doubleEncoded }) => ({ encoding, confidence, wrongBytes, doubleEncoded });

/**
 * The inputs with what was found out of their file, and where each stands.
 * @param {Uint8Array} lines
 * @param {string} sha256
 * @param {Opened['about']} about
 * @returns {{sha256: string, inputs: Blob, articles: Opened['articles']}}
 */
function listed(lines, sha256, about) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Opened['articles']} */
  const articles = [];
  for (let begin = 0, end = 0, at = 0; begin < lines.length; begin = end + 1) {
    end = lines.indexOf(10, begin);
    if (end < 0) end = lines.length;
    const line = lines.subarray(begin, end);
    const input = JSON.parse(decoder.decode(line));
    const same = input.sha256 === sha256 && input.file.encoding === about.encoding;
    const part = same ? line : encoder.encode(JSON.stringify({ ...input, sha256, file: { ...input.file, ...aboutOf(about) } }));
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (part), newline);
    articles.push({ id: input.id, begin: at, end: at + part.length });
    at += part.length + 1;
  }
  return { sha256, inputs: new Blob(parts), articles };
}
const newline = encoder.encode('\n');

/**
 * @param {Engine} engine
 * @param {import('./messages.js').ReadJob} job
 * @returns {Promise<import('./messages.js').ReadDone>}
 */
async function read(engine, { input: blob, mark, rules, repeated }) {
  let line = await bytesOf(blob);
  const input = JSON.parse(decoder.decode(line));
  const given = mastheadBy(rules, mark);
  const changed = Object.keys(given).length > 0;
  if (changed) line = encoder.encode(JSON.stringify(Object.assign(input, given)));
  const { outlet, blocks } = blocksOf(engine, line, input.text);
  const seen = seenIn(mark, outlet, input.text, blocks);
  if (repeated.length > 0) {
    input.repeated = repeatedIn(input.text, blocks, repeated);
    line = encoder.encode(JSON.stringify(input));
  }
  if (rules.length > 0) {
    const shown = repeated.length > 0 ? blocksOf(engine, line, input.text).blocks : blocks;
    const { toPoints } = unitsOf(input.text);
    const restored = restoredBy(rules, seen, input.text, shown).map(({ begin, end }) => [toPoints(begin), toPoints(end)]);
    if (restored.length > 0) line = encoder.encode(JSON.stringify({ ...input, restored }));
  }
  return { reading: /** @type {ArrayBuffer} */ (engine.call({ op: 'read', words: true }, line).buffer), seen };
}

/**
 * What intake makes of an article, offsets in UTF-16 units.
 * @param {Engine} engine
 * @param {Uint8Array} line
 * @param {string} text
 * @returns {{outlet: string|null, blocks: import('./lines.js').Block[]}}
 */
function blocksOf(engine, line, text) {
  const { outlet = null, blocks } = JSON.parse(engine.text({ op: 'blocks' }, line));
  const { toUnits } = unitsOf(text);
  for (const block of blocks) Object.assign(block, { begin: toUnits(block.begin), end: toUnits(block.end) });
  return { outlet, blocks };
}

/**
 * @param {Job} job
 * @returns {Promise<{result: import('./messages.js').Result, transfer: Transferable[]}>}
 */
async function run(job) {
  const engine = await core.promise;
  if (job.kind === 'open') return { result: await open(engine, job), transfer: [] };
  if (job.kind === 'decode') return { result: decodeFile(engine, await bytesOf(job.file), job), transfer: [] };
  if (job.kind === 'read') {
    const result = await read(engine, job);
    return { result, transfer: [result.reading] };
  }
  const bytes = engine.call(job.header, job.payload ? new Uint8Array(job.payload) : '');
  const result = /** @type {ArrayBuffer} */ (bytes.buffer);
  return { result, transfer: [result] };
}

/**
 * @param {number|null} id
 * @param {unknown} cause
 * @returns {FromWorker}
 */
function failure(id, cause) {
  if (cause instanceof CoreError) {
    const { code, message, offset } = cause;
    return { type: 'failed', id, error: { code, message, offset }, trapped: false };
  }
  const why = explained(cause);
  const trapped = why instanceof EngineTrap;
  const message = why instanceof Error ? why.message : String(why);
  const code = trapped || why instanceof Refusal ? why.code : 'internal';
  return { type: 'failed', id, error: { code, message }, trapped };
}

scope.onmessage = async ({ data }) => {
  const id = data.type === 'job' ? data.id : null;
  try {
    if (data.type === 'start') {
      started.resolve(await Engine.start(data.module));
      return;
    }
    if (data.type === 'model') {
      const model = data.model && inflated(data.model);
      const engine = await started.promise;
      if (model) engine.call({ op: 'model' }, await model);
      core.resolve(engine);
      return;
    }
    const { result, transfer } = await run(data.job);
    scope.postMessage({ type: 'done', id: data.id, result, memory: (await core.promise).heapBytes }, transfer);
  } catch (cause) {
    scope.postMessage(failure(id, cause), []);
  }
};
