// SPDX-License-Identifier: MIT
// What goes wrong at a desk: two at once, crashes in the middle, people and browsers that go away, links that do
// not read or talk nonsense, clocks that are off. Every one has a defined end and loses nothing.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertProblem, call, EventStream, eventually, good, pause } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

const kCases = 12;
const kHugeFrame = 10 * 1024 * 1024;
/** More than the backlog of a link and the buffers of two sockets. */
const kFlood = { messages: 420, text: '\u{1F331}'.repeat(8000) };
const kTokenRevoked = 4001;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

let daemon, root, company, ben;

before(async () => {
  daemon = new Daemon({ admin: true });
  const file = join(daemon.folder, 'signing.pem');
  writeFileSync(file, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  daemon.serveSettings.push('--security.jwt_key_file', file);
  await daemon.start();
  daemon.keepPort();
  root = await world.platformAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'faults');
  ben = await colleague('ben');
});
after(() => daemon.dispose());

const post = (token, path, json = {}, headers = {}) => call(daemon, 'POST', path, { token, json, headers });
const get = (path, token = company.supporter) => good(daemon, 'GET', path, { token });
const topicOf = (id) => `conversation:${id}`;
const upTo = (last) => Array.from({ length: last }, (_, i) => i + 1);

async function colleague(name) {
  const email = `${name}@faults.example`;
  const user = { email, display_name: name, role: 'supporter', password: kPassword };
  const { id } = await good(daemon, 'POST', '/users', { token: company.owner, json: user });
  return { id, email, name, token: await world.tokenOf(daemon, email) };
}

async function escalated() {
  const session = await world.openSession(daemon, company.publicKey);
  const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
  assert.equal(turn.status, 'waiting_for_agent', JSON.stringify(turn));
  return { session, id: session.session_id, ticket: turn.ticket };
}

/** The customer's messages and the desk's view of them agree, each once. @return them */
async function transcript({ session, id }) {
  const own = (await get(`/session/${id}`, session.token)).messages;
  const desk = (await get(`/conversations/${id}`)).messages.filter((each) => each.kind !== 'note');
  assert.deepEqual(own.map((each) => [each.id, each.sender, each.text]), desk.map((each) => [each.id, each.sender, each.text]));
  assert.equal(new Set(own.map((each) => each.id)).size, own.length);
  return own;
}

test('of two who accept at once one wins, and the other is told who', async () => {
  const names = { [company.supporter]: 'supporter of faults', [ben.token]: 'ben' };
  const tokens = Object.keys(names);
  const cases = await Promise.all(Array.from({ length: kCases }, escalated));
  await Promise.all(cases.map(async ({ id, ticket }) => {
    const answers = await Promise.all([...tokens, ...tokens].map((token) => post(token, `/escalations/${ticket.id}/accept`)));
    const { assignee } = await get(`/conversations/${id}`);
    answers.forEach((answer, i) => {
      if (names[[...tokens, ...tokens][i]] === assignee.name) assert.equal(answer.status, 200, answer.text);
      else assert.match(assertProblem(answer, 409, 'conflict').detail, new RegExp(assignee.name));
    });
  }));
});

test('who accepted holds the case after a crash, and goes on', async () => {
  const held = await escalated();
  const path = `/escalations/${held.ticket.id}/accept`;
  assert.equal((await post(ben.token, path)).status, 200);
  await daemon.kill();
  await daemon.start();
  assert.equal((await get(`/conversations/${held.id}`)).assignee.id, ben.id);
  assert.equal((await post(ben.token, path)).status, 200);
  assertProblem(await post(company.supporter, path), 409, 'conflict');
  assert.equal((await post(ben.token, `/conversations/${held.id}/messages`, { text: 'I am back.' })).status, 201);
  assert.equal((await transcript(held)).at(-1).text, 'I am back.');
});

test('a crash while many accept leaves every case with one owner or in the queue', async () => {
  const cases = await Promise.all(Array.from({ length: kCases }, escalated));
  const accepts = cases.flatMap(({ ticket }) => [ben.token, company.supporter].map((token) =>
    post(token, `/escalations/${ticket.id}/accept`).then((answer) => ({ ticket, status: answer.status }), () => ({ ticket, status: 0 }))));
  const killed = Promise.race(accepts).then(() => daemon.kill());
  const answers = await Promise.all(accepts);
  await killed;
  await daemon.start();
  const { items: queue } = await get('/escalations?limit=200');
  for (const { id, ticket } of cases) {
    const { status, assignee } = await get(`/conversations/${id}`);
    const entry = queue.find((each) => each.id === ticket.id);
    assert.ok(entry, 'the case is in no list');
    assert.deepEqual([status, entry.status], assignee ? ['with_agent', 'assigned'] : ['waiting_for_agent', 'pending_human']);
    const won = answers.filter((each) => each.ticket === ticket && each.status === 200).length;
    assert.ok(won <= 1 && (won === 0 || assignee), 'a confirmed accept is gone');
  }
});

test('what a supporter sends is there once, also when its answer was lost in a crash', async () => {
  const held = await escalated();
  assert.equal((await post(ben.token, `/escalations/${held.ticket.id}/accept`)).status, 200);
  for (let i = 0; i < 5; ++i) {
    const send = () => post(ben.token, `/conversations/${held.id}/messages`, { text: `Part ${i}` }, { 'Idempotency-Key': `part-${i}` });
    const lost = send().then((answer) => answer.status, () => 0);
    await pause(i);
    await daemon.kill();
    assert.ok([0, 201].includes(await lost));
    await daemon.start();
    const again = await send();
    assert.equal(again.status, 201, again.text);
    assert.equal((await send()).json.id, again.json.id);
  }
  const parts = (await transcript(held)).map((each) => each.text).filter((text) => text.startsWith('Part'));
  assert.deepEqual(parts, [0, 1, 2, 3, 4].map((i) => `Part ${i}`));
});

test('of two who resolve at once one answers the customer', async () => {
  const asked = await escalated();
  const answers = await Promise.all([company.supporter, ben.token].map((token, i) =>
    post(token, `/admin/tickets/${asked.ticket.id}/resolve`, { answer: `Answer ${i}`, learn: false })));
  assert.deepEqual(answers.map((each) => each.status).sort(), [200, 409], answers.map((each) => each.text).join());
  const resolutions = (await transcript(asked)).filter((each) => each.kind === 'resolution');
  assert.deepEqual(resolutions.map((each) => each.text), [`Answer ${answers.findIndex((each) => each.status === 200)}`]);
});

test('who writes while the case is resolved is heard', async () => {
  for (let i = 0; i < kCases; ++i) {
    const asked = await escalated();
    const [resolved, said] = await Promise.all([
      post(company.supporter, `/admin/tickets/${asked.ticket.id}/resolve`, { answer: 'None at all.', learn: false }),
      world.say(daemon, asked.session, 'Hello?'),
    ]);
    assert.equal(resolved.status, 200, resolved.text);
    assert.ok([200, 202].includes(said.status), said.text);
    const all = await eventually(async () => {
      const seen = await transcript(asked);
      const { status } = await get(`/session/${asked.id}`, asked.session.token);
      return (status !== 'open' || seen.at(-1).sender !== 'user') && seen;
    }, 'the message is answered or waits for a person');
    assert.equal(all.filter((each) => each.text === 'Hello?').length, 1);
    assert.equal(all.filter((each) => each.kind === 'resolution').length, 1);
  }
});

test('who closes the browser while waiting finds everything on coming back', async () => {
  const { session, id, ticket } = await escalated();
  const stream = await EventStream.open(daemon, '/chat/events?after=0', { token: session.token });
  await stream.until((all) => all.length > 1);
  const widget = await Link.open(daemon, session.token);
  await widget.frame((each) => each.type === 'hello');
  stream.close();
  widget.cut();
  assert.equal((await post(ben.token, `/escalations/${ticket.id}/accept`)).status, 200);
  assert.equal((await post(ben.token, `/conversations/${id}/messages`, { text: 'Are you there?' })).status, 201);
  assert.equal((await post(ben.token, `/admin/tickets/${ticket.id}/resolve`, { answer: 'In spring.', learn: false })).status, 200);
  const back = await world.openSession(daemon, company.publicKey, { resume_token: session.resume_token });
  assert.equal(back.session_id, id);
  assert.deepEqual(back.messages.slice(-2).map((each) => each.text), ['Are you there?', 'In spring.']);
  const again = await EventStream.open(daemon, `/chat/events?after=${stream.events.at(-1).id}`, { token: back.token });
  await again.until((all) => all.some((each) => each.data.message?.text === 'In spring.'), 'the resolution');
  again.close();
  const ids = [...stream.events, ...again.events].filter((each) => each.id).map((each) => Number(each.id));
  assert.deepEqual(ids, upTo(ids.length));
});

test('a supporter who is removed in mid-chat is out at once, and the case goes on', async () => {
  const leaving = await colleague('leaving');
  const asked = await escalated();
  const link = await Link.open(daemon, leaving.token);
  await link.ask({ type: 'subscribe', topics: [topicOf(asked.id)] });
  assert.equal((await post(leaving.token, `/escalations/${asked.ticket.id}/accept`)).status, 200);
  const removed = await call(daemon, 'DELETE', `/users/${leaving.id}`, { token: company.owner });
  assert.equal(removed.status, 204, removed.text);
  assertProblem(await post(leaving.token, `/conversations/${asked.id}/messages`, { text: 'x' }), 401, 'unauthorized');
  await eventually(async () => link.closed, 'the link of who is removed is closed');
  assert.equal(link.closed, kTokenRevoked);
  assert.equal((await world.say(daemon, asked.session, 'Are you still there?')).status, 202);
  const taken = await post(company.owner, `/conversations/${asked.id}/takeover`, { force: true });
  assert.equal(taken.status, 200, taken.text);
  assert.equal((await post(company.owner, `/conversations/${asked.id}/messages`, { text: 'We are.' })).status, 201);
  assert.deepEqual((await transcript(asked)).slice(-2).map((each) => each.text), ['Are you still there?', 'We are.']);
});

test('a link that reads nothing is cut and resumes where it was', async () => {
  const held = await escalated();
  assert.equal((await post(ben.token, `/escalations/${held.ticket.id}/accept`)).status, 200);
  const topic = topicOf(held.id);
  const slow = await Link.open(daemon, company.supporter);
  await slow.ask({ type: 'subscribe', topics: [topic], after: { [topic]: 0 } });
  slow.socket.pause();
  for (let i = 0; i < kFlood.messages; ++i) {
    const sent = await post(ben.token, `/conversations/${held.id}/messages`, { text: kFlood.text, kind: 'note' });
    assert.equal(sent.status, 201, sent.text.slice(0, 300));
  }
  slow.socket.resume();
  await eventually(async () => slow.closed, 'the link that did not read is cut');
  assert.ok([4008, 1006].includes(slow.closed), String(slow.closed));
  const seen = slow.events(topic).map((each) => each.seq);
  assert.deepEqual(seen, upTo(seen.length));
  const { last_seq: last } = await get(`/conversations/${held.id}`);
  assert.ok(seen.length < last, 'nothing was cut');
  const again = await Link.open(daemon, company.supporter);
  again.raw(JSON.stringify({ type: 'subscribe', topics: [topic], after: { [topic]: seen.length } }));
  await again.frame((each) => each.topic === topic && each.seq === last, 'the last event');
  assert.deepEqual(again.events(topic).map((each) => each.seq), upTo(last).slice(seen.length));
  again.cut();
});

test('frames that are none end in a defined way', async () => {
  const open = async () => {
    const link = await Link.open(daemon, company.supporter);
    await link.frame((each) => each.type === 'hello');
    return link;
  };
  const ends = async (codes, write) => {
    const link = await open();
    write(link);
    await eventually(async () => link.closed, 'the link is closed');
    assert.ok(codes.includes(link.closed), `${link.closed} is not in ${codes}`);
  };
  // Whoever sends more than is read may find the connection reset before the farewell.
  await ends([1009, 1006], (link) => link.raw(JSON.stringify({ type: 'ping', filler: 'x'.repeat(kHugeFrame) })));
  await ends([1007], (link) => link.message(1, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])));
  await ends([1003], (link) => link.message(2, '{"type":"ping"}'));
  await ends([1002], (link) => link.wire(Buffer.from([0x81, 0x02, 0x7b, 0x7d])));
  await ends([1002], (link) => link.message(3, 'reserved'));
  await ends([1002], (link) => link.message(9, 'x'.repeat(126)));
  const link = await open();
  for (const frame of [{}, { type: 7 }, { type: 'dance' }, { type: 'subscribe', topics: 'queue' }, { type: 'subscribe', topics: ['queue'], after: [] },
    { type: 'subscribe', topics: ['queue'], after: { queue: 'x' } }, { type: 'viewing', conversation: 7 },
    { type: 'typing', conversation: '\u0000' }, { type: 'message', text: 'no customer' }, { type: 'unsubscribe', topics: [1] }]) {
    const answer = await link.ask(frame);
    assert.equal(answer.type, 'error', `${JSON.stringify(frame)}: ${JSON.stringify(answer)}`);
    assert.ok(answer.status < 500, JSON.stringify(answer));
  }
  for (const text of ['', '[]', 'null', '"x"', '{"type":"ping"', '{"type":"ping"}{}', '['.repeat(60_000), '{"a":'.repeat(12_000)]) {
    const errors = link.frames.filter((each) => each.type === 'error').length;
    link.raw(text);
    await eventually(async () => link.frames.filter((each) => each.type === 'error').length > errors, `a fault of ${text.slice(0, 20)}`);
  }
  assert.equal((await link.ask({ type: 'ping' })).type, 'pong');
  link.cut();
});

test('a clock that is ten minutes off is refused where it matters and nowhere else', async () => {
  const now = Math.floor(Date.now() / 1000);
  const encode = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const forged = (dates) => {
    const [header, claims] = company.supporter.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));
    const text = `${encode(header)}.${encode({ ...claims, ...dates })}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), keys.privateKey).toString('base64url')}`;
  };
  const status = async (dates) => (await call(daemon, 'GET', '/me', { token: forged(dates) })).status;
  const kOff = 600;
  // Another node whose clock is behind or ahead issued it.
  assert.equal(await status({ iat: now - kOff, exp: now - kOff + 900 }), 200);
  assert.equal(await status({ iat: now + kOff, exp: now + kOff + 900 }), 401);
  assert.equal(await status({ iat: now - 2 * kOff, exp: now - kOff }), 401);
  assert.equal(await status({ iat: now, nbf: now + kOff, exp: now + 900 }), 401);
  assert.equal(await status({ iat: now, exp: now - 1 }), 401);
  // The link obeys the same dates, and ends with its token.
  assert.equal((await Link.open(daemon, forged({ iat: now + kOff, exp: now + kOff + 900 }))).status, 401);
  const link = await Link.open(daemon, forged({ exp: Math.floor(Date.now() / 1000) + 2 }));
  await link.frame((each) => each.type === 'hello');
  await eventually(async () => link.closed, 'the link ends when its token does');
  assert.equal(link.closed, kTokenRevoked);
});
