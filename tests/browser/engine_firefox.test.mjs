/** Firefox reads the same files to the same dossier as Chromium (WebDriver BiDi). Skipped only where there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFiles, exported, firstProgram, inventedArticles, launchChromium, openPage, require, serveSite, until } from './harness.mjs';

const executablePath = process.env.FIREFOX ?? firstProgram('/usr/bin/firefox-esr', '/usr/bin/firefox');

test('Firefox reads the same files to the same dossier', { skip: !executablePath && 'Firefox is not installed' }, async () => {
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
    const page = await firefox.newPage();
    await page.goto(site.address);
    await until(() => page.evaluate(() => 'readout' in window), () => 'the page did not start');
    const { dossier, failures, text } = await page.evaluate(async (given) => {
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
      return {
        dossier: await (await readout.exportFile('dossier.json')).blob.text(),
        failures,
        text: document.body.innerText,
      };
    }, files);
    assert.deepEqual(failures, []);
    assert.equal(dossier, expected);
    assert.match(text, /Norland/);
  } finally {
    await firefox.close();
    await site.close();
  }
});
