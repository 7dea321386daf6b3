/**
 * A worker with one core in it: a reader of the pool or the desk. It holds no state but the core's own.
 *
 * @module
 */
import { CoreError, Engine, EngineTrap } from './loader.js';
import { prepare } from '../files/registry.js';

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

/**
 * @param {Engine} engine
 * @param {import('./messages.js').OpenJob} job
 * @returns {Promise<Opened>}
 */
async function open(engine, { name, file }) {
  const lines = engine.call({ op: 'open', name }, await prepare(name, await bytesOf(file)));
  /** @type {Opened['articles']} */
  const articles = [];
  let sha256 = '';
  const decoder = new TextDecoder();
  for (let begin = 0, end = 0; begin < lines.length; begin = end + 1) {
    end = lines.indexOf(10, begin);
    if (end < 0) end = lines.length;
    const input = JSON.parse(decoder.decode(lines.subarray(begin, end)));
    sha256 ||= input.sha256;
    articles.push({ id: input.id, begin, end });
  }
  return { sha256, inputs: new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (lines)]), articles };
}

/**
 * @param {Job} job
 * @returns {Promise<{result: Opened|ArrayBuffer, transfer: Transferable[]}>}
 */
async function run(job) {
  const engine = await core.promise;
  if (job.kind === 'open') return { result: await open(engine, job), transfer: [] };
  const bytes =
    job.kind === 'read'
      ? engine.call({ op: 'read', words: true }, await bytesOf(job.input))
      : engine.call(job.header, job.payload ? new Uint8Array(job.payload) : '');
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
  const trapped = cause instanceof EngineTrap;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = trapped ? cause.code : cause instanceof DOMException ? 'file-unreadable' : 'internal';
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
      const engine = await started.promise;
      if (data.model) engine.call({ op: 'model' }, new Uint8Array(data.model));
      core.resolve(engine);
      return;
    }
    const { result, transfer } = await run(data.job);
    scope.postMessage({ type: 'done', id: data.id, result, memory: (await core.promise).heapBytes }, transfer);
  } catch (cause) {
    scope.postMessage(failure(id, cause), []);
  }
};
