/** Tables, matrix and search: each line one step from its words; long lists stay light. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, hashOf, openFakeSite, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
/** @type {Awaited<ReturnType<typeof openFakeSite>>} */
let fake;
before(async () => {
  [site, fake] = await Promise.all([openSite(), openFakeSite()]);
});
after(() => Promise.all([site.close(), fake.close()]));

const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

for (const table of ['quotations', 'people', 'figures?as=table', 'events?as=table', 'timeline?as=table']) {
  test(`every row of ${table} opens its words`, () => site.looking(async ({ page }) => {
    await goTo(page, `#/record/${table}`);
    const rows = Math.min(await page.locator('.record tbody .opens a').count(), 12);
    for (let index = 0; index < rows; index += 1) {
      await goTo(page, `#/record/${table}`);
      const link = page.locator('.record tbody .opens a').nth(index);
      const href = await link.getAttribute('href');
      assert.match(href ?? '', /^#\/reader\/[0-9a-f]{12}(-\d+)?\/\d+-\d+$/);
      await link.focus();
      await page.keyboard.press('Enter');
      await settled(page);
      assert.equal(await hashOf(page), href);
      // The words the address names are marked in the text, or lie in a passage that was set aside.
      const shown = await page.locator('[data-chosen], mark.selected').first().innerText();
      assert.notEqual(letters(shown), '', `${table} ${index}: ${href}`);
    }
  }));
}

test('a table is filtered by words and sorted by a column', async () => {
  const { page, context } = await site.withFiles();
  await goTo(page, '#/record/quotations');
  const count = async () => Number((await page.locator('[role=status].num').innerText()).replace(/\D/g, ''));
  const all = await count();
  await page.getByLabel('Filter by words').fill('river');
  await page.waitForFunction((was) => Number(document.querySelector('[role=status].num')?.textContent?.replace(/\D/g, '')) < was, all);
  assert.ok((await count()) < all);
  for (const row of await page.locator('.record tbody tr').allInnerTexts()) assert.match(row, /river/i);
  await page.getByRole('button', { name: 'Clear' }).click();
  await settled(page);
  assert.equal(await count(), all);
  await page.locator('button.sort', { hasText: 'Speaker' }).click();
  await settled(page);
  const speakers = (await page.locator('.record tbody tr td:first-child').allInnerTexts()).map((text) => text.toLowerCase()).filter(Boolean);
  assert.equal(await page.locator('th[aria-sort=ascending]').count(), 1);
  assert.ok(speakers.length > 2);
  assert.ok(speakers[0] <= speakers[speakers.length - 1]);
  await context.close();
});

test('the matrix has a column an account, and its cells open their words', () => site.looking(async ({ page }) => {
  await goTo(page, '#/compare/matrix');
  const columns = await page.locator('.matrix thead th').count();
  assert.ok(columns > 2);
  for (const row of await page.locator('.matrix tbody tr').all()) assert.equal(await row.locator('th, td').count(), columns);
  for (const state of ['carries', 'lacks']) assert.ok((await page.locator(`.matrix td .${state}`).count()) > 0, state);
  const cell = page.locator('.matrix a.cell-words').first();
  const href = await cell.getAttribute('href');
  await cell.click();
  await settled(page);
  assert.equal(await hashOf(page), href);
}));

test('only what differs, and one kind at a time', () => site.looking(async ({ page }) => {
  await goTo(page, '#/compare/matrix');
  const all = await page.locator('.matrix tbody tr').count();
  await page.getByLabel('Only what differs').check();
  await settled(page);
  const rows = page.locator('.matrix tbody tr');
  assert.ok((await rows.count()) < all);
  for (const row of await rows.all()) assert.ok((await row.locator('.differs').count()) > 0);
  await page.getByLabel('Only what differs').uncheck();
  await page.getByRole('button', { name: 'Quotations' }).click();
  await settled(page);
  for (const text of await page.locator('.matrix tbody th small:first-of-type').allInnerTexts()) assert.match(text, /^quotation/);
}));

test('search shows each place in its context and opens it', async () => {
  const { page, context } = await site.withFiles();
  await page.keyboard.press('/');
  await page.keyboard.type('the Sarn');
  await page.locator('.concordance li a').first().waitFor();
  assert.equal((await hashOf(page)).slice(0, 8), '#/search');
  const matches = await page.locator('.concordance mark').allInnerTexts();
  assert.ok(matches.length > 3);
  await page.locator('.concordance li a').nth(1).click();
  await settled(page);
  assert.match(await hashOf(page), /^#\/reader\//);
  assert.equal(await page.locator('[data-chosen]').count(), 1);
  await context.close();
});

test('a hundred thousand rows stand in a few dozen', async () => {
  const { page, context, complaints } = await fake.empty();
  await page.evaluate(() => Object.assign(/** @type {{readout: object}} */ (/** @type {unknown} */ (window)).readout, { times: 7000 }));
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await goTo(page, '#/record/quotations');
  await page.locator('.record tbody tr[data-index="3"]').waitFor();
  const total = Number(await page.locator('.record').getAttribute('aria-rowcount'));
  assert.ok(total > 100_000, String(total));
  assert.ok((await page.locator('.record tbody tr').count()) < 120);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.waitForFunction(() => {
    const middle = document.elementFromPoint(400, window.innerHeight / 2)?.closest('tr');
    return Number(middle?.getAttribute('data-index') ?? 0) > 30_000 && (middle?.textContent ?? '').length > 10;
  });
  assert.ok((await page.locator('.record tbody tr').count()) < 120);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('progress shows count, rate, time left and a way to stop; failures say why', async () => {
  const { page, context } = await fake.empty();
  await page.evaluate(() => {
    const { readout } = /** @type {{readout: {pretend: (progress: object) => void}}} */ (/** @type {unknown} */ (window));
    readout.pretend({ busy: true, done: 1204, total: 3000, rate: 410, left: 4.4 });
  });
  const line = page.locator('.progress');
  assert.match(await line.innerText(), /Reading 1,204 of 3,000\s+410 a second\s+about 4\.4 s left/);
  await line.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await line.count(), 0);
  await page.setInputFiles('input[type=file][multiple]', [{ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('') }]);
  await page.getByText('1 file could not be read').waitFor();
  assert.match(await page.locator('.failures').innerText(), /nothing\.txt: The file is empty\./);
  await context.close();
});
