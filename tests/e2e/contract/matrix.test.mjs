// SPDX-License-Identifier: MIT
// Every route x role x whose object it is, over REST, event streams and the live link. Made from the route table of
// the running daemon: a new route is in it by itself, and one that nothing here can fill fails by name.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';

import { EventStream, good } from './client.mjs';
import { Daemon } from './daemon.mjs';
import { plant, plantCase, plantClient, settled } from './matrix_world.mjs';
import { PostgresServer, unavailable } from './postgres_server.mjs';
import { Link } from './web_socket.mjs';
import * as world from './world.mjs';

const kFar = 'qzxfaraway';
const kNeighbour = 'qzxneighbour';
const kMissing = '0192f000-0000-7000-8000-00000000dead';
const kOrder = ['get', 'put', 'post', 'patch', 'delete'];

/** What stands in a path before a parameter, and the kind of object that it is. */
const kPathKinds = {
  '/admin/tickets/': 'ticket', '/agents/': 'agent', '/api-clients/': 'client', '/cache/entries/': 'cacheEntry',
  '/canned-responses/': 'canned', '/channels/': 'channel', '/conversations/': 'conversation', '/customers/': 'customer', '/escalation-rules/': 'rule',
  '/escalations/': 'ticket', '/golden-questions/': 'golden', '/golden-questions/runs/': 'goldenRun',
  '/knowledge/documents/': 'document', '/runs/': 'run', '/session/': 'conversation', '/teams/': 'team', '/ticket/': 'ticket',
  '/tickets/': 'ticket', '/tools/': 'tool', '/users/': 'user',
};
/** Ids that bodies and queries name. */
const kFieldKinds = {
  assignee: 'user', conversation_id: 'conversation', customer_id: 'customer', document_id: 'document', into: 'customer', members: 'user',
  message_id: 'message', session_id: 'conversation', team_id: 'team', ticket_id: 'ticket', user_id: 'user', run_id: 'run',
};
/** Parameters that are no object of a tenant's. */
const kPlain = { '/agents/{id}/versions/{version}': { version: '1' } };
/** Of these ids a body names exactly one. */
const kEither = {
  'POST /conversations/{id}/assign': ['user_id', 'team_id'],
  'POST /customers/{id}/merge': ['customer_id', 'into'],
};
/** Whoever may reach a route of several, and is refused there all the same: reading is not typing. */
const kNarrower = { 'POST /chat/typing': ['api_client:read'] };
/** What a supporter may do to a case that a colleague holds. */
const kForAnybody = new Set(['POST /conversations/{id}/tags', 'POST /conversations/{id}/typing', 'PATCH /tickets/{id}']);

/** One request. An event stream is read until its end or, where it stays open, its first event. */
function send(daemon, method, path, { token, headers = {}, json } = {}) {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const all = { ...headers };
  if (token) all.Authorization = `Bearer ${token}`;
  if (body !== undefined) Object.assign(all, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  return new Promise((resolve, reject) => {
    const target = { host: '127.0.0.1', port: daemon.port, method, path, headers: all, agent: false };
    const request = http.request(target, (response) => {
      let text = '';
      const isFeed = method === 'GET' && /event-stream/.test(response.headers['content-type'] ?? '') && response.statusCode === 200;
      const finish = () => {
        const isJson = /json/.test(response.headers['content-type'] ?? '') && text;
        resolve({ status: response.statusCode, text, json: isJson ? JSON.parse(text) : undefined });
      };
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
        if (isFeed && text.includes('\n\n')) {
          finish();
          request.destroy();
        }
      });
      response.on('end', finish).on('error', () => undefined);
    });
    request.setTimeout(45_000, () => request.destroy(new Error(`${method} ${path}: no answer`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** Goes as soon as anything it was made from changes. */
const kFleeting = new Set(['DELETE /cache/entries/{id}']);

/** Reading first; a whole collection is removed last. */
const orderOf = ({ method, path, name }) => kFleeting.has(name) ? 0.5 : 2 * kOrder.indexOf(method.toLowerCase()) + (path.includes('{') ? 0 : method === 'DELETE' ? 1 : 0);

/** What says the same of a missing object as of one that is another's. */
function told({ status, json, text }, id) {
  if (!json) return { status, text };
  const { request_id: _, ...rest } = json;
  return { status, json: JSON.parse(JSON.stringify(rest).replaceAll(id, 'ID')) };
}

class Matrix {
  constructor(daemon, api) {
    Object.assign(this, { daemon, api, problems: [] });
    this.routes = Object.entries(api.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(), path, operation, name: `${method.toUpperCase()} ${path}`,
        roles: operation['x-roles'], permission: operation['x-permission'], tenant: operation['x-tenant'],
      })),
    ).sort((a, b) => orderOf(a) - orderOf(b));
  }

  /** Kinds that nothing above names: the first thing in the list that the route's own path has. */
  async learnKinds(tenants) {
    for (const { path } of this.routes) {
      for (const [whole, name] of path.matchAll(/\{(\w+)\}/g)) {
        const prefix = path.slice(0, path.indexOf(whole));
        const list = prefix.slice(0, -1);
        if ((kPathKinds[prefix] ?? list) !== list || kPlain[path]?.[name] || !this.api.paths[list]?.get?.['x-roles'].includes('tenant_user')) continue;
        for (const [objects, token] of tenants) {
          const answer = await send(this.daemon, 'GET', list, { token });
          objects[list] = answer.json?.items?.[0]?.id;
        }
        if (tenants.every(([objects]) => objects[list])) kPathKinds[prefix] = list;
      }
    }
  }

  resolved(schema = {}) {
    if (schema.$ref) return this.resolved(schema.$ref.slice(2).split('/').reduce((node, step) => node[step], this.api));
    if (!schema.allOf) return schema;
    return schema.allOf.map((each) => this.resolved(each)).reduce((all, each) => ({
      ...all, ...each, properties: { ...all.properties, ...each.properties }, required: [...(all.required ?? []), ...(each.required ?? [])],
    }), {});
  }

  bodySchema({ operation }) {
    const content = operation.requestBody?.content;
    if (!content) return null;
    if (content['application/json']) return this.resolved(content['application/json'].schema);
    return this.resolved({ $ref: '#/components/schemas/DocumentRequest' });
  }

  isId(schema) {
    return schema.format === 'uuid' || (schema.items && this.resolved(schema.items).format === 'uuid');
  }

  /** The least that the schema takes. */
  minimal(schema, field, own) {
    schema = this.resolved(schema);
    if (this.isId(schema) && field in kFieldKinds) {
      const id = own(kFieldKinds[field]);
      return schema.items ? [id] : id;
    }
    if (schema.const !== undefined) return schema.const;
    if (field === 'role') return 'supporter';
    if (schema.enum) return schema.enum[0];
    const variant = (schema.oneOf ?? schema.anyOf)?.[0];
    if (variant) return this.minimal(variant, field, own);
    const type = [schema.type].flat()[0];
    if (type === 'object') {
      return Object.fromEntries((schema.required ?? []).map((name) => [name, this.minimal(schema.properties[name], name, own)]));
    }
    if (type === 'array') return schema.minItems ? [this.minimal(schema.items, field, own)] : [];
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
    if (schema.format === 'email') return 'minimal@mine.example';
    if (schema.format === 'date-time') return '2026-11-21T05:00:00.000Z';
    return 'minimal'.padEnd(schema.minLength ?? 0, 'x');
  }

  /** The kind of each object that a route names: in its path, its query, its body. */
  placesOf(route) {
    const places = [];
    for (const [, name] of route.path.matchAll(/\{(\w+)\}/g)) {
      if (kPlain[route.path]?.[name]) continue;
      const kind = kPathKinds[route.path.slice(0, route.path.indexOf(`{${name}}`))];
      if (!kind) this.problems.push(`${route.name}: nothing fills {${name}}`);
      places.push({ where: 'path', name, kind });
    }
    const queries = (route.operation.parameters ?? []).filter((each) => each.in === 'query' && each.schema.format === 'uuid');
    const fields = Object.entries(this.bodySchema(route)?.properties ?? {}).filter(([, schema]) => this.isId(this.resolved(schema)));
    for (const [where, name] of [...queries.map((each) => ['query', each.name]), ...fields.map(([name]) => ['body', name])]) {
      if (!kFieldKinds[name]) this.problems.push(`${route.name}: nothing fills ${name} in the ${where}`);
      places.push({ where, name, kind: kFieldKinds[name] });
    }
    return places;
  }

  /** The request, with `id` at one place and own objects at all others. */
  async ask(route, who, place, id) {
    const own = (kind) => who.own?.[kind] ?? this.mine[kind] ?? kMissing;
    let path = route.path.replace(/\{(\w+)\}/g, (_, name) => {
      if (place?.where === 'path' && place.name === name) return id;
      return kPlain[route.path]?.[name] ?? own(kPathKinds[route.path.slice(0, route.path.indexOf(`{${name}}`))]);
    });
    const isFeed = route.operation.responses['200']?.content?.['text/event-stream'] && route.method === 'GET';
    const query = new URLSearchParams(isFeed ? { after: '0', session_id: own('conversation') } : {});
    if (place?.where === 'query') query.set(place.name, id);
    if (query.size) path += `?${query}`;
    const schema = this.bodySchema(route);
    let json = schema ? this.minimal(schema, '', own) : undefined;
    for (const name of kEither[route.name] ?? []) {
      if (!(kEither[route.name].includes(place?.name) && place.where === 'body') && name === kEither[route.name][0]) json[name] = own(kFieldKinds[name]);
    }
    if (place?.where === 'body') {
      const isList = this.resolved(schema.properties[place.name]).items;
      json = { ...json, [place.name]: isList ? [id] : id };
    }
    const answer = await send(this.daemon, route.method, path, { token: who.token, headers: who.headers, json });
    for (const word of who.unseen) {
      if (answer.text.includes(word)) this.fault(route, who, `the answer tells ${word}`, answer);
    }
    if (answer.status >= 500) this.fault(route, who, `is an error of the daemon's`, answer);
    return answer;
  }

  fault(route, who, what, answer) {
    this.problems.push(`${route.name} as ${who.name}: ${what}: ${answer.status} ${answer.text.slice(0, 240)}`);
  }

  expect(route, who, answer, status, what) {
    if (answer.status !== status) this.fault(route, who, `${what} should be ${status}`, answer);
  }

  may(route, who) {
    const isNarrower = kNarrower[route.name]?.includes(who.role);
    return !isNarrower && (route.roles.includes(who.role) || (who.isMachine && route.roles.includes('api_client')));
  }

  async oneRoute(route) {
    const places = this.placesOf(route);
    const reached = [];
    for (const who of this.people) {
      const own = await this.ask(route, who);
      if (route.tenant === 'required' && who.name === 'admin') {
        if (own.json?.code !== 'tenant_required') this.fault(route, who, 'names no tenant', own);
        continue;
      }
      if (!this.may(route, who)) {
        this.expect(route, who, own, who.token ? 403 : 401, 'the role may not, so it');
        for (const place of places) {
          const far = await this.ask(route, who, place, this.far[place.kind]);
          this.expect(route, who, far, who.token ? 403 : 401, `another's ${place.name}`);
        }
        continue;
      }
      if (own.status === 401 || (own.status === 403 && own.json?.code === 'forbidden')) this.fault(route, who, 'the role may', own);
      reached.push(own.status);
      for (const place of places) await this.onePlace(route, who, place);
    }
    if (places.length > 0 && reached.length > 0 && reached.every((status) => status === 404)) {
      this.problems.push(`${route.name}: nobody found an own object`);
    }
  }

  async onePlace(route, who, place) {
    const missing = await this.ask(route, who, place, kMissing);
    const isGone = place.where === 'path' ? missing.status === 404 : missing.status === 404 || missing.status === 422;
    // A filter finds nothing, and that is an answer.
    if (!isGone && place.where !== 'query') this.fault(route, who, `a missing ${place.name}`, missing);
    const others = [this.far[place.kind]];
    if (place.kind === 'ticket') others.push(this.far.reference);
    if (who.isCustomer && this.neighbour[place.kind]) others.push(this.neighbour[place.kind]);
    for (const id of others) {
      const answer = await this.ask(route, who, place, id);
      if (JSON.stringify(told(answer, id)) !== JSON.stringify(told(missing, kMissing))) {
        this.fault(route, who, `another's ${place.name} is told apart from a missing one (${missing.status} ${missing.text.slice(0, 120)})`, answer);
      }
    }
  }

  check() {
    assert.deepEqual([...new Set(this.problems.splice(0))], []);
  }
}

function suite(name, options, makeDaemon) {
  describe(name, options, () => {
    let daemon, server, root, mine, far, matrix;

    before(async () => {
      ({ daemon, server } = await makeDaemon());
      root = await world.platformAdmin(daemon);
      mine = await world.makeTenant(daemon, root, 'mine');
      far = await world.makeTenant(daemon, root, kFar);
      matrix = new Matrix(daemon, await good(daemon, 'GET', '/openapi.json'));
      matrix.far = await plant(daemon, far, kFar);
      matrix.mine = await plant(daemon, mine, 'mineown');
      matrix.neighbour = await plantCase(daemon, mine, kNeighbour);
      await matrix.learnKinds([[matrix.mine, mine.owner], [matrix.far, far.owner]]);
      const customer = await plantCase(daemon, mine, 'customer');
      await Promise.all([settled(daemon, mine), settled(daemon, far)]);
      const clients = {};
      for (const scope of ['chat', 'read', 'manage']) clients[scope] = await plantClient(daemon, mine, scope);
      const person = (role, token, more = {}) => ({ name: role, role, token, unseen: [kFar], ...more });
      const isCustomer = { isCustomer: true, unseen: [kFar, kNeighbour] };
      matrix.people = [
        person('anonymous', undefined, { unseen: [kFar, kNeighbour] }),
        person('chat_user', customer.session.token, { own: customer, ...isCustomer }),
        person('supporter', mine.supporter),
        person('tenant_user', mine.owner),
        person('admin', root, { unseen: [] }),
        person('admin', root, { name: 'admin in the tenant', headers: { 'X-Tenant': mine.id } }),
        person('api_client:chat', clients.chat.token, { own: clients.chat.own, ...isCustomer }),
        person('api_client:read', clients.read.token),
        person('api_client:manage', clients.manage.token),
      ];
      for (const who of matrix.people.filter((each) => each.role.startsWith('api_client'))) who.isMachine = true;
    });
    after(async () => {
      await daemon?.dispose();
      await server?.stop();
    });

    const routes = () => matrix.routes.filter((each) => each.permission !== 'public' && each.path !== '/ws');
    // Whoever calls these ends what the others stand on.
    const isLast = (route) => route.path === '/oauth/revoke' || (route.path === '/tenants/{id}' && route.method === 'DELETE');

    test('a supporter leaves the case of a colleague alone', async () => {
      const held = await plantCase(daemon, mine, 'held');
      const accepted = await send(daemon, 'POST', `/escalations/${held.ticket}/accept`, { token: mine.owner, json: {} });
      assert.equal(accepted.status, 200, accepted.text);
      const who = { name: 'a colleague', role: 'supporter', token: mine.supporter, unseen: [kFar] };
      for (const route of routes().filter((each) => each.method !== 'GET' && each.roles.includes('supporter'))) {
        const place = matrix.placesOf(route).find((each) => ['conversation', 'ticket'].includes(each.kind) && each.where === 'path');
        if (!place) continue;
        const answer = await matrix.ask(route, who, place, held[place.kind]);
        const isRight = kForAnybody.has(route.name) ? answer.status < 300 : answer.status === 409 || answer.status === 403;
        if (!isRight) matrix.fault(route, who, 'acts on the case of another', answer);
      }
      const now = await good(daemon, 'GET', `/conversations/${held.conversation}`, { token: mine.owner });
      assert.equal(now.status, 'with_agent');
      matrix.check();
    });

    test('an organisation is named by the token alone', async () => {
      for (const route of routes().filter((each) => each.tenant !== 'none' && !isLast(each))) {
        for (const who of matrix.people.filter((each) => each.token && each.role !== 'admin')) {
          const answer = await matrix.ask(route, { ...who, headers: { 'X-Tenant': far.id } });
          matrix.expect(route, who, answer, 403, "another tenant's name");
        }
      }
      matrix.check();
    });

    test('what is public asks for nobody and fails nobody', async () => {
      for (const route of matrix.routes.filter((each) => each.permission === 'public')) {
        const path = route.path.replace('{public_key}', mine.publicKey).replace('{file}', 'index.html').replace('{reference}', matrix.mine.reference);
        assert.doesNotMatch(path, /[{}]/, `nothing fills ${route.path}`);
        const schema = matrix.bodySchema(route);
        const json = schema ? matrix.minimal(schema, '', () => kMissing) : undefined;
        const answer = await send(daemon, route.method, path, { json });
        const isWelcome = answer.status < 500 && answer.json?.code !== 'unauthorized' && answer.json?.code !== 'forbidden';
        if (!isWelcome) matrix.fault(route, { name: 'anyone' }, 'is public', answer);
        if (answer.text.includes(kFar)) matrix.fault(route, { name: 'anyone' }, 'tells of another', answer);
      }
      matrix.check();
    });

    test('every route for every role and every object', async () => {
      for (const route of routes().filter((each) => !isLast(each) && each.permission !== 'tenants:manage')) await matrix.oneRoute(route);
      matrix.check();
    });

    test('the platform is for its admins', async () => {
      for (const route of matrix.routes.filter((each) => each.permission === 'tenants:manage')) {
        for (const who of matrix.people.filter((each) => each.role !== 'admin')) {
          for (const id of [mine.id, far.id, kFar, kMissing]) {
            const path = route.path.replace('{id}', id);
            const schema = matrix.bodySchema(route);
            const json = schema ? matrix.minimal(schema, '', () => kMissing) : undefined;
            const answer = await send(daemon, route.method, path, { token: who.token, json });
            matrix.expect(route, who, answer, who.token ? 403 : 401, 'a tenant');
          }
        }
      }
      matrix.check();
    });

    test('a list that is asked for the objects of another is empty of them', async () => {
      const ids = ['conversation', 'ticket', 'customer', 'user', 'team', 'document', 'agent'].map((kind) => matrix.far[kind]);
      for (const route of routes().filter((each) => each.method === 'GET' && !each.path.includes('{') && each.tenant === 'required')) {
        const names = (route.operation.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name);
        for (const name of names.filter((each) => !['limit', 'cursor', 'k', 'after', 'from', 'to', 'rating', 'session_id'].includes(each))) {
          for (const value of [...ids, kFar, `customer@${kFar}.example`]) {
            const path = `${route.path}?${new URLSearchParams({ [name]: value })}`;
            const answer = await send(daemon, 'GET', path, { token: mine.owner });
            const isEcho = answer.status >= 400 && answer.status < 500;
            if (!isEcho && answer.status !== 200) matrix.fault(route, { name: 'the owner' }, `${name}=${value}`, answer);
            if (answer.status === 200 && [...ids, kFar].some((each) => answer.text.includes(each))) {
              matrix.fault(route, { name: 'the owner' }, `${name}=${value} finds another's`, answer);
            }
          }
        }
      }
      matrix.check();
    });

    test('the live link lets nobody hear or touch what is not theirs', async () => {
      const refused = await Link.open(daemon, 'nobody');
      assert.equal(refused.status, 401);
      assert.equal((await Link.open(daemon, root)).status, 422);
      const subscribe = (link, topic) => link.ask({ type: 'subscribe', topics: [topic] });
      const links = [];
      for (const who of matrix.people.filter((each) => each.token && each.name !== 'admin')) {
        const link = await Link.open(daemon, who.token, { headers: who.headers });
        assert.ok(link.frames, `${who.name}: ${link.status} ${link.body}`);
        links.push({ who, link });
        const strangers = [matrix.far.conversation, ...(who.isCustomer ? [matrix.neighbour.conversation] : [])];
        for (const id of strangers) {
          for (const frame of [{ type: 'subscribe', topics: [`conversation:${id}`] }, { type: 'viewing', conversation: id },
            { type: 'composing', conversation: id }, { type: 'typing', conversation: id }]) {
            const answer = await link.ask(frame);
            const missing = await link.ask(JSON.parse(JSON.stringify(frame).replace(id, kMissing)));
            // A customer's frames name no conversation but the own one.
            if (who.role === 'chat_user' && frame.type === 'typing') continue;
            assert.equal(answer.type, 'error', `${who.name}: ${JSON.stringify(frame)}: ${JSON.stringify(answer)}`);
            assert.deepEqual({ ...answer, id: 0 }, { ...missing, id: 0 }, `${who.name}: ${JSON.stringify(frame)}`);
          }
        }
        for (const topic of ['queue', 'presence']) {
          assert.equal((await subscribe(link, topic)).code, who.isCustomer ? 'forbidden' : undefined, `${who.name}: ${topic}`);
        }
      }
      const stream = await EventStream.open(daemon, '/chat/events?after=0', { token: matrix.people[1].token });
      const foreign = await Link.open(daemon, far.supporter);
      await foreign.ask({ type: 'viewing', conversation: matrix.far.conversation });
      await foreign.ask({ type: 'typing', conversation: matrix.far.conversation });
      for (const [session, word] of [[matrix.far.session, kFar], [matrix.neighbour.session, kNeighbour]]) {
        await world.say(daemon, session, `Where is the boat of ${word} now?`);
        await good(daemon, 'POST', '/chat/typing', { token: session.token, json: { session_id: session.session_id, typing: true } });
      }
      await good(daemon, 'POST', '/chat/escalate', { token: matrix.far.session.token, json: { session_id: matrix.far.conversation } });
      await world.say(daemon, { token: matrix.people[1].token }, 'the last word');
      await stream.until((all) => all.some((each) => each.data.message?.text === 'the last word'), 'the own message');
      const heard = [{ who: matrix.people[1], text: JSON.stringify(stream.events) }];
      for (const { who, link } of links) {
        await link.ask({ type: 'ping' });
        heard.push({ who, text: JSON.stringify(link.frames.filter((each) => each.type === 'event')) });
        link.cut();
      }
      stream.close();
      foreign.cut();
      for (const { who, text } of heard) {
        for (const word of [...who.unseen, matrix.far.conversation]) assert.ok(!text.includes(word), `${who.name} heard ${word}: ${text.slice(0, 400)}`);
      }
    });

    test('whoever signs out, or is shut, is out', async () => {
      for (const who of matrix.people.filter((each) => each.token && each.name !== 'admin in the tenant')) {
        const ended = await send(daemon, 'POST', '/oauth/revoke', { token: who.token });
        assert.ok([204, 403, 409, 422].includes(ended.status), `${who.name}: ${ended.status} ${ended.text}`);
        const me = await send(daemon, 'GET', '/me', { token: who.token });
        assert.equal(me.status, ended.status === 204 ? 401 : 200, `${who.name}: ${ended.status} ${me.text}`);
      }
    });
  });
}

suite('on SQLite', {}, async () => ({ daemon: await new Daemon({ admin: true, demo: false }).start() }));
suite('on PostgreSQL', { skip: unavailable }, async () => {
  const server = await new PostgresServer().start();
  server.sql('CREATE DATABASE parley');
  const daemon = await new Daemon({ admin: true, demo: false, settings: ['--database', server.url('parley')] }).start();
  return { daemon, server };
});
