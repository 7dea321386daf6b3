/** Happenings set right as a reader does it: accounts taken out and put elsewhere, two made one; dates that others bound. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asOneHappening, asTwoHappenings, twoVisits } from './fixtures/two_visits.js';
import { exported } from './harness.mjs';
import { goTo, openArticle, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** @typedef {import('playwright-core').Page} Page */

const kFish = 'Dutch premier flies to Denmark for talks on fish';
const kCable = 'Power cable switched on by premier and queen';

/** The accounts of each happening, in the dossier that is exported. @param {Page} page @returns {Promise<string[]>} */
async function happenings(page) {
  const { stories } = /** @type {{stories: {articles: string[]}[]}} */ (JSON.parse(await exported(page, 'dossier.json')));
  return stories.map(({ articles }) => articles.map((id) => id.replace('.txt', '')).sort().join(' ')).sort();
}

/** @param {Page} page @param {string} title */
const cardOf = (page, title) => page.locator('.story', { has: page.locator('.title', { hasText: title }) });

/** Waits until a correction is told, and says what it was. @param {Page} page @param {string} words */
async function told(page, words) {
  await page.locator('.told', { hasText: words }).waitFor();
  await settled(page);
}

const oneHappening = () => site.withFiles(undefined, [...twoVisits, asOneHappening]);
const twoHappenings = () => site.withFiles(undefined, [...twoVisits, asTwoHappenings]);

test('accounts taken out of a happening in the Reader tell of their own; both stand under their running subject', async () => {
  const { page, context } = await oneHappening();
  assert.equal((await happenings(page)).length, 1);
  await openArticle(page, 'cable-valley.txt');
  await page.getByRole('button', { name: 'Not this happening …' }).click();
  const chosen = page.locator('dialog .accounts-chosen label', { has: page.locator('input:checked') });
  assert.match(await chosen.innerText(), /Valley Times/, 'the account that is read is chosen');
  await page.locator('dialog .accounts-chosen label').filter({ has: page.locator('.in-words', { hasText: kCable }) }).click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await told(page, '2 accounts tell of a happening of their own.');
  assert.deepEqual(await happenings(page), ['cable-undated cable-valley', 'fish-coast fish-inland']);
  await goTo(page, '#/overview');
  const subject = page.getByRole('region', { name: /^Running subject: .*: visits$/ });
  assert.match(await subject.innerText(), /A running subject: two happenings of one kind between the same parties/);
  assert.deepEqual(await subject.locator('.story .title').allInnerTexts(), [kFish, kCable], 'in order of time');
  assert.match(await cardOf(page, kCable).innerText(), /your correction\s*You set these articles apart\./);
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.equal((await happenings(page)).length, 1);
  assert.equal(await subject.count(), 0);
  await context.close();
});

test('a card says why its accounts are one, and what was inferred is not marked as the reader’s', async () => {
  const { page, context } = await twoHappenings();
  assert.match(await cardOf(page, kFish).innerText(), /Why one happening: They share these words: /);
  assert.equal(await cardOf(page, kFish).locator('.pill.yours').count(), 0);
  assert.equal(await cardOf(page, kCable).locator('.pill.yours').count(), 1);
  await context.close();
});

test('an account is put into another happening, and taken back from the list', async () => {
  const { page, context } = await twoHappenings();
  await cardOf(page, kCable).getByRole('button', { name: 'Take accounts out …' }).click();
  const dialog = page.locator('dialog');
  await dialog.locator('.accounts-chosen label', { hasText: kCable }).click();
  await dialog.getByLabel('another happening on the desk').check();
  const put = dialog.getByRole('button', { name: 'Put there' });
  assert.ok(await put.isDisabled());
  await dialog.getByRole('combobox', { name: 'Which one' }).fill('fish');
  await dialog.getByRole('option', { name: kFish }).click();
  await put.click();
  await told(page, `“${kCable}” tells of “${kFish}”.`);
  assert.deepEqual(await happenings(page), ['cable-undated fish-coast fish-inland', 'cable-valley']);
  await page.getByRole('button', { name: '2 corrections of yours' }).click();
  assert.deepEqual(await page.locator('.kept-rules .said').allInnerTexts().then((lines) => lines.map((line) => line.split(' tell')[0])), [
    `“${kCable}”`, `“${kCable}” and “Dutch premier visits Denmark to switch on power cable”`,
  ]);
  await page.locator('.kept-rules li').first().getByRole('button', { name: /^Take back/ }).click();
  await settled(page);
  await page.keyboard.press('Escape');
  assert.deepEqual(await happenings(page), ['cable-undated cable-valley', 'fish-coast fish-inland']);
  await context.close();
});

test('two happenings are made one, chosen by the keyboard; the card says that it was the reader', async () => {
  const { page, context } = await twoHappenings();
  await cardOf(page, kCable).getByRole('button', { name: 'Same as another …' }).click();
  await page.locator('dialog').getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.getByRole('combobox').inputValue(), kFish);
  await page.keyboard.press('Enter');
  await told(page, 'are one happening.');
  assert.equal((await happenings(page)).length, 1);
  assert.match(await page.locator('.story').innerText(), /your correction\s*You put these articles together\./);
  await context.close();
});

test('Escape closes the list of the field first, then the dialog; nothing was changed', async () => {
  const { page, context } = await twoHappenings();
  const button = cardOf(page, kFish).getByRole('button', { name: 'Same as another …' });
  await button.click();
  await page.locator('dialog').getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog [role=option]').first().isVisible(), false);
  assert.equal(await page.locator('dialog').count(), 1);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.ok(await button.evaluate((element) => element === document.activeElement), 'the focus goes back');
  assert.equal((await happenings(page)).length, 2);
  await context.close();
});

test('an account without a day of its own says by when its happening was, and who told of it then', async () => {
  const { page, context } = await twoHappenings();
  assert.match(await page.locator('.files li', { hasText: 'cable-undated.txt' }).innerText(), /what it tells of happened by 15 June 2023 at the latest: Valley Times told of it that day/);
  await openArticle(page, 'cable-undated.txt');
  assert.match(await page.locator('.margin .facts').innerText(), /Happened\s+by 15 June 2023 at the latest: Valley Times told of it that day/);
  await openArticle(page, 'fish-coast.txt');
  assert.doesNotMatch(await page.locator('.margin .facts').innerText(), /Happened/);
  await goTo(page, '#/record/timeline');
  assert.match(await page.locator('.bounded').innerText(), /^cable-undated\.txt gives no day of its own\. What it tells of happened by 15 June 2023 at the latest: Valley Times told of it that day\.$/);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  assert.equal(await page.locator('.drawing .no-later').count(), 1);
  assert.match(await page.locator('.legend-marks').innerText(), /no later than this/);
  await context.close();
});
