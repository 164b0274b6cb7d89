// SPDX-License-Identifier: MIT
// A question answered before is answered at once; what differs in what matters is not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, alpha, beta;

before(async () => {
  daemon = await new Daemon({ admin: true, demo: false }).start();
  root = await world.platformAdmin(daemon);
  alpha = await world.makeTenant(daemon, root, 'alpha');
  beta = await world.makeTenant(daemon, root, 'beta');
});
after(() => daemon.dispose());

const begin = (tenant = alpha) => world.openSession(daemon, tenant.publicKey);
const ask = async (text, tenant = alpha) => (await world.say(daemon, await begin(tenant), text)).json;
const entries = (query = '', token = alpha.owner) => good(daemon, 'GET', `/cache/entries${query}`, { token });
/** The run of a customer's turn: a customer reads no trace id. */
const lastTrace = async (session) => {
  const { items } = await good(daemon, 'GET', `/conversations/${session.session_id}/runs`, { token: alpha.supporter });
  return items.at(-1).nodes.find((each) => each.name === 'cache')?.output;
};

async function teach(question, answer, json = {}) {
  const session = await begin();
  const { json: turn } = await world.say(daemon, session, question);
  assert.equal(turn.reply.kind, 'bridge', JSON.stringify(turn.reply));
  const done = await call(daemon, 'POST', `/admin/tickets/${turn.ticket.id}/resolve`, {
    token: alpha.supporter,
    json: { answer, ...json },
  });
  assert.equal(done.status, 200, done.text);
  const { cache, reason } = done.json.learned;
  return reason === undefined ? { cache } : { cache, reason };
}

test('what a person answered is answered at once for the next one who asks the same', async () => {
  const learned = await teach('Can I charge the mower with solar panels?', 'Yes, with the green cable.');
  assert.deepEqual(learned, { cache: true });

  for (const text of [
    'can i charge the mower with solar panels',
    'Hello, is it possible to charge a mower with solar panels?',
  ]) {
    const session = await begin();
    const { json: turn } = await world.say(daemon, session, text);
    assert.equal(turn.reply.kind, 'answer', text);
    assert.equal(turn.reply.text, 'Yes, with the green cable.');
    assert.equal(turn.reply.cache_hit, true);
    const output = await lastTrace(session);
    assert.equal(output.hit, true);
    assert.equal(output.author, 'human');
    assert.match(output.match, /exact|similar/);
  }

  const session = await begin();
  const { json: turn } = await world.say(daemon, session, 'Can I charge the mower without solar panels?');
  assert.notEqual(turn.reply.text, 'Yes, with the green cable.');
  const output = await lastTrace(session);
  assert.equal(output.hit, false);
  assert.equal(output.refused_by, 'negation');
  assert.equal(output.nearest, 'Can I charge the mower with solar panels?');

  const [entry] = (await entries('?q=solar')).items;
  assert.equal(entry.question, 'Can I charge the mower with solar panels?');
  assert.equal(entry.author.kind, 'human');
  assert.equal(entry.author.name, 'supporter of alpha');
  assert.equal(entry.hits, 2);
  assert.equal((await entries()).totals.hits, 2);
});

test('a correction takes the place of the earlier one', async () => {
  await teach('Does the mower climb stairs?', 'Yes.');
  const session = await begin();
  const { json: turn } = await world.say(daemon, session, 'Does the mower climb stairs?');
  assert.equal(turn.reply.text, 'Yes.');
  const wrong = { session_id: session.session_id, message_id: turn.reply.id, rating: 1 };
  const rated = await call(daemon, 'POST', '/chat/feedback', { token: session.token, json: wrong });
  assert.ok(rated.status < 300, rated.text);
  assert.equal((await entries()).totals.wrong_hits, 1);

  await teach('Does a mower climb stairs?', 'No, never.');
  assert.equal((await ask('Does the mower climb stairs?')).reply.text, 'No, never.');
});

test('nothing about one case is learned, nor against the will of who answers', async () => {
  const order = await teach('Where is order ORD-55120?', 'It left the house today.');
  assert.deepEqual(order, { cache: false, reason: 'case_specific' });
  assert.equal((await ask('Where is order ORD-55121?')).reply.kind, 'bridge');
  const mine = await teach('Why was my card declined for the mower order?', 'The bank refused it.');
  assert.deepEqual(mine, { cache: false, reason: 'case_specific' });
  const named = await teach('Can the mower swim in lakes?', 'Hi Anna, no.');
  assert.deepEqual(named, { cache: false, reason: 'personal_data' });
  const unwanted = await teach('Can the mower dance at weddings?', 'No.', { learn: false });
  assert.deepEqual(unwanted, { cache: false, reason: 'not_wanted' });
  assert.equal((await ask('Can the mower dance at weddings?')).reply.kind, 'bridge');
});

test('an answer from a document goes with the document', async () => {
  const id = await world.addDocument(daemon, alpha.owner, {
    title: 'Blades of the mower',
    text: 'The blades of the mower are changed every 200 hours. New blades cost 25 euros a set.',
  });
  const question = 'What do new blades cost?';
  const first = await ask(question);
  assert.equal(first.reply.kind, 'answer');
  assert.equal(first.reply.cache_hit, false);
  const second = await ask(question);
  assert.equal(second.reply.cache_hit, true);
  assert.equal(second.reply.text, first.reply.text);
  assert.deepEqual(second.reply.citations, first.reply.citations);
  const [entry] = (await entries('?q=new%20blades')).items;
  assert.deepEqual(entry.sources.map((each) => each.document_id), [id]);
  assert.equal(entry.author.kind, 'agents');

  await good(daemon, 'PATCH', `/knowledge/documents/${id}`, { token: alpha.owner, json: { visibility: 'internal' } });
  assert.deepEqual((await entries('?q=new%20blades')).items, []);
  const hidden = await ask(question);
  assert.ok(!hidden.reply.cache_hit);
  assert.doesNotMatch(hidden.reply.text, /25/);
});

test('a cache is its tenant\'s alone, and for those who configure it', async () => {
  const { items } = await entries();
  assert.ok(items.length > 0);
  assert.deepEqual((await entries('', beta.owner)).items, []);
  assert.equal((await ask('Can I charge the mower with solar panels?', beta)).reply.kind, 'bridge');
  const path = `/cache/entries/${items[0].id}`;
  assertProblem(await call(daemon, 'DELETE', path, { token: beta.owner }), 404, 'not_found');
  for (const [method, at] of [['GET', '/cache/entries'], ['DELETE', '/cache/entries'], ['DELETE', path]]) {
    assertProblem(await call(daemon, method, at, { token: alpha.supporter }), 403, 'forbidden');
    assertProblem(await call(daemon, method, at), 401, 'unauthorized');
  }
  assertFields(await call(daemon, 'GET', '/cache/entries?limit=0', { token: alpha.owner }), ['limit']);
  assertFields(await call(daemon, 'GET', `/cache/entries?q=${'x'.repeat(201)}`, { token: alpha.owner }), ['q']);
});

test('operators page through it, remove one answer, and all', async () => {
  const all = (await entries()).items;
  const pages = [];
  for (let cursor = ''; cursor !== null; ) {
    const page = await entries(`?limit=1${cursor && `&cursor=${cursor}`}`);
    pages.push(...page.items);
    cursor = page.next_cursor;
  }
  assert.deepEqual(pages, all);

  const gone = all[0];
  assert.equal((await call(daemon, 'DELETE', `/cache/entries/${gone.id}`, { token: alpha.owner })).status, 204);
  assertProblem(await call(daemon, 'DELETE', `/cache/entries/${gone.id}`, { token: alpha.owner }), 404, 'not_found');
  assert.ok((await entries()).items.every((each) => each.id !== gone.id));
  const cleared = await good(daemon, 'DELETE', '/cache/entries', { token: alpha.owner });
  assert.equal(cleared.removed, all.length - 1);
  assert.deepEqual((await entries()).items, []);
  assert.equal((await ask('Can I charge the mower with solar panels?')).reply.kind, 'bridge');
});
