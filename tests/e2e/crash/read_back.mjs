// SPDX-License-Identifier: MIT
import { ConnectionLost, json, stream } from './client.mjs';

const kPatienceMs = 30_000;
/** Something told twice would come right behind the last one. */
const kQuietMs = 250;

/** What GET /session/{id} and GET /chat/events from the start tell of a conversation. */
export async function readBack(daemon, conversation) {
  const session = await json(daemon, 'GET', `/session/${conversation.id}`, { token: conversation.token });
  const events = await readEvents(daemon, conversation, session.messages.at(-1)?.id);
  return { messages: session.messages, events };
}

async function readEvents(daemon, conversation, lastMessageId) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), lastMessageId ? kPatienceMs : kQuietMs);
  const events = [];
  const onEvent = (event) => {
    events.push({ ...event, data: JSON.parse(event.data) });
    if (lastMessageId && event.data.includes(lastMessageId)) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), kQuietMs);
    }
    return false;
  };
  try {
    const path = `/chat/events?session_id=${conversation.id}&after=0`;
    const answer = await stream(daemon, 'GET', path, { token: conversation.token, signal: stop.signal }, onEvent);
    throw new Error(`${path} ended: ${answer.status} ${answer.text}`);
  } catch (error) {
    if (!(error instanceof ConnectionLost && stop.signal.aborted)) throw error;
  } finally {
    clearTimeout(timer);
  }
  return events;
}
