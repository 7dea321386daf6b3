/** The pool of readers: the same dossier from any number of them, traps, cancelling, files dropped twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFiles, articleIds, exported, idle, inventedArticles, news, openPage, useSite } from './harness.mjs';

const at = useSite();

/**
 * Gives the workers a core that traps in operation `op` whenever the request holds `word`, and counts the traps.
 * @param {import('playwright-core').Page} page
 * @param {string} op
 * @param {string} word
 */
async function poison(page, op, word) {
  const traps = { count: 0 };
  await page.exposeFunction('countTrap', () => traps.count++);
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      /** @param {string|URL} source */
      constructor(source) {
        super(source);
        this.addEventListener('message', ({ data }) => data.type === 'poisoned' && /** @type {any} */ (window).countTrap());
      }
    };
  });
  await page.route(({ pathname }) => pathname === '/readout/', async (route) => {
    const response = await route.fetch();
    const trapping = `const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const instance = await instantiate(...given);
        const { ro_call, memory, ...rest } = instance.exports;
        const trapping = (service, request, size) => {
          const text = new TextDecoder().decode(new Uint8Array(memory.buffer, request, size));
          if (text.startsWith('{"op":"${op}"') && text.includes(${JSON.stringify(word)})) {
            postMessage({ type: 'poisoned' });
            throw new WebAssembly.RuntimeError('unreachable');
          }
          return ro_call(service, request, size);
        };
        return { exports: { ...rest, memory, ro_call: trapping } };
      };`;
    const mark = '<script type="text/plain" data-asset="worker">';
    const body = (await response.text()).replace(mark, () => mark + trapping);
    await route.fulfill({ response, body });
  });
  return traps;
}

test('one, two and four readers, and any order of the files, give the same bytes', async () => {
  const files = inventedArticles(12);
  const orders = [files, [...files].reverse(), [...files.slice(5), ...files.slice(0, 5)]];
  const dossiers = new Set();
  const readings = new Set();
  for (const [n, workers] of [1, 2, 4].entries()) {
    const { context, page } = await openPage(at.browser, `${at.address}?workers=${workers}`);
    await addFiles(page, orders[n]);
    dossiers.add(await exported(page, 'dossier.json'));
    readings.add(await exported(page, 'readings.ndjson'));
    await context.close();
  }
  assert.equal(readings.size, 1);
  assert.equal(dossiers.size, 1);
  assert.equal(JSON.parse([...dossiers][0]).articles.length, files.length);
});

test('an article that traps is tried once more and fails by name; the others are read', async () => {
  const files = inventedArticles(6);
  files[2].text += '\nThe word is KILLJOY.\n';
  /** @type {{count: number}|undefined} */
  let traps;
  const { context, page } = await openPage(at.browser, `${at.address}?workers=2`, {
    prepare: async (page) => (traps = await poison(page, 'read', 'KILLJOY')),
  });
  await addFiles(page, files);
  const { failures, progress } = await news(page);
  assert.deepEqual(failures.map(({ name, code }) => ({ name, code })), [{ name: 'report-003.txt', code: 'engine-trap' }]);
  assert.ok(failures[0].message.length > 0);
  assert.equal(traps?.count, 2);
  assert.equal(progress.done, 6);
  assert.deepEqual(await articleIds(page), files.filter((_, n) => n !== 2).map(({ name }) => name));
  await context.close();
});

test('a desk that traps is laid out again with all but the article that it trapped on', async () => {
  const files = inventedArticles(6);
  files[3].text += '\nThe word is KILLJOY.\n';
  const { context, page } = await openPage(at.browser, `${at.address}?workers=2`, {
    prepare: (page) => poison(page, 'add', 'KILLJOY'),
  });
  await addFiles(page, files);
  const { failures } = await news(page);
  assert.deepEqual(failures.map(({ name, code }) => ({ name, code })), [{ name: 'report-004.txt', code: 'engine-trap' }]);
  assert.deepEqual(await articleIds(page), files.filter((_, n) => n !== 3).map(({ name }) => name));
  await context.close();
});

test('what the reader decided holds on a desk that is laid out again', async () => {
  const files = inventedArticles(3);
  files[2].text += '\nThe word is KILLJOY.\n';
  const { context, page } = await openPage(at.browser, `${at.address}?workers=2`, {
    prepare: (page) => poison(page, 'add', 'KILLJOY'),
  });
  await addFiles(page, files.slice(0, 2));
  await page.evaluate(() => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    return readout.decide((rules) => [...rules, { rule: 'rename-entity', entities: [{ name: 'Anna Berg' }], name: 'Berg the elder' }]);
  });
  const names = async () => /** @type {{entities: {name: string}[]}} */ (JSON.parse(await exported(page, 'dossier.json'))).entities.map(({ name }) => name);
  const before = await names();
  assert.ok(before.includes('Berg the elder') && !before.includes('Anna Berg'), before.join(', '));
  await addFiles(page, files.slice(2));
  assert.deepEqual((await news(page)).failures.map(({ code }) => code), ['engine-trap']);
  assert.deepEqual(await names(), before);
  await context.close();
});

test('a file dropped twice is recognised by its bytes, under another name too', async () => {
  const [one, two] = inventedArticles(2);
  const { context, page } = await openPage(at.browser, at.address);
  await addFiles(page, [one, two, { ...one, name: 'zz-copy.txt' }]);
  await addFiles(page, [one]);
  const { failures } = await news(page);
  assert.deepEqual(failures.map(({ name, code }) => ({ name, code })), [
    { name: 'zz-copy.txt', code: 'duplicate' },
    { name: one.name, code: 'duplicate' },
  ]);
  assert.match(failures[0].message, /report-001\.txt/);
  assert.equal((await articleIds(page)).length, 2);
  await context.close();
});

test('two files of one name and different words are both kept', async () => {
  const [one, two] = inventedArticles(2);
  const { context, page } = await openPage(at.browser, at.address);
  await addFiles(page, [one]);
  await addFiles(page, [{ ...two, name: one.name }]);
  assert.deepEqual(await articleIds(page), ['report-001.txt', 'report-001.txt (2)']);
  await context.close();
});

test('cancelling keeps what is read, and the rest can be dropped again', async () => {
  const files = inventedArticles(40);
  const { context, page } = await openPage(at.browser, `${at.address}?workers=2`);
  await page.evaluate((given) => {
    const { readout } = /** @type {import('./harness.mjs').ReadoutWindow} */ (/** @type {unknown} */ (window));
    let cancelled = false;
    readout.onNews(({ revision }) => {
      if (revision > 0 && !cancelled) readout.cancel();
      cancelled ||= revision > 0;
    });
    return readout.addFiles(given.map(({ name, text }) => ({ name, file: new Blob([text]) })));
  }, files);
  await idle(page);
  const kept = (await articleIds(page)).length;
  assert.ok(kept > 0 && kept < files.length, `kept ${kept}`);
  const { progress, failures } = await news(page);
  assert.equal(progress.busy, false);
  assert.equal(progress.done, progress.total);
  assert.deepEqual(failures, []);
  await addFiles(page, files);
  assert.equal((await articleIds(page)).length, files.length);
  await context.close();
});

test('what is no article says why, and the others go on', async () => {
  const [one] = inventedArticles(1);
  const { context, page } = await openPage(at.browser, at.address);
  await addFiles(page, [
    { name: 'empty.txt', text: '' },
    { name: 'leaflet.pdf', text: '%PDF-1.7 and so on' },
    { name: 'noise.txt', text: Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256) },
    one,
  ]);
  const { failures } = await news(page);
  assert.deepEqual(failures.map(({ name }) => name).sort(), ['empty.txt', 'leaflet.pdf', 'noise.txt']);
  for (const { code, message } of failures) assert.ok(code !== 'internal' && message.length > 10, `${code}: ${message}`);
  assert.equal((await articleIds(page)).length, 1);
  await context.close();
});
