// SPDX-License-Identifier: MIT
// Nobody waits unseen: settings of the desk, promises, lost cases, assignment, and what customers are told meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, eventually, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

let daemon, root;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  root = await world.platformAdmin(daemon);
});
after(() => daemon.dispose());

const kPath = '/settings/desk';
const patch = (token, json, headers = {}) => call(daemon, 'PATCH', kPath, { token, json, headers });
const post = (token, path, json = {}) => call(daemon, 'POST', path, { token, json });
const set = async (company, json) => assert.equal((await patch(company.owner, json)).status, 200);
const ticketOf = (token, id) => good(daemon, 'GET', `/ticket/${id}`, { token });
/** The queue's event of a ticket for a reason. */
const isAbout = (ticket, reason) => (each) => each.topic === 'queue' && each.event.ticket?.id === ticket.id && each.event.reason === reason;

async function colleague(company, name) {
  const email = `${name}@${company.slug}.example`;
  const user = { email, display_name: name, role: 'supporter', password: kPassword };
  const made = await good(daemon, 'POST', '/users', { token: company.owner, json: user });
  return { id: made.id, token: await world.tokenOf(daemon, email) };
}

async function watching(token) {
  const link = await Link.open(daemon, token);
  await link.ask({ type: 'subscribe', topics: ['queue'] });
  return link;
}

async function escalated(company) {
  const session = await world.openSession(daemon, company.publicKey);
  const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
  assert.equal(turn.status, 'waiting_for_agent', JSON.stringify(turn));
  return { session, turn, ticket: turn.ticket, id: session.session_id };
}

test('a tenant follows the platform until it sets its own, and wrong fields are named', async () => {
  const company = await world.makeTenant(daemon, root, 'settings');
  const get = (token = company.owner) => good(daemon, 'GET', kPath, { token });
  const first = await get();
  assert.deepEqual([first.accept_timeout_s, first.watchdog_s, first.assignment, first.hours], [120, 30, 'manual', null]);
  assert.deepEqual([first.retention_days, first.sla, first.own], [0, {}, []]);

  assert.equal((await patch(root, { accept_timeout_s: 90, sla: { pro: { first_response_minutes: 30 } } })).status, 200);
  assert.equal((await get()).accept_timeout_s, 90);
  const own = (await patch(company.owner, { accept_timeout_s: 60, hours: { monday: [['09:00', '17:00']] } })).json;
  assert.deepEqual([own.accept_timeout_s, own.own.sort()], [60, ['accept_timeout_s', 'hours']]);
  assert.equal((await get(root)).accept_timeout_s, 90);
  assert.equal((await patch(company.owner, { accept_timeout_s: null, hours: null })).json.accept_timeout_s, 90);
  assert.equal((await patch(root, { accept_timeout_s: null, sla: null })).json.accept_timeout_s, 120);

  assertFields(await patch(company.owner, { accept_timeout_s: 0, assignment: 'magic', retention_days: 4000 }),
    ['accept_timeout_s', 'assignment', 'retention_days']);
  assertFields(await patch(company.owner, { sla: { pro: { first_response_minutes: 'soon' } } }), ['sla.pro.first_response_minutes']);
  assertFields(await patch(company.owner, { hours: { someday: [] } }), ['hours.someday']);
  assertFields(await patch(company.owner, { patience: 1 }), ['patience']);
  assertProblem(await patch(company.supporter, { capacity: 1 }), 403, 'forbidden');
  assert.deepEqual((await get()).own, []);
});

test('who takes a case and is silent loses it to the queue, and both sides hear of it', async () => {
  const company = await world.makeTenant(daemon, root, 'silent');
  await set(company, { accept_timeout_s: 1 });
  const desk = await watching(company.owner);
  const { session, ticket, id } = await escalated(company);
  const widget = await Link.open(daemon, session.token);
  const accepted = await post(company.supporter, `/escalations/${ticket.id}/accept`);
  assert.equal(accepted.status, 200);

  const lost = await desk.frame(isAbout(ticket, 'accept_timeout'), 'that the case is lost');
  assert.deepEqual([lost.event.ticket.status, lost.event.assignee], ['pending_human', null]);
  await widget.frame((each) => each.event?.message?.kind === 'event' && each.event.message.sender === 'system', 'a word to the customer');
  const waiting = await ticketOf(company.supporter, ticket.id);
  assert.deepEqual([waiting.status, waiting.assignee, waiting.created_ts], ['pending_human', null, accepted.json.created_ts]);
  const detail = await good(daemon, 'GET', `/conversations/${id}`, { token: company.supporter });
  assert.ok(detail.messages.some((each) => each.kind === 'note' && each.sender === 'system' && /supporter of silent/.test(each.text)));
  assert.ok(!JSON.stringify(widget.frames).includes('did not answer'));

  // One word in time, and the case stays.
  await set(company, { accept_timeout_s: 3600 });
  assert.equal((await post(company.supporter, `/escalations/${ticket.id}/accept`)).status, 200);
  assert.equal((await post(company.supporter, `/conversations/${id}/messages`, { text: 'Here I am.' })).status, 201);
  await set(company, { accept_timeout_s: 1 });
  const second = await escalated(company);
  assert.equal((await post(company.supporter, `/escalations/${second.ticket.id}/accept`)).status, 200);
  await desk.frame(isAbout(second.ticket, 'accept_timeout'), 'that the second one is lost');
  assert.equal((await ticketOf(company.supporter, ticket.id)).status, 'assigned');
  for (const link of [desk, widget]) link.cut();
});

test('the cases of a person whose account goes are back in the queue', async () => {
  const company = await world.makeTenant(daemon, root, 'leaver');
  const ben = await colleague(company, 'ben');
  const desk = await watching(company.owner);
  const { ticket, id } = await escalated(company);
  assert.equal((await post(ben.token, `/escalations/${ticket.id}/accept`)).status, 200);
  assert.equal((await post(ben.token, `/conversations/${id}/messages`, { text: 'One moment.' })).status, 201);
  assert.equal((await call(daemon, 'DELETE', `/users/${ben.id}`, { token: company.owner })).status, 204);
  const back = await desk.frame(isAbout(ticket, 'holder_gone'), 'that the case is back');
  assert.equal(back.event.ticket.status, 'pending_human');
  assert.equal((await post(company.supporter, `/escalations/${ticket.id}/accept`)).status, 200);
  desk.cut();
});

test('cases find those who are online and have room, and their team', async () => {
  const company = await world.makeTenant(daemon, root, 'automatic');
  const [ann, ben] = [await colleague(company, 'ann'), await colleague(company, 'ben')];
  await set(company, { assignment: 'automatic', capacity: 1 });
  const desk = await watching(company.owner); // the owner takes cases too, but not while he is busy
  assert.equal((await call(daemon, 'PUT', '/me/presence', { token: company.owner, json: { state: 'busy' } })).status, 204);
  const isGiven = (ticket, person) => (each) => isAbout(ticket, 'assigned_automatically')(each) && each.event.assignee.id === person.id;

  const first = await escalated(company);
  const annsLink = await Link.open(daemon, ann.token);
  await desk.frame(isGiven(first.ticket, ann), 'the case goes to who comes');
  const second = await escalated(company);
  assert.equal((await ticketOf(ann.token, second.ticket.id)).status, 'pending_human');
  const bensLink = await Link.open(daemon, ben.token);
  await desk.frame(isGiven(second.ticket, ben), 'the second goes to the next');
  assert.equal((await post(ann.token, `/conversations/${first.id}/resolve`)).status, 200);
  const third = await escalated(company);
  await desk.frame(isGiven(third.ticket, ann), 'room that came free is used');

  const json = { name: 'Everything', categories: ['general'], members: [ben.id], capacity: 3 };
  const team = await good(daemon, 'POST', '/teams', { token: company.owner, json });
  const fourth = await escalated(company);
  await desk.frame(isGiven(fourth.ticket, ben), "a team's case goes to its member");
  assert.equal((await ticketOf(ben.token, fourth.ticket.id)).team, team.id);
  for (const link of [desk, annsLink, bensLink]) link.cut();
});

test('a customer is told his place, when somebody is back, and what he was promised', async () => {
  const company = await world.makeTenant(daemon, root, 'away');
  const first = await escalated(company);
  assert.match(first.turn.reply.text, /Nobody of our team is online/);
  assert.match(first.turn.reply.text, /e-mail/);
  assert.deepEqual([first.ticket.position, first.ticket.asks_email], [1, true]);
  const second = await escalated(company);
  assert.equal(second.ticket.position, 2);
  assert.equal((await ticketOf(second.session.token, second.ticket.id)).position, 2);
  assert.equal((await ticketOf(company.supporter, first.ticket.id)).sla.due_ts, null);

  const link = await Link.open(daemon, company.supporter);
  await link.frame((each) => each.type === 'hello');
  await set(company, { sla: { default: { first_response_minutes: 15 } } });
  const third = await eventually(async () => {
    const made = await escalated(company);
    return !/online/.test(made.turn.reply.text) && made;
  }, 'somebody is there');
  const { sla, created_ts } = await ticketOf(company.supporter, third.ticket.id);
  assert.equal(Date.parse(sla.due_ts) - Date.parse(created_ts), 15 * 60_000);
  assert.equal(sla.breached, false);
  const { items } = await good(daemon, 'GET', '/escalations', { token: company.supporter });
  assert.equal(items[0].sla.due_ts !== null, true, 'what was promised comes first');

  // Somebody takes those in front: who is left moves up, and hears of it.
  const widget = await Link.open(daemon, second.session.token);
  await widget.frame((each) => each.type === 'hello');
  for (const { ticket } of [first, third]) assert.equal((await post(company.supporter, `/escalations/${ticket.id}/accept`)).status, 200);
  assert.equal((await ticketOf(first.session.token, first.ticket.id)).position, undefined);
  const moved = await widget.frame((each) => each.event?.type === 'queue.place' && each.event.ticket.position === 1, 'the new place');
  assert.equal(moved.event.ticket.id, second.ticket.id);
  assert.equal(moved.event.status, undefined, 'a place tells no status: it may come late');
  for (const each of [link, widget]) each.cut();

  const closed = Object.fromEntries([[['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][(new Date().getUTCDay() + 3) % 7], [['09:00', '17:00']]]]);
  await set(company, { hours: { utc_offset_minutes: 0, ...closed } });
  assert.match((await escalated(company)).turn.reply.text, /is back on \w+, \d+ \w+, at 09:00 \(UTC\+00:00\)/);
  await set(company, { offline_message: 'We moved house.' });
  assert.match((await escalated(company)).turn.reply.text, /We moved house\. Leave us your e-mail/);
});
