// SPDX-License-Identifier: MIT
// Who may do what: tokens that are not ours, tokens of others, roles, scopes and tenants.
import assert from 'node:assert/strict';
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
let daemon, root, admin, supporter, key, mine, other;

before(async () => {
  daemon = new Daemon({ admin: true });
  const file = join(daemon.folder, 'signing.pem');
  writeFileSync(file, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  daemon.serveSettings.push('--security.jwt_key_file', file);
  await daemon.start();
  root = await world.platformAdmin(daemon);
  [admin, supporter] = [await world.demoAdmin(daemon), await world.demoSupporter(daemon)];
  key = await world.demoKey(daemon);
  mine = await world.openSession(daemon, key);
  other = await world.makeTenant(daemon, root, 'other');
});
after(() => daemon.dispose());

const encode = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
const decode = (part) => JSON.parse(Buffer.from(part, 'base64url'));
const get = (path, token, headers) => call(daemon, 'GET', path, { token, headers });

/** A token signed with the daemon's own key, from one it issued. */
function forged(token, change) {
  const [header, claims] = token.split('.').slice(0, 2).map(decode);
  const text = `${encode({ ...header, ...change.header })}.${encode({ ...claims, ...change.claims })}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), keys.privateKey).toString('base64url')}`;
}

test('a token signed as the daemon signs is accepted, so the refusals below mean something', async () => {
  assert.equal((await get('/me', forged(supporter, {}))).status, 200);
});

test('whatever is not a token of ours is 401', async () => {
  const [header, claims, signature] = supporter.split('.');
  const publicPem = createPublicKey(keys.privateKey).export({ type: 'spki', format: 'pem' });
  const hmacText = `${encode({ ...decode(header), alg: 'HS256' })}.${claims}`;
  const hmac = createHmac('sha256', publicPem).update(hmacText).digest('base64url');
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const hour = 3600;
  const now = Math.floor(Date.now() / 1000);
  const tokens = {
    none: undefined,
    garbage: 'garbage',
    'three dots': 'a.b.c',
    'no signature': `${header}.${claims}.`,
    'alg none': `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    'alg none with the kid': `${encode({ ...decode(header), alg: 'none' })}.${claims}.${signature}`,
    'HS256 with the public key': `${hmacText}.${hmac}`,
    'another role under the old signature': `${header}.${encode({ ...decode(claims), role: 'admin' })}.${signature}`,
    'another key': (() => {
      const text = `${header}.${claims}`;
      return `${text}.${sign('RSA-SHA256', Buffer.from(text), stranger).toString('base64url')}`;
    })(),
    'an unknown kid': forged(supporter, { header: { kid: 'unknown' } }),
    expired: forged(supporter, { claims: { iat: now - 2 * hour, exp: now - hour } }),
    'from the future': forged(supporter, { claims: { iat: now + hour, exp: now + 2 * hour } }),
    'another issuer': forged(supporter, { claims: { iss: 'somebody' } }),
    'another audience': forged(supporter, { claims: { aud: 'somebody' } }),
    'an unknown role': forged(supporter, { claims: { role: 'emperor' } }),
    'an exp that is text': forged(supporter, { claims: { exp: 'never' } }),
    'without exp': forged(supporter, { claims: { exp: undefined } }),
    'very long': 'x'.repeat(9000),
  };
  for (const [name, token] of Object.entries(tokens)) {
    const answer = await get('/me', token);
    assert.equal(answer.status, 401, `${name}: ${answer.text}`);
    assertProblem(answer, 401, 'unauthorized');
  }
});

test('no token is read from a URL', async () => {
  for (const name of ['token', 'access_token', 'bearer']) {
    assertProblem(await get(`/me?${name}=${supporter}`), 401, 'unauthorized');
  }
});

test("another customer's conversation, ticket and trace are not there", async () => {
  const theirs = await world.openSession(daemon, key);
  const { ticket } = await good(daemon, 'POST', '/chat/escalate', { token: theirs.token, json: {} });
  const token = mine.token;
  const paths = [`/session/${theirs.session_id}`, `/ticket/${ticket.id}`, `/ticket/${ticket.reference}`];
  paths.push(`/chat/events?session_id=${theirs.session_id}`);
  for (const path of paths) assertProblem(await get(path, token), 404, 'not_found');
  const unknown = await get('/ticket/TF-20200101-ZZZZ', token);
  const hidden = await get(`/ticket/${ticket.reference}`, token);
  assert.equal(hidden.json.detail, unknown.json.detail, 'a ticket of somebody else is told from none');
  for (const [path, more] of [
    ['/chat/message', { text: 'hello' }],
    ['/chat/stream', { text: 'hello' }],
    ['/chat/escalate', {}],
    ['/chat/email', { email: 'a@b.example' }],
    ['/chat/typing', { typing: true }],
    ['/chat/feedback', { message_id: theirs.session_id, rating: 5 }],
  ]) {
    const json = { session_id: theirs.session_id, ...more };
    assertProblem(await call(daemon, 'POST', path, { token, json }), 404, 'not_found');
  }
  const { messages } = await good(daemon, 'GET', `/session/${theirs.session_id}`, { token: theirs.token });
  assert.ok(!messages.some((each) => each.text === 'hello'));
});

test('a customer reads the short form of the own ticket and no operator route', async () => {
  const session = await world.openSession(daemon, key);
  const { ticket } = await good(daemon, 'POST', '/chat/escalate', { token: session.token, json: {} });
  // Its place in the queue while it waits, and how long that may take once that is known; nothing of the desk's.
  const names = ['created_ts', 'id', 'position', 'reference', 'resolved_ts', 'status', 'subject'];
  const kMay = ['asks_email', 'expected_wait_s'];
  const told = (json) => Object.keys(json).filter((name) => !kMay.includes(name)).sort();
  assert.deepEqual(told(ticket), names);
  const seen = await good(daemon, 'GET', `/ticket/${ticket.reference}`, { token: session.token });
  assert.deepEqual(told(seen), names);
  const runs = `/conversations/${session.session_id}/runs`;
  for (const path of ['/conversations', '/tickets', '/users', '/knowledge/search?q=x', '/health/detailed', runs]) {
    assertProblem(await get(path, session.token), 403, 'forbidden');
  }
});

test('a supporter may not configure', async () => {
  for (const path of ['/users', '/api-clients', '/tenants']) assertProblem(await get(path, supporter), 403, 'forbidden');
  for (const [path, json] of [
    ['/users', { email: 'x@y.example', display_name: 'x', role: 'supporter' }],
    ['/api-clients', { name: 'x', scopes: ['chat'] }],
    ['/knowledge/documents', { title: 'x', text: 'y' }],
    ['/tenants', { slug: 'x', name: 'x' }],
  ]) {
    assertProblem(await call(daemon, 'POST', path, { token: supporter, json }), 403, 'forbidden');
  }
});

test('a tenant_user may not raise anybody above itself or leave the tenant', async () => {
  assertProblem(await get('/tenants', admin), 403, 'forbidden');
  const json = { email: 'boss@demo.example', display_name: 'Boss', role: 'admin' };
  const made = await call(daemon, 'POST', '/users', { token: admin, json });
  assert.ok([403, 422].includes(made.status), made.text);
  assertProblem(await get(`/users/${decode(other.owner.split('.')[1]).sub}`, admin), 404, 'not_found');
});

test('scopes of a machine client', async () => {
  const [chat, read, manage] = await Promise.all(
    ['chat', 'read', 'manage'].map((scope) => world.machineToken(daemon, admin, [scope])),
  );
  const json = { user_id: 'u-1', text: 'hello' };
  assert.equal((await call(daemon, 'POST', '/chat/message', { token: chat, json })).status, 200);
  assertProblem(await call(daemon, 'POST', '/chat/message', { token: read, json }), 403, 'forbidden');
  for (const path of ['/conversations', '/tickets', '/knowledge/documents', '/knowledge/search?q=hub']) {
    assert.equal((await get(path, read)).status, 200, path);
    assertProblem(await get(path, chat), 403, 'forbidden');
  }
  assertProblem(await get('/users', read), 403, 'forbidden');
  assert.equal((await get('/users', manage)).status, 200);
  const typing = { json: { session_id: mine.session_id, typing: true }, token: read };
  assertProblem(await call(daemon, 'POST', '/chat/typing', typing), 403, 'forbidden');
});

test('the tenant comes from the token; an admin names it', async () => {
  assertProblem(await get('/conversations', root), 422, 'tenant_required');
  assert.equal((await get('/conversations', root, { 'X-Tenant': 'demo' })).status, 200);
  assert.equal((await get('/conversations', root, { 'X-Tenant': other.id })).json.items.length, 0);
  assertProblem(await get('/conversations', root, { 'X-Tenant': 'nowhere' }), 404, 'not_found');
  assertProblem(await get('/conversations', supporter, { 'X-Tenant': 'other' }), 403, 'forbidden');
  assertProblem(await get('/conversations', supporter, { 'X-Tenant': 'nowhere' }), 403, 'forbidden');
  assertProblem(await get(`/session/${mine.session_id}`, mine.token, { 'X-Tenant': 'other' }), 403, 'forbidden');
  assert.equal((await get('/conversations', supporter, { 'X-Tenant': 'demo' })).status, 200);
});

test('another tenant sees none of it', async () => {
  const { ticket } = await good(daemon, 'POST', '/chat/escalate', { token: mine.token, json: {} });
  const { items: runs } = await good(daemon, 'GET', '/knowledge/documents', { token: admin });
  const paths = [`/session/${mine.session_id}`, `/ticket/${ticket.id}`, `/ticket/${ticket.reference}`];
  paths.push(`/conversations/${mine.session_id}/runs`, `/chat/events?session_id=${mine.session_id}`);
  paths.push(`/knowledge/documents/${runs[0].id}`, `/knowledge/documents/${runs[0].id}/chunks`);
  for (const path of paths) assertProblem(await get(path, other.owner), 404, 'not_found');
  const json = { answer: 'mine now' };
  const resolved = await call(daemon, 'POST', `/admin/tickets/${ticket.id}/resolve`, { token: other.owner, json });
  assertProblem(resolved, 404, 'not_found');
  assert.deepEqual((await get('/conversations', other.supporter)).json.items, []);
  assert.deepEqual((await get('/tickets', other.supporter)).json.items, []);
  assert.deepEqual((await get('/knowledge/documents', other.supporter)).json.items, []);
});

test('GET /me says who it is', async () => {
  for (const [token, role, tenant] of [
    [root, 'admin', null],
    [admin, 'tenant_user', 'demo'],
    [supporter, 'supporter', 'demo'],
    [mine.token, 'chat_user', 'demo'],
  ]) {
    const me = await good(daemon, 'GET', '/me', { token });
    assert.equal(me.role, role);
    assert.equal(me.tenant?.slug ?? null, tenant);
    assert.match(me.protocol, /^\d+\.\d+$/);
    assert.ok(Array.isArray(me.permissions) && Array.isArray(me.features));
  }
});

test('the public keys verify what was issued', async () => {
  const { keys: published } = await good(daemon, 'GET', '/.well-known/jwks.json');
  const { kid } = decode(supporter.split('.')[0]);
  const found = published.find((each) => each.kid === kid);
  assert.ok(found);
  for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi']) assert.ok(!(name in found), 'a private part is public');
  assert.equal(found.n, createPublicKey(keys.privateKey).export({ format: 'jwk' }).n);
});

test('a supporter types only in a conversation that is there', async () => {
  const before = (await get('/conversations', supporter)).json.items.length;
  const answer = await call(daemon, 'POST', '/chat/typing', { token: supporter, json: { user_id: 'x', typing: true } });
  assertFields(answer, ['session_id']);
  assert.equal((await get('/conversations', supporter)).json.items.length, before);
});
