// SPDX-License-Identifier: MIT
// The ways by which customers write: what of them a tenant sets up, and that it holds at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, shop, other;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  root = await world.platformAdmin(daemon);
  shop = await world.makeTenant(daemon, root, 'shop');
  other = await world.makeTenant(daemon, root, 'other');
});
after(() => daemon.dispose());

const channels = async (tenant = shop) => (await good(daemon, 'GET', '/channels', { token: tenant.owner })).items;
const channelOf = async (kind, tenant) => (await channels(tenant)).find((each) => each.kind === kind);
const patch = (id, json, token = shop.owner) => call(daemon, 'PATCH', `/channels/${id}`, { token, json });
const openWidget = (tenant = shop) => call(daemon, 'POST', `/widget/${tenant.publicKey}/session`, { json: {} });

test('every tenant has a widget, the API and a form', async () => {
  const all = await channels();
  assert.deepEqual(all.map((each) => each.kind), ['web', 'api', 'form']);
  for (const each of all) {
    assert.deepEqual(Object.keys(each).sort(), ['config', 'enabled', 'id', 'kind', 'name', 'status', 'templates']);
    assert.equal(each.enabled, true);
    assert.deepEqual(each.status, { state: 'on', last_message_ts: null, received_24h: 0 });
    assert.deepEqual(await good(daemon, 'GET', `/channels/${each.id}`, { token: shop.owner }), each);
  }
});

test('the kinds say what may be set up', async () => {
  const { items, next_cursor } = await good(daemon, 'GET', '/channels/kinds', { token: shop.owner });
  assert.equal(next_cursor, null);
  assert.deepEqual(items.map((each) => [each.kind, each.can_create, each.can_delete]), [
    ['web', false, false],
    ['api', false, false],
    ['form', true, true],
  ]);
  const form = items[2];
  const { properties } = form.config_schema;
  const { config, templates } = await channelOf('form');
  assert.deepEqual(Object.keys(config).sort(), Object.keys(properties).sort());
  for (const [name, property] of Object.entries(properties)) {
    assert.ok(property.title, `${name} has no title`);
    if ('default' in property) assert.deepEqual(config[name], property.default, name);
  }
  assert.deepEqual(form.templates.map((each) => each.name), ['received']);
  assert.equal(templates.received, form.templates[0].default);
});

test('a kind that is not there is refused with those that are', async () => {
  for (const kind of ['email', 'whatsapp', 'pigeon']) {
    const answer = await call(daemon, 'POST', '/channels', { token: shop.owner, json: { kind } });
    assertFields(answer, ['kind']);
    assert.match(answer.json.errors[0].message, /web, api, form/);
  }
  assertFields(await call(daemon, 'POST', '/channels', { token: shop.owner, json: {} }), ['kind']);
});

test('the widget and the API are there once and for all', async () => {
  for (const kind of ['web', 'api']) {
    assertProblem(await call(daemon, 'POST', '/channels', { token: shop.owner, json: { kind } }), 409, 'conflict');
    const { id } = await channelOf(kind);
    assertProblem(await call(daemon, 'DELETE', `/channels/${id}`, { token: shop.owner }), 409, 'conflict');
  }
});

test('forms come and go', async () => {
  const json = { kind: 'form', name: 'Sales', config: { title: 'Talk to sales', categories: ['general'] }, enabled: false };
  const made = await call(daemon, 'POST', '/channels', { token: shop.owner, json, headers: { 'Idempotency-Key': 'sales' } });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.json.status.state, 'off');
  assert.equal(made.json.config.title, 'Talk to sales');
  assert.equal(made.json.config.ask_priority, true);
  const again = await call(daemon, 'POST', '/channels', { token: shop.owner, json, headers: { 'Idempotency-Key': 'sales' } });
  assert.equal(again.json.id, made.json.id);
  assert.equal((await channels()).length, 4);
  const path = `/channels/${made.json.id}`;
  assert.equal((await call(daemon, 'DELETE', path, { token: shop.owner })).status, 204);
  assertProblem(await call(daemon, 'GET', path, { token: shop.owner }), 404, 'not_found');
  assertProblem(await call(daemon, 'DELETE', path, { token: shop.owner }), 404, 'not_found');
});

test('what is set up is checked strictly, each fault by its name', async () => {
  const { id } = await channelOf('form');
  const wrong = {
    name: '',
    config: { title: 7, categories: ['gossip'], response_times: { high: 0, never: 5 }, wit: true },
    templates: { received: 'Dear {nmae}' },
  };
  assertFields(await patch(id, wrong), [
    'name', 'config.title', 'config.categories.0', 'config.response_times.high', 'config.response_times.never', 'config.wit',
    'templates.received',
  ]);
  assertFields(await patch(id, { config: [], templates: { farewell: 'Bye' } }), ['config', 'templates.farewell']);
  assertFields(await patch(id, { enabled: 'yes' }), ['enabled']);
  assertFields(await patch((await channelOf('web')).id, { config: { color: 'red' } }), ['config.color']);
  assert.equal((await channelOf('form')).name, 'Contact form');
});

test('a change keeps what it does not name, and null goes back', async () => {
  const { id } = await channelOf('form');
  await patch(id, { config: { title: 'Help', response_times: { urgent: 15 } }, templates: { received: 'Thanks {name}' } });
  let { json } = await patch(id, { config: { ask_priority: false } });
  assert.equal(json.config.title, 'Help');
  assert.deepEqual(json.config.response_times, { low: 2880, medium: 1440, high: 480, urgent: 15 });
  assert.equal(json.config.ask_priority, false);
  assert.equal(json.templates.received, 'Thanks {name}');
  ({ json } = await patch(id, { config: { title: null, ask_priority: null, response_times: null }, templates: { received: null } }));
  assert.equal(json.config.title, '');
  assert.equal(json.config.response_times.urgent, 120);
  assert.match(json.templates.received, /\{reference\}/);
});

test('a widget that is switched off opens no chat, until it is on again', async () => {
  assert.equal((await openWidget()).status, 200);
  const { id } = await channelOf('web');
  assert.equal((await patch(id, { enabled: false })).json.status.state, 'off');
  const refused = await openWidget();
  assertProblem(refused, 403, 'channel_off');
  assert.match(refused.json.detail, /Chat widget/);
  assert.equal((await openWidget(other)).status, 200);
  await patch(id, { enabled: true });
  assert.equal((await openWidget()).status, 200);
});

test('an API that is switched off takes no messages of machines', async () => {
  const token = await world.machineToken(daemon, shop.owner, ['chat']);
  const say = () => call(daemon, 'POST', '/chat/message', { token, json: { user_id: 'u1', text: 'hello' } });
  assert.equal((await say()).status, 200);
  const { id } = await channelOf('api');
  await patch(id, { enabled: false });
  assertProblem(await say(), 403, 'channel_off');
  await patch(id, { enabled: true });
  assert.equal((await say()).status, 200);
  const { status } = await channelOf('api');
  assert.equal(status.received_24h, 2);
  assert.ok(Date.parse(status.last_message_ts) > 0);
});

test('who may: the own tenant, the platform by name, and nobody else', async () => {
  const { id } = await channelOf('form');
  assertProblem(await patch(id, { name: 'Mine' }, other.owner), 404, 'not_found');
  assertProblem(await patch(id, { name: 'Mine' }, shop.supporter), 403, 'forbidden');
  assertProblem(await call(daemon, 'GET', '/channels', {}), 401, 'unauthorized');
  assertProblem(await call(daemon, 'GET', '/channels', { token: root }), 422, 'tenant_required');
  const headers = { 'X-Tenant': 'shop' };
  const { items } = await good(daemon, 'GET', '/channels', { token: root, headers });
  assert.equal(items.find((each) => each.kind === 'form').id, id);
});

test('changes are in the audit trail', async () => {
  const { id } = await channelOf('form');
  await patch(id, { name: 'Ask us' });
  const { items } = await good(daemon, 'GET', '/audit?limit=200', { token: shop.owner });
  const entry = items.find((each) => each.action === 'channel.update' && each.after?.name === 'Ask us');
  assert.ok(entry, JSON.stringify(items.slice(0, 3)));
  assert.equal(entry.object.id, id);
});
