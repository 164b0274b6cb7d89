// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useFakeServer } from './fixture.mjs';
import { FakeServer } from './fake_server.mjs';
import { eventually, widgetFolder } from './support.mjs';

describe('the loader', () => {
    const fixture = useFakeServer();

    test('draws the launcher alone and fetches the chat when it is wanted', async () => {
        const customer = await fixture.visit();
        await customer.launcher.waitFor();
        assert.equal(fixture.fake.requestsTo('/chat.js').length, 0);
        await customer.openChat();
        await customer.page.getByText('Hello there!').waitFor();
        assert.equal(fixture.fake.requestsTo('/chat.js').length, 1);
        assert.deepEqual(customer.complaints, []);
    });

    test('opens no session before the customer has something to say', async () => {
        const customer = await fixture.visit();
        await customer.openChat();
        await customer.page.getByText('Hello there!').waitFor();
        assert.equal(fixture.fake.sessions.size, 0);
    });

    test('works once when a page includes it twice', async () => {
        const script = '<script src="/widget.js" data-tenant="pk_test" async></script>';
        fixture.fake.page = fixture.fake.page.replace('</body>', `${script}</body>`);
        const customer = await fixture.visit();
        await customer.launcher.waitFor();
        assert.equal(await customer.page.locator('parley-chat').count(), 1);
    });

    test('leaves a page as it was when the server is down', async () => {
        const elsewhere = await new FakeServer(widgetFolder).start();
        const host = await new FakeServer(widgetFolder).start();
        host.csp = "default-src * 'unsafe-inline'";
        host.page = elsewhere.page.replace('src="/widget.js"', `src="${elsewhere.url}/widget.js"`);
        elsewhere.refusals['/widget/pk_test/config'] = [[503, {}]];
        const customer = await fixture.visit({}, host.url);
        await eventually(() => elsewhere.requestsTo('/widget/pk_test/config').length, 'the loader asks for its config');
        await customer.page.waitForTimeout(200);
        assert.equal(await customer.launcher.isVisible(), false);
        const ours = customer.complaints.filter((line) => /Parley/.test(line));
        assert.equal(ours.length, 1);
        assert.deepEqual(customer.complaints.filter((line) => line.startsWith('exception')), []);
        await elsewhere.stop();
        await host.stop();
    });

    test('serves pages of other origins, with the headers the contract allows and without cookies', async () => {
        const { fake } = fixture;
        const host = await new FakeServer(widgetFolder).start();
        host.csp = `default-src 'none'; script-src ${fake.url}; connect-src ${fake.url}`;
        host.page = fake.page.replace('src="/widget.js"', `src="${fake.url}/widget.js"`);
        fake.allowedOrigin = host.url;
        const customer = await fixture.visit({}, host.url);
        await customer.context.addCookies([{ name: 'secret', value: '1', url: fake.url }]);
        await customer.openChat();
        fake.refusals['/chat/stream'] = [[429, { 'Retry-After': '1' }]];
        await customer.say('Hello');
        await customer.log.locator('.from-agent.is-done').waitFor();
        await customer.page.reload();
        await customer.openChat();
        await customer.sees('agent', 'It costs');
        const cookies = fake.requests.filter(({ path, headers }) => headers.cookie && !path.endsWith('.js'));
        assert.deepEqual(cookies.map(({ path }) => path), []);
        assert.deepEqual(customer.complaints.filter((line) => !/429/.test(line)), []);
        await host.stop();
    });

    test('shows that the chat cannot be reached, and opens it at the next try', async () => {
        fixture.fake.refusals['/chat.js'] = [[500, {}], [500, {}]];
        const customer = await fixture.visit();
        await customer.launcher.dispatchEvent('click');
        await customer.page.getByRole('button', { name: 'The chat cannot be reached. Try again' }).waitFor();
        fixture.fake.refusals = {};
        await customer.openChat();
        await customer.page.getByText('Hello there!').waitFor();
    });

    test('gives the page an API', async () => {
        const customer = await fixture.visit();
        await customer.launcher.waitFor();
        const events = await customer.page.evaluate(async () => {
            const seen = [];
            const off = window.Parley.on('open', () => seen.push('open'));
            window.Parley.on('close', () => seen.push('close'));
            window.Parley.on('open', () => {
                throw new Error('a listener of the page fails');
            });
            const opened = new Promise((done) => window.Parley.on('open', done));
            window.Parley.open();
            await opened;
            window.Parley.toggle();
            off();
            window.Parley.toggle();
            return seen;
        });
        assert.deepEqual(events, ['open', 'close']);
        await customer.panel.waitFor();
    });

    test('tells the server who the customer is', async () => {
        const customer = await fixture.visit();
        const identity = { user_id: 'u7', user_email: 'ana@example.org', user_hash: 'ab12' };
        await customer.page.waitForFunction(() => window.Parley);
        await customer.page.evaluate((who) => window.Parley.identify(who), identity);
        await customer.openChat();
        await customer.say('Hello');
        await customer.sees('agent', 'It costs');
        const [{ body }] = fixture.fake.requestsTo('/widget/pk_test/session');
        assert.deepEqual({ user_id: body.user_id, user_email: body.user_email, user_hash: body.user_hash }, identity);
        await customer.page.evaluate((who) => window.Parley.identify(who), { user_id: 'u8' });
        const again = await eventually(() => fixture.fake.requestsTo('/widget/pk_test/session')[1], 'a second identity');
        assert.equal(again.body.user_id, 'u8');
        assert.ok(again.body.resume_token);
    });

    test('speaks the language of the tenant, else that of the browser', async () => {
        const customer = await fixture.visit();
        await customer.launcher.waitFor();
        assert.equal(await customer.launcher.getAttribute('aria-label'), 'Open chat');
        delete fixture.fake.config.locale;
        const german = await fixture.visit({ locale: 'de-AT' });
        await german.page.getByRole('button', { name: 'Chat öffnen' }).click();
        await german.page.getByPlaceholder('Nachricht schreiben…').waitFor();
        assert.deepEqual(german.complaints, []);
    });

    test('falls back to English where a language has no bundle', async () => {
        fixture.fake.config.locale = 'fr';
        fixture.fake.refusals['/chat.fr.js'] = [[404, {}]];
        const customer = await fixture.visit();
        await customer.launcher.dispatchEvent('click');
        await customer.page.getByPlaceholder('Write a message…').waitFor();
    });
});
