/** Every form that can be dropped, and every fault that a file can have. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addFiles, articleIds, builds, exported, idle, news, openPage, require, useSite } from './harness.mjs';
import { csv, headline, page as pageOf, paragraphs, textOf, zip } from './page_import_support.mjs';

/** @type {typeof import('esbuild')} */
const { build } = require('esbuild');

const at = useSite();

/** @typedef {{id: string, text: string, article: {title: string, outlet: string|null, published: {value: string, how: string}}, file?: {encoding: string}, blocks: {kind: string, begin: number, end: number, reason: string}[]}} Reading */

/** @param {import('playwright-core').Page} page @returns {Promise<Reading[]>} */
const readings = async (page) => (await exported(page, 'readings.ndjson')).trim().split('\n').map((line) => JSON.parse(line));

/** @param {import('playwright-core').Page} page @param {{name: string, text: string|Uint8Array}[]} files */
const drop = (page, files) =>
  page.setInputFiles('input[type=file][multiple]', files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })));

/** Answers the chooser of columns. @param {import('playwright-core').Page} page @param {RegExp} button */
async function choose(page, button) {
  await page.locator('dialog').getByRole('button', { name: button }).click();
  await idle(page);
}

for (const { build: which, address } of builds(at)) {
  test(`${which} reads each form: text, page, table, list, archive`, async () => {
    const { context, page, complaints } = await openPage(at.browser, address());
    await addFiles(page, [
      { name: 'a.txt', text: textOf(1) }, { name: 'b.md', text: textOf(2) }, { name: 'c.html', text: pageOf(3) },
      { name: 'e.zip', text: zip([{ name: 'in/x.txt', data: textOf(5) }, { name: 'in/y.html', data: pageOf(6) }, { name: '__MACOSX/z', data: 'no' }]) },
    ]);
    assert.deepEqual((await news(page)).failures, []);
    assert.deepEqual(await articleIds(page), ['a.txt', 'b.md', 'c.html', 'e.zip/in/x.txt', 'e.zip/in/y.html']);
    await drop(page, [{ name: 'd.csv', text: csv([['title', 'date', 'body'], [headline(4), '2031-04-05', paragraphs(4).join('\n\n')]]) }]);
    await choose(page, /^Read 1 article/);
    await drop(page, [{ name: 'f.jsonl', text: [7, 8].map((n) => JSON.stringify({ headline: headline(n), publisher: { name: 'Inland Post' }, published_at: '2031-04-06T01:00:00Z', content: paragraphs(n).join('\n') })).join('\n') }]);
    await choose(page, /^Read 2 articles/);
    await drop(page, [{ name: 'g.json', text: JSON.stringify({ status: 'ok', articles: [9, 10].map((n) => ({ title: headline(n), text: paragraphs(n).join('\n') })) }) }]);
    await choose(page, /^Read 2 articles/);
    await drop(page, [{ name: 'h.tsv', text: `Headline\tText\n${headline(11)}\t${paragraphs(11).join(' ')}\n` }]);
    await choose(page, /^Read 1 article/);
    assert.deepEqual((await news(page)).failures, []);
    const all = new Map((await readings(page)).map((reading) => [reading.id, reading]));
    assert.equal(all.size, 11);
    assert.deepEqual([all.get('d.csv#1')?.article.title, all.get('d.csv#1')?.article.published], [headline(4), { ...all.get('d.csv#1')?.article.published, value: '2031-04-05', how: 'given' }]);
    assert.deepEqual([all.get('f.jsonl#2')?.article.outlet, all.get('f.jsonl#2')?.article.title], ['Inland Post', headline(8)]);
    assert.equal(all.get('h.tsv#1')?.article.title, headline(11));
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test(`${which} parses a page without running or fetching anything, and keeps what its head states`, async () => {
    const { context, page, requests, complaints } = await openPage(at.browser, address());
    await page.evaluate(() => new Promise((loaded) => setTimeout(loaded, 1500)));
    const before = requests.length;
    await addFiles(page, [{ name: 'c.html', text: pageOf(3) }]);
    assert.equal(requests.length, before);
    assert.deepEqual(complaints, []);
    const [reading] = await readings(page);
    assert.equal(reading.article.outlet, 'The Coast Gazette');
    assert.deepEqual([reading.article.published.value, reading.article.published.how], ['2031-03-04', 'given']);
    const points = [...reading.text];
    const body = reading.blocks.filter(({ kind }) => kind === 'body').map(({ begin, end }) => points.slice(begin, end).join('')).join('\n\n');
    for (const words of paragraphs(3)) assert.ok(body.includes(words), words);
    assert.ok(!body.includes('Subscribe') && !body.includes(headline(5)) && !body.includes('Copyright'));
    assert.ok(!/Changed by|Run|margin: 0|var a/.test(reading.text));
    await context.close();
  });
}

/** Drops files with one sound article beside them, and gives the faults by file. @param {{name: string, text: string|Uint8Array}[]} files */
async function faultsOf(files) {
  const { context, page } = await openPage(at.browser, at.address);
  await addFiles(page, [...files, { name: 'sound.txt', text: textOf(1) }]);
  const { failures } = await news(page);
  const ids = await articleIds(page);
  await context.close();
  assert.ok(ids.includes('sound.txt'), 'the sound file is read');
  return { ids, faults: Object.fromEntries(failures.map(({ name, code, message }) => [name, `${code}: ${message}`])) };
}

test('faulty archives get a sentence each and harm nothing else', async () => {
  const bomb = Buffer.alloc(40 << 20);
  const { ids, faults } = await faultsOf([
    { name: 'nested.zip', text: zip([{ name: 'a.txt', data: textOf(2) }, { name: 'inner.zip', data: zip([{ name: 'b.txt', data: textOf(3) }]) }]) },
    { name: 'locked.zip', text: zip([{ name: 'a.txt', data: textOf(4), encrypted: true }]) },
    { name: 'bomb.zip', text: zip([{ name: 'zeros.txt', data: bomb }, { name: 'b.txt', data: textOf(5) }]) },
    { name: 'liar.zip', text: zip([{ name: 'a.txt', data: textOf(6), sizeSaid: 10 }]) },
    { name: 'half.zip', text: zip([{ name: 'a.txt', data: textOf(7) }]).subarray(0, 200) },
    { name: 'word.zip', text: zip([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'word/document.xml', data: '<x/>' }]) },
    { name: 'up.zip', text: zip([{ name: '../../../x/escape.txt', data: textOf(8) }]) },
  ]);
  assert.match(faults['nested.zip/inner.zip'], /^zip-nested: An archive inside an archive/);
  assert.match(faults['locked.zip'], /^zip-encrypted: .*password/);
  assert.match(faults['bomb.zip/zeros.txt'], /^zip-bomb: .*more than is allowed/);
  assert.match(faults['liar.zip/a.txt'], /^zip-damaged/);
  assert.match(faults['half.zip'], /^zip-damaged/);
  assert.match(faults['word.zip'], /^unsupported-file: An Office document/);
  assert.deepEqual(ids, ['bomb.zip/b.txt', 'nested.zip/a.txt', 'sound.txt', 'up.zip/x/escape.txt']);
});

test('a table without texts, a renamed binary, what is not yet read: a sentence each', async () => {
  const { faults } = await faultsOf([
    { name: 'prices.csv', text: csv([['day', 'price'], ['2031-01-01', '4'], ['2031-01-02', '5']]) },
    { name: 'picture.txt', text: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    { name: 'paper.html', text: '%PDF-1.7 and so on' },
    { name: 'letter.docx', text: zip([{ name: 'word/document.xml', data: '<x/>' }]) },
    { name: 'mail.eml', text: 'Received: from a.example\n\nHello' },
    { name: 'broken.json', text: '{"text": "never closed' },
    { name: 'scripted.html', text: '<html><head><title></title></head><body><script>fill()</script></body></html>' },
    { name: 'deep.html', text: `<html><body>${'<div>'.repeat(100000)}words` },
    { name: 'empty.txt', text: '' },
  ]);
  assert.match(faults['prices.csv'], /^no-text-column: No column of this table holds articles.*“day”, “price”/);
  assert.match(faults['picture.txt'], /^binary-file: .*PNG/);
  assert.match(faults['paper.html'], /^unsupported-file: A PDF document is not yet read/);
  assert.match(faults['letter.docx'], /^unsupported-file: A Word/);
  assert.match(faults['mail.eml'], /^unsupported-file: A mail is not yet read/);
  assert.match(faults['broken.json'], /^json-invalid/);
  assert.match(faults['scripted.html'], /^empty-page: .*scripts/);
  assert.match(faults['deep.html'], /^page-too-deep/);
  assert.match(faults['empty.txt'], /^empty-file/);
});

test('a file that vanishes before its turn gets a sentence, the others are read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const { context, page } = await openPage(at.browser, at.address);
  for (const n of [1, 2]) writeFileSync(join(folder, `${n}.html`), pageOf(n));
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.id = 'held';
    document.body.append(field);
  });
  await page.setInputFiles('#held', [join(folder, '1.html'), join(folder, '2.html')]);
  rmSync(join(folder, '2.html'));
  await page.evaluate(async () => {
    const { files } = /** @type {HTMLInputElement} */ (document.querySelector('#held'));
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    await readout.addFiles([...(files ?? [])]);
  });
  const { failures } = await news(page);
  assert.deepEqual(failures.map(({ name, code }) => [name, code]), [['2.html', 'file-unreadable']]);
  assert.match(failures[0].message, /^This file went away/);
  assert.deepEqual(await articleIds(page), ['1.html']);
  rmSync(folder, { recursive: true });
  await context.close();
});

test('limits are stated in the page and can be changed there', async () => {
  const { context, page } = await openPage(at.browser, at.address);
  await page.getByRole('button', { name: 'All that can be dropped' }).click();
  const field = page.getByLabel('Files in one ZIP archive');
  assert.equal(await field.inputValue(), '20000');
  await field.fill('1');
  await field.blur();
  await page.getByRole('button', { name: 'Close' }).click();
  await addFiles(page, [{ name: 'two.zip', text: zip([{ name: 'a.txt', data: textOf(1) }, { name: 'b.txt', data: textOf(2) }]) }]);
  const { failures } = await news(page);
  assert.match(failures[0].message, /holds 2 files; the limit is 1/);
  await context.close();
});

test('the chooser guesses, shows what it would read, and takes another choice', async () => {
  const { context, page } = await openPage(at.browser, at.address);
  const rows = [1, 2, 3].map((n) => [`k${n}`, headline(n), n === 2 ? 'one day' : `2${n}/05/2031`, 'Inland Post', paragraphs(n).join('\n\n'), `A summary of what the ${n} articles of this table have to tell, with more than forty letters.`]);
  await drop(page, [{ name: 'press.csv', text: csv([['key', 'title', 'date', 'source', 'body', 'text'], ...rows, ['k4', 'No text', '', '', '', '']]) }]);
  const dialog = page.locator('dialog');
  await dialog.getByRole('heading', { name: 'Which column holds what?' }).waitFor();
  const field = (/** @type {string} */ label) => dialog.locator('.choice', { has: page.getByText(label, { exact: true }) }).locator('select');
  const chosen = (/** @type {string} */ label) => field(label).evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0].text);
  assert.deepEqual([await chosen('Text'), await chosen('Headline'), await chosen('Outlet'), await chosen('Date'), await chosen('Name of the row')], ['body', 'title', 'source', 'date', 'key']);
  assert.match(await dialog.locator('.preview').innerText(), /21 May 2031/);
  assert.match(await dialog.innerText(), /1 row without text will be left out\. 1 date is not understood/);
  await field('Headline').selectOption({ label: 'none' });
  await field('Text').selectOption({ label: 'text' });
  await choose(page, /^Read 3 articles/);
  const all = await readings(page);
  assert.deepEqual(all.map(({ id }) => id), ['press.csv#k1', 'press.csv#k2', 'press.csv#k3']);
  assert.match(all[0].text, /^A summary/);
  assert.match(await page.locator('.file-notes').innerText(), /1 row has no text and was left out\. 1 date was not understood/);
  await context.close();
});

test('leaving a table out leaves it out, with a sentence', async () => {
  const { context, page } = await openPage(at.browser, at.address);
  await drop(page, [{ name: 'a.csv', text: csv([['title', 'text'], [headline(1), paragraphs(1).join(' ')]]) }, { name: 'b.txt', text: textOf(2) }]);
  await choose(page, /^Leave it out/);
  assert.deepEqual(await articleIds(page), ['b.txt']);
  assert.deepEqual((await news(page)).failures.map(({ code }) => code), ['not-chosen']);
  await context.close();
});

test('two hundred pages in an archive are unpacked, decoded and blocked within two seconds by two workers', async () => {
  const { outputFiles: [driver] } = await build({ entryPoints: [fileURLToPath(new URL('fixtures/block_driver.js', import.meta.url))], bundle: true, format: 'iife', write: false });
  const { context, page } = await openPage(at.browser, `${at.address}?workers=1`, { context: { bypassCSP: true } });
  await page.addScriptTag({ content: driver.text });
  const archive = zip(Array.from({ length: 200 }, (_, n) => ({ name: `page-${n}.html`, data: pageOf(n) })));
  const { pages, seconds } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { measure } = /** @type {{measure: (file: Blob, workers: number) => Promise<{pages: number, seconds: number}>}} */ (/** @type {unknown} */ (window));
    // The best of three: what else the machine does is no part of it.
    let best = await measure(new Blob([bytes]), 2);
    for (let more = 0; more < 2 && best.seconds >= 2; more++) {
      const next = await measure(new Blob([bytes]), 2);
      if (next.seconds < best.seconds) best = next;
    }
    return best;
  }, archive.toString('base64'));
  console.log(`# ${pages} pages, ${Math.round(archive.length / 1000)} KB packed: blocked in ${seconds.toFixed(2)} s`);
  assert.equal(pages, 200);
  assert.ok(seconds < 2, `${seconds} s`);
  await context.close();
});
