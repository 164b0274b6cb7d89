// SPDX-License-Identifier: MIT
// Tools: what agents may call, how operators set it up and try it, and what it may not reach.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, company, shop;
const seen = [];

before(async () => {
  shop = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      if (request.url.startsWith('/away')) return response.writeHead(302, { Location: 'http://127.0.0.2:1/' }).end();
      const json = { order: { id: request.url.split('/').pop(), status: 'shipped' }, echo: request.headers.authorization };
      return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise((resolve) => shop.listen(0, '127.0.0.1', resolve));
  daemon = await new Daemon({ admin: true, settings: ['--security.outbound_allow', '127.0.0.1'] }).start();
  root = await world.platformAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'tools');
});
after(async () => {
  await daemon.dispose();
  shop.close();
});

const as = (method, path, json, token = company.owner) => call(daemon, method, path, { token, json });
const url = (path) => `http://127.0.0.1:${shop.address().port}${path}`;
const order = (config = {}) => ({
  name: `order_${Math.random().toString(36).slice(2, 8)}`,
  kind: 'http',
  description: 'Where an order is',
  input_schema: { type: 'object', properties: { order_id: { type: 'string' } }, required: ['order_id'] },
  config: { url: url('/orders/{order_id}'), ...config },
});
const add = async (json) => {
  const answer = await as('POST', '/tools', json);
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};
const run = (tool, input, more = {}) => as('POST', `/tools/${tool.id}/test`, { input, ...more });

test('a tool is made, tried, changed and removed', async () => {
  const tool = await add(order({ result: '$.order' }));
  const tried = await run(tool, { order_id: 'A 1?x' });
  assert.equal(tried.status, 200);
  assert.deepEqual(tried.json.output, { id: 'A%201%3Fx', status: 'shipped' });
  assert.equal(tried.json.status, 'done');
  assert.ok(tried.json.duration_ms >= 0);
  const changed = await as('PATCH', `/tools/${tool.id}`, { enabled: false, priority: 7 });
  assert.deepEqual([changed.json.enabled, changed.json.priority], [false, 7]);
  assert.ok((await as('GET', '/tools')).json.items.some((each) => each.id === tool.id));
  assert.equal((await as('DELETE', `/tools/${tool.id}`)).status, 204);
  assertProblem(await as('GET', `/tools/${tool.id}`), 404, 'not_found');
});

test('wrong input is named by its field', async () => {
  const tool = await add(order());
  const before = seen.length;
  assertFields(await run(tool, {}), ['input.order_id']);
  assertFields(await run(tool, { order_id: 5 }), ['input.order_id']);
  assertFields(await run(tool, { order_id: '../admin' }), ['input.order_id']);
  assert.equal(seen.length, before);
});

test('secrets are written and never read again', async () => {
  const secret = 'Bearer very-secret-value';
  const tool = await add(order({ headers: { Authorization: secret }, secrets: { pin: 'another-secret' } }));
  const one = await as('GET', `/tools/${tool.id}`);
  assert.deepEqual(one.json.config.headers, { Authorization: '********' });
  assert.deepEqual(one.json.config.secrets, { pin: '********' });
  const tried = await run(tool, { order_id: '1' });
  assert.equal(seen.at(-1).headers.authorization, secret);
  const audit = await as('GET', '/tools');
  for (const answer of [one, tried, audit]) assert.doesNotMatch(answer.text, /very-secret-value|another-secret/);

  const kept = await as('PATCH', `/tools/${tool.id}`, { config: { ...one.json.config, url: url('/v2/{order_id}') } });
  assert.equal(kept.status, 200, kept.text);
  await run(tool, { order_id: '1' });
  assert.deepEqual([seen.at(-1).url, seen.at(-1).headers.authorization], ['/v2/1', secret]);
  const moved = { config: { ...one.json.config, url: 'https://evil.example/{order_id}' } };
  assertFields(await as('PATCH', `/tools/${tool.id}`, moved), ['config.url']);
});

test('what is inside is not reached', async () => {
  for (const address of ['http://10.0.0.1/x', 'http://169.254.169.254/latest/', 'http://[::1]/', 'http://127.0.0.2/', 'http://0x7f000002/']) {
    const tool = await add({ ...order(), config: { url: address } });
    assertProblem(await run(tool, { order_id: '1' }), 403, 'outbound_refused');
  }
  const away = await add(order({ url: url('/away/{order_id}') }));
  assertProblem(await run(away, { order_id: '1' }), 403, 'outbound_refused');
});

test('a command cannot be given over the API', async () => {
  const mcp = (config) => as('POST', '/tools', { name: 'crm', kind: 'mcp', config });
  const refused = await mcp({ command: ['/bin/sh', '-c', 'id'] });
  assert.equal(refused.status, 422);
  assert.ok(refused.json.errors.some((each) => each.field === 'config.command'));
  assertFields(await as('POST', '/tools', { name: 'crm', kind: 'mcp', command: 'sh', config: {} }), ['command']);
  assertFields(await mcp({ server: 'undeclared' }), ['config.server']);
});

test('schemas are checked when they are given', async () => {
  const wrong = (schema) => as('POST', '/tools', { ...order(), input_schema: schema });
  assertFields(await wrong({ type: 'string' }), ['input_schema.type']);
  assertFields(await wrong({ properties: { a: { $ref: 'http://evil.example/s' } } }), ['input_schema.properties.a.$ref']);
  assertFields(await wrong({ properties: { a: { pattern: '(?=a)' } } }), ['input_schema.properties.a.pattern']);
});

test('a tool that changes something only says so in a dry run', async () => {
  const tool = await add(order({ method: 'DELETE' }));
  assert.equal(tool.is_write, true);
  const before = seen.length;
  const dry = await run(tool, { order_id: '1' }, { dry_run: true });
  assert.equal(dry.json.output.would_call, tool.name);
  assert.equal(seen.length, before);
});

test('a tenant has its own tools, of the kinds it may use, and supporters have none', async () => {
  const tool = await add(order());
  const other = await world.makeTenant(daemon, root, 'tools2');
  assertProblem(await as('GET', `/tools/${tool.id}`, undefined, other.owner), 404, 'not_found');
  assertProblem(await as('POST', `/tools/${tool.id}/test`, { input: {} }, other.owner), 404, 'not_found');
  assertProblem(await as('GET', '/tools', undefined, company.supporter), 403, 'forbidden');
  await good(daemon, 'PATCH', `/tenants/${other.id}`, { token: root, json: { permissions: { tool_kinds: ['rag'] } } });
  assertProblem(await as('POST', '/tools', order(), other.owner), 403, 'forbidden');
});

test('the demo company looks orders up for proven customers', async () => {
  const admin = await world.demoAdmin(daemon);
  const { items } = await good(daemon, 'GET', '/tools', { token: admin });
  const lookup = items.find((each) => each.name === 'order_lookup');
  assert.deepEqual([lookup.kind, lookup.is_personal], ['builtin', true]);
  const json = { input: { order_id: '1234' }, customer: { user_id: 'maya' } };
  const found = await good(daemon, 'POST', `/tools/${lookup.id}/test`, { token: admin, json });
  assert.equal(found.output.order.status, 'shipped');
  const eve = await good(daemon, 'POST', `/tools/${lookup.id}/test`, { token: admin, json: { ...json, customer: { user_id: 'jonas' } } });
  assert.equal(eve.status, 'failed');
});
