// SPDX-License-Identifier: MIT
// What both pages share: the organisation, its language and colour, requests and their faults.
import { kTexts } from './texts.js';

export const kTenant = document.body.dataset.tenant;
const kForm = new URLSearchParams(location.search).get('form');

let texts = kTexts.en;
export let language = 'en';

/** A text of the page in its language; `{name}`s are filled in. */
export function say(name, values = {}) {
    return (texts[name] ?? kTexts.en[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

export const byId = (id) => document.getElementById(id);

/** An address of the server, with the organisation in it. */
export function address(path, query = {}) {
    const all = new URLSearchParams({ tenant: kTenant, ...query });
    if (kForm && !path.includes('/ticket/')) {
        all.set('form', kForm);
    }
    return `${path}?${all}`;
}

/** @return {ok, status, body}; status 0: the server was not reached */
export async function ask(method, url, { json, headers = {} } = {}) {
    const options = { method, headers: { Accept: 'application/json', ...headers }, cache: 'no-store' };
    if (json !== undefined) {
        options.body = JSON.stringify(json);
        options.headers['Content-Type'] = 'application/json';
    }
    try {
        const answer = await fetch(url, options);
        const body = await answer.json().catch(() => ({}));
        return { ok: answer.ok, status: answer.status, body };
    } catch {
        return { ok: false, status: 0, body: {} };
    }
}

/** What to tell of a request that failed. */
export function reasonOf({ status, body }) {
    const known = { 0: 'offline', 403: body.code === 'channel_off' ? 'form_off' : 'failed', 404: 'no_ticket', 429: 'too_many' };
    return say(known[status] ?? 'failed');
}

/** Says, or takes back, what is wrong with the whole page. */
export function showProblem(text) {
    const problem = byId('problem');
    problem.textContent = text ?? '';
    problem.hidden = !text;
}

/** Says, or takes back, what is wrong with one field. */
export function showFault(field, text) {
    const input = byId(field);
    const place = byId(`${field}-error`);
    if (!input || !place) {
        return false;
    }
    place.textContent = text ?? '';
    if (text) {
        input.setAttribute('aria-invalid', 'true');
    } else {
        input.removeAttribute('aria-invalid');
    }
    return true;
}

/** Black or white, whichever is read more easily on the colour. @source WCAG 2.2, relative luminance */
function inkOn(color) {
    const [r, g, b] = [1, 3, 5].map((at) => {
        const part = parseInt(color.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}

function paint(color) {
    if (/^#[0-9a-f]{6}$/i.test(color ?? '')) {
        const { style } = document.documentElement;
        style.setProperty('--primary', color);
        style.setProperty('--on-primary', inkOn(color));
    }
}

function speak(locale) {
    const wanted = [new URLSearchParams(location.search).get('lang'), locale, ...navigator.languages];
    language = wanted.map((each) => (each ?? '').slice(0, 2).toLowerCase()).find((each) => each in kTexts) ?? 'en';
    texts = kTexts[language];
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll('[data-text]')) {
        element.textContent = say(element.dataset.text);
    }
}

/** Reads what the organisation set up. @return it, or undefined where the form is not to be had */
export async function begin(titleName) {
    const answer = await ask('GET', address('/support/config'));
    const config = answer.ok ? answer.body : {};
    speak(config.locale);
    paint(config.colors?.primary);
    byId('organisation').textContent = config.tenant_name ?? '';
    document.title = [say(titleName), config.tenant_name].filter(Boolean).join(' – ');
    return answer.ok ? config : { problem: reasonOf(answer) };
}
