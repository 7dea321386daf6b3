// Arguments and exit statuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readout } from './support.mjs';

test('wrong usage ends with status 2 and says what is wrong', async () => {
  /** @type {string[][]} */
  const wrong = [
    [], ['bogus'], ['read'], ['read', '--ndjson', 'file'], ['read', '--json', 'x'], ['read', '--nonsense'], ['read', '-j'],
    ['read', '--ndjson', '-j', 'many'], ['read', '--ndjson', '-j9999'], ['collate', 'file'], ['collate', '--tokens'],
  ];
  for (const args of wrong) {
    const { status, out, err } = await readout(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, /^readout: .+\nTry: readout --help\n$/);
  }
});

test('help and version go to standard output', async () => {
  const help = await readout(['--help']);
  assert.equal(help.status, 0);
  assert.match(help.out, /readout read FILE\|FOLDER/);
  const version = await readout(['--version']);
  assert.equal(version.status, 0);
  assert.match(version.out, /^readout \d+\.\d+\.\d+, model [0-9a-f]{12}\n$/);
});

test('a file whose name begins with a dash follows --', async () => {
  const { status, lines } = await readout(['read', '--', '--ndjson']);
  assert.equal(status, 1);
  assert.equal(lines[0].error.code, 'not-found');
});
