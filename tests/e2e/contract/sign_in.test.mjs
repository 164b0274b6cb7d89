// SPDX-License-Identifier: MIT
// Signing in, staying signed in, and being signed out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, EventStream, eventually, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import * as world from './world.mjs';

const kRevokedWithinMs = 2000;
let daemon;

before(async () => {
  daemon = await new Daemon({ settings: ['--edge.trusted_proxies', '127.0.0.1'] }).start();
});
after(() => daemon.dispose());

/** As if from another address: failures are counted by address. */
const from = (address) => ({ 'X-Forwarded-For': address });
const refresh = (refresh_token) =>
  call(daemon, 'POST', '/oauth/token', { json: { grant_type: 'refresh_token', refresh_token } });

test('a password signs in, as JSON and as a form', async () => {
  const json = await world.signInAnswer(daemon, 'supporter@demo.example');
  assert.equal(json.status, 200);
  assert.equal(json.headers['cache-control'], 'no-store');
  const { user, ...tokens } = json.json;
  assert.equal(tokens.token_type, 'Bearer');
  assert.equal(tokens.expires_in, 900);
  assert.deepEqual(Object.keys(user).sort(), ['display_name', 'email', 'id', 'role', 'tenant_id']);
  assert.equal(user.role, 'supporter');
  const body = new URLSearchParams({ grant_type: 'password', username: 'Supporter@Demo.example', password: kPassword });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const form = await call(daemon, 'POST', '/oauth/token', { body: body.toString(), headers });
  assert.equal(form.status, 200, form.text);
});

test('what is missing is named', async () => {
  const token = (json) => call(daemon, 'POST', '/oauth/token', { json });
  assertFields(await token({}), ['grant_type']);
  assertFields(await token({ grant_type: 'password' }), ['username', 'password']);
  assertFields(await token({ grant_type: 'magic' }), ['grant_type']);
  assertFields(await token({ grant_type: 'client_credentials' }), ['client_id']);
  assertFields(await token({ grant_type: 'refresh_token' }), ['refresh_token']);
});

test('an unknown account and a wrong password get the same answer', async () => {
  const unknown = await world.signInAnswer(daemon, 'nobody@demo.example', 'wrong', from('198.51.100.1'));
  const wrong = await world.signInAnswer(daemon, 'supporter@demo.example', 'wrong', from('198.51.100.2'));
  for (const answer of [unknown, wrong]) assertProblem(answer, 401, 'invalid_credentials');
  const plain = ({ request_id: ignored, ...rest }) => rest;
  assert.deepEqual(plain(unknown.json), plain(wrong.json));
  const client = { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' };
  assertProblem(await call(daemon, 'POST', '/oauth/token', { json: client }), 401, 'invalid_credentials');
  assertProblem(await refresh('00000000-0000-7000-8000-000000000000.abc'), 401, 'invalid_credentials');
  assertProblem(await refresh('%'), 401, 'invalid_credentials');
});

test('a refresh token is used once; used again, its family ends', async () => {
  const first = await world.signIn(daemon, 'supporter@demo.example');
  const second = (await refresh(first.refresh_token)).json;
  assert.notEqual(second.refresh_token, first.refresh_token);
  await good(daemon, 'GET', '/me', { token: second.access_token });
  assertProblem(await refresh(first.refresh_token), 401, 'invalid_credentials');
  assertProblem(await refresh(second.refresh_token), 401, 'invalid_credentials');
  for (const token of [first.access_token, second.access_token]) {
    await refusedSoon(token);
  }
});

async function refusedSoon(token) {
  const since = Date.now();
  await eventually(async () => (await call(daemon, 'GET', '/me', { token })).status === 401, 'the token is refused');
  assert.ok(Date.now() - since < kRevokedWithinMs, `it took ${Date.now() - since} ms`);
}

test('two uses of one refresh token at once leave at most one winner', async () => {
  const { refresh_token } = await world.signIn(daemon, 'supporter@demo.example');
  const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refresh_token)));
  assert.ok(answers.filter((each) => each.status === 200).length <= 1);
  for (const each of answers) assert.ok([200, 401, 429].includes(each.status), each.text);
});

test('signing out ends the family, and its open stream within two seconds', async () => {
  const mine = await world.signIn(daemon, 'supporter@demo.example');
  const others = await world.signIn(daemon, 'supporter@demo.example');
  const session = await world.openSession(daemon, await world.demoKey(daemon));
  const path = `/chat/events?session_id=${session.session_id}`;
  const stream = await EventStream.open(daemon, path, { token: mine.access_token });
  assert.equal(stream.status, 200);
  const out = await call(daemon, 'POST', '/oauth/revoke', { token: mine.access_token });
  assert.equal(out.status, 204, out.text);
  const since = Date.now();
  await stream.ended();
  assert.ok(Date.now() - since <= kRevokedWithinMs + 500, `the stream lived on for ${Date.now() - since} ms`);
  assertProblem(await call(daemon, 'GET', '/me', { token: mine.access_token }), 401, 'unauthorized');
  assertProblem(await refresh(mine.refresh_token), 401, 'invalid_credentials');
  await good(daemon, 'GET', '/me', { token: others.access_token });
});

test('the sixth failure of an account from one address has to wait, even with the right password', async () => {
  const who = 'admin@demo.example';
  for (let i = 0; i < 5; ++i) {
    assertProblem(await world.signInAnswer(daemon, who, 'wrong', from('203.0.113.5')), 401, 'invalid_credentials');
  }
  for (const password of ['wrong', kPassword]) {
    const answer = await world.signInAnswer(daemon, who, password, from('203.0.113.5'));
    assertProblem(answer, 429, 'rate_limited');
    const wait = Number(answer.headers['retry-after']);
    assert.ok(wait >= 1 && wait <= 2 * 900, String(wait));
  }
  assert.equal((await world.signInAnswer(daemon, who, kPassword, from('203.0.113.6'))).status, 200);
});

test('an unknown account is limited like a known one', async () => {
  const fail = () => world.signInAnswer(daemon, 'ghost@demo.example', 'wrong', from('203.0.113.7'));
  for (let i = 0; i < 5; ++i) assertProblem(await fail(), 401, 'invalid_credentials');
  assertProblem(await fail(), 429, 'rate_limited');
});

test('twenty failures of one address, whatever the account, are enough', async () => {
  const fail = (i) => world.signInAnswer(daemon, `guess${i}@demo.example`, 'wrong', from('203.0.113.8'));
  for (let i = 0; i < 20; ++i) assertProblem(await fail(i), 401, 'invalid_credentials');
  assertProblem(await fail(20), 429, 'rate_limited');
});

test('a hundred failures of one account, wherever from, are enough', async () => {
  const fail = (i) => world.signInAnswer(daemon, 'hunted@demo.example', 'wrong', from(`192.0.2.${i}`));
  for (let i = 0; i < 100; ++i) assertProblem(await fail(i), 401, 'invalid_credentials');
  assertProblem(await fail(100), 429, 'rate_limited');
});

test('the limits of failures are settings', async () => {
  const strict = new Daemon({ settings: ['--limits.sign_in_failures', '2', '--limits.sign_in_window_minutes', '1'] });
  try {
    await strict.start();
    const fail = () => world.signInAnswer(strict, 'supporter@demo.example', 'wrong');
    for (let i = 0; i < 2; ++i) assertProblem(await fail(), 401, 'invalid_credentials');
    const refused = await fail();
    assertProblem(refused, 429, 'rate_limited');
    assert.ok(Number(refused.headers['retry-after']) <= 2 * 60);
  } finally {
    await strict.dispose();
  }
});
