// SPDX-License-Identifier: MIT
import http from 'node:http';

/** The connection was lost, or never came up: the daemon was killed, nobody knows what it did. */
export class ConnectionLost extends Error {}

/** The daemon is there and does not answer. */
export class NoAnswer extends Error {}

const lostOrSilent = (method, path, error) =>
  error instanceof NoAnswer ? error : new ConnectionLost(`${method} ${path}: ${error.message}`);

function open(daemon, method, path, { token, key, body, signal } = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (key) headers['Idempotency-Key'] = key;
  if (text !== undefined) {
    headers['Content-Type'] = 'application/json';
    headers['Content-Length'] = Buffer.byteLength(text);
  }
  const target = { host: '127.0.0.1', port: daemon.port, method, path };
  const request = http.request({ ...target, headers, signal, agent: false });
  const patience = daemon.patienceMs;
  request.setTimeout(patience, () => request.destroy(new NoAnswer(`${method} ${path}: silent for ${patience} ms`)));
  request.end(text);
  return request;
}

/** One request. @return {status, headers, text}; throws ConnectionLost */
export function call(daemon, method, path, options) {
  return new Promise((resolve, reject) => {
    const lost = (error) => reject(lostOrSilent(method, path, error));
    open(daemon, method, path, options)
      .on('error', lost)
      .on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => (text += part));
        response.on('error', lost);
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
  });
}

/** One request that must succeed. @return the decoded answer */
export async function json(daemon, method, path, options) {
  const answer = await call(daemon, method, path, options);
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  return JSON.parse(answer.text);
}

/** Splits the text of an event stream into events {id, event, data}; keeps what is not complete yet. */
export class EventReader {
  constructor() {
    this.rest = '';
  }

  feed(text) {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop();
    return blocks.map(parseBlock).filter((event) => event.data !== undefined);
  }
}

function parseBlock(block) {
  const event = { id: undefined, event: 'message', data: undefined };
  for (const line of block.split('\n')) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
    else if (name === 'id' || name === 'event') event[name] = value;
  }
  return event;
}

/**
 * Opens an event stream and gives each event to `onEvent` until that returns true or the stream ends.
 * @return {status, text}: text of an answer that is no stream; throws ConnectionLost
 */
export function stream(daemon, method, path, options, onEvent) {
  return new Promise((resolve, reject) => {
    const lost = (error) => reject(lostOrSilent(method, path, error));
    const request = open(daemon, method, path, options).on('error', lost);
    request.on('response', (response) => {
      const isStream = (response.headers['content-type'] ?? '').startsWith('text/event-stream');
      const reader = new EventReader();
      let text = '';
      response.setEncoding('utf8');
      response.on('error', lost);
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('data', (part) => {
        if (!isStream) {
          text += part;
          return;
        }
        for (const event of reader.feed(part)) {
          if (onEvent(event)) {
            resolve({ status: response.statusCode, text });
            request.destroy();
            return;
          }
        }
      });
    });
  });
}
