/** The Reader: words found again, marks, blocks set aside and restored, hostile text. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, hashOf, openArticle, openSite, sample, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

test('a passage set aside is folded with its reason, and one click restores it', async () => {
  const { page, context } = await site.withFiles();
  await openArticle(page, 'sarrel-courier.txt');
  const folds = page.locator('details.aside');
  assert.ok((await folds.count()) > 0);
  assert.equal(await page.locator('.article .line', { hasText: 'Ferry fares to rise' }).count(), 0);
  const fold = folds.filter({ hasText: 'Ferry fares to rise' });
  await fold.locator('> summary').click();
  const passage = fold.locator('li', { hasText: 'Ferry fares to rise' });
  assert.notEqual((await passage.locator('.meta > span').first().innerText()).trim(), '');
  await passage.getByRole('button', { name: 'Restore' }).click();
  await settled(page);
  const line = page.locator('.article .line', { hasText: 'Ferry fares to rise' });
  assert.equal(await line.count(), 1);
  await line.getByRole('button', { name: 'Set aside again' }).click();
  await settled(page);
  assert.equal(await page.locator('.article .line', { hasText: 'Ferry fares to rise' }).count(), 0);
  await context.close();
});

test('what was set aside can be looked through and restored on the Overview', async () => {
  const { page, context } = await site.withFiles();
  await page.getByRole('button', { name: 'Look through, restore any' }).click();
  await settled(page);
  const passages = page.locator('.passages li');
  assert.ok((await passages.count()) > 3);
  await passages.first().getByRole('button', { name: 'Restore' }).click();
  await settled(page);
  assert.equal(await page.locator('.passages').getByRole('button', { name: 'Set aside again' }).count(), 1);
  await context.close();
});

test('words in the address are found again and shown', async () => {
  const { page, context } = await site.withFiles({ reducedMotion: 'reduce' });
  await openArticle(page, 'sarrel-courier.txt');
  const key = (await hashOf(page)).split('/')[2];
  const { text } = /** @type {{text: string}} */ (sample.find(({ name }) => name === 'sarrel-courier.txt'));
  const begin = text.indexOf('fixed measuring points');
  await goTo(page, `#/reader/${key}/${begin}-${begin + 'fixed measuring points'.length}`);
  assert.equal(await page.locator('mark.chosen').innerText(), 'fixed measuring points');
  assert.ok(await page.locator('mark.chosen').evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  }));
  await context.close();
});

test('J and K step through the marks, and the margin tells about each', () => site.looking(async ({ page }) => {
  await openArticle(page, 'sarrel-courier.txt');
  const selected = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('j');
    await settled(page);
    selected.push(await hashOf(page));
    assert.equal(await page.locator('aside.margin .selected-words').count(), 1);
  }
  assert.equal(new Set(selected).size, 4);
  await page.keyboard.press('k');
  await settled(page);
  assert.equal(await hashOf(page), selected[2]);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await page.locator('aside.margin .selected-words').count(), 0);
}));

test('a quotation’s margin gives speaker, outlet, characters and hash', () => site.looking(async ({ page }) => {
  await openArticle(page, 'sarrel-courier.txt');
  await page.locator('.article mark.q', { hasText: 'no distant capital' }).first().click({ position: { x: 8, y: 12 } });
  await settled(page);
  const margin = await page.locator('aside.margin').innerText();
  assert.match(margin, /Dovran/);
  assert.match(margin, /The Sarrel Courier/);
  assert.match(margin, /Characters \d+–\d+ of sarrel-courier\.txt/);
  assert.match(margin, /SHA-256 [0-9a-f]{12}/);
}));

test('the legend turns each kind of mark off and on', () => site.looking(async ({ page }) => {
  await openArticle(page, 'sarrel-courier.txt');
  const before = await page.locator('.article mark.n').count();
  assert.ok(before > 0);
  const toggle = page.locator('.legend .toggle', { hasText: 'name' });
  await toggle.click();
  assert.equal(await page.locator('.article mark.n').count(), 0);
  assert.equal(await toggle.getAttribute('aria-pressed'), 'false');
  await toggle.click();
  assert.equal(await page.locator('.article mark.n').count(), before);
}));

test('an address into an article that is not here says so', async () => {
  const { page, context } = await site.empty(undefined, '#/reader/0123456789ab/4-9');
  assert.ok(await page.getByText('This address points into an article that is not on the desk').isVisible());
  await context.close();
});

test('markup in an article is shown as the text it is', async () => {
  const hostile = [
    'Premier <img src=x onerror="window.owned=1"> opens <script>window.owned=1</script> bridge',
    '',
    '“We trust </script><script>window.owned=1</script> nobody <b>but</b> ourselves,” Premier Ana <i>Ruiz</i> said on Tuesday in Port Vell.',
    '',
    'The bridge cost $4.2 billion&nbsp;<svg onload=window.owned=1> according to the Harbour {{constructor}} Agency. javascript:window.owned=1',
  ].join('\n');
  const { page, context, complaints } = await site.withFiles(undefined, [{ name: '"><img src=x onerror=window.owned=1>.txt', text: hostile }, ...sample.slice(0, 2)]);
  for (const hash of ['#/overview', '#/record/quotations', '#/record/people', '#/record/figures', '#/record/timeline', '#/compare/matrix', '#/compare/origins', '#/compare/disagreements']) {
    await goTo(page, hash);
    assert.equal(await page.locator('main :is(img, script, iframe, [onload], [onerror])').count(), 0, hash);
  }
  await page.getByLabel('Search the articles').fill('trust');
  await settled(page);
  await page.locator('.concordance a').first().click();
  await settled(page);
  assert.ok((await page.locator('.article').innerText()).includes('</script><script>window.owned=1</script>'));
  assert.equal(await page.locator('main :is(img, script, iframe)').count(), 0);
  assert.equal(await page.evaluate(() => 'owned' in window), false);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('words selected by hand get their place, and an address that finds them again', () => site.looking(async ({ page }) => {
  await openArticle(page, 'sarrel-courier.txt');
  const wanted = 'no distant capital will decide';
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(/** @type {Element} */ (document.querySelector('.article')), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      window.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }, wanted);
  await page.locator('aside.margin .selected-words', { hasText: wanted }).waitFor();
  const { text } = /** @type {{text: string}} */ (sample.find(({ name }) => name === 'sarrel-courier.txt'));
  const begin = text.indexOf(wanted);
  const number = new Intl.NumberFormat('en');
  assert.match(await page.locator('aside.margin').innerText(), new RegExp(`Characters ${number.format(begin)}–${number.format(begin + wanted.length)} of sarrel-courier`));
  assert.match(await page.locator('aside.margin').innerText(), /Dovran/);
  await page.getByRole('link', { name: 'Address of these words' }).click();
  await settled(page);
  assert.equal(await page.locator('mark.chosen').innerText(), wanted);
}));

test('all passages of a fold can be restored at once', async () => {
  const { page, context } = await site.withFiles();
  await openArticle(page, 'sarrel-courier.txt');
  const folds = await page.locator('details.aside').count();
  const fold = page.locator('details.aside', { hasText: 'Restore all' }).first();
  await fold.locator('> summary').click();
  await fold.getByRole('button', { name: /^Restore all/ }).click();
  await settled(page);
  assert.equal(await page.locator('details.aside').count(), folds - 1);
  await context.close();
});
