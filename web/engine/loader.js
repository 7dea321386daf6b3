/**
 * Runs readout.wasm: in a worker, in Node and in the tests alike. What it speaks is said in wasm/service.h.
 *
 * @module
 */

/** What the core refuses, with its stable code. The engine stays usable. */
export class CoreError extends Error {
  /** @param {import('./protocol.js').CoreError} reply */
  constructor(reply) {
    super(reply.message);
    this.name = 'CoreError';
    this.code = reply.code;
    this.offset = reply.offset ?? null;
  }
}

/** The module trapped (no memory left, or a bug): its instance is in no known state and must be thrown away. */
export class EngineTrap extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(`the engine stopped: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = 'EngineTrap';
    this.code = 'engine-trap';
  }
}

/**
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} [_initialize]
 * @property {() => number} ro_open
 * @property {(size: number) => number} ro_alloc
 * @property {(bytes: number) => void} ro_free
 * @property {(service: number, request: number, size: number) => number} ro_call
 * @property {(reply: number) => void} ro_release
 */

/** One instance of the module and the service in it. */
export class Engine {
  /** @param {Exports} exports */
  constructor(exports) {
    /** @type {Exports|null} null after a trap */
    this.exports = exports;
    exports._initialize?.();
    this.service = exports.ro_open();
  }

  /**
   * Starts an engine and gives it its model, where one is given.
   *
   * @param {WebAssembly.Module} module compiled once, posted to every worker
   * @param {Uint8Array} [model]
   */
  static async start(module, model) {
    /** @type {WebAssembly.Imports} */
    const imports = {};
    for (const {module: from, name} of WebAssembly.Module.imports(module)) {
      // The core does no input or output: what its library asks of the system is refused (WASI's ENOSYS).
      (imports[from] ??= {})[name] = () => 52;
    }
    const instance = await WebAssembly.instantiate(module, imports);
    const engine = new Engine(/** @type {Exports} */ (/** @type {unknown} */ (instance.exports)));
    if (model) engine.call({op: 'model'}, model);
    return engine;
  }

  /** Bytes that the instance holds; it never shrinks. */
  get heapBytes() {
    return this.exports?.memory.buffer.byteLength ?? 0;
  }

  /**
   * The reply's bytes, copied out of the module's memory.
   *
   * @param {{op: string, [key: string]: unknown}} header
   * @param {Uint8Array|string} [payload]
   * @returns {Uint8Array}
   * @throws {CoreError|EngineTrap}
   */
  call(header, payload = '') {
    if (!this.exports) throw new EngineTrap('it trapped before');
    const {memory, ro_alloc, ro_free, ro_call, ro_release} = this.exports;
    const head = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
    const body = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
    try {
      const size = head.length + body.length;
      const request = ro_alloc(size) >>> 0;
      if (!request) throw new RangeError('no memory left for the request');
      const bytes = new Uint8Array(memory.buffer, request, size);
      bytes.set(head);
      bytes.set(body, head.length);
      const reply = ro_call(this.service, request, size) >>> 0;
      ro_free(request);
      const [status, data, length] = new Uint32Array(memory.buffer, reply, 3);
      const out = new Uint8Array(memory.buffer, data, length).slice();
      ro_release(reply);
      if (status === 0) return out;
      throw new CoreError(JSON.parse(new TextDecoder().decode(out)));
    } catch (cause) {
      if (cause instanceof CoreError) throw cause;
      this.exports = null;
      throw new EngineTrap(cause);
    }
  }

  /**
   * @param {{op: string, [key: string]: unknown}} header
   * @param {Uint8Array|string} [payload]
   * @returns {string}
   * @throws {CoreError|EngineTrap}
   */
  text(header, payload) {
    return new TextDecoder().decode(this.call(header, payload));
  }
}
