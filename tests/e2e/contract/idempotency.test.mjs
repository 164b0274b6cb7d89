// SPDX-License-Identifier: MIT
// The same request twice is one request.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertProblem, call, EventStream, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, admin, key;

before(async () => {
  daemon = await new Daemon().start();
  admin = await world.demoAdmin(daemon);
  key = await world.demoKey(daemon);
  await world.knowledgeReady(daemon, admin);
});
after(() => daemon.dispose());

const withKey = (value) => ({ 'Idempotency-Key': value });
const messagesOf = async (session) =>
  (await good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token })).messages;

test('a message sent again gets its first answer', async () => {
  const session = await world.openSession(daemon, key);
  const first = await world.say(daemon, session, world.kQuestion, withKey('one'));
  const second = await world.say(daemon, session, world.kQuestion, withKey('one'));
  for (const answer of [first, second]) assert.equal(answer.status, 200, answer.text);
  const { latency_ms: ignored, ...turn } = first.json;
  const { latency_ms: alsoIgnored, ...again } = second.json;
  assert.deepEqual(again, turn);
  assert.equal((await messagesOf(session)).length, 2);
});

test('the same key with another body is 409', async () => {
  const session = await world.openSession(daemon, key);
  await world.say(daemon, session, world.kQuestion, withKey('two'));
  assertProblem(await world.say(daemon, session, 'Something else', withKey('two')), 409, 'conflict');
  assert.equal((await messagesOf(session)).length, 2);
});

test('the same key of another customer is another one', async () => {
  const [a, b] = [await world.openSession(daemon, key), await world.openSession(daemon, key)];
  const first = await world.say(daemon, a, world.kQuestion, withKey('shared'));
  const second = await world.say(daemon, b, 'Another question about hubs?', withKey('shared'));
  assert.equal(second.status, 200, second.text);
  assert.notEqual(second.json.message_id, first.json.message_id);
});

test('many at once are one message with one answer', async () => {
  const session = await world.openSession(daemon, key);
  const ask = () => world.say(daemon, session, world.kQuestion, withKey('at-once'));
  const answers = await Promise.all(Array.from({ length: 8 }, ask));
  for (const answer of answers) assert.equal(answer.status, 200, answer.text);
  assert.equal(new Set(answers.map((each) => each.json.message_id)).size, 1);
  assert.equal(new Set(answers.map((each) => each.json.reply.id)).size, 1);
  assert.equal((await messagesOf(session)).length, 2);
});

test('without a key the same text is another message', async () => {
  const session = await world.openSession(daemon, key);
  await world.say(daemon, session, world.kQuestion);
  await world.say(daemon, session, world.kQuestion);
  assert.equal((await messagesOf(session)).length, 4);
});

test('a streamed message is replayed as accepted, one token, the end, done', async () => {
  const session = await world.openSession(daemon, key);
  const options = { token: session.token, method: 'POST', json: { text: world.kQuestion }, headers: withKey('stream') };
  const streamed = await (await EventStream.open(daemon, '/chat/stream', options)).ended();
  const replayed = await (await EventStream.open(daemon, '/chat/stream', options)).ended();
  assert.deepEqual(replayed.map((each) => each.event), ['accepted', 'token', 'reply', 'done']);
  const find = (events, name) => events.find((each) => each.event === name).data;
  assert.deepEqual(find(replayed, 'accepted'), find(streamed, 'accepted'));
  assert.equal(find(replayed, 'reply').reply.id, find(streamed, 'reply').reply.id);
  assert.equal(find(replayed, 'token').text, find(replayed, 'reply').reply.text);
  assert.equal((await messagesOf(session)).length, 2);
});

test('a held message is replayed too', async () => {
  const session = await world.openSession(daemon, key);
  await good(daemon, 'POST', '/chat/escalate', { token: session.token, json: {} });
  const first = await world.say(daemon, session, 'Are you there?', withKey('held'));
  const again = await world.say(daemon, session, 'Are you there?', withKey('held'));
  assert.deepEqual([first.status, again.status], [202, 202]);
  assert.equal(again.json.message_id, first.json.message_id);
  assert.equal(again.json.reply, null);
});

test('people and documents are created once', async () => {
  const twice = async (path, json) => {
    const options = { token: admin, json, headers: withKey(`create-${path}`) };
    const answers = [await call(daemon, 'POST', path, options), await call(daemon, 'POST', path, options)];
    assert.ok(answers[0].status < 300, answers[0].text);
    assert.equal(answers[1].status, answers[0].status);
    assert.deepEqual(answers[1].json, answers[0].json);
    const other = await call(daemon, 'POST', path, { ...options, json: { ...json, extra: 1 } });
    assertProblem(other, 409, 'conflict');
  };
  const person = { email: 'once@demo.example', display_name: 'Once', role: 'supporter', password: kPassword };
  await twice('/users', person);
  await twice('/knowledge/documents', { title: 'Once', text: 'This is said only once, about turnips.' });
  const { items } = await good(daemon, 'GET', '/knowledge/documents?limit=200', { token: admin });
  assert.equal(items.filter((each) => each.title === 'Once').length, 1);
});

test('a form is the same form whatever its boundary', async () => {
  const send = (boundary, text) => {
    const body =
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="leeks.txt"\r\n` +
      `Content-Type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    const headers = { ...withKey('form'), 'Content-Type': `multipart/form-data; boundary=${boundary}` };
    return call(daemon, 'POST', '/knowledge/documents', { token: admin, body, headers });
  };
  const first = await send('one', 'Leeks like sand.');
  assert.equal(first.status, 202, first.text);
  const again = await send('another', 'Leeks like sand.');
  assert.equal(again.status, 202, again.text);
  assert.equal(again.json.id, first.json.id);
  assertProblem(await send('one', 'Leeks like clay.'), 409, 'conflict');
});

test('two at once create one', async () => {
  const json = { email: 'pair@demo.example', display_name: 'Pair', role: 'supporter', password: kPassword };
  const ask = () => call(daemon, 'POST', '/users', { token: admin, json, headers: withKey('pair') });
  const answers = await Promise.all([ask(), ask(), ask()]);
  assert.deepEqual(answers.map((each) => each.status), [201, 201, 201], answers.map((each) => each.text).join());
  assert.equal(new Set(answers.map((each) => each.json.id)).size, 1);
});

test('a request that was refused may be tried again with its key', async () => {
  const json = { email: 'second.try@demo.example', display_name: 'x', role: 'emperor' };
  const options = { token: admin, headers: withKey('second-try') };
  assert.equal((await call(daemon, 'POST', '/users', { ...options, json })).status, 422);
  const right = { ...json, role: 'supporter', password: kPassword };
  assert.equal((await call(daemon, 'POST', '/users', { ...options, json: right })).status, 201);
});

test('a secret is answered once and never again', async () => {
  const options = { token: admin, json: { name: 'machine', scopes: ['chat'] }, headers: withKey('secret') };
  const first = await good(daemon, 'POST', '/api-clients', options);
  assert.ok(first.client_secret.length >= 32);
  const again = await call(daemon, 'POST', '/api-clients', options);
  assert.equal(again.status, 201, again.text);
  assert.equal(again.json.client_id, first.client_id);
  assert.ok(!again.text.includes(first.client_secret), 'the replay holds the secret');
  assert.ok(!(await call(daemon, 'GET', '/api-clients', { token: admin })).text.includes(first.client_secret));
});

test('a key that is too long is refused', async () => {
  const session = await world.openSession(daemon, key);
  const answer = await world.say(daemon, session, 'x', withKey('k'.repeat(256)));
  assertProblem(answer, 422, 'validation_failed');
});
