// SPDX-License-Identifier: MIT
// Documents and what may be read of them by whom.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, eventually, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

const kBoundary = 'a-Boundary_01';
let daemon, admin, supporter, key;

before(async () => {
  daemon = await new Daemon().start();
  [admin, supporter] = [await world.demoAdmin(daemon), await world.demoSupporter(daemon)];
  key = await world.demoKey(daemon);
  await world.knowledgeReady(daemon, admin);
});
after(() => daemon.dispose());

const get = (path, token = supporter) => call(daemon, 'GET', path, { token });
const search = async (q, k = 10) =>
  (await good(daemon, 'GET', `/knowledge/search?q=${encodeURIComponent(q)}&k=${k}`, { token: supporter })).items;

function upload(parts, { boundary = kBoundary, end = `--${kBoundary}--\r\n` } = {}) {
  const body = parts.map(([head, content]) => `--${kBoundary}\r\n${head}\r\n\r\n${content}\r\n`).join('') + end;
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  return call(daemon, 'POST', '/knowledge/documents', { token: admin, headers, body });
}
const field = (name, value) => [`Content-Disposition: form-data; name="${name}"`, value];
const file = (name, content) => [`Content-Disposition: form-data; name="file"; filename="${name}"`, content];

test('search: k and q are checked, hits are ordered', async () => {
  for (const query of ['', 'q=', 'q=%20', `q=${'x'.repeat(1001)}`, 'k=3']) {
    assertFields(await get(`/knowledge/search?${query}`), ['q']);
  }
  for (const k of ['0', '51', '-1', 'x', '2.5', '']) assertFields(await get(`/knowledge/search?q=hub&k=${k}`), ['k']);
  const items = await search('How much is a Hub?', 5);
  assert.equal(items.length, 5);
  assert.deepEqual(Object.keys(items[0]).sort(), ['chunk_id', 'document_id', 'page', 'score', 'text', 'title']);
  const scores = items.map((each) => each.score);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  assert.equal((await search('hub', 1)).length, 1);
  assert.equal((await get(`/knowledge/search?q=${encodeURIComponent('héé ✓ 漢字 "(*')}`)).status, 200);
});

test('an internal document informs supporters and never reaches a customer', async () => {
  const secret = 'The Borealis discount for unhappy customers is forty-two percent.';
  const id = await world.addDocument(daemon, admin, {
    title: 'Borealis discount',
    text: `${secret} Grant the Borealis discount only once.`,
    visibility: 'internal',
  });
  const items = await search('Borealis discount for unhappy customers');
  assert.equal(items[0].document_id, id);
  for (const question of ['What is the Borealis discount for unhappy customers?', 'Borealis discount', secret]) {
    const { json: turn } = await world.say(daemon, await world.openSession(daemon, key), question);
    assert.doesNotMatch(turn.reply.text, /forty-two/);
    assert.ok(turn.reply.citations.every((each) => each.document_id !== id));
  }
  const chat = await world.machineToken(daemon, admin, ['chat']);
  const json = { user_id: 'm', text: 'What is the Borealis discount for unhappy customers?' };
  const turn = await good(daemon, 'POST', '/chat/message', { token: chat, json });
  assert.doesNotMatch(JSON.stringify(turn), /forty-two/);
});

test('a document that is removed is neither found nor answered from', async () => {
  const text = 'The Wombat lantern shines for eleven hours on one battery.';
  const id = await world.addDocument(daemon, admin, { title: 'Wombat lantern', text });
  const question = 'For how many hours does the Wombat lantern shine?';
  const answer = async () => (await world.say(daemon, await world.openSession(daemon, key), question)).json.reply;
  assert.match((await answer()).text, /eleven hours/);
  assert.equal((await call(daemon, 'DELETE', `/knowledge/documents/${id}`, { token: admin })).status, 204);
  assertProblem(await get(`/knowledge/documents/${id}`), 404, 'not_found');
  assertProblem(await get(`/knowledge/documents/${id}/chunks`), 404, 'not_found');
  assertProblem(await call(daemon, 'DELETE', `/knowledge/documents/${id}`, { token: admin }), 404, 'not_found');
  assert.doesNotMatch((await answer()).text, /eleven hours/);
  assert.ok((await search('Wombat lantern')).every((each) => each.document_id !== id));
});

test('the passages of a document are paged in their order', async () => {
  const section = (i) => `## Section ${i}\n\n${`Sentence of section ${i} about penguins. `.repeat(40)}\n\n`;
  const text = `# Penguins\n\n${Array.from({ length: 8 }, (_, i) => section(i)).join('')}`;
  const id = await world.addDocument(daemon, admin, { title: 'Penguins', text });
  const seen = [];
  let cursor = '';
  do {
    const page = await good(daemon, 'GET', `/knowledge/documents/${id}/chunks?limit=3${cursor && `&cursor=${cursor}`}`, {
      token: supporter,
    });
    seen.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  const document = await good(daemon, 'GET', `/knowledge/documents/${id}`, { token: supporter });
  assert.equal(seen.length, document.chunks);
  const ordinals = seen.map((each) => each.ordinal);
  assert.deepEqual(ordinals, [...ordinals].sort((a, b) => a - b));
  assert.equal(new Set(ordinals).size, ordinals.length);
  assertFields(await get(`/knowledge/documents/${id}/chunks?cursor=x`), ['cursor']);
});

test('the same bytes again are told to be so', async () => {
  const json = { title: 'Twin', text: 'Two twins walked into a garden.' };
  const first = await world.addDocument(daemon, admin, json);
  const second = await call(daemon, 'POST', '/knowledge/documents', { token: admin, json });
  assert.equal(second.status, 202);
  assert.equal(second.json.duplicate_of, first);
});

test('a form is read: title from the file, folders cut off, fields checked', async () => {
  const plain = await upload([file('notes.txt', 'Echidnas like ants.')]);
  assert.equal(plain.status, 202, plain.text);
  const document = await world.documentReady(daemon, admin, plain.json.id);
  assert.equal(document.title, 'notes.txt');
  const page = await upload([file('page.html', '<title>Echidna care</title><p>Echidnas sleep at noon.</p>')]);
  assert.equal((await world.documentReady(daemon, admin, page.json.id)).title, 'Echidna care');
  const sly = await upload([file('../../etc/passwd.txt', 'Echidnas like termites.')]);
  assert.equal((await world.documentReady(daemon, admin, sly.json.id)).source, 'passwd.txt');
  assertFields(await upload([field('title', 'x')]), ['file']);
  assertFields(await upload([field('visibility', 'secret'), file('a.txt', 'x')]), ['visibility']);
  assertFields(await upload([field('title', 'a\u0000b'), file('a.txt', 'NUL in a title')]), ['title']);
  assertFields(await upload([field('category', 'a\u0000b'), file('a.txt', 'NUL in a category')]), ['category']);
});

test('a broken form is 400, another type 415', async () => {
  assertProblem(await upload([file('a.txt', 'x')], { end: '' }), 400, (await upload([file('a.txt', 'x')], { end: '' })).json.code);
  assert.equal((await upload([file('a.txt', 'x')], { boundary: 'another' })).status, 400);
  assertProblem(await upload([file('a.txt', 'x')], { boundary: '' }), 415, 'unsupported_media_type');
  const many = await upload(Array.from({ length: 40 }, (_, i) => field(`f${i}`, 'x')));
  assert.equal(many.status, 400);
  const body = 'a,b\n1,2\n';
  const csv = await call(daemon, 'POST', '/knowledge/documents', { token: admin, body, headers: { 'Content-Type': 'text/csv' } });
  assertProblem(csv, 415, 'unsupported_media_type');
});

test('a file that cannot be read is refused, and odd text harms nobody', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`--${kBoundary}\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n`),
    Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0xfe, 0x80]),
    Buffer.from(`\r\n--${kBoundary}--\r\n`),
  ]);
  const headers = { 'Content-Type': `multipart/form-data; boundary=${kBoundary}` };
  for (const name of ['x.pdf', 'x.txt']) {
    const body = Buffer.from(bytes.toString('latin1').replace('x.pdf', name), 'latin1');
    const answer = await call(daemon, 'POST', '/knowledge/documents', { token: admin, headers, body });
    if (answer.status !== 202) {
      assertProblem(answer, answer.status, answer.json.code);
      assert.ok([415, 422].includes(answer.status), answer.text);
      continue;
    }
    const done = await eventually(async () => {
      const document = await good(daemon, 'GET', `/knowledge/documents/${answer.json.id}`, { token: admin });
      return ['ready', 'failed'].includes(document.status) && document;
    }, `${name} is read`);
    if (done.status === 'failed') assert.match(done.error, /^[^/]+$/);
    else assert.equal(name, 'x.txt', 'what is no text was read as text');
  }
});

test('every format that is promised is taken, and another one is told which are', async () => {
  const names = { 'a.csv': 'plan,price\nTeam,9\n', 'b.html': '<h1>Ants</h1><p>Ants dig.</p>', 'c.md': '# Bees\n\nBees hum.' };
  for (const [name, content] of Object.entries(names)) {
    const answer = await upload([file(name, content)]);
    assert.equal(answer.status, 202, answer.text);
    const document = await world.documentReady(daemon, admin, answer.json.id);
    assert.equal(document.pages, null);
    assert.equal(document.page, 0);
    assert.deepEqual([document.similar_to, document.warnings, document.duplicate_of], [[], [], null]);
  }
  for (const name of ['a.png', 'a.exe', 'a.zip']) {
    const problem = assertProblem(await upload([file(name, 'x')]), 415, 'unsupported_media_type');
    for (const format of ['PDF', 'DOCX', 'HTML', 'Markdown', 'text', 'CSV']) assert.match(problem.detail, new RegExp(format));
  }
});

test('title, category and visibility of a document can be changed, and answers follow', async () => {
  const text = 'The Quokka kettle boils in ninety seconds.';
  const id = await world.addDocument(daemon, admin, { title: 'Quokka kettle', text });
  const change = (json, token = admin) => call(daemon, 'PATCH', `/knowledge/documents/${id}`, { token, json });
  const renamed = await change({ title: 'Kettles', category: 'Kitchen', visibility: 'internal' });
  assert.equal(renamed.status, 200, renamed.text);
  assert.deepEqual([renamed.json.title, renamed.json.category, renamed.json.visibility], ['Kettles', 'Kitchen', 'internal']);
  assert.equal((await search('Quokka kettle'))[0].title, 'Kettles');
  const answer = await world.say(daemon, await world.openSession(daemon, key), 'How fast does the Quokka kettle boil?');
  assert.doesNotMatch(answer.json.reply.text, /ninety/);
  assert.equal((await change({ category: null })).json.category, null);
  assertFields(await change({ title: '', visibility: 'secret' }), ['title', 'visibility']);
  assertProblem(await change({ title: 'x' }, supporter), 403, 'forbidden');
  const nowhere = await call(daemon, 'PATCH', '/knowledge/documents/nowhere', { token: admin, json: { title: 'x' } });
  assertProblem(nowhere, 404, 'not_found');
});

test('nearly the same text is named with what it is like', async () => {
  const words = Array.from({ length: 400 }, (_, i) => `numbat${(i * 7919) % 997}`);
  const first = await world.addDocument(daemon, admin, { title: 'Numbats', text: words.join(' ') });
  words[7] = 'changed';
  const id = await world.addDocument(daemon, admin, { title: 'Numbats again', text: words.join(' ') });
  const document = await good(daemon, 'GET', `/knowledge/documents/${id}`, { token: supporter });
  assert.equal(document.similar_to.length, 1);
  assert.equal(document.similar_to[0].id, first);
  assert.equal(document.similar_to[0].title, 'Numbats');
  assert.ok(document.similar_to[0].similarity >= 0.8);
  assert.match(document.warnings[0], /Numbats/);
});

/** Only the head of an upload that says how long it will be. @return the answer */
function announce(token, bytes) {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': `multipart/form-data; boundary=${kBoundary}`,
      'Content-Length': bytes,
      Expect: '100-continue',
      Authorization: `Bearer ${token}`,
    };
    const target = { host: '127.0.0.1', port: daemon.port, method: 'POST', path: '/knowledge/documents', headers, agent: false };
    const request = http.request(target, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, text, json: JSON.parse(text) });
        request.destroy();
      });
    });
    request.on('continue', () => {
      resolve({ status: 100 });
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}

test('a hundred megabytes may come, more may not, and who may not is told before the body', async () => {
  const limit = 100 * 1024 * 1024;
  assert.equal((await announce(admin, limit)).status, 100);
  assertProblem(await announce(admin, limit + 1024 * 1024), 413, 'payload_too_large');
  assertProblem(await announce(supporter, limit), 403, 'forbidden');
  assertProblem(await announce('nonsense', limit), 401, 'unauthorized');
});

test('text in JSON has a limit of its own', async () => {
  const json = { title: 'Much', text: 'x'.repeat(17 * 1024 * 1024) };
  const answer = await call(daemon, 'POST', '/knowledge/documents', { token: admin, json }).catch((error) => error);
  // The daemon may have closed the connection while the rest was being sent.
  if (!(answer instanceof Error)) assertProblem(answer, 413, 'payload_too_large');
});

test('an empty document says so', async () => {
  const answer = await upload([file('empty.txt', '')]);
  assert.ok([202, 422].includes(answer.status), answer.text);
});

test('a document is as public as it says, and its state is told', async () => {
  const { items } = await good(daemon, 'GET', '/knowledge/documents?limit=200', { token: supporter });
  for (const each of items) {
    assert.ok(['queued', 'processing', 'ready', 'failed', 'cancelled'].includes(each.status));
    assert.ok(['public', 'internal'].includes(each.visibility));
    assert.ok(each.progress >= 0 && each.progress <= 1);
  }
  const done = items.find((each) => each.status === 'ready');
  const cancelled = await call(daemon, 'POST', `/knowledge/documents/${done.id}/cancel`, { token: admin });
  assert.ok([200, 409].includes(cancelled.status), cancelled.text);
  assert.equal((await good(daemon, 'GET', `/knowledge/documents/${done.id}`, { token: admin })).status, 'ready');
});

test('a document of some megabytes is read', async () => {
  const line = (i) => `Line ${i} tells of the garden number ${i} and of nothing else at all.\n\n`;
  let text = '';
  for (let i = 0; text.length < 3_000_000; ++i) text += line(i);
  const answer = await upload([file('gardens.txt', text)]);
  assert.equal(answer.status, 202, answer.text);
  const document = await world.documentReady(daemon, admin, answer.json.id);
  assert.equal(document.bytes, Buffer.byteLength(text));
});
