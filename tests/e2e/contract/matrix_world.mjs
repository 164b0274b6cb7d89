// SPDX-License-Identifier: MIT
// Two organisations full of objects, each with a word of its own in every one of them.
import assert from 'node:assert/strict';

import { eventually, good } from './client.mjs';
import * as world from './world.mjs';

/** One of everything, with `word` in each. @return ids by kind, and the tokens that made them */
export async function plant(daemon, tenant, word) {
  const post = (path, json, token = tenant.owner) => good(daemon, 'POST', path, { token, json });
  const get = (path) => good(daemon, 'GET', path, { token: tenant.owner });
  const made = {};
  made.document = await world.addDocument(daemon, tenant.owner, { title: `Guide ${word}`, text: `The ${word} lantern costs forty guilders.` });
  made.agent = (await post('/agents', { name: `Agent ${word}`, kind: 'domain', description: word, examples: [`Is the ${word} sail torn?`] })).id;
  made.tool = (await post('/tools', { name: `tool_${word}`, kind: 'builtin', description: word, config: { function: 'sentiment' } })).id;
  made.team = (await post('/teams', { name: `Team ${word}` })).id;
  made.channel = (await post('/channels', { kind: 'form', name: `Form ${word}` })).id;
  made.canned = (await post('/canned-responses', { shortcut: word, title: word, text: `Dear ${word}` })).id;
  made.rule = (await post('/escalation-rules', { name: `Rule ${word}`, reason: word, when: { keywords: [`${word}rule`] }, level: 'always' })).id;
  made.golden = (await post('/golden-questions', { question: `How much is the ${word} lantern?` })).id;
  made.user = (await post('/users', { email: `extra@${word}.example`, display_name: `Extra ${word}`, role: 'supporter' })).id;
  made.client = (await post('/api-clients', { name: `Client ${word}`, scopes: ['read'] })).id;
  await good(daemon, 'PATCH', '/widget-config', { token: tenant.owner, json: { greeting: `Hello from ${word}` } });
  Object.assign(made, await plantCase(daemon, tenant, word));
  made.goldenRun = (await post('/golden-questions/run', { wait_s: 0 })).id;
  const { items: [entry] } = await get('/cache/entries');
  assert.ok(entry, 'no answer was cached');
  made.cacheEntry = entry.id;
  return made;
}

/** A customer who was answered, rated it, and whose next question waits for a person, with a note. */
export async function plantCase(daemon, tenant, word, opening = { user_id: `u-${word}`, user_email: `customer@${word}.example` }) {
  const session = await world.openSession(daemon, tenant.publicKey, opening);
  const { token, session_id: conversation } = session;
  const answered = (await world.say(daemon, session, `How much is the ${word} lantern?`)).json;
  const rating = { session_id: conversation, message_id: answered.reply.id, rating: 4, comment: `Not ${word}` };
  await good(daemon, 'POST', '/chat/feedback', { token, json: rating });
  await good(daemon, 'POST', '/chat/email', { token, json: { session_id: conversation, email: `notify@${word}.example` } });
  const { ticket } = (await world.say(daemon, session, `Which moons of ${word} do your submarines visit?`)).json;
  assert.ok(ticket, 'nothing waits for a person');
  const note = { token: tenant.supporter, json: { text: `A note on ${word}`, kind: 'note' } };
  await good(daemon, 'POST', `/conversations/${conversation}/messages`, note);
  await good(daemon, 'POST', `/conversations/${conversation}/tags`, { token: tenant.supporter, json: { tags: [word] } });
  return {
    session,
    conversation,
    message: answered.reply.id,
    ticket: ticket.id,
    reference: ticket.reference,
    customer: (await good(daemon, 'GET', `/conversations/${conversation}`, { token: tenant.owner })).customer.id,
    run: (await good(daemon, 'GET', `/conversations/${conversation}/runs`, { token: tenant.owner })).items[0].id,
  };
}

/** A machine client with one scope; one that chats has a conversation of its own. */
export async function plantClient(daemon, tenant, scope) {
  const token = await world.machineToken(daemon, tenant.owner, [scope]);
  if (scope !== 'chat') return { token };
  const say = (text) => good(daemon, 'POST', '/chat/message', { token, json: { user_id: 'machine-user', text } });
  const first = await say('hello');
  const { ticket } = await say(world.kUnanswerable);
  return { token, own: { conversation: first.session_id, message: first.reply.id, ticket: ticket.id } };
}

/** Waits until what was planted does nothing more by itself. */
export async function settled(daemon, tenant) {
  await eventually(async () => {
    const { items } = await good(daemon, 'GET', '/golden-questions/runs', { token: tenant.owner });
    return items.every((each) => each.status === 'done' || each.status === 'failed');
  }, 'the golden questions were asked');
}
