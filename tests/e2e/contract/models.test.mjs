// SPDX-License-Identifier: MIT
// Language models of a tenant: settings, keys, fallback, budget, and how they are.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import { startModels } from './fake_models.mjs';
import * as world from './world.mjs';

const kInvoices = ['I need an invoice', 'Send me the receipt', 'The VAT on my bill is wrong', 'Where are my invoices?'];
const kParcels = ['Where is my parcel?', 'My order has not arrived', 'Track my delivery', 'The courier lost my package'];

let daemon, root, company, other, models;

before(async () => {
  models = await startModels((body) =>
    JSON.stringify(body).includes('intents') ? '{"intents":["Invoices"]}' : 'I do not know.',
  );
  daemon = await new Daemon({ admin: true, demo: false, settings: ['--security.outbound_allow', '127.0.0.0/8'] }).start();
  root = await world.platformAdmin(daemon);
  [company, other] = [await world.makeTenant(daemon, root, 'models'), await world.makeTenant(daemon, root, 'others')];
  for (const [name, examples] of [['Invoices', kInvoices], ['Parcels', kParcels]]) {
    await good(daemon, 'POST', '/agents', { token: company.owner, json: { name, kind: 'domain', examples } });
  }
});
after(async () => {
  await daemon.dispose();
  await models.close();
});

const as = (method, path, json, token = company.owner, headers = {}) => call(daemon, method, path, { token, json, headers });
const change = async (json, token, headers) => {
  const answer = await as('PATCH', '/settings/llm', json, token, headers);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};
const one = (more = {}) => ({
  name: 'one', kind: 'openai', base_url: `${models.origin}/v1`, api_key: 'sk-one', models: [{ name: 'm', input_price: 1, output_price: 2 }], timeout_ms: 1000, ...more,
});
const two = (more = {}) => ({ name: 'two', kind: 'anthropic', base_url: models.origin, api_key: 'sk-two', models: ['c'], timeout_ms: 1000, ...more });
const providersOf = async (token) => {
  const { checks } = await good(daemon, 'GET', '/health/detailed', { token });
  return Object.fromEntries(checks.providers.items.map((item) => [item.provider, item]));
};

async function classified(text = 'something about my bill and parcel') {
  const session = await world.openSession(daemon, company.publicKey);
  const { json: turn } = await world.say(daemon, session, text);
  const { items } = await good(daemon, 'GET', `/conversations/${turn.session_id}/runs`, { token: company.supporter });
  return items[0].nodes.find((node) => node.name === 'classify').output;
}

test('a model answers from the next message on, and what it took is counted', async () => {
  const settings = await change({ providers: [one(), two()] });
  assert.deepEqual(settings.providers.map((each) => each.api_key), ['********', '********']);
  assert.deepEqual(settings.in_effect.map((each) => each.provider), ['one', 'two']);

  assert.equal((await classified()).source, 'model');

  const first = models.seen[0];
  assert.equal(first.headers.authorization, 'Bearer sk-one');
  const { usage } = await good(daemon, 'GET', '/settings/llm', { token: company.owner });
  assert.ok(usage.tokens >= 25 && usage.cost > 0, JSON.stringify(usage));
  assert.equal((await providersOf(company.supporter)).one.state, 'closed');
  assert.equal((await providersOf(other.supporter)).one, undefined);
});

test('keys are shown to nobody and go to no other host', async () => {
  for (const path of ['/settings/llm', '/audit', '/health/detailed']) {
    assert.doesNotMatch((await as('GET', path)).text, /sk-one|sk-two|gAAAA/);
  }
  const elsewhere = one({ base_url: 'https://elsewhere.example/v1', api_key: '********' });
  assertFields(await as('PATCH', '/settings/llm', { providers: [elsewhere, two()] }), ['providers[0].api_key']);
  delete elsewhere.api_key;
  assertFields(await as('PATCH', '/settings/llm', { providers: [elsewhere, two()] }), ['providers[0].api_key']);
  const kept = await change({ providers: [one({ api_key: '********', timeout_ms: 900 }), two()] });
  assert.equal(kept.providers[0].api_key, '********');
});

test('each provider is asked for a token', async () => {
  const { items } = (await as('POST', '/settings/llm/test', {})).json;
  assert.deepEqual(items.map((each) => [each.provider, each.status]), [['one', 'ok'], ['two', 'ok']]);
  assert.equal(models.seen.at(-1).path, '/v1/messages');
  assert.equal(models.seen.at(-1).body.max_tokens, 1);
  assertFields(await as('POST', '/settings/llm/test', { provider: 'x' }), ['provider']);
});

test('a provider that is down is told of, and the local classifier goes on', async () => {
  models.mood = 'broken';
  for (let i = 0; i < 3; ++i) assert.equal((await classified()).source, 'local');
  const providers = await providersOf(company.supporter);
  assert.notEqual(providers.one.state, 'closed');
  assert.match(providers.one.last_error, /failed/);
  const { items } = (await as('POST', '/settings/llm/test', { provider: 'one' })).json;
  assert.deepEqual([items.length, items[0].status, items[0].error.code], [1, 'failed', 'upstream']);

  models.mood = 'well';
  await as('POST', '/settings/llm/test');
  assert.equal((await providersOf(company.supporter)).one.state, 'closed');
  assert.equal((await classified()).source, 'model');
});

test('a budget of zero is no call at all', async () => {
  await change({ monthly_token_budget: 0 });
  const before = models.seen.length;
  const node = await classified();
  assert.deepEqual([node.source, models.seen.length], ['local', before]);
  assert.match(node.why_local, /budget/);
  const { items } = (await as('POST', '/settings/llm/test')).json;
  assert.deepEqual(items.map((each) => each.error.code), ['budget_exhausted', 'budget_exhausted']);
  await change({ monthly_token_budget: null });
});

test('the platform serves tenants that have none, and only an admin sets it', async () => {
  assertProblem(await as('PATCH', '/settings/llm', { providers: [] }, company.supporter), 403, 'forbidden');
  await change({ providers: [one({ name: 'house', api_key: 'sk-house' })] }, root);
  assert.deepEqual((await good(daemon, 'GET', '/settings/llm', { token: root })).order, ['house']);

  const theirs = await good(daemon, 'GET', '/settings/llm', { token: other.owner });
  assert.deepEqual([theirs.providers, theirs.in_effect[0].provider], [[], 'house']);
  assert.equal(theirs.in_effect[0].source, 'platform');
  const { items } = (await as('POST', '/settings/llm/test', {}, other.owner)).json;
  assert.deepEqual(items.map((each) => [each.provider, each.status]), [['house', 'ok']]);
  assert.equal((await good(daemon, 'GET', '/settings/llm', { token: company.owner })).in_effect[0].provider, 'one');
});

test('settings are refused by field', async () => {
  assertFields(await as('PATCH', '/settings/llm', { providers: [{ name: 'a b', kind: 'magic', models: [] }], monthly_token_budget: -1 }), [
    'providers[0].name', 'providers[0].kind', 'providers[0].models', 'providers[0].base_url', 'monthly_token_budget',
  ]);
  assertFields(await as('PATCH', '/settings/llm', { providers: [one({ base_url: 'http://10.0.0.1/v1' })] }), ['providers[0].base_url']);
});
