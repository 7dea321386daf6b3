/** What is set right and kept: restores and their reach, outlets, rules that replay, splits and repairs undone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { addFiles, articleIds, exported, idle, news } from './harness.mjs';
import { headline, paragraphs, textOf, zip } from './page_import_support.mjs';
import { goTo, openArticle, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{id: string, text: string, article: {outlet: string|null, published: {value: string, how: string}}, blocks: {kind: string, begin: number, end: number, reason: string, restored?: boolean}[]}} Reading */

/** @param {Page} page @returns {Promise<Reading[]>} */
const readings = async (page) => (await exported(page, 'readings.ndjson')).trim().split('\n').map((line) => JSON.parse(line));
/** The words of blocks of some kinds. @param {Reading} reading @param {RegExp} kinds */
const wordsOf = (reading, kinds) => reading.blocks.filter(({ kind }) => kinds.test(kind)).map(({ begin, end }) => [...reading.text].slice(begin, end).join('')).join('\n');

const kOutlet = 'The Coast Gazette';
/** A page copied as text. @param {number} n @param {string[]} [more] lines in its midst */
const copied = (n, more = []) => [
  `${headline(n)} - ${kOutlet}`, 'Skip to content', 'Home', 'News', 'Sport', headline(n), `${(n % 27) + 1} March 2031`, ...paragraphs(n).slice(0, 3), ...more,
  ...paragraphs(n).slice(3), 'Sign up for our newsletter', 'You may also like', headline(n + 1), `Copyright © 2031 ${kOutlet}. All rights reserved.`,
].join('\n\n');
/** @param {number[]} numbers @param {string[]} [more] */
const folder = (numbers, more) => numbers.map((n) => ({ name: `press/${n}.txt`, text: copied(n, more) }));

/** @param {Page} page @param {string} words  of the passage @param {RegExp} reach */
async function restoreMore(page, words, reach) {
  const fold = page.locator('details.aside', { hasText: words });
  await fold.locator('> summary').click();
  const passage = fold.locator('li', { hasText: words });
  await passage.locator('.reach > summary').click();
  await passage.getByRole('button', { name: reach }).click();
  await settled(page);
}

test('a restore for a whole outlet holds for all its articles, is saved, and replays on the next folder', async () => {
  const { page, context } = await site.withFiles({ acceptDownloads: true }, folder([1, 2]));
  await openArticle(page, '1.txt');
  await restoreMore(page, 'Sign up for our newsletter', /^This line in every article of The Coast Gazette/);
  for (const reading of await readings(page)) {
    assert.match(wordsOf(reading, /body/), /Sign up for our newsletter/);
    assert.match(wordsOf(reading, /furniture/), /You may also like/);
  }
  await page.locator('details.menu.export > summary').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('[data-format="rules.json"]').click()]);
  assert.equal(saved.suggestedFilename(), 'rules.json');
  const json = readFileSync(await saved.path(), 'utf8');
  assert.deepEqual(JSON.parse(json).rules, [{ do: 'restore', outlet: kOutlet, line: 'sign up for our newsletter' }]);
  await context.close();

  const next = await site.withFiles({}, [...folder([11, 12]), { name: 'rules.json', text: json }]);
  const all = await readings(next.page);
  assert.deepEqual(all.map(({ id }) => id), ['press/11.txt', 'press/12.txt']);
  for (const reading of all) assert.match(wordsOf(reading, /body/), /Sign up for our newsletter/);
  await next.context.close();
});

test('all of a kind is restored in one article, and the rule can be taken back', async () => {
  const { page, context } = await site.withFiles({}, folder([1, 2]));
  await openArticle(page, '1.txt');
  await restoreMore(page, 'Skip to content', /^All of this kind in this article/);
  const [one, two] = await readings(page);
  assert.match(wordsOf(one, /body/), /Skip to content\s+Home/);
  assert.doesNotMatch(wordsOf(two, /body/), /Skip to content/);
  await page.locator('details.page-menu > summary').click();
  await page.getByRole('button', { name: 'Your corrections' }).click();
  assert.match(await page.locator('dialog .kept-rules').innerText(), new RegExp(`Restore all of the kind “Navigation of the site” in “${headline(1).slice(0, 20)}`));
  await page.locator('dialog .kept-rules').getByRole('button', { name: 'Take back' }).click();
  await idle(page);
  assert.doesNotMatch(wordsOf((await readings(page))[0], /body/), /Skip to content/);
  await context.close();
});

test('outlet and date are set for several files at once, and replay with the rules', async () => {
  const files = [1, 2, 3].map((n) => ({ name: `${n}.txt`, text: textOf(n) }));
  const { page, context } = await site.withFiles({}, files);
  await goTo(page, '#/overview');
  for (const n of [1, 2]) await page.getByLabel(`Choose ${n}.txt`).check();
  await page.getByRole('button', { name: 'Set outlet and date for 2' }).click();
  await page.getByRole('combobox', { name: 'Outlet' }).fill('Inland Post');
  await page.getByLabel('Published').fill('2031-05-06');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await settled(page);
  const set = (await readings(page)).map(({ article }) => [article.outlet, article.published.value, article.published.how]);
  assert.deepEqual(set.slice(0, 2), Array(2).fill(['Inland Post', '2031-05-06', 'given']));
  assert.notEqual(set[2][0], 'Inland Post');
  const rules = await exported(page, 'rules.json');
  await context.close();
  const next = await site.withFiles({}, [{ name: 'rules.json', text: rules }]);
  await addFiles(next.page, files);
  assert.deepEqual((await readings(next.page)).map(({ article }) => [article.outlet, article.published.value, article.published.how]), set);
  await next.context.close();
});

test('a split is told and can be undone, and done again', async () => {
  const { page, context } = await site.withFiles({}, [{ name: 'three.txt', text: [1, 2, 3].map(textOf).join('\n====================\n\n') }]);
  assert.deepEqual(await articleIds(page), ['three.txt#1', 'three.txt#2', 'three.txt#3']);
  const notes = page.locator('.file-notes');
  assert.match(await notes.innerText(), /three\.txt\s+3 articles found in this file/);
  await notes.getByRole('button', { name: 'Read it as one' }).click();
  await settled(page);
  assert.deepEqual(await articleIds(page), ['three.txt']);
  await notes.getByRole('button', { name: 'Split it into 3 again' }).click();
  await settled(page);
  assert.deepEqual(await articleIds(page), ['three.txt#1', 'three.txt#2', 'three.txt#3']);
  await context.close();
});

test('text encoded twice is offered for repair, repaired where asked, and put back', async () => {
  const twice = textOf(1).replaceAll('’', 'â€™').replaceAll('“', 'â€œ').replaceAll('”', 'â€\u009d');
  const { page, context } = await site.withFiles({}, [{ name: 'twice.txt', text: twice }]);
  assert.match((await readings(page))[0].text, /â€/);
  const notes = page.locator('.file-notes');
  await notes.getByRole('button', { name: 'Repair it' }).click();
  await settled(page);
  assert.equal((await readings(page))[0].text.trim(), textOf(1).trim());
  await notes.getByRole('button', { name: 'Undo the repair' }).click();
  await settled(page);
  assert.match((await readings(page))[0].text, /â€/);
  await context.close();
});

test('an encoding that only the browser knows is read, and the page says how sure it is', async () => {
  const words = 'Министр иностранных дел заявил во вторник, что переговоры пройдут в столице на следующей неделе. Стороны обсудят торговлю.';
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('koi8-r').decode(Uint8Array.of(byte)), byte]));
  const bytes = Buffer.from([...words].map((letter) => letters.get(letter) ?? 0x3f));
  const { page, context } = await site.empty();
  await addFiles(page, [{ name: 'koi.txt', text: bytes }]);
  assert.equal((await readings(page))[0].text, words);
  await goTo(page, '#/reader');
  assert.match(await page.locator('.file-note').innerText(), /Read as KOI8-r, by how common its letters are: (almost sure|likely)/i);
  await context.close();
});

test('a line that an outlet repeats in its articles is set aside in all of them, in whatever order they come', async () => {
  const boast = 'This newspaper was named the best of the whole coast by its own readers.';
  const files = folder([1, 10, 19, 28], [boast]);
  const { page, context } = await site.withFiles({}, files);
  const first = await readings(page);
  for (const reading of first) {
    assert.doesNotMatch(wordsOf(reading, /body/), /best of the whole coast/);
    assert.match(reading.blocks.map(({ reason }) => reason).join(), /stands in several articles of this outlet/);
  }
  await context.close();
  const other = await site.empty();
  await addFiles(other.page, [{ name: 'rest.zip', text: zip([]) }]);
  assert.equal((await news(other.page)).failures.length, 0);
  for (const file of [...files].reverse()) await addFiles(other.page, [file]);
  assert.deepEqual((await readings(other.page)).map(({ blocks }) => blocks), first.map(({ blocks }) => blocks));
  await other.context.close();
});
