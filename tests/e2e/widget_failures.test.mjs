// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useFakeServer } from './fixture.mjs';
import { answer, FakeServer } from './fake_server.mjs';
import { eventually } from './support.mjs';

describe('when things fail', () => {
    const fixture = useFakeServer();

    async function talking() {
        const customer = await fixture.visit();
        await customer.openChat();
        await customer.say('First');
        await customer.log.locator('.from-agent.is-done').waitFor();
        return customer;
    }

    test('a refused message is kept and sent again with its key', async () => {
        const customer = await talking();
        fixture.fake.refusals['/chat/stream'] = [[500, {}]];
        await customer.say('Second');
        const failed = await customer.sees('user', 'Second');
        await failed.getByText('Not sent').waitFor();
        await failed.getByRole('button', { name: 'Try again' }).click();
        await eventually(async () => (await customer.messages('agent').count()) === 2, 'the second answer');
        const keys = fixture.fake.requestsTo('/chat/stream').map(({ headers }) => headers['idempotency-key']);
        assert.equal(keys.length, 3);
        assert.equal(keys[1], keys[2]);
        assert.notEqual(keys[0], keys[1]);
        assert.equal((await customer.transcript()).filter((line) => line === 'user: Second').length, 1);
    });

    test('too many messages wait as long as the server asks, and go with the same key', async () => {
        const customer = await talking();
        fixture.fake.refusals['/chat/stream'] = [[429, { 'Retry-After': '2' }]];
        await customer.say('Second');
        await customer.panel.getByText(/Too many messages at once/).waitFor();
        await eventually(async () => (await customer.messages('agent').count()) === 2, 'the second answer');
        const keys = fixture.fake.requestsTo('/chat/stream').map(({ headers }) => headers['idempotency-key']);
        assert.equal(keys[1], keys[2]);
    });

    test('an answer whose stream breaks arrives as an event, once', async () => {
        const customer = await talking();
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            turn.emit('token', { text: 'Half of ' });
            await customer.sees('agent', 'Half of');
            turn.drop();
            turn.server.say('agent', 'Half of it, and the rest.');
        });
        await customer.say('Second');
        await customer.sees('agent', 'Half of it, and the rest.');
        await customer.log.locator('.is-streaming').waitFor({ state: 'detached' });
        assert.equal((await customer.transcript()).filter((line) => line.includes('Half of')).length, 1);
        assert.equal(await customer.panel.getByText('Not sent').count(), 0);
    });

    test('an answer that arrives as an event before its stream ends is shown once, with its sources', async () => {
        const customer = await talking();
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            turn.emit('token', { text: 'The answer.' });
            await customer.sees('agent', 'The answer.');
            turn.reply('The answer.', {
                citations: [{ document_id: 'd', title: 'A source', snippet: 'A passage.', score: 1 }],
            });
        });
        await customer.say('Second');
        await customer.panel.getByRole('button', { name: 'Source 1: A source' }).waitFor();
        assert.equal((await customer.transcript()).filter((line) => line === 'agent: The answer.').length, 1);
        assert.equal((await customer.transcript()).filter((line) => line === 'user: Second').length, 1);
    });

    test('an error after tokens leaves no half answer', async () => {
        const customer = await talking();
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            turn.emit('token', { text: 'Wrong' });
            turn.emit('reset');
            turn.emit('error', { status: 503, code: 'unavailable' });
            turn.done();
        });
        await customer.say('Second');
        await customer.panel.getByText('That did not work. Please try again.').first().waitFor();
        assert.equal((await customer.transcript()).some((line) => line.includes('Wrong')), false);
    });

    test('a lapsed token is renewed without a word, in the same conversation', async () => {
        const customer = await talking();
        fixture.fake.session.token = 'another';
        await customer.say('Second');
        await eventually(async () => (await customer.messages('agent').count()) === 2, 'the second answer');
        const [, renewal] = fixture.fake.requestsTo('/widget/pk_test/session');
        assert.match(renewal.body.resume_token, /^resume-/);
        assert.equal(fixture.fake.sessions.size, 1);
        assert.equal((await customer.transcript()).length, 4);
    });

    test('a server that knows the session no more gets a new one, and the message', async () => {
        const customer = await talking();
        fixture.fake.sessions.clear();
        await customer.say('Second');
        await customer.sees('agent', 'It costs');
        await eventually(() => fixture.fake.session?.messages.length === 2, 'the new conversation');
        assert.deepEqual((await customer.transcript()).map((line) => line.split(':')[0]), ['user', 'agent']);
    });

    test('a server that goes away is seen, and when it is back nothing is missing or double', async () => {
        const customer = await talking();
        const { fake } = fixture;
        await fake.stop();
        await customer.panel.locator('.banner').getByText('No connection').waitFor();
        const port = fake.port;
        fixture.fake = Object.assign(new FakeServer(fake.widgetFolder), { sessions: fake.sessions });
        fixture.fake.say('supporter', 'Said while you were away.');
        await fixture.fake.start(port);
        await customer.sees('supporter', 'Said while you were away.');
        await customer.panel.locator('.banner').waitFor({ state: 'hidden' });
        const { headers } = fixture.fake.requestsTo('/chat/events')[0];
        assert.equal(headers['last-event-id'], '2');
        assert.equal((await customer.transcript()).length, 3);
    });

    test('a link that breaks again and again is opened again, ever after the last event', async () => {
        const customer = await talking();
        for (let i = 0; i < 3; i++) {
            fixture.fake.dropStreams();
            fixture.fake.say('supporter', `Message ${i}`);
            await customer.sees('supporter', `Message ${i}`);
            await eventually(() => fixture.fake.session.streams.size === 1, 'the link is open again');
        }
        assert.equal((await customer.transcript()).length, 5);
    });

    test('a reload shows the conversation and goes on with it', async () => {
        const customer = await talking();
        const before = await customer.transcript();
        await customer.page.reload();
        await customer.openChat();
        await customer.sees('agent', 'It costs');
        assert.deepEqual(await customer.transcript(), before);
        await customer.panel.getByRole('button', { name: 'Source 1: Prices and plans' }).waitFor();
        fixture.fake.turns.push(answer('And more.', []));
        await customer.say('Second');
        await customer.sees('agent', 'And more.');
        assert.equal(fixture.fake.sessions.size, 1);
        assert.equal(fixture.fake.requestsTo('/widget/pk_test/session').length, 1);
    });

    test('a browser without storage still has a conversation', async () => {
        const customer = await fixture.visit();
        await customer.context.addInitScript(() => {
            Object.defineProperty(window, 'localStorage', {
                get() {
                    throw new DOMException('blocked', 'SecurityError');
                },
            });
        });
        await customer.page.reload();
        await customer.openChat();
        await customer.say('First');
        await customer.sees('agent', 'It costs');
        assert.deepEqual(customer.complaints, []);
    });

    test('two tabs show the same conversation', async () => {
        const first = await talking();
        const page = first.page;
        await first.open(fixture.fake.url);
        await first.openChat();
        await first.sees('agent', 'It costs');
        await first.say('From the second tab');
        await page.getByRole('log').getByText('From the second tab').waitFor();
        assert.equal(fixture.fake.sessions.size, 1);
    });

    for (const [status, streams] of [
        ['open', 0],
        ['waiting_for_agent', 1],
    ]) {
        test(`a hidden page of a conversation that is ${status} keeps ${streams} links open`, async () => {
            const customer = await fixture.visit();
            await customer.page.clock.install();
            await customer.page.reload();
            await customer.openChat();
            await customer.say('First');
            await customer.log.locator('.from-agent.is-done').waitFor();
            fixture.fake.setStatus(status);
            await eventually(async () => (await customer.status.isVisible()) === (status !== 'open'), 'the status');
            const show = (hidden) =>
                customer.page.evaluate((value) => {
                    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
                    document.dispatchEvent(new Event('visibilitychange'));
                }, hidden);
            await show(true);
            await customer.page.clock.fastForward(31_000);
            await eventually(() => fixture.fake.session.streams.size === streams, 'the links that stay');
            fixture.fake.say('supporter', 'While you looked away.');
            await show(false);
            await customer.sees('supporter', 'While you looked away.');
            assert.equal((await customer.transcript()).length, 3);
        });
    }
});
