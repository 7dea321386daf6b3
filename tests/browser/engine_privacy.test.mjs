/** What the page promises beside its drop zone, by trying: nothing is sent, nothing is stored, in both builds. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { addFiles, builds, exported, inventedArticles, kSingleFile, openPage, useSite } from './harness.mjs';

const at = useSite();
/** @type {import('node:http').Server} */
let elsewhere;
/** What reached the other host. @type {string[]} */
const reached = [];
let other = '';

before(async () => {
  elsewhere = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
  });
  elsewhere.on('upgrade', (request, socket) => {
    reached.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise((resolve) => elsewhere.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (elsewhere.address());
  other = `http://localhost:${port}`;
});
after(async () => {
  elsewhere.closeAllConnections();
  elsewhere.close();
});

/**
 * Every way that a script knows to send something. Runs in a page or in a worker; settles when each was tried.
 * @param {string} host
 */
async function tryToSend(host) {
  const quietly = (/** @type {() => unknown} */ attempt) => Promise.resolve().then(attempt).catch(() => {});
  await quietly(() => fetch(`${host}/fetch`, { mode: 'no-cors' }));
  await quietly(() => fetch(`${host}/post`, { method: 'POST', body: 'words', mode: 'no-cors', keepalive: true }));
  await quietly(() => {
    const request = new XMLHttpRequest();
    request.open('POST', `${host}/xhr`, false);
    request.send('words');
  });
  await quietly(() => new WebSocket(`${host.replace('http', 'ws')}/socket`));
  await quietly(() => new EventSource(`${host}/events`));
  if (typeof document === 'undefined') {
    await quietly(() => /** @type {any} */ (globalThis).importScripts(`${host}/import.js`));
  } else {
    await quietly(() => navigator.sendBeacon(`${host}/beacon`, 'words'));
    await quietly(() => import(`${host}/module.js`));
    const elements = {
      img: 'src', script: 'src', iframe: 'src', video: 'src', audio: 'src', object: 'data', embed: 'src', link: 'href',
    };
    for (const [tag, attribute] of Object.entries(elements)) {
      await quietly(() => {
        const element = document.createElement(tag);
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        element.setAttribute(attribute, `${host}/${tag}`);
        document.body.append(element);
      });
    }
    await quietly(() => {
      const form = document.createElement('form');
      form.action = `${host}/form`;
      form.method = 'post';
      document.body.append(form);
      form.submit();
    });
    await quietly(() => {
      const style = document.createElement('style');
      style.textContent = `body { background: url(${host}/style) }`;
      document.body.append(style);
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** All that the browser could keep for this page. */
async function stored() {
  const kept = [...Object.values({ ...localStorage }), ...Object.values({ ...sessionStorage }), document.cookie];
  const databases = await indexedDB.databases();
  const names = 'caches' in window ? await caches.keys() : [];
  const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations().catch(() => []) : [];
  /** @type {string[]} */
  const files = [];
  const folder = await navigator.storage?.getDirectory?.().catch(() => null);
  if (folder) for await (const name of /** @type {any} */ (folder).keys()) files.push(name);
  return { kept: kept.join('\n'), databases: databases.length, caches: names.length, workers: workers.length, files };
}

const files = inventedArticles(5);
for (const { build, address } of builds(at)) {
  test(`${build} asks for its own files only, and can send nothing anywhere`, async () => {
    const { context, page, requests } = await openPage(at.browser, address());
    await addFiles(page, files);
    const own = build === 'the single file' ? kSingleFile : at.address;
    const foreign = requests.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url));
    assert.deepEqual(foreign, []);
    reached.length = 0;
    assert.ok(page.workers().length >= 2, 'a reader and the desk');
    for (const worker of page.workers()) await worker.evaluate(tryToSend, other);
    assert.deepEqual(reached, [], 'a worker reached another host');
    await page.evaluate(tryToSend, other);
    assert.deepEqual(reached, [], 'the page reached another host');
    await context.close();
  });

  test(`${build} stores no word of an article`, async () => {
    const { context, page } = await openPage(at.browser, address());
    await addFiles(page, files);
    assert.match(await exported(page, 'readings.ndjson'), /Anna Berg/);
    const { kept, ...rest } = await page.evaluate(stored);
    assert.doesNotMatch(kept, /Berg|Haddad|Norland|report-/);
    assert.deepEqual(rest, { databases: 0, caches: 0, workers: 0, files: [] });
    assert.doesNotMatch(decodeURIComponent(page.url()), /Berg|Haddad|Norland|report-/);
    await context.close();
  });
}

test('the probe itself works: where no policy stands in the way, everything gets through', async () => {
  const context = await at.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${other}/`);
  reached.length = 0;
  await page.evaluate(tryToSend, other).catch(() => {}); // its form leaves the page
  for (const way of ['/fetch', '/post', '/xhr', '/beacon', '/img', '/iframe', 'upgrade /socket']) {
    assert.ok(reached.includes(way), `${way} should have arrived: ${reached.join(' ')}`);
  }
  await context.close();
});
