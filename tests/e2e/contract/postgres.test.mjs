// SPDX-License-Identifier: MIT
// The same product on PostgreSQL: chat, knowledge, tenants, restart, and what the database itself enforces.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { assertProblem, call, EventStream, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import { PostgresServer, unavailable } from './postgres_server.mjs';
import * as world from './world.mjs';

describe('on PostgreSQL', { skip: unavailable }, () => {
  let server, daemon, root, admin, supporter, key, session, ticket;

  before(async () => {
    server = await new PostgresServer().start();
    server.sql('CREATE DATABASE parley');
    daemon = await new Daemon({ admin: true, settings: ['--database', server.url('parley')] }).start();
    await signAllIn();
    key = await world.demoKey(daemon);
    await world.knowledgeReady(daemon, admin);
  });
  after(async () => {
    await daemon?.dispose();
    await server?.stop();
  });

  async function signAllIn() {
    [root, admin, supporter] = [
      await world.platformAdmin(daemon),
      await world.demoAdmin(daemon),
      await world.demoSupporter(daemon),
    ];
  }

  test('a question is answered with its source, streamed too', async () => {
    const { checks } = await good(daemon, 'GET', '/health/detailed', { token: supporter });
    assert.match(checks.database.driver, /postgres/i);
    session = await world.openSession(daemon, key);
    const { status, json: turn } = await world.say(daemon, session, world.kQuestion);
    assert.equal(status, 200);
    assert.match(turn.reply.text, world.kQuestionAnswer);
    assert.ok(turn.reply.citations.length > 0);
    const options = { token: session.token, method: 'POST', json: { text: world.kQuestion } };
    const events = await (await EventStream.open(daemon, '/chat/stream', options)).ended();
    assert.deepEqual(events.map((each) => each.event).slice(-2), ['reply', 'done']);
  });

  test('idempotency, also of many at once', async () => {
    const other = await world.openSession(daemon, key);
    const ask = () => world.say(daemon, other, world.kQuestion, { 'Idempotency-Key': 'pg' });
    const answers = await Promise.all(Array.from({ length: 6 }, ask));
    for (const each of answers) assert.equal(each.status, 200, each.text);
    assert.equal(new Set(answers.map((each) => each.json.reply.id)).size, 1);
    assertProblem(await world.say(daemon, other, 'Else', { 'Idempotency-Key': 'pg' }), 409, 'conflict');
  });

  test('what is odd is refused, never an inner error', async () => {
    const odd = ['x', '%00', '%ff', "'%20OR%201=1--", 'a'.repeat(3000), '-1'];
    const paths = [
      (id) => [supporter, `/session/${id}`],
      (id) => [supporter, `/ticket/${id}`],
      (id) => [supporter, `/runs/${id}`],
      (id) => [supporter, `/conversations/${id}/runs`],
      (id) => [supporter, `/knowledge/documents/${id}`],
      (id) => [supporter, `/knowledge/documents/${id}/chunks`],
      (id) => [supporter, `/conversations?cursor=${id}`],
      (id) => [supporter, `/conversations?assignee=${id}`],
      (id) => [supporter, `/tickets?cursor=${id}`],
      (id) => [supporter, `/tickets?category=${id}`],
      (id) => [supporter, `/knowledge/documents?cursor=${id}`],
      (id) => [admin, `/users/${id}`],
      (id) => [admin, `/users?cursor=${id}`],
      (id) => [admin, `/api-clients?cursor=${id}`],
      (id) => [root, `/tenants?cursor=${id}`],
      (id) => [root, `/tenants/${id}`],
    ];
    for (const path of paths) {
      for (const id of odd) {
        const [token, target] = path(id);
        const answer = await call(daemon, 'GET', target, { token });
        assert.ok(answer.status < 500, `${target.slice(0, 80)}: ${answer.status} ${answer.text}`);
      }
    }
    const headers = { 'Idempotency-Key': 'k'.repeat(255) };
    assert.equal((await world.say(daemon, session, '\u{1F331}'.repeat(8000), headers)).status, 200);
  });

  test('a person is asked and answers after a restart', async () => {
    session = await world.openSession(daemon, key);
    await world.say(daemon, session, world.kQuestion);
    const { json: turn } = await world.say(daemon, session, world.kUnanswerable);
    assert.equal(turn.status, 'waiting_for_agent');
    ticket = turn.ticket;
    await daemon.kill();
    await daemon.start();
    await signAllIn();
    const seen = await good(daemon, 'GET', `/session/${session.session_id}`, { token: session.token });
    assert.deepEqual(seen.messages.map((each) => each.kind), ['text', 'text', 'text', 'bridge']);
    const stream = await EventStream.open(daemon, '/chat/events?after=0', { token: session.token });
    const resolve = () =>
      call(daemon, 'POST', `/admin/tickets/${ticket.id}/resolve`, {
        token: supporter,
        json: { answer: 'None.', learn: false },
      });
    const both = await Promise.all([resolve(), resolve()]);
    assert.deepEqual(both.map((each) => each.status).sort(), [200, 409], both.map((each) => each.text).join());
    await stream.until((all) => all.some((each) => each.data.message?.kind === 'resolution'), 'the resolution');
    stream.close();
    const ids = stream.events.filter((each) => each.id).map((each) => Number(each.id));
    assert.deepEqual(ids, ids.map((_, i) => i + 1));
    assert.equal((await world.say(daemon, session, world.kQuestion)).json.reply.kind, 'answer');
  });

  test('tenants do not see each other', async () => {
    const other = await world.makeTenant(daemon, root, 'other');
    for (const path of [`/session/${session.session_id}`, `/ticket/${ticket.id}`, `/ticket/${ticket.reference}`]) {
      assertProblem(await call(daemon, 'GET', path, { token: other.owner }), 404, 'not_found');
    }
    await world.addDocument(daemon, other.owner, { title: 'Kiwi', text: 'The Kiwi lamp costs twelve guilders.' });
    const ask = async (publicKey) =>
      (await world.say(daemon, await world.openSession(daemon, publicKey), 'What does the Kiwi lamp cost?')).json.reply;
    assert.match((await ask(other.publicKey)).text, /twelve guilders/);
    assert.doesNotMatch((await ask(key)).text, /twelve guilders/);
  });

  test('the role that serves requests owns nothing and sees no tenant by itself', () => {
    const [flags] = server.sql("SELECT rolcanlogin, rolbypassrls, rolsuper FROM pg_roles WHERE rolname='parley_app'").split('\n');
    assert.equal(flags, 'f|f|f');
    const owned = server.sql("SELECT count(*) FROM pg_tables WHERE tableowner='parley_app'", 'parley');
    assert.equal(owned, '0');
    const table = server.sql(
      "SELECT tablename FROM pg_tables WHERE schemaname='public' AND tablename LIKE '%messages%' LIMIT 1",
      'parley',
    );
    if (table) assert.equal(server.sql(`SET ROLE parley_app; SELECT count(*) FROM ${table}`, 'parley').split('\n').at(-1), '0');
  });

  test('it stops as it should', async () => {
    assert.equal(await daemon.terminate(), 0);
  });
});
