// SPDX-License-Identifier: MIT
// Settings of answering: a tenant's own over the platform's, live at the next message.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, admin, supporter, key;

before(async () => {
  daemon = await new Daemon({ admin: true }).start();
  [root, admin] = [await world.platformAdmin(daemon), await world.demoAdmin(daemon)];
  supporter = await world.demoSupporter(daemon);
  key = await world.demoKey(daemon);
  await world.knowledgeReady(daemon, admin);
});
after(() => daemon.dispose());

const kPath = '/settings/answering';
const get = (token = admin, headers = {}) => good(daemon, 'GET', kPath, { token, headers });
const patch = (json, token = admin, headers = {}) => call(daemon, 'PATCH', kPath, { token, json, headers });

async function ask(text) {
  const session = await world.openSession(daemon, key);
  const { json: turn } = await world.say(daemon, session, text);
  return turn;
}

test('a tenant follows the platform until it sets its own', async () => {
  const first = await get();
  assert.equal(first.confidence_threshold, 0.7);
  assert.deepEqual(first.own, []);

  assert.equal((await patch({ tool_steps: 7 }, root)).status, 200);
  assert.equal((await get()).tool_steps, 7);
  const own = (await patch({ tool_steps: 2 })).json;
  assert.equal(own.tool_steps, 2);
  assert.deepEqual(own.own, ['tool_steps']);
  assert.equal((await get(root)).tool_steps, 7);
  assert.equal((await get(root, { 'X-Tenant': 'demo' })).tool_steps, 2);
  assert.equal((await patch({ tool_steps: null })).json.tool_steps, 7);
  assert.equal((await patch({ tool_steps: null }, root)).json.tool_steps, 4);
});

test('the cache can be switched off', async () => {
  // The same is asked again and again below, and every answer is to be judged.
  assert.equal((await patch({ use_cache: false })).json.use_cache, false);
  for (let i = 0; i < 2; ++i) assert.equal((await ask(world.kQuestion)).reply.cache_hit, false);
});

test('wrong and unknown fields are refused by name and change nothing', async () => {
  const before = await get();
  assertFields(await patch({ confidence_threshold: 2, use_cache: 'yes', tool_steps: 3 }), ['confidence_threshold', 'use_cache']);
  assertFields(await patch({ threshold: 0.5 }), ['threshold']);
  assertFields(await patch({ escalate_keywords: [''] }), ['escalate_keywords']);
  const headers = { 'Content-Type': 'application/json' };
  assert.equal((await call(daemon, 'PATCH', kPath, { token: admin, body: '{"tool_steps":', headers })).status, 400);
  assertProblem(await patch({ tool_steps: 1 }, supporter), 403, 'forbidden');
  assert.deepEqual(await get(), before);
});

test('the threshold counts at the next message, the own and the inherited one', async () => {
  assert.match((await ask(world.kQuestion)).reply.text, world.kQuestionAnswer);
  await patch({ confidence_threshold: 1 });
  assert.equal((await ask(world.kQuestion)).reply.kind, 'bridge');
  await patch({ confidence_threshold: null });
  assert.equal((await ask(world.kQuestion)).reply.kind, 'answer');
  await patch({ confidence_threshold: 1 }, root);
  assert.equal((await ask(world.kQuestion)).reply.kind, 'bridge');
  await patch({ confidence_threshold: null }, root);
  assert.equal((await ask(world.kQuestion)).reply.kind, 'answer');
});

test("a tenant's own words go to a person at once, in any form", async () => {
  assert.equal((await ask(world.kQuestion)).reply.kind, 'answer');
  await patch({ escalate_keywords: ['hub', 'trading standard'] });
  for (const text of [world.kQuestion, 'Two HUBS, please: what do they cost?', 'I will write to Trading Standards']) {
    const turn = await ask(text);
    assert.equal(turn.reply.kind, 'bridge', text);
    const ticket = await good(daemon, 'GET', `/ticket/${turn.ticket.id}`, { token: supporter });
    assert.equal(ticket.reason, 'keyword', text);
  }
  await patch({ escalate_keywords: null });
  assert.equal((await ask(world.kQuestion)).reply.kind, 'answer');
});

test('a preview replays what was answered at another threshold and changes nothing', async () => {
  const preview = (json) => good(daemon, 'POST', '/settings/answering/preview', { token: admin, json });
  await ask(world.kQuestion);
  await ask(world.kUnanswerable);
  const usual = await preview({ confidence_threshold: 0.7 });
  assert.equal(usual.turns, usual.answered + usual.escalated + usual.clarified);
  // The tests before had asked for more than anything could reach.
  assert.ok(usual.change.answered > 0);
  assert.equal(usual.change.answered, -usual.change.escalated);
  const strict = await preview({ confidence_threshold: 1, days: 1 });
  assert.equal(strict.turns, usual.turns);
  assert.equal(strict.answered, 0);
  assert.ok(strict.change.escalated > 0);
  const example = strict.examples[0];
  assert.deepEqual([example.was, example.would_be], ['answered', 'escalated']);
  const questions = strict.examples.map((each) => each.question);
  assert.ok(questions.includes(world.kQuestion), JSON.stringify(questions));
  const { nodes } = await good(daemon, 'GET', `/runs/${example.run_id}`, { token: supporter });
  assert.ok(nodes.some((node) => node.name === 'gate'));
  assert.equal((await ask(world.kQuestion)).reply.kind, 'answer');
  const other = await world.makeTenant(daemon, root, 'preview');
  const none = await good(daemon, 'POST', '/settings/answering/preview', { token: other.owner, json: { confidence_threshold: 0 } });
  assert.equal(none.turns, 0);
  assertFields(await call(daemon, 'POST', '/settings/answering/preview', { token: admin, json: { confidence_threshold: 3, days: 0 } }), ['confidence_threshold', 'days']);
});

test('the trace and the ticket say what made the confidence', async () => {
  const answered = await ask(world.kQuestion);
  const path = `/conversations/${answered.session_id}/runs`;
  const { items: [run] } = await good(daemon, 'GET', path, { token: supporter });
  const gate = run.nodes.find((node) => node.name === 'gate');
  assert.ok(gate.output.passes);
  const sum = gate.output.base + gate.output.factors.reduce((all, each) => all + each.contribution, 0);
  assert.ok(Math.abs(1 / (1 + Math.exp(-sum)) - gate.output.confidence) < 0.1, JSON.stringify(gate.output));
  assert.equal(run.nodes.find((node) => node.name === 'assess').input.grounding, 1);

  await patch({ confidence_threshold: 1 });
  const held = await ask(world.kQuestion);
  await patch({ confidence_threshold: null });
  const ticket = await good(daemon, 'GET', `/ticket/${held.ticket.id}`, { token: supporter });
  assert.equal(ticket.confidence_factors.base, gate.output.base);
  assert.ok(ticket.confidence_factors.factors.length > 3);
});

test('what a supporter does with a draft is counted', async () => {
  const fit = async () => (await get()).fit;
  const before = await fit();
  assert.equal(before.used, 0);
  await patch({ confidence_threshold: 1 });
  const answers = [(draft) => draft, () => 'No idea, we sell no such thing at all.'];
  for (const make of answers) {
    const { ticket: { id } } = await ask(world.kQuestion);
    const { draft_answer: draft } = await good(daemon, 'GET', `/ticket/${id}`, { token: supporter });
    await good(daemon, 'POST', `/admin/tickets/${id}/resolve`, { token: supporter, json: { answer: make(draft) } });
  }
  await patch({ confidence_threshold: null });
  const session = await world.openSession(daemon, key);
  const { json: turn } = await world.say(daemon, session, world.kQuestion);
  const rating = { session_id: session.session_id, message_id: turn.reply.id, rating: 1 };
  assert.equal((await call(daemon, 'POST', '/chat/feedback', { token: session.token, json: rating })).status, 204);
  const now = await fit();
  assert.deepEqual([now.sent - before.sent, now.rejected - before.rejected], [1, 2]);
});
