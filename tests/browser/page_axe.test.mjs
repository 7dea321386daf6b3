/** axe-core finds nothing in any view, in either theme, on a desk's screen and on a phone's; and nothing scrolls sideways. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { asOneHappening, twoVisits } from './fixtures/two_visits.js';
import { require } from './harness.mjs';
import { goTo, openArticle, openSite, settled, views } from './page_support.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** What of axe's rules looks at colours: the rest is the same, light or dark, since the page is. */
const kColours = ['color-contrast', 'link-in-text-block'];

/** @param {import('playwright-core').Page} page @param {string} where */
async function clean(page, where) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async (rules) => {
      /** @typedef {{id: string, nodes: {html: string, failureSummary: string}[]}} Violation */
      const { axe } = /** @type {{axe: {run: (options: object) => Promise<{violations: Violation[]}>}}} */ (/** @type {unknown} */ (window));
      const { violations } = await axe.run(rules ? { runOnly: { type: 'rule', values: rules } } : {});
      return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join('; ')}`);
    }, colorScheme === 'dark' ? kColours : null);
    assert.deepEqual(found, [], `${where}, ${colorScheme}`);
  }
}

/** @param {import('playwright-core').Page} page @param {string} where */
async function fits(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${where} is ${over} px too wide`);
}

const screens = /** @type {const} */ ([
  ['a desk’s screen', { viewport: { width: 1280, height: 900 } }],
  ['a phone', { viewport: { width: 375, height: 740 }, hasTouch: true }],
]);

for (const [name, options] of screens) {
  test(`on ${name}: the empty desk`, async () => {
    const { page, context } = await site.empty({ ...options, reducedMotion: 'reduce' });
    await clean(page, 'empty');
    await fits(page, 'empty');
    await context.close();
  });

  test(`on ${name}: every view`, async () => {
    const { page, context } = await site.withFiles({ ...options, reducedMotion: 'reduce' });
    for (const hash of views) {
      await goTo(page, hash);
      await clean(page, hash);
      await fits(page, hash);
    }
    await goTo(page, '#/record/timeline');
    await page.locator('.drawing .item').first().focus();
    await page.keyboard.press('Enter');
    await settled(page);
    await clean(page, 'timeline with a mark chosen');
    await goTo(page, '#/record/events');
    await page.locator('.who-matrix td button').first().click();
    await settled(page);
    await clean(page, 'events behind a cell');
    await fits(page, 'events behind a cell');
    await page.getByLabel('Search the articles').fill('the Sarn');
    await settled(page);
    await clean(page, 'search with places');
    await fits(page, 'search with places');
    await openArticle(page, 'sarrel-courier.txt');
    await page.locator('details.aside > summary').first().click();
    await clean(page, 'reader with a fold open');
    await page.locator('.reach > summary').first().click();
    await clean(page, 'reader with the reach of a restore');
    await fits(page, 'reader with the reach of a restore');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await settled(page);
    await clean(page, 'reader with a mark selected');
    await goTo(page, '#/overview');
    await page.getByRole('button', { name: 'Look through, restore any' }).click();
    await settled(page);
    await clean(page, 'overview with what was set aside');
    await context.close();
  });

  test(`on ${name}: corrections`, async () => {
    const { page, context } = await site.withFiles({ ...options, reducedMotion: 'reduce' }, [...twoVisits, asOneHappening]);
    /** @param {string} where */
    const check = async (where) => {
      await settled(page);
      await clean(page, where);
      await fits(page, where);
    };
    const press = (/** @type {string} */ button) => page.getByRole('button', { name: button }).first().click();
    await press('Take accounts out …');
    for (const cable of await page.locator('dialog .accounts-chosen label', { hasText: /cable/ }).all()) await cable.click();
    await check('accounts to take out');
    await press('Take out');
    await page.locator('.told').waitFor();
    await check('a running subject, and what was done told');
    await press('Same as another …');
    await page.locator('dialog').getByRole('option').first().waitFor();
    await check('another happening to choose');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await goTo(page, '#/record/people');
    await page.locator('.record tbody tr', { hasText: 'Karl Brandt' }).locator('td[data-label=Mentions] a').click();
    await page.locator('.person').waitFor();
    for (const [button, within] of [['Not the same …', 'p'], ['Rename …', 'input'], ['Change type …', 'input'], ['Same as …', '[role=option]']]) {
      await press(button);
      await page.locator(`dialog ${within}`).first().waitFor();
      await check(button);
      if (button === 'Same as …') break;
      await page.keyboard.press('Escape');
    }
    await page.keyboard.type('carl');
    await settled(page);
    await page.keyboard.press('Enter');
    await page.locator('dialog .choices').waitFor();
    await check('how to call the two');
    await press('They are one');
    await page.locator('.told').waitFor();
    await check('a name that the reader made');
    await goTo(page, '#/overview');
    await press('3 corrections of yours');
    await check('your corrections');
    await page.keyboard.press('Escape');
    await openArticle(page, 'fish-inland.txt');
    await page.locator('mark.n', { hasText: 'Brandt' }).first().click();
    await check('a corrected name in the Reader');
    await goTo(page, '#/record/timeline');
    await check('a timeline with a bound');
    await context.close();
  });

  test(`on ${name}: the dialogs and menus`, async () => {
    const { page, context } = await site.withFiles({ ...options, reducedMotion: 'reduce' });
    for (const menu of ['Add', 'Export', 'View']) {
      await page.locator('summary', { hasText: menu }).click();
      await clean(page, menu);
      await page.keyboard.press('Escape');
    }
    for (const name of ['What can be dropped …', 'Your corrections …']) {
      await page.locator('summary', { hasText: 'View' }).click();
      await page.getByRole('button', { name }).click();
      await clean(page, name);
      await page.keyboard.press('Escape');
    }
    const table = `title,text\nA bridge opens,"${'The council voted on Tuesday to open the bridge. '.repeat(6)}"\n`;
    await page.setInputFiles('input[type=file][multiple]', [{ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }]);
    await page.getByRole('heading', { name: 'Which column holds what?' }).waitFor();
    await clean(page, 'columns');
    await page.keyboard.press('Escape');
    await settled(page);
    await page.locator('summary', { hasText: 'View' }).click();
    await page.getByRole('button', { name: 'Licences …' }).click();
    await page.locator('.notices', { hasText: 'licence' }).waitFor();
    await clean(page, 'licences');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await clean(page, 'keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'How to check' }).first().click();
    await clean(page, 'how to check');
    await page.keyboard.press('Escape');
    await page.locator('.files').getByRole('button', { name: /^Set/ }).first().click();
    await clean(page, 'outlet and date');
    await context.close();
  });
}

test('the chosen theme wins over the system’s and is kept', async () => {
  const { page, context } = await site.withFiles({ colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator('summary', { hasText: 'View' }).click();
  await page.getByLabel('Dark').check();
  assert.notEqual(await paper(), light);
  await page.reload();
  assert.notEqual(await paper(), light);
  await context.close();
});
