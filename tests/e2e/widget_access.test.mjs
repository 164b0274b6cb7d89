// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gate, useFakeServer } from './fixture.mjs';
import { answer, bridge, kCitations } from './fake_server.mjs';
import { eventually, screenshot } from './support.mjs';

const kPhone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const kLooks = [
    ['desktop', {}, {}],
    ['dark', { colorScheme: 'dark' }, {}],
    ['phone', kPhone, {}],
    ['phone-dark', { ...kPhone, colorScheme: 'dark' }, {}],
    ['rtl', {}, { locale: 'ar', title: 'الدعم', greeting: 'مرحبًا! كيف يمكننا مساعدتك؟', suggested_questions: ['كم التكلفة؟'] }],
    ['left', {}, { position: 'bottom-left', locale: 'de', colors: { primary: '#ffd400' } }],
];

describe('looks and access', () => {
    const fixture = useFakeServer();
    const kText = 'It costs **12 €** a month [1].\n\n- cancel at any time [2]\n- see [our site](https://example.org)';

    for (const [name, options, config] of kLooks) {
        test(`has no accessibility faults: ${name}`, async () => {
            Object.assign(fixture.fake.config, config);
            const customer = await fixture.visit({ ...options, bypassCSP: true });
            await customer.launcher.waitFor();
            assert.deepEqual(await customer.violations(), [], 'closed');
            await screenshot(customer.page, `${name}-closed`);
            await customer.openChat();
            assert.deepEqual(await customer.violations(), [], 'open');
            await screenshot(customer.page, `${name}-open`);
            fixture.fake.turns.push(answer(kText, kCitations), bridge());
            await customer.say('What does it cost?');
            await customer.panel.locator('.chip').first().click();
            assert.deepEqual(await customer.violations(), [], 'answered');
            await screenshot(customer.page, `${name}-answered`);
            await customer.panel.locator('.human').click();
            assert.deepEqual(await customer.violations(), [], 'asked to confirm');
            await customer.panel.locator('.plain').last().click();
            await customer.say('Where is my dog?');
            await customer.status.waitFor();
            await customer.panel.locator('.kind-bridge').waitFor();
            assert.deepEqual(await customer.violations(), [], 'waiting');
            await screenshot(customer.page, `${name}-waiting`);
            const author = { name: 'Noor' };
            fixture.fake.setStatus('with_agent');
            fixture.fake.say('supporter', 'Hello, Noor here. I found it.', { author, kind: 'resolution' });
            await customer.panel.locator('.kind-resolution').waitFor();
            fixture.fake.refusals['/chat/stream'] = [[500, {}]];
            await customer.say('Thank you');
            await customer.panel.locator('.is-failed').waitFor();
            assert.deepEqual(await customer.violations(), [], 'with a person');
            await screenshot(customer.page, `${name}-person`);
        });
    }

    test('opens, writes and closes by keyboard alone, and gives the focus back', async () => {
        const customer = await fixture.visit();
        await customer.launcher.waitFor();
        await customer.launcher.focus();
        await customer.page.keyboard.press('Enter');
        await customer.panel.waitFor();
        await customer.page.keyboard.type('one');
        await customer.page.keyboard.press('Shift+Enter');
        await customer.page.keyboard.type('two');
        await customer.page.keyboard.press('Enter');
        await customer.sees('agent', 'It costs');
        assert.equal(fixture.fake.requestsTo('/chat/stream')[0].body.text, 'one\ntwo');
        await customer.page.keyboard.press('Escape');
        assert.equal(await customer.panel.isVisible(), false);
        const focused = await customer.page.evaluate(() => {
            const { activeElement } = document.querySelector('parley-chat').shadowRoot;
            return activeElement.className;
        });
        assert.equal(focused, 'launcher');
    });

    test('keeps the focus inside on a phone, and lets it out on a desktop', async () => {
        const inside = (customer) =>
            customer.page.evaluate(() => {
                const { activeElement } = document.querySelector('parley-chat').shadowRoot;
                return Boolean(activeElement?.closest('.panel'));
            });
        const phone = await fixture.visit(kPhone);
        await phone.openChat();
        assert.equal(await phone.panel.getAttribute('aria-modal'), 'true');
        for (let i = 0; i < 12; i++) {
            await phone.page.keyboard.press('Tab');
            assert.equal(await inside(phone), true, `after ${i + 1} steps`);
        }
        const desktop = await fixture.visit();
        await desktop.openChat();
        assert.notEqual(await desktop.panel.getAttribute('aria-modal'), 'true');
        let out = false;
        for (let i = 0; i < 12 && !out; i++) {
            await desktop.page.keyboard.press('Tab');
            out = !(await inside(desktop));
        }
        assert.equal(out, true);
    });

    test('fills a phone\'s screen and no more', async () => {
        const customer = await fixture.visit({ ...kPhone, reducedMotion: 'reduce' });
        await customer.openChat();
        assert.deepEqual(await customer.panel.boundingBox(), { x: 0, y: 0, width: 390, height: 780 });
        assert.equal(await customer.launcher.isVisible(), false);
        await customer.panel.getByRole('button', { name: 'Close chat' }).click();
        await customer.launcher.waitFor();
    });

    test('announces finished sentences only', async () => {
        const first = gate();
        const second = gate();
        fixture.fake.turns.push(async (turn) => {
            turn.accept();
            turn.emit('token', { text: 'One sentence. Half of' });
            await first.opened;
            turn.emit('token', { text: ' another. ' });
            await second.opened;
            turn.reply('One sentence. Half of another.');
        });
        const customer = await fixture.visit();
        await customer.openChat();
        await eventually(async () => (await customer.log.getAttribute('aria-live')) === 'polite', 'the log is live');
        await customer.say('Speak');
        await customer.sees('agent', 'Half of');
        const spoken = customer.panel.locator('.sr[aria-live=polite] p');
        assert.deepEqual(await spoken.allTextContents(), ['One sentence.']);
        assert.equal(await customer.log.locator('.is-streaming').getAttribute('inert'), '');
        first.open();
        await spoken.nth(1).waitFor({ state: 'attached' });
        assert.deepEqual(await spoken.allTextContents(), ['One sentence.', 'Half of another.']);
        second.open();
        await customer.log.locator('.from-agent.is-done').waitFor();
        assert.deepEqual(await spoken.allTextContents(), ['One sentence.', 'Half of another.']);
        assert.equal(await customer.log.locator('.from-agent.is-done').getAttribute('inert'), null);
    });

    test('mirrors itself for languages written from right to left', async () => {
        fixture.fake.config.locale = 'ar';
        const customer = await fixture.visit();
        await customer.openChat();
        assert.equal(await customer.panel.getAttribute('dir'), 'rtl');
        const panel = await customer.panel.boundingBox();
        const close = await customer.panel.locator('.close').boundingBox();
        assert.ok(close.x < panel.x + panel.width / 2);
    });

    test('puts readable text on any colour of a tenant', async () => {
        for (const [primary, text] of [
            ['#ffffff', '0, 0, 0'],
            ['#ffd400', '0, 0, 0'],
            ['#767676', '255, 255, 255'],
            ['#777777', '0, 0, 0'],
            ['#000', '255, 255, 255'],
            ['no colour', '255, 255, 255'],
        ]) {
            fixture.fake.config.colors.primary = primary;
            const customer = await fixture.visit();
            await customer.launcher.waitFor();
            const color = await customer.launcher.evaluate((button) => getComputedStyle(button).color);
            assert.equal(color, `rgb(${text})`, primary);
        }
    });

    test('keeps still for those who asked for it', async () => {
        const customer = await fixture.visit({ reducedMotion: 'reduce' });
        await customer.openChat();
        const time = await customer.panel.evaluate((panel) => getComputedStyle(panel).animationDuration);
        assert.equal(time, '0.01s');
    });
});
