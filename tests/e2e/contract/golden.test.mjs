// SPDX-License-Identifier: MIT
// Versions of agents, trying one out, and the questions whose answers are known.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFields, assertProblem, call, eventually, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, demo, company;

before(async () => {
  daemon = await new Daemon({ admin: true, settings: ['--golden.sweep_s', '1', '--golden.quiet_s', '0'] }).start();
  root = await world.platformAdmin(daemon);
  demo = await world.demoAdmin(daemon);
  company = await world.makeTenant(daemon, root, 'golden');
});
after(() => daemon.dispose());

const as = (method, path, json, token = company.owner) => call(daemon, method, path, { token, json });
const get = (path, token = company.owner) => good(daemon, 'GET', path, { token });

/** The run of this tenant that ended last, once `isWanted` says it is the one. */
const endedRun = (token, isWanted = () => true) =>
  eventually(async () => {
    const { items: [run] } = await get('/golden-questions/runs', token);
    return run?.status === 'done' && isWanted(run) && run;
  }, 'a run of golden questions has ended');

test('the golden questions of the demo company are asked after the start, and all are answered as expected', async () => {
  const { items } = await get('/golden-questions?limit=200', demo);
  assert.ok(items.length >= 30, `${items.length} golden questions`);
  for (const kind of ['answer', 'handoff']) assert.ok(items.some((each) => each.expects === kind), kind);
  const { id } = await endedRun(demo, (run) => run.total === items.length);
  const run = await get(`/golden-questions/runs/${id}`, demo);
  const wrong = run.results.filter((each) => each.outcome !== 'passed');
  assert.deepEqual(wrong.map((each) => [each.question, each.result.reasons, each.result.answer]), []);
  assert.deepEqual([run.pass_rate, run.started_by, run.errors], [1, 'change', 0]);
  const { text } = await call(daemon, 'GET', '/metrics');
  assert.match(text, /parley_golden_questions_total\{outcome="passed"\} [1-9]/);
});

test('every change of an agent is a version, and an old one comes back', async () => {
  const agent = await good(daemon, 'POST', '/agents', {
    token: company.owner, json: { name: 'Prices', kind: 'domain', system_prompt: 'Be brief.', examples: ['What is the price?'] },
  });
  const path = `/agents/${agent.id}`;
  await as('PATCH', path, { system_prompt: 'You are {{agent_name}} of {{ tenant_name }}.', confidence_threshold: 0.8 });
  assert.equal((await as('PATCH', path, { confidence_threshold: 0.8 })).json.version, 2); // nothing new
  assertFields(await as('PATCH', path, { system_prompt: 'Dear {{customer}}' }), ['system_prompt']);
  const { items } = await get(`${path}/versions`);
  assert.deepEqual(items.map((each) => [each.version, each.change]), [[2, 'update'], [1, 'create']]);
  assert.equal(items[0].author.name, 'owner of golden');
  assert.deepEqual(items[0].changes, [
    { field: 'confidence_threshold', from: null, to: 0.8 },
    { field: 'system_prompt', from: 'Be brief.', to: 'You are {{agent_name}} of {{ tenant_name }}.' },
  ]);
  assert.equal((await get(`${path}/versions/1`)).system_prompt, 'Be brief.');

  const back = (await as('POST', `${path}/rollback`, { version: 1 })).json;
  assert.deepEqual([back.version, back.system_prompt, back.confidence_threshold], [3, 'Be brief.', null]);
  assert.equal((await get(`${path}/versions/3`)).restored_version, 1);
  assertProblem(await as('POST', `${path}/rollback`, { version: 3 }), 409, 'conflict');
  assertFields(await as('POST', `${path}/rollback`, { version: 99 }), ['version']);
  assertFields(await as('POST', `${path}/rollback`, { version: 'one' }), ['version']);
  assertFields(await as('GET', `${path}/versions?cursor=x`), ['cursor']);

  const other = await world.makeTenant(daemon, root, 'golden2');
  for (const [method, rest, json] of [['GET', 'versions'], ['GET', 'versions/1'], ['POST', 'rollback', { version: 1 }],
    ['POST', 'test', { text: 'x' }]]) {
    assertProblem(await as(method, `${path}/${rest}`, json, other.owner), 404, 'not_found');
    assertProblem(await as(method, `${path}/${rest}`, json, company.supporter), 403, 'forbidden');
  }
  await as('DELETE', path);
  assertProblem(await as('GET', `${path}/versions`), 404, 'not_found');
});

test('an agent is tried out with changes that are not saved, and nothing stays', async () => {
  const { items } = await get('/agents', demo);
  const [agent] = items.filter((each) => each.kind === 'domain');
  const before = (await get('/conversations?limit=200', demo)).items.length;
  const tickets = (await get('/tickets?limit=200', demo)).items.length;
  const tried = await good(daemon, 'POST', `/agents/${agent.id}/test`, { token: demo, json: { text: world.kQuestion } });
  assert.equal(tried.reply.kind, 'answer');
  assert.match(tried.reply.text, world.kQuestionAnswer);
  assert.deepEqual([tried.sandbox, tried.session_id, tried.reply.agent], [true, null, agent.name]);
  assert.deepEqual(tried.agent, { id: agent.id, name: agent.name, version: agent.version, unsaved: [] });
  assert.ok(tried.nodes.some((node) => node.name === 'retrieve'));
  const names = items.map((each) => each.name);
  assert.ok(names.includes(tried.routed_to), tried.routed_to);

  const strict = { text: world.kQuestion, agent: { confidence_threshold: 1 } };
  const refused = await good(daemon, 'POST', `/agents/${agent.id}/test`, { token: demo, json: strict });
  assert.deepEqual([refused.reply.kind, refused.ticket, refused.handoff.reason], ['bridge', null, 'low_confidence']);
  assert.deepEqual(refused.agent.unsaved, [{ field: 'confidence_threshold', from: agent.confidence_threshold, to: 1 }]);
  assert.equal((await get(`/agents/${agent.id}`, demo)).version, agent.version);
  assert.equal((await get('/conversations?limit=200', demo)).items.length, before);
  assert.equal((await get('/tickets?limit=200', demo)).items.length, tickets);

  const routed = await good(daemon, 'POST', `/agents/${agent.id}/test`, {
    token: demo, json: { text: 'My parcel has not arrived yet', route: true },
  });
  assert.ok(names.includes(routed.reply.agent));
  const path = `/agents/${agent.id}/test`;
  assertFields(await as('POST', path, { text: '', history: [{ role: 'king', text: 'x' }] }, demo), ['text', 'history[0].role']);
  assertFields(await as('POST', path, { text: 'x', agent: { system_prompt: '{{x}}', priority: 'high' } }, demo), ['agent.priority']);
  assertFields(await as('POST', path, { text: 'x', agent: { system_prompt: '{{x}}' } }, demo), ['agent.system_prompt']);
  assertFields(await as('POST', path, { text: 'x', agent: 'me', history: {} }, demo), ['history', 'agent']);
});

test('a change is noticed, and what it did to the answers is told', async () => {
  const fee = await world.addDocument(daemon, company.owner, {
    title: 'Storage fees', text: 'The storage fee is 12 euros per month. It is charged on the first day of each month.',
  });
  const question = await good(daemon, 'POST', '/golden-questions', {
    token: company.owner, json: { question: 'How much is the storage fee?', must_contain: ['12 euros'], document_id: fee },
  });
  assert.equal(question.expects, 'answer');
  const first = await endedRun(company.owner, (run) => run.total === 1);
  assert.equal((await get(`/golden-questions/runs/${first.id}`)).results[0].outcome, 'passed');

  const newer = await world.addDocument(daemon, company.owner, {
    title: 'Storage fees', text: 'The storage fee is 15 euros per month. It is charged on the first day of each month.',
  });
  await as('DELETE', `/knowledge/documents/${fee}`);
  const second = await endedRun(company.owner, (run) => run.newly_failing === 1 || run.failed === 1);
  const runs = (await get('/golden-questions/runs')).items;
  const failing = runs.findLast((run) => run.newly_failing === 1);
  const { results: [result], changes } = await get(`/golden-questions/runs/${failing.id}`);
  assert.deepEqual([result.outcome, result.change], ['failed', 'newly_failing']);
  assert.match(result.previous.answer, /12 euros/);
  assert.ok(result.result.reasons.length > 0);
  assert.ok(changes.index_version.to > changes.index_version.from);
  assert.ok(second.index_version >= failing.index_version);

  await as('PATCH', `/golden-questions/${question.id}`, { must_contain: ['15 euros'], document_id: newer });
  const third = await endedRun(company.owner, (run) => run.passed === 1 && run.id > second.id);
  assert.equal(third.newly_passing, 1);
  assert.equal((await get(`/golden-questions/runs/${third.id}`)).results[0].previous.question_edited, true);
});

test('golden questions are asked on request, and wrong ones are refused by field', async () => {
  const other = await world.makeTenant(daemon, root, 'golden3');
  assertProblem(await as('POST', '/golden-questions/run', {}, other.owner), 409, 'conflict');
  assertFields(await as('POST', '/golden-questions', {}, other.owner), ['question']);
  const wrong = { question: 'x', expects: 'luck', locale: '?', must_contain: [''], agent: 'Nobody' };
  assertFields(await as('POST', '/golden-questions', wrong, other.owner), ['locale', 'expects', 'must_contain', 'agent']);
  assertFields(await as('POST', '/golden-questions', { question: 'x', document_id: 'y' }, other.owner), ['document_id']);
  const json = { question: 'Which moon is it?', expects: 'handoff', agent: null };
  const made = await good(daemon, 'POST', '/golden-questions', { token: other.owner, json });
  assertProblem(await as('GET', `/golden-questions/${made.id}`), 404, 'not_found');
  assertProblem(await as('GET', '/golden-questions', undefined, other.supporter), 403, 'forbidden');
  assertFields(await as('POST', '/golden-questions/run', { wait_s: 900 }, other.owner), ['wait_s']);
  const run = await eventually(async () => {
    // The one that its creation asks for may be going on.
    const answer = await as('POST', '/golden-questions/run', { wait_s: 25 }, other.owner);
    return answer.status === 200 && answer.json;
  }, 'the questions were asked');
  assert.deepEqual([run.started_by, run.total, run.passed, run.pass_rate], ['manual', 1, 1, 1]);
  assertProblem(await as('GET', `/golden-questions/runs/${run.id}`), 404, 'not_found');
  assert.equal((await as('DELETE', `/golden-questions/${made.id}`, undefined, other.owner)).status, 204);
});
