// SPDX-License-Identifier: MIT
// The whole story with the real console, the real widget and a real daemon: a customer is handed over, a supporter reads why,
// answers and resolves, and the next customer who asks the same has the corrected answer.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { PostgresServer, unavailable as noPostgres } from '../contract/postgres_server.mjs';
import { Daemon, haveDaemon, kPassword } from '../daemon.mjs';
import { chromiumPath, Customer, haveChromium, launchBrowser, screenshot } from '../support.mjs';
import { ConsoleWindow, driverPath, haveConsole } from './console.mjs';

if (!haveChromium || !haveDaemon || !haveConsole) {
    console.log(`skipped: needs ${chromiumPath}, xvfb-run, parleyd and ${driverPath}`);
    process.exit(77);
}

const kQuestion = 'How loud is the Drop pump in decibels?';
const kAnswer = 'The Drop pump makes 31 decibels at a distance of one metre.';
const kAsked = 'Thank you!';

function story(name, isSkipped, makeServer) {
    describe(`the console's story on ${name}`, { skip: isSkipped }, () => {
        const desk = new ConsoleWindow();
        let [browser, customer, daemon, server] = [];

        before(async () => {
            server = await makeServer?.();
            daemon = new Daemon(server ? ['--database', server.url('parley')] : []);
            browser = await launchBrowser();
            await daemon.start();
            await daemon.waitForKnowledge();
            desk.start();
        });
        after(async () => {
            await desk.stop();
            await browser.close();
            await daemon.stop();
            await server?.stop();
        });

        async function visit() {
            const visitor = await Customer.visit(browser, `${daemon.url}/demo`);
            await visitor.openChat();
            return visitor;
        }

        test('a supporter signs in and sees nobody waiting', async () => {
            await desk.screenshot(`${name}-sign-in`);
            await desk.signIn(daemon.url, 'supporter@demo.example', kPassword);
            await desk.screenshot(`${name}-empty-queue`);
        });

        test('a question without an answer appears in the queue, and is taken by Enter', async () => {
            customer = await visit();
            await customer.say(kQuestion);
            await customer.status.getByText('Waiting for an agent').waitFor();
            await desk.sees('queueList', 'decibels');
            await desk.does('choose', 'queueList', { text: 'decibels' });
            await desk.key('queueList', 'Return');
            await desk.sees('transcript', kQuestion);
            await desk.sees('caseCard', kQuestion);
            await desk.screenshot(`${name}-accepted`);
        });

        test('both read what the other writes', async () => {
            await desk.type('composer', 'Hello, I am looking for the figure.');
            await desk.key('composer', 'Return');
            await customer.sees('supporter', 'I am looking for the figure');
            await customer.say(kAsked);
            await desk.sees('transcript', kAsked);
            await desk.screenshot(`${name}-chat`);
            await screenshot(customer.page, `${name}-widget-chat`);
        });

        test('a note stays inside', async () => {
            await desk.click('noteButton');
            await desk.type('composer', 'The data sheet says 31 dB.');
            await desk.key('composer', 'Return');
            await desk.sees('transcript', 'The data sheet says 31 dB.');
            await desk.click('noteButton');
            const seen = await customer.transcript();
            assert.ok(!seen.some((line) => line.includes('data sheet')), seen.join('\n'));
        });

        test('what is typed while the server is gone is kept and arrives once', async () => {
            await desk.type('composer', 'One moment please');
            await daemon.kill();
            await desk.sees('connection', 'No connection to');
            assert.equal(await desk.read('composer'), 'One moment please');
            await desk.screenshot(`${name}-offline`);
            await daemon.start();
            await desk.gone('connection');
            await desk.key('composer', 'Return');
            await customer.sees('supporter', 'One moment please');
            await desk.sees('transcript', 'One moment please');
            const seen = await customer.transcript();
            assert.equal(seen.filter((line) => line.includes('One moment please')).length, 1, seen.join('\n'));
        });

        test('the answer resolves the case', async () => {
            await desk.type('composer', kAnswer);
            await desk.command('resolve');
            await desk.sees('resolveAnswer', kAnswer);
            await desk.screenshot(`${name}-resolve`);
            await desk.click('agree');
            await customer.sees('supporter', kAnswer);
            await desk.sees('transcript', kAnswer);
            await desk.screenshot(`${name}-resolved`);
            await customer.close();
        });

        test('the next customer has the corrected answer at once', async () => {
            const next = await visit();
            await next.say(kQuestion);
            await next.sees('agent', kAnswer);
            assert.equal(await next.status.isVisible(), false);
            await screenshot(next.page, `${name}-widget-corrected`);
            await next.close();
        });
    });
}

story('sqlite', false, null);
story('postgresql', noPostgres, async () => {
    const server = await new PostgresServer().start();
    server.sql('CREATE DATABASE parley');
    return server;
});
