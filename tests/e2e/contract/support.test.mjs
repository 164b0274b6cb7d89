// SPDX-License-Identifier: MIT
// The contact form: sent by anyone with a public key, answered by the agents or by people under one reference, and read
// by whoever proves that it is his.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, eventually, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

const kTicketFields = ['assigned_to', 'category', 'created_at', 'messages', 'priority', 'status', 'subject', 'ticket_id'];
const kSite = 'https://shop.example';
let daemon, root, admin, supporter, key, shop;

before(async () => {
  daemon = await new Daemon({
    admin: true,
    limits: true,
    settings: ['--edge.trusted_proxies', '127.0.0.1', '--limits.anonymous_per_minute', '100000', '--log.level', 'debug'],
  }).start();
  root = await world.platformAdmin(daemon);
  [admin, supporter] = [await world.demoAdmin(daemon), await world.demoSupporter(daemon)];
  key = await world.demoKey(daemon);
  shop = await world.makeTenant(daemon, root, 'shop');
  await world.knowledgeReady(daemon, admin);
});
after(() => daemon.dispose());

let lastAddress = 0;
/** Everybody from an address of his own: what one does in vain is not counted for another. */
const anyone = () => ({ 'X-Forwarded-For': `198.51.100.${(lastAddress = (lastAddress + 1) % 250)}` });
const form = (more = {}) => ({
  name: 'Ada Lovelace', email: 'ada@customer.example', subject: 'Price of the Hub', message: world.kQuestion.padEnd(10), ...more,
});
const submit = (json = form(), { headers = {}, to = key, query = '' } = {}) =>
  call(daemon, 'POST', `/support/submit?tenant=${to}${query}`, { json, headers: { ...anyone(), ...headers } });
const sent = async (...options) => {
  const answer = await submit(...options);
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};
const look = (reference, { token, email, to = key, headers = anyone() } = {}) =>
  call(daemon, 'GET', `/support/ticket/${reference}?tenant=${to}${email ? `&email=${encodeURIComponent(email)}` : ''}`, { token, headers });
const reached = (ticket, status) =>
  eventually(async () => {
    const { json } = await look(ticket.ticket_id, { token: ticket.status_token });
    return json.status === status && json;
  }, `${ticket.ticket_id} is ${status}`);

test('a form is answered at once with a reference, an estimate and a way to its status', async () => {
  const answer = await submit();
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const { ticket_id, message, estimated_response_time, status, status_token, status_url } = answer.json;
  assert.match(ticket_id, /^[A-Z]{2,}-\d{8}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(status, 'received');
  assert.equal(estimated_response_time, 'within 24 hours');
  assert.ok(message.includes(ticket_id) && message.includes('Ada Lovelace'), message);
  assert.match(status_token, /^[\w-]{43}$/);
  assert.equal(status_url, `${daemon.origin}/support/status?tenant=${key}#${ticket_id}/${status_token}`);
});

test('the agents answer, and the ticket is resolved under its reference', async () => {
  const ticket = await sent();
  const stands = await reached(ticket, 'resolved');
  assert.deepEqual(Object.keys(stands).sort(), kTicketFields);
  assert.deepEqual(stands.messages.map((each) => each.sender), ['user', 'agent']);
  assert.match(stands.messages[1].text, world.kQuestionAnswer);
  assert.equal(stands.assigned_to, null);
  assert.equal(stands.subject, 'Price of the Hub');
  const row = await good(daemon, 'GET', `/ticket/${ticket.ticket_id}`, { token: supporter });
  assert.equal(row.reference, ticket.ticket_id);
  assert.equal(row.status, 'resolved');
  const { items } = await good(daemon, 'GET', '/conversations?channel=form&limit=200', { token: supporter });
  const conversation = items.find((each) => each.id === row.session_id);
  assert.equal(conversation.status, 'open');
  const { items: waiting } = await good(daemon, 'GET', '/escalations', { token: supporter });
  assert.ok(waiting.every((each) => each.reference !== ticket.ticket_id));
});

test('what the agents cannot answer goes to people under the same reference, and their answer comes back', async () => {
  const ticket = await sent(form({ subject: 'A journey', message: world.kUnanswerable, category: 'billing' }));
  const waits = await reached(ticket, 'pending_human');
  assert.equal(waits.category, 'billing');
  assert.equal(waits.messages.at(-1).kind, 'bridge');
  assert.ok(waits.messages.at(-1).text.includes(ticket.ticket_id));
  const { items } = await good(daemon, 'GET', '/escalations?limit=200', { token: supporter });
  const own = items.filter((each) => each.reference === ticket.ticket_id);
  assert.equal(own.length, 1);
  assert.equal(own[0].channel, 'form');
  assert.equal(own[0].subject, 'A journey');
  await good(daemon, 'POST', `/escalations/${ticket.ticket_id}/accept`, { token: supporter, json: {} });
  const { user } = await good(daemon, 'GET', '/me', { token: supporter });
  assert.equal((await reached(ticket, 'assigned')).assigned_to, user.display_name);
  const answered = await good(daemon, 'POST', `/admin/tickets/${ticket.ticket_id}/resolve`, { token: supporter, json: { answer: 'None, so far.' } });
  assert.deepEqual(answered.notification, { channel: 'email', target: 'ada@customer.example', status: 'queued' });
  const done = await reached(ticket, 'resolved');
  assert.equal(done.messages.at(-1).text, 'None, so far.');
});

test('each wrong field is named', async () => {
  assertFields(await submit({}), ['name', 'email', 'subject', 'message']);
  const wrong = { name: 'A', email: 'ada', subject: ' x ', message: 'too short', category: 'gossip', priority: 'now', plan: 'gold', locale: 7 };
  assertFields(await submit(wrong), Object.keys(wrong));
  const long = { name: 'x'.repeat(256), email: `${'x'.repeat(250)}@a.example`, subject: 'x'.repeat(501), message: 'x'.repeat(5001) };
  assertFields(await submit(long), ['name', 'email', 'subject', 'message']);
  const edges = { name: 'Al', email: 'a@b.co', subject: 'abc', message: 'ä'.repeat(10) };
  assert.equal((await submit(edges)).status, 201);
  const most = { name: 'x'.repeat(255), email: 'a@b.co', subject: 'x'.repeat(500), message: '漢'.repeat(5000) };
  assert.equal((await submit(most)).status, 201);
  assertFields(await submit(form({ message: 'a NUL \u0000 in here' })), ['message']);
  assertFields(await submit(form({ website: 'https://spam.example' })), ['website']);
  assertFields(await submit(form(), { query: '&form=7' }), ['form']);
});

test('the organisation is named by its key', async () => {
  assertFields(await call(daemon, 'POST', '/support/submit', { json: form(), headers: anyone() }), ['tenant']);
  assertProblem(await submit(form(), { to: 'pk_unknown' }), 404, 'not_found');
  assertProblem(await look('TF-20261121-0000', { email: 'a@b.co', to: 'pk_unknown' }), 404, 'not_found');
  assertProblem(await call(daemon, 'GET', '/support?tenant=pk_unknown'), 404, 'not_found');
});

test('a plain form of a page is taken too, and leads a browser on', async () => {
  const body = new URLSearchParams(form({ message: 'How much is a Hub & a Sprig, "please"?' })).toString();
  const headers = { ...anyone(), 'Content-Type': 'application/x-www-form-urlencoded' };
  const plain = await call(daemon, 'POST', `/support/submit?tenant=${key}`, { body, headers });
  assert.equal(plain.status, 201, plain.text);
  const shown = await look(plain.json.ticket_id, { token: plain.json.status_token });
  assert.match(shown.json.messages[0].text, /a Hub & a Sprig, "please"\?/);
  const browser = await call(daemon, 'POST', `/support/submit?tenant=${key}`, { body, headers: { ...headers, Accept: 'text/html,*/*' } });
  assert.equal(browser.status, 303);
  assert.match(browser.headers.location, /\/support\/status\?tenant=pk_\w+#[A-Z]+-[\w-]+\/[\w-]{43}$/);
  const wrong = await call(daemon, 'POST', `/support/submit?tenant=${key}`, { body: 'name=A', headers });
  assertFields(wrong, ['name', 'email', 'subject', 'message']);
});

test('the same Idempotency-Key makes one ticket, whose secret is told once', async () => {
  const headers = { 'Idempotency-Key': 'once-only' };
  const [first, second] = await Promise.all([submit(form(), { headers }), submit(form(), { headers })]);
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.equal(first.json.ticket_id, second.json.ticket_id);
  assert.equal([first, second].filter((each) => each.json.status_token).length, 1);
  assertProblem(await submit(form({ subject: 'Another' }), { headers }), 409, 'conflict');
  const other = await submit(form({ email: 'eve@customer.example' }), { headers });
  assert.equal(other.status, 201);
  assert.notEqual(other.json.ticket_id, first.json.ticket_id);
});

test('plan and priority shape the estimate and nothing else', async () => {
  await good(daemon, 'PATCH', '/settings/desk', { token: admin, json: { sla: { enterprise: { first_response_minutes: 30 } } } });
  const ticket = await sent(form({ priority: 'urgent', plan: 'enterprise', message: world.kUnanswerable }));
  assert.equal(ticket.estimated_response_time, 'within 30 minutes');
  const { json } = await look(ticket.ticket_id, { token: ticket.status_token });
  assert.equal(json.priority, 'medium');
  const row = await good(daemon, 'GET', `/ticket/${ticket.ticket_id}`, { token: supporter });
  assert.equal(row.sla.due_ts, null);
  assert.equal((await sent(form({ priority: 'low' }))).estimated_response_time, 'within 2 days');
  assert.equal((await sent(form({ locale: 'de' }))).estimated_response_time, 'innerhalb von 24 Stunden');
  await good(daemon, 'PATCH', '/settings/desk', { token: admin, json: { sla: null } });
});

test("a customer is found by his address, and who names it reads nothing of his", async () => {
  const chat = await world.openSession(daemon, key, { user_id: 'known', user_email: 'known@customer.example' });
  await world.say(daemon, chat, 'My secret word is bluebell.');
  const ticket = await sent(form({ email: 'Known@customer.example' }));
  const row = await good(daemon, 'GET', `/ticket/${ticket.ticket_id}`, { token: supporter });
  const known = await good(daemon, 'GET', `/conversations/${chat.session_id}`, { token: supporter });
  assert.equal(row.customer.id, known.customer.id);
  const { text } = await look(ticket.ticket_id, { token: ticket.status_token });
  assert.doesNotMatch(text, /bluebell|sentiment|trace_id|confidence/);
});

test('a ticket is read by its token, by its address, and by operators of its organisation', async () => {
  const ticket = await sent();
  await reached(ticket, 'resolved');
  const reference = ticket.ticket_id;
  const row = await good(daemon, 'GET', `/ticket/${reference}`, { token: supporter });
  await good(daemon, 'POST', `/conversations/${row.session_id}/messages`, { token: supporter, json: { text: 'Looks fine.', kind: 'note' } });
  for (const options of [{ token: ticket.status_token }, { email: 'ADA@customer.example' }]) {
    const answer = await look(reference.toLowerCase(), options);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.ticket_id, reference);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.doesNotMatch(answer.text, /Looks fine/);
  }
  assert.match((await look(reference, { token: supporter })).text, /Looks fine/);
  assert.equal((await look(reference, { token: root })).status, 200);
  assertProblem(await look(reference, { token: shop.supporter }), 404, 'not_found');
  assertProblem(await look(reference), 401, 'unauthorized');
});

test('a wrong address and an unknown reference are told alike', async () => {
  const ticket = await sent();
  const other = await sent(form({ email: 'eve@customer.example' }));
  const strip = ({ status, json: { request_id: _, ...rest } }) => ({ status, rest });
  const unknown = strip(await look('TF-20261121-0000', { email: 'ada@customer.example' }));
  assert.equal(unknown.status, 404);
  const alike = [
    await look(ticket.ticket_id, { email: 'eve@customer.example' }),
    await look(ticket.ticket_id, { token: other.status_token }),
    await look(ticket.ticket_id, { token: 'x'.repeat(43) }),
    await look(ticket.ticket_id, { email: 'ada@customer.example', to: shop.publicKey }),
    await look('%00', { email: 'ada@customer.example' }),
  ];
  for (const each of alike.slice(0, 4)) assert.deepEqual(strip(each), unknown);
  assert.ok([400, 404].includes(alike[4].status));
});

test('after ten misses an address is refused, right or wrong, and nobody else is', async () => {
  const ticket = await sent();
  const headers = anyone();
  for (let i = 0; i < 20; ++i) assert.equal((await look(ticket.ticket_id, { token: ticket.status_token, headers })).status, 200);
  for (let i = 0; i < 10; ++i) assert.equal((await look(ticket.ticket_id, { email: 'eve@customer.example', headers })).status, 404);
  const refused = await look(ticket.ticket_id, { email: 'eve@customer.example', headers });
  assertProblem(refused, 429, 'rate_limited');
  assert.ok(Number(refused.headers['retry-after']) > 60);
  assertProblem(await look(ticket.ticket_id, { token: ticket.status_token, headers }), 429, 'rate_limited');
  assert.equal((await look(ticket.ticket_id, { token: supporter, headers })).status, 200);
  assert.equal((await look(ticket.ticket_id, { token: ticket.status_token })).status, 200);
});

test('one address sends so many forms and no more', async () => {
  const headers = anyone();
  for (let i = 0; i < 30; ++i) assert.equal((await submit(form(), { headers })).status, 201);
  const refused = await submit(form(), { headers });
  assertProblem(refused, 429, 'rate_limited');
  assert.ok(Number(refused.headers['retry-after']) > 0);
  assert.equal((await submit()).status, 201);
});

test('a body is bounded, and only what it says it is', async () => {
  const answer = await submit(form({ note: 'x'.repeat(200_000) }));
  assertProblem(answer, 413, 'payload_too_large');
  const path = `/support/submit?tenant=${key}`;
  assertProblem(await call(daemon, 'POST', path, { body: '{"name":', headers: { ...anyone(), 'Content-Type': 'application/json' } }), 400, 'validation_failed');
  assertProblem(await call(daemon, 'POST', path, { body: 'x', headers: { ...anyone(), 'Content-Type': 'text/plain' } }), 415, 'unsupported_media_type');
});

test('the customer adds something with the token, once a key, and is answered under the same reference', async () => {
  const ticket = await sent();
  await reached(ticket, 'resolved');
  const path = `/support/ticket/${ticket.ticket_id}/messages?tenant=${key}`;
  const add = (text, token = ticket.status_token) =>
    call(daemon, 'POST', path, { token, json: { text }, headers: { ...anyone(), 'Idempotency-Key': `key of ${text}` } });
  assertProblem(await call(daemon, 'POST', path, { json: { text: 'Hello?' }, headers: anyone() }), 401, 'unauthorized');
  assertProblem(await add('Hello?', 'x'.repeat(43)), 404, 'not_found');
  assertFields(await add(''), ['text']);
  const added = await add(world.kUnanswerable);
  assert.equal(added.status, 202, added.text);
  assert.equal((await add(world.kUnanswerable)).json.message_id, added.json.message_id);
  const waits = await reached(ticket, 'pending_human');
  assert.equal(waits.messages.filter((each) => each.text === world.kUnanswerable).length, 1);
});

test('a form that is switched off takes nothing; what was sent is still read', async () => {
  const token = admin;
  const { items } = await good(daemon, 'GET', '/channels', { token });
  const own = items.find((each) => each.kind === 'form');
  assert.ok(own.status.received_24h > 5);
  assert.ok(Date.parse(own.status.last_message_ts) > 0);
  const ticket = await sent();
  await good(daemon, 'PATCH', `/channels/${own.id}`, { token, json: { enabled: false } });
  assertProblem(await submit(), 403, 'channel_off');
  assertProblem(await call(daemon, 'GET', `/support/config?tenant=${key}`), 403, 'channel_off');
  assert.equal((await look(ticket.ticket_id, { token: ticket.status_token })).status, 200);
  const sales = await good(daemon, 'POST', '/channels', { token, json: { kind: 'form', name: 'Sales', templates: { received: 'Got it: {reference}' } } });
  const received = await sent(form(), { query: `&form=${sales.id}` });
  assert.equal(received.message, `Got it: ${received.ticket_id}`);
  assert.equal((await good(daemon, 'GET', `/channels/${sales.id}`, { token })).status.received_24h, 1);
  await good(daemon, 'PATCH', `/channels/${own.id}`, { token, json: { enabled: true } });
  await call(daemon, 'DELETE', `/channels/${sales.id}`, { token });
  assertProblem(await submit(form(), { query: `&form=${sales.id}` }), 404, 'not_found');
});

test('the form may be sent from the sites that the widget may run on', async () => {
  const from = { headers: { Origin: kSite } };
  assertProblem(await submit(form(), from), 403, 'origin_refused');
  await good(daemon, 'PATCH', '/widget-config', { token: admin, json: { allowed_origins: [kSite] } });
  const answer = await eventually(async () => {
    const allowed = await submit(form(), from);
    return allowed.status === 201 && allowed;
  }, 'the site is known');
  assert.equal(answer.headers['access-control-allow-origin'], kSite);
  const page = await call(daemon, 'GET', `/support?tenant=${key}`);
  assert.match(page.headers['content-security-policy'], /frame-ancestors 'self' https:\/\/shop\.example$/);
});

test('the pages load nothing but their own', async () => {
  for (const path of ['/support', '/support/status']) {
    const page = await call(daemon, 'GET', `${path}?tenant=${key}`);
    assert.equal(page.status, 200);
    assert.match(page.headers['content-type'], /^text\/html/);
    const policy = page.headers['content-security-policy'];
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.doesNotMatch(page.text, /\{\{|https?:\/\/|<script>|style="/);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/support\/[\w.]+)"/g)) {
      assert.equal((await call(daemon, 'GET', file)).status, 200, file);
    }
  }
  const demo = await call(daemon, 'GET', '/demo');
  assert.ok(demo.text.includes(`/support?tenant=${key}`));
});

test('what customers write, and their addresses, are in no log', () => {
  assert.doesNotMatch(daemon.errors, /customer\.example|Lovelace|bluebell|submarines/i);
});
