// SPDX-License-Identifier: MIT
// The live link: what happens reaches operators and customers, once and in order, whatever happens to the connection.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, call, eventually, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

let daemon, company, other;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  const root = await world.platformAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'live');
  other = await world.makeTenant(daemon, root, 'away');
});
after(() => daemon.dispose());

const post = (token, path, json = {}) => call(daemon, 'POST', path, { token, json });
const topicOf = (session) => `conversation:${session.session_id}`;
const numbers = (events) => events.map((each) => each.seq);
const upTo = (last) => Array.from({ length: last }, (_, i) => i + 1);

test('the first frame says who and what, and every answer carries its id', async () => {
  const link = await Link.open(daemon, company.supporter);
  assert.equal(link.protocol, 'parley.v1');
  const hello = await link.frame((each) => each.type === 'hello');
  assert.equal(hello.user.role, 'supporter');
  assert.match(hello.protocol, /^\d+\.\d+$/);
  assert.ok(hello.features.includes('live'));
  assert.equal((await link.ask({ type: 'ping' })).type, 'pong');
  assert.equal((await link.ask({ type: 'dance' })).code, 'validation_failed');
  assert.equal((await link.ask({ type: 'subscribe', topics: ['weather'] })).code, 'validation_failed');
  link.raw('not json');
  assert.equal((await link.frame((each) => each.code === 'malformed' || each.status === 400)).type, 'error');
  assert.equal((await link.ask({ type: 'ping' })).type, 'pong');
  link.cut();
});

test('without a token, or without an upgrade, there is no link', async () => {
  assert.equal((await Link.open(daemon, 'nonsense')).status, 401);
  assert.equal((await call(daemon, 'GET', '/ws', { token: company.supporter })).status >= 400, true);
});

test('a case reaches the queue, and a takeover is seen on both sides', async () => {
  const desk = await Link.open(daemon, company.supporter);
  await desk.ask({ type: 'subscribe', topics: ['queue'] });
  const session = await world.openSession(daemon, company.publicKey);
  const widget = await Link.open(daemon, session.token);
  const said = await widget.ask({ type: 'message', text: world.kUnanswerable, key: 'one' });
  assert.equal(said.type, 'accepted', JSON.stringify(said));
  assert.equal((await widget.ask({ type: 'message', text: world.kUnanswerable, key: 'one' })).message_id, said.message_id);

  const created = await desk.frame((each) => each.event?.type === 'ticket.created', 'the ticket in the queue');
  assert.equal(created.event.session_id, session.session_id);
  await desk.ask({ type: 'subscribe', topics: [topicOf(session)], after: { [topicOf(session)]: 0 } });
  assert.equal((await post(company.supporter, `/escalations/${created.event.ticket.reference}/accept`)).status, 200);
  await widget.frame((each) => each.event?.status === 'with_agent', 'the customer sees who joined');

  await desk.ask({ type: 'typing', conversation: session.session_id });
  const typing = await widget.frame((each) => each.event?.type === 'typing' && each.event.from === 'supporter');
  assert.equal(typing.seq, undefined);
  await widget.ask({ type: 'typing' });
  await desk.frame((each) => each.event?.type === 'typing' && each.event.from === 'user');

  const note = await post(company.supporter, `/conversations/${session.session_id}/messages`, { text: 'secret', kind: 'note' });
  assert.equal(note.status, 201);
  await post(company.supporter, `/conversations/${session.session_id}/messages`, { text: 'Here I am.' });
  await widget.frame((each) => each.event?.message?.text === 'Here I am.');
  await desk.frame((each) => each.event?.message?.text === 'Here I am.');
  assert.ok(!JSON.stringify(widget.frames).includes('secret'));
  const seen = desk.events(topicOf(session)).filter((each) => each.seq);
  assert.deepEqual(numbers(seen), upTo(seen.length));
  const own = widget.events(topicOf(session)).filter((each) => each.seq);
  assert.deepEqual(numbers(own), upTo(own.length));
  for (const link of [desk, widget]) link.cut();
});

test('a link that is cut after every event misses none and repeats none', async () => {
  const session = await world.openSession(daemon, company.publicKey);
  const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
  await post(company.supporter, `/escalations/${turn.ticket.id}/accept`);
  for (let i = 0; i < 10; ++i) {
    await post(company.supporter, `/conversations/${session.session_id}/messages`, { text: `part ${i}` });
  }
  const whole = await good(daemon, 'GET', `/conversations/${session.session_id}`, { token: company.supporter });
  const topic = topicOf(session);
  const read = [];
  while (read.length < whole.last_seq) {
    const link = await Link.open(daemon, company.supporter);
    link.raw(JSON.stringify({ type: 'subscribe', topics: [topic], after: { [topic]: read.length } }));
    const next = await link.frame((each) => each.topic === topic && each.seq === read.length + 1, `event ${read.length + 1}`);
    assert.equal(link.events(topic)[0].seq, read.length + 1);
    read.push(next.event);
    link.cut();
  }
  const texts = read.filter((each) => each.message).map((each) => each.message.text);
  assert.deepEqual(texts, whole.messages.map((each) => each.text));
});

test('who reads from a number that is not kept is told to load anew', async () => {
  const link = await Link.open(daemon, company.supporter);
  await link.ask({ type: 'subscribe', topics: ['queue'], after: { queue: 100000 } });
  const resync = await link.frame((each) => each.type === 'resync');
  assert.equal(resync.topic, 'queue');
  assert.ok(resync.seq < 100000);
  link.cut();
});

test('colleagues see who is there, who looks and who writes', async () => {
  const session = await world.openSession(daemon, company.publicKey);
  const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
  const owner = await Link.open(daemon, company.owner);
  await owner.ask({ type: 'subscribe', topics: ['presence'] });
  const link = await Link.open(daemon, company.supporter);
  await link.ask({ type: 'viewing', conversation: session.session_id });
  await link.ask({ type: 'composing', conversation: session.session_id });
  await owner.frame((each) => each.event?.composing?.includes(session.session_id), 'who writes');
  const { items } = await good(daemon, 'GET', '/escalations', { token: company.owner });
  assert.deepEqual(items.find((each) => each.id === turn.ticket.id).viewers, ['supporter of live']);

  const busy = { token: company.supporter, json: { state: 'busy' } };
  assert.equal((await call(daemon, 'PUT', '/me/presence', busy)).status, 204);
  await owner.frame((each) => each.event?.state === 'busy');
  assertFields(await call(daemon, 'PUT', '/me/presence', { ...busy, json: { state: 'asleep' } }), ['state']);
  link.cut();
  await owner.frame((each) => each.event?.state === 'offline', 'that the supporter has gone');
  owner.cut();
});

test('nobody hears another tenant, another customer, or the desk without a right to it', async () => {
  const session = await world.openSession(daemon, company.publicKey);
  const stranger = await world.openSession(daemon, company.publicKey);
  const neighbour = await Link.open(daemon, other.supporter);
  assert.equal((await neighbour.ask({ type: 'subscribe', topics: [topicOf(session)] })).code, 'not_found');
  assert.equal((await neighbour.ask({ type: 'viewing', conversation: session.session_id })).code, 'not_found');
  assert.equal((await neighbour.ask({ type: 'typing', conversation: session.session_id })).code, 'not_found');
  await neighbour.ask({ type: 'subscribe', topics: ['queue', 'presence'] });
  const customer = await Link.open(daemon, stranger.token);
  assert.equal((await customer.ask({ type: 'subscribe', topics: [topicOf(session)] })).code, 'not_found');
  for (const topic of ['queue', 'presence']) {
    assert.equal((await customer.ask({ type: 'subscribe', topics: [topic] })).code, 'forbidden');
  }
  assert.equal((await customer.ask({ type: 'viewing', conversation: session.session_id })).code, 'validation_failed');
  await world.say(daemon, session, world.kUnanswerable);
  await customer.ask({ type: 'ping' });
  await neighbour.ask({ type: 'ping' });
  assert.deepEqual(customer.frames.filter((each) => each.type === 'event'), []);
  assert.deepEqual(neighbour.events('queue'), []);
  for (const link of [neighbour, customer]) link.cut();
});

test('a revoked token ends the link', async () => {
  const { access_token: token } = await world.signIn(daemon, 'supporter@live.example');
  const link = await Link.open(daemon, token);
  await link.frame((each) => each.type === 'hello');
  await call(daemon, 'POST', '/oauth/revoke', { token });
  await eventually(async () => link.closed, 'the link is closed');
  assert.equal(link.closed, 4001);
});

test('frames that are too large end the link, and it can be opened again', async () => {
  const link = await Link.open(daemon, company.supporter);
  link.raw(JSON.stringify({ type: 'ping', filler: 'x'.repeat(1 << 20) }));
  await eventually(async () => link.closed, 'the link is closed');
  const again = await Link.open(daemon, company.supporter);
  assert.equal((await again.ask({ type: 'ping' })).type, 'pong');
  again.cut();
});
