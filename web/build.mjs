/**
 * Builds the site from the core's two binaries (build/wasm/readout.wasm, build/native/readout.model) and this folder:
 *
 *   build/site/index.html      the hosted page; relative addresses, so any sub-path serves it; names carry content hashes
 *   build/site/readout.html    the whole product in one file that opens from file://
 *
 * web/index.html is the frame of both: its stylesheet link, its module script and its `<!-- policy -->` are replaced.
 * Prints what is sent to a browser, after gzip, against the floors; ends with status 1 where one is missed.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { policyMarkup } from './policy.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const site = join(root, 'build', 'site');

const kStyle = /<link rel="stylesheet" href="([^"]+)">/;
const kScript = /<script type="module" src="([^"]+)"><\/script>/;
const kPolicy = '<!-- policy -->';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: web,
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
};

/** @param {string|Uint8Array} bytes @param {'hex'|'base64'} encoding */
const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);

/** @param {string} name @param {string|Uint8Array} bytes */
function write(name, bytes) {
  const path = join(site, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** @param {string} path */
function binary(path) {
  if (existsSync(join(root, path))) return readFileSync(join(root, path));
  throw new Error(`${path} is missing: web/run --build makes it.`);
}

/** @param {string} name @param {string} attributes @param {string} content */
const assetElement = (name, attributes, content) => `<script type="text/plain" data-asset="${name}"${attributes && ` ${attributes}`}>${content}</script>`;

/** The articles behind "Open the sample". */
function sample() {
  const folder = join(web, 'sample');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).sort() : [];
  return JSON.stringify(names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));
}

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const { outputFiles = [], metafile } = await build({ ...common, ...options });
  return { files: outputFiles, outputs: metafile?.outputs ?? {} };
}

/** @param {string} entry @param {import('esbuild').BuildOptions} options */
const bundleText = async (entry, options) => (await bundle({ entryPoints: [entry], ...options })).files[0].text;

/**
 * What engine/assets.js loads. `early`: at once, before the page's program in the single file; `packed`: deflated in the
 * hosted page, too, for few hosts compress a file of a type that they do not know.
 * @typedef {{name: string, file: string, bytes: Uint8Array, preload: boolean, early: boolean, packed: boolean}} Asset
 */

const packedBytes = (/** @type {Uint8Array} */ bytes) => deflateRawSync(bytes, { level: 9 });

/** @returns {Asset[]} */
function collectAssets() {
  const notices = join(root, 'core', 'data', 'NOTICES.md');
  /** @type {[string, string, string|Uint8Array, {preload?: boolean, early?: boolean, packed?: boolean}][]} */
  const parts = [
    ['wasm', 'readout.wasm', binary('build/wasm/readout.wasm'), { preload: true, early: true }],
    ['model', 'readout.model', binary('build/native/readout.model'), { preload: true, packed: true }],
    ['sample', 'sample.json', sample(), {}],
    ['notices', 'notices.md', existsSync(notices) ? readFileSync(notices) : '', {}],
  ];
  return parts.map(([name, plain, content, { preload = false, early = false, packed = false }]) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const dot = plain.indexOf('.');
    const file = `${plain.slice(0, dot)}-${sha256(bytes, 'hex').slice(0, 10)}${plain.slice(dot)}`;
    return { name, file, bytes, preload, early, packed };
  });
}

/**
 * @param {string} frame
 * @param {string} entry
 * @param {string} style
 * @param {Asset[]} assets
 */
async function buildHosted(frame, entry, style, assets) {
  const { files, outputs } = await bundle({
    entryPoints: [entry, style],
    metafile: true,
    outdir: site,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    format: 'esm',
    splitting: true,
    loader: { '.woff2': 'file' },
  });
  /** @param {string} source @param {string} extension */
  const output = (source, extension) => {
    const stem = source.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const found = files.find(({ path }) => path.startsWith(join(site, `${stem}-`)) && path.endsWith(extension));
    if (!found) throw new Error(`esbuild gave nothing for ${source}`);
    return found.path.slice(site.length + 1);
  };
  // Else a browser would learn of the parts of a script only once that has come.
  const folder = relative(web, site);
  const needed = (/** @type {string} */ script) => {
    const all = new Set([script]);
    for (const file of all) {
      for (const { path, kind } of outputs[join(folder, file)]?.imports ?? []) {
        if (kind === 'import-statement') all.add(relative(folder, path));
      }
    }
    return all;
  };
  for (const { path, contents } of files) write(path.slice(site.length + 1), contents);
  for (const { file, bytes, packed } of assets) write(file, packed ? packedBytes(bytes) : bytes);
  const script = output(entry, '.js');
  const links = assets.filter(({ preload }) => preload);
  const head = [
    ...links.map(({ file }) => `<link rel="preload" as="fetch" crossorigin href="${file}">`),
    ...[...needed(script)].map((file) => `<link rel="modulepreload" href="${file}">`),
    `<link rel="stylesheet" href="${output(style, '.css')}">`,
  ];
  const data = assets.map(({ name, file, packed }) => assetElement(name, `data-url="${file}"${packed ? ' data-packed' : ''}`, ''));
  const page = frame
    .replace(kPolicy, () => policyMarkup('hosted'))
    .replace(kStyle, () => head.join('\n'))
    .replace(kScript, () => [workerElement, ...data, `<script type="module" src="${script}"></script>`].join('\n'));
  write('index.html', page);
  return files.filter(({ path }) => /\.(js|css)$/.test(path)).map(({ contents }) => contents);
}

/**
 * @param {string} frame
 * @param {string} entry
 * @param {string} style
 * @param {Asset[]} assets
 */
async function buildSingle(frame, entry, style, assets) {
  const script = await bundleText(entry, { format: 'iife' });
  const css = (await bundleText(style, { loader: { '.woff2': 'dataurl' } })).trim();
  const data = (/** @type {boolean} */ early) =>
    assets.filter((asset) => asset.early === early).map(({ name, bytes }) => assetElement(name, 'data-packed', packedBytes(bytes).toString('base64')));
  const hashes = { script: `'sha256-${sha256(script, 'base64')}'`, style: `'sha256-${sha256(css, 'base64')}'` };
  const page = frame
    .replace(kPolicy, () => policyMarkup('single', hashes))
    .replace(kStyle, () => `<style>${css}</style>`)
    .replace(kScript, () => [workerElement, ...data(true), `<script>${script}</script>`, ...data(false)].join('\n'));
  write('readout.html', page);
  return page;
}

/** @param {string} what @param {number} bytes @param {number} [floor] in KB */
function report(what, bytes, floor) {
  const size = bytes / 1000;
  const missed = floor !== undefined && size > floor;
  const against = floor === undefined ? '' : `   floor ${floor} KB${missed ? '   MISSED' : ''}`;
  console.log(`${what.padEnd(34)} ${size.toFixed(1).padStart(9)} KB${against}`);
  if (missed) process.exitCode = 1;
}

const frame = readFileSync(join(web, 'index.html'), 'utf8');
const style = kStyle.exec(frame)?.[1];
const entry = kScript.exec(frame)?.[1];
if (!style || !entry || !frame.includes(kPolicy)) {
  throw new Error('web/index.html lacks its stylesheet link, its module script or its <!-- policy -->');
}
rmSync(site, { recursive: true, force: true });
const assets = collectAssets();
const worker = await bundleText('engine/worker.js', { format: 'iife' });
if (/<!--|<\/script/i.test(worker)) throw new Error('the worker’s source would end its own element');
const workerElement = assetElement('worker', '', worker);
const scripts = await buildHosted(frame, entry, style, assets);
const single = await buildSingle(frame, entry, style, assets);

const gzipped = (/** @type {string|Uint8Array} */ bytes) => gzipSync(bytes, { level: 9 }).length;
const asset = (/** @type {string} */ name) => assets.find((one) => one.name === name)?.bytes ?? new Uint8Array();
report('engine (wasm), gzip', gzipped(asset('wasm')), 1500);
report('model, gzip', gzipped(asset('model')));
report('scripts and styles, gzip', [...scripts, worker].reduce((sum, bytes) => sum + gzipped(bytes), 0), 250);
report('readout.html, one file', single.length);
