/** Compare and the Overview: wording, two accounts side by side, and the rules by which findings stand first. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, hashOf, openSite, sample, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const mail = { name: 'mail.txt', text: 'The Mail\n\nWar goes on\n\n1 May 2024\n\nThe invasion of Kiev goes on, the mayor said. The invasion has failed, he said, and the war is lost.\n\nNobody in the city of Kiev has slept.' };
const post = { name: 'post.txt', text: 'The Post\n\nOperation ends\n\n1 May 2024\n\nThe “special military operation” near Kyiv has ended, the ministry claimed. Nobody in the city of Kyiv has slept.' };

test('rival terms stand side by side, quoted ones apart, and each opens its lines', async () => {
  const { page, context, complaints } = await site.withFiles({}, [mail, post]);
  await goTo(page, '#/compare/wording');
  const capital = page.locator('.labels', { hasText: 'The capital of Ukraine' });
  assert.deepEqual(await capital.locator('tbody th').allInnerTexts(), ['Kyiv', 'Kiev']);
  const conflict = page.locator('.labels', { hasText: 'An armed conflict' });
  const operation = conflict.locator('tr', { hasText: 'military operation' });
  assert.match(await operation.locator('.quoted-count').innerText(), /“1”/);
  await operation.getByRole('button').click();
  await page.locator('.concordance mark').first().waitFor();
  assert.deepEqual(await page.locator('.concordance mark').allInnerTexts(), ['military operation']);
  assert.doesNotMatch(await hashOf(page), /operation/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('reporting verbs are counted by outlet, with their class', () => site.looking(async ({ page }) => {
  await goTo(page, '#/compare/wording');
  const verbs = page.locator('table.verbs');
  assert.ok((await verbs.locator('tr', { hasText: /^say\s+neutral/ }).count()) === 1);
  assert.ok((await verbs.locator('tr.stance.neutral').count()) === 1);
}));

test('two accounts lie side by side with the words that both have; either can be changed', () => site.looking(async ({ page, complaints }) => {
  await goTo(page, '#/compare/origins');
  await page.getByRole('link', { name: 'Lay them side by side, whole' }).first().click();
  await settled(page);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Side by side');
  assert.ok((await page.locator('.parallel tr.close mark').count()) > 3);
  const [left = '', right = ''] = await page.locator('.parallel tr.close').nth(1).locator('td').evaluateAll((cells) => cells.map((cell) => cell.querySelector('mark')?.textContent ?? ''));
  assert.equal(left.toLowerCase(), right.toLowerCase());
  const before = await page.locator('.parallel').innerText();
  const last = await page.locator('.pair-choice select').nth(1).locator('option').last().getAttribute('value');
  await page.locator('.pair-choice select').nth(1).selectOption(last ?? '');
  await settled(page);
  assert.notEqual(await page.locator('.parallel').innerText(), before);
  await page.locator('.parallel td a').first().click();
  await settled(page);
  assert.match(await hashOf(page), /^#\/reader\//);
  assert.deepEqual(complaints, []);
}));

test('the Overview tells its rules, and its card says when, where, who and why these articles are one', () => site.looking(async ({ page }) => {
  await page.getByText('How these are chosen').click();
  assert.ok((await page.locator('.rules li').count()) >= 5);
  const card = page.locator('.story').first();
  assert.match(await card.innerText(), /14 October 2025/);
  assert.match(await card.innerText(), /Arkesia/);
  assert.notEqual((await card.locator('.why-together').innerText()).trim(), '');
}));

test('one account alone has empty views that say why', async () => {
  const { page, context, complaints } = await site.withFiles({}, sample.slice(0, 1));
  for (const hash of ['#/compare/wording', '#/compare/origins', '#/compare/disagreements', '#/compare/matrix']) {
    await goTo(page, hash);
    assert.equal(await page.locator('main h1').count(), 1, hash);
    assert.ok((await page.locator('main').innerText()).length > 60, hash);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});
