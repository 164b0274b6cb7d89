// SPDX-License-Identifier: MIT
// Who may sign in, what a tenant may have, how its widget looks, and the trail of every change of these.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, eventually, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

let daemon, root, company, other;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  root = await world.platformAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'gate');
  other = await world.makeTenant(daemon, root, 'gatepost');
});
after(() => daemon.dispose());

const ask = (method, path, json, token = company.owner, headers = {}) => call(daemon, method, path, { token, json, headers });
const get = (path, token = company.owner) => good(daemon, 'GET', path, { token });

async function makeUser(name, role = 'supporter') {
  const email = `${name}@gate.example`;
  const user = { email, display_name: name, role, password: kPassword };
  return good(daemon, 'POST', '/users', { token: company.owner, json: user });
}

async function permit(permissions) {
  const changed = await ask('PATCH', '/tenants/gate', { permissions }, root);
  assert.equal(changed.status, 200, changed.text);
  assert.deepEqual(changed.json.permissions, permissions);
}

const kSales = ['What is the price of a boat?', 'How much is your boat?', 'What does a boat cost?', 'I want to buy a boat',
  'Is a boat expensive?', 'The price of your boats, please', 'Which boat can I buy?', 'Do you sell boats?'];

test('a person is changed, and what ends the old tokens ends the open links too', async () => {
  const user = await makeUser('pat');
  const path = `/users/${user.id}`;
  const token = await world.tokenOf(daemon, user.email);
  assert.equal((await ask('PATCH', path, { display_name: 'Pat P.' })).json.display_name, 'Pat P.');
  assert.equal((await call(daemon, 'GET', '/me', { token })).status, 200);
  assertFields(await ask('PATCH', path, { role: 'king', status: 'gone' }), ['role', 'status']);
  assertProblem(await ask('PATCH', path, { display_name: 'x' }, other.owner), 404, 'not_found');
  assertProblem(await ask('PATCH', path, { role: 'admin' }), 403, 'forbidden');

  const link = await Link.open(daemon, token);
  await link.frame((each) => each.type === 'hello');
  assert.equal((await ask('PATCH', path, { status: 'disabled' })).json.status, 'disabled');
  await eventually(async () => link.closed, 'the link of a disabled person is closed');
  assertProblem(await call(daemon, 'GET', '/me', { token }), 401, 'unauthorized');
  assert.equal((await world.signInAnswer(daemon, user.email)).status, 401);
  assert.equal((await ask('PATCH', path, { status: 'active', password: 'Another pass phrase 2' })).status, 200);
  assert.equal((await world.signInAnswer(daemon, user.email)).status, 401);
  assert.equal((await world.signInAnswer(daemon, user.email, 'Another pass phrase 2')).status, 200);
});

test('who goes is gone at once, and the address is free again', async () => {
  const user = await makeUser('gone');
  const token = await world.tokenOf(daemon, user.email);
  const queue = await Link.open(daemon, token);
  await queue.frame((each) => each.type === 'hello');
  const path = `/users/${user.id}`;
  assertProblem(await ask('DELETE', path, undefined, other.owner), 404, 'not_found');
  assertProblem(await ask('DELETE', path, undefined, company.supporter), 403, 'forbidden');
  assert.equal((await ask('DELETE', path)).status, 204);
  await eventually(async () => queue.closed, 'the link of who is gone is closed');
  for (const each of ['GET', 'DELETE']) assertProblem(await ask(each, path), 404, 'not_found');
  assertProblem(await call(daemon, 'GET', '/me', { token }), 401, 'unauthorized');
  assert.notEqual((await makeUser('gone')).id, user.id);
  const { id } = await get('/me');
  assertProblem(await ask('DELETE', `/users/${id}`), 409, 'conflict');
  assertProblem(await ask('PATCH', `/users/${id}`, { role: 'supporter' }), 409, 'conflict');
});

test('a machine client is changed and removed', async () => {
  const made = (await ask('POST', '/api-clients', { name: 'shop', scopes: ['read'] })).json;
  const secret = { grant_type: 'client_credentials', client_id: made.client_id, client_secret: made.client_secret };
  const token = (await good(daemon, 'POST', '/oauth/token', { json: secret })).access_token;
  const path = `/api-clients/${made.id}`;
  assert.ok(!('client_secret' in (await get(path))));
  assertProblem(await ask('GET', path, undefined, other.owner), 404, 'not_found');
  assertProblem(await ask('GET', path, undefined, company.supporter), 403, 'forbidden');
  assertFields(await ask('PATCH', path, { scopes: ['everything'] }), ['scopes']);
  assertFields(await ask('PATCH', path, { requests_per_minute: 0 }), ['requests_per_minute']);
  assertFields(await ask('POST', '/api-clients', { name: 'x' }), ['scopes']);
  assert.equal((await ask('GET', '/conversations', undefined, token)).status, 200);
  assert.deepEqual((await ask('PATCH', path, { scopes: ['chat'], name: 'shop 2' })).json.scopes, ['chat']);
  await eventually(async () => (await ask('GET', '/conversations', undefined, token)).status !== 200, 'the old scope is gone');
  assert.equal((await ask('DELETE', path)).status, 204);
  assertProblem(await ask('GET', path), 404, 'not_found');
  assert.equal((await call(daemon, 'POST', '/oauth/token', { json: secret })).status, 401);
  assertProblem(await ask('GET', '/me', undefined, token), 401, 'unauthorized');
});

test('a tenant that is removed is shut, and its slug stays taken', async () => {
  const tenant = await world.makeTenant(daemon, root, 'leaving');
  const session = await world.openSession(daemon, tenant.publicKey);
  assertProblem(await ask('DELETE', '/tenants/leaving', undefined, tenant.owner), 403, 'forbidden');
  assert.equal((await ask('DELETE', '/tenants/leaving', undefined, root)).status, 204);
  assertProblem(await ask('GET', '/tenants/leaving', undefined, root), 404, 'not_found');
  assert.equal((await world.say(daemon, session, 'hello')).status, 401);
  assert.equal((await ask('GET', '/conversations', undefined, tenant.owner)).status, 401);
  assertProblem(await ask('POST', '/tenants', { slug: 'leaving', name: 'x' }, root), 409, 'conflict');
});

test('the platform says which kinds and how many a tenant may have', async () => {
  assertFields(await ask('PATCH', '/tenants/gate', { permissions: { agent_kinds: ['oracle'], quotas: { cars: 1, users: -1 }, x: 1 } }, root),
    ['permissions.agent_kinds', 'permissions.quotas.cars', 'permissions.quotas.users', 'permissions.x']);
  const agent = { name: 'Sales', kind: 'domain', examples: kSales };
  await permit({ agent_kinds: ['faq'] });
  assertProblem(await ask('POST', '/agents', agent), 403, 'forbidden');
  const { items: [faq] } = await get('/agents');
  assertProblem(await ask('PATCH', `/agents/${faq.id}`, { kind: 'domain' }), 403, 'forbidden');
  assert.equal((await ask('PATCH', `/agents/${faq.id}`, { priority: 3 })).status, 200);

  await permit({ tool_kinds: ['rag'] });
  assertProblem(await ask('POST', '/tools', { name: 't', kind: 'builtin', config: { function: 'sentiment' } }), 403, 'forbidden');

  const counts = {
    agents: [(await get('/agents')).items.length, '/agents', agent],
    tools: [0, '/tools', { name: 't', kind: 'builtin', config: { function: 'sentiment' } }],
    documents: [0, '/knowledge/documents', { title: 'Boats', text: 'A boat costs nine guilders.' }],
    users: [(await get('/users')).items.length, '/users', { email: 'q@gate.example', display_name: 'q', role: 'supporter' }],
    api_clients: [(await get('/api-clients')).items.length, '/api-clients', { name: 'c', scopes: ['read'] }],
  };
  for (const [quota, [count, path, json]] of Object.entries(counts)) {
    await permit({ quotas: { [quota]: count } });
    const refused = await ask('POST', path, json);
    assertProblem(refused, 409, 'conflict');
    assert.match(refused.json.detail, new RegExp(`may have ${count} `));
    await permit({ quotas: { [quota]: count + 1 } });
    assert.ok((await ask('POST', path, json)).status < 300, quota);
  }
  await permit({});
});

test('a kind that is taken away answers nobody from the next message on', async () => {
  await world.knowledgeReady(daemon, company.owner);
  await ask('PATCH', '/settings/answering', { use_cache: false });
  const answeredBy = async () => {
    const session = await world.openSession(daemon, company.publicKey);
    return (await world.say(daemon, session, 'What is the price of a boat?')).json.reply.agent;
  };
  assert.equal(await answeredBy(), 'Sales');
  await permit({ agent_kinds: ['faq'] });
  assert.notEqual(await answeredBy(), 'Sales');
  await permit({});
  assert.equal(await answeredBy(), 'Sales');
});

test('a provider that is taken away is asked no longer', async () => {
  const provider = { name: 'p', kind: 'local', base_url: 'https://models.example/v1', api_key: 'k', models: ['m'] };
  const set = await ask('PATCH', '/settings/llm', { providers: [provider], order: ['p'] });
  assert.equal(set.status, 200, set.text);
  assert.equal(set.json.in_effect.length, 1);
  await permit({ providers: ['openai'] });
  assert.deepEqual((await get('/settings/llm')).in_effect, []);
  assertFields(await ask('PATCH', '/settings/llm', { providers: [provider] }), ['providers[0].kind']);
  await permit({});
  assert.equal((await get('/settings/llm')).in_effect.length, 1);
  assert.equal((await ask('PATCH', '/settings/llm', { providers: [] })).status, 200);
});

test('the widget shows what is set, at once, and goes back to what was', async () => {
  const first = await get('/widget-config');
  assert.equal(first.public_key, company.publicKey);
  assert.deepEqual([first.identity, first.position, first.allowed_origins], ['optional', 'right', []]);
  const look = { title: 'Help', greeting: 'Ahoy!', colors: { primary: '#aa0011' }, position: 'left', locale: 'nl',
    suggested_questions: ['What does a boat cost?'], ask_email: true, allowed_origins: ['https://shop.example'] };
  const set = await ask('PATCH', '/widget-config', look);
  assert.deepEqual(set.json, { ...first, ...look });
  const { allowed_origins: origins, ...shown } = look;
  const seen = await call(daemon, 'GET', `/widget/${company.publicKey}/config`, { headers: { Origin: origins[0] } });
  for (const [name, value] of Object.entries(shown)) assert.deepEqual(seen.json[name], value, name);
  assert.ok(!('allowed_origins' in seen.json));
  const foreign = { headers: { Origin: 'https://else.example' } };
  assertProblem(await call(daemon, 'GET', `/widget/${company.publicKey}/config`, foreign), 403, 'origin_refused');
  assertFields(await ask('PATCH', '/widget-config', { title: '', colors: { primary: 'red;}' }, position: 'top', locale: 'n l', identity: 'maybe', ask_email: 1 }),
    ['title', 'colors', 'position', 'locale', 'identity', 'ask_email']);
  assertFields(await ask('PATCH', '/widget-config', { allowed_origins: ['https://x.example'], shape: 'round' }), ['shape']);
  assertFields(await ask('PATCH', '/widget-config', { allowed_origins: ['shop.example/'] }), ['allowed_origins']);
  assertProblem(await ask('PATCH', '/widget-config', look, company.supporter), 403, 'forbidden');
  assert.deepEqual(await get('/widget-config'), set.json);
  const back = Object.fromEntries(Object.keys(shown).map((name) => [name, null]));
  assert.deepEqual((await ask('PATCH', '/widget-config', { ...back, allowed_origins: [] })).json, first);
});

test('who a visitor is counts only where the tenant signed for it', async () => {
  const made = await ask('POST', '/widget-config/identity-secret', undefined, company.owner, { 'Idempotency-Key': 'one' });
  assert.equal(made.status, 201, made.text);
  const again = await ask('POST', '/widget-config/identity-secret', undefined, company.owner, { 'Idempotency-Key': 'one' });
  assert.equal(again.json.identity_secret, '********');
  const { identity_secret: secret } = made.json;
  const who = { user_id: 'u-7', user_email: 'ada@shop.example' };
  const hash = (key) => createHmac('sha256', key).update(`${who.user_id}\n${who.user_email}`).digest('hex');
  const open = (json) => call(daemon, 'POST', `/widget/${company.publicKey}/session`, { json });
  const customerOf = async (session) => (await get(`/conversations/${session.session_id}`)).customer;

  const [one, two] = [await open({ ...who, user_hash: hash(secret) }), await open({ ...who, user_hash: hash(secret).toUpperCase() })];
  assert.equal(one.status, 200, one.text);
  const [first, second] = [await customerOf(one.json), await customerOf(two.json)];
  assert.equal(second.id, first.id);
  const claimed = await customerOf((await open(who)).json);
  assert.notEqual(claimed.id, first.id);
  for (const wrong of [hash('is_else'), 'no hash', hash(secret).slice(1)]) {
    assertFields(await open({ ...who, user_hash: wrong }), ['user_hash']);
  }
  assertFields(await open({ ...who, user_id: 'u-8', user_hash: hash(secret) }), ['user_hash']);

  await ask('PATCH', '/widget-config', { identity: 'required' });
  assertFields(await open({}), ['user_id', 'user_hash']);
  assertFields(await open(who), ['user_hash']);
  assert.equal((await open({ ...who, user_hash: hash(secret) })).status, 200);
  const renewed = (await ask('POST', '/widget-config/identity-secret')).json.identity_secret;
  assertFields(await open({ ...who, user_hash: hash(secret) }), ['user_hash']);
  assert.equal((await open({ ...who, user_hash: hash(renewed) })).status, 200);
  await ask('PATCH', '/widget-config', { identity: null });
  assert.equal((await open({})).status, 200);
});

test('every change is in the trail with before and after, and nothing secret', async () => {
  const list = async (query, token) => (await get(`/audit?${query}`, token)).items;
  const user = await makeUser('trail');
  await ask('PATCH', `/users/${user.id}`, { display_name: 'Trail T.' });
  await ask('DELETE', `/users/${user.id}`);
  const actions = (await list(`object_kind=user&object=${user.id}`)).map((each) => each.action);
  assert.deepEqual(actions, ['user.delete', 'user.update', 'user.create']);
  const [update] = await list(`action=user.update&object=${user.id}`);
  assert.deepEqual([update.before.display_name, update.after.display_name], ['trail', 'Trail T.']);
  assert.equal(update.before.password, '********');
  const me = await get('/me');
  assert.deepEqual(update.actor, { id: me.id, name: me.display_name, role: 'tenant_user' });

  const client = (await ask('POST', '/api-clients', { name: 'a', scopes: ['chat'] })).json;
  await ask('PATCH', `/api-clients/${client.id}`, { name: 'b' });
  await ask('DELETE', `/api-clients/${client.id}`);
  const team = (await ask('POST', '/teams', { name: 'Night' })).json;
  await ask('PATCH', `/teams/${team.id}`, { capacity: 4 });
  const text = (await ask('POST', '/canned-responses', { shortcut: 'x', title: 'x', text: 'x' })).json;
  await ask('DELETE', `/canned-responses/${text.id}`);
  await ask('PATCH', '/widget-config', { title: 'Trail' });
  await ask('POST', '/widget-config/identity-secret');
  await permit({ quotas: { users: 99 } });
  await ask('PATCH', '/settings/answering', { tool_steps: 3 });
  const all = await list('limit=200');
  const seen = new Set(all.map((each) => each.action));
  for (const action of ['api_client.create', 'api_client.update', 'api_client.delete', 'team.create', 'team.update',
    'canned_response.create', 'canned_response.delete', 'settings.update', 'tenant.rotate_identity_secret', 'tenant.update']) {
    assert.ok(seen.has(action), `${action} is not in ${[...seen]}`);
  }
  const [widget] = await list('object_kind=settings&object=widget&limit=1');
  assert.equal(widget.after.title, 'Trail');
  const [permitted] = await list('action=tenant.update&limit=1');
  assert.match(JSON.stringify(permitted.after), /99/);
  assert.equal(permitted.actor.role, 'admin');
  assert.doesNotMatch(JSON.stringify(all), /\$2[aby]\$|ps_|is_[A-Za-z0-9_-]{20}/);

  const page = await get('/audit?limit=2');
  const next = await get(`/audit?limit=2&cursor=${page.next_cursor}`);
  assert.equal(new Set([...page.items, ...next.items].map((each) => each.id)).size, 4);
  const { created_ts: from } = page.items[0];
  assert.ok((await list(`from=${from}`)).every((each) => each.created_ts >= from));
  assert.ok((await list(`to=${from}&limit=200`)).every((each) => each.created_ts < from));
  assertFields(await ask('GET', '/audit?from=yesterday'), ['from']);
  assert.ok((await list('', other.owner)).every((each) => !JSON.stringify(each).includes('gate.example')));
  assertProblem(await ask('GET', '/audit', undefined, company.supporter), 403, 'forbidden');
  assertProblem(await ask('GET', '/audit', undefined, root), 422, 'tenant_required');
  for (const method of ['POST', 'DELETE']) assertProblem(await ask(method, '/audit'), 405, 'method_not_allowed');
});
