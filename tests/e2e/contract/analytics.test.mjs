// SPDX-License-Identifier: MIT
// What charts are drawn from: the figures of a scripted day, the periods that may be asked for, and nobody else's.
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

const ask = (path, token = alpha.owner) => call(daemon, 'GET', path, { token });
const overview = async (query = '', token = alpha.owner) => {
  const answer = await ask(`/analytics/overview${query}`, token);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};
const post = (path, json, token = alpha.supporter) => good(daemon, 'POST', path, { token, json });

test('a tenant without conversations has every figure, all empty', async () => {
  const { totals, series, channels, interval, from, to } = await overview();

  assert.equal(interval, 'day');
  assert.ok(Date.parse(to) - Date.parse(from) >= 30 * 86_400_000);
  assert.ok(series.length === 31 || series.length === 32, `${series.length}`);
  assert.equal(totals.automation_rate, null);
  assert.equal(totals.csat.mean, null);
  assert.deepEqual(totals.csat.distribution, [0, 0, 0, 0, 0]);
  assert.deepEqual(totals.bot.first_reply_ms, { p50: null, p95: null });
  assert.deepEqual(channels, []);
});

test('what agents and people did is counted, and told apart', async () => {
  const asked = await world.openSession(daemon, alpha.publicKey);
  const { json: turn } = await world.say(daemon, asked, 'Can I charge the mower with solar panels?');
  assert.equal(turn.reply.kind, 'bridge');
  await post(`/admin/tickets/${turn.ticket.id}/resolve`, { answer: 'Yes, with the green cable.' });
  const again = await world.openSession(daemon, alpha.publicKey);
  const { json: answered } = await world.say(daemon, again, 'Can I charge the mower with solar panels?');
  assert.equal(answered.reply.cache_hit, true);
  const rating = { session_id: again.session_id, message_id: answered.reply.id, rating: 5 };
  assert.equal((await call(daemon, 'POST', '/chat/feedback', { token: again.token, json: rating })).status, 204);
  await world.openSession(daemon, alpha.publicKey); // says nothing: no conversation of anybody

  const { totals, reasons, categories, channels, agents, series } = await overview();
  assert.deepEqual([totals.conversations, totals.escalated, totals.automated], [2, 1, 1]);
  assert.equal(totals.automation_rate, 0.5);
  assert.equal(totals.turns, 2);
  assert.ok(totals.messages >= 5, `${totals.messages}`);
  assert.deepEqual([totals.cache.hits, totals.cache.wrong_hits], [1, 0]);
  assert.deepEqual(totals.csat, { mean: 5, count: 1, distribution: [0, 0, 0, 0, 1] });
  assert.equal(totals.sentiment.positive + totals.sentiment.neutral + totals.sentiment.negative, 2);
  assert.ok(totals.bot.first_reply_ms.p50 >= 0 && totals.bot.handling_ms.p95 >= 0);
  assert.ok(totals.human.first_reply_s.p50 >= 0);
  assert.deepEqual([totals.cost, totals.tokens_in, totals.cache.saved_cost], [0, 0, null]);
  assert.equal(reasons.reduce((sum, each) => sum + each.count, 0), 1);
  assert.equal(categories.length, 1);
  assert.deepEqual(channels.map((each) => [each.channel, each.conversations, each.escalation_rate]), [['web', 2, 0.5]]);
  assert.ok(channels[0].latency_ms.p95 >= channels[0].latency_ms.p50);
  assert.equal(agents.reduce((sum, each) => sum + each.answers, 0), 1);
  const points = series.filter((each) => each.conversations > 0);
  assert.equal(points.reduce((sum, each) => sum + each.conversations, 0), 2);
  assert.equal(points.reduce((sum, each) => sum + each.csat.count, 0), 1);

  assert.equal((await call(daemon, 'POST', '/chat/feedback', { token: again.token, json: { ...rating, rating: 1 } })).status, 204);
  assert.equal((await overview()).totals.cache.wrong_hits, 1);
  assert.equal((await overview('', beta.owner)).totals.conversations, 0);
  const erased = await good(daemon, 'GET', '/conversations', { token: alpha.supporter });
  for (const { customer } of erased.items) {
    assert.ok((await call(daemon, 'DELETE', `/customers/${customer.id}`, { token: alpha.owner })).status < 300);
  }
  assert.deepEqual([(await overview()).totals.turns, (await overview()).totals.conversations], [0, 0]);
});

test('supporters see the channels, and nothing of money', async () => {
  const session = await world.openSession(daemon, beta.publicKey);
  await world.say(daemon, session, 'Does the mower sing at night?');

  const { items } = await good(daemon, 'GET', '/metrics/channels', { token: beta.supporter });
  assert.deepEqual(items.map((each) => [each.channel, each.escalation_rate]), [['web', 1]]);
  const past = '?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z';
  assert.deepEqual((await good(daemon, 'GET', `/metrics/channels${past}`, { token: beta.supporter })).items, []);
  assertProblem(await ask('/analytics/overview', beta.supporter), 403, 'forbidden');
  assertProblem(await ask('/metrics/channels', session.token), 403, 'forbidden');
  assertProblem(await ask('/analytics/overview', root), 422, 'tenant_required');
});

test('a series has a bounded number of points, cut in UTC', async () => {
  const hours = await overview('?from=2026-03-29T00:30:00Z&to=2026-03-30T00:00:00Z&interval=hour');
  assert.equal(hours.from, '2026-03-29T00:00:00.000Z');
  assert.equal(hours.series.length, 24);
  const weeks = await overview('?from=2026-03-04T10:00:00Z&to=2026-03-18T00:00:00Z&interval=week');
  assert.deepEqual(weeks.series.map((each) => each.ts.slice(0, 10)), ['2026-03-02', '2026-03-09', '2026-03-16']);

  const long = '?from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z';
  assert.equal((await overview(long)).series.length, 365);
  const refused = await ask(`/analytics/overview${long}&interval=hour`);
  assertFields(refused, ['interval']);
  assert.match(refused.json.errors[0].message, /take day/);
  assertFields(await ask('/analytics/overview?from=2000-01-01T00:00:00Z'), ['from']);
  assertFields(await ask('/analytics/overview?from=yesterday'), ['from']);
  assertFields(await ask('/analytics/overview?interval=month'), ['interval']);
  assertFields(await ask('/analytics/overview?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z'), ['from']);
  assertFields(await ask('/metrics/channels?to=9999-01-01T00:00:00Z'), ['to']);
});
