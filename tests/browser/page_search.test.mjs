/** Search: what can be asked, in what order lines stand, how often by outlet, in what company. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, hashOf, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** @param {import('playwright-core').Page} page @param {string} query */
async function ask(page, query) {
  await page.getByLabel('Search the articles').fill(query);
  await page.waitForFunction((wanted) => document.querySelector('.asked')?.textContent === wanted, query);
  await settled(page);
}
const matches = (/** @type {import('playwright-core').Page} */ page) => page.locator('.concordance mark').allInnerTexts();

test('an empty search shows what can be asked, and an example answers', async () => {
  const { page, context } = await site.withFiles();
  await goTo(page, '#/search');
  await page.getByRole('button', { name: 'lemma:say' }).click();
  await page.locator('.concordance li a').first().waitFor();
  for (const match of await matches(page)) assert.match(match, /^(say|says|said|saying)$/i);
  await context.close();
});

test('words, phrases, lemmas, tags, names and expressions are found; what cannot be read is said', () => site.looking(async ({ page, complaints }) => {
  await ask(page, '"prime minister"');
  for (const match of await matches(page)) assert.match(match, /^prime minister$/i);
  await ask(page, '"tag:adj minister"');
  assert.ok((await matches(page)).length > 0);
  await ask(page, 'entity:vasko');
  assert.ok((await matches(page)).some((match) => /Helena Vasko/.test(match)));
  await ask(page, '/\\d+(\\.\\d+)? (billion|million)/');
  for (const match of await matches(page)) assert.match(match, /^[\d.]+ [bm]illion$/);
  await ask(page, '/(/');
  assert.match(await page.getByRole('alert').innerText(), /cannot be read: a “\(” is not closed/);
  assert.deepEqual(complaints, []);
}));

test('lines sort by the words before, and only quoted words can be asked for; the address tells none of them', () => site.looking(async ({ page }) => {
  await ask(page, 'the');
  const all = (await matches(page)).length;
  await page.locator('.choice', { hasText: 'In order' }).locator('select').selectOption('left');
  await settled(page);
  const before = (await page.locator('.concordance .left b').allInnerTexts()).map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  assert.deepEqual(before, [...before].sort());
  await page.locator('.choice', { hasText: 'Look' }).locator('select').selectOption('quoted');
  await settled(page);
  const quoted = await page.locator('.concordance li').count();
  assert.ok(quoted > 0 && quoted < all);
  assert.equal(await page.locator('.concordance mark.said').count(), quoted);
  assert.equal(await hashOf(page), '#/search?said=quoted&sort=left');
}));

test('a query is counted by outlet and day, and an outlet opens its lines', () => site.looking(async ({ page }) => {
  await ask(page, 'river');
  const total = (await matches(page)).length;
  await page.getByRole('link', { name: 'Where and when' }).click();
  await settled(page);
  const counts = (await page.locator('.spread section').first().locator('tbody td:nth-child(2)').allInnerTexts()).map(Number);
  assert.equal(counts.reduce((sum, count) => sum + count, 0), total);
  await page.getByRole('button', { name: 'Meridian Mail' }).click();
  await settled(page);
  for (const meta of await page.locator('.concordance .meta').allInnerTexts()) assert.match(meta, /^Meridian Mail/);
  assert.doesNotMatch(await hashOf(page), /meridian/i);
}));

test('the company of a word is listed, and a word of it opens both together', () => site.looking(async ({ page }) => {
  await ask(page, 'minister');
  await page.getByRole('link', { name: 'In whose company' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'prime', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('.asked')?.textContent?.includes('prime'));
  await settled(page);
  for (const match of await matches(page)) assert.match(match, /prime.*minister/i);
}));
