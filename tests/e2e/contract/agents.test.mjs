// SPDX-License-Identifier: MIT
// Agents, escalation rules and corrections: who answers, what goes to a person, and what is learnt from people.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, company;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  root = await world.platformAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'agents');
});
after(() => daemon.dispose());

const as = (method, path, json, token = company.owner) => call(daemon, method, path, { token, json });
const add = (json, at = company) => good(daemon, 'POST', '/agents', { token: at.owner, json });

async function say(text, at = company) {
  const session = await world.openSession(daemon, at.publicKey);
  const { json: turn } = await world.say(daemon, session, text);
  const { items } = await good(daemon, 'GET', `/conversations/${turn.session_id}/runs`, { token: at.supporter });
  const nodes = Object.fromEntries(items[0].nodes.map((node) => [node.name, node.output]));
  return { session, turn, nodes };
}

const kOrders = ['Where is my parcel?', 'My order has not arrived', 'Track my delivery', 'When will the box come?',
  'The courier lost my package', 'Has my order been shipped?', 'Delivery is late', 'Can you deliver on Saturday?',
  'The tracking link shows nothing', 'I want to change the delivery address'];
const kInvoices = ['I need an invoice', 'Send me the receipt', 'The VAT on my bill is wrong', 'Where are my invoices?',
  'Put our company name on the invoice', 'I need a bill for accounting', 'The invoice has the wrong address',
  'Download a receipt for March', 'Which tax rate is on the bill?', 'Please mail me the invoice again'];

test('a new tenant has an agent, and a new agent is routed to at the next message', async () => {
  const { items } = (await as('GET', '/agents')).json;
  assert.deepEqual(items.map((agent) => agent.kind), ['faq']);
  await add({ name: 'Orders', kind: 'domain', examples: kOrders });
  const invoices = await add({ name: 'Invoices', kind: 'domain', examples: kInvoices });
  assert.equal((await say('my parcel was not delivered')).nodes.classify.agent, 'Orders');
  assert.equal((await say('could I have the invoice once more')).nodes.classify.agent, 'Invoices');

  await as('PATCH', `/agents/${invoices.id}`, { enabled: false });
  assert.notEqual((await say('could I have the invoice once more')).nodes.classify.agent, 'Invoices');
  await as('PATCH', `/agents/${invoices.id}`, { enabled: true });
  assert.equal((await say('could I have the invoice once more')).nodes.classify.agent, 'Invoices');
});

test('what belongs nowhere is known as such', async () => {
  const { nodes } = await say('who won the chess championship in 1972');
  assert.deepEqual(nodes.classify.intents, []);
});

test('wrong agents are refused by field', async () => {
  assertFields(await as('POST', '/agents', { kind: 'domain' }), ['name']);
  assertFields(await as('POST', '/agents', { name: 'x', kind: 'wizard' }), ['kind']);
  assertFields(await as('POST', '/agents', { name: 'x', kind: 'faq', examples: [1] }), ['examples']);
  assertFields(await as('POST', '/agents', { name: 'x', kind: 'faq', confidence_threshold: 2 }), ['confidence_threshold']);
  assertProblem(await as('POST', '/agents', { name: 'faq', kind: 'faq' }), 409, 'conflict');
  assertProblem(await as('GET', '/agents/00000000-0000-7000-8000-000000000000'), 404, 'not_found');
  assertProblem(await as('GET', '/agents', undefined, company.supporter), 403, 'forbidden');
  const other = await world.makeTenant(daemon, root, 'agents2');
  const mine = (await as('GET', '/agents')).json.items[0];
  assertProblem(await as('GET', `/agents/${mine.id}`, undefined, other.owner), 404, 'not_found');
  assertProblem(await as('DELETE', `/agents/${mine.id}`, undefined, other.owner), 404, 'not_found');
});

test('a rule takes effect at the next message and can be switched off', async () => {
  const calm = 'I would like to see your greenhouse one day';
  assert.notEqual((await say(calm)).nodes.rules.reason, 'visits');
  const rule = {
    name: 'Visits', reason: 'visits', when: { keywords: ['greenhouse'] }, level: 'always', priority: 'urgent',
  };
  const made = (await as('POST', '/escalation-rules', rule)).json;
  const { turn } = await say(calm);
  assert.equal(turn.reply.kind, 'bridge');
  const ticket = await good(daemon, 'GET', `/ticket/${turn.ticket.id}`, { token: company.supporter });
  assert.deepEqual([ticket.reason, ticket.priority], ['visits', 'urgent']);
  await as('PATCH', `/escalation-rules/${made.id}`, { enabled: false });
  assert.equal((await say(calm)).nodes.rules.escalates, false);
});

test('a shipped rule can be changed and put back', async () => {
  const threat = 'You will hear from my lawyer, I am taking legal action against you.';
  assert.equal((await say(threat)).nodes.rules.reason, 'legal');
  await as('PATCH', '/escalation-rules/legal', { enabled: false });
  assert.notEqual((await say(threat)).nodes.rules.reason, 'legal');
  assert.equal((await as('DELETE', '/escalation-rules/legal')).status, 204);
  assert.equal((await say(threat)).nodes.rules.reason, 'legal');
  assertProblem(await as('DELETE', '/escalation-rules/legal'), 409, 'conflict');
  assertFields(await as('POST', '/escalation-rules', { name: 'x', reason: 'x', when: {} }), ['when']);
  assertFields(await as('PATCH', '/escalation-rules/legal', { when: { sentiment_below: 3 } }), ['when.sentiment_below']);
});

test('a correction teaches the classifier', async () => {
  const odd = 'the flux capacitor hums in b flat';
  const { turn } = await say(odd);
  assert.equal(turn.reply.kind, 'bridge');
  const path = `/tickets/${turn.ticket.id}`;
  assertFields(await as('PATCH', path, { agent: 'Nobody' }, company.supporter), ['agent']);
  assertFields(await as('PATCH', path, { priority: 'soon' }, company.supporter), ['priority']);
  assertProblem(await as('PATCH', path, { status: 'resolved' }, company.supporter), 409, 'use_resolve');
  const corrected = await as('PATCH', path, { agent: 'Orders', category: 'technical' }, company.supporter);
  assert.deepEqual([corrected.status, corrected.json.category], [200, 'technical']);
  assert.equal((await say(odd)).nodes.classify.agent, 'Orders');
});

test('an ambiguous message is asked about once, then goes to a person', async () => {
  const gym = await world.makeTenant(daemon, root, 'gym');
  await add({ name: 'placed_orders', kind: 'domain', examples: ['Cancel my order', 'Change my order', 'Where is my order?',
    'I want to stop my order', 'Add something to my order'] }, gym);
  await add({ name: 'my_subscriptions', kind: 'domain', examples: ['Cancel my subscription', 'Change my subscription',
    'When does my subscription renew?', 'I want to stop my subscription', 'Add a seat to my subscription'] }, gym);
  await add({ name: 'parcels', kind: 'domain', examples: ['Where is my parcel?', 'My order has not arrived',
    'Track my delivery', 'The courier lost the box'] }, gym);
  const { session, turn, nodes } = await say('I want to stop it', gym);
  assert.deepEqual([...nodes.classify.choices].sort(), ['my_subscriptions', 'placed_orders']);
  assert.equal(turn.reply.kind, 'clarify');
  assert.match(turn.reply.text, /placed orders/);
  assert.match(turn.reply.text, /my subscriptions/);
  assert.equal(turn.status, 'open');
  const { json: second } = await world.say(daemon, session, 'placed orders');
  assert.deepEqual([second.reply.kind, second.reply.agent], ['bridge', 'placed_orders']);
});

test('personal data stays out of the trace', async () => {
  const { nodes } = await say('My mail is ann.secret@example.com and my card is 4111 1111 1111 1111');
  assert.ok(nodes.understand.personal_data_masked >= 2);
  assert.doesNotMatch(JSON.stringify(nodes), /ann\.secret|4111/);
});
