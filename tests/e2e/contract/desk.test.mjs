// SPDX-License-Identifier: MIT
// Conversations in the hands of people: the queue, taking over, writing, handing on and ending.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, EventStream, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

let daemon, root, company, mia, ben, other;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  root = await world.platformAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'desk');
  other = await world.makeTenant(daemon, root, 'neighbour');
  mia = company.supporter;
  ben = await colleague('ben');
});
after(() => daemon.dispose());

async function colleague(name) {
  const email = `${name}@desk.example`;
  const user = { email, display_name: name, role: 'supporter', password: 'Correct-horse-7-battery' };
  const made = await good(daemon, 'POST', '/users', { token: company.owner, json: user });
  const token = (await world.signInAnswer(daemon, email, user.password)).json.access_token;
  return { id: made.id, token };
}

const post = (token, path, json = {}) => call(daemon, 'POST', path, { token, json });
const get = (path, token = mia) => good(daemon, 'GET', path, { token });

async function escalated(text = world.kUnanswerable) {
  const session = await world.openSession(daemon, company.publicKey);
  const { json: turn } = await world.say(daemon, session, text);
  assert.equal(turn.status, 'waiting_for_agent', JSON.stringify(turn));
  return { session, id: session.session_id, ticket: turn.ticket };
}

test('a case waits in the queue, is accepted once, answered and resolved', async () => {
  const { session, id, ticket } = await escalated();
  const waiting = (await get('/escalations')).items.find((each) => each.id === ticket.id);
  assert.ok(waiting.position >= 1 && waiting.waiting_seconds >= 0);

  const [first, second] = await Promise.all([
    post(mia, `/escalations/${ticket.reference}/accept`),
    post(ben.token, `/escalations/${ticket.id}/accept`),
  ]);
  assert.deepEqual([first.status, second.status].sort(), [200, 409]);
  const [winner, loser] = first.status === 200 ? [mia, second] : [ben.token, first];
  const holder = (first.status === 200 ? first : second).json.assignee.name;
  assertProblem(loser, 409, 'conflict');
  assert.match(loser.json.detail, new RegExp(holder));

  const said = await post(winner, `/conversations/${id}/messages`, { text: 'I am looking into it.' });
  assert.equal(said.status, 201, said.text);
  const noted = await post(winner, `/conversations/${id}/messages`, { text: 'Knows the owner.', kind: 'note' });
  assert.equal(noted.status, 201);
  const seen = await good(daemon, 'GET', `/session/${id}`, { token: session.token });
  assert.ok(seen.messages.some((message) => message.text === 'I am looking into it.' && message.sender === 'supporter'));
  assert.ok(!JSON.stringify(seen).includes('Knows the owner.'));

  const detail = await get(`/conversations/${id}`);
  assert.equal(detail.status, 'with_agent');
  assert.ok(detail.messages.some((message) => message.kind === 'note'));
  assert.equal(detail.tickets[0].id, ticket.id);

  const ended = await post(winner, `/conversations/${id}/resolve`);
  assert.equal(ended.json.status, 'closed', ended.text);
  assert.equal((await get(`/ticket/${ticket.reference}`)).status, 'resolved');
  assert.equal((await post(mia, `/escalations/${ticket.id}/accept`)).status, 409);
});

test('a customer who writes while a person answers is heard first', async () => {
  const { session, id, ticket } = await escalated();
  await post(mia, `/escalations/${ticket.id}/accept`);
  const { last_seq: seen } = await get(`/conversations/${id}`);
  const held = await world.say(daemon, session, 'I found it myself!');
  assert.equal(held.status, 202);
  assert.equal(held.json.reply, null);
  assertProblem(await post(mia, `/conversations/${id}/messages`, { text: 'Try this', seen_seq: seen }), 409, 'newer_message');
  const { last_seq: now } = await get(`/conversations/${id}`);
  assert.equal((await post(mia, `/conversations/${id}/messages`, { text: 'Fine!', seen_seq: now })).status, 201);
});

test('taking over, handing on and handing back', async () => {
  const session = await world.openSession(daemon, company.publicKey);
  const id = session.session_id;
  assertProblem(await post(mia, `/conversations/${id}/messages`, { text: 'Hello' }), 409, 'conflict');
  const taken = await post(mia, `/conversations/${id}/takeover`);
  assert.equal(taken.json.status, 'with_agent', taken.text);
  assert.equal(taken.json.ticket.status, 'assigned');
  assertProblem(await post(ben.token, `/conversations/${id}/takeover`, { force: true }), 409, 'conflict');
  assertProblem(await post(company.owner, `/conversations/${id}/takeover`), 409, 'conflict');
  assert.equal((await post(company.owner, `/conversations/${id}/takeover`, { force: true })).status, 200);

  assertFields(await post(company.owner, `/conversations/${id}/assign`, {}), ['user_id']);
  const stranger = '0192f000-0000-7000-8000-000000000000';
  assertFields(await post(company.owner, `/conversations/${id}/assign`, { user_id: stranger }), ['user_id']);
  const given = await post(company.owner, `/conversations/${id}/assign`, { user_id: ben.id });
  assert.equal(given.json.assignee.id, ben.id, given.text);

  assertProblem(await post(mia, `/conversations/${id}/release`), 409, 'conflict');
  const back = await post(ben.token, `/conversations/${id}/release`);
  assert.equal(back.json.status, 'open');
  assert.equal(back.json.ticket.status, 'open');
  const answered = await world.say(daemon, session, 'hello');
  assert.equal(answered.json.reply.kind, 'answer');
});

test('what the customer asked a person meanwhile is answered by the agents who get it back', async () => {
  const session = await world.openSession(daemon, company.publicKey);
  const id = session.session_id;
  assert.equal((await post(mia, `/conversations/${id}/takeover`)).status, 200);
  const stream = await EventStream.open(daemon, '/chat/events?after=0', { token: session.token });
  assert.equal((await world.say(daemon, session, 'hello')).status, 202);

  assert.equal((await post(mia, `/conversations/${id}/release`)).json.status, 'open');
  const events = await stream.until((all) => all.some((each) => each.data?.message?.sender === 'agent'));
  stream.close();
  const { messages } = await get(`/conversations/${id}`);
  const spoken = messages.filter((each) => ['user', 'agent', 'supporter'].includes(each.sender));
  assert.deepEqual(spoken.map((each) => each.sender), ['user', 'agent'], JSON.stringify(events));
});

test('teams and texts are configured, checked by field, and a case goes to a team', async () => {
  const members = [ben.id];
  const asOwner = (method, path, json) => call(daemon, method, path, { token: company.owner, json });
  const made = await asOwner('POST', '/teams', { name: 'Billing', categories: ['billing'], members, capacity: 5,
    hours: { utc_offset_minutes: 60, monday: [['09:00', '17:00']] } });
  assert.equal(made.status, 201, made.text);
  assert.deepEqual((await asOwner('GET', `/teams/${made.json.id}`)).json, made.json);
  assertProblem(await asOwner('POST', '/teams', { name: 'Billing' }), 409, 'conflict');
  assertFields(await asOwner('POST', '/teams', { name: '', capacity: 5, hours: { someday: [] } }), ['name', 'hours.someday']);
  assertFields(await asOwner('POST', '/teams', { name: 'x', members: [other.id] }), ['members']);
  assert.equal((await asOwner('PATCH', `/teams/${made.json.id}`, { capacity: 2 })).json.capacity, 2);
  assertProblem(await post(mia, '/teams', { name: 'Mine' }), 403, 'forbidden');

  const { session_id: id } = await world.openSession(daemon, company.publicKey);
  const moved = await post(mia, `/conversations/${id}/assign`, { team_id: made.json.id });
  assert.equal(moved.json.status, 'waiting_for_agent', moved.text);
  assert.equal(moved.json.ticket.team, made.json.id);
  assertFields(await post(mia, `/conversations/${id}/assign`, { team_id: other.id }), ['team_id']);
  assert.equal((await asOwner('DELETE', `/teams/${made.json.id}`)).status, 204);
  assert.ok((await get('/escalations')).items.some((each) => each.id === moved.json.ticket.id));

  const text = await post(mia, '/canned-responses', { shortcut: 'hi', title: 'Greeting', text: 'Hello, how can I help?' });
  assert.equal(text.status, 201, text.text);
  assertFields(await post(mia, '/canned-responses', { shortcut: 'Not so', title: '', text: '' }), ['shortcut', 'title', 'text']);
  assertProblem(await post(mia, '/canned-responses', { shortcut: 'hi', title: 'b', text: 'c' }), 409, 'conflict');
  assert.deepEqual((await get('/canned-responses')).items, [text.json]);
  assert.deepEqual((await get('/canned-responses', other.supporter)).items, []);
  assertProblem(await call(daemon, 'DELETE', `/canned-responses/${text.json.id}`, { token: other.owner }), 404, 'not_found');
  assert.equal((await call(daemon, 'DELETE', `/canned-responses/${text.json.id}`, { token: mia })).status, 204);
});

test('tags are kept, and wrong bodies are refused by field', async () => {
  const { session_id: id } = await world.openSession(daemon, company.publicKey);
  assert.deepEqual((await post(mia, `/conversations/${id}/tags`, { tags: ['vip', 'late'] })).json.tags, ['vip', 'late']);
  assertFields(await post(mia, `/conversations/${id}/tags`, {}), ['tags']);
  assertFields(await post(mia, `/conversations/${id}/messages`, { text: '' }), ['text']);
  assertFields(await post(mia, `/conversations/${id}/messages`, { text: 'x', kind: 'shout' }), ['kind']);
});

test('nobody of another tenant, and no customer, reaches a case', async () => {
  const { session, id, ticket } = await escalated();
  for (const path of [`/conversations/${id}/takeover`, `/conversations/${id}/release`, `/conversations/${id}/resolve`,
    `/escalations/${ticket.id}/accept`, `/escalations/${ticket.reference}/accept`]) {
    assertProblem(await post(other.supporter, path), 404, 'not_found');
    assertProblem(await post(session.token, path), 403, 'forbidden');
  }
  assertProblem(await post(other.owner, `/conversations/${id}/messages`, { text: 'x', kind: 'note' }), 404, 'not_found');
  assertProblem(await post(other.owner, `/conversations/${id}/tags`, { tags: ['x'] }), 404, 'not_found');
  assertProblem(await call(daemon, 'GET', `/conversations/${id}`, { token: other.supporter }), 404, 'not_found');
  assert.deepEqual((await get('/escalations', other.supporter)).items, []);
});

test('a note names colleagues, who hear of it through the queue; the customer never does', async () => {
  const { session, id, ticket } = await escalated();
  const people = (await get('/colleagues')).items;
  const known = people.find((each) => each.id === ben.id);
  assert.deepEqual(known, { id: ben.id, name: 'ben', email: 'ben@desk.example', role: 'supporter' });
  assert.ok(!(await get('/colleagues', other.supporter)).items.some((each) => each.id === ben.id));
  assertProblem(await call(daemon, 'GET', '/colleagues', { token: session.token }), 403, 'forbidden');

  const link = await Link.open(daemon, ben.token);
  const { seq } = await link.ask({ type: 'subscribe', topics: ['queue'] });
  const strangers = await Link.open(daemon, other.supporter);
  await strangers.ask({ type: 'subscribe', topics: ['queue'], after: { queue: 0 } });
  const note = { text: 'Can you look, @Ben? Not joe@ben, nor @nobody.', kind: 'note' };
  const noted = await post(mia, `/conversations/${id}/messages`, note);
  assert.equal(noted.status, 201, noted.text);
  assert.deepEqual(noted.json.mentions, [{ id: ben.id, name: 'ben', text: '@Ben' }]);

  const heard = await link.frame((each) => each.event?.type === 'message.mentioned', 'the mention');
  assert.equal(heard.topic, 'queue');
  assert.deepEqual(heard.event.mentions, noted.json.mentions);
  assert.equal(heard.event.session_id, id);
  assert.equal(heard.event.message_id, noted.json.id);
  assert.equal(heard.event.reference, ticket.reference);
  assert.equal(heard.event.preview, note.text);
  link.cut();
  const again = await Link.open(daemon, ben.token);
  await again.ask({ type: 'subscribe', topics: ['queue'], after: { queue: seq.queue } });
  const replayed = await again.frame((each) => each.event?.type === 'message.mentioned', 'the mention, replayed');
  assert.equal(replayed.seq, heard.seq);
  again.cut();

  const detail = await get(`/conversations/${id}`);
  assert.deepEqual(detail.messages.find((each) => each.id === noted.json.id).mentions, noted.json.mentions);
  const alone = await post(mia, `/conversations/${id}/messages`, { text: 'Nobody in here.', kind: 'note' });
  assert.equal(alone.json.mentions, undefined);
  const seen = JSON.stringify(await good(daemon, 'GET', `/session/${id}`, { token: session.token }));
  assert.ok(!seen.includes('mention') && !seen.includes('Can you look'));
  const stream = await EventStream.open(daemon, `/chat/events?session_id=${id}&after=0`, { token: session.token });
  await post(mia, `/escalations/${ticket.id}/accept`);
  await stream.until((all) => all.some((each) => each.data.status === 'with_agent'), 'who joined');
  assert.ok(!JSON.stringify(stream.events).includes('mention'));
  stream.close();
  assert.ok(!JSON.stringify(strangers.frames).includes('message.mentioned'));
  strangers.cut();
});
