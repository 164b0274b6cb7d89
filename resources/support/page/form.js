// SPDX-License-Identifier: MIT
// The contact form: checks each field, sends, and shows the reference.
import { address, ask, begin, byId, kTenant, language, reasonOf, say, showFault, showProblem } from './page.js';

const kFields = ['name', 'email', 'subject', 'message', 'category', 'priority'];
const kLongMessage = 4500;

const form = byId('form');
/** One attempt has one key, so that sending again after a lost answer makes no second ticket. */
let key = crypto.randomUUID();

/** What is wrong with a field; empty: nothing. The browser knows lengths and addresses. */
function faultOf(name) {
    const input = byId(name);
    const value = input.value.trim();
    if (input.required && !value) {
        return say('missing');
    }
    if (name === 'email' && input.validity.typeMismatch) {
        return say('bad_email');
    }
    const min = Number(input.getAttribute('minlength') ?? 0);
    return value && [...value].length < min ? say('too_short', { min }) : '';
}

function check(name) {
    const fault = faultOf(name);
    showFault(name, fault);
    return !fault;
}

function focusFirstFault() {
    form.querySelector('[aria-invalid="true"]')?.focus();
}

function showReceived(received) {
    byId('done-text').textContent = received.message;
    byId('done-reference').textContent = received.ticket_id;
    byId('done-link').href = received.status_url;
    form.hidden = true;
    byId('introduction').hidden = true;
    byId('done').hidden = false;
    byId('done').focus();
}

function showRefused(answer) {
    const unplaced = [];
    for (const { field, message } of answer.status === 422 ? (answer.body.errors ?? []) : []) {
        const own = faultOf(field) || say('wrong');
        if (!showFault(field, own)) {
            unplaced.push(`${field}: ${message}`);
        }
    }
    const isOurs = answer.status === 422 && unplaced.length === 0;
    showProblem(isOurs ? say('see_fields') : unplaced.join(' ') || reasonOf(answer));
    focusFirstFault();
}

async function send() {
    const button = byId('send');
    button.disabled = true;
    button.textContent = say('sending');
    const json = Object.fromEntries(kFields.map((name) => [name, byId(name).value.trim()]));
    json.locale = language;
    json.website = byId('website').value;
    const answer = await ask('POST', address('/support/submit'), { json, headers: { 'Idempotency-Key': key } });
    button.disabled = false;
    button.textContent = say('send');
    if (answer.ok) {
        showReceived(answer.body);
        return;
    }
    if (answer.status !== 0) {
        key = crypto.randomUUID();
    }
    showRefused(answer);
}

form.noValidate = true;
form.addEventListener('submit', (event) => {
    event.preventDefault();
    showProblem();
    if (kFields.map(check).every(Boolean)) {
        void send();
    } else {
        showProblem(say('see_fields'));
        focusFirstFault();
    }
});
// A fault that is told between pressing and letting go would move the button away from under the finger.
let isPressed = false;
const left = new Set();
addEventListener('pointerdown', () => (isPressed = true), true);
for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(end, () => setTimeout(() => {
        isPressed = false;
        left.forEach(check);
        left.clear();
    }), true);
}
for (const name of kFields) {
    // Told when a field is left, taken back as soon as it is right.
    byId(name).addEventListener('blur', ({ target }) => {
        if (target.value) {
            left.add(name);
        }
        if (!isPressed) {
            left.forEach(check);
            left.clear();
        }
    });
    byId(name).addEventListener('input', (event) => event.target.hasAttribute('aria-invalid') && check(name));
}
byId('message').addEventListener('input', ({ target }) => {
    const { length } = target.value;
    byId('message-count').textContent = length > kLongMessage ? say('count', { length, most: 5000 }) : '';
});
byId('again').addEventListener('click', () => {
    key = crypto.randomUUID();
    for (const name of ['subject', 'message']) {
        byId(name).value = '';
    }
    byId('done').hidden = true;
    byId('introduction').hidden = false;
    form.hidden = false;
    byId('subject').focus();
});

const config = await begin('title');
if (config.problem) {
    showProblem(config.problem);
    form.hidden = true;
} else {
    if (config.title && config.title !== config.tenant_name) {
        byId('title').textContent = config.title;
    }
    if (config.introduction) {
        byId('introduction').textContent = config.introduction;
    }
    const wanted = config.categories ?? [];
    for (const option of [...byId('category').options]) {
        if (!wanted.includes(option.value)) {
            option.remove();
        }
    }
    byId('category').value = wanted[0];
    byId('priority-field').hidden = config.ask_priority === false;
    form.dataset.ready = kTenant;
}
