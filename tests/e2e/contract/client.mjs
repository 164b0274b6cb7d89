// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';

const kPatienceMs = 45_000;

/**
 * One request. `json` is sent as JSON, `body` (text or bytes) as it is.
 * @return {status, headers, text, json}; json is undefined when the answer is none
 */
export function call(daemon, method, path, { token, headers = {}, json, body } = {}) {
  const bytes = json === undefined ? body : JSON.stringify(json);
  const all = { ...headers };
  if (token) all.Authorization = `Bearer ${token}`;
  if (json !== undefined && !('Content-Type' in all)) all['Content-Type'] = 'application/json';
  if (bytes !== undefined) all['Content-Length'] = Buffer.byteLength(bytes);
  return new Promise((resolve, reject) => {
    const target = { host: '127.0.0.1', port: daemon.port, method, path, headers: all, agent: false };
    const request = http.request(target, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const answer = { status: response.statusCode, headers: response.headers, text };
        if (/json/.test(response.headers['content-type'] ?? '') && text) answer.json = JSON.parse(text);
        resolve(answer);
      });
    });
    request.setTimeout(kPatienceMs, () => request.destroy(new Error(`${method} ${path}: no answer`)));
    request.on('error', reject);
    request.end(bytes);
  });
}

/** A request that must succeed. @return the decoded answer */
export async function good(daemon, method, path, options) {
  const answer = await call(daemon, method, path, options);
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 400)}`);
  return answer.json;
}

/** Holds an answer against the shape of every problem. @return the problem */
export function assertProblem(answer, status, code) {
  assert.equal(answer.status, status, answer.text.slice(0, 400));
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  const problem = answer.json;
  for (const name of ['type', 'title', 'detail', 'code', 'request_id']) {
    assert.equal(typeof problem[name], 'string', `${name} of ${answer.text}`);
  }
  assert.equal(problem.status, status);
  assert.equal(problem.code, code, answer.text);
  assert.equal(problem.request_id, answer.headers['x-request-id']);
  for (const each of problem.errors ?? []) {
    assert.equal(typeof each.field, 'string');
    assert.equal(typeof each.message, 'string');
  }
  assert.doesNotMatch(answer.text, /sqlite|SELECT |INSERT |postgres|\/home\/|\/tmp\/|\.cpp|terminate called/i);
  return problem;
}

/** Holds a 422 against the fields it must name, in any order. */
export function assertFields(answer, fields) {
  const problem = assertProblem(answer, 422, 'validation_failed');
  assert.deepEqual(problem.errors.map((each) => each.field).sort(), [...fields].sort(), answer.text);
}

/** An open event stream. */
export class EventStream {
  /** Opens it; `method` POST sends `json`. */
  static open(daemon, path, { token, headers = {}, method = 'GET', json } = {}) {
    const stream = new EventStream();
    const body = json === undefined ? undefined : JSON.stringify(json);
    const all = { ...headers, Authorization: `Bearer ${token}` };
    if (body !== undefined) {
      all['Content-Type'] = 'application/json';
      all['Content-Length'] = Buffer.byteLength(body);
    }
    return new Promise((resolve, reject) => {
      const target = { host: '127.0.0.1', port: daemon.port, method, path, headers: all, agent: false };
      stream.request = http.request(target, (response) => {
        stream.status = response.statusCode;
        stream.headers = response.headers;
        stream.response = response;
        response.setEncoding('utf8');
        response.on('data', (text) => stream.#feed(text));
        const end = () => {
          stream.isEnded = true;
          stream.#wake();
        };
        response.on('end', end).on('error', end).on('close', end);
        resolve(stream);
      });
      stream.request.on('error', (error) => (stream.response ? undefined : reject(error)));
      stream.request.end(body);
    });
  }

  constructor() {
    this.events = [];
    this.isEnded = false;
    this.rest = '';
    this.waiting = [];
  }

  #feed(text) {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop();
    for (const block of blocks) {
      const event = { event: 'message' };
      const data = [];
      for (const line of block.split('\n')) {
        const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
        if (name === 'data') data.push(value);
        else if (name) event[name] = value;
      }
      if (data.length > 0) this.events.push({ ...event, data: JSON.parse(data.join('\n')) });
    }
    this.#wake();
  }

  #wake() {
    this.waiting.splice(0).forEach((resolve) => resolve());
  }

  /** Waits until `found(events)` is true. @return the events */
  async until(found, what = 'an event') {
    const deadline = Date.now() + kPatienceMs;
    while (!found(this.events)) {
      assert.ok(!this.isEnded, `the stream ended before ${what}: ${JSON.stringify(this.events).slice(-1500)}`);
      assert.ok(Date.now() < deadline, `no ${what}: ${JSON.stringify(this.events).slice(-1500)}`);
      await new Promise((resolve) => {
        this.waiting.push(resolve);
        setTimeout(resolve, 500).unref();
      });
    }
    return this.events;
  }

  /** Waits until the server has ended it. */
  async ended() {
    const deadline = Date.now() + kPatienceMs;
    while (!this.isEnded) {
      assert.ok(Date.now() < deadline, 'the stream stays open');
      await new Promise((resolve) => {
        this.waiting.push(resolve);
        setTimeout(resolve, 100).unref();
      });
    }
    return this.events;
  }

  close() {
    this.request.destroy();
  }
}

/** Sends bytes as they are and reads until the other side closes (or `isEnough(text)`). @return the text */
export function raw(daemon, bytes, isEnough = () => false) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = net.connect(daemon.port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(kPatienceMs, () => socket.destroy(new Error(`no end of the answer: ${text.slice(0, 300)}`)));
    socket.on('data', (part) => {
      text += part;
      if (isEnough(text)) socket.destroy();
    });
    socket.on('error', (error) => (text ? resolve(text) : reject(error)));
    socket.on('close', () => resolve(text));
  });
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until `ask()` gives something. */
export async function eventually(ask, what) {
  const deadline = Date.now() + kPatienceMs;
  for (;;) {
    const found = await ask();
    if (found) return found;
    assert.ok(Date.now() < deadline, `never: ${what}`);
    await pause(30);
  }
}
