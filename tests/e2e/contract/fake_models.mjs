// SPDX-License-Identifier: MIT
// Somebody else's language models: OpenAI's and Anthropic's API as their SDKs know it, well or badly behaved.
import http from 'node:http';

const kOpenAi = '/v1/chat/completions';
const kAnthropic = '/v1/messages';

/** Starts a server. `say(body)` gives the text of each answer; `mood` is 'well', 'broken', 'silent' or 'cut'. */
export async function startModels(say) {
  const models = { mood: 'well', seen: [] };
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
      models.seen.push({ path: request.url, headers: request.headers, body });
      answer(models.mood, request.url, body, say, response);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  models.origin = `http://127.0.0.1:${server.address().port}`;
  models.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return models;
}

function answer(mood, path, body, say, response) {
  if (mood === 'silent') return;
  if (mood === 'broken') {
    response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"error":{"message":"broken"}}');
    return;
  }
  const text = say(body);
  if (!body.stream) {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(whole(path, text)));
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (const event of events(path, mood === 'cut' ? text.slice(0, text.length / 2) : text)) response.write(event);
  if (mood === 'cut') response.destroy();
  else response.end(path === kOpenAi ? 'data: [DONE]\n\n' : 'event: message_stop\ndata: {"type":"message_stop"}\n\n');
}

const whole = (path, text) =>
  path === kAnthropic
    ? { type: 'message', content: [{ type: 'text', text }], stop_reason: 'end_turn', usage: { input_tokens: 20, output_tokens: 5 } }
    : {
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 20, completion_tokens: 5 },
      };

function events(path, text) {
  const words = text.match(/\S+\s*/g) ?? [];
  const said = (data) => `data: ${JSON.stringify(data)}\n\n`;
  const named = (data) => `event: ${data.type}\n${said(data)}`;
  if (path === kAnthropic) {
    return [
      named({ type: 'message_start', message: { usage: { input_tokens: 20, output_tokens: 1 } } }),
      named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
      ...words.map((word) => named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: word } })),
      named({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 5 } }),
    ];
  }
  return [
    ...words.map((content) => said({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })),
    said({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
    said({ choices: [], usage: { prompt_tokens: 20, completion_tokens: 5 } }),
  ];
}
