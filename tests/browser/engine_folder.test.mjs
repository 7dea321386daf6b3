/** Folders, dropped as a person drops them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { articleIds, builds, idle, inventedArticles, news, openPage, useSite, until } from './harness.mjs';

const kFolderReadsAtOnce = 100; // entries that a browser gives of a folder in one go

const at = useSite();
let folder = '';
/** @type {string[]} */
let expected = [];
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const articles = inventedArticles(kFolderReadsAtOnce + 5);
  expected = articles.map(({ name }, n) => (n < 3 ? `press/monday/${name}` : `press/${name}`)).sort();
  for (const [n, { name, text }] of articles.entries()) {
    const path = join(folder, 'press', n < 3 ? 'monday' : '', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const litter of ['.DS_Store', '.git/config', 'Thumbs.db']) {
    const path = join(folder, 'press', litter);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'no article');
  }
});
after(async () => {
  rmSync(folder, { recursive: true });
});

for (const { build, address } of builds(at)) {
  test(`${build} reads a dropped folder with all in it, and leaves what systems put there`, async () => {
    const { context, page } = await openPage(at.browser, address());
    const devtools = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder, 'press')], dragOperationsMask: 1 };
    for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
    }
    await until(async () => (await news(page)).progress.total > 0, () => 'the drop did not arrive');
    await idle(page);
    assert.deepEqual((await news(page)).failures, []);
    assert.deepEqual(await articleIds(page), expected);
    await context.close();
  });
}
