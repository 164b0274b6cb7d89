// SPDX-License-Identifier: MIT
// What the daemon answers is what its own OpenAPI document says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { call, EventStream, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import { kPermissions, kRoles } from './roles.mjs';
import { faultsOf } from './schema.mjs';
import * as world from './world.mjs';

let daemon, root, admin, supporter, key, api, session, turn, documentId, tokens;
const covered = new Set();

before(async () => {
  // Golden questions are asked when the test says so.
  daemon = await new Daemon({ admin: true, settings: ['--golden.sweep_s', '0'] }).start();
  api = await good(daemon, 'GET', '/openapi.json');
  tokens = await world.signIn(daemon, 'admin@demo.example');
  admin = tokens.access_token;
  [root, supporter] = [await world.platformAdmin(daemon), await world.demoSupporter(daemon)];
  key = await world.demoKey(daemon);
  await world.knowledgeReady(daemon, admin);
  session = await world.openSession(daemon, key, { user_id: 'u', user_email: 'u@shop.example' });
  turn = (await world.say(daemon, session, world.kQuestion)).json;
  documentId = (await good(daemon, 'GET', '/knowledge/documents', { token: admin })).items[0].id;
});
after(() => daemon.dispose());

/** Calls and holds the answer against the document. @param pattern the path as the document has it */
async function check(method, pattern, { path = pattern, status, ...options } = {}) {
  const answer = await call(daemon, method, path, options);
  const operation = api.paths[pattern]?.[method.toLowerCase()];
  assert.ok(operation, `${method} ${pattern} is not in the document`);
  const name = `${method} ${pattern} ${answer.status}`;
  if (status) assert.equal(answer.status, status, `${name}: ${answer.text}`);
  // An operation names one success; another one (202 instead of 200) has the same body.
  const isSuccess = (each) => each >= 200 && each < 300;
  const success = Object.keys(operation.responses).find(isSuccess);
  let response = operation.responses[isSuccess(answer.status) ? success : String(answer.status)];
  assert.ok(response, `${name} is not documented: ${answer.text.slice(0, 300)}`);
  if (response.$ref) response = response.$ref.slice(2).split('/').reduce((node, step) => node[step], api);
  const type = (answer.headers['content-type'] ?? '').split(';')[0];
  if (!answer.text) {
    assert.ok(!response.content || method === 'HEAD', `${name} should have a body`);
  } else {
    assert.ok(response.content?.[type], `${name}: ${type} is not documented (${Object.keys(response.content ?? {})})`);
    const { schema } = response.content[type];
    if (schema && answer.json !== undefined) assert.deepEqual(faultsOf(api, schema, answer.json), [], `${name}: ${answer.text.slice(0, 1500)}`);
  }
  covered.add(`${method} ${pattern}`);
  return answer.json;
}

test('operations', async () => {
  await check('GET', '/health', { status: 200 });
  await check('GET', '/health/detailed', { token: supporter, status: 200 });
  await check('GET', '/health/detailed', { status: 401 });
  await check('GET', '/metrics', { status: 200 });
  await check('GET', '/openapi.json', { status: 200 });
  await check('GET', '/.well-known/jwks.json', { status: 200 });
});

test('settings of models', async () => {
  const provider = { name: 'p', kind: 'openai', api_key: 'sk-1', models: ['m', { name: 'n', input_price: 1, output_price: 2 }] };
  const patch = { token: admin, json: { providers: [provider], monthly_token_budget: 0 } };
  await check('PATCH', '/settings/llm', { ...patch, status: 200 });
  await check('PATCH', '/settings/llm', { token: admin, json: { order: ['x'] }, status: 422 });
  await check('GET', '/settings/llm', { token: admin, status: 200 });
  await check('POST', '/settings/llm/test', { token: admin, json: {}, status: 200 });
  await check('POST', '/settings/llm/test', { token: admin, json: { provider: 'x' }, status: 422 });
  await check('PATCH', '/settings/llm', { token: admin, json: { providers: [], monthly_token_budget: null }, status: 200 });
});

test('signing in', async () => {
  const json = { grant_type: 'password', username: 'supporter@demo.example', password: kPassword };
  await check('POST', '/oauth/token', { json, status: 200 });
  await check('POST', '/oauth/token', { json: { ...json, password: 'x' }, status: 401 });
  await check('POST', '/oauth/token', { json: {}, status: 422 });
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  await check('POST', '/oauth/token', { json: refresh, status: 200 });
  const { access_token: token } = await world.signIn(daemon, 'supporter@demo.example');
  await check('POST', '/oauth/revoke', { token, status: 204 });
  for (const each of [root, admin, supporter, session.token]) await check('GET', '/me', { token: each, status: 200 });
});

test('the widget', async () => {
  await check('GET', '/widget/{public_key}/config', { path: `/widget/${key}/config`, status: 200 });
  await check('GET', '/widget/{public_key}/config', { path: '/widget/none/config', status: 404 });
  const opened = { path: `/widget/${key}/session`, json: {}, status: 200 };
  await check('POST', '/widget/{public_key}/session', opened);
  const resumed = { resume_token: session.resume_token };
  session = await check('POST', '/widget/{public_key}/session', { ...opened, json: resumed });
});

test('the settings of the widget', async () => {
  for (const [title, status] of [['Help', 200], [1, 422], [null, 200]]) await check('PATCH', '/widget-config', { token: admin, json: { title }, status });
  await check('GET', '/widget-config', { token: admin, status: 200 });
  await check('POST', '/widget-config/identity-secret', { token: admin, status: 201 });
});

test('a chat', async () => {
  const { token, session_id } = session;
  await check('POST', '/chat/message', { token, json: { text: world.kQuestion }, status: 200 });
  const rated = { session_id, message_id: turn.reply.id, rating: 4 };
  await check('POST', '/chat/feedback', { token, json: rated, status: 204 });
  await check('POST', '/chat/feedback', { token, json: { ...rated, message_id: session_id }, status: 404 });
  await check('POST', '/chat/email', { token, json: { session_id, email: 'a@b.example' }, status: 204 });
  await check('POST', '/chat/typing', { token, json: { session_id, typing: true }, status: 202 });
  await check('POST', '/chat/message', { token, json: { text: world.kUnanswerable }, status: 200 });
  await check('POST', '/chat/message', { token, json: { text: 'Hello?' }, status: 202 });
  await check('POST', '/chat/message', { token, json: {}, status: 422 });
  await check('POST', '/chat/message', { token, json: { text: 'x', session_id: documentId }, status: 404 });
  await check('POST', '/chat/escalate', { token, json: {}, status: 200 });
  const other = await world.openSession(daemon, key);
  await check('POST', '/chat/escalate', { token: other.token, json: {}, status: 201 });
  for (const each of [token, supporter]) {
    await check('GET', '/session/{id}', { path: `/session/${session_id}`, token: each, status: 200 });
  }
  const machine = await world.machineToken(daemon, admin, ['chat']);
  const key1 = { 'Idempotency-Key': 'once' };
  const json = { user_id: 'm', text: world.kQuestion };
  await check('POST', '/chat/message', { token: machine, json, headers: key1, status: 200 });
  await check('POST', '/chat/message', { token: machine, json: { ...json, text: 'x' }, headers: key1, status: 409 });
  await check('POST', '/chat/message', { token: machine, json: { ...json, text: world.kUnanswerable }, status: 200 });
});

test('a stream', async () => {
  const schema = { $ref: '#/components/schemas/Turn' };
  const { token } = await world.openSession(daemon, key);
  const options = { token, method: 'POST', json: { text: world.kQuestion } };
  const events = await (await EventStream.open(daemon, '/chat/stream', options)).ended();
  assert.deepEqual(faultsOf(api, schema, events.at(-2).data), []);
  covered.add('POST /chat/stream');
  const feed = await EventStream.open(daemon, '/chat/events?after=0', { token });
  const [created] = await feed.until((all) => all.length > 0);
  feed.close();
  assert.deepEqual(faultsOf(api, { $ref: '#/components/schemas/Message' }, created.data.message), []);
  covered.add('GET /chat/events');
});

test('the desk', async () => {
  const { items: [first] } = await check('GET', '/conversations', { token: supporter, status: 200 });
  const runs = { path: `/conversations/${session.session_id}/runs`, token: supporter };
  const { items } = await check('GET', '/conversations/{id}/runs', { ...runs, status: 200 });
  await check('GET', '/conversations/{id}/runs', { path: `/conversations/${documentId}/runs`, token: supporter, status: 404 });
  await check('GET', '/runs/{id}', { path: `/runs/${items[0].id}`, token: supporter, status: 200 });
  assert.ok(first.id);
  await check('GET', '/tickets', { token: supporter, status: 200 });
  const { items: [ticket] } = await check('GET', '/admin/tickets', { token: supporter, status: 200 });
  await check('GET', '/ticket/{id}', { path: `/ticket/${ticket.id}`, token: supporter, status: 200 });
  const own = await world.openSession(daemon, key);
  const { ticket: mine } = await good(daemon, 'POST', '/chat/escalate', { token: own.token, json: {} });
  await check('GET', '/ticket/{id}', { path: `/ticket/${mine.reference}`, token: own.token, status: 200 });
  const resolve = { path: `/admin/tickets/${ticket.id}/resolve`, token: supporter };
  const json = { answer: 'None.', notify_email: 'a@b.example', learn: false };
  await check('POST', '/admin/tickets/{id}/resolve', { ...resolve, json, status: 200 });
  await check('POST', '/admin/tickets/{id}/resolve', { ...resolve, json, status: 409 });
  await check('GET', '/ticket/{id}', { path: `/ticket/${ticket.id}`, token: supporter, status: 200 });
});

test('administration', async () => {
  const json = { slug: 'schemas', name: 'Schemas' };
  await check('POST', '/tenants', { token: root, json, status: 201 });
  await check('POST', '/tenants', { token: root, json, status: 409 });
  await check('GET', '/tenants', { token: root, status: 200 });
  await check('GET', '/tenants/{id}', { path: '/tenants/schemas', token: root, status: 200 });
  const patch = { path: '/tenants/schemas', token: root, json: { allowed_origins: ['https://a.example'] } };
  await check('PATCH', '/tenants/{id}', { ...patch, status: 200 });
  const user = { email: 's@demo.example', display_name: 'S', role: 'supporter', password: kPassword };
  const { id } = await check('POST', '/users', { token: admin, json: user, status: 201 });
  await check('GET', '/users', { token: admin, status: 200 });
  await check('GET', '/users/{id}', { path: `/users/${id}`, token: admin, status: 200 });
  await check('PATCH', '/users/{id}', { path: `/users/${id}`, token: admin, json: { display_name: 'T' }, status: 200 });
  await check('DELETE', '/users/{id}', { path: `/users/${id}`, token: admin, status: 204 });
  const machine = await check('POST', '/api-clients', { token: admin, json: { name: 'm', scopes: ['chat', 'read'] }, status: 201 });
  await check('GET', '/api-clients', { token: admin, status: 200 });
  const client = { path: `/api-clients/${machine.id}`, token: admin };
  for (const [method, status] of [['GET', 200], ['PATCH', 200], ['DELETE', 204]]) await check(method, '/api-clients/{id}', { ...client, json: method === 'PATCH' ? {} : undefined, status });
  await check('GET', '/audit', { token: admin, status: 200 });
  await check('GET', '/analytics/overview', { token: admin, status: 200 });
  await check('GET', '/metrics/channels', { token: supporter, status: 200 });
  await check('DELETE', '/tenants/{id}', { path: '/tenants/schemas', token: root, status: 204 });
  await check('GET', '/users', { token: root, path: '/users', status: 200 });
});

test('tools', async () => {
  const json = { name: 'feeling', kind: 'builtin', config: { function: 'sentiment' } };
  const made = await check('POST', '/tools', { token: admin, json, status: 201 });
  await check('POST', '/tools', { token: admin, json, status: 409 });
  await check('POST', '/tools', { token: admin, json: { ...json, kind: 'shell' }, status: 422 });
  await check('GET', '/tools', { token: admin, status: 200 });
  const one = { path: `/tools/${made.id}`, token: admin };
  await check('GET', '/tools/{id}', { ...one, status: 200 });
  await check('PATCH', '/tools/{id}', { ...one, json: { priority: 3 }, status: 200 });
  const tried = { path: `/tools/${made.id}/test`, token: admin };
  await check('POST', '/tools/{id}/test', { ...tried, json: { input: { text: 'I am furious' } }, status: 200 });
  await check('POST', '/tools/{id}/test', { ...tried, json: { input: {} }, status: 422 });
  await check('DELETE', '/tools/{id}', { ...one, status: 204 });
  await check('GET', '/tool-calls', { token: admin, status: 200 });
});

test('the cache of answers', async () => {
  await world.say(daemon, await world.openSession(daemon, key), world.kQuestion);
  const { items } = await check('GET', '/cache/entries', { token: admin, status: 200 });
  assert.ok(items.length > 0);
  const one = { path: `/cache/entries/${items[0].id}`, token: admin };
  await check('DELETE', '/cache/entries/{id}', { ...one, status: 204 });
  await check('DELETE', '/cache/entries/{id}', { ...one, status: 404 });
  await check('DELETE', '/cache/entries', { token: admin, status: 200 });
});

test('agents, rules and corrections', async () => {
  const agent = { name: 'Schemas', kind: 'domain', examples: ['Is it checked?'] };
  const made = await check('POST', '/agents', { token: admin, json: agent, status: 201 });
  await check('GET', '/agents', { token: admin, status: 200 });
  const one = { path: `/agents/${made.id}`, token: admin };
  await check('GET', '/agents/{id}', { ...one, status: 200 });
  await check('PATCH', '/agents/{id}', { ...one, json: { enabled: false, confidence_threshold: null }, status: 200 });
  await check('DELETE', '/agents/{id}', { ...one, status: 204 });
  const rule = { name: 'Press', reason: 'press', when: { keywords: ['journalist'] }, level: 'always' };
  const own = await check('POST', '/escalation-rules', { token: admin, json: rule, status: 201 });
  await check('GET', '/escalation-rules', { token: admin, status: 200 });
  const at = { path: `/escalation-rules/${own.id}`, token: admin };
  await check('GET', '/escalation-rules/{id}', { ...at, status: 200 });
  await check('PATCH', '/escalation-rules/{id}', { ...at, json: { enabled: false }, status: 200 });
  await check('DELETE', '/escalation-rules/{id}', { ...at, status: 204 });
  const { items } = await call(daemon, 'GET', '/tickets', { token: supporter }).then((answer) => answer.json);
  const ticket = { path: `/tickets/${items[0].id}`, token: supporter };
  await check('PATCH', '/tickets/{id}', { ...ticket, json: { priority: 'high' }, status: 200 });
});

test('versions and tests of agents', async () => {
  const agent = { name: 'Versioned', kind: 'domain', examples: ['Is it kept?'], system_prompt: 'Be brief.' };
  const { id } = await check('POST', '/agents', { token: admin, json: agent, status: 201 });
  await check('PATCH', '/agents/{id}', { path: `/agents/${id}`, token: admin, json: { examples: ['Is it?'] }, status: 200 });
  const at = (rest) => ({ path: `/agents/${id}/${rest}`, token: admin });
  await check('GET', '/agents/{id}/versions', { ...at('versions'), status: 200 });
  await check('GET', '/agents/{id}/versions/{version}', { ...at('versions/1'), status: 200 });
  await check('GET', '/agents/{id}/versions/{version}', { ...at('versions/9'), status: 404 });
  await check('POST', '/agents/{id}/rollback', { ...at('rollback'), json: { version: 1 }, status: 200 });
  await check('POST', '/agents/{id}/rollback', { ...at('rollback'), json: { version: 3 }, status: 409 });
  await check('POST', '/agents/{id}/rollback', { ...at('rollback'), json: {}, status: 422 });
  for (const text of [world.kQuestion, world.kUnanswerable, 'Hello!']) {
    const json = { text, agent: { system_prompt: 'Be long.' }, history: [{ role: 'user', text: 'Hi' }] };
    await check('POST', '/agents/{id}/test', { ...at('test'), json, status: 200 });
  }
  await check('POST', '/agents/{id}/test', { ...at('test'), json: { text: '' }, status: 422 });
});

test('golden questions', async () => {
  const json = { question: world.kQuestion, must_contain: ['79'], document_id: null };
  const { id } = await check('POST', '/golden-questions', { token: admin, json, status: 201 });
  await check('POST', '/golden-questions', { token: admin, json: { question: '' }, status: 422 });
  await check('GET', '/golden-questions', { token: admin, status: 200 });
  const one = { path: `/golden-questions/${id}`, token: admin };
  await check('GET', '/golden-questions/{id}', { ...one, status: 200 });
  await check('PATCH', '/golden-questions/{id}', { ...one, json: { expects: 'handoff' }, status: 200 });
  const run = await check('POST', '/golden-questions/run', { token: admin, json: { wait_s: 25 }, status: 200 });
  await check('GET', '/golden-questions/runs', { token: admin, status: 200 });
  await check('GET', '/golden-questions/runs/{id}', { path: `/golden-questions/runs/${run.id}`, token: admin, status: 200 });
  await check('GET', '/golden-questions/runs/{id}', { path: `/golden-questions/runs/${id}`, token: admin, status: 404 });
  await check('DELETE', '/golden-questions/{id}', { ...one, status: 204 });
});

test('settings', async () => {
  const at = { path: '/settings/answering' };
  for (const token of [root, admin]) await check('GET', '/settings/answering', { ...at, token, status: 200 });
  await check('PATCH', '/settings/answering', { ...at, token: admin, json: { tool_steps: 3 }, status: 200 });
  await check('PATCH', '/settings/answering', { ...at, token: admin, json: { tool_steps: null }, status: 200 });
  await check('PATCH', '/settings/answering', { ...at, token: admin, json: { wit: 1 }, status: 422 });
  await check('GET', '/settings/answering', { ...at, token: supporter, status: 403 });
  const desk = { path: '/settings/desk' };
  for (const token of [root, admin]) await check('GET', '/settings/desk', { ...desk, token, status: 200 });
  const sla = { pro: { first_response_minutes: 30, resolution_minutes: 480 } };
  await check('PATCH', '/settings/desk', { ...desk, token: admin, json: { sla, hours: { monday: [['09:00', '17:00']] } }, status: 200 });
  await check('PATCH', '/settings/desk', { ...desk, token: admin, json: { sla: null, hours: null }, status: 200 });
  await check('PATCH', '/settings/desk', { ...desk, token: admin, json: { wit: 1 }, status: 422 });
  const preview = (json, status) => check('POST', '/settings/answering/preview', { token: admin, json, status });
  await preview({ confidence_threshold: 1 }, 200);
  await preview({}, 422);
});

test('knowledge', async () => {
  const json = { title: 'Schemas', text: 'Schemas are checked.' };
  const added = await check('POST', '/knowledge/documents', { token: admin, json, status: 202 });
  await world.documentReady(daemon, admin, added.id);
  await check('POST', '/knowledge/documents', { token: admin, json, status: 202 });
  await check('GET', '/knowledge/documents', { token: supporter, status: 200 });
  const at = (rest = '') => ({ path: `/knowledge/documents/${added.id}${rest}`, token: admin });
  await check('GET', '/knowledge/documents/{id}', { ...at(), status: 200 });
  await check('GET', '/knowledge/documents/{id}/chunks', { ...at('/chunks'), status: 200 });
  await check('PATCH', '/knowledge/documents/{id}', { ...at(), json: { category: 'Checked' }, status: 200 });
  await check('POST', '/knowledge/documents/{id}/cancel', at('/cancel'));
  await check('POST', '/knowledge/documents/{id}/retry', at('/retry'));
  await check('GET', '/knowledge/search', { path: '/knowledge/search?q=hub', token: supporter, status: 200 });
  await check('DELETE', '/knowledge/documents/{id}', { ...at(), status: 204 });
  await check('GET', '/knowledge/documents/{id}', { ...at(), status: 404 });
});

test('who may do what is what was decided, for every route', () => {
  const found = {};
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const permission = operation['x-permission'];
      if (permission === 'public') continue;
      found[`${method.toUpperCase()} ${path}`] = permission;
      assert.deepEqual(operation['x-roles'], kRoles[permission], `${method} ${path}`);
    }
  }
  assert.deepEqual(found, kPermissions);
});

test('what people teach', async () => {
  const { ticket } = (await world.say(daemon, await world.openSession(daemon, key), 'Do your submarines carry lighthouses?')).json;
  await good(daemon, 'POST', `/admin/tickets/${ticket.id}/resolve`, { token: supporter, json: { answer: 'No, never.' } });
  const undo = { path: `/admin/tickets/${ticket.id}/undo`, token: supporter, json: {} };
  for (const status of [200, 409]) await check('POST', '/admin/tickets/{id}/undo', { ...undo, status });
  await check('GET', '/conversations', { path: '/conversations?q=submarines', token: supporter, status: 200 });
  const { items: [rated] } = await check('GET', '/feedback', { token: supporter, status: 200 });
  const correct = { path: `/feedback/${rated.id}/correct`, token: supporter };
  for (const [json, status] of [[{ answer: 'It is free.' }, 200], [{}, 422]]) await check('POST', '/feedback/{id}/correct', { ...correct, json, status });
  const { items: [gap] } = await check('GET', '/knowledge/gaps', { token: admin, status: 200 });
  const close = { path: `/knowledge/gaps/${gap.id}/close`, token: admin, json: {} };
  for (const status of [200, 409]) await check('POST', '/knowledge/gaps/{id}/close', { ...close, status });
});

test('cases in the hands of people', async () => {
  const chat = await world.openSession(daemon, key);
  const { ticket } = (await world.say(daemon, chat, world.kUnanswerable)).json;
  const at = (verb, pattern) => ({ path: pattern.replace('{id}', chat.session_id), token: supporter, ...verb });
  await check('GET', '/escalations', { token: supporter, status: 200 });
  await check('GET', '/colleagues', { token: supporter, status: 200 });
  const accept = { path: `/escalations/${ticket.id}/accept`, token: supporter, json: {} };
  await check('POST', '/escalations/{ticket}/accept', { ...accept, status: 200 });
  await check('GET', '/conversations/{id}', at({ status: 200 }, '/conversations/{id}'));
  const message = at({ json: { text: 'Hello' }, status: 201 }, '/conversations/{id}/messages');
  await check('POST', '/conversations/{id}/messages', message);
  await check('POST', '/conversations/{id}/tags', at({ json: { tags: ['a'] }, status: 200 }, '/conversations/{id}/tags'));
  const me = await good(daemon, 'GET', '/me', { token: supporter });
  const assign = at({ json: { user_id: me.id }, status: 200 }, '/conversations/{id}/assign');
  await check('POST', '/conversations/{id}/assign', assign);
  await check('POST', '/conversations/{id}/release', at({ json: {}, status: 200 }, '/conversations/{id}/release'));
  await check('POST', '/conversations/{id}/takeover', at({ json: {}, status: 200 }, '/conversations/{id}/takeover'));
  await check('POST', '/conversations/{id}/typing', at({ json: {}, status: 202 }, '/conversations/{id}/typing'));
  await check('PUT', '/me/presence', { token: supporter, json: { state: 'online' }, status: 204 });
  await check('POST', '/conversations/{id}/resolve', at({ json: {}, status: 200 }, '/conversations/{id}/resolve'));
});

test('teams and canned responses', async () => {
  const wanted = {
    teams: [{ name: 'Team' }, { name: 'Other' }, admin],
    'canned-responses': [{ shortcut: 'a', title: 'A', text: 'B' }, { title: 'C' }, supporter],
  };
  for (const [name, [json, patch, token]] of Object.entries(wanted)) {
    const made = await check('POST', `/${name}`, { token, json, status: 201 });
    const one = { path: `/${name}/${made.id}`, token };
    await check('GET', `/${name}`, { token, status: 200 });
    await check('GET', `/${name}/{id}`, { ...one, status: 200 });
    await check('PATCH', `/${name}/{id}`, { ...one, json: patch, status: 200 });
    await check('DELETE', `/${name}/{id}`, { ...one, status: 204 });
  }
});

test('channels', async () => {
  const token = admin;
  const made = await check('POST', '/channels', { token, json: { kind: 'form', name: 'Sales' }, status: 201 });
  const one = { path: `/channels/${made.id}`, token };
  await check('GET', '/channels', { token, status: 200 });
  await check('GET', '/channels/kinds', { token, status: 200 });
  await check('GET', '/channels/{id}', { ...one, status: 200 });
  await check('PATCH', '/channels/{id}', { ...one, json: { config: { title: 'Sales' } }, status: 200 });
  await check('PATCH', '/channels/{id}', { ...one, json: { config: { wit: 1 } }, status: 422 });
  await check('DELETE', '/channels/{id}', { ...one, status: 204 });
});

test('the contact form', async () => {
  const at = (path) => `${path}?tenant=${key}`;
  const json = { name: 'Ada', email: 'ada@shop.example', subject: 'The Hub', message: world.kQuestion };
  await check('GET', '/support/config', { path: at('/support/config'), status: 200 });
  const sent = await check('POST', '/support/submit', { path: at('/support/submit'), json, status: 201 });
  await check('POST', '/support/submit', { path: at('/support/submit'), json: {}, status: 422 });
  const ticket = { path: at(`/support/ticket/${sent.ticket_id}`), token: sent.status_token };
  await check('GET', '/support/ticket/{reference}', { ...ticket, status: 200 });
  await check('GET', '/support/ticket/{reference}', { path: ticket.path, status: 401 });
  const message = { path: at(`/support/ticket/${sent.ticket_id}/messages`), token: sent.status_token };
  await check('POST', '/support/ticket/{reference}/messages', { ...message, json: { text: 'And a Sprig?' }, status: 202 });
  await check('GET', '/support', { path: at('/support'), status: 200 });
  await check('GET', '/support/status', { path: at('/support/status'), status: 200 });
  for (const file of ['style.css', 'form.js', 'page.js', 'status.js', 'texts.js']) await check('GET', `/support/${file}`, { status: 200 });
});

test('customers', async () => {
  const token = supporter;
  const customerOf = async (chat) => (await good(daemon, 'GET', `/conversations/${chat.session_id}`, { token })).customer.id;
  const [one, other] = [await world.openSession(daemon, key), await world.openSession(daemon, key)];
  await world.say(daemon, one, world.kUnanswerable);
  const [id, from] = [await customerOf(one), await customerOf(other)];
  const at = { path: `/customers/${id}`, token };
  await check('GET', '/customers', { token, status: 200 });
  await check('GET', '/customers/lookup', { path: `/customers/lookup?id=${id}`, token, status: 200 });
  await check('GET', '/customers/lookup', { token, status: 422 });
  await check('GET', '/customers/{id}', { ...at, status: 200 });
  await check('PATCH', '/customers/{id}', { ...at, json: { plan: 'pro' }, status: 200 });
  const merge = { path: `/customers/${id}/merge`, token };
  await check('POST', '/customers/{id}/merge', { ...merge, json: { customer_id: from }, status: 200 });
  await check('POST', '/customers/{id}/merge', { ...merge, json: { customer_id: id }, status: 422 });
  await check('GET', '/customers/{id}/export', { path: `/customers/${id}/export`, token, status: 200 });
  await check('DELETE', '/customers/{id}', { ...at, status: 200 });
  await check('GET', '/customers/{id}', { ...at, status: 404 });
});

test('every reference of the document resolves', () => {
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"#([^"]+)"/g)].map((each) => each[1].slice(1));
  assert.ok(references.length > 50);
  for (const each of new Set(references)) assert.ok(each.split('/').reduce((node, step) => node?.[step], api), each);
});

test('no operation with JSON was left out', () => {
  const pages = /\.(js|css)$|^\/(demo|docs|ws)/;
  const all = Object.entries(api.paths).flatMap(([path, operations]) =>
    pages.test(path) ? [] : Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(all.filter((each) => !covered.has(each)), []);
});
