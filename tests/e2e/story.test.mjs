// SPDX-License-Identifier: MIT
// One story, told over real connections: a question the agents cannot answer, a person who takes it, writes, hands it
// on; an answer, and the next customer who gets it at once. The operator's connection is cut after every frame, the
// daemon is killed at random, and each time both sides have the same whole transcript, and nothing twice.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { eventually, good, pause } from './contract/client.mjs';
import { Daemon } from './contract/daemon.mjs';
import { PostgresServer, unavailable } from './contract/postgres_server.mjs';
import * as world from './contract/world.mjs';
import { CuttingProxy, insist, Operator, PlainCustomer } from './story_stage.mjs';

const kAnswer = 'None: our submarines stay in the lake, all winter long.';
const kSeeds = (process.env.STORY_SEEDS ?? '1,2,3,4').split(',').map(Number);
const kKills = 2;
const kLongestDelayMs = 25;

/** Reproducible numbers below `limit`. @source Numerical Recipes, ranqd1 */
function sequence(seed) {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Kills the daemon in the middle of the chosen steps and starts it again on the same data. */
class Fate {
  steps = 0;

  /** @param kills  step -> milliseconds after its begin */
  constructor(daemon, kills = new Map()) {
    Object.assign(this, { daemon, kills });
  }

  static of(daemon, seed, steps) {
    const next = sequence(seed);
    return new Fate(daemon, new Map(Array.from({ length: kKills }, () => [next(steps), next(kLongestDelayMs)])));
  }

  async step(work) {
    const delay = this.kills.get(this.steps++);
    const [done] = await Promise.all([work(), delay === undefined ? undefined : this.#strike(delay)]);
    return done;
  }

  async #strike(delay) {
    await pause(delay);
    await this.daemon.kill();
    await this.daemon.start();
  }
}

function suite(name, options, makeDaemon) {
  describe(name, options, () => {
    let daemon, server, root, steps, frames;
    let tenants = 0;

    before(async () => {
      ({ daemon, server } = await makeDaemon());
      daemon.keepPort();
      root = await world.platformAdmin(daemon);
    });
    after(async () => {
      await daemon?.dispose();
      await server?.stop();
    });

    /** Runs the story in a new organisation. @return what there is to say of it */
    async function tell({ limitOf, fate = new Fate(daemon) } = {}) {
      const tenant = await world.makeTenant(daemon, root, `story-${++tenants}`);
      const proxy = await new CuttingProxy(daemon, limitOf).start();
      const mia = new Operator(proxy, tenant.supporter);
      const customer = new PlainCustomer(daemon, await world.openSession(daemon, tenant.publicKey));
      try {
        await play({ tenant, mia, customer, fate });
        return { frames: proxy.frames, connections: proxy.connections, steps: fate.steps };
      } finally {
        customer.close();
        mia.close();
        proxy.stop();
      }
    }

    /** @param mia  the operator at the link; the owner of the tenant is the colleague she hands the case to */
    async function play({ tenant, mia, customer, fate }) {
      const as = (token, method, path, more) => insist(daemon, method, path, { token, ...more });
      const post = (token, path, json, more) => fate.step(() => as(token, 'POST', path, { json, ...more }));
      const says = async (text) => {
        await fate.step(() => customer.say(text));
        await mia.hears(topic, (each) => each.message?.text === text, `the operator hears "${text}"`);
      };
      const queue = mia.follow('queue') && 'queue';

      await fate.step(() => customer.say(world.kUnanswerable));
      const created = await mia.hears(queue, (each) => each.type === 'ticket.created', 'the case in the queue');
      const { session_id: id, ticket } = created;
      const topic = `conversation:${id}`;
      const desk = mia.follow(topic);
      const ben = await as(tenant.owner, 'GET', '/me');
      const heldBy = async (person) => (await as(tenant.owner, 'GET', `/conversations/${id}`)).assignee?.id === person.id;

      await post(tenant.supporter, `/escalations/${ticket.id}/accept`, {});
      await mia.hears(topic, (each) => each.status === 'with_agent', 'who took it');
      await fate.step(async () => mia.send({ type: 'typing', conversation: id }));
      await post(tenant.supporter, `/conversations/${id}/messages`, { text: 'Seems to be about boats.', kind: 'note' });
      await post(tenant.supporter, `/conversations/${id}/messages`, { text: 'I am looking into it.' });
      await customer.sees('I am looking into it.');
      await says('Thank you!');
      await post(tenant.supporter, `/conversations/${id}/assign`, { user_id: ben.id }, { isDone: () => heldBy(ben) });
      await post(tenant.owner, `/conversations/${id}/messages`, { text: 'Now it is me who helps you.' });
      await customer.sees('Now it is me who helps you.');
      await says('Okay, thanks.');
      const isResolved = async () => (await as(tenant.owner, 'GET', `/ticket/${ticket.id}`)).status === 'resolved';
      const resolved = await post(tenant.owner, `/admin/tickets/${ticket.id}/resolve`, { answer: kAnswer }, { isDone: isResolved });
      if (resolved.learned) assert.equal(resolved.learned.cache, true, JSON.stringify(resolved.learned));
      await customer.sees(kAnswer);

      const { messages: own, status } = await as(tenant.supporter, 'GET', `/session/${id}`);
      const whole = await as(tenant.supporter, 'GET', `/conversations/${id}`);
      await mia.hears(topic, () => desk.events.length >= whole.last_seq, 'the whole log');
      assert.equal(status, 'open');
      compare(own, whole, desk);
      // A browser's transcript is compared by its words, later.
      if (customer.place) assert.deepEqual(customer.place.messages.map(plain), own.filter((each) => each.kind !== 'note').map(plain));

      const next = await world.openSession(daemon, tenant.publicKey);
      const turn = await fate.step(() => insist(daemon, 'POST', '/chat/message', { token: next.token, json: { text: world.kUnanswerable } }));
      assert.equal(turn.reply.text, kAnswer);
      assert.equal(turn.reply.cache_hit, true);
      return id;
    }

    const plain = ({ id, sender, kind, text }) => ({ id, sender, kind, text });

    /** What the customer has, what the desk has and what the operator was told is one transcript. */
    function compare(own, whole, desk) {
      const told = [
        ['user', world.kUnanswerable], ['agent', null], ['supporter', 'Seems to be about boats.'], ['supporter', 'I am looking into it.'],
        ['user', 'Thank you!'], ['supporter', 'Now it is me who helps you.'], ['user', 'Okay, thanks.'],
        ['supporter', kAnswer],
      ];
      const isSpoken = (each) => each.kind !== 'event';
      const spoken = whole.messages.filter(isSpoken);
      assert.deepEqual(spoken.map((each, i) => [each.sender, told[i]?.[1] === null ? null : each.text]), told);
      assert.equal(new Set(whole.messages.map((each) => each.id)).size, whole.messages.length);
      assert.deepEqual(desk.messages.map(plain), whole.messages.map(plain));
      const isShown = (each) => each.kind !== 'note';
      assert.deepEqual(own.filter(isShown).map(plain), whole.messages.filter(isShown).map(plain));
    }

    test('as it is meant', async () => {
      ({ steps, frames } = await tell());
      assert.ok(frames > 10 && steps > 8, `${frames} frames, ${steps} steps`);
    });

    test('with the connection cut after every frame', async () => {
      for (let limit = 1; limit <= frames; ++limit) {
        const { connections } = await tell({ limitOf: (connection) => (connection === 0 ? limit : Infinity) });
        assert.ok(connections >= 2 || limit >= frames - 2, `nothing was cut after ${limit} frames`);
      }
      const { connections } = await tell({ limitOf: () => 2 });
      assert.ok(connections > 5, `${connections} connections`);
    });

    for (const seed of kSeeds) {
      test(`with the daemon killed at random (seed ${seed})`, async () => {
        await tell({ fate: Fate.of(daemon, seed, steps) });
      });
    }

    test('with the widget in a browser, and the daemon killed', async (t) => {
      const support = await import('./support.mjs').catch(() => null);
      if (!support?.haveChromium) return t.skip('there is no browser, or no widget was built');
      const browser = await support.launchBrowser();
      const page = await support.Customer.visit(browser, `${daemon.origin}/demo`);
      const tenant = { publicKey: await world.demoKey(daemon), supporter: await world.demoSupporter(daemon), owner: await world.demoAdmin(daemon) };
      const proxy = await new CuttingProxy(daemon).start();
      const mia = new Operator(proxy, tenant.supporter);
      const customer = {
        say: (text) => page.say(text),
        sees: (text) => page.sees('supporter', text),
      };
      try {
        await page.openChat();
        // Not while the widget itself sends: what it does then is told by tests of its own.
        const fate = new Fate(daemon, new Map([[1 + sequence(kSeeds[0])(4), 5]]));
        const id = await play({ tenant, mia, customer, fate });
        const { messages } = await good(daemon, 'GET', `/session/${id}`, { token: tenant.supporter });
        const words = (text) => text.replace(/\s+/g, ' ').trim();
        const shown = messages.filter((each) => !['note', 'event'].includes(each.kind)).map((each) => words(`${each.sender}: ${each.text}`));
        await eventually(async () => (await page.transcript()).length === shown.length, 'the page shows the whole');
        assert.deepEqual((await page.transcript()).map(words), shown);
      } finally {
        mia.close();
        proxy.stop();
        await page.close();
        await browser.close();
      }
    });
  });
}

const kSettings = ['--golden.sweep_s', '0'];
suite('on SQLite', {}, async () => ({ daemon: await new Daemon({ admin: true, settings: kSettings }).start() }));
suite('on PostgreSQL', { skip: unavailable }, async () => {
  const server = await new PostgresServer().start();
  server.sql('CREATE DATABASE parley');
  const daemon = await new Daemon({ admin: true, settings: [...kSettings, '--database', server.url('parley')] }).start();
  return { daemon, server };
});
