// SPDX-License-Identifier: MIT
// What the console costs beside a daemon on the same machine: from its start to a window that can be used, its memory while
// nothing happens, and how long a new case takes from the customer's click to the queue on the screen.
//
//   PARLEYD=…/parleyd CONSOLE_DRIVER=…/console_driver node tests/bench/bench_console.mjs [runs]
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { ConsoleWindow } from '../e2e/console/console.mjs';
import { Daemon, kPassword } from '../e2e/daemon.mjs';

const runs = Number(process.argv[2] ?? 10);
const kIdleMs = 5_000;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Of the process and its children that runs the driver, in MB. */
function memoryOf(name) {
    for (const pid of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
        try {
            if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name) {
                const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
                const of = (field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(rollup)[1]) / 1024;
                return { resident: of('Rss'), own: of('Private_Dirty') + of('Private_Clean') };
            }
        } catch {
            // It ended meanwhile.
        }
    }
    return null;
}

const daemon = new Daemon();
await daemon.start();
await daemon.waitForKnowledge();

// The screen's own start is not the console's: the first run warms the files, and each run waits for the driver's own word.
const starts = [];
for (let run = 0; run <= runs; ++run) {
    const desk = new ConsoleWindow().start();
    await desk.does('seen', 'server');
    const { text } = await desk.does('read', 'email');
    assert.equal(text, '');
    const { startedMs } = await desk.ask('age', '');
    if (run > 0) starts.push(startedMs);
    await desk.stop();
}
console.log(`start to a window that can be used: median ${median(starts).toFixed(0)} ms, slowest ${Math.max(...starts).toFixed(0)} ms of ${runs}`);

const desk = new ConsoleWindow().start();
await desk.signIn(daemon.url, 'supporter@demo.example', kPassword);
await pause(kIdleMs);
const memory = memoryOf('console_driver');
console.log(`idle, signed in, queue shown: ${memory.resident.toFixed(0)} MB resident, ${memory.own.toFixed(0)} MB of its own`);

const key = /data-tenant="([^"]+)"/.exec(await (await fetch(`${daemon.url}/demo`)).text())[1];
const delays = [];
for (let run = 0; run < runs; ++run) {
    const { body: session } = await daemon.request('POST', `/widget/${key}/session`, { body: { locale: 'en' } });
    const text = `How loud is pump number ${run}?`;
    await daemon.request('POST', '/chat/message', { token: session.token, body: { text, session_id: session.session_id } });
    const { text: before } = await desk.ask('read', 'queueList');
    if ((before ?? '').includes(`number ${run}?`)) continue; // it was handed over before anybody clicked
    const clicked = performance.now();
    await daemon.request('POST', '/chat/escalate', { token: session.token, body: { session_id: session.session_id } });
    while (!((await desk.ask('read', 'queueList')).text ?? '').includes(`number ${run}?`)) {
        assert.ok(performance.now() - clicked < 10_000, 'the case never came');
    }
    delays.push(performance.now() - clicked);
}
if (delays.length > 0) {
    console.log(`a case from the click to the queue: median ${median(delays).toFixed(0)} ms, slowest ${Math.max(...delays).toFixed(0)} ms of ${delays.length}`);
}
await desk.stop();
await daemon.stop();
