// SPDX-License-Identifier: MIT
// The crash test against a daemon that keeps its promises, and against some that do not.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

function crashTest(fault) {
  const fake = `${process.execPath},${here('fake_daemon.mjs')}`;
  const size = ['--conversations', '20', '--kills', '2', '--seed', '1', '--patience-ms', '2000'];
  const child = spawn(process.execPath, [here('crash_test.mjs'), '--daemon', fake, ...size], {
    env: { ...process.env, FAKE_FAULT: fault },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('a daemon that keeps its promises passes', async () => {
  const { code, output } = await crashTest('');
  assert.equal(code, 0, output);
});

const faults = {
  lose: /is there 0 times|was accepted as|lost its reply|has 0 replies/,
  twice: /has 2 replies/,
  forget: /was never answered|silent for|has 0 replies/,
  gap: /event 1 has the number 2/,
};
for (const [fault, complaint] of Object.entries(faults)) {
  test(`a daemon with the fault "${fault}" fails`, async () => {
    const { code, output } = await crashTest(fault);
    assert.equal(code, 1, output);
    assert.match(output, complaint);
  });
}
