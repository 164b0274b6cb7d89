// SPDX-License-Identifier: MIT
// kill -9 during many conversations: nothing that was acknowledged is lost, nothing is answered twice.
//   node crash_test.mjs --daemon PROGRAM[,ARGUMENT...] [--seed N] [--conversations 200] [--kills 10] [--patience-ms 60000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { call, json } from './client.mjs';
import { Customer } from './conversation.mjs';
import { Daemon } from './daemon.mjs';
import { between, pause, seededRandom } from './random.mjs';
import { readBack } from './read_back.mjs';
import { faultsOf } from './verify.mjs';

const kReadersAtOnce = 50;
const kShownFaults = 20;
const kPassword = 'crash test pass phrase 1';

function options() {
  const { values } = parseArgs({
    options: {
      daemon: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      conversations: { type: 'string', default: '200' },
      kills: { type: 'string', default: '10' },
      'patience-ms': { type: 'string', default: '60000' },
    },
  });
  if (!values.daemon) throw new Error('--daemon PROGRAM is missing');
  return {
    command: values.daemon.split(','),
    seed: Number(values.seed),
    conversations: Number(values.conversations),
    kills: Number(values.kills),
    patienceMs: Number(values['patience-ms']),
  };
}

function makeDaemon({ command, patienceMs }, folder) {
  const own = ['serve', '--data', folder, '--listen', '127.0.0.1:0', '--demo', '--log.level', 'warn'];
  const limits = ['--limits.requests_per_minute', '0', '--edge.connections_per_address', '4000'];
  return new Daemon(command, [...own, ...limits], { PARLEY_DEMO_PASSWORD: kPassword }, patienceMs);
}

async function publicKeyOf(daemon) {
  const page = await call(daemon, 'GET', '/demo');
  const match = /data-tenant="([^"]+)"/.exec(page.text);
  if (!match) throw new Error('GET /demo names no tenant');
  return match[1];
}

/** What the demo's knowledge base is about: the titles of its documents. */
async function questionsOf(daemon) {
  const body = { grant_type: 'password', username: 'supporter@demo.example', password: kPassword };
  const { access_token: token } = await json(daemon, 'POST', '/oauth/token', { body });
  const documents = await json(daemon, 'GET', '/knowledge/documents?limit=200', { token });
  if (documents.items.length === 0) throw new Error('the demo has no documents');
  return documents.items.map((document) => document.title);
}

async function killAndRestart(world, kills) {
  const { daemon, random, counts } = world;
  for (let n = 1; n <= kills; ++n) {
    await pause(between(random, 200, 1500));
    if (world.isOver) return;
    const before = counts.messages;
    await daemon.kill();
    const began = Date.now();
    await daemon.start();
    console.log(`kill ${n}: ${before} messages so far, up again after ${Date.now() - began} ms`);
  }
  await pause(1000);
}

async function verifyAll(daemon, conversations) {
  const left = [...conversations];
  const faults = [];
  const reader = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { messages, events } = await readBack(daemon, next);
      faults.push(...faultsOf(next, messages, events));
    }
  };
  await Promise.all(Array.from({ length: kReadersAtOnce }, reader));
  return faults;
}

/** Lets the customers talk while the daemon is killed. @return the world afterwards, all of its messages answered */
async function talkThroughKills(daemon, { seed, conversations, kills }) {
  const world = {
    daemon,
    publicKey: await publicKeyOf(daemon),
    questions: await questionsOf(daemon),
    random: seededRandom(seed),
    counts: { messages: 0, lost: 0, silent: 0, unavailable: 0 },
    faults: [],
    isOver: false,
  };
  world.customers = Array.from({ length: conversations }, (_, number) => new Customer(number, world));
  const talking = Promise.all(world.customers.map((customer) => customer.run()));
  const killing = killAndRestart(world, kills);
  try {
    await Promise.race([killing, talking]); // a customer whom the daemon wrongs ends the run at once
  } finally {
    world.isOver = true;
    await killing; // or it would start another daemon behind our back
  }
  await talking;
  return world;
}

/** @return the faults */
async function run(chosen, folder) {
  console.log(`seed ${chosen.seed}: ${chosen.conversations} conversations at a time, ${chosen.kills} kills`);
  const daemon = makeDaemon(chosen, folder);
  await daemon.start();
  try {
    const { customers, faults, counts } = await talkThroughKills(daemon, chosen);
    const all = customers.flatMap((customer) => customer.conversations);
    faults.push(...(await verifyAll(daemon, all)));
    if (counts.lost === 0) faults.push('no request was under way at any kill: nothing was tested');
    console.log(`${all.length} conversations, ${counts.messages} messages, ${counts.lost} connections lost`);
    console.log(`${counts.silent} accepted messages left to the daemon, ${counts.unavailable} times unavailable`);
    const code = await daemon.stop();
    if (code !== 0) faults.push(`SIGTERM ended the daemon with ${code}`);
    return faults;
  } catch (error) {
    console.error(`what the daemon said last:\n${daemon.errors}`);
    throw error;
  } finally {
    daemon.child.kill('SIGKILL');
  }
}

const chosen = options();
const folder = mkdtempSync(join(tmpdir(), 'parley-crash-'));
let code = 1;
try {
  const faults = await run(chosen, folder);
  faults.slice(0, kShownFaults).forEach((fault) => console.error(fault));
  console.log(faults.length === 0 ? 'passed' : `failed: ${faults.length} faults, seed ${chosen.seed}`);
  code = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`failed, seed ${chosen.seed}:`, error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code); // customers of a daemon that is gone would go on asking
