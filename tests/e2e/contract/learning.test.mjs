// SPDX-License-Identifier: MIT
// What people teach, and how it is taken back; what the knowledge base could not answer; the case card; search.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertProblem, call, EventStream, good } from './client.mjs';
import { Daemon, kPassword } from './daemon.mjs';
import * as world from './world.mjs';

let daemon, root, alpha, beta;

before(async () => {
  daemon = await new Daemon({ admin: true, demo: false }).start();
  root = await world.platformAdmin(daemon);
  alpha = await world.makeTenant(daemon, root, 'alpha');
  beta = await world.makeTenant(daemon, root, 'beta');
});
after(() => daemon.dispose());

const begin = (tenant = alpha) => world.openSession(daemon, tenant.publicKey);
const get = (path, token = alpha.supporter) => good(daemon, 'GET', path, { token });
const post = (path, json = {}, token = alpha.supporter) => call(daemon, 'POST', path, { token, json });

/** A question that nobody knows: its chat and ticket. */
async function escalate(question, tenant = alpha) {
  const session = await begin(tenant);
  const { json: turn } = await world.say(daemon, session, question);
  assert.equal(turn.reply.kind, 'bridge', JSON.stringify(turn.reply));
  return { session, ticket: turn.ticket };
}

async function resolve(ticket, json) {
  const done = await post(`/admin/tickets/${ticket.id}/resolve`, json);
  assert.equal(done.status, 200, done.text);
  return done.json;
}

const transcript = async ({ session_id, token }) => (await get(`/session/${session_id}`, token)).messages;
const texts = async (session) => (await transcript(session)).map((each) => each.text);

test('an answer that nobody read is taken back with all that it taught', async () => {
  const { session, ticket } = await escalate('Can I charge the mower with solar panels?');
  const resolved = await resolve(ticket, { answer: 'Yes, with the green cable.', notify_email: 'c@shop.example' });
  assert.equal(resolved.learned.cache, true);
  assert.equal(resolved.learned.gap, true);
  const again = await begin();
  assert.equal((await world.say(daemon, again, 'can I charge the mower with solar panels')).json.reply.cache_hit, true);

  const stranger = await post(`/admin/tickets/${ticket.id}/undo`, {}, beta.supporter);
  assertProblem(stranger, 404, 'not_found');
  const undone = await post(`/admin/tickets/${ticket.reference}/undo`);

  assert.equal(undone.status, 200, undone.text);
  const { taken_back: taken } = undone.json;
  assert.deepEqual([taken.message, taken.notification, taken.cache, taken.gap], [true, true, true, true]);
  assert.equal(undone.json.ticket.status, 'assigned');
  assert.equal(undone.json.conversation.status, 'with_agent');
  assert.equal(undone.json.conversation.assignee.name, 'supporter of alpha');
  assert.ok(!(await texts(session)).includes('Yes, with the green cable.'));
  const detail = await get(`/conversations/${session.session_id}`);
  assert.equal(detail.messages.at(-1).kind, 'note');
  assert.notEqual((await world.say(daemon, await begin(), 'can I charge the mower with solar panels')).json.reply.text, 'Yes, with the green cable.');

  assertProblem(await post(`/admin/tickets/${ticket.id}/undo`), 409, 'conflict');
  const audit = await resolve(ticket, { answer: 'Yes, with the blue cable.' });
  assert.equal(audit.run.status, 'completed');
  assert.ok((await texts(session)).includes('Yes, with the blue cable.'));
});

test('what the customer has read stays, and the numbers have no gap', async () => {
  const { session, ticket } = await escalate('Does the mower sing at night?');
  const stream = await EventStream.open(daemon, '/chat/events?after=0', { token: session.token });
  await resolve(ticket, { answer: 'It does not.' });
  await stream.until((all) => all.some((each) => each.data?.message?.text === 'It does not.'));

  const undone = await post(`/admin/tickets/${ticket.id}/undo`);
  assert.equal(undone.status, 200, undone.text);
  assert.equal(undone.json.taken_back.message, false);
  assert.equal(undone.json.taken_back.cache, true);
  assert.ok((await texts(session)).includes('It does not.'));
  await resolve(ticket, { answer: 'It hums.' });
  assert.ok((await texts(session)).includes('It hums.'));
  await stream.until((all) => all.some((each) => each.data?.status === 'with_agent'));
  stream.close();
});

test('a customer who comes later replays a log without what was taken back', async () => {
  const { session, ticket } = await escalate('Does the mower swim across lakes?');
  await resolve(ticket, { answer: 'It floats.' });
  assert.equal((await post(`/admin/tickets/${ticket.id}/undo`)).json.taken_back.message, true);

  const stream = await EventStream.open(daemon, '/chat/events?after=0', { token: session.token });
  const events = await stream.until((all) => all.some((each) => each.data?.retracted === true));
  stream.close();
  const numbered = events.filter((each) => each.data?.seq > 0).map((each) => each.data.seq);
  assert.deepEqual(numbered, numbered.map((_, index) => index + 1));
  assert.ok(!JSON.stringify(events).includes('It floats.'));
  const gone = events.filter((each) => each.data?.type === 'message.retracted');
  assert.equal(gone.length, 1);
  assert.equal(gone[0].data.message_id, events.find((each) => each.data?.retracted === true).data.message_id);
});

test('only who resolved a ticket, or may override, undoes it', async () => {
  const { ticket } = await escalate('Does the mower dance at weddings?');
  await resolve(ticket, { answer: 'Never.' });
  const email = 'second@alpha.example';
  const json = { email, display_name: 'Second', role: 'supporter', password: kPassword };
  await good(daemon, 'POST', '/users', { token: alpha.owner, json });
  const { access_token: second } = (await world.signInAnswer(daemon, email)).json;
  assertProblem(await post(`/admin/tickets/${ticket.id}/undo`, {}, second), 403, 'forbidden');
  assert.equal((await post(`/admin/tickets/${ticket.id}/undo`, {}, alpha.owner)).status, 200);
});

test('ratings are listed and corrected, and the correction answers the next one', async () => {
  const { ticket } = await escalate('Is the mower loud in winter?');
  await resolve(ticket, { answer: 'Yes, very.' });
  const asker = await begin();
  const { json: turn } = await world.say(daemon, asker, 'Is the mower loud in winter?');
  assert.equal(turn.reply.cache_hit, true);
  const rating = { session_id: asker.session_id, message_id: turn.reply.id, rating: 2, comment: 'Nonsense' };
  assert.equal((await post('/chat/feedback', rating, asker.token)).status, 204);
  assert.equal((await world.say(daemon, await begin(), 'Is the mower loud in winter?')).json.reply.kind, 'bridge');

  const { items } = await get('/feedback?rating=2');
  const [one] = items;
  assert.equal(one.comment, 'Nonsense');
  assert.equal(one.answer, 'Yes, very.');
  assert.equal(one.question, 'Is the mower loud in winter?');
  assert.equal(one.cache_hit, true);
  assert.equal((await get('/feedback?rating=5')).items.length, 0);
  assert.equal((await get('/feedback', beta.supporter)).items.length, 0);
  assertProblem(await call(daemon, 'GET', '/feedback?rating=6', { token: alpha.supporter }), 422, 'validation_failed');

  assertProblem(await post(`/feedback/${one.id}/correct`, { answer: '' }), 422, 'validation_failed');
  assertProblem(await post(`/feedback/${one.id}/correct`, { answer: 'No.' }, beta.supporter), 404, 'not_found');
  assertProblem(await post(`/feedback/${one.id}/correct`, { answer: 'No.' }, asker.token), 403, 'forbidden');
  const named = await post(`/feedback/${one.id}/correct`, { answer: 'Hi Anna, no.' });
  assert.deepEqual([named.json.learned.cache, named.json.learned.reason], [false, 'personal_data']);
  const corrected = await post(`/feedback/${one.id}/correct`, { answer: 'No, it whispers.' });
  assert.equal(corrected.status, 200, corrected.text);
  assert.equal(corrected.json.learned.cache, true);
  assert.equal(corrected.json.feedback.correction.answer, 'No, it whispers.');
  const { json: next } = await world.say(daemon, await begin(), 'is the mower loud in winter');
  assert.equal(next.reply.text, 'No, it whispers.');
  assert.ok(!(await texts(asker)).includes('No, it whispers.'));
});

test('gaps are counted, closed by an answer and by hand', async () => {
  await escalate('Do you deliver to Iceland?');
  const { ticket } = await escalate('Hello, do you deliver to Iceland?');
  const gaps = async (query = '') => (await get(`/knowledge/gaps${query}`, alpha.owner)).items;
  const iceland = async (query) => (await gaps(query)).find((each) => /Iceland/.test(each.question));
  const [most] = await gaps('?status=open');
  assert.match(most.question, /Iceland/);
  assert.equal(most.count, 2);
  assert.equal(most.examples.length, 2);
  assert.equal(most.suggested_article, null);

  await resolve(ticket, { answer: 'Yes, within two weeks.' });
  const closed = await iceland('?status=closed');
  assert.equal(closed.suggested_article.text, 'Yes, within two weeks.');
  assert.equal(closed.suggested_article.author.name, 'supporter of alpha');
  assert.equal((await post(`/admin/tickets/${ticket.id}/undo`)).json.taken_back.gap, true);
  const open = await iceland('?status=open');
  assert.equal(open.suggested_article, null);

  assertProblem(await call(daemon, 'GET', '/knowledge/gaps', { token: alpha.supporter }), 403, 'forbidden');
  assertProblem(await post(`/knowledge/gaps/${open.id}/close`), 403, 'forbidden');
  assertProblem(await post(`/knowledge/gaps/${open.id}/close`, {}, beta.owner), 404, 'not_found');
  assert.equal((await post(`/knowledge/gaps/${open.id}/close`, {}, alpha.owner)).json.status, 'closed');
  assertProblem(await post(`/knowledge/gaps/${open.id}/close`, {}, alpha.owner), 409, 'conflict');
  const page = await get('/knowledge/gaps?limit=1', alpha.owner);
  assert.equal(page.items.length, 1);
  assert.notEqual((await get(`/knowledge/gaps?limit=1&cursor=${page.next_cursor}`, alpha.owner)).items[0].id, page.items[0].id);
  const wish = await begin();
  await good(daemon, 'POST', '/chat/escalate', { token: wish.token, json: {} });
  assert.equal((await get('/knowledge/gaps', beta.owner)).items.length, 0);
});

test('the case card tells why, what and how the customer feels', async () => {
  const { session, ticket } = await escalate('Which camels do your ferries carry to Mars?');
  await world.say(daemon, session, 'This is terrible, I am furious!');
  const { case: card } = await get(`/conversations/${session.session_id}`);
  assert.equal(card.ticket_id, ticket.id);
  assert.match(card.reason, /no_answer|low_confidence/);
  assert.match(card.question, /camels/);
  assert.equal(card.summary.outcome, 'waiting');
  assert.match(card.summary.question, /camels/);
  assert.equal(card.sentiment.length, 2);
  assert.ok(card.sentiment[1].sentiment < card.sentiment[0].sentiment);
  assert.deepEqual([card.tags, card.team, card.conversations], [[], null, []]);
  assert.deepEqual((await get(`/ticket/${ticket.reference}`)).case, card);
  assert.equal((await get(`/ticket/${ticket.reference}`, session.token)).case, undefined);
});

test('conversations are found by the words of their messages and notes', async () => {
  const first = await escalate('My invoices for the lighthouse are missing');
  const second = await escalate('Please send the invoice of the windmill again');
  await post(`/escalations/${second.ticket.id}/accept`);
  await post(`/conversations/${second.session.session_id}/messages`, { kind: 'note', text: 'A pelican told me' });
  await post(`/conversations/${second.session.session_id}/tags`, { tags: ['birds & co'] });
  const found = async (query, token) => (await get(`/conversations?${query}`, token)).items.map((each) => each.id);
  const ids = [first, second].map((each) => each.session.session_id);

  assert.deepEqual((await found('q=INVOICE')).sort(), [...ids].sort());
  assert.deepEqual(await found('q=invoice%20lighthouse'), [ids[0]]);
  assert.deepEqual(await found('q=pelican'), [ids[1]]);
  assert.deepEqual(await found(`q=invoice&status=with_agent`), [ids[1]]);
  assert.deepEqual(await found(`tag=${encodeURIComponent('birds & co')}`), [ids[1]]);
  assert.deepEqual(await found('q=pelican', beta.supporter), []);
  assert.deepEqual(await found('q=invoice&assignee=none'), [ids[0]]);
  assert.deepEqual((await found('assignee=none&limit=200')).filter((id) => ids.includes(id)), [ids[0]]);
  const { customer } = await get(`/conversations/${ids[0]}`);
  assert.deepEqual(await found(`customer=${customer.id}`), [ids[0]]);
  assert.deepEqual((await get(`/tickets?customer=${customer.id}`)).items.map((each) => each.id), [first.ticket.id]);
  assert.deepEqual(await found(`customer=${customer.id}`, beta.supporter), []);
  assert.deepEqual(await found(`customer=${customer.id}&status=closed`), []);
  assert.deepEqual(await found(`customer=${customer.id}&q=invoice`), [ids[0]]);
  assert.deepEqual((await get(`/tickets?customer=${customer.id}&status=resolved`)).items, []);
  const firstOfHis = await get(`/conversations?customer=${customer.id}&limit=1`);
  assert.deepEqual((await found(`customer=${customer.id}&cursor=${firstOfHis.items[0].id}`)), []);
  const { items: [match] } = await get('/conversations?q=pelican');
  assert.equal(match.match.kind, 'note');
  assert.equal(match.match.text, 'A pelican told me');
  for (const q of ['"', 'a AND', '(b', 'c*', "'; --", '!!!', '%', '^NEAR(', ':']) {
    const answer = await call(daemon, 'GET', `/conversations?q=${encodeURIComponent(q)}`, { token: alpha.supporter });
    assert.equal(answer.status, 200, `${q}: ${answer.text}`);
  }
  const page = await get('/conversations?q=invoice&limit=1');
  assert.deepEqual([page.items[0].id, (await get(`/conversations?q=invoice&limit=1&cursor=${page.next_cursor}`)).items[0].id], [ids[1], ids[0]]);
  assertProblem(await call(daemon, 'GET', '/conversations?q=invoice&cursor=x', { token: alpha.supporter }), 422, 'validation_failed');
  assertProblem(await call(daemon, 'GET', `/conversations?q=${'x'.repeat(201)}`, { token: alpha.supporter }), 422, 'validation_failed');
  assertProblem(await call(daemon, 'GET', '/conversations?q=invoice', { token: first.session.token }), 403, 'forbidden');
});
