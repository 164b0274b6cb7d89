// SPDX-License-Identifier: MIT
// As much of the daemon's contract as the crash test uses, on one journal file; it tests the test. With
// FAKE_FAULT=lose|twice|forget|gap it breaks a promise, which the crash test must notice.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

const fault = process.env.FAKE_FAULT ?? '';
const journal = join(process.argv[process.argv.indexOf('--data') + 1], 'journal');
const sessions = new Map();
const waiting = new Map(); // message id -> functions that want its turn
let ids = 0;

const newId = () => `${process.pid}-${++ids}`;

function remember(record) {
  appendFileSync(journal, `${JSON.stringify(record)}\n`);
  apply(record);
}

function apply({ session, message, key }) {
  if (!sessions.has(session)) sessions.set(session, { messages: [], keys: new Map() });
  const known = sessions.get(session);
  if (!message) return;
  known.messages.push({ ...message, seq: known.messages.length + (fault === 'gap' ? 2 : 1) });
  if (key) known.keys.set(key, message.id);
  if (message.in_reply_to) {
    (waiting.get(message.in_reply_to) ?? []).forEach((tell) => tell());
    waiting.delete(message.in_reply_to);
  }
}

const replyTo = (session, id) => sessions.get(session).messages.find((message) => message.in_reply_to === id);

function answer(session, id, text) {
  const isBridge = text.includes('human') || text.includes('moons');
  const kind = isBridge ? 'bridge' : 'text';
  const reply = { id: newId(), sender: 'agent', kind, text: `About ${text}`, in_reply_to: id };
  setTimeout(() => remember({ session, message: reply }), 5 + Math.random() * 40);
}

function accept(session, text, key) {
  const known = sessions.get(session).keys.get(key);
  if (known) return known;
  const id = newId();
  const record = { session, message: { id, sender: 'user', kind: 'text', text }, key };
  if (fault === 'lose') setTimeout(() => remember(record), 20);
  else remember(record);
  answer(session, id, text);
  return id;
}

function turnOf(session, id) {
  return new Promise((resolve) => {
    const tell = () => {
      const reply = replyTo(session, id);
      const status = reply.kind === 'bridge' ? 'waiting_for_agent' : 'open';
      const kind = reply.kind === 'bridge' ? 'bridge' : 'answer';
      resolve({ session_id: session, message_id: id, status, reply: { id: reply.id, text: reply.text, kind } });
    };
    if (replyTo(session, id)) tell();
    else waiting.set(id, [...(waiting.get(id) ?? []), tell]);
  });
}

function statusOf(session) {
  return sessions.get(session).messages.at(-1)?.kind === 'bridge' ? 'waiting_for_agent' : 'open';
}

const send = (response, value, status = 200) => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
};
const sendEvent = (response, event, data, id) =>
  response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

async function chat(response, path, body, key) {
  const id = accept(body.session_id, body.text, key);
  if (path === '/chat/message') {
    send(response, await turnOf(body.session_id, id));
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  sendEvent(response, 'accepted', { session_id: body.session_id, message_id: id });
  const turn = await turnOf(body.session_id, id);
  sendEvent(response, turn.reply.kind === 'bridge' ? 'bridge' : 'reply', turn);
  sendEvent(response, 'done', {});
  response.end();
}

function serve(request, response, body) {
  const url = new URL(request.url, 'http://fake');
  if (url.pathname === '/demo') {
    response.end('<script data-tenant="demo-key"></script>');
  } else if (url.pathname === '/oauth/token') {
    send(response, { access_token: 'operator' });
  } else if (url.pathname === '/knowledge/documents') {
    send(response, { items: [{ title: 'Delivery' }, { title: 'Returns' }] });
  } else if (url.pathname.startsWith('/widget/')) {
    const session = newId();
    remember({ session });
    send(response, { session_id: session, token: session, status: 'open', messages: [] });
  } else if (url.pathname.startsWith('/session/')) {
    const session = url.pathname.slice('/session/'.length);
    send(response, { id: session, status: statusOf(session), messages: sessions.get(session).messages });
  } else if (url.pathname === '/chat/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const { messages } = sessions.get(url.searchParams.get('session_id'));
    messages.forEach((message) => sendEvent(response, 'message.created', { message }, message.seq));
  } else {
    chat(response, url.pathname, body, request.headers['idempotency-key']);
  }
}

if (existsSync(journal)) {
  // A last line that was cut by the crash was never acknowledged.
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1);
  lines.forEach((line) => apply(JSON.parse(line)));
}
for (const [session, { messages }] of sessions) {
  const open = messages.filter((each) => each.sender === 'user' && !replyTo(session, each.id));
  if (fault !== 'forget') open.forEach(({ id, text }) => answer(session, id, text));
  const last = messages.find((each) => each.sender === 'user');
  if (fault === 'twice' && last) answer(session, last.id, last.text);
}
const server = http.createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part));
  request.on('end', () => serve(request, response, text ? JSON.parse(text) : {}));
});
server.listen(0, '127.0.0.1', () => {
  console.log(`parleyd listening on http://127.0.0.1:${server.address().port}`);
});
process.on('SIGTERM', () => process.exit(0));
