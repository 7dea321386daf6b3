/** The whole way by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, hashOf, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const kMost = 80; // no control of a view is further than this from its beginning

/**
 * Tabs until the focused element's text fits.
 * @param {import('playwright-core').Page} page
 * @param {RegExp} wanted
 */
async function tabTo(page, wanted) {
  for (let step = 0; step < kMost; step += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? '';
    });
    if (wanted.test(name)) return;
  }
  assert.fail(`no way to ${wanted} with the Tab key`);
}

test('sample, quotation, its words and back, without a mouse', async () => {
  const { page, context } = await site.empty();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Open the sample$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Look here first' }).waitFor();
  await settled(page);
  await tabTo(page, /^Record$/);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await hashOf(page), '#/record/quotations');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(await hashOf(page), /^#\/reader\/[0-9a-f]{12}\/\d+-\d+$/);
  await page.goBack();
  await settled(page);
  assert.equal(await hashOf(page), '#/record/quotations');
  await context.close();
});

test('/ searches, ? lists the keys, Escape closes, and the focus returns', async () => {
  const { page, context } = await site.withFiles();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search');
  await page.keyboard.type('?');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await page.locator('main').focus();
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open] h2').innerText(), 'Keys');
  await page.getByLabel('Keys without Ctrl').uncheck();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await context.close();
});

test('Ctrl+O opens files; Ctrl+S opens the export menu, Escape closes it', async () => {
  const { page, context } = await site.withFiles();
  // The field is asked, not the system's own window, which a browser without a screen does not always open.
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'file') return;
      event.preventDefault();
      document.body.dataset.asked = event.target.multiple ? 'many' : 'one';
    }, true);
  });
  await page.keyboard.press('Control+o');
  assert.equal(await page.evaluate(() => document.body.dataset.asked), 'many');
  await page.keyboard.press('Control+s');
  assert.equal(await page.locator('.export[open]').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.export[open]').count(), 0);
  await context.close();
});

test('a change of place is told to a screen reader', async () => {
  const { page, context } = await site.withFiles();
  await goTo(page, '#/compare/origins');
  assert.equal(await page.locator('#live').innerText(), 'Compare, origins');
  await context.close();
});

test('going back finds the list where it was left, with the focus on the row that was opened', async () => {
  const { page, context } = await site.withFiles({ viewport: { width: 1280, height: 600 } });
  await goTo(page, '#/record/quotations');
  const link = page.locator('.record tbody .opens a').nth(12);
  const href = await link.getAttribute('href');
  await link.focus();
  await page.evaluate(() => window.scrollTo(0, 500));
  await page.waitForFunction(() => window.scrollY === 500);
  await settled(page);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await hashOf(page), href);
  await page.goBack();
  await page.waitForFunction((left) => window.scrollY === 500 && document.activeElement?.getAttribute('href') === left, href);
  await context.close();
});
