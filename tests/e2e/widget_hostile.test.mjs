// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useFakeServer } from './fixture.mjs';
import { answer } from './fake_server.mjs';

const kAttacks = [
    '<script>window.hit=1</script>',
    '<img src=x onerror="window.hit=1">',
    '<svg onload="window.hit=1"><a xlink:href="javascript:window.hit=1">x</a></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hit=1&gt;">',
    '[click](javascript:window.hit=1)',
    '[click](JaVaScRiPt&#58;window.hit=1)',
    '[click](data:text/html,<script>window.hit=1</script>)',
    '[click](vbscript:x)',
    '[click](//evil.example/x)',
    '<javascript:window.hit=1>',
    '![x](x "onerror=window.hit=1")',
    '![x](https://evil.example/pixel.gif)',
    '[x](https://ok.example" onmouseover="window.hit=1)',
    '`<img src=x onerror=window.hit=1>`',
    '```\n</code></pre><script>window.hit=1</script>\n```',
    '<a href="https://ok.example" style="position:fixed;inset:0" onclick="window.hit=1">x</a>',
    '<form action="https://evil.example"><input name=q><button>go</button></form>',
    '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
    '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
    '| a |\n|---|\n| <img src=x onerror=window.hit=1> |',
    '&lt;img src=x onerror=window.hit=1&gt;',
    '# <style>*{display:none}</style>',
];
const kAllowed = 'a,strong,em,del,code,pre,p,br,ul,ol,li,blockquote,hr,table,tbody,tr,th,td,button';

describe('hostile texts', () => {
    const fixture = useFakeServer();

    /** What stands in the bodies that should not: elements, attributes, addresses. */
    const findings = (customer) =>
        customer.log.locator('.list .body').evaluateAll((bodies, allowed) => {
            const bad = [];
            for (const body of bodies) {
                for (const element of body.querySelectorAll('*')) {
                    const names = element.getAttributeNames().join();
                    const link = /^((href|target|rel),?)*$/.test(names) && /^(https?:\/\/|mailto:|tel:)/.test(element.href);
                    const plain = /^(|start|tabindex|type,class,aria-label)$/.test(names);
                    if (!element.matches(allowed) || !(element.localName === 'a' ? link : plain)) {
                        bad.push(element.outerHTML);
                    }
                }
            }
            return bad;
        }, kAllowed);

    test('do nothing, whoever wrote them', async () => {
        const customer = await fixture.visit({ bypassCSP: true });
        const foreign = [];
        customer.page.on('request', (request) => {
            if (!request.url().startsWith(fixture.fake.url)) {
                foreign.push(request.url());
            }
        });
        await customer.openChat();
        await customer.say('Hello');
        await customer.log.locator('.from-agent.is-done').waitFor();
        for (const attack of kAttacks) {
            fixture.fake.say('supporter', attack, { author: { name: attack } });
            fixture.fake.say('agent', attack, {
                citations: [{ document_id: 'd', title: attack, snippet: attack, score: 1 }],
            });
            fixture.fake.say('system', attack, { kind: 'event' });
            fixture.fake.say('user', attack);
        }
        await customer.page.waitForFunction(
            (count) => document.querySelector('parley-chat').shadowRoot.querySelectorAll('.list .message').length === count,
            2 + 4 * kAttacks.length,
        );
        for (const chip of await customer.panel.locator('.chip').all()) {
            await chip.click();
        }
        assert.deepEqual(await findings(customer), []);
        assert.equal(await customer.page.evaluate(() => window.hit), undefined);
        assert.deepEqual(foreign, []);
    });

    test('do nothing while they are streamed', async () => {
        const customer = await fixture.visit({ bypassCSP: true });
        await customer.openChat();
        fixture.fake.turns.push(answer(kAttacks.join('\n\n'), []));
        await customer.say('Hello');
        await customer.log.locator('.from-agent.is-done').waitFor();
        assert.deepEqual(await findings(customer), []);
        assert.equal(await customer.page.evaluate(() => window.hit), undefined);
    });

    test('of a tenant\'s configuration are shown as text', async () => {
        Object.assign(fixture.fake.config, {
            title: kAttacks[1],
            greeting: kAttacks[1],
            suggested_questions: [kAttacks[1]],
            colors: { primary: 'red;background:url(https://evil.example)' },
        });
        const customer = await fixture.visit({ bypassCSP: true });
        await customer.openChat();
        assert.equal(await customer.panel.locator('img').count(), 0);
        assert.equal(await customer.panel.getByText('<img src=x').count(), 3);
        assert.equal(await customer.page.evaluate(() => window.hit), undefined);
    });

    test('keep their characters', async () => {
        const customer = await fixture.visit();
        await customer.openChat();
        const text = 'a < b && c > d, "q" \'s\' 5 * 3 * 2, snake_case_name, C:\\dir\\file, 100 % <b>not bold</b> &amp; [1]';
        fixture.fake.turns.push(answer(text, []));
        await customer.say(text);
        await customer.log.locator('.from-agent.is-done').waitFor();
        assert.deepEqual(await customer.transcript(), [`user: ${text}`, `agent: ${text.replace('&amp;', '&')}`]);
        assert.deepEqual(customer.complaints, []);
    });
});
