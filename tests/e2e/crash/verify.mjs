// SPDX-License-Identifier: MIT

/** Who may answer, in which form; events and notes are no replies. */
export const isReply = (message) =>
  (message.sender === 'agent' || message.sender === 'system') && (message.kind === 'text' || message.kind === 'bridge');

/**
 * What is wrong with a conversation that outlived crashes; empty: nothing.
 * @param conversation {id, sent: [{key, text, messageId, replyId}]}: what the customer was promised
 * @param messages     of GET /session/{id}
 * @param events       of GET /chat/events from the start: [{id, event, data}], ids as strings
 */
export function faultsOf(conversation, messages, events) {
  const faults = [
    ...promiseFaults(conversation.sent, messages),
    ...replyFaults(conversation.sent, messages),
    ...sequenceFaults(messages, events),
    ...replayFaults(messages, events),
  ];
  return faults.map((fault) => `${conversation.id}: ${fault}`);
}

function promiseFaults(sent, messages) {
  const faults = [];
  for (const { key, text, messageId } of sent) {
    const copies = messages.filter((message) => message.id === messageId);
    if (copies.length !== 1) faults.push(`message ${messageId} (${key}) is there ${copies.length} times`);
    else if (copies[0].sender !== 'user' || copies[0].text !== text) faults.push(`message ${messageId} was changed`);
  }
  const stored = messages.filter((message) => message.sender === 'user').map((message) => message.id);
  const known = sent.map((message) => message.messageId);
  for (const id of stored) {
    if (!known.includes(id)) faults.push(`message ${id} is a second copy, or was never sent`);
  }
  if (faults.length === 0 && stored.join() !== known.join()) faults.push('the messages changed their order');
  return faults;
}

function replyFaults(sent, messages) {
  const faults = [];
  for (const { messageId, replyId } of sent) {
    const at = messages.findIndex((message) => message.id === messageId);
    if (at < 0) continue;
    const next = messages.findIndex((message, index) => index > at && message.sender === 'user');
    const replies = messages.slice(at + 1, next < 0 ? undefined : next).filter(isReply);
    if (replies.length !== 1) faults.push(`message ${messageId} has ${replies.length} replies`);
    else if (replyId && replies[0].id !== replyId) faults.push(`message ${messageId} lost its reply ${replyId}`);
  }
  return faults;
}

function sequenceFaults(messages, events) {
  const faults = [];
  events
    .filter((event) => event.id !== undefined)
    .forEach((event, index) => {
      if (Number(event.id) !== index + 1) faults.push(`event ${index + 1} has the number ${event.id}`);
    });
  messages.forEach((message, index) => {
    const before = index === 0 ? 0 : messages[index - 1].seq;
    if (!(message.seq > before)) faults.push(`message ${message.id} has number ${message.seq} after ${before}`);
  });
  return faults;
}

/** The message that an event brings, or undefined; an event may hold it by name or be it. */
export function messageOf(event) {
  const candidates = [event.data?.message, event.data?.event?.message, event.data?.payload?.message, event.data];
  return candidates.find((each) => each && typeof each === 'object' && 'sender' in each && 'text' in each);
}

function replayFaults(messages, events) {
  const brought = events
    .filter((event) => event.id !== undefined)
    .map((event) => ({ number: Number(event.id), message: messageOf(event) }))
    .filter(({ message }) => message !== undefined);
  const faults = [];
  const told = brought.map(({ message }) => `${message.id} ${message.text}`);
  const stored = messages.map((message) => `${message.id} ${message.text}`);
  if (told.join('\n') !== stored.join('\n')) {
    faults.push(`the events tell of ${told.length} messages, not the same as the ${stored.length} stored ones`);
  }
  for (const { number, message } of brought) {
    const same = messages.find((each) => each.id === message.id);
    if (same && same.seq !== number) faults.push(`message ${message.id} is number ${same.seq} and event ${number}`);
  }
  return faults;
}
