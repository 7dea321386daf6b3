/** How long it takes from opening the page to the first reading, with five articles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builds, idle, inventedArticles, openPage, useSite } from './harness.mjs';

const kFloor = 1000; // milliseconds
const kFewest = 3;
const kMost = 16; // runs, where the first are too slow

const at = useSite();

/**
 * Sets the files as soon as there is an input for them, and notes when the first reading was put together.
 * @param {{name: string, text: string}[]} files
 */
function dropAtOnce(files) {
  const times = { input: 0, first: 0 };
  Object.assign(window, { times });
  const look = () => {
    const input = /** @type {HTMLInputElement|null} */ (document.querySelector('input[type=file][multiple]'));
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    if (!input || !readout) return void setTimeout(look);
    times.input = performance.now();
    readout.onNews(({ revision }) => {
      if (revision > 0) times.first ||= performance.now();
    });
    const drop = new DataTransfer();
    for (const { name, text } of files) drop.items.add(new File([text], name, { type: 'text/plain' }));
    input.files = drop.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  look();
}

for (const { build, address } of builds(at)) {
  test(`${build} has its first reading within ${kFloor} ms of being opened`, async (t) => {
    const runs = [];
    while (runs.length < kFewest || (runs.length < kMost && Math.min(...runs.map(({ first }) => first)) > kFloor)) {
      const { context, page } = await openPage(at.browser, address(), {
        prepare: (page) => page.addInitScript(dropAtOnce, inventedArticles(5)),
      });
      await idle(page);
      const { input, first } = await page.evaluate(() => /** @type {any} */ (window).times);
      const all = await page.evaluate(() => performance.now());
      runs.push({ input: Math.round(input), first: Math.round(first), all: Math.round(all) });
      await context.close();
    }
    runs.sort((a, b) => a.first - b.first);
    // The quickest run is judged: what else the machine does at the same time is not the page's doing.
    const [best] = runs;
    const middle = runs[runs.length >> 1];
    t.diagnostic(`page ready ${best.input} ms, first reading ${best.first} ms (median ${middle.first}), all ${best.all} ms`);
    assert.ok(best.first > 0 && best.first < kFloor, JSON.stringify(runs));
  });
}
