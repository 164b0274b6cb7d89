// SPDX-License-Identifier: MIT
// What reading a large PDF costs the daemon and those who talk to it meanwhile. Node's standard library alone.
//   PARLEYD=build/release/bin/parleyd node tests/bench/bench_ingest.mjs [--pages 2000] [--megabytes 100] [--idle 10]
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFillSync } from 'node:crypto';

import { call, good } from '../e2e/contract/client.mjs';
import { Daemon } from '../e2e/contract/daemon.mjs';
import * as world from '../e2e/contract/world.mjs';

const kBoundary = 'bench-boundary';
const kPauseMs = 20;
const kWords = ('garden sensor battery water leaf plant return order parcel invoice refund account signal hub valve ' +
  'season soil root light shade winter summer delivery address customer receipt payment button menu screen').split(' ');

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A reproducible sequence of numbers below `limit`. @source Numerical Recipes, ranqd1 */
function sequence(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Content of a page: a heading and 40 lines of text. */
function pageText(number, next) {
  const lines = [`BT /F1 16 Tf 60 740 Td (Chapter ${number}: of the ${kWords[next(kWords.length)]}) Tj ET`];
  for (let line = 0; line < 40; ++line) {
    const words = Array.from({ length: 11 }, () => kWords[next(kWords.length)]).join(' ');
    lines.push(`BT /F1 10 Tf 60 ${710 - line * 16} Td (The ${words} ${number * 41 + line}.) Tj ET`);
  }
  return lines.join('\n');
}

/** Writes a PDF of so many pages, each with text and a picture that fills it up to the wanted size. */
function writePdf(path, pages, bytes) {
  const file = openSync(path, 'w');
  const offsets = [];
  let at = 0;
  const write = (data) => {
    at += writeSync(file, data);
  };
  const object = (number, head, stream) => {
    offsets[number] = at;
    write(`${number} 0 obj\n${head}\n`);
    if (stream) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  const next = sequence(7);
  write('%PDF-1.4\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i * 3} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const side = 64;
  for (let i = 0; i < pages; ++i) {
    const number = 4 + i * 3;
    const text = pageText(i + 1, next);
    const rows = Math.max(1, Math.floor((bytes / pages - text.length - 600) / side));
    const picture = randomFillSync(Buffer.alloc(rows * side));
    const resources = `<< /Font << /F1 3 0 R >> /XObject << /I ${number + 2} 0 R >> >>`;
    object(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${number + 1} 0 R >>`);
    object(number + 1, `<< /Length ${text.length} >>`, text);
    object(
      number + 2,
      `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${rows} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${picture.length} >>`,
      picture,
    );
  }
  const start = at;
  const entry = (offset) => `${String(offset).padStart(10, '0')} 00000 n \n`;
  write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${offsets.slice(1).map(entry).join('')}`);
  write(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  closeSync(file);
}

/** Sends the file as a form, in pieces. @return the answer's JSON */
function upload(daemon, token, path) {
  const head = `--${kBoundary}\r\nContent-Disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n`;
  const tail = `\r\n--${kBoundary}--\r\n`;
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port: daemon.port,
        method: 'POST',
        path: '/knowledge/documents',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': `multipart/form-data; boundary=${kBoundary}`,
          'Content-Length': head.length + statSync(path).size + tail.length,
        },
      },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += part));
        response.on('end', () => (response.statusCode === 202 ? resolve(JSON.parse(text)) : reject(new Error(text))));
      },
    );
    request.on('error', reject);
    request.write(head);
    createReadStream(path)
      .on('end', () => request.end(tail))
      .pipe(request, { end: false });
  });
}

/** Requests one after another until told to stop. @return {stop() -> sorted milliseconds} */
function probe(action) {
  const times = [];
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      const began = performance.now();
      await action();
      times.push(performance.now() - began);
      await pause(kPauseMs);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await done;
      return times.sort((a, b) => a - b);
    },
  };
}

const quantile = (times, q) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? NaN;
const status = (daemon, name) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${daemon.child.pid}/status`, 'utf8'))[1]) / 1024;

/** What those who talk to the daemon see while `work` goes on. */
async function watched(daemon, session, work) {
  const probes = {
    health: probe(() => good(daemon, 'GET', '/health')),
    turn: probe(() => call(daemon, 'POST', '/chat/message', { token: session.token, json: { text: world.kQuestion } })),
  };
  const value = await work();
  const times = {};
  for (const [name, each] of Object.entries(probes)) times[name] = await each.stop();
  return { value, times };
}

const pages = option('pages', 2000);
const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const path = join(folder, 'large.pdf');
writePdf(path, pages, option('megabytes', 100) * 1024 * 1024 - 64 * 1024);
const daemon = await new Daemon({ settings: ['--log.level', 'warn'] }).start();
try {
  const token = await world.demoAdmin(daemon);
  await world.knowledgeReady(daemon, token);
  const session = await world.openSession(daemon, await world.demoKey(daemon));
  await watched(daemon, session, () => pause(1000)); // warm
  const idle = await watched(daemon, session, () => pause(option('idle', 10) * 1000));
  writeFileSync(`/proc/${daemon.child.pid}/clear_refs`, '5'); // the high-water mark begins anew
  const before = status(daemon, 'VmHWM');
  const began = performance.now();
  let uploaded = 0;
  let seen = 0;
  const busy = await watched(daemon, session, async () => {
    const { id } = await upload(daemon, token, path);
    uploaded = performance.now() - began;
    for (;;) {
      const document = await good(daemon, 'GET', `/knowledge/documents/${id}`, { token });
      seen = Math.max(seen, status(daemon, 'VmHWM'));
      if (['ready', 'failed'].includes(document.status)) return document;
      await pause(200);
    }
  });
  const seconds = (performance.now() - began) / 1000;
  const afterReading = status(daemon, 'VmHWM');
  await good(daemon, 'GET', '/knowledge/search?q=garden', { token });
  const document = busy.value;
  const figures = {
    status: document.status,
    error: document.error,
    megabytes: Number((statSync(path).size / 1024 / 1024).toFixed(1)),
    pages: document.pages,
    chunks: document.chunks,
    upload_seconds: Number((uploaded / 1000).toFixed(2)),
    ready_seconds: Number(seconds.toFixed(2)),
    memory_growth_mib: Number((afterReading - before).toFixed(1)),
    memory_growth_with_index_mib: Number((status(daemon, 'VmHWM') - before).toFixed(1)),
  };
  for (const name of ['health', 'turn']) {
    figures[`${name}_p99_idle_ms`] = Number(quantile(idle.times[name], 0.99).toFixed(2));
    figures[`${name}_p99_busy_ms`] = Number(quantile(busy.times[name], 0.99).toFixed(2));
    figures[`${name}_worst_idle_ms`] = Number(idle.times[name].at(-1).toFixed(2));
    figures[`${name}_worst_busy_ms`] = Number(busy.times[name].at(-1).toFixed(2));
    figures[`${name}_ratio`] = Number((quantile(busy.times[name], 0.99) / quantile(idle.times[name], 0.99)).toFixed(2));
  }
  console.log(JSON.stringify(figures, null, 2));
  process.exitCode = document.status === 'ready' ? 0 : 1;
} finally {
  await daemon.dispose();
  rmSync(folder, { recursive: true, force: true });
}
