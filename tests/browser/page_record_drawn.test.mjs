/** What the Record draws: figures, the timeline, who does what to whom; each mark one step from its words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { choiceOf, goTo, hashOf, openSite, settled } from './page_support.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** @param {import('playwright-core').Page} page */
const range = (page) => page.locator('.timeline-tools .span').innerText();

/** Texts of a drawing that stand on one another. @param {import('playwright-core').Page} page @param {string} drawing */
const overlaps = (page, drawing) =>
  page.locator(drawing).evaluateAll((drawings) =>
    drawings.flatMap((one) => {
      const boxes = [...one.querySelectorAll('text')].map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() })).filter(({ text, box }) => text && box.width > 0);
      return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => a.box.left < b.box.right - 1 && a.box.right > b.box.left + 1 && a.box.top < b.box.bottom - 3 && a.box.bottom > b.box.top + 3).map((b) => `${a.text} | ${b.text}`));
    }),
  );

test('figures of one measure stand side by side, and each opens its words', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/figures');
  const rows = page.locator('.measure .figure-row');
  assert.ok((await rows.count()) >= 6);
  const labels = await rows.evaluateAll((links) => links.map((link) => link.querySelector('title')?.textContent ?? ''));
  assert.ok(labels.some((label) => /18\.7 billion.*Arkesia Today/.test(label)), labels.join('\n'));
  assert.ok(labels.some((label) => /less than.*The Continental/.test(label)));
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(await hashOf(page), /^#\/reader\/[0-9a-f]{12}\/\d+-\d+$/);
  assert.equal(await page.locator('[data-chosen]').count(), 1);
}));

test('no drawing sets one word on another, on a wide screen and on a narrow one', async () => {
  const { page, context } = await site.withFiles();
  for (const width of [1280, 700, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [hash, drawing] of [['#/record/figures', '.measure svg'], ['#/record/timeline', '.drawing .timeline-drawing']]) {
      await goTo(page, hash ?? '');
      assert.deepEqual(await overlaps(page, drawing ?? ''), [], `${hash} at ${width}`);
    }
  }
  await context.close();
});

test('one measure over several periods is a series against time, with its values in a table', async () => {
  const text = 'Trade grows\n\nBilateral trade reached $190 billion in 2022. Bilateral trade reached $240 billion in 2023. Bilateral trade is expected to reach about $250 billion in 2024.\n';
  const { page, context } = await site.withFiles({}, [{ name: 'trade.txt', text }]);
  await goTo(page, '#/record/figures');
  const section = page.locator('.measure', { has: page.locator('.periods') });
  assert.equal(await section.count(), 1);
  assert.deepEqual(await section.locator('.periods tbody th').allInnerTexts(), ['2022', '2023', '2024']);
  assert.ok((await section.locator('.join').count()) >= 2);
  await context.close();
});

test('the timeline is moved and zoomed by keys, and its marks open their statements', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/timeline');
  const drawing = page.locator('.drawing .timeline-drawing');
  await drawing.focus();
  const first = await range(page);
  for (const key of ['ArrowLeft', '+', '-', 'Home', 'End', '0']) {
    const was = await range(page);
    await page.keyboard.press(key);
    if (key !== '-') assert.notEqual(await range(page), was, key);
  }
  assert.notEqual(await range(page), first);
  assert.match(await page.locator('.timeline-edges').innerText(), /none earlier\s*none later/);
  const item = page.locator('.drawing .item').first();
  await item.focus();
  await page.keyboard.press('Enter');
  assert.equal(await item.getAttribute('aria-pressed'), 'true');
  const statement = page.locator('.chosen .statements blockquote a').first();
  const words = await statement.locator('mark').innerText();
  await statement.click();
  await settled(page);
  assert.match(await page.locator('[data-chosen], mark.selected').first().innerText(), new RegExp(words.slice(0, 4)));
}));

test('a drag moves the timeline and opens nothing; the wheel zooms it only when it has the keyboard', () => site.looking(async ({ page }) => {
  await goTo(page, '#/record/timeline');
  const box = await page.locator('.drawing .timeline-drawing').boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  const first = await range(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -200);
  assert.equal(await range(page), first);
  await page.mouse.down();
  await page.mouse.move(x - 300, y, { steps: 4 });
  await page.mouse.up();
  const moved = await range(page);
  assert.notEqual(moved, first);
  assert.equal(await page.locator('.chosen .statements').count(), 0);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 400);
  await page.keyboard.up('Control');
  await page.waitForFunction((was) => document.querySelector('.timeline-tools .span')?.textContent !== was, moved);
}));

test('a cell of the matrix lists as many happenings as it counts, or more accounts of them', async () => {
  const { page, context } = await site.withFiles();
  await goTo(page, '#/record/events');
  const cells = page.locator('.who-matrix td button');
  assert.ok((await cells.count()) > 4);
  const cell = cells.nth(2);
  const name = (await cell.getAttribute('aria-label')) ?? '';
  const counted = [...name.matchAll(/(\d+) of /g)].reduce((sum, [, count]) => sum + Number(count), 0);
  await cell.click();
  await settled(page);
  assert.ok((await page.locator('.behind .record tbody .opens a').count()) >= counted, name);
  assert.match(await hashOf(page), /^#\/record\/events\?from=[0-9a-f]{6}&to=[0-9a-f]{6}$/);
  await page.reload();
  await context.close();
});

test('events are filtered by who, kind and status', async () => {
  const text = 'Kari Berg met Ana Ruiz in Oslo on Monday.\n\nKari Berg will visit Chile in May. Ana Ruiz condemned Chile on Tuesday.\n';
  const { page, context } = await site.withFiles(undefined, [{ name: 'plans.txt', text }]);
  await goTo(page, '#/record/events?as=table');
  const count = async () => Number((await page.locator('[role=status].num').innerText()).replace(/\D/g, ''));
  const all = await count();
  for (const name of ['Who', 'Kind', 'Status']) {
    const choice = choiceOf(page, name);
    await choice.selectOption({ index: 1 });
    await settled(page);
    assert.ok((await count()) < all, name);
    await choice.selectOption({ index: 0 });
    await settled(page);
    assert.equal(await count(), all);
  }
  await context.close();
});

test('each drawing is saved as SVG that stands by itself and as PNG, in the light look', async () => {
  const { page, context } = await site.withFiles({ acceptDownloads: true, colorScheme: 'dark' });
  for (const hash of ['#/record/figures', '#/record/timeline', '#/record/events']) {
    await goTo(page, hash);
    for (const format of ['SVG', 'PNG']) {
      const downloads = page.waitForEvent('download');
      await page.locator('.picture-buttons button', { hasText: format }).first().click();
      const bytes = readFileSync(await (await downloads).path());
      if (format === 'PNG') {
        assert.equal(bytes.subarray(1, 4).toString(), 'PNG', hash);
        continue;
      }
      const text = bytes.toString('utf8');
      assert.match(text, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/, hash);
      assert.doesNotMatch(text, /class=|href=|<script|var\(|undefined|NaN/, hash);
      assert.match(text, /fill="#fbfaf6"/, hash);
      assert.match(text, /sans-serif/, hash);
    }
  }
  await context.close();
});

test('where nothing was read, the view says so in plain words', async () => {
  const { page, context } = await site.withFiles({}, [{ name: 'plain.txt', text: 'A walk in the woods\n\nThe woods were quiet and the light was kind to everything that stood in it.\n' }]);
  for (const view of ['figures', 'events', 'timeline']) {
    await goTo(page, `#/record/${view}`);
    assert.match(await page.locator('.nothing').first().innerText(), /^No /, view);
  }
  await context.close();
});
