// SPDX-License-Identifier: MIT
// A customer asks, is answered or handed to a person, and hears from that person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertProblem, call, EventStream, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

const kTurn = ['latency_ms', 'message_id', 'reply', 'session_id', 'status', 'ticket'];
const kReply = ['agent', 'cache_hit', 'category', 'citations', 'id', 'kind', 'text', 'tool_calls'];
const kUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const kTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
let daemon, admin, supporter, key, machine;

before(async () => {
  daemon = await new Daemon().start();
  [admin, supporter] = [await world.demoAdmin(daemon), await world.demoSupporter(daemon)];
  key = await world.demoKey(daemon);
  await world.knowledgeReady(daemon, admin);
  machine = await world.machineToken(daemon, admin, ['chat', 'read']);
});
after(() => daemon.dispose());

const names = (object) => Object.keys(object).sort();
const begin = (json) => world.openSession(daemon, key, json);
const transcript = (session) => good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token });
const escalate = (session, json = {}) => call(daemon, 'POST', '/chat/escalate', { token: session.token, json });
const resolve = (ticket, json, token = supporter) =>
  call(daemon, 'POST', `/admin/tickets/${ticket}/resolve`, { token, json });

async function streamed(session, text, token = session.token) {
  const json = { text, session_id: session.session_id };
  const stream = await EventStream.open(daemon, '/chat/stream', { token, method: 'POST', json });
  assert.equal(stream.status, 200);
  assert.match(stream.headers['content-type'], /^text\/event-stream/);
  return stream.ended();
}

test('a customer gets the turn without what is for operators', async () => {
  const session = await begin();
  const { status, json: turn } = await world.say(daemon, session, world.kQuestion);
  assert.equal(status, 200);
  assert.deepEqual(names(turn), kTurn);
  assert.deepEqual(names(turn.reply), kReply);
  assert.equal(turn.session_id, session.session_id);
  assert.match(turn.message_id, kUuid);
  assert.match(turn.reply.id, kUuid);
  assert.equal(turn.status, 'open');
  assert.equal(turn.reply.kind, 'answer');
  assert.match(turn.reply.text, world.kQuestionAnswer);
  assert.equal(turn.ticket, null);
  assert.ok(Number.isInteger(turn.latency_ms));
  assert.ok(turn.reply.citations.length > 0);
  for (const citation of turn.reply.citations) {
    assert.match(citation.document_id, kUuid);
    assert.ok(citation.title && citation.snippet);
    assert.equal(typeof citation.score, 'number');
  }
});

test('a machine client gets the whole turn', async () => {
  const json = { user_id: 'machine-1', text: world.kQuestion };
  const turn = await good(daemon, 'POST', '/chat/message', { token: machine, json });
  assert.deepEqual(names(turn), [...kTurn, 'sentiment', 'trace_id'].sort());
  assert.deepEqual(names(turn.reply), [...kReply, 'confidence', 'intent', 'intents'].sort());
  assert.ok(turn.reply.confidence > 0 && turn.reply.confidence <= 1);
  const run = await good(daemon, 'GET', `/runs/${turn.trace_id}`, { token: machine });
  assert.equal(run.message_id, turn.message_id);
  assert.ok(run.nodes.length > 2);
  for (const node of run.nodes) {
    assert.equal(typeof node.name, 'string');
    assert.match(node.started_ts, kTime);
    assert.ok(Number.isInteger(node.duration_us));
  }
});

test("a machine client continues its user's session until it is told another", async () => {
  const say = (more) =>
    good(daemon, 'POST', '/chat/message', { token: machine, json: { text: world.kQuestion, ...more } });
  const first = await say({ user_id: 'machine-2' });
  assert.equal((await say({ user_id: 'machine-2' })).session_id, first.session_id);
  assert.notEqual((await say({ user_id: 'machine-3' })).session_id, first.session_id);
  assert.notEqual((await say({ user_id: 'machine-2', channel: 'email' })).session_id, first.session_id);
  assert.equal((await say({ session_id: first.session_id })).session_id, first.session_id);
  const unknown = { text: 'x', session_id: '01a1fd42-d541-7233-b4d9-06bf7909836c' };
  assertProblem(await call(daemon, 'POST', '/chat/message', { token: machine, json: unknown }), 404, 'not_found');
});

test("a machine client's users do not share a conversation with an unverified label", async () => {
  const widget = await begin({ user_id: 'machine-4' });
  const turn = await good(daemon, 'POST', '/chat/message', {
    token: machine,
    json: { user_id: 'machine-4', text: 'hello', channel: 'web' },
  });
  assert.notEqual(turn.session_id, widget.session_id);
});

test('the stream: accepted, status and tokens, the reply, done', async () => {
  const session = await begin();
  const events = await streamed(session, world.kQuestion);
  const kinds = events.map((each) => each.event);
  assert.equal(kinds[0], 'accepted');
  assert.deepEqual(names(events[0].data), ['message_id', 'session_id']);
  assert.deepEqual(kinds.slice(-2), ['reply', 'done']);
  assert.ok(kinds.slice(1, -2).every((each) => ['status', 'token', 'reset'].includes(each)), kinds.join());
  assert.ok(kinds.includes('status') && kinds.includes('token'));
  const text = events.slice(kinds.lastIndexOf('reset') + 1).filter((each) => each.event === 'token');
  const turn = events.at(-2).data;
  assert.equal(text.map((each) => each.data.text).join(''), turn.reply.text);
  assert.equal(turn.message_id, events[0].data.message_id);
  assert.deepEqual(names(turn), kTurn);
  assert.deepEqual(names(turn.reply), kReply);
});

test('what nobody has written down goes to a person, who answers once', async () => {
  const session = await begin();
  const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
  assert.equal(turn.status, 'waiting_for_agent');
  assert.equal(turn.reply.kind, 'bridge');
  assert.deepEqual(turn.reply.citations, []);
  assert.deepEqual(names(turn.ticket), ['asks_email', 'id', 'position', 'reference', 'status']);
  assert.match(turn.ticket.reference, /^[A-Z]{2,}-\d{8}-[0-9A-Z]{4}$/);
  assert.ok(turn.reply.text.includes(turn.ticket.reference), turn.reply.text);

  const held = await world.say(daemon, session, 'Is anybody there?');
  assert.equal(held.status, 202);
  assert.equal(held.json.reply, null);
  assert.equal(held.json.status, 'waiting_for_agent');
  assert.equal(held.json.ticket?.id ?? turn.ticket.id, turn.ticket.id);

  const { items: queue } = await good(daemon, 'GET', '/admin/tickets?status=pending_human', { token: supporter });
  const paused = queue.find((each) => each.id === turn.ticket.id);
  assert.equal(paused.question, world.kUnanswerable);
  assert.equal(paused.session_id, session.session_id);

  const stream = await EventStream.open(daemon, '/chat/events', { token: session.token });
  const answer = 'None, I am afraid. We build things for gardens.';
  const done = await resolve(turn.ticket.reference, { answer, learn: false });
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.ticket.status, 'resolved');
  assert.equal(done.json.message.kind, 'resolution');
  assert.equal(typeof done.json.run.id, 'string');
  assert.equal(typeof done.json.learned.cache, 'boolean');
  const isResolution = (each) => each.event === 'message.created' && each.data.message.kind === 'resolution';
  const events = await stream.until((all) => all.some(isResolution), 'the resolution');
  stream.close();
  const { message } = events.find(isResolution).data;
  assert.equal(message.text, answer);
  assert.equal(message.sender, 'supporter');
  assert.equal(message.id, done.json.message.id);
  assert.equal(typeof message.author.name, 'string');

  assertProblem(await resolve(turn.ticket.id, { answer: 'Again' }), 409, 'conflict');
  const after = await transcript(session);
  assert.equal(after.status, 'open');
  assert.equal(after.messages.filter((each) => each.kind === 'resolution').length, 1);
  const ticket = await good(daemon, 'GET', `/ticket/${turn.ticket.reference}`, { token: session.token });
  assert.equal(ticket.status, 'resolved');
  assert.match(ticket.resolved_ts, kTime);
  const next = await world.say(daemon, session, world.kQuestion);
  assert.equal(next.json.reply.kind, 'answer');
});

test('of many resolutions at once exactly one wins', async () => {
  const session = await begin();
  const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
  const tries = [supporter, admin, supporter, admin].map((token, i) =>
    resolve(turn.ticket.id, { answer: `Answer number ${i}`, learn: false }, token),
  );
  const answers = await Promise.all(tries);
  assert.deepEqual(answers.map((each) => each.status).sort(), [200, 409, 409, 409]);
  const { messages } = await transcript(session);
  assert.equal(messages.filter((each) => each.kind === 'resolution').length, 1);
});

test('the stream of a bridge and of a held message', async () => {
  const session = await begin();
  const bridge = await streamed(session, world.kUnanswerable);
  assert.deepEqual(bridge.map((each) => each.event).slice(-2), ['bridge', 'done']);
  const kinds = bridge.map((each) => each.event);
  if (kinds.includes('token')) assert.ok(kinds.lastIndexOf('reset') > kinds.lastIndexOf('token'));
  assert.ok(bridge.at(-2).data.ticket.reference);
  const held = await streamed(session, 'Hello?');
  assert.deepEqual(held.map((each) => each.event), ['accepted', 'held', 'done']);
  assert.equal(held[1].data.reply, null);
});

test('the button for a person makes one ticket', async () => {
  const session = await begin();
  const first = await escalate(session, { reason: 'I would like to talk' });
  assert.equal(first.status, 201);
  const second = await escalate(session);
  assert.equal(second.status, 200);
  assert.equal(second.json.ticket.id, first.json.ticket.id);
  const all = await Promise.all([escalate(session), escalate(session), escalate(session)]);
  for (const each of all) assert.deepEqual([each.status, each.json.ticket.id], [200, first.json.ticket.id]);
  assert.equal((await transcript(session)).status, 'waiting_for_agent');
  const ticket = await good(daemon, 'GET', `/ticket/${first.json.ticket.id}`, { token: supporter });
  assert.equal(ticket.status, 'pending_human');
  assert.equal((await resolve(ticket.id, { answer: 'Here I am.' })).status, 200);
  assert.equal((await transcript(session)).status, 'open');
  assert.equal((await escalate(session)).status, 201);
});

test('asking at once by many requests makes one ticket', async () => {
  const session = await begin();
  const all = await Promise.all(Array.from({ length: 6 }, () => escalate(session)));
  assert.equal(new Set(all.map((each) => each.json.ticket.id)).size, 1);
  assert.deepEqual(all.map((each) => each.status).sort(), [200, 200, 200, 200, 200, 201]);
});

test('asking for a person in words', async () => {
  for (const text of ['I want to talk to a human, please.', 'Can I speak with a real person?']) {
    const session = await begin();
    const { json: turn } = await world.say(daemon, session, text);
    assert.equal(turn.status, 'waiting_for_agent', text);
    assert.equal(turn.reply.kind, 'bridge');
    assert.ok(turn.ticket);
  }
});

test('messages have their order, their time and who said them', async () => {
  const session = await begin();
  await world.say(daemon, session, world.kQuestion);
  await world.say(daemon, session, world.kUnanswerable);
  const { messages, ...rest } = await transcript(session);
  assert.equal(rest.id, session.session_id);
  assert.match(rest.started_ts, kTime);
  assert.deepEqual(messages.map((each) => [each.sender, each.kind]), [
    ['user', 'text'],
    ['agent', 'text'],
    ['user', 'text'],
    ['agent', 'bridge'],
  ]);
  const seqs = messages.map((each) => each.seq);
  assert.deepEqual(seqs, [...seqs].sort((a, b) => a - b));
  assert.equal(new Set(seqs).size, seqs.length);
  for (const message of messages) {
    for (const name of ['id', 'session_id', 'seq', 'sender', 'text', 'created_ts', 'kind', 'attachments']) {
      assert.ok(name in message, name);
    }
    assert.match(message.created_ts, kTime);
  }
  assert.ok(messages[1].citations.length > 0);
});

test('many customers at once each get their own answer', async () => {
  const sessions = await Promise.all(Array.from({ length: 20 }, () => begin()));
  const turns = await Promise.all(sessions.map((each) => world.say(daemon, each, world.kQuestion)));
  turns.forEach(({ status, json }, i) => {
    assert.equal(status, 200);
    assert.equal(json.session_id, sessions[i].session_id);
    assert.match(json.reply.text, world.kQuestionAnswer);
  });
});

test('messages of one conversation are answered one after the other', async () => {
  const session = await begin();
  await Promise.all(Array.from({ length: 5 }, () => world.say(daemon, session, world.kQuestion)));
  const { messages } = await transcript(session);
  assert.equal(messages.filter((each) => each.sender === 'user').length, 5);
  assert.equal(messages.filter((each) => each.sender === 'agent').length, 5);
});

test('an answer is rated, a question is not', async () => {
  const session = await begin();
  const { json: turn } = await world.say(daemon, session, world.kQuestion);
  const rate = (message_id) =>
    call(daemon, 'POST', '/chat/feedback', { token: session.token, json: { message_id, rating: 5, comment: 'Fine' } });
  assert.equal((await rate(turn.reply.id)).status, 204);
  assert.equal((await rate(turn.reply.id)).status, 204);
  assertProblem(await rate(turn.message_id), 404, 'not_found');
  assertProblem(await rate(session.session_id), 404, 'not_found');
});

test('what a customer writes is data: markup and orders come back as they were', async () => {
  const session = await begin();
  const text = `<script>alert(1)</script> '); DROP TABLE messages;-- \u202e ${'\u{1F600}'} "quotes" \\ {{7*7}}`;
  await world.say(daemon, session, text);
  const { messages } = await transcript(session);
  assert.equal(messages[0].text, text);
});

test('an inner trace is for operators alone', async () => {
  const session = await begin();
  await world.say(daemon, session, world.kQuestion);
  const { items } = await good(daemon, 'GET', `/conversations/${session.session_id}/runs`, { token: supporter });
  assert.equal(items.length, 1);
  assertProblem(await call(daemon, 'GET', `/runs/${items[0].id}`, { token: session.token }), 403, 'forbidden');
});
