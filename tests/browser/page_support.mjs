/**
 * What the tests of the page share: the built site, the sample on the desk, and the ways a reader moves.
 *
 * @module
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { addFiles, launchChromium, openPage, require, serveSite } from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} ContextOptions */

/** @type {typeof import('esbuild')} */
const { build } = require('esbuild');

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sample's articles, as a reader would drop them. */
export const sample = readdirSync(join(root, 'web/sample'))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(root, 'web/sample', name), 'utf8') }));

/** Every view, by its address. */
export const views = [
  '#/overview', '#/reader', '#/record/quotations', '#/record/people', '#/record/figures', '#/record/figures?as=table', '#/record/events', '#/record/events?as=table',
  '#/record/timeline', '#/record/timeline?as=table',
  '#/compare/matrix', '#/compare/disagreements', '#/compare/origins', '#/compare/wording', '#/search',
];

/** A browser and the built site. */
export async function openSite() {
  const [browser, site] = await Promise.all([launchChromium(), serveSite()]);
  /** @type {Map<readonly {name: string, text: string}[], Awaited<ReturnType<typeof openPage>>>} */
  const looked = new Map();
  return {
    /**
     * A page with files on the desk for tests that only look: they share it, one after the other, each from the Overview
     * on. What changes the desk or how the page is set takes a page of its own; one on which a test failed is not used again.
     * @param {(opened: Awaited<ReturnType<typeof openPage>>) => Promise<void>} test
     * @param {{name: string, text: string}[]} [files]
     */
    looking: async (test, files = sample) => {
      let opened = looked.get(files);
      if (!opened) {
        opened = await openPage(browser, site.address);
        await addFiles(opened.page, files);
      }
      looked.delete(files);
      await goTo(opened.page, '#/overview');
      await test(opened);
      looked.set(files, opened);
    },
    /** @param {ContextOptions} [context] @param {string} [hash] */
    empty: async (context, hash = '') => openPage(browser, site.address + hash, { context }),
    /** @param {ContextOptions} [context] @param {{name: string, text: string}[]} [files] */
    withFiles: async (context, files = sample) => {
      const opened = await openPage(browser, site.address, { context });
      await addFiles(opened.page, files);
      return opened;
    },
    close: () => Promise.all([browser.close(), site.close()]),
  };
}

/** The page on the fake engine of fixtures/fake_engine.js, for states that the core cannot be put in at will. */
export async function openFakeSite() {
  const folder = mkdtempSync(join(tmpdir(), 'readout-page-'));
  const engine = join(root, 'tests/browser/fixtures/fake_engine.js');
  const page = join(root, 'web/views/page.js');
  const entry = `import { FakeEngine } from ${JSON.stringify(engine)};
    import { startPage } from ${JSON.stringify(page)};
    window.readout = new FakeEngine(${JSON.stringify(sample)});
    startPage(window.readout);`;
  await build({
    stdin: { contents: entry, resolveDir: join(root, 'web'), sourcefile: 'fake_page.js' },
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'app.js'),
  });
  await build({ entryPoints: [join(root, 'web/style/desk.css')], bundle: true, outfile: join(folder, 'style/desk.css'), loader: { '.woff2': 'file' } });
  writeFileSync(join(folder, 'index.html'), readFileSync(join(root, 'web/index.html')));
  const [browser, site] = await Promise.all([launchChromium(), serve(folder)]);
  return {
    /** @param {ContextOptions} [context] */
    empty: (context) => openPage(browser, site.address, { context }),
    close: async () => {
      await Promise.all([browser.close(), site.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Goes to an address of the page and waits until its view stands.
 * @param {Page} page
 * @param {string} hash
 */
export async function goTo(page, hash) {
  await page.evaluate((to) => void (window.location.hash = to), hash);
  await settled(page);
}

/**
 * The list of one filter, by the filter's whole name ("Who", not "To whom").
 * @param {Page} page
 * @param {string} label
 */
export const choiceOf = (page, label) => page.locator('label.choice', { has: page.getByText(label, { exact: true }) }).locator('select');

/**
 * Opens the article of a file in the Reader.
 * @param {Page} page
 * @param {string} file
 */
export async function openArticle(page, file) {
  await goTo(page, '#/overview');
  await page.locator('.files li', { hasText: file }).locator('.file-row > p > a').first().click();
  await settled(page);
}

/**
 * Waits until the desk has answered and the view is drawn.
 * @param {Page} page
 */
export async function settled(page) {
  await page.evaluate(async () => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      await readout.idle();
    }
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  });
}

/** @param {Page} page */
export const hashOf = (page) => page.evaluate(() => window.location.hash);
