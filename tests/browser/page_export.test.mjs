/** What can be carried off, on every view, and on paper. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { goTo, openSite, sample, views } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

test('each file of the export menu is saved, and holds what it should', async () => {
  const { page, context } = await site.withFiles({ acceptDownloads: true });
  const formats = await page.locator('.export [data-format]').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-format') ?? ''));
  for (const format of formats.filter((one) => one !== 'print')) {
    const downloads = page.waitForEvent('download');
    await page.locator('.export > summary').click();
    await page.locator(`.export [data-format="${format}"]`).click();
    const download = await downloads;
    const text = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '');
    assert.equal(download.suggestedFilename(), format);
    if (format === 'dossier.json') assert.equal(JSON.parse(text).schema, 'readout/dossier/1');
    else if (format === 'readings.ndjson') {
      const lines = text.trim().split('\n').map((line) => JSON.parse(line));
      assert.deepEqual(lines.map(({ id }) => id).sort(), sample.map(({ name }) => name));
    } else if (format === 'events.jsonl') {
      for (const line of text.trim().split('\n')) assert.match(JSON.parse(line).event[0], /^[A-Z]+$/);
    } else if (format === 'rules.json') assert.equal(JSON.parse(text).schema, 'readout/rules/1');
    else assert.match(text.split('\r\n')[0], /^[a-z][^\r\n]*,/, format);
  }
  await context.close();
});

test('the export menu stands on every view', async () => {
  const { page, context } = await site.withFiles();
  for (const hash of views) {
    await goTo(page, hash);
    assert.ok(await page.locator('.export > summary').isVisible(), hash);
  }
  await context.close();
});

test('on paper there is the matter, without the page’s tools', async () => {
  const { page, context } = await site.withFiles({ colorScheme: 'dark' });
  for (const hash of views.filter((one) => one !== '#/search')) {
    await goTo(page, hash);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.masthead').isVisible(), false, hash);
    assert.equal(await page.locator('main h1').first().isVisible(), true, hash);
    assert.equal(await page.locator('main button:visible:not(.toggle, .sort, .who-cell, th button)').count(), 0, hash);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)', hash);
    await page.emulateMedia({ media: 'screen' });
  }
  await context.close();
});
