// SPDX-License-Identifier: MIT
// Who acts in the scripted story, over connections that are cut and a daemon that is killed.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import net from 'node:net';

import { call, EventStream, eventually, pause } from './contract/client.mjs';
import { Link } from './contract/web_socket.mjs';

const kText = 1;
/** Where there may be other nodes, a request that died is taken up again after a minute. */
const kInsistMs = 100_000;

/** Passes connections on to the daemon and ends each after so many text frames of the daemon's. */
export class CuttingProxy {
  /** @param limitOf  of the number of the connection, from 0: how many frames it passes */
  constructor(daemon, limitOf = () => Infinity) {
    Object.assign(this, { daemon, limitOf, connections: 0, frames: 0 });
  }

  async start() {
    this.server = net.createServer((near) => this.#pass(near, this.limitOf(this.connections++)));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  #pass(near, limit) {
    const far = net.connect(this.daemon.port, '127.0.0.1');
    const end = () => [near, far].forEach((each) => each.destroy());
    for (const each of [near, far]) each.on('error', end).on('close', end);
    near.pipe(far);
    let [rest, isUpgraded, passed] = [Buffer.alloc(0), false, 0];
    far.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (;;) {
        const size = isUpgraded ? frameSize(rest) : rest.indexOf('\r\n\r\n') + 4;
        if (size < 4 && !isUpgraded) return;
        if (isUpgraded && (size === 0 || rest.length < size)) return;
        const part = rest.subarray(0, size);
        rest = rest.subarray(size);
        const isText = isUpgraded && (part[0] & 15) === kText;
        isUpgraded = true;
        if (isText) [passed, this.frames] = [passed + 1, this.frames + 1];
        if (passed >= limit) {
          // What was passed arrives; nothing after it does.
          near.end(part, end);
          far.removeAllListeners('data').resume();
          return;
        }
        near.write(part);
      }
    });
  }

  stop() {
    this.server.close();
  }
}

/** Bytes of the frame that begins here; 0: that is not known yet. */
function frameSize(bytes) {
  if (bytes.length < 2) return 0;
  const short = bytes[1] & 127;
  if (short < 126) return 2 + short;
  const head = short === 126 ? 4 : 10;
  if (bytes.length < head) return 0;
  return head + (short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)));
}

/** A request that is made until it was answered: the daemon may be down, or die under it. */
export async function insist(daemon, method, path, { token, json, isDone } = {}) {
  const headers = { 'Idempotency-Key': randomUUID() };
  let isAgain = false;
  const attempt = async () => {
    try {
      const answer = await call(daemon, method, path, { token, json, headers: method === 'POST' ? headers : {} });
      // What has no key may have been done before the answer was lost.
      if (answer.status >= 300 && isAgain && isDone && (await isDone())) return { status: 200 };
      if ([503, 504].includes(answer.status)) return false;
      assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 400)}`);
      return answer.json ?? { status: answer.status };
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      isAgain = true;
      return false;
    }
  };
  for (const end = Date.now() + kInsistMs; ;) {
    const answer = await attempt();
    if (answer) return answer;
    assert.ok(Date.now() < end, `never answered: ${method} ${path}`);
    await pause(20);
  }
}

/** Keeps a place in a log over as many connections as it takes; a gap or a repetition fails at once. */
class Place {
  events = [];

  take(seq, event) {
    assert.equal(seq, this.events.length + 1, `event ${seq} after ${this.events.length}`);
    this.events.push(event);
  }

  get messages() {
    return this.events.filter((each) => each.message).map((each) => each.message);
  }
}

/** An operator's live link. */
export class Operator {
  #link = null;
  #read = 0;
  places = new Map();

  constructor(entrance, token) {
    Object.assign(this, { entrance, token });
  }

  follow(topic) {
    this.places.set(topic, new Place());
    if (this.#link && !this.#link.closed) this.#subscribe([topic]);
    return this.places.get(topic);
  }

  send(frame) {
    if (this.#link && !this.#link.closed) this.#link.raw(JSON.stringify(frame));
  }

  #subscribe(topics) {
    const after = Object.fromEntries(topics.map((topic) => [topic, this.places.get(topic).events.length]));
    this.send({ type: 'subscribe', topics, after });
  }

  async #pump() {
    // Before a new connection: what came over the old one has been read.
    for (const frame of this.#link?.frames.slice(this.#read) ?? []) {
      ++this.#read;
      assert.notEqual(frame.type, 'error', JSON.stringify(frame));
      if (frame.type === 'event' && frame.seq) this.places.get(frame.topic).take(frame.seq, frame.event);
    }
    if (this.#link && !this.#link.closed) return;
    try {
      const link = await Link.open(this.entrance, this.token);
      assert.ok(link.frames, `${link.status} ${link.body}`);
      [this.#link, this.#read] = [link, 0];
      this.#subscribe([...this.places.keys()]);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      this.#link = null;
    }
  }

  /** Waits for an event of the topic. */
  hears(topic, matches, what) {
    return eventually(async () => {
      await this.#pump();
      return this.places.get(topic).events.find(matches);
    }, what);
  }

  close() {
    this.#link?.cut();
  }
}

/** A customer without a browser: posts, and reads the events of the session. */
export class PlainCustomer {
  place = new Place();
  #stream = null;
  #read = 0;

  constructor(daemon, session) {
    Object.assign(this, { daemon, session });
  }

  say(text) {
    return insist(this.daemon, 'POST', '/chat/message', { token: this.session.token, json: { text } });
  }

  async #pump() {
    for (const { id, data } of this.#stream?.events.slice(this.#read) ?? []) {
      ++this.#read;
      if (id) this.place.take(Number(id), data);
    }
    if (this.#stream && !this.#stream.isEnded) return;
    try {
      const path = `/chat/events?after=${this.place.events.length}`;
      [this.#stream, this.#read] = [await EventStream.open(this.daemon, path, { token: this.session.token }), 0];
    } catch {
      this.#stream = null;
    }
  }

  sees(text) {
    return eventually(async () => {
      await this.#pump();
      return this.place.messages.find((each) => each.text === text);
    }, `the customer sees "${text}"`);
  }

  close() {
    this.#stream?.close();
  }
}
