// SPDX-License-Identifier: MIT
// Opening a chat: whoever has the public key may, and nobody becomes somebody by it.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, supporter, key;

before(async () => {
  daemon = await new Daemon().start();
  supporter = await world.demoSupporter(daemon);
  key = await world.demoKey(daemon);
});
after(() => daemon.dispose());

const open = (json) => call(daemon, 'POST', `/widget/${key}/session`, { json });

test('a session opens with nothing known of the customer', async () => {
  const answer = await open({});
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const session = answer.json;
  for (const name of ['session_id', 'token', 'resume_token', 'status', 'messages']) assert.ok(name in session, name);
  assert.equal(session.status, 'open');
  assert.deepEqual(session.messages, []);
  const claims = JSON.parse(Buffer.from(session.token.split('.')[1], 'base64url'));
  assert.equal(claims.role, 'chat_user');
  assert.ok(JSON.stringify(claims).includes(session.session_id));
  assert.ok(!('verified' in claims));
});

test('an unknown key is not found', async () => {
  for (const path of ['/widget/pk_unknown/session', '/widget/%00/session']) {
    const answer = await call(daemon, 'POST', path, { json: {} });
    assert.ok([400, 404].includes(answer.status), answer.text);
  }
  assertProblem(await call(daemon, 'GET', '/widget/pk_unknown/config'), 404, 'not_found');
});

test('wrong fields are named', async () => {
  assertFields(await open({ user_id: 7, user_email: 'x', locale: 'x'.repeat(36), metadata: [] }), [
    'user_id',
    'user_email',
    'locale',
    'metadata',
  ]);
  assertFields(await open({ metadata: { long: 'x'.repeat(5000) } }), ['metadata']);
});

test('a resume token continues the conversation once and rotates', async () => {
  const first = (await open({})).json;
  await world.say(daemon, first, 'I was here before the reload.');
  const second = (await open({ resume_token: first.resume_token })).json;
  assert.equal(second.session_id, first.session_id);
  assert.ok(second.messages.some((each) => each.text === 'I was here before the reload.'));
  assert.notEqual(second.resume_token, first.resume_token);
  const stolen = (await open({ resume_token: first.resume_token })).json;
  assert.notEqual(stolen.session_id, first.session_id);
  assert.deepEqual(stolen.messages, []);
  const third = (await open({ resume_token: second.resume_token })).json;
  assert.equal(third.session_id, first.session_id);
  assert.ok([200, 202].includes((await world.say(daemon, third, 'And I go on.')).status));
});

test('of two uses of a resume token at once one continues', async () => {
  const first = (await open({})).json;
  const both = await Promise.all([1, 2, 3, 4].map(() => open({ resume_token: first.resume_token })));
  for (const each of both) assert.equal(each.status, 200, each.text);
  assert.equal(both.filter((each) => each.json.session_id === first.session_id).length, 1);
});

test('a resume token that is none opens a new chat', async () => {
  for (const resume_token of ['x', 'A'.repeat(64), '../../etc/passwd']) {
    const answer = await open({ resume_token });
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.json.messages, []);
  }
});

test('a user_hash that does not match is refused, and stores nothing', async () => {
  const before = (await good(daemon, 'GET', '/conversations?limit=200', { token: supporter })).items.length;
  const wrong = createHmac('sha256', 'guess').update('u-1\nu@shop.example').digest('hex');
  for (const user_hash of [wrong, 'x', wrong.toUpperCase()]) {
    assertFields(await open({ user_id: 'u-1', user_email: 'u@shop.example', user_hash }), ['user_hash']);
  }
  const after = (await good(daemon, 'GET', '/conversations?limit=200', { token: supporter })).items.length;
  assert.equal(after, before);
});

test('an unverified user_id matches nobody', async () => {
  const label = { user_id: 'vip-7', user_email: 'vip@shop.example' };
  const first = (await open(label)).json;
  await world.say(daemon, first, 'A secret of mine');
  const second = (await open(label)).json;
  assert.notEqual(second.session_id, first.session_id);
  assert.deepEqual(second.messages, []);
  const seen = await good(daemon, 'GET', `/session/${first.session_id}`, { token: supporter });
  assert.equal(seen.customer.verified, false);
  assert.equal(seen.user_id, 'vip-7');
  const other = await good(daemon, 'GET', `/session/${second.session_id}`, { token: supporter });
  assert.notEqual(other.customer.id, seen.customer.id);
});

test("the widget's settings come with a tag that saves the second transfer", async () => {
  const path = `/widget/${key}/config`;
  const first = await call(daemon, 'GET', path);
  assert.equal(first.status, 200);
  for (const name of ['tenant_name', 'title', 'greeting', 'colors', 'position', 'locale', 'suggested_questions']) {
    assert.ok(name in first.json, name);
  }
  assert.match(first.json.colors.primary, /^#[0-9a-f]{6}$/i);
  const tag = first.headers.etag;
  const again = await call(daemon, 'GET', path, { headers: { 'If-None-Match': tag } });
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
  assert.equal(again.headers.etag, tag);
  assert.equal((await call(daemon, 'GET', path, { headers: { 'If-None-Match': '"other"' } })).status, 200);
});

test('the loader is small, cached and of the right type', async () => {
  const answer = await call(daemon, 'GET', '/widget.js');
  if (answer.status === 404) return; // built without the widget
  assert.match(answer.headers['content-type'], /javascript/);
  assert.ok(answer.headers.etag);
  const again = await call(daemon, 'GET', '/widget.js', { headers: { 'If-None-Match': answer.headers.etag } });
  assert.equal(again.status, 304);
});

test('an address to notify is kept for the conversation and no proof of anything', async () => {
  const session = (await open({})).json;
  const json = { session_id: session.session_id, email: 'me@shop.example' };
  assert.equal((await call(daemon, 'POST', '/chat/email', { token: session.token, json })).status, 204);
  const seen = await good(daemon, 'GET', `/session/${session.session_id}`, { token: supporter });
  assert.equal(seen.customer.verified, false);
});
