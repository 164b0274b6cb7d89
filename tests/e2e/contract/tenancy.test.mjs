// SPDX-License-Identifier: MIT
// A script makes a tenant with its people, and the tenant answers at once, for itself alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, alpha, beta;

before(async () => {
  daemon = await new Daemon({ admin: true, demo: false }).start();
  root = await world.platformAdmin(daemon);
  alpha = await world.makeTenant(daemon, root, 'alpha');
  beta = await world.makeTenant(daemon, root, 'beta');
});
after(() => daemon.dispose());

const ask = async (tenant, text) =>
  (await world.say(daemon, await world.openSession(daemon, tenant.publicKey), text)).json;

test('without a demo tenant there is no demo', async () => {
  assertProblem(await call(daemon, 'GET', '/demo'), 404, 'not_found');
});

test('a new tenant is there by id and by slug', async () => {
  const json = { slug: 'gamma', name: 'Gamma', plan: 'pro', ticket_prefix: 'GA' };
  const made = await call(daemon, 'POST', '/tenants', { token: root, json });
  assert.equal(made.status, 201, made.text);
  for (const name of ['id', 'slug', 'name', 'plan', 'public_key', 'ticket_prefix', 'status', 'permissions']) {
    assert.ok(name in made.json, name);
  }
  assert.equal(made.json.status, 'active');
  for (const id of [made.json.id, 'gamma']) {
    assert.deepEqual(await good(daemon, 'GET', `/tenants/${id}`, { token: root }), made.json);
  }
  assertProblem(await call(daemon, 'POST', '/tenants', { token: root, json }), 409, 'conflict');
  const session = await world.openSession(daemon, made.json.public_key);
  const { json: turn } = await world.say(daemon, session, 'Where is my parcel?');
  assert.equal(turn.reply.kind, 'bridge');
  assert.match(turn.ticket.reference, /^GA-\d{8}-/);
});

test('fields that a PATCH leaves out stay', async () => {
  const before = await good(daemon, 'GET', '/tenants/beta', { token: root });
  const after = await good(daemon, 'PATCH', '/tenants/beta', { token: root, json: { name: 'Beta & Sons' } });
  assert.deepEqual(after, { ...before, name: 'Beta & Sons' });
  assertFields(await call(daemon, 'PATCH', '/tenants/beta', { token: root, json: { status: 'gone' } }), ['status']);
  assertProblem(await call(daemon, 'PATCH', '/tenants/nowhere', { token: root, json: {} }), 404, 'not_found');
});

test('an e-mail address is one person, in the whole installation', async () => {
  const json = { email: 'OWNER@alpha.example', display_name: 'x', role: 'supporter', password: kPassword };
  const again = await call(daemon, 'POST', '/users', { token: beta.owner, json });
  assertProblem(again, 409, 'conflict');
});

test('people are listed and found within their tenant, without anything secret', async () => {
  const list = await call(daemon, 'GET', '/users', { token: alpha.owner });
  assert.equal(list.json.items.length, 2);
  assert.doesNotMatch(list.text, /password|\$2[aby]\$/);
  const user = await good(daemon, 'GET', `/users/${list.json.items[0].id}`, { token: alpha.owner });
  assert.equal(user.tenant_id, alpha.id);
  assertProblem(await call(daemon, 'GET', `/users/${user.id}`, { token: beta.owner }), 404, 'not_found');
});

test('JSON, Markdown and HTML are read, answered from and cited', async () => {
  const boundary = 'xxBOUNDARYxx';
  const form = (name, type, content, fields = {}) => {
    const parts = Object.entries(fields).map(
      ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`;
    const body = `${parts.join('')}${head}Content-Type: ${type}\r\n\r\n${content}\r\n--${boundary}--\r\n`;
    const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
    return call(daemon, 'POST', '/knowledge/documents', { token: alpha.owner, headers, body });
  };
  const text = 'The Zephyr kettle boils one litre of water in ninety seconds. It has a warranty of five years.';
  await world.addDocument(daemon, alpha.owner, { title: 'Zephyr kettle', text, category: 'kitchen' });
  const markdown = await form(
    'toaster.md',
    'application/octet-stream',
    '# Quokka toaster\n\nThe Quokka toaster has **six** slots and weighs four kilograms.\n',
    { title: 'Quokka toaster', category: 'kitchen' },
  );
  const html = await form(
    'mixer.html',
    'text/html',
    '<html><head><style>p{}</style><script>alert(1)</script></head><body><h1>Numbat mixer</h1>' +
      '<p>The Numbat mixer runs at nine speeds &amp; is made in Ghent.</p></body></html>',
  );
  for (const answer of [markdown, html]) {
    assert.equal(answer.status, 202, answer.text);
    assert.equal(answer.json.status, 'queued');
    const document = await world.documentReady(daemon, alpha.owner, answer.json.id);
    assert.ok(document.chunks > 0 && document.bytes > 0);
  }
  for (const [question, words, title] of [
    ['How fast does the Zephyr kettle boil a litre of water?', /ninety seconds/, /Zephyr/],
    ['How many slots does the Quokka toaster have?', /six/, /Quokka/],
    ['How many speeds does the Numbat mixer have?', /nine speeds & is/, /mixer/i],
  ]) {
    const turn = await ask(alpha, question);
    assert.equal(turn.reply.kind, 'answer', `${question}: ${turn.reply.text}`);
    assert.match(turn.reply.text, words);
    assert.match(turn.reply.citations[0].title, title);
    assert.doesNotMatch(JSON.stringify(turn), /alert\(1\)|<script/);
    const other = await ask(beta, question);
    assert.equal(other.reply.kind, 'bridge', 'another tenant was answered from these documents');
    assert.deepEqual(other.reply.citations, []);
  }
  const found = await good(daemon, 'GET', '/knowledge/search?q=Zephyr%20kettle', { token: beta.owner });
  assert.deepEqual(found.items, []);
});

test('a suspended tenant is shut', async () => {
  const tenant = await world.makeTenant(daemon, root, 'late');
  const session = await world.openSession(daemon, tenant.publicKey);
  await good(daemon, 'PATCH', '/tenants/late', { token: root, json: { status: 'suspended' } });
  const refused = await world.say(daemon, session, 'hello');
  assert.ok([401, 403, 404].includes(refused.status), refused.text);
  const operator = await call(daemon, 'GET', '/conversations', { token: tenant.owner });
  assert.ok([401, 403].includes(operator.status), operator.text);
  assert.equal((await world.signInAnswer(daemon, 'owner@late.example')).status, 401);
  const opened = await call(daemon, 'POST', `/widget/${tenant.publicKey}/session`, { json: {} });
  assert.ok([403, 404].includes(opened.status), opened.text);
});
