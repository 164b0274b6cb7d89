// SPDX-License-Identifier: MIT
// GET /chat/events: nothing is lost, nothing comes twice, nobody holds the daemon up.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';

import { assertFields, call, EventStream, eventually, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

const kBacklog = 64 * 1024;
let daemon, admin, supporter, key;

before(async () => {
  const settings = ['--edge.send_backlog_bytes', String(kBacklog), '--edge.write_timeout_ms', '1000'];
  daemon = await new Daemon({ settings }).start();
  [admin, supporter] = [await world.demoAdmin(daemon), await world.demoSupporter(daemon)];
  key = await world.demoKey(daemon);
  await world.knowledgeReady(daemon, admin);
});
after(() => daemon.dispose());

const numbered = (events) => events.filter((each) => each.id !== undefined).map((each) => Number(each.id));
const follow = (session, { query = '', token = session.token, headers } = {}) =>
  EventStream.open(daemon, `/chat/events?session_id=${session.session_id}${query}`, { token, headers });
const lastSeq = async (session) =>
  (await good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token })).last_seq;

/** A conversation with a few events behind it. */
async function lively(turns = 3) {
  const session = await world.openSession(daemon, key);
  for (let i = 0; i < turns; ++i) await world.say(daemon, session, world.kQuestion);
  return session;
}

test('from the start: every event, numbered without gaps', async () => {
  const session = await lively();
  const last = await lastSeq(session);
  const stream = await follow(session, { query: '&after=0' });
  const events = await stream.until((all) => numbered(all).includes(last));
  stream.close();
  assert.deepEqual(numbered(events), Array.from({ length: last }, (_, i) => i + 1));
  for (const each of events) {
    assert.equal(each.data.seq, Number(each.id));
    assert.equal(each.data.session_id, session.session_id);
  }
  const { messages } = await good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token });
  const created = events.filter((each) => each.event === 'message.created').map((each) => each.data.message.id);
  assert.deepEqual(created, messages.map((each) => each.id));
});

test('resumed at any event, by header or by parameter: exactly the rest', async () => {
  const session = await lively(2);
  const last = await lastSeq(session);
  for (let after = 0; after < last; ++after) {
    for (const options of [{ query: `&after=${after}` }, { headers: { 'Last-Event-ID': String(after) } }]) {
      const stream = await follow(session, options);
      const events = await stream.until((all) => numbered(all).includes(last));
      stream.close();
      assert.deepEqual(numbered(events), Array.from({ length: last - after }, (_, i) => after + i + 1));
    }
  }
});

test('the header wins over the parameter, since the browser sends it at reconnection', async () => {
  const session = await lively(2);
  const last = await lastSeq(session);
  const stream = await follow(session, { query: '&after=0', headers: { 'Last-Event-ID': String(last - 1) } });
  const events = await stream.until((all) => numbered(all).includes(last));
  stream.close();
  assert.deepEqual(numbered(events), [last]);
});

test('what happens while it is open arrives, also when it is cut and resumed all the time', async () => {
  const session = await world.openSession(daemon, key);
  const seen = [];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      const stream = await follow(session, { query: `&after=${seen.at(-1) ?? 0}` });
      const before = stream.events.length;
      await Promise.race([
        stream.until((all) => numbered(all).length > before).catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, 50)),
      ]);
      stream.close();
      seen.push(...numbered(stream.events));
    }
  })();
  for (let i = 0; i < 15; ++i) await world.say(daemon, session, world.kQuestion);
  const last = await lastSeq(session);
  await eventually(() => seen.at(-1) === last, 'the last event');
  isOver = true;
  await reading;
  assert.deepEqual(seen, Array.from({ length: last }, (_, i) => i + 1));
});

test('an operator follows all events, a customer only the own side', async () => {
  const session = await lively(1);
  const stream = await follow(session, { token: supporter });
  const events = await stream.until((all) => all.filter((each) => each.event === 'message.created').length >= 2);
  stream.close();
  assert.deepEqual(numbered(events), numbered(events).map((_, i) => i + 1));
});

test('typing reaches the other side and is no numbered event', async () => {
  const session = await lively(1);
  const customer = await follow(session);
  const operator = await follow(session, { token: supporter });
  const type = (token) =>
    call(daemon, 'POST', '/chat/typing', { token, json: { session_id: session.session_id, typing: true } });
  const isFrom = (who) => (each) => each.event === 'typing' && each.data.from === who;
  const typesUntilSeen = async (stream, token, who) =>
    eventually(async () => {
      assert.equal((await type(token)).status, 202);
      return stream.events.find(isFrom(who));
    }, `typing of the ${who}`);
  try {
    assert.equal((await typesUntilSeen(customer, supporter, 'supporter')).id, undefined);
    assert.equal((await typesUntilSeen(operator, session.token, 'user')).id, undefined);
    assert.ok(!customer.events.some(isFrom('user')));
  } finally {
    customer.close();
    operator.close();
  }
});

test('a position that is no number is refused', async () => {
  const session = await lively(1);
  const get = (query) =>
    call(daemon, 'GET', `/chat/events?session_id=${session.session_id}${query}`, { token: session.token });
  for (const wrong of ['x', '-1', '1.5', '1e3', '']) assertFields(await get(`&after=${wrong}`), ['after']);
  assertFields(await call(daemon, 'GET', '/chat/events', { token: supporter }), ['session_id']);
});

test('the answer to a client that left arrives by the events', async () => {
  const session = await world.openSession(daemon, key);
  const options = { token: session.token, method: 'POST', json: { text: world.kQuestion } };
  const stream = await EventStream.open(daemon, '/chat/stream', options);
  stream.close();
  const events = await follow(session);
  await events.until((all) => all.some((each) => each.data.message?.sender === 'agent'), 'the answer');
  events.close();
});

/** A client that asks for a stream and then never reads. */
function deafReader(session) {
  return new Promise((resolve) => {
    const socket = net.connect({ port: daemon.port, host: '127.0.0.1', highWaterMark: 1024 }, () => {
      socket.pause();
      socket.write(
        `GET /chat/events?session_id=${session.session_id}&after=0 HTTP/1.1\r\nHost: x\r\n` +
          `Authorization: Bearer ${session.token}\r\n\r\n`,
      );
      resolve(socket);
    });
    socket.on('error', () => {});
  });
}

const openStreams = async () => {
  const { checks } = await good(daemon, 'GET', '/health/detailed', { token: supporter });
  return checks.connections.streams;
};

test('a reader that never reads is dropped and loses nothing', async () => {
  const session = await world.openSession(daemon, key);
  await eventually(async () => (await openStreams()) === 0, 'no stream of an earlier test');
  const deaf = await deafReader(session);
  await eventually(async () => (await openStreams()) === 1, 'the stream is open');
  await good(daemon, 'POST', '/chat/escalate', { token: session.token, json: {} });
  const long = 'long '.repeat(1500);
  const isDropped = async () => {
    await Promise.all(Array.from({ length: 20 }, () => world.say(daemon, session, long)));
    return (await openStreams()) === 0;
  };
  await eventually(isDropped, 'the deaf reader is dropped');
  deaf.destroy();
  const last = await lastSeq(session);
  const stream = await follow(session, { query: '&after=0' });
  const events = await stream.until((all) => numbered(all).includes(last));
  stream.close();
  assert.deepEqual(numbered(events), Array.from({ length: last }, (_, i) => i + 1));
});

test('the stream is kept from being cached or buffered', async () => {
  const stream = await follow(await lively(1));
  assert.match(stream.headers['content-type'], /^text\/event-stream/);
  assert.match(stream.headers['cache-control'], /no-(cache|store)/);
  assert.equal(stream.headers['x-accel-buffering'], 'no');
  stream.close();
});
