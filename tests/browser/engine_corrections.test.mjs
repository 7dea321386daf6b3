/** What a person sets right stays right: through the engine, without the views. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFiles, articleIds, exported, inventedArticles, news, openPage, useSite } from './harness.mjs';

const at = useSite();

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{id: string, article: {outlet: string|null, published: {value: string, how: string}}}[]>}
 */
const readings = async (page) =>
  (await exported(page, 'readings.ndjson')).trim().split('\n').map((line) => JSON.parse(line));

/**
 * The key of the first article.
 * @param {import('playwright-core').Page} page
 */
const firstKey = (page) =>
  page.evaluate(async () => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    const { rows } = /** @type {import('../../web/engine/protocol.js').Overview} */ (await readout.ask({ kind: 'overview' }));
    return rows[0].key;
  });

test('corrections made at the same time all hold, and can be taken back', async () => {
  const { context, page } = await openPage(at.browser, at.address);
  await addFiles(page, inventedArticles(2));
  const [before] = await readings(page);
  const key = await firstKey(page);
  await page.evaluate(async (key) => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    await Promise.all([
      readout.setMasthead([key], { outlet: 'The Evening Lantern' }),
      readout.setMasthead([key], { published: '2031-05-20' }),
    ]);
  }, key);
  const [{ article }, other] = await readings(page);
  assert.equal(article.outlet, 'The Evening Lantern');
  assert.deepEqual([article.published.value, article.published.how], ['2031-05-20', 'given']);
  assert.notEqual(other.article.outlet, 'The Evening Lantern');
  await page.evaluate((key) => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    return readout.setMasthead([key], { outlet: '', published: '' });
  }, key);
  assert.deepEqual((await readings(page))[0], before);
  await context.close();
});

test('an article that was taken off the desk can be dropped again', async () => {
  const files = inventedArticles(2);
  const { context, page } = await openPage(at.browser, at.address);
  await addFiles(page, files);
  const all = await exported(page, 'dossier.json');
  await page.evaluate(async (key) => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    await readout.remove([key]);
  }, await firstKey(page));
  assert.deepEqual(await articleIds(page), [files[1].name]);
  await addFiles(page, [files[0]]);
  assert.deepEqual((await news(page)).failures, []);
  assert.equal(await exported(page, 'dossier.json'), all);
  await context.close();
});
