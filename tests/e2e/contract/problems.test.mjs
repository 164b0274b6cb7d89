// SPDX-License-Identifier: MIT
// Whatever is sent that is not right: the problem document of the contract, and nothing stored.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, eventually, good, raw } from './client.mjs';
import { Daemon } from './daemon.mjs';
import { demoAdmin, demoKey, demoSupporter, openSession, platformAdmin } from './world.mjs';

const kLongest = 8000;
let daemon, admin, supporter, root, key, session;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  [admin, supporter, root] = [await demoAdmin(daemon), await demoSupporter(daemon), await platformAdmin(daemon)];
  key = await demoKey(daemon);
  session = await openSession(daemon, key);
});
after(() => daemon.dispose());

const post = (path, options) => call(daemon, 'POST', path, options);
const rawJson = (body, type = 'application/json') => ({ body, headers: { 'Content-Type': type } });
const messages = async () =>
  (await good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token })).messages.length;

test('what is not JSON or not UTF-8 is 400 and stores nothing', async () => {
  const before = await messages();
  const bodies = {
    'no JSON': '{"text": "hel',
    'nothing': '',
    'a comment': '{/* */"text":"x"}',
    'trailing garbage': '{"text":"x"} x',
    'a lone surrogate': '{"text":"\\ud800"}',
    'invalid UTF-8': Buffer.from([0x7b, 0x22, 0x74, 0x65, 0x78, 0x74, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    'an overlong NUL': Buffer.from('{"text":"\xc0\x80"}', 'latin1'),
    'a raw control character': '{"text":"a\u0001b"}',
    'deep nesting': '{"metadata":'.padEnd(50_000, '['),
  };
  for (const [name, body] of Object.entries(bodies)) {
    const answer = await post('/chat/message', { token: session.token, ...rawJson(body) });
    assert.equal(answer.status, 400, `${name}: ${answer.text}`);
    assertProblem(answer, 400, answer.json.code);
  }
  assert.equal(await messages(), before);
});

test('every wrong field is named, all at once', async () => {
  const kept = await messages();
  const cases = [
    ['/chat/message', {}, ['text']],
    ['/chat/message', { text: 7 }, ['text']],
    ['/chat/message', { text: null }, ['text']],
    ['/chat/message', { text: '' }, ['text']],
    ['/chat/message', { text: ' \n\t ' }, ['text']],
    ['/chat/message', { text: 'a\u0000b' }, ['text']],
    ['/chat/message', { text: 'x'.repeat(kLongest + 1) }, ['text']],
    ['/chat/message', { text: 'x', session_id: 'no uuid' }, ['session_id']],
    ['/chat/message', { text: 'x', channel: 'pigeon' }, ['channel']],
    ['/chat/stream', { text: [] }, ['text']],
    ['/chat/email', { email: 'nobody' }, ['email']],
    ['/chat/email', {}, ['email']],
    ['/chat/escalate', { reason: 'x'.repeat(501) }, ['reason']],
    ['/chat/typing', { typing: 'yes' }, ['typing']],
    ['/chat/feedback', { rating: 6 }, ['message_id', 'rating']],
    ['/chat/feedback', { message_id: session.session_id, rating: 2.5 }, ['rating']],
    ['/chat/feedback', { message_id: session.session_id, rating: '5' }, ['rating']],
    ['/chat/feedback', { message_id: session.session_id, rating: 18446744073709551615n }, ['rating']],
  ];
  for (const [path, json, fields] of cases) {
    const body = JSON.stringify(json, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
    const answer = await post(path, { token: session.token, ...rawJson(body) });
    await assert.doesNotReject(async () => assertFields(answer, fields), `${path} ${body.slice(0, 100)}`);
  }
  assert.equal(await messages(), kept);
});

test('operators hear of every wrong field too', async () => {
  const tenant = { 'X-Tenant': 'demo' };
  const cases = [
    [root, '/tenants', {}, ['name', 'slug']],
    [root, '/tenants', { slug: 'Not A Slug', name: 'x' }, ['slug']],
    [admin, '/users', {}, ['display_name', 'email', 'role']],
    [admin, '/users', { email: 'a@b.example', display_name: 'x', role: 'emperor' }, ['role']],
    [admin, '/users', { email: 'a@b.example', display_name: 'x', role: 'supporter', password: 'short' }, ['password']],
    [admin, '/api-clients', { name: 'x', scopes: ['everything'] }, ['scopes']],
    [admin, '/api-clients', { name: 'x', scopes: 'chat' }, ['scopes']],
    [admin, '/knowledge/documents', { title: '' }, ['text', 'title']],
    [admin, '/knowledge/documents', { title: 'x', text: 'y', visibility: 'secret' }, ['visibility']],
    [admin, '/knowledge/documents', { title: 'x\u0000', text: 'y' }, ['title']],
  ];
  for (const [token, path, json, fields] of cases) {
    assertFields(await post(path, { token, json, headers: token === root ? {} : tenant }), fields);
  }
});

test('a body that is JSON but no object is 422', async () => {
  for (const body of ['[]', '"text"', 'null', '7']) {
    assertProblem(await post('/chat/message', { token: session.token, ...rawJson(body) }), 422, 'validation_failed');
  }
});

test('8,000 four-byte code points are a message', async () => {
  const text = '\u{1F331}'.repeat(kLongest);
  const answer = await post('/chat/message', { token: session.token, json: { text } });
  assert.ok([200, 202].includes(answer.status), answer.text.slice(0, 300));
  const { messages: all } = await good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token });
  assert.ok(all.some((each) => each.text === text));
  assertFields(await post('/chat/message', { token: session.token, json: { text: text + '\u{1F331}' } }), ['text']);
});

/** Sends a header that promises 100 MB and then writes until the other side has had enough. */
function sendHuge(path, token) {
  const bytes = 100 * 1024 * 1024;
  const chunk = Buffer.alloc(64 * 1024, 'x');
  return new Promise((resolve, reject) => {
    let sent = 0;
    let text = '';
    const socket = net.connect(daemon.port, '127.0.0.1');
    const write = () => {
      while (sent < bytes && !socket.destroyed) {
        sent += chunk.length;
        if (!socket.write(chunk)) return;
      }
    };
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${bytes}\r\n\r\n`,
    );
    socket.on('drain', write).on('data', (part) => (text += part));
    socket.on('error', () => {}).on('close', () => (text ? resolve({ sent, text }) : reject(new Error('no answer'))));
    write();
  });
}

test('a 100 MB body is refused without being read', async () => {
  for (const [path, token] of [
    ['/chat/message', session.token],
    ['/users', admin],
    ['/oauth/token', ''],
  ]) {
    const { sent, text } = await sendHuge(path, token);
    assert.match(text, /^HTTP\/1\.1 413 /);
    assert.match(text, /"code":"payload_too_large"/);
    assert.ok(sent < 50 * 1024 * 1024, `${path}: it took ${sent} bytes`);
  }
});

test('bodies are limited by route: 64 KiB, 128 KiB for messages', async () => {
  const sized = (bytes) => rawJson(`{"text":"${'x'.repeat(bytes - 11)}"}`);
  const token = session.token;
  assertProblem(await post('/chat/message', { token, ...sized(128 * 1024 + 1) }), 413, 'payload_too_large');
  assertProblem(await post('/chat/message', { token, ...sized(128 * 1024) }), 422, 'validation_failed');
  assertProblem(await post('/chat/email', { token, ...sized(64 * 1024 + 1) }), 413, 'payload_too_large');
  assertProblem(await post('/chat/email', { token, ...sized(64 * 1024) }), 422, 'validation_failed');
  const chunked =
    `POST /chat/email HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
    `Transfer-Encoding: chunked\r\n\r\n11000\r\n${'x'.repeat(0x11000)}\r\n0\r\n\r\n`;
  assert.match(await raw(daemon, chunked), /^HTTP\/1\.1 413 /);
});

test('another content type is 415', async () => {
  const body = '{"text":"x"}';
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data']) {
    const answer = await post('/chat/message', { token: session.token, ...rawJson(body, type) });
    assertProblem(answer, 415, 'unsupported_media_type');
  }
  const none = await post('/chat/message', { token: session.token, body });
  assertProblem(none, 415, 'unsupported_media_type');
  const utf8 = await post('/chat/typing', { token: session.token, ...rawJson('{}', 'application/json; charset=utf-8') });
  assert.equal(utf8.status, 202);
});

test('what is not there is 404, with and without a token', async () => {
  for (const token of [undefined, session.token, supporter]) {
    for (const path of ['/nothing/here', '/chat', '/CHAT/message', '/session', '/knowledge/documents/a/b/c']) {
      assertProblem(await call(daemon, 'GET', path, { token }), 404, 'not_found');
    }
  }
});

test('another method is 405 with what is allowed', async () => {
  const allowed = async (method, path) => {
    const answer = await call(daemon, method, path, { token: supporter });
    assertProblem(answer, 405, 'method_not_allowed');
    return answer.headers.allow.split(', ').sort();
  };
  assert.deepEqual(await allowed('GET', '/chat/message'), ['OPTIONS', 'POST']);
  assert.deepEqual(await allowed('DELETE', '/health'), ['GET', 'HEAD', 'OPTIONS']);
  assert.deepEqual(await allowed('PUT', '/tenants/x'), ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH']);
});

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/health', '/openapi.json', '/widget.js', `/widget/${key}/config`]) {
    const got = await call(daemon, 'GET', path);
    const head = await call(daemon, 'HEAD', path);
    assert.equal(head.status, 200, path);
    assert.equal(head.text, '');
    assert.equal(head.headers['content-type'], got.headers['content-type']);
    assert.equal(head.headers['content-length'], got.headers['content-length'], path);
  }
  assert.equal((await call(daemon, 'HEAD', '/nothing')).status, 404);
});

test('a header that is too large is 431', async () => {
  const answer = await raw(daemon, `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 431 /);
  assert.match(answer, /"code":"header_too_large"/);
});

test('broken framing gets 400 and the connection is closed', async () => {
  const broken = [
    'POST /chat/message HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /chat/message HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    'POST /chat/message HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 5\r\n\r\nhello',
    'GET /health HTTP/1.1\r\n\r\n',
    'GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
    'get /health HTTP/1.1\r\nHost: x\r\n\r\n',
  ];
  for (const bytes of broken) {
    assert.match(await raw(daemon, bytes), /^HTTP\/1\.1 400 /, JSON.stringify(bytes));
  }
});

test('odd ids, cursors and queries are refused or not found, never an inner error', async () => {
  const odd = ['x', '%00', '%ff', "'%20OR%201=1--", '%e2%80%ae', 'a'.repeat(3000), '..', '%2e%2e', '-1', '0'];
  const paths = [
    (id) => [supporter, `/session/${id}`],
    (id) => [supporter, `/ticket/${id}`],
    (id) => [supporter, `/runs/${id}`],
    (id) => [supporter, `/conversations/${id}/runs`],
    (id) => [supporter, `/knowledge/documents/${id}`],
    (id) => [supporter, `/knowledge/documents/${id}/chunks`],
    (id) => [admin, `/users/${id}`],
    (id) => [root, `/tenants/${id}`],
    (id) => [undefined, `/widget/${id}/config`],
    (id) => [supporter, `/conversations?cursor=${id}`],
    (id) => [supporter, `/conversations?assignee=${id}`],
    (id) => [supporter, `/tickets?cursor=${id}`],
    (id) => [supporter, `/tickets?category=${id}`],
    (id) => [supporter, `/knowledge/documents?cursor=${id}`],
    (id) => [admin, `/users?cursor=${id}`],
    (id) => [admin, `/api-clients?cursor=${id}`],
    (id) => [root, `/tenants?cursor=${id}`],
    (id) => [supporter, `/knowledge/search?q=${id}`],
    (id) => [session.token, `/chat/events?after=${id}x`],
  ];
  for (const path of paths) {
    for (const id of odd) {
      const [token, target] = path(id);
      const answer = await call(daemon, 'GET', target, { token });
      assert.ok(answer.status < 500, `${target.slice(0, 80)}: ${answer.status} ${answer.text}`);
      if (answer.status >= 400) assertProblem(answer, answer.status, answer.json.code);
    }
  }
});

test('limits of lists are checked', async () => {
  for (const limit of ['0', '201', '-1', 'x', '1.5', '']) {
    assertFields(await call(daemon, 'GET', `/conversations?limit=${limit}`, { token: supporter }), ['limit']);
  }
  assertFields(await call(daemon, 'GET', '/conversations?status=lost', { token: supporter }), ['status']);
  assertFields(await call(daemon, 'GET', '/tickets?priority=none', { token: supporter }), ['priority']);
});

test('no page of a list repeats or leaves out anything', async () => {
  for (let i = 0; i < 7; ++i) await openSession(daemon, key);
  const seen = [];
  let cursor = '';
  do {
    const query = `limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = await good(daemon, 'GET', `/conversations?${query}`, { token: supporter });
    assert.ok(page.items.length <= 3);
    seen.push(...page.items.map((each) => each.id));
    cursor = page.next_cursor;
  } while (cursor);
  assert.ok(seen.length >= 8, String(seen.length));
  assert.equal(new Set(seen).size, seen.length);
});

test('the daemon is well after all of that', async () => {
  await eventually(async () => (await call(daemon, 'GET', '/health')).json.status === 'ok', 'health');
});
