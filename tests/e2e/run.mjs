// SPDX-License-Identifier: MIT
// node run.mjs widget|demo [test file…]: runs one part of the browser tests. Ends with 77 (skipped) without a browser
// or, for the demo, without a daemon.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [part, ...files] = process.argv.slice(2);
const prefix = { widget: 'widget_', demo: 'real_' }[part];
const { chromiumPath, haveChromium } = await import('./support.mjs');

if (!haveChromium) {
    console.log(`skipped: no browser at ${chromiumPath} (apt install chromium, or set CHROMIUM)`);
    process.exit(77);
}
const { daemonPath, haveDaemon } = await import('./daemon.mjs');
if (part === 'demo' && !haveDaemon) {
    console.log(`skipped: no daemon at ${daemonPath} (build the target parleyd, or set PARLEYD)`);
    process.exit(77);
}
const all = readdirSync(here).filter((file) => file.startsWith(prefix) && file.endsWith('.test.mjs'));
for (const file of files.length ? files : all.sort()) {
    await import(join(here, file));
}
