// SPDX-License-Identifier: MIT
// Which web pages may call which desk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

const kShop = 'https://shop.example';
const kConsole = 'https://console.example';
const kStranger = 'https://stranger.example';
let daemon, root, supporter, shop, closed, session;

before(async () => {
  daemon = await new Daemon({ admin: true, settings: ['--security.cors_origins', kConsole] }).start();
  root = await world.platformAdmin(daemon);
  supporter = await world.demoSupporter(daemon);
  shop = await world.makeTenant(daemon, root, 'shop');
  closed = await world.makeTenant(daemon, root, 'closed');
  await allow('shop', [kShop]);
  session = await world.openSession(daemon, shop.publicKey);
});
after(() => daemon.dispose());

const allow = (slug, allowed_origins) =>
  good(daemon, 'PATCH', `/tenants/${slug}`, { token: root, json: { allowed_origins } });
const from = (Origin) => ({ headers: { Origin } });
const preflight = (path, Origin, method = 'POST') =>
  call(daemon, 'OPTIONS', path, { headers: { Origin, 'Access-Control-Request-Method': method } });

test('a preflight is granted to an origin that some tenant allows', async () => {
  const answer = await preflight('/chat/message', kShop);
  assert.equal(answer.status, 204);
  const { headers } = answer;
  assert.equal(headers['access-control-allow-origin'], kShop);
  assert.match(headers['access-control-allow-methods'], /POST/);
  const allowed = headers['access-control-allow-headers'].toLowerCase().split(/, */).sort();
  const names = ['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'traceparent', 'x-request-id'];
  assert.deepEqual(allowed, names);
  assert.equal(headers['access-control-allow-credentials'], undefined);
  assert.match(headers.vary, /Origin/);
});

test('a preflight of a stranger is refused', async () => {
  const answer = await preflight('/chat/message', kStranger);
  assertProblem(answer, 403, 'origin_refused');
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
});

test("the daemon's own origin and the console's pass", async () => {
  assert.equal((await preflight('/chat/message', daemon.origin)).status, 204);
  assert.equal((await preflight('/conversations', kConsole, 'GET')).status, 204);
  const answer = await call(daemon, 'GET', '/conversations', { token: supporter, ...from(kConsole) });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['access-control-allow-origin'], kConsole);
});

test("a request is checked against its token's tenant", async () => {
  const path = `/session/${session.session_id}`;
  const granted = await call(daemon, 'GET', path, { token: session.token, ...from(kShop) });
  assert.equal(granted.status, 200);
  assert.equal(granted.headers['access-control-allow-origin'], kShop);
  assert.equal(granted.headers['access-control-allow-credentials'], undefined);
  assert.match(granted.headers['access-control-expose-headers'], /X-Request-Id/);
  assertProblem(await call(daemon, 'GET', path, { token: session.token, ...from(kStranger) }), 403, 'origin_refused');
  assertProblem(await call(daemon, 'GET', path, { token: session.token, ...from('null') }), 403, 'origin_refused');
  const others = await world.openSession(daemon, closed.publicKey);
  const refused = await call(daemon, 'POST', '/chat/message', { token: others.token, json: { text: 'x' }, ...from(kShop) });
  assertProblem(refused, 403, 'origin_refused');
  const { messages } = await good(daemon, 'GET', `/session/${others.session_id}`, { token: others.token });
  assert.deepEqual(messages, []);
});

test("a widget's request is checked against the tenant of its path", async () => {
  const config = (key, origin) => call(daemon, 'GET', `/widget/${key}/config`, from(origin));
  assert.equal((await config(shop.publicKey, kShop)).status, 200);
  assertProblem(await config(shop.publicKey, kStranger), 403, 'origin_refused');
  assertProblem(await config(closed.publicKey, kShop), 403, 'origin_refused');
  const opened = await call(daemon, 'POST', `/widget/${closed.publicKey}/session`, { json: {}, ...from(kShop) });
  assertProblem(opened, 403, 'origin_refused');
});

test('operator routes are for the console alone', async () => {
  const answer = await call(daemon, 'GET', '/conversations', { token: supporter, ...from(kShop) });
  assertProblem(answer, 403, 'origin_refused');
});

test('an answer to an error is readable to the page that may ask', async () => {
  const answer = await call(daemon, 'POST', '/chat/message', { token: session.token, json: {}, ...from(kShop) });
  assertFields(answer, ['text']);
  assert.equal(answer.headers['access-control-allow-origin'], kShop);
});

test('a change of the allowed origins holds from the next request on', async () => {
  await allow('shop', ['*']);
  const path = `/widget/${shop.publicKey}/config`;
  assert.equal((await call(daemon, 'GET', path, from(kStranger))).status, 200);
  assert.equal((await preflight('/chat/message', kStranger)).status, 204);
  await allow('shop', []);
  assertProblem(await call(daemon, 'GET', path, from(kStranger)), 403, 'origin_refused');
  assertProblem(await call(daemon, 'GET', path, from(kShop)), 403, 'origin_refused');
  assert.equal((await call(daemon, 'GET', path, from(daemon.origin))).status, 200);
  await allow('shop', [kShop]);
});

test('what is no origin is refused by name', async () => {
  for (const wrong of ['shop.example', 'https://shop.example/path', 'https://*.example', 'javascript:alert(1)', '']) {
    const answer = await call(daemon, 'PATCH', '/tenants/shop', { token: root, json: { allowed_origins: [wrong] } });
    assertFields(answer, ['allowed_origins']);
  }
});

test('OPTIONS without an origin names the methods', async () => {
  const answer = await call(daemon, 'OPTIONS', '/tenants/shop');
  assert.equal(answer.status, 204);
  assert.match(answer.headers.allow, /GET.*PATCH/);
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
});
