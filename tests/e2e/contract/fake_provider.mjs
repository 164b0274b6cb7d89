// SPDX-License-Identifier: MIT
// A language model by OpenAI's API that says and calls what the test wants, or misbehaves.
import http from 'node:http';

const kHuge = 'Everything is fine and nothing more has to be said about it here. ';

/**
 * @param think (body) => {text?, calls?: [{name, arguments}]}: what the model makes of a request
 * @return {origin, seen: [body…], mood, close()}; `mood` is 'well' or one of the faults below
 */
export async function startProvider(think) {
  const provider = { mood: 'well', seen: [] };
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8') || '{}');
      provider.seen.push(body);
      response.on('error', () => {});
      const fault = kFaults[provider.mood];
      if (fault) fault(response, body);
      else answer(response, body, think(body));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.origin = `http://127.0.0.1:${server.address().port}`;
  provider.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return provider;
}

const json = (response, status, value, headers = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value));
const begin = (response) => response.writeHead(200, { 'Content-Type': 'text/event-stream' });
const said = (delta, finish_reason = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;

/** What a provider may do instead of its work. */
const kFaults = {
  limited: (response) => json(response, 429, { error: { message: 'slow down' } }, { 'Retry-After': '3600' }),
  broken: (response) => json(response, 500, { error: { message: 'broken' } }),
  silent: () => {},
  stalls: (response) => begin(response).write(said({ content: 'Refunds are ' })),
  cut: (response) => {
    begin(response).write(said({ content: 'Refunds are paid within 5 days. And then' }));
    setImmediate(() => response.destroy());
  },
  html: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>'),
  nonsense: (response) => json(response, 200, { hello: ['world'] }),
  huge: (response) => {
    begin(response);
    for (let i = 0; i < 160; ++i) response.write(said({ content: kHuge.repeat(1000) }));
    response.end('data: [DONE]\n\n');
  },
  endless: (response) => {
    begin(response);
    const more = () => {
      while (!response.destroyed && response.write(said({ content: kHuge })));
      if (!response.destroyed) response.once('drain', () => setImmediate(more));
    };
    more();
  },
};
export const faults = Object.keys(kFaults);

function answer(response, body, { text = '', calls = [] }) {
  const toolCalls = calls.map((each, index) => ({
    index,
    id: `call_${index}`,
    type: 'function',
    function: { name: each.name, arguments: typeof each.arguments === 'string' ? each.arguments : JSON.stringify(each.arguments) },
  }));
  const reason = calls.length > 0 ? 'tool_calls' : 'stop';
  const usage = { prompt_tokens: 50, completion_tokens: 20 };
  if (!body.stream) {
    const message = { role: 'assistant', content: text, ...(calls.length > 0 ? { tool_calls: toolCalls } : {}) };
    json(response, 200, { choices: [{ index: 0, message, finish_reason: reason }], usage });
    return;
  }
  begin(response);
  for (const word of text.match(/\S+\s*/g) ?? []) response.write(said({ content: word }));
  for (const each of toolCalls) response.write(said({ tool_calls: [each] }));
  response.write(said({}, reason));
  response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`);
  response.end('data: [DONE]\n\n');
}
