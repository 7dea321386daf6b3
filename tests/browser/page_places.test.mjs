/** Where a drop lands, where every address leads, and that no address tells a word. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, hashOf, openSite, sample, settled, views } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** @param {import('playwright-core').Page} page */
const speaker = (page) => page.locator('.choice', { hasText: 'Speaker' }).locator('select');

test('before a drop the page says what it is for and that nothing is uploaded', async () => {
  const { page, context } = await site.empty();
  await page.getByRole('heading', { name: 'Nothing is uploaded' }).waitFor();
  assert.equal(await page.locator('input[type=file][multiple]').count(), 1);
  for (const name of ['Choose files', 'Choose a folder', 'Paste text', 'Open the sample'])
    assert.ok(await page.getByRole('button', { name }).isVisible(), name);
  await context.close();
});

test('the sample opens on the Overview with its files and one happening', async () => {
  const { page, context, complaints } = await site.empty();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByText(`${sample.length} files`).first().waitFor();
  await settled(page);
  assert.equal(await page.getByRole('heading', { name: 'Look here first' }).count(), 1);
  assert.equal(await page.locator('.files li').count(), sample.length);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('text pasted on the page is read; so is text given in the dialog', async () => {
  const { page, context } = await site.empty();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, sample[0].text);
  await page.getByText('1 file ·').waitFor();
  await page.locator('summary', { hasText: 'Add' }).click();
  await page.getByRole('button', { name: 'Text …' }).click();
  await page.getByLabel('Text, with its headline').fill(sample[1].text);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText('2 files ·').waitFor();
  await context.close();
});

test('files dropped anywhere are read', async () => {
  const { page, context } = await site.empty();
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.querySelector('h1')?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, sample.slice(0, 2));
  await page.getByText('2 files ·').waitFor();
  await context.close();
});

test('every address leads to its view, with a heading, a title and the current place marked', () => site.looking(async ({ page, complaints }) => {
  for (const hash of views) {
    await goTo(page, hash);
    assert.equal(await page.locator('main h1').count(), 1, hash);
    assert.notEqual((await page.locator('main h1').innerText()).trim(), '', hash);
    const current = await page.locator('.places [aria-current=page]').innerText();
    assert.equal(current.toLowerCase(), hash.split('/')[1], hash);
    assert.match(await page.title(), new RegExp(`^${current} · Readout$`));
  }
  for (const strange of ['#/nowhere', '#/reader/<img>', '#/record/%00', '#/compare/matrix?story=x&kind=1', '#']) {
    await goTo(page, strange);
    assert.equal(await page.locator('main h1').count(), 1, strange);
  }
  assert.deepEqual(complaints, []);
}));

test('no address holds a word of an article, a name or what was searched for', async () => {
  const { page, context } = await site.withFiles();
  /** @type {Set<string>} */
  const seen = new Set();
  await page.exposeFunction('saw', (/** @type {string} */ hash) => seen.add(hash));
  await page.evaluate(() => {
    const saw = /** @type {{saw: (hash: string) => void}} */ (/** @type {unknown} */ (window)).saw;
    const { replaceState } = window.history;
    window.history.replaceState = function (...args) {
      saw(String(args[2]));
      return replaceState.apply(this, args);
    };
    window.addEventListener('hashchange', () => saw(window.location.hash));
  });
  await page.getByLabel('Search the articles').fill('Dovran');
  await settled(page);
  await page.locator('.concordance a').first().click();
  await settled(page);
  await goTo(page, '#/record/quotations');
  await page.getByLabel('Filter by words').fill('river');
  await page.getByLabel('Filter by words').fill('');
  await speaker(page).selectOption({ index: 1 });
  await settled(page);
  seen.add(await hashOf(page));
  await goTo(page, '#/compare/matrix');
  await page.getByRole('button', { name: 'Quotations' }).click();
  await page.getByLabel('Only what differs').check();
  seen.add(await hashOf(page));
  assert.ok(seen.size >= 5, [...seen].join(' '));
  const places = 'overview|reader|record|compare|search|quotations|people|figures|events|timeline|matrix|disagreements|origins|wording';
  const filters = 'story|article|kind|differing|sort|down|f\\.[a-z-]+';
  const shape = new RegExp(`^#/(${places})(/(${places}))?(/[0-9a-f]{12}(-\\d+)?(/\\d+-\\d+)?)?(\\?((${filters})=([0-9a-f]{6,12}(-\\d+)?|quotation|figure|date|event|1|[a-z-]+)&?)+)?$`);
  for (const hash of seen) assert.match(hash, shape);
  await context.close();
});

test('a filter in the address is there again when the address is opened', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/quotations');
  const all = await page.locator('[role=status].num').innerText();
  await speaker(page).selectOption({ index: 1 });
  await settled(page);
  const chosen = await speaker(page).inputValue();
  const some = await page.locator('[role=status].num').innerText();
  assert.notEqual(some, all);
  const hash = await hashOf(page);
  await goTo(page, '#/overview');
  await goTo(page, hash);
  assert.equal(await speaker(page).inputValue(), chosen);
  assert.equal(await page.locator('[role=status].num').innerText(), some);
}));

test('outlet and date can be set for several articles at once', async () => {
  const { page, context } = await site.withFiles();
  await page.locator('.files li input').nth(0).check();
  await page.locator('.files li input').nth(1).check();
  await page.getByRole('button', { name: 'Set outlet and date for 2' }).click();
  await page.getByLabel('Outlet', { exact: true }).fill('The Test Gazette');
  await page.getByLabel('Published').fill('2025-10-16');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await settled(page);
  const lines = await page.locator('.files li').allInnerTexts();
  assert.equal(lines.filter((line) => line.includes('The Test Gazette') && line.includes('16 October 2025')).length, 2);
  await context.close();
});

test('an article can be taken off the desk', async () => {
  const { page, context } = await site.withFiles();
  await page.locator('.files li input').first().check();
  await page.getByRole('button', { name: 'Take off the desk' }).click();
  await page.getByText(`${sample.length - 1} files ·`).waitFor();
  await context.close();
});
