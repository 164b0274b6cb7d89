// SPDX-License-Identifier: MIT
// Two people at one desk, each with a real console: texts and rules that one makes and the other works with, cases that go
// from hand to hand, and a question that nobody could answer.
import { after, before, describe, test } from 'node:test';

import { Daemon, haveDaemon, kPassword } from '../daemon.mjs';
import { chromiumPath, Customer, haveChromium, launchBrowser } from '../support.mjs';
import { ConsoleWindow, driverPath, haveConsole } from './console.mjs';

if (!haveChromium || !haveDaemon || !haveConsole) {
    console.log(`skipped: needs ${chromiumPath}, xvfb-run, parleyd and ${driverPath}`);
    process.exit(77);
}

const kQuestion = 'How loud is the Drop pump in decibels?';
const kAnswer = 'The Drop pump makes 31 decibels at a distance of one metre.';

describe('two people at one desk', () => {
    const daemon = new Daemon();
    const sam = new ConsoleWindow();
    const alex = new ConsoleWindow();
    let browser;
    let customer;

    before(async () => {
        browser = await launchBrowser();
        await daemon.start();
        sam.start();
        alex.start('dark');
        await daemon.waitForKnowledge();
        await sam.signIn(daemon.url, 'supporter@demo.example', kPassword);
        await alex.signIn(daemon.url, 'admin@demo.example', kPassword);
    });
    after(async () => {
        await Promise.all([sam.stop(), alex.stop()]);
        await browser.close();
        await daemon.stop();
    });

    test('a rule of their own gives a subject to people at once', async () => {
        await alex.page('rules');
        await alex.click('create');
        await alex.type('name', 'Kettles');
        await alex.type('reason', 'kettle');
        await alex.does('paste', 'when.keywords', { text: 'whistling kettle' });
        await alex.click('save');
        await alex.sees('toast', 'Kettles was made');
        customer = await Customer.visit(browser, `${daemon.url}/demo`);
        await customer.openChat();
        await customer.say('My whistling kettle does not whistle');
        await customer.status.getByText('Waiting for an agent').waitFor();
        await sam.sees('queueList', 'kettle');
    });

    test('a canned response that one wrote is put in by "/" and filled in by the other', async () => {
        await alex.page('canned');
        await alex.click('create');
        await alex.type('shortcut', 'warm');
        await alex.type('title', 'Warm greeting');
        await alex.type('text', 'Hello, I am {{supporter.name}}.');
        await alex.sees('Canned responses', 'Hello, I am Sam Supporter.');
        await alex.click('save');
        await alex.sees('toast', 'was made');
        await sam.choose('queueList', 'kettle');
        await sam.key('queueList', 'Return');
        await sam.sees('transcript', 'does not whistle');
        await sam.type('composer', '/wa');
        await sam.sees('cannedList', 'Warm greeting');
        await sam.key('composer', 'Return');
        await sam.sees('composer', 'Hello, I am Sam Supporter.');
        await sam.key('composer', 'Return');
        await customer.sees('supporter', 'Hello, I am Sam Supporter.');
    });

    test('tags of one are read by the other', async () => {
        await sam.type('tagsEdit', 'kettle, spare parts');
        await sam.key('tagsEdit', 'Return');
        await alex.page('queue');
        await alex.click('showAll');
        await alex.choose('queueList', 'kettle');
        await alex.key('queueList', 'Return');
        await alex.eventually(async () => (await alex.read('tagsEdit')) === 'kettle, spare parts', 'the tags are there');
    });

    test('one takes it from the other, who is told and loses nothing, and gives it back', async () => {
        await sam.type('composer', 'I was about to say');
        await alex.click('takeButton');
        await alex.screenshot('desk-force');
        await alex.click('agree');
        await sam.sees('chatTabs', 'Alex Admin has this conversation now');
        await sam.screenshot('desk-taken');
        await sam.sees('composer', 'I was about to say');
        await alex.click('transferButton');
        await alex.choose('transferList', 'Sam Supporter');
        await alex.screenshot('desk-transfer');
        await alex.click('agree');
        await sam.eventually(async () => (await sam.ask('read', 'sendButton')).enabled, 'the case is back');
        await sam.key('composer', 'Return');
        await customer.sees('supporter', 'I was about to say');
    });

    test('a case that was answered is resolved without another answer', async () => {
        await sam.command('resolve');
        await sam.does('check', 'Resolve without another answer');
        await sam.click('agree');
        await sam.sees('toast', 'The case is resolved');
        await customer.close();
    });

    test('a question that nobody could answer becomes an article, which is shown to answer it', async () => {
        const next = await Customer.visit(browser, `${daemon.url}/demo`);
        await next.openChat();
        await next.say(kQuestion);
        await next.status.getByText('Waiting for an agent').waitFor();
        await next.close();
        await alex.page('gaps');
        await alex.choose('Unanswered questions', 'Drop pump');
        await alex.click('write');
        await alex.does('paste', 'text', { text: kAnswer });
        await alex.click('save');
        await alex.sees('Unanswered questions', 'What it answers now');
        await alex.sees('Unanswered questions', kAnswer);
        await alex.screenshot('desk-gap');
    });
});
