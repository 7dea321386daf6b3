/** Names set right as a reader does it: merged, told apart, renamed, of another type, rejected; undone, taken back, kept. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { twoVisits } from './fixtures/two_visits.js';
import { exported } from './harness.mjs';
import { goTo, hashOf, openArticle, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** @typedef {import('playwright-core').Page} Page */

/** The rows of the table of names. @param {Page} page @param {string|RegExp} name */
const rowOf = (page, name) => page.locator('.record tbody tr').filter({ has: page.locator('td.opens > a', { hasText: name }) });

/** @param {Page} page @param {string|RegExp} name */
async function openPerson(page, name) {
  await goTo(page, '#/record/people');
  await rowOf(page, name).first().locator('td[data-label=Mentions] a').click();
  await page.locator('.person').waitFor();
  await settled(page);
}

/** @param {Page} page @param {string} name */
const action = (page, name) => page.locator('.set-right').getByRole('button', { name }).click();
const told = (/** @type {Page} */ page) => page.locator('.told p').innerText();
const heading = (/** @type {Page} */ page) => page.locator('#person-name').innerText();

/** Says by the keyboard alone that the name shown is the same as another. @param {Page} page @param {string} typed */
async function mergeWith(page, typed) {
  await action(page, 'Same as …');
  const field = page.getByRole('combobox', { name: 'Another name on the desk' });
  await field.waitFor();
  assert.ok(await field.evaluate((element) => element === document.activeElement), 'a dialog that asks begins at its field');
  await page.keyboard.type(typed);
  await page.locator('dialog').getByRole('option').first().waitFor();
  await settled(page);
  await page.keyboard.press('Enter');
  await page.locator('dialog .choices input').first().waitFor();
}

/** @param {Page} page */
async function openCorrections(page) {
  await page.locator('details.page-menu > summary').click();
  await page.getByRole('button', { name: 'Your corrections' }).click();
}

test('two spellings are one: chosen by typing, called as the reader wants, marked as the reader’s own, undone and done again by key', async () => {
  const { page, context, complaints } = await site.withFiles(undefined, twoVisits);
  await openPerson(page, 'Karl Brandt');
  const address = await hashOf(page);
  await mergeWith(page, 'car');
  await page.locator('dialog').getByLabel('Carl Brandt', { exact: true }).check();
  await page.getByRole('button', { name: 'They are one' }).click();
  await page.locator('.told').waitFor();
  await settled(page);
  assert.equal(await told(page), '“Karl Brandt” and “Carl Brandt” are one.');
  assert.equal(await hashOf(page), address);
  assert.equal(await heading(page), 'Carl Brandt');
  assert.match(await page.locator('.person h2').innerText(), /your correction/);
  assert.match(await page.locator('.person .facts').innerText(), /You said that these are one\./);
  assert.equal(await page.locator('.person section', { hasText: 'Said' }).locator('.evidence').count(), 2);
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.equal(await heading(page), 'Karl Brandt');
  assert.equal(await page.locator('.pill.yours').count(), 0);
  await page.keyboard.press('Control+Shift+z');
  await settled(page);
  assert.equal(await heading(page), 'Carl Brandt');
  await goTo(page, '#/record/people');
  assert.equal(await rowOf(page, /[CK]arl Brandt/).count(), 1);
  assert.match(await rowOf(page, 'Carl Brandt').innerText(), /your correction/);
  await goTo(page, '#/record/quotations');
  const speakers = await page.locator('.record tbody tr td:first-child').allInnerTexts();
  assert.ok(speakers.filter((one) => one.includes('Carl Brandt')).length === 2 && !speakers.some((one) => one.includes('Karl')), speakers.join(' | '));
  assert.deepEqual(complaints, []);
  await context.close();
});

test('not the same: in the accounts that are chosen it is something else, one and the same', async () => {
  const { page, context } = await site.withFiles(undefined, twoVisits);
  await openPerson(page, 'Denmark');
  await action(page, 'Not the same …');
  const there = page.getByRole('button', { name: 'It is something else there' });
  await there.waitFor();
  assert.ok(await there.isDisabled());
  const accounts = page.locator('dialog .accounts-chosen label');
  assert.equal(await accounts.count(), 3);
  for (const outlet of ['The Coast Herald', 'Valley Times']) await accounts.filter({ hasText: outlet }).click();
  await there.click();
  await page.locator('.told').waitFor();
  await goTo(page, '#/record/people');
  const accountsOfBoth = await rowOf(page, 'Denmark').locator('td[data-label=Accounts]').allInnerTexts();
  assert.deepEqual(accountsOfBoth.sort(), ['1', '2']);
  await openCorrections(page);
  const step = page.locator('.kept-rules li');
  assert.equal(await step.count(), 1, 'said in one go, taken back in one go');
  assert.match(await step.innerText(), /“Denmark” in “Dutch premier visits Denmark.*” and “Dutch premier flies to Denmark.*” is something else/);
  await step.getByRole('button', { name: /^Take back/ }).click();
  await step.waitFor({ state: 'detached' });
  await settled(page);
  assert.ok(await page.locator('dialog button:focus').count(), 'the keyboard stays in the dialog');
  await page.keyboard.press('Escape');
  assert.deepEqual(await rowOf(page, 'Denmark').locator('td[data-label=Accounts]').allInnerTexts(), ['3']);
  await context.close();
});

test('what was merged by the reader can be told apart again, account by account', async () => {
  const { page, context } = await site.withFiles(undefined, twoVisits);
  await openPerson(page, 'Karl Brandt');
  await mergeWith(page, 'carl br');
  await page.getByRole('button', { name: 'They are one' }).click();
  await page.locator('.told').waitFor();
  await settled(page);
  await action(page, 'Not the same …');
  await page.locator('dialog .accounts-chosen label', { hasText: 'Inland Post' }).click();
  await page.getByRole('button', { name: 'It is somebody else there' }).click();
  await page.locator('.told', { hasText: 'somebody else' }).waitFor();
  await goTo(page, '#/record/people');
  assert.equal(await rowOf(page, /[CK]arl Brandt/).count(), 2);
  await context.close();
});

test('renamed, of another type, and no name at all', async () => {
  const { page, context } = await site.withFiles(undefined, twoVisits);
  await openPerson(page, 'Esbjerg');
  await action(page, 'Change type …');
  await page.locator('dialog').getByLabel('a person', { exact: true }).check();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.locator('.told').waitFor();
  await settled(page);
  assert.equal(await told(page), '“Esbjerg” is a person.');
  assert.match(await page.locator('.person .facts').innerText(), /Is\s+person/);
  await action(page, 'Rename …');
  await page.getByRole('textbox', { name: /^Call/ }).fill('Ingeborg <b>II</b>');
  await page.keyboard.press('Enter');
  await page.locator('.told', { hasText: 'is called' }).waitFor();
  await settled(page);
  assert.equal(await heading(page), 'Ingeborg <b>II</b>', 'shown as it is written');
  assert.match(await page.locator('.person .facts').innerText(), /Also\s+Esbjerg/);
  await openPerson(page, 'converter station');
  await action(page, 'Not a name');
  await page.locator('.record.people').waitFor();
  await page.locator('.told').waitFor();
  await settled(page);
  assert.equal(await told(page), '“converter station” is no name.');
  assert.equal(await rowOf(page, 'converter station').count(), 0);
  await page.locator('.told').getByRole('button', { name: 'Undo' }).click();
  await settled(page);
  assert.equal(await rowOf(page, 'converter station').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.told').count(), 0);
  await context.close();
});

test('a source without a name offers nothing that would not hold', async () => {
  const { page, context } = await site.withFiles(undefined, twoVisits);
  await openPerson(page, 'reporters');
  assert.match(await page.locator('.set-right').innerText(), /No account gives a name here/);
  assert.equal(await page.locator('.set-right button').count(), 0);
  await context.close();
});

test('in the Reader a name is set right where it stands, and says what was said of it', async () => {
  const { page, context } = await site.withFiles(undefined, twoVisits);
  await openArticle(page, 'fish-inland.txt');
  await page.locator('mark.n', { hasText: 'Carl Brandt' }).click();
  await mergeWith(page, 'karl');
  await page.locator('dialog').getByLabel('Karl Brandt', { exact: true }).check();
  await page.getByRole('button', { name: 'They are one' }).click();
  await page.locator('.told').waitFor();
  await settled(page);
  const margin = page.locator('.margin');
  assert.match(await margin.innerText(), /your correction[\s\S]*All accounts together: Karl Brandt/);
  await action(page, 'Not a name');
  await page.locator('.told', { hasText: 'no name' }).waitFor();
  await settled(page);
  assert.match(await margin.innerText(), /You said that this is no name/);
  await margin.getByRole('button', { name: 'Your corrections' }).click();
  assert.equal(await page.locator('.kept-rules li').count(), 2);
  await context.close();
});

test('who spoke, filled in from another account of the happening, says so', async () => {
  const { page, context } = await site.withFiles(undefined, twoVisits);
  await openPerson(page, 'Marit Vellema');
  assert.match(await page.locator('.person .facts').innerText(), /in cable-undated\.txt is filled in from cable-valley\.txt, which tells the same story and names the holder/);
  await openArticle(page, 'cable-undated.txt');
  await page.locator('mark.q', { hasText: 'crosses the sea' }).first().click();
  await settled(page);
  assert.match(await page.locator('.margin').innerText(), /The speaker, all accounts together: Marit Vellema[\s\S]*filled in from cable-valley\.txt/);
  await context.close();
});

test('corrections are saved, and apply to the next folder', async () => {
  const first = await site.withFiles(undefined, twoVisits);
  await openPerson(first.page, 'Karl Brandt');
  await mergeWith(first.page, 'carl');
  await first.page.locator('dialog').getByLabel('Carl Brandt', { exact: true }).check();
  await first.page.getByRole('button', { name: 'They are one' }).click();
  await first.page.locator('.told').waitFor();
  const rules = await exported(first.page, 'rules.json');
  assert.deepEqual(JSON.parse(rules).rules, [{ rule: 'merge-entities', entities: [{ name: 'Karl Brandt', type: 'person' }, { name: 'Carl Brandt', type: 'person' }], name: 'Carl Brandt' }]);
  await first.context.close();
  const { page, context } = await site.withFiles(undefined, [...twoVisits.map(({ name, text }) => ({ name: `next-${name}`, text: `${text}\nMore will follow.\n` })), { name: 'rules.json', text: rules }]);
  await goTo(page, '#/overview');
  await page.getByRole('button', { name: '1 correction of yours' }).click();
  assert.equal(await page.locator('.kept-rules .said').innerText(), '“Karl Brandt” and “Carl Brandt” are one, called “Carl Brandt”');
  await page.keyboard.press('Escape');
  await goTo(page, '#/record/people');
  assert.equal(await rowOf(page, /[CK]arl Brandt/).count(), 1);
  await context.close();
});
