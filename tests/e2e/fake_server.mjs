// SPDX-License-Identifier: MIT
// A daemon that does as it is told: the customer's part of the HTTP contract, with failures on demand.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

const kKey = 'pk_test';
const kCsp =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types parley dompurify";

/** @source api.md, CORS */
const kAllowedHeaders =
    'Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id, traceparent';

export class FakeServer {
    config = {
        tenant_name: 'Test',
        title: 'Test support',
        greeting: 'Hello there! What can we do for you?',
        colors: { primary: '#0f5e59' },
        position: 'right',
        locale: 'en',
        suggested_questions: ['What does it cost?', 'How do I return an item?'],
        ask_email: false,
    };
    /** What the next stream does: (turn) => Promise<void>; after them comes `answer`. */
    turns = [];
    /** Every request as {method, path, headers, body}. */
    requests = [];
    /** Status and headers that the next requests of a path get: {path: [[status, headers], …]}. */
    refusals = {};
    sessions = new Map();
    /** The other origin whose pages may use the widget. */
    allowedOrigin = null;
    csp = kCsp;
    page = `<!doctype html><html lang="en"><head><title>A page</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>A page</h1>
        <p>Some text, <a href="#x">a link</a>.</p></main>
        <script src="/widget.js" data-tenant="${kKey}" async></script></body></html>`;

    constructor(widgetFolder) {
        this.widgetFolder = widgetFolder;
        this.server = createServer((request, response) => void this.handle(request, response));
        this.sockets = new Set();
        this.server.on('connection', (socket) => {
            this.sockets.add(socket);
            socket.on('close', () => this.sockets.delete(socket));
        });
    }

    async start(port = 0) {
        await new Promise((done) => this.server.listen(port, '127.0.0.1', done));
        this.port = this.server.address().port;
        this.url = `http://127.0.0.1:${this.port}`;
        return this;
    }

    /** As kill -9 would: every connection is cut, nothing listens any more; what was stored stays. */
    async stop() {
        for (const session of this.sessions.values()) {
            session.streams.clear();
        }
        const closed = new Promise((done) => this.server.close(done));
        this.sockets.forEach((socket) => socket.destroy());
        await closed;
    }

    get session() {
        return [...this.sessions.values()].at(-1);
    }

    requestsTo(path) {
        return this.requests.filter((request) => request.path === path);
    }

    /** Stores a message and tells everyone who listens. */
    say(sender, text, more = {}, session = this.session) {
        const message = {
            id: randomUUID(),
            session_id: session.id,
            seq: session.events.length + 1,
            sender,
            author: sender === 'agent' ? { id: 'a1', name: 'Faq' } : null,
            text,
            created_ts: new Date().toISOString(),
            kind: 'text',
            attachments: [],
            ...more,
        };
        session.messages.push(message);
        this.publish('message.created', { message }, session);
        return message;
    }

    setStatus(status, session = this.session) {
        session.status = status;
        this.publish('conversation.updated', { status }, session);
    }

    typing(typing, session = this.session) {
        session.streams.forEach((stream) => writeEvent(stream, 'typing', { from: 'supporter', typing }));
    }

    publish(event, data, session) {
        session.events.push({ event, data });
        session.streams.forEach((stream) => writeEvent(stream, event, data, session.events.length));
    }

    dropStreams() {
        this.session.streams.forEach((stream) => stream.destroy());
    }

    async handle(request, response) {
        const url = new URL(request.url, this.url);
        const body = await readBody(request);
        const { method, headers } = request;
        this.requests.push({ method, path: url.pathname, query: url.searchParams, headers, body });
        if (this.allowedOrigin) {
            response.setHeader('Access-Control-Allow-Origin', this.allowedOrigin);
            response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After, ETag, Location');
        }
        if (method === 'OPTIONS') {
            response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
            response.setHeader('Access-Control-Allow-Headers', kAllowedHeaders);
            return response.writeHead(204).end();
        }
        const refusal = this.refusals[url.pathname]?.shift();
        if (refusal) {
            return this.problem(response, refusal[0], 'refused', refusal[1]);
        }
        const [, first, second, third] = url.pathname.split('/');
        if (method === 'GET' && (url.pathname === '/' || url.pathname === '/demo')) {
            response.setHeader('Content-Security-Policy', this.csp);
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            return response.end(this.page);
        }
        if (method === 'GET' && /^(widget|chat)(\.\w\w)?\.js$/.test(first)) {
            response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
            return response.end(readFileSync(join(this.widgetFolder, first)));
        }
        if (first === 'widget' && second === kKey) {
            return third === 'config' ? json(response, 200, this.config) : this.startSession(response, body);
        }
        const session = this.sessionOf(headers.authorization);
        if (!session) {
            return this.problem(response, first === 'chat' || first === 'session' ? 401 : 404, 'unauthorized');
        }
        return this.customer(session, url, body, headers, response);
    }

    customer(session, url, body, headers, response) {
        switch (url.pathname) {
            case '/chat/stream':
                return this.turn(session, body, headers['idempotency-key'], response);
            case '/chat/events':
                return this.events(session, Number(headers['last-event-id'] ?? url.searchParams.get('after')), response);
            case '/chat/escalate':
                return this.escalate(session, response);
            case '/chat/typing':
                return json(response, 202, {});
            case '/chat/feedback':
            case '/chat/email':
                return json(response, 200, {});
            case `/session/${session.id}`:
                return json(response, 200, { id: session.id, status: session.status, messages: session.messages });
            default:
                return this.problem(response, 404, 'not_found');
        }
    }

    startSession(response, body) {
        let session = [...this.sessions.values()].find((known) => known.resume === body.resume_token);
        if (!session) {
            session = { id: randomUUID(), status: 'open', messages: [], events: [], streams: new Set(), keys: new Map() };
            this.sessions.set(session.id, session);
        }
        session.identity = body;
        session.token = `token-${randomUUID()}`;
        session.resume = `resume-${randomUUID()}`;
        const { id, token, resume, status, messages } = session;
        json(response, 200, { session_id: id, token, resume_token: resume, status, messages });
    }

    sessionOf(authorization) {
        return [...this.sessions.values()].find(({ token }) => authorization === `Bearer ${token}`);
    }

    events(session, after, response) {
        openStream(response);
        session.events.slice(after).forEach(({ event, data }, i) => writeEvent(response, event, data, after + i + 1));
        session.streams.add(response);
        response.on('close', () => session.streams.delete(response));
    }

    escalate(session, response) {
        const ticket = { id: randomUUID(), reference: 'TF-20261121-K7QP', status: 'pending_human' };
        json(response, 201, { ticket });
        this.setStatus('waiting_for_agent', session);
    }

    async turn(session, body, key, response) {
        const known = session.keys.get(key);
        openStream(response);
        const message = known ?? this.say('user', body.text, {}, session);
        session.keys.set(key, message);
        const turn = new FakeTurn(this, session, message, response);
        const script = this.turns.shift() ?? (session.status === 'open' ? answer() : held());
        await script(turn);
    }

    problem(response, status, code, headers = {}) {
        response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers });
        response.end(JSON.stringify({ type: 'about:blank', title: code, status, code }));
    }
}

/** One running turn, as a script sees it. */
class FakeTurn {
    constructor(server, session, message, response) {
        Object.assign(this, { server, session, message, response });
    }

    emit(event, data = {}) {
        writeEvent(this.response, event, data);
    }

    accept() {
        this.emit('accepted', { session_id: this.session.id, message_id: this.message.id });
    }

    /** The stored reply, and the event that ends the stream. */
    reply(text, { kind = 'answer', citations = [], ticket = null } = {}) {
        const status = ticket ? 'waiting_for_agent' : 'open';
        const stored = kind === 'bridge' ? 'bridge' : 'text';
        const message = this.server.say('agent', text, { kind: stored, citations }, this.session);
        if (ticket) {
            this.server.setStatus(status, this.session);
        }
        const reply = { id: message.id, text, kind, agent: 'Faq', citations, tool_calls: [] };
        const turn = { session_id: this.session.id, message_id: this.message.id, status, reply, ticket };
        this.emit(kind === 'bridge' ? 'bridge' : 'reply', turn);
        this.done();
        return message;
    }

    done() {
        this.emit('done');
        this.response.end();
    }

    drop() {
        this.response.destroy();
    }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A streamed answer of several sentences. */
export function answer(text = 'It costs **12 €** a month. You can cancel at any time.', citations = kCitations) {
    return async (turn) => {
        turn.accept();
        turn.emit('status', { node: 'retrieve' });
        for (const part of text.match(/\S+\s*/g) ?? []) {
            turn.emit('token', { text: part });
            await pause(5);
        }
        turn.reply(text, { citations });
    };
}

export function bridge(text = 'I would rather ask a colleague. Your ticket is TF-20261121-K7QP.') {
    return async (turn) => {
        turn.accept();
        const ticket = { id: randomUUID(), reference: 'TF-20261121-K7QP', status: 'pending_human' };
        turn.reply(text, { kind: 'bridge', ticket });
    };
}

export function held() {
    return async (turn) => {
        turn.accept();
        turn.emit('held', { message_id: turn.message.id, status: turn.session.status, reply: null, ticket: null });
        turn.done();
    };
}

export const kCitations = [
    { document_id: 'd1', title: 'Prices and plans', snippet: 'The small plan costs 12 € a month.', score: 0.9, page: 2 },
    { document_id: 'd2', title: 'Cancelling', snippet: 'Cancel at any time, to the end of the month.', score: 0.8 },
];

function openStream(response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
}

function writeEvent(response, event, data, id) {
    response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function json(response, status, body) {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
}

async function readBody(request) {
    const parts = [];
    for await (const part of request) {
        parts.push(part);
    }
    const text = Buffer.concat(parts).toString();
    return text ? JSON.parse(text) : {};
}
