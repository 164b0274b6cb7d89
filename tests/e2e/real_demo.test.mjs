// SPDX-License-Identifier: MIT
// The whole product: parleyd with its demo tenant, its page, and a customer in a browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Daemon } from './daemon.mjs';
import { Customer, eventually, launchBrowser, screenshot } from './support.mjs';

const kAnswerable = 'How many days do I have to return a product?';
const kAnswer = /30 days/;
const kUnanswerable = 'How loud is the Drop pump in decibels?';
const kReference = /[A-Z]{2,6}-\d{8}-[0-9A-Z]{4}/;
const kPhone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

describe('the demo', () => {
    const daemon = new Daemon();
    const customers = [];
    let browser;

    before(async () => {
        browser = await launchBrowser();
        await daemon.start();
        assert.ok((await daemon.waitForKnowledge()) >= 25);
    });
    after(async () => {
        await browser.close();
        assert.equal(await daemon.stop(), 0, 'SIGTERM drains and exits 0');
    });
    afterEach(() => Promise.all(customers.splice(0).map((customer) => customer.close())));

    async function visit(options) {
        const customer = await Customer.visit(browser, `${daemon.url}/demo`, options);
        customers.push(customer);
        await customer.openChat();
        return customer;
    }

    /** Waits until the status bar names the ticket. @return its reference */
    async function waiting(customer) {
        await customer.status.getByText('Waiting for an agent').waitFor();
        return eventually(async () => kReference.exec(await customer.status.innerText())?.[0], 'a ticket reference');
    }

    test('answers from the knowledge base, with sources that open', async () => {
        const customer = await visit();
        await screenshot(customer.page, 'demo-desktop-open');
        await customer.say(kAnswerable);
        const answer = customer.log.locator('.from-agent.is-done').last();
        await answer.waitFor();
        assert.match(await answer.innerText(), kAnswer);
        await answer.locator('.chip').first().click();
        const source = answer.locator('.source');
        await source.waitFor();
        assert.ok((await source.innerText()).length > 20);
        await screenshot(customer.page, 'demo-desktop-answered');
        assert.equal(await customer.status.isVisible(), false);
        assert.deepEqual(customer.complaints, []);
    });

    test('does not guess: an unanswerable question becomes a ticket', async () => {
        const customer = await visit();
        await customer.say(kUnanswerable);
        const reference = await waiting(customer);
        const bridge = customer.log.locator('.kind-bridge').last();
        assert.match(await bridge.innerText(), new RegExp(reference));
        await customer.say('It is for a small balcony.');
        await customer.messages('user').last().getByText('Sent').waitFor();
        await screenshot(customer.page, 'demo-desktop-waiting');
        assert.deepEqual(customer.complaints, []);
    });

    test('gives who asks for a human a ticket, in words and by the button', async () => {
        const inWords = await visit();
        await inWords.say('I want to talk to a human');
        const first = await waiting(inWords);
        const byButton = await visit();
        await byButton.panel.getByRole('button', { name: 'Talk to a person' }).click();
        await byButton.panel.getByRole('button', { name: 'Yes, please' }).click();
        const second = await waiting(byButton);
        assert.notEqual(first, second);
    });

    test('brings an operator\'s answer to the waiting customer, live', async () => {
        const customer = await visit();
        await customer.say(kUnanswerable);
        const reference = await waiting(customer);
        const token = await daemon.signIn();
        const answer = 'About 38 decibels, as loud as a **library**.';
        const path = `/admin/tickets/${reference}/resolve`;
        const resolved = await daemon.request('POST', path, { token, body: { answer, learn: false } });
        assert.equal(resolved.status, 200, JSON.stringify(resolved.body));
        const message = await customer.sees('supporter', 'About 38 decibels');
        assert.equal(await message.locator('strong').innerText(), 'library');
        await customer.panel.getByText('Answer from our team').waitFor();
        await customer.status.waitFor({ state: 'hidden' });
        await screenshot(customer.page, 'demo-desktop-resolved');
        assert.equal((await daemon.request('POST', path, { token, body: { answer } })).status, 409);
        await customer.say(kAnswerable);
        await eventually(async () => kAnswer.test((await customer.transcript()).at(-1)), 'the agents answer again');
    });

    test('keeps the conversation over a reload, kill -9 and a restart, and goes on', async () => {
        const customer = await visit();
        await customer.say(kAnswerable);
        await customer.log.locator('.from-agent.is-done').last().waitFor();
        await customer.say(kUnanswerable);
        const reference = await waiting(customer);
        const before = await customer.transcript();
        await customer.page.reload();
        await customer.openChat();
        await eventually(async () => (await customer.transcript()).length === before.length, 'the history is back');
        assert.deepEqual(await customer.transcript(), before);

        await daemon.kill();
        await customer.panel.locator('.banner').getByText('No connection').waitFor();
        await screenshot(customer.page, 'demo-desktop-offline');
        await daemon.start();
        await customer.panel.locator('.banner').waitFor({ state: 'hidden' });
        assert.deepEqual(await customer.transcript(), before);
        const token = await daemon.signIn();
        const body = { answer: 'Quieter than rain.', learn: false };
        const resolved = await daemon.request('POST', `/admin/tickets/${reference}/resolve`, { token, body });
        assert.equal(resolved.status, 200, JSON.stringify(resolved.body));
        await customer.sees('supporter', 'Quieter than rain.');
        await customer.say(kAnswerable);
        await eventually(async () => kAnswer.test((await customer.transcript()).at(-1)), 'an answer after the restart');
        assert.equal((await customer.transcript()).length, before.length + 3);
    });

    test('finishes a turn that a kill -9 interrupted, once', async () => {
        const customer = await visit();
        await customer.say(kAnswerable);
        await customer.log.locator('.from-agent.is-done').last().waitFor();
        await customer.say('Is there express delivery?');
        await customer.messages('user').last().getByText('Sent').waitFor();
        await daemon.kill();
        await daemon.start();
        const stored = async () => (await customer.transcript()).filter((line) => !line.startsWith('user'));
        await eventually(async () => (await stored()).length === 2, 'the interrupted turn ends', 30_000);
        await customer.page.waitForTimeout(1000);
        assert.equal((await stored()).length, 2);
    });

    for (const [name, options] of [
        ['desktop', {}],
        ['dark', { colorScheme: 'dark' }],
        ['phone', kPhone],
    ]) {
        test(`has no accessibility faults: ${name}`, async () => {
            const customer = await Customer.visit(browser, `${daemon.url}/demo`, { ...options, bypassCSP: true });
            customers.push(customer);
            await customer.launcher.waitFor();
            assert.deepEqual(await customer.violations(), [], 'closed');
            await screenshot(customer.page, `demo-${name}-closed`);
            await customer.openChat();
            await customer.say(kAnswerable);
            await customer.log.locator('.from-agent.is-done').last().waitFor();
            assert.deepEqual(await customer.violations(), [], 'answered');
            await customer.say(kUnanswerable);
            await waiting(customer);
            assert.deepEqual(await customer.violations(), [], 'waiting');
            await screenshot(customer.page, `demo-${name}-waiting`);
        });
    }
});
