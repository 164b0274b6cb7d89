// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';

import { EventReader } from './client.mjs';
import { seededRandom } from './random.mjs';
import { faultsOf } from './verify.mjs';

/** Two questions, answered; the second by a bridge. */
function transcript() {
  const message = (seq, id, sender, text, kind = 'text') => ({ id, seq, sender, text, kind });
  const messages = [
    message(1, 'm1', 'user', 'How long?'),
    message(2, 'r1', 'agent', 'Three days.'),
    message(3, 'm2', 'user', 'A person, please.'),
    message(5, 'r2', 'agent', 'A colleague takes over.', 'bridge'),
  ];
  const told = (message) => ({ id: String(message.seq), event: 'message.created', data: { message } });
  const events = [
    ...messages.slice(0, 3).map(told),
    { id: '4', event: 'conversation.updated', data: { status: 'waiting_for_agent' } },
    told(messages[3]),
    { id: undefined, event: 'typing', data: { typing: true } },
  ];
  const sent = [
    { key: 'k1', text: 'How long?', messageId: 'm1', replyId: 'r1' },
    { key: 'k2', text: 'A person, please.', messageId: 'm2', replyId: null },
  ];
  return { conversation: { id: 'c', sent }, messages, events };
}

const check = ({ conversation, messages, events }) => faultsOf(conversation, messages, events);

test('a complete conversation has no fault', () => {
  assert.deepEqual(check(transcript()), []);
});

const broken = {
  'a lost message': (t) => t.messages.splice(0, 2),
  'a message stored twice under another id': (t) =>
    t.messages.splice(2, 0, { ...t.messages[0], id: 'm1b', seq: 2.5 }),
  'a message stored twice under its id': (t) => t.messages.splice(1, 0, { ...t.messages[0], seq: 1.5 }),
  'a changed text': (t) => (t.messages[0].text = 'How short?'),
  'a message without reply': (t) => t.messages.splice(1, 1),
  'a message answered twice': (t) => t.messages.splice(2, 0, { ...t.messages[1], id: 'r1b', seq: 2.5 }),
  'another reply than the promised one': (t) => (t.messages[1].id = 'r9'),
  'messages out of order': (t) => t.messages.push(...t.messages.splice(0, 2)),
  'a repeated number': (t) => (t.messages[1].seq = 1),
  'a gap in the events': (t) => t.events.splice(3, 1),
  'an event told twice': (t) => t.events.splice(1, 0, t.events[0]),
  'events that begin late': (t) => t.events.shift(),
  'a message that no event tells of': (t) => (t.events[1].data = {}),
  'an event with another text': (t) => (t.events[1].data = { message: { ...t.messages[1], text: 'x' } }),
  'a message whose number is not that of its event': (t) => (t.messages[3].seq = 6),
};
for (const [name, damage] of Object.entries(broken)) {
  test(`${name} is a fault`, () => {
    const damaged = structuredClone(transcript());
    damage(damaged);
    assert.notDeepEqual(check(damaged), []);
  });
}

test('events are read however the stream is cut up', () => {
  const text = ':\n\nid: 7\nevent: reply\ndata: {"a":\ndata: 1}\n\ndata: {}\n\n';
  for (let piece = 1; piece <= text.length; ++piece) {
    const reader = new EventReader();
    const events = [];
    for (let at = 0; at < text.length; at += piece) events.push(...reader.feed(text.slice(at, at + piece)));
    assert.deepEqual(events, [
      { id: '7', event: 'reply', data: '{"a":\n1}' },
      { id: undefined, event: 'message', data: '{}' },
    ]);
  }
});

test('a seed gives the same numbers again', () => {
  const [one, two, other] = [seededRandom(7), seededRandom(7), seededRandom(8)];
  const take = (random) => Array.from({ length: 5 }, random);
  const first = take(one);
  assert.deepEqual(first, take(two));
  assert.notDeepEqual(first, take(other));
  assert.ok(first.every((value) => value >= 0 && value < 1));
});
