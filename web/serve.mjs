/**
 * Serves a folder of files on this machine only: `node web/serve.mjs [port]` serves build/site and prints its address.
 *
 * @module
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export const kSite = fileURLToPath(new URL('../build/site', import.meta.url));

/**
 * @param {string} root
 * @param {number} [port]  0: any free one
 * @param {string} [base]  the sub-path to serve it under, as "/" or "/readout/"
 * @returns {Promise<{address: string, close: () => Promise<void>}>}
 */
export async function serve(root, port = 0, base = '/') {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length) || 'index.html') : '..';
    try {
      if (inside.startsWith('..')) throw new Error('outside');
      const bytes = await readFile(join(root, inside));
      response.writeHead(200, { 'content-type': kTypes[extname(inside)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('There is no such file.\n');
    }
  });
  await new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = Number(process.argv[2] ?? process.env.PORT ?? 8000);
  const { address } = await serve(kSite, wanted).catch(() => serve(kSite));
  console.log(`Readout is at ${address} (Ctrl+C ends it).`);
}
