// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gate, useFakeServer } from './fixture.mjs';
import { answer, bridge, kCitations } from './fake_server.mjs';
import { eventually } from './support.mjs';

describe('a conversation', () => {
    const fixture = useFakeServer();

    async function opened(options) {
        const customer = await fixture.visit(options);
        await customer.openChat();
        return customer;
    }

    test('streams an answer as it comes and then shows it once', async () => {
        const middle = gate();
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            turn.emit('status', { node: 'retrieve' });
            turn.emit('token', { text: 'The first sentence. ' });
            await middle.opened;
            turn.emit('token', { text: 'The second.' });
            turn.reply('The first sentence. The second.');
        });
        const customer = await opened();
        await customer.say('Tell me');
        await customer.sees('agent', 'The first sentence.');
        assert.equal(await customer.log.getByText('The second.').count(), 0);
        assert.equal(await customer.log.locator('.is-streaming').count(), 1);
        middle.open();
        await customer.sees('agent', 'The second.');
        await customer.log.locator('.from-agent.is-done').last().waitFor();
        assert.deepEqual(await customer.transcript(), ['user: Tell me', 'agent: The first sentence. The second.']);
        assert.deepEqual(customer.complaints, []);
    });

    test('forgets what was streamed before a reset', async () => {
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            turn.emit('token', { text: 'A guess that does not hold.' });
            turn.emit('reset');
            turn.emit('token', { text: 'What is known.' });
            turn.reply('What is known.');
        });
        const customer = await opened();
        await customer.say('Well?');
        await customer.sees('agent', 'What is known.');
        assert.deepEqual(await customer.transcript(), ['user: Well?', 'agent: What is known.']);
    });

    test('shows Markdown', async () => {
        const text = '**Bold** and `code`\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[Site](https://example.org) & <more>';
        fixture.fake.turns.push(answer(text, []));
        const customer = await opened();
        await customer.say('Show me');
        await customer.log.locator('.from-agent.is-done').waitFor();
        const body = customer.log.locator('.from-agent .body').last();
        assert.equal(await body.locator('strong').innerText(), 'Bold');
        assert.equal(await body.locator('code').innerText(), 'code');
        assert.deepEqual(await body.locator('ol > li').allInnerTexts(), ['one', 'two']);
        assert.deepEqual(await body.locator('td').allInnerTexts(), ['1', '2']);
        const link = body.getByRole('link', { name: 'Site' });
        assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
        assert.equal(await link.getAttribute('target'), '_blank');
        assert.match(await body.innerText(), /Site & <more>/);
    });

    test('opens the sources of an answer, from its chips and from its text', async () => {
        fixture.fake.turns.push(answer('It costs 12 € [1]. Cancel any time [2]; see [9].', kCitations));
        const customer = await opened();
        await customer.say('How much?');
        const chip = customer.panel.getByRole('button', { name: 'Source 1: Prices and plans' });
        await chip.click();
        const source = customer.panel.getByRole('region', { name: 'Prices and plans' });
        assert.match(await source.innerText(), /The small plan costs 12 € a month\.\s+Page 2/);
        assert.equal(await chip.getAttribute('aria-expanded'), 'true');
        await customer.panel.getByRole('button', { name: 'Source 2', exact: true }).click();
        await customer.panel.getByRole('region', { name: 'Cancelling' }).waitFor();
        await customer.panel.getByRole('button', { name: 'Close source' }).click();
        assert.equal(await customer.panel.locator('.source').isVisible(), false);
        assert.match(await (await customer.sees('agent', 'It costs')).innerText(), /see \[9\]/);
    });

    test('asks a suggested question and then offers them no more', async () => {
        const customer = await opened();
        await customer.panel.getByRole('button', { name: 'What does it cost?' }).click();
        await customer.sees('agent', 'It costs');
        assert.equal(await customer.panel.locator('.suggestions').isVisible(), false);
        assert.equal(fixture.fake.requestsTo('/chat/stream')[0].body.text, 'What does it cost?');
    });

    test('waits for a person after a bridge, and can still be written to', async () => {
        fixture.fake.config.ask_email = true;
        fixture.fake.turns.push(bridge());
        const customer = await opened();
        await customer.say('Where is my dog?');
        await customer.sees('agent', 'I would rather ask a colleague');
        await customer.status.getByText('Waiting for an agent').waitFor();
        assert.match(await customer.status.innerText(), /Ticket TF-20261121-K7QP/);
        await customer.panel.getByRole('textbox', { name: 'Your e-mail' }).fill('ana@example.org');
        await customer.panel.getByRole('button', { name: 'Save' }).click();
        await customer.status.getByText('We will also write to ana@example.org.').waitFor();
        await customer.say('It is brown');
        await customer.messages('user').filter({ hasText: 'It is brown' }).getByText('Sent').waitFor();
        assert.equal(fixture.fake.requestsTo('/chat/email')[0].body.email, 'ana@example.org');
    });

    test('hands over to a person when the customer confirms', async () => {
        const customer = await opened();
        const human = customer.panel.getByRole('button', { name: 'Talk to a person' });
        await human.click();
        await customer.panel.getByRole('button', { name: 'Not now' }).click();
        assert.equal(fixture.fake.requestsTo('/chat/escalate').length, 0);
        await human.click();
        await customer.panel.getByRole('button', { name: 'Yes, please' }).click();
        await customer.status.getByText('Waiting for an agent').waitFor();
        assert.match(await customer.status.innerText(), /TF-20261121-K7QP/);
        assert.equal(await human.isVisible(), false);
    });

    test('shows the person who took over, typing and writing, and the resolution', async () => {
        fixture.fake.turns.push(bridge());
        const customer = await opened();
        await customer.say('Help');
        await customer.status.getByText('Waiting for an agent').waitFor();
        const author = { id: 's1', name: 'Noor' };
        fixture.fake.setStatus('with_agent');
        fixture.fake.typing(true);
        await customer.panel.getByText('our team is typing…').waitFor();
        fixture.fake.say('supporter', 'Hello, **Noor** here.', { author });
        await customer.sees('supporter', 'Hello, Noor here.');
        await customer.status.getByText('You are talking with Noor').waitFor();
        assert.equal(await customer.panel.locator('.activity').isVisible(), false);
        await customer.input.fill('Thanks');
        await eventually(() => fixture.fake.requestsTo('/chat/typing').length, 'the supporter hears of typing');
        await customer.input.press('Enter');
        await customer.sees('user', 'Thanks');
        fixture.fake.say('supporter', 'It is solved.', { author, kind: 'resolution' });
        fixture.fake.setStatus('open');
        await customer.panel.getByText('Answer from our team').waitFor();
        await customer.status.waitFor({ state: 'hidden' });
        await customer.panel.getByRole('button', { name: 'Talk to a person' }).waitFor();
    });

    test('believes the event link when a turn ends with an older status', async () => {
        fixture.fake.turns.push(bridge(), async (turn) => {
            turn.accept();
            fixture.fake.setStatus('open');
            await customer.status.waitFor({ state: 'hidden' });
            turn.emit('held', { message_id: turn.message.id, status: 'waiting_for_agent', reply: null, ticket: null });
            turn.done();
        });
        const customer = await opened();
        await customer.say('Help');
        await customer.status.getByText('Waiting for an agent').waitFor();
        await customer.say('Thanks');
        await customer.status.waitFor({ state: 'hidden' });
        await customer.say('One more thing');
        await customer.sees('agent', 'It costs');
        assert.equal(await customer.status.isVisible(), false);
    });

    test('never shows notes, and shows a closed conversation as one that can go on', async () => {
        const customer = await opened();
        await customer.say('Hello');
        await customer.sees('agent', 'It costs');
        fixture.fake.say('supporter', 'internal', { kind: 'note' });
        fixture.fake.setStatus('closed');
        await customer.status.getByText('This conversation is closed').waitFor();
        assert.equal(await customer.panel.getByText('internal').count(), 0);
        assert.equal(await customer.input.isEnabled(), true);
    });

    test('takes a rating and takes it back when it was refused', async () => {
        const customer = await opened();
        await customer.say('Hello');
        const thumb = customer.panel.getByRole('button', { name: 'Helpful', exact: true });
        fixture.fake.refusals['/chat/feedback'] = [[500, {}]];
        await thumb.click();
        await eventually(async () => (await thumb.getAttribute('aria-pressed')) === 'false', 'the rating is taken back');
        await thumb.click();
        await customer.panel.getByText('Thank you for telling us.').first().waitFor();
        await customer.panel.getByRole('button', { name: 'Not helpful' }).click();
        const ratings = await eventually(() => {
            const sent = fixture.fake.requestsTo('/chat/feedback');
            return sent.length === 3 && sent;
        }, 'three ratings');
        assert.deepEqual(ratings.map(({ body }) => body.rating), [5, 5, 1]);
        assert.ok(ratings[0].body.message_id);
    });

    test('counts near the limit and holds back what is too long', async () => {
        const customer = await opened();
        const send = customer.panel.getByRole('button', { name: 'Send message' });
        for (const [length, counter, enabled] of [
            [7499, '', true],
            [7500, 'Characters left: 500', true],
            [8000, 'Characters left: 0', true],
            [8001, 'Characters too many: 1', false],
        ]) {
            // Each of these is one code point and two UTF-16 units.
            await customer.input.fill('𝒳'.repeat(length));
            assert.equal(await customer.panel.locator('.counter').innerText(), counter);
            assert.equal(await send.isEnabled(), enabled);
        }
    });

    test('tells of new messages while it is closed', async () => {
        const customer = await opened();
        await customer.say('Hello');
        await customer.log.locator('.from-agent.is-done').waitFor();
        await customer.page.keyboard.press('Escape');
        fixture.fake.say('supporter', 'Are you still there?');
        await customer.page.getByRole('button', { name: 'Open chat, New messages: 1' }).click();
        await customer.sees('supporter', 'Are you still there?');
        assert.equal(await customer.page.locator('.badge').isVisible(), false);
    });

    test('leaves who reads older messages where he is, and leads to the newest', async () => {
        const customer = await opened();
        await customer.say('Hello');
        await customer.sees('agent', 'It costs');
        for (let i = 0; i < 12; i++) {
            fixture.fake.say('supporter', `Paragraph ${i}.\n\nAnd another one.`);
        }
        await customer.sees('supporter', 'Paragraph 11');
        const newest = customer.panel.getByRole('button', { name: 'New messages' });
        assert.equal(await newest.isVisible(), false);
        await customer.log.evaluate((log) => log.scrollTo(0, 0));
        fixture.fake.say('supporter', 'The newest.');
        await newest.waitFor();
        assert.equal(await customer.log.evaluate((log) => log.scrollTop), 0);
        await newest.click();
        await eventually(
            () => customer.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 2),
            'the end is in view',
        );
        assert.equal(await newest.isVisible(), false);
    });

    test('keeps the end in view when something opens below it', async () => {
        const customer = await opened();
        await customer.say('Hello');
        await customer.sees('agent', 'It costs');
        for (let i = 0; i < 12; i++) {
            fixture.fake.say('supporter', `Paragraph ${i}.`);
        }
        await customer.sees('supporter', 'Paragraph 11');
        await customer.panel.getByRole('button', { name: 'Talk to a person' }).click();
        await eventually(
            () => customer.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 2),
            'the end is in view',
        );
    });

    test('takes an answer back that a person took back, and says so', async () => {
        const customer = await opened();
        await customer.say('Hello');
        await customer.sees('agent', 'It costs');
        const author = { id: 's1', name: 'Noor' };
        const wrong = fixture.fake.say('supporter', 'It is free.', { author, kind: 'resolution' });
        await customer.sees('supporter', 'It is free.');
        fixture.fake.publish('message.updated', { message_id: wrong.id, retracted: true }, fixture.fake.session);
        await eventually(async () => (await customer.messages('supporter').count()) === 0, 'the answer has gone');
        await customer.panel.locator('[aria-live=polite]').getByText('An answer was taken back.').waitFor({ state: 'attached' });
        // A log that is replayed tells it by another event; what is not there needs no word.
        fixture.fake.publish('message.retracted', { message_id: wrong.id }, fixture.fake.session);
        fixture.fake.say('supporter', 'It costs a lot.', { author });
        await customer.sees('supporter', 'It costs a lot.');
        assert.equal(await customer.panel.getByText('An answer was taken back.').count(), 1);
        assert.deepEqual(customer.complaints, []);
    });

    test('shows the end of a long bridge text above which the waiting is told', async () => {
        fixture.fake.config.ask_email = true;
        const long = Array.from({ length: 12 }, (_, i) => `Sentence ${i} of what a colleague has to see.`).join('\n\n');
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            const ticket = { id: 't', reference: 'TF-20261121-K7QP', status: 'pending_human', position: 3 };
            turn.reply(long, { kind: 'bridge', ticket });
        });
        const customer = await opened();
        await customer.say('Where is my dog?');
        await customer.status.getByText('Waiting for an agent').waitFor();
        await eventually(
            () => customer.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 2),
            'the end is in view',
        );
    });

    test('says in its head whether anybody is there', async () => {
        fixture.fake.turns.push(bridge());
        const customer = await opened();
        const head = customer.panel.locator('.state-text');
        await customer.say('Where is my dog?');
        await customer.status.getByText('Waiting for an agent').waitFor();
        assert.equal(await head.innerText(), 'Online');
        const ticket = { id: 't', reference: 'TF-20261121-K7QP', status: 'pending_human', position: 1 };
        const place = (away) => fixture.fake.publish('queue.place', { ticket: { ...ticket, away } }, fixture.fake.session);
        place(true);
        await head.getByText('Nobody is online').waitFor();
        assert.equal(await customer.panel.locator('.top').getAttribute('data-link'), 'away');
        await customer.page.reload();
        await customer.page.getByRole('button', { name: /Open chat/ }).click();
        await head.getByText('Nobody is online').waitFor();
        place(false);
        await head.getByText('Online', { exact: true }).waitFor();
        place(true);
        fixture.fake.setStatus('with_agent');
        await head.getByText('Online', { exact: true }).waitFor();
    });
});
