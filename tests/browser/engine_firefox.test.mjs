/** Firefox, by WebDriver BiDi; skipped only where there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFiles, exported, firstProgram, inventedArticles, kSingleFile, launchChromium, openPage, require, serveSite, until } from './harness.mjs';

const executablePath = process.env.FIREFOX ?? firstProgram('/usr/bin/firefox-esr', '/usr/bin/firefox');

test('Firefox reads the same files to the same dossier, hosted and from one file', { skip: !executablePath && 'Firefox is not installed' }, async () => {
  /** @type {typeof import('puppeteer-core')} */
  const puppeteer = require('puppeteer-core');
  const files = inventedArticles(4);
  const site = await serveSite();
  const chromium = await launchChromium();
  const { page: reference } = await openPage(chromium, site.address);
  await addFiles(reference, files);
  const expected = await exported(reference, 'dossier.json');
  await chromium.close();

  const firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  try {
    for (const address of [site.address, kSingleFile]) {
      const { dossier, failures, text } = await readIn(await firefox.newPage(), address, files);
      assert.deepEqual(failures, []);
      assert.equal(dossier, expected);
      assert.match(text, /Norland/);
    }
  } finally {
    await firefox.close();
    await site.close();
  }
});

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 * @param {{name: string, text: string}[]} files
 */
async function readIn(page, address, files) {
  await page.goto(address);
  await until(() => page.evaluate(() => 'readout' in window), () => `${address} did not start`);
  return page.evaluate(async (given) => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=file][multiple]'));
    const drop = new DataTransfer();
    for (const { name, text } of given) drop.items.add(new File([text], name, { type: 'text/plain' }));
    input.files = drop.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await readout.idle();
    /** @type {readonly unknown[]} */
    let failures = [];
    readout.onNews((news) => (failures = news.failures));
    const dossier = await (await readout.exportFile('dossier.json')).blob.text();
    return { dossier, failures, text: document.body.innerText };
  }, files);
}
