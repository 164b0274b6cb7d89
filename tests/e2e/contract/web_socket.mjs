// SPDX-License-Identifier: MIT
// A WebSocket client of JSON frames, with Node's standard library alone. @source RFC 6455
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

import { eventually } from './client.mjs';

const kText = 1, kClose = 8, kPing = 9, kPong = 10;

function framed(opcode, payload) {
  const bytes = Buffer.from(payload);
  const head = bytes.length < 126 ? Buffer.from([0x80 | opcode, 0x80 | bytes.length])
    : bytes.length < 65536 ? Buffer.from([0x80 | opcode, 0xfe, bytes.length >> 8, bytes.length & 255])
    : Buffer.concat([Buffer.from([0x80 | opcode, 0xff]), (() => { const size = Buffer.alloc(8); size.writeBigUInt64BE(BigInt(bytes.length)); return size; })()]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, bytes.map((byte, i) => byte ^ mask[i % 4])]);
}

export class Link {
  frames = [];
  closed = null;
  #ids = 0;
  #rest = Buffer.alloc(0);

  /** @return an open link, or {status, body} where it was refused */
  static open(daemon, token, { path = '/ws', headers = {} } = {}) {
    const url = new URL(path, daemon.origin);
    return new Promise((resolve, reject) => {
      const upgrade = {
        Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'), 'Sec-WebSocket-Protocol': `parley.v1, bearer.${token}`,
      };
      const call = request(url, { headers: { ...upgrade, ...headers } });
      call.on('upgrade', (response, socket, head) => {
        const link = new Link();
        link.protocol = response.headers['sec-websocket-protocol'];
        link.socket = socket;
        socket.on('data', (bytes) => link.#take(bytes));
        socket.on('close', () => (link.closed ??= 1006));
        socket.on('error', () => (link.closed ??= 1006));
        if (head.length) link.#take(head);
        resolve(link);
      });
      call.on('response', (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(parts).toString() }));
      });
      call.on('error', reject);
      call.end();
    });
  }

  #take(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      if (this.#rest.length < 2) return;
      const opcode = this.#rest[0] & 15;
      let [size, at] = [this.#rest[1] & 127, 2];
      if (size === 126) [size, at] = [this.#rest.length < 4 ? Infinity : this.#rest.readUInt16BE(2), 4];
      else if (size === 127) [size, at] = [this.#rest.length < 10 ? Infinity : Number(this.#rest.readBigUInt64BE(2)), 10];
      if (this.#rest.length < at + size) return;
      const payload = this.#rest.subarray(at, at + size);
      this.#rest = this.#rest.subarray(at + size);
      if (opcode === kText) this.frames.push(JSON.parse(payload.toString()));
      else if (opcode === kPing) this.socket.write(framed(kPong, payload));
      else if (opcode === kClose) this.closed = payload.length < 2 ? 1005 : payload.readUInt16BE(0);
    }
  }

  raw(text) {
    this.socket.write(framed(kText, text));
  }

  /** Bytes of a message of any kind: 1 text, 2 binary, 9 ping. */
  message(opcode, payload) {
    this.socket.write(framed(opcode, payload));
  }

  /** Bytes as they are, frame or not. */
  wire(bytes) {
    this.socket.write(bytes);
  }

  /** Sends a frame and waits for its answer. */
  async ask(frame) {
    const id = `q${++this.#ids}`;
    this.raw(JSON.stringify({ ...frame, id }));
    return this.frame((each) => each.id === id, JSON.stringify(frame));
  }

  frame(matches, what = 'a frame') {
    return eventually(async () => this.frames.find(matches), what);
  }

  events(topic) {
    return this.frames.filter((each) => each.type === 'event' && each.topic === topic);
  }

  cut() {
    this.socket.destroy();
  }
}
