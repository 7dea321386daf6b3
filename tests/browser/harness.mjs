/**
 * What every browser test needs: the built site on a local address, a Chromium, a page that records all it asks for.
 * The site must have been built (web/run --build).
 *
 * @module
 */
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kSite, serve } from '../../web/serve.mjs';

export const require = createRequire(new URL('../../web/package.json', import.meta.url));
/** @type {typeof import('playwright-core')} */
const { chromium } = require('playwright-core');

const kFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export const kSingleFile = pathToFileURL(join(kSite, 'readout.html')).href;

/** The first of these programs that is there; undefined where none is. @param {...string} paths */
export const firstProgram = (...paths) => paths.find((path) => existsSync(path));

export const launchChromium = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? firstProgram('/usr/bin/chromium', '/usr/bin/google-chrome'),
    args: kFlags,
  });

/** The site under a sub-path, as GitHub Pages has it. */
export const serveSite = () => serve(kSite, 0, '/readout/');

/**
 * A browser and the served site for all the tests of a file.
 * @returns {{browser: import('playwright-core').Browser, address: string}} filled before the first test
 */
export function useSite() {
  const held = /** @type {ReturnType<typeof useSite>} */ ({});
  /** @type {(() => Promise<void>)[]} */
  const ends = [];
  before(async () => {
    const site = await serveSite();
    const browser = await launchChromium();
    ends.push(() => browser.close(), site.close);
    Object.assign(held, { browser, address: site.address });
  });
  after(async () => {
    for (const end of ends) await end();
  });
  return held;
}

/**
 * The two builds, for tests that both must pass; addresses are known once a test runs.
 * @param {ReturnType<typeof useSite>} at
 * @returns {{build: string, address: () => string}[]}
 */
export const builds = (at) => [
  { build: 'the hosted page', address: () => at.address },
  { build: 'the single file', address: () => kSingleFile },
];

/**
 * Opens the page and keeps what it asked of the network and what it complained of.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{prepare?: (page: import('playwright-core').Page) => Promise<unknown>,
 *   context?: import('playwright-core').BrowserContextOptions}} [options]  `prepare`: before the page loads
 */
export async function openPage(browser, address, { prepare, context: contextOptions } = {}) {
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const complaints = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await prepare?.(page);
  await page.goto(address);
  await until(() => page.evaluate(() => 'readout' in window), () => `the page did not start: ${complaints.join('; ')}`);
  return { context, page, requests, complaints };
}

/**
 * Asks until the answer is yes. (Playwright's own waitForFunction needs eval in the page, which the policy refuses.)
 *
 * @param {() => Promise<boolean>} ask
 * @param {() => string} otherwise
 */
export async function until(ask, otherwise, seconds = 20) {
  const last = Date.now() + seconds * 1000;
  while (!(await ask())) {
    if (Date.now() > last) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Adds files as a person would, by the page's one plain file input, and waits for the end of all work.
 *
 * @param {import('playwright-core').Page} page
 * @param {{name: string, text: string|Uint8Array}[]} files
 */
export async function addFiles(page, files) {
  await page.setInputFiles(
    'input[type=file][multiple]',
    files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  );
  await idle(page);
}

/** @typedef {Window & {readout: import('../../web/engine/engine.js').Engine}} ReadoutWindow */

/** @param {import('playwright-core').Page} page */
export const idle = (page) =>
  page.evaluate(() => /** @type {ReadoutWindow} */ (/** @type {unknown} */ (window)).readout.idle());

/** An export's text. @param {import('playwright-core').Page} page @param {string} format */
export const exported = (page, format) =>
  page.evaluate(
    async (name) =>
      (await /** @type {ReadoutWindow} */ (/** @type {unknown} */ (window)).readout.exportFile(name)).blob.text(),
    format,
  );

/** The ids of the articles in the dossier, in its order. @param {import('playwright-core').Page} page */
export async function articleIds(page) {
  /** @type {{articles: {id: string}[]}} */
  const dossier = JSON.parse(await exported(page, 'dossier.json'));
  return dossier.articles.map(({ id }) => id);
}

/**
 * How things stand, as the engine tells it.
 * @param {import('playwright-core').Page} page
 */
export const news = (page) =>
  page.evaluate(
    () =>
      new Promise((/** @type {(bulletin: import('../../web/engine/news.js').Bulletin) => void} */ resolve) => {
        /** @type {ReadoutWindow} */ (/** @type {unknown} */ (window)).readout.onNews(resolve);
      }),
  );

/**
 * Invented articles, all different, about one invented summit.
 * @param {number} count
 */
export function inventedArticles(count) {
  const outlets = ['Coast Herald', 'Inland Post', 'Harbour Wire', 'Valley Times'];
  return Array.from({ length: count }, (_, n) => ({
    name: `report-${String(n + 1).padStart(3, '0')}.txt`,
    text: [
      `Ministers of Norland and Sudland meet for round ${n + 1}`,
      '',
      `${outlets[n % 4]}, 1${n % 9} May 2031`,
      '',
      `Foreign Minister Anna Berg of Norland met Prime Minister Omar Haddad of Sudland in Port Vell on Tuesday.`,
      '',
      `“We will sign ${n + 2} agreements before the summer,” Berg told reporters after the talks.`,
      '',
      `Trade between the two countries reached $${40 + n} billion last year, ${(n % 7) + 1}.${n % 10}% more than the year before.`,
      '',
      `Haddad said that the talks were “frank and useful”, according to the ${outlets[(n + 1) % 4]}.`,
      '',
    ].join('\n'),
  }));
}
