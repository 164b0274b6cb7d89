// SPDX-License-Identifier: MIT
// Running it: being watched, being limited, being stopped, and what it never says.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertProblem, call, EventStream, eventually, good } from './client.mjs';
import { Daemon, kPassword, program, run } from './daemon.mjs';
import * as world from './world.mjs';
import { spawnSync } from 'node:child_process';

const kMetricsToken = 'metrics-token-of-the-test';
let daemon, supporter, key;

before(async () => {
  daemon = await new Daemon({ limits: true, settings: ['--log.level', 'debug', '--metrics.token', kMetricsToken] }).start();
  supporter = await world.demoSupporter(daemon);
  key = await world.demoKey(daemon);
});
after(() => daemon.dispose());

test('health', async () => {
  const answer = await call(daemon, 'GET', '/health');
  assert.deepEqual([answer.status, answer.json], [200, { status: 'ok' }]);
  assertProblem(await call(daemon, 'GET', '/health/detailed'), 401, 'unauthorized');
  const { status, checks } = await good(daemon, 'GET', '/health/detailed', { token: supporter });
  assert.equal(status, 'ok');
  for (const part of ['database', 'queue', 'disk']) assert.equal(checks[part].status, 'ok', part);
});

test('metrics are for this machine or for who has the token', async () => {
  const metrics = (headers) => call(daemon, 'GET', '/metrics', { headers });
  const own = await metrics({});
  assert.equal(own.status, 200);
  assert.match(own.headers['content-type'], /^text\/plain; version=0\.0\.4/);
  for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP']) {
    assertProblem(await metrics({ [name]: 'for=127.0.0.1' }), 403, 'forbidden');
  }
  const forwarded = { 'X-Forwarded-For': '198.51.100.7' };
  assert.equal((await metrics({ ...forwarded, Authorization: `Bearer ${kMetricsToken}` })).status, 200);
  assertProblem(await metrics({ ...forwarded, Authorization: `Bearer ${kMetricsToken}x` }), 403, 'forbidden');
  for (const line of own.text.trimEnd().split('\n')) {
    assert.match(line, /^(# (HELP|TYPE) [a-z_:]+ .*|[a-z_:]+(\{.*\})? [-+0-9.eE]+(Inf|NaN)?)$/, line);
  }
  assert.doesNotMatch(own.text, new RegExp(key));
});

test('a request id is echoed when it is sane and replaced when not', async () => {
  const idOf = async (headers) => (await call(daemon, 'GET', '/health', { headers })).headers['x-request-id'];
  assert.equal(await idOf({ 'X-Request-Id': 'my-request-0001' }), 'my-request-0001');
  for (const odd of ['x', 'a b c d e f g h', 'x'.repeat(65), '<script>alert</script>', 'caf\u00e9caf\u00e9', '"quoted-id"']) {
    const id = await idOf({ 'X-Request-Id': odd });
    assert.notEqual(id, odd);
    assert.match(id, /^[A-Za-z0-9._-]{8,64}$/);
  }
  assert.notEqual(await idOf({}), await idOf({}));
});

test('a trace is continued', async () => {
  const trace = '0af7651916cd43dd8448eb211c80319c';
  await call(daemon, 'GET', '/me', { headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });
  await eventually(() => daemon.errors.includes(trace), 'the trace is in the log');
});

test('every answer carries the same protection', async () => {
  const paths = ['/health', '/nothing', '/me', '/widget.js', `/widget/${key}/config`, '/demo', '/docs', '/openapi.json'];
  for (const path of paths) {
    const { headers, status } = await call(daemon, 'GET', path);
    assert.match(headers['x-request-id'] ?? '', /^[A-Za-z0-9._-]{8,64}$/, path);
    assert.match(headers['parley-protocol'] ?? '', /^\d+\.\d+$/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.ok(headers['referrer-policy'], path);
    assert.ok(headers['content-security-policy'], `${path} ${status}`);
    assert.doesNotMatch(headers['content-security-policy'], /script-src[^;]*'unsafe-(inline|eval)'/, path);
    assert.equal(headers['x-powered-by'], undefined);
    assert.doesNotMatch(headers.server ?? '', /\d/);
  }
});

test('the sixty-first request of a session in a minute has to wait, typing does not count', async () => {
  const session = await world.openSession(daemon, key);
  const read = () => call(daemon, 'GET', `/session/${session.session_id}`, { token: session.token });
  for (let i = 0; i < 60; ++i) assert.equal((await read()).status, 200, `request ${i + 1}`);
  const refused = await read();
  assertProblem(refused, 429, 'rate_limited');
  const wait = Number(refused.headers['retry-after']);
  assert.ok(wait >= 1 && wait <= 120, String(wait));
  const typing = { token: session.token, json: { session_id: session.session_id, typing: true } };
  assert.equal((await call(daemon, 'POST', '/chat/typing', typing)).status, 202);
  const other = await world.openSession(daemon, key);
  assert.equal((await call(daemon, 'GET', `/session/${other.session_id}`, { token: other.token })).status, 200);
});

test('a hundred and twenty requests a minute without a token', async () => {
  const own = await new Daemon({ limits: true, demo: false }).start();
  try {
    const get = () => call(own, 'GET', '/openapi.json');
    for (let i = 0; i < 120; ++i) assert.equal((await get()).status, 200, `request ${i + 1}`);
    assertProblem(await get(), 429, 'rate_limited');
    assert.equal((await call(own, 'GET', '/health')).status, 200);
  } finally {
    await own.dispose();
  }
});

test('the log tells what happened and nothing that was said', async () => {
  const session = await world.openSession(daemon, key, { user_email: 'shy.customer@private.example' });
  const words = 'Zanzibarian marmalade questions';
  const id = 'the-request-of-the-log-test';
  await world.say(daemon, session, words, { 'X-Request-Id': id });
  await call(daemon, 'POST', '/chat/message', { token: session.token, json: { text: 7, words } });
  await world.signInAnswer(daemon, 'supporter@demo.example', 'a wrong passphrase');
  await call(daemon, 'GET', `/knowledge/search?q=${encodeURIComponent(words)}`, { token: supporter });
  await eventually(() => daemon.errors.includes(id), 'the request is in the log');
  const log = daemon.errors;
  const secrets = [words, encodeURIComponent(words), kPassword, 'a wrong passphrase', supporter, session.token];
  secrets.push(session.resume_token, kMetricsToken, 'shy.customer', supporter.split('.')[2]);
  for (const secret of secrets) assert.ok(!log.includes(secret), `the log holds ${secret}`);
  for (const line of log.trimEnd().split('\n')) {
    const entry = JSON.parse(line);
    for (const name of ['ts', 'level', 'logger', 'message']) assert.equal(typeof entry[name], 'string', line);
  }
});

test('the master key is for its owner alone', () => {
  const mode = (name) => statSync(join(daemon.folder, name)).mode & 0o077;
  assert.equal(mode('master.key'), 0);
});

test('a second daemon on the same folder is refused', () => {
  const second = run(['serve', '--data', daemon.folder, '--listen', '127.0.0.1:0']);
  assert.notEqual(second.code, 0);
  assert.match(second.err + second.out, /another|already|in use|locked/i);
  assert.doesNotMatch(second.err + second.out, /terminate called|Aborted|core dumped/);
});

test('production names every fault at once', () => {
  const out = run(
    ['serve', '--data', join(daemon.folder, 'none'), '--listen', '127.0.0.1:0', '--demo', '--security.cors_origins', '*'],
    { PARLEY_ENV: 'production' },
  );
  assert.notEqual(out.code, 0);
  for (const name of ['security.jwt_key', 'tls.certificate', 'security.master_key', 'demo', 'security.cors_origins']) {
    assert.ok((out.err + out.out).includes(name), `${name}: ${out.err}${out.out}`);
  }
});

test('production refuses a secret on the command line', () => {
  const folder = join(daemon.folder, 'none');
  const out = run(['serve', '--data', folder, '--security.master_key', 'x'.repeat(43)], { PARLEY_ENV: 'production' });
  assert.notEqual(out.code, 0);
  assert.match(out.err + out.out, /security\.master_key/);
  assert.ok(!(out.err + out.out).includes('x'.repeat(43)));
});

test('a setting that is wrong is named', () => {
  for (const [setting, value] of [['--edge.threads', 'many'], ['--nothing.like_it', '1'], ['--listen', 'nowhere']]) {
    const out = run(['serve', '--data', join(daemon.folder, 'none'), setting, value]);
    assert.notEqual(out.code, 0);
    assert.ok((out.err + out.out).includes(setting === '--listen' ? 'edge.listen' : setting.slice(2)), out.err + out.out);
  }
});

test('init may be repeated and keeps the first password', async () => {
  const own = new Daemon({ admin: true, demo: false });
  try {
    await own.start();
    assert.equal((await world.signInAnswer(own, 'root@platform.example')).status, 200);
    assert.equal(await own.terminate(), 0);
    const again = run(['init', ...own.settings, '--admin-email', 'root@platform.example'], {
      PARLEY_ADMIN_PASSWORD: 'another pass phrase 2',
    });
    assert.equal(again.code, 0, again.err);
    assert.ok(!(again.err + again.out).includes('another pass phrase 2'));
    await own.start();
    await world.platformAdmin(own);
  } finally {
    await own.dispose();
  }
});

test('SIGTERM lets what runs finish, ends streams and exits 0; all is there afterwards', async () => {
  const own = await new Daemon().start();
  try {
    const admin = await world.demoAdmin(own);
    const publicKey = await world.demoKey(own);
    await world.knowledgeReady(own, admin);
    const session = await world.openSession(own, publicKey);
    const follower = await EventStream.open(own, '/chat/events', { token: session.token });
    const asked = Array.from({ length: 10 }, () => world.say(own, session, world.kQuestion).catch((error) => error));
    await follower.until((all) => all.some((each) => each.event === 'message.created'), 'the first message');
    const ended = own.terminate();
    const answers = await Promise.all(asked);
    assert.equal(await ended, 0);
    await follower.ended();
    await own.start();
    const read = async () =>
      (await good(own, 'GET', `/session/${session.session_id}`, { token: session.token })).messages;
    const accepted = answers.filter((each) => each.status === 200);
    assert.ok(accepted.length > 0, answers.map((each) => each.status ?? each.message).join());
    await eventually(async () => {
      const messages = await read();
      const count = (sender) => messages.filter((each) => each.sender === sender).length;
      return count('user') === count('agent') && messages;
    }, 'every accepted message is answered');
    const messages = await read();
    for (const { json } of accepted) {
      assert.equal(messages.filter((each) => each.id === json.message_id).length, 1);
      assert.equal(messages.filter((each) => each.id === json.reply.id).length, 1);
    }
    assert.equal(await own.terminate(), 0);
  } finally {
    await own.dispose();
  }
});

test('an idle daemon ends at once', async () => {
  const own = await new Daemon({ demo: false }).start();
  try {
    const since = Date.now();
    assert.equal(await own.terminate(), 0);
    assert.ok(Date.now() - since < 15_000, `${Date.now() - since} ms`);
  } finally {
    await own.dispose();
  }
});

test('what the program says of itself', () => {
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' });
  assert.equal(version.status, 0);
  assert.match(version.stdout, /\d+\.\d+\.\d+/);
  assert.notEqual(spawnSync(program, ['nonsense'], { encoding: 'utf8' }).status, 0);
});
