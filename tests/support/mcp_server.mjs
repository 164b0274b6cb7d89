// SPDX-License-Identifier: MIT
// A small server of the Model Context Protocol, as well or badly behaved as a test wants it.
//   node mcp_server.mjs stdio [MODE]      JSON lines on standard input and output
//   node mcp_server.mjs http [MODE]       prints its port; POST /mcp answers as JSON, /sse as events
// MODE: fine, hang, garbage, longline, wrongids, flood, die, old, pages, forget
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

const [, , transport, mode = 'fine'] = process.argv;
const kVersion = mode === 'old' ? '1999-01-01' : '2025-06-18';
let calls = 0;

const tools = [
  {
    name: 'lookup',
    description: 'Looks an order up.',
    inputSchema: { type: 'object', properties: { order_id: { type: 'string' } }, required: ['order_id'] },
    annotations: { readOnlyHint: true },
  },
  { name: 'refund', description: 'Pays money back.', inputSchema: { type: 'object', properties: { amount: { type: 'integer' } } } },
  { name: 'environment', description: 'Shows what it can see.', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } },
  { name: 'broken', description: 'Always fails.', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } },
];

function callTool({ name, arguments: input = {}, _meta = {} }) {
  calls += 1;
  const text = (value) => ({ content: [{ type: 'text', text: JSON.stringify(value) }] });
  if (name === 'lookup') return { ...text({ order: input.order_id }), structuredContent: { order: input.order_id, status: 'shipped' } };
  if (name === 'refund') return text({ refunded: input.amount, key: _meta.idempotency_key ?? null, calls });
  if (name === 'environment') return text({ variables: Object.keys(process.env), folder: process.cwd() });
  return { isError: true, content: [{ type: 'text', text: 'no such order' }] };
}

/** The result of a request, or {error}. */
function answer({ method, params = {} }) {
  if (method === 'initialize') {
    return { result: { protocolVersion: kVersion, capabilities: { tools: {} }, serverInfo: { name: 'test', version: '1' } } };
  }
  if (method === 'tools/list') {
    if (mode !== 'pages') return { result: { tools } };
    const at = Number(params.cursor ?? 0);
    const page = { tools: [tools[at]] };
    if (at + 1 < tools.length) page.nextCursor = String(at + 1);
    return { result: page };
  }
  if (method === 'tools/call') return { result: callTool(params) };
  return { error: { code: -32601, message: `unknown: ${method}` } };
}

function stdio() {
  const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
  createInterface({ input: process.stdin }).on('line', (line) => {
    const message = JSON.parse(line);
    if (message.id === undefined || !message.method) return;
    const isCall = message.method === 'tools/call';
    const reply = { jsonrpc: '2.0', id: message.id, ...answer(message) };
    if (isCall && mode === 'hang') return;
    if (isCall && mode === 'die') process.exit(3);
    if (isCall && mode === 'longline') {
      process.stdout.write('x'.repeat(10_000_000));
      return;
    }
    if (isCall && mode === 'garbage') {
      process.stdout.write('this is no JSON\n'.repeat(5_000));
      return;
    }
    if (isCall && mode === 'flood') {
      for (let i = 0; i < 5_000; i += 1) write({ jsonrpc: '2.0', method: 'notifications/progress', params: { i } });
      return;
    }
    if (isCall && mode === 'wrongids') {
      write({ jsonrpc: '2.0', id: message.id + 1000, result: { content: [{ type: 'text', text: 'not yours' }] } });
      write({ jsonrpc: '2.0', id: String(message.id), result: { content: [{ type: 'text', text: 'not yours' }] } });
      write({ jsonrpc: '2.0', id: 'from the server', method: 'ping' });
      write({ jsonrpc: '2.0', method: 'notifications/message', params: {} });
      process.stdout.write('\n');
    }
    write(reply);
  });
}

function http() {
  const sessions = new Set();
  createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const message = JSON.parse(body);
      const session = request.headers['mcp-session-id'];
      const isFirst = message.method === 'initialize';
      const fail = (status) => response.writeHead(status).end();
      if (request.headers.accept !== 'application/json, text/event-stream') return fail(406);
      if (!isFirst && !sessions.has(session)) return fail(session ? 404 : 400);
      if (!isFirst && request.headers['mcp-protocol-version'] !== kVersion) return fail(400);
      if (message.id === undefined) return fail(202);
      const isCall = message.method === 'tools/call';
      if (isCall && mode === 'hang') return undefined;
      if (isCall && mode === 'garbage') return response.writeHead(200, { 'Content-Type': 'application/json' }).end('<html>');
      if (isCall && mode === 'longline') return response.writeHead(200, { 'Content-Type': 'application/json' }).end('x'.repeat(10_000_000));
      if (isCall && mode === 'forget') {
        sessions.clear();
      }
      const headers = {};
      if (isFirst) {
        headers['Mcp-Session-Id'] = `session-${sessions.size + 1}`;
        sessions.add(headers['Mcp-Session-Id']);
      }
      const id = isCall && mode === 'wrongids' ? message.id + 1000 : message.id;
      const reply = JSON.stringify({ jsonrpc: '2.0', id, ...answer(message) });
      if (request.url === '/sse' && !isFirst) {
        response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
        response.write(': hello\r\n\r\n');
        const flood = isCall && mode === 'flood' ? 50_000 : 1;
        for (let i = 0; i < flood; i += 1) {
          response.write('event: message\ndata: {"jsonrpc":"2.0","method":"notifications/progress","params":{}}\n\n');
        }
        response.write(`id: 1\ndata: ${reply.slice(0, 20)}`);
        // The stream stays open behind the answer.
        return response.write(`${reply.slice(20)}\n\n`);
      }
      response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(reply);
      return undefined;
    });
  }).listen(0, '127.0.0.1', function listening() {
    process.stdout.write(`${this.address().port}\n`);
  });
}

if (transport === 'http') http();
else stdio();
