/** Quotations by speaker, channel, kind and verb; one name with its roles, words, silences and mentions. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choiceOf, goTo, hashOf, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const files = [
  {
    name: 'a.txt',
    text: 'Bridge to open in June\n\nTransport Minister Ingrid Solberg said on Monday that the bridge would open in June, the Norsk news agency reported.\n\n“We will open it in June,” Solberg said. She declined to comment on the cost of the bridge.\n\nTomas Berg, a fisherman, warned that the current was strong. “The current is strong,” Berg said.',
  },
  {
    name: 'b.txt',
    text: 'Minister sets date for bridge\n\nThe bridge over the Sarn will open in June, Ingrid Solberg said on Monday. Ms Solberg denied that the bridge was late.\n\nThe minister did not mention the ferry.',
  },
];

const speakers = (/** @type {import('playwright-core').Page} */ page) => page.locator('.record tbody tr td:first-child').allInnerTexts();

test('quotations are filtered by speaker, whichever account quotes', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/quotations');
  await choiceOf(page, 'Speaker').selectOption({ label: (await choiceOf(page, 'Speaker').locator('option', { hasText: 'Ingrid Solberg' }).first().innerText()) });
  await settled(page);
  const shown = await speakers(page);
  assert.ok(shown.length >= 4, shown.join(' | '));
  for (const name of shown) assert.match(name, /Ingrid Solberg/);
  assert.match(await hashOf(page), /^#\/record\/quotations\?f\.speaker=[0-9a-f]{6}$/);
}, files));

test('quotations are filtered by channel, kind and how the verb presents them', () => site.looking(async ({ page }) => {
  for (const [label, pattern] of [['Stance of the verb', /warned|denied/], ['How', /./]]) {
    await goTo(page, '#/record/quotations');
    const choice = choiceOf(page, String(label));
    const options = await choice.locator('option').allInnerTexts();
    assert.ok(options.length > 2, `${label}: ${options.join(' | ')}`);
    await choice.selectOption({ index: options.length - 1 });
    await settled(page);
    const rows = await page.locator('.record tbody tr').allInnerTexts();
    assert.ok(rows.length > 0);
    for (const row of rows) assert.match(row, /** @type {RegExp} */ (pattern));
  }
}, files));

test('one name: roles, words, silences and mentions, each one click from where it stands', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/people');
  const row = page.locator('.record tbody tr', { hasText: 'Ingrid Solberg' });
  await row.locator('td[data-label=Mentions] a').click();
  await page.locator('.person').waitFor();
  assert.match(await hashOf(page), /^#\/record\/people\?who=[0-9a-f]{12}(-\d+)?\.\d+-\d+$/);
  assert.equal(await page.locator('.person h2').textContent(), 'Ingrid Solberg');
  assert.match(await page.locator('.person .roles').innerText(), /Transport Minister/);
  const sections = page.locator('.person section');
  assert.ok((await sections.filter({ hasText: 'Said' }).locator('.evidence').count()) >= 4);
  assert.match(await sections.filter({ hasText: 'Silent on' }).innerText(), /cost of the bridge/);
  const mentions = page.locator('.person .concordance li a');
  assert.ok((await mentions.count()) >= 5);
  const href = await mentions.first().getAttribute('href');
  await mentions.first().click();
  await settled(page);
  assert.equal(await hashOf(page), href);
  await page.goBack();
  await page.locator('.person').waitFor();
  await page.getByRole('link', { name: 'All names' }).click();
  await page.locator('.record.people').waitFor();
}, files));

test('a name that is not on the desk says so', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/people?who=000000000000.5');
  await page.getByText('This name is not on the desk').waitFor();
}, files));
