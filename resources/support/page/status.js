// SPDX-License-Identifier: MIT
// How a ticket stands: by the token behind the number sign, or by reference and e-mail address.
import { address, ask, begin, byId, language, reasonOf, say, showFault, showProblem } from './page.js';

const kRefreshMs = 15_000;

/** "#TF-20261121-7K3M/token": the token never leaves in an address. */
const [, reference, token] = /^#([^/]+)\/(.+)$/.exec(location.hash) ?? [, decodeURIComponent(location.hash.slice(1)), ''];
/** Who asks: {reference, headers, query}. */
let asked;
let shown = '';
let key = crypto.randomUUID();

const when = (text) => new Date(text).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });

function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text ?? '';
    if (className) {
        made.className = className;
    }
    return made;
}

function itemOf(message) {
    const isMine = message.sender === 'user';
    const isWord = message.sender === 'system' || message.kind === 'event';
    const item = element('li', '', isMine ? 'mine' : isWord ? 'word' : '');
    if (isWord) {
        item.textContent = message.text;
        return item;
    }
    const name = isMine ? say('you') : message.sender === 'supporter' ? (message.author?.name ?? say('team')) : say('assistant');
    item.append(element('p', `${name} · ${when(message.created_ts)}`, 'who'), element('p', message.text, 'said'));
    const titles = [...new Set((message.citations ?? []).map((each) => each.title).filter(Boolean))];
    if (titles.length > 0) {
        const list = document.createElement('ul');
        list.append(...titles.map((title) => element('li', title)));
        item.append(list);
    }
    return item;
}

function show(ticket) {
    const text = JSON.stringify(ticket);
    if (text === shown) {
        return;
    }
    shown = text;
    const isWaiting = ticket.status === 'open' && ticket.messages.at(-1)?.sender === 'user';
    const state = isWaiting ? 'state_answering' : `state_${ticket.status}`;
    byId('state').textContent = say(state);
    byId('state').className = `badge ${ticket.status}`;
    byId('ticket-subject').textContent = ticket.subject;
    byId('facts').textContent = [
        `${say('reference')} ${ticket.ticket_id}`,
        when(ticket.created_at),
        say(`category_${ticket.category}`) === `category_${ticket.category}` ? '' : say(`category_${ticket.category}`),
    ].filter(Boolean).join(' · ');
    byId('hint').textContent = ticket.assigned_to ? say('with', { name: ticket.assigned_to }) : say(`hint_${isWaiting ? 'answering' : ticket.status}`);
    byId('thread').replaceChildren(...ticket.messages.map(itemOf));
    byId('lookup').hidden = true;
    byId('ticket').hidden = false;
    byId('reply').hidden = !asked.headers.Authorization;
}

/** @return whether it may be asked again: not where the server refuses */
async function load() {
    const path = `/support/ticket/${encodeURIComponent(asked.reference)}`;
    const answer = await ask('GET', address(path, asked.query), { headers: asked.headers });
    if (answer.ok) {
        showProblem();
        show(answer.body);
    } else {
        showProblem(reasonOf(answer));
    }
    return answer.ok || answer.status === 0 || answer.status >= 500;
}

/** Asks again and again while somebody looks. */
async function follow() {
    for (let isOn = await load(); isOn; ) {
        await new Promise((resolve) => setTimeout(resolve, kRefreshMs));
        isOn = document.hidden || (await load());
    }
}

byId('lookup').addEventListener('submit', async (event) => {
    event.preventDefault();
    asked = { reference: byId('reference').value.trim(), query: { email: byId('email').value.trim() }, headers: {} };
    await follow();
});

byId('reply').addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = byId('text').value.trim();
    showFault('text', text ? '' : say('missing'));
    if (!text) {
        return;
    }
    const button = byId('send');
    button.disabled = true;
    const path = `/support/ticket/${encodeURIComponent(asked.reference)}/messages`;
    const headers = { ...asked.headers, 'Idempotency-Key': key };
    const answer = await ask('POST', address(path), { json: { text }, headers });
    button.disabled = false;
    if (answer.status !== 0) {
        key = crypto.randomUUID();
    }
    if (!answer.ok) {
        showFault('text', reasonOf(answer));
        return;
    }
    byId('text').value = '';
    await load();
    setTimeout(load, 2_000);
});
// A link to another ticket of the same page is another page.
addEventListener('hashchange', () => location.reload());

await begin('status_title');
if (token) {
    asked = { reference, query: {}, headers: { Authorization: `Bearer ${token}` } };
    await follow();
} else {
    byId('reference').value = reference;
    byId('lookup').hidden = false;
}
