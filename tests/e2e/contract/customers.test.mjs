// SPDX-License-Identifier: MIT
// Customers: looked up, put right, merged, copied for them, and erased so that nothing is left anywhere.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { assertFields, assertProblem, call, EventStream, eventually, good } from './client.mjs';
import { Daemon, run } from './daemon.mjs';
import { PostgresServer, unavailable } from './postgres_server.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

const kMarker = 'Xylophonquartz';
const kStranger = '0192f000-0000-7000-8000-000000000000';

/** Files below a folder with the text in them; `except` names what is left out. */
function filesWith(folder, text, except = []) {
  return readdirSync(folder, { withFileTypes: true, recursive: false }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (except.includes(entry.name)) return [];
    if (entry.isDirectory()) return filesWith(path, text, except);
    return existsSync(path) && readFileSync(path).includes(text) ? [path] : [];
  });
}

for (const driver of ['SQLite', 'PostgreSQL']) {
  describe(`customers on ${driver}`, { skip: driver === 'PostgreSQL' && unavailable }, () => {
    let server, daemon, company, other, mia;

    before(async () => {
      if (driver === 'PostgreSQL') {
        server = await new PostgresServer().start();
        server.sql('CREATE DATABASE parley');
      }
      const settings = server ? ['--database', server.url('parley')] : [];
      daemon = await new Daemon({ admin: true, demo: false, settings }).start();
      const root = await world.platformAdmin(daemon);
      company = await world.makeTenant(daemon, root, 'care');
      other = await world.makeTenant(daemon, root, 'neighbour');
      mia = company.supporter;
    });
    after(async () => {
      await daemon?.dispose();
      await server?.stop();
    });

    const get = (path, token = mia) => call(daemon, 'GET', path, { token });
    const post = (path, json = {}, options = {}) => call(daemon, 'POST', path, { token: mia, json, ...options });
    const patch = (id, json) => call(daemon, 'PATCH', `/customers/${id}`, { token: mia, json });
    const erase = (id, token = mia) => call(daemon, 'DELETE', `/customers/${id}`, { token });
    const customerOf = async (session) =>
      (await good(daemon, 'GET', `/conversations/${session.session_id}`, { token: mia })).customer.id;

    async function visitor(json = {}) {
      const session = await world.openSession(daemon, company.publicKey, json);
      return { session, id: await customerOf(session) };
    }

    /** Rows of every table, or files of the folder, that have the text. */
    function traces(text) {
      const files = filesWith(daemon.folder, text, ['backups']);
      if (!server) return files;
      const tables = server.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace", 'parley');
      const rows = tables.split('\n').filter((table) => {
        const count = server.sql(`SELECT count(*) FROM ${table} t WHERE t::text LIKE '%${text}%'`, 'parley');
        return Number(count) > 0;
      });
      return [...files, ...rows];
    }

    test('one customer is found by address, number and id', async () => {
      const { id } = await visitor({ user_id: 'u-7', user_email: 'Ada@Shop.example' });
      const found = await get('/customers/lookup?email=ada@shop.EXAMPLE');
      assert.equal(found.json.id, id, found.text);
      assert.deepEqual(found.json, (await get(`/customers/${id}`)).json);
      assert.equal(found.json.verified, false);
      assert.equal(found.json.conversations, 1);
      assert.deepEqual(found.json.identifiers[0], { kind: 'user_id', value: 'u-7', verified: false });
      assert.equal((await patch(id, { phone: '+49 30 / 1234-5', name: 'Ada', plan: 'enterprise' })).json.phone, '+493012345');
      assert.equal((await get('/customers/lookup?phone=%2B493012345')).json.id, id);
      assert.equal((await get(`/customers/lookup?id=${id}`)).json.plan, 'enterprise');
      assert.equal((await get('/customers/lookup?id=u-7')).json.id, id);
      assertProblem(await get('/customers/lookup?email=nobody@shop.example'), 404, 'not_found');
      for (const query of ['', '?email=a@b.example&id=x']) assertFields(await get(`/customers/lookup${query}`), ['email', 'phone', 'id']);
      for (const words of ['ada', 'SHOP.example', 'U-7', '493012']) {
        const listed = (await get(`/customers?q=${encodeURIComponent(words)}`)).json.items;
        assert.ok(listed.some((each) => each.id === id), `${words}: ${JSON.stringify(listed)}`);
      }
      assert.deepEqual((await get('/customers?q=a%25d')).json.items, []);
      assert.deepEqual((await get('/customers?q=ada', other.supporter)).json.items, []);
      assertFields(await get(`/customers?q=${'x'.repeat(201)}`), ['q']);
      assert.ok((await get('/customers?limit=200')).json.items.some((each) => each.id === id));
      assertProblem(await get(`/customers/${id}`, other.supporter), 404, 'not_found');
      assertProblem(await erase(id, other.owner), 404, 'not_found');
    });

    test('wrong fields are named, and nothing is taken from a wrong body', async () => {
      const { id } = await visitor();
      assertFields(await patch(id, { name: 7, email: 'x', plan: 'No plan!', phone: 'none' }), ['name', 'email', 'plan', 'phone']);
      assert.equal((await patch(id, { name: 'A' })).json.name, 'A');
      assert.equal((await patch(id, { name: null })).json.name, null);
      assertProblem(await patch(kStranger, { name: 'A' }), 404, 'not_found');
      assertFields(await post(`/customers/${id}/merge`), ['customer_id']);
      assertFields(await post(`/customers/${id}/merge`, { customer_id: id }), ['customer_id']);
      assertProblem(await post(`/customers/${id}/merge`, { into: kStranger }), 404, 'not_found');
    });

    test('two customers become one, and nobody loses the chat', async () => {
      const one = await visitor({ user_email: 'one@shop.example' });
      const two = await visitor({ user_email: 'two@shop.example' });
      const merged = await post(`/customers/${one.id}/merge`, { into: two.id });
      assert.equal(merged.status, 200, merged.text);
      assert.equal(merged.json.id, two.id);
      assert.equal(merged.json.conversations, 2);
      assert.equal((await get(`/customers/${one.id}`)).json.id, two.id);
      assert.equal((await get('/customers/lookup?email=one@shop.example')).json.id, two.id);
      assert.ok([200, 202].includes((await world.say(daemon, one.session, 'Hello')).status));
      assert.equal(await customerOf(one.session), two.id);
      assertFields(await post(`/customers/${one.id}/merge`, { into: two.id }), ['customer_id']);
      // The id from before is the one who stayed, for whoever changes or erases it too.
      assert.equal((await patch(one.id, { name: 'Both' })).json.id, two.id);
      assert.equal((await erase(one.id)).status, 200);
      assertProblem(await get(`/customers/${two.id}`), 404, 'not_found');
    });

    /** A customer who has been everywhere, and left the marker wherever one can. */
    async function marked() {
      const labels = { user_id: `${kMarker}-id`, user_email: `${kMarker}@shop.example`, metadata: { page: kMarker } };
      const { session, id } = await visitor(labels);
      await patch(id, { name: `Name ${kMarker}`, phone: '+49 555 000 777' });
      const say = (text, headers) => world.say(daemon, session, `${text} ${kMarker}`, headers);
      const asked = await say(world.kUnanswerable, { 'Idempotency-Key': 'asked' });
      assert.equal(asked.json.status, 'waiting_for_agent', asked.text);
      const { ticket } = asked.json;
      await call(daemon, 'POST', '/chat/email', { token: session.token, json: { session_id: session.session_id, email: `${kMarker}@mail.example` } });
      const at = (verb) => `/conversations/${session.session_id}/${verb}`;
      assert.equal((await post(`/escalations/${ticket.id}/accept`)).status, 200);
      const keyed = { headers: { 'Idempotency-Key': 'written' } };
      assert.equal((await post(at('messages'), { text: `I look into ${kMarker}.` }, keyed)).status, 201);
      assert.equal((await post(at('messages'), { text: `Note on ${kMarker}`, kind: 'note' })).status, 201);
      assert.equal((await post(at('tags'), { tags: [kMarker] })).status, 200);
      const answer = { answer: `They visit none, ${kMarker}.`, notify_email: `${kMarker}@else.example` };
      const resolved = await post(`/admin/tickets/${ticket.id}/resolve`, answer, { headers: { 'Idempotency-Key': 'resolved' } });
      assert.equal(resolved.status, 200, resolved.text);
      const rating = { session_id: session.session_id, message_id: resolved.json.message.id, rating: 1, comment: kMarker };
      await call(daemon, 'POST', '/chat/feedback', { token: session.token, json: rating });
      await say('hello again');
      return { session, id };
    }

    test('an export has everything, an erasure leaves nothing, and the chat ends', async () => {
      const { session, id } = await marked();
      const neighbour = await visitor({ user_email: 'stays@shop.example' });
      const exported = await get(`/customers/${id}/export`);
      assert.equal(exported.status, 200);
      const [conversation] = exported.json.conversations;
      assert.equal(exported.json.customer.name, `Name ${kMarker}`);
      assert.ok(conversation.messages.some((each) => each.kind === 'note'));
      for (const list of ['tickets', 'feedback', 'runs', 'notifications', 'events']) assert.ok(conversation[list].length > 0, list);
      assert.ok(traces(kMarker).length > 0);

      const feed = await EventStream.open(daemon, '/chat/events?after=0', { token: session.token });
      const widget = await Link.open(daemon, session.token);
      const desk = await Link.open(daemon, mia);
      await desk.ask({ type: 'subscribe', topics: [`conversation:${session.session_id}`, 'queue'] });
      const late = world.say(daemon, session, `one more ${kMarker}`); // under way while it happens
      const erased = await erase(id);
      await late;

      assert.equal(erased.status, 200, erased.text);
      assert.equal(erased.json.id, id);
      assert.ok(erased.json.removed.messages >= 6, erased.text);
      for (const table of ['customers', 'conversations', 'tickets', 'events', 'runs', 'feedback', 'outbox', 'idempotency']) {
        assert.ok(erased.json.removed[table] >= 1, `${table}: ${erased.text}`);
      }
      assert.equal(erased.json.backups_expire_ts, null);
      await feed.ended();
      await eventually(async () => widget.closed, 'the link of the customer ends');
      await desk.frame((each) => each.type === 'unsubscribed', 'the operator hears that it is gone');
      await desk.frame((each) => each.type === 'resync' && each.topic === 'queue', 'the queue is to be loaded anew');
      assert.equal((await desk.ask({ type: 'ping' })).type, 'pong');
      desk.cut();

      assertProblem(await world.say(daemon, session, 'Hello'), 401, 'unauthorized');
      assertProblem(await get(`/customers/${id}`), 404, 'not_found');
      assertProblem(await get(`/session/${session.session_id}`), 404, 'not_found');
      const again = await world.openSession(daemon, company.publicKey, { resume_token: session.resume_token });
      assert.notEqual(again.session_id, session.session_id);
      const repeated = await erase(id);
      assert.equal(repeated.json.erased_ts, erased.json.erased_ts, repeated.text);
      await eventually(async () => (await erase(id)).json.disk === 'clean', 'the disk is clean');
      assert.deepEqual(traces(kMarker), []);
      assert.equal((await get(`/customers/${neighbour.id}`)).status, 200);
      const entries = readFileSync(join(daemon.folder, 'backups', 'erasures.txt'), 'utf8').trim().split('\n');
      assert.ok(entries.length >= 1 && !entries.join('').includes(id));
    });

    test('what a backup brings back is erased before it is served', { skip: driver === 'PostgreSQL' && 'pg_dump does it there' }, async () => {
      const gone = await visitor({ user_email: `${kMarker}@again.example` });
      const stays = await visitor({ user_email: 'stays@again.example' });
      const made = run(['backup', ...daemon.settings]);
      assert.equal(made.code, 0, made.err);
      const [name] = readdirSync(join(daemon.folder, 'backups')).filter((each) => each.startsWith('backup-'));
      assert.ok(filesWith(join(daemon.folder, 'backups', name), kMarker).length > 0);
      const erased = await erase(gone.id);
      assert.equal(erased.status, 200, erased.text);
      assert.match(erased.json.backups_expire_ts, /^\d{4}-/);
      const later = await visitor({ user_email: 'later@again.example' });

      const busy = run(['restore', ...daemon.settings, '--from', name]);
      assert.notEqual(busy.code, 0, 'a running daemon keeps its folder');
      await daemon.terminate();
      assert.notEqual(run(['restore', ...daemon.settings, '--from', 'none']).code, 0);
      const restored = run(['restore', ...daemon.settings, '--from', name]);
      assert.equal(restored.code, 0, restored.err);
      assert.match(restored.out, /1 customers/);
      await daemon.start();
      mia = await world.tokenOf(daemon, 'supporter@care.example');
      assertProblem(await get(`/customers/${gone.id}`), 404, 'not_found');
      assertProblem(await get('/customers/lookup?email=later@again.example'), 404, 'not_found');
      assert.equal((await get(`/customers/${stays.id}`)).status, 200);
      assert.ok(later.id);
      assert.deepEqual(traces(kMarker), []);
    });
  });
}
