// SPDX-License-Identifier: MIT
// What goes wrong between a console, its server and the network, each with what a person sees of it; and nothing that
// was typed is lost.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Daemon, haveDaemon, kPassword } from '../daemon.mjs';
import { chromiumPath, Customer, haveChromium, launchBrowser } from '../support.mjs';
import { ConsoleWindow, driverPath, haveConsole } from './console.mjs';
import { FaultyLine } from './faulty_line.mjs';

if (!haveChromium || !haveDaemon || !haveConsole) {
    console.log(`skipped: needs ${chromiumPath}, xvfb-run, parleyd and ${driverPath}`);
    process.exit(77);
}

const kQuestion = 'How loud is the Drop pump in decibels?';
const kEmail = 'supporter@demo.example';
const kClockAheadS = 600;
const kPasted = 65_536;
const kMostCharacters = 8_000;

/** How often the text stands in what was read. */
const count = (shown, text) => shown.split(text).length - 1;

describe('the console on a bad day', () => {
    const daemon = new Daemon();
    const line = new FaultyLine(daemon);
    const desk = new ConsoleWindow();
    const other = new ConsoleWindow();
    let browser;
    let customer;

    before(async () => {
        browser = await launchBrowser();
        await daemon.start();
        await Promise.all([daemon.waitForKnowledge(), line.start()]);
        desk.start();
    });
    after(async () => {
        await Promise.all([desk.stop(), other.process && other.stop()]);
        line.stop();
        await browser.close();
        await daemon.stop();
    });

    /** Sends it, again where the customer wrote meanwhile and it came back; the customer has it, and once. */
    async function answers(text) {
        await desk.type('composer', text);
        await desk.eventually(async () => {
            if ((await desk.read('composer')) === text) await desk.key('composer', 'Return');
            return (await customer.messages('supporter').filter({ hasText: text }).count()) > 0;
        }, `the customer reads "${text}"`);
        await arrivesOnce(text);
    }

    async function arrivesOnce(text) {
        await customer.sees('supporter', text);
        assert.equal((await customer.transcript()).filter((each) => each.includes(text)).length, 1);
    }

    test('a server of another version is told from the right one, and both versions are named', async () => {
        line.protocol = '2.0';
        await desk.trySignIn(line.url, kEmail, kPassword);
        await desk.sees('signInBanner', 'This server speaks protocol 2.0 and this console 1.0');
        await desk.screenshot('fault-version');
        line.protocol = null;
    });

    test('a network that wants a password first is told from a server', async () => {
        line.isPortal = true;
        line.cut();
        await desk.trySignIn(line.url, kEmail, kPassword);
        await desk.sees('signInBanner', 'this network wants you to sign in first');
        await desk.screenshot('fault-portal-sign-in');
        line.isPortal = false;
    });

    test('over a slow network a case is taken and answered', async () => {
        line.delayMs = 150;
        await desk.signIn(line.url, kEmail, kPassword);
        customer = await Customer.visit(browser, `${daemon.url}/demo`);
        await customer.openChat();
        await customer.say(kQuestion);
        await desk.sees('queueList', 'decibels');
        await desk.does('choose', 'queueList', { text: 'decibels' });
        await desk.key('queueList', 'Return');
        await desk.sees('transcript', kQuestion);
        await answers('Slow, but here.');
        line.delayMs = 0;
    });

    test('where every live link is cut after a moment nothing is missing and nothing comes twice', async () => {
        line.linkLifeMs = 250;
        line.cut();
        for (const text of ['First thing', 'Second thing', 'Third thing']) {
            const before = line.links;
            await customer.say(text);
            await desk.sees('transcript', text);
            await desk.eventually(() => line.links > before, 'the link was cut, and is made anew');
        }
        await answers('I read all three.');
        const shown = await desk.read('transcript');
        for (const text of ['First thing', 'Second thing', 'Third thing', 'I read all three.']) {
            assert.equal(count(shown, text), 1, shown);
        }
        line.linkLifeMs = Infinity;
    });

    test('a token that runs out in mid-chat is renewed, and the message arrives once', async () => {
        line.expiresAt = 'POST /conversations/';
        line.cut();
        await answers('Still signed in.');
        assert.equal(line.expiresAt, null);
        assert.equal((await desk.ask('seen', 'navigation')).seen, true);
    });

    test('what is sent while the network wants a password is kept, and arrives once when it is through', async () => {
        line.isPortal = true;
        line.cut();
        await desk.type('composer', 'Written in a hotel.');
        await desk.key('composer', 'Return');
        await desk.sees('connection', 'No connection to');
        await desk.screenshot('fault-portal');
        assert.equal(count(await desk.read('transcript'), 'Written in a hotel.'), 1);
        line.isPortal = false;
        await desk.gone('connection');
        await arrivesOnce('Written in a hotel.');
        assert.equal(count(await desk.read('transcript'), 'Written in a hotel.'), 1);
    });

    test('a server that was changed under a console says so, and what is typed stays', async () => {
        await desk.type('composer', 'Half a sent');
        line.protocol = '2.0';
        line.cut();
        await desk.sees('connection', 'it speaks protocol 2.0 now and this console 1.0');
        await desk.screenshot('fault-version-later');
        assert.equal(await desk.read('composer'), 'Half a sent');
        line.protocol = null;
        line.cut();
        await desk.gone('connection');
        await desk.does('clear', 'composer');
    });

    test('64 KB that were pasted are kept, not sent, and how much is too much is told', async () => {
        await desk.does('paste', 'composer', { text: 'x'.repeat(kPasted) });
        const tooMany = new Intl.NumberFormat('en-GB').format(kPasted - kMostCharacters);
        await desk.sees('counter', tooMany.replace(',', ''));
        await desk.key('composer', 'Return');
        assert.equal((await desk.read('composer')).length, kPasted);
        assert.equal((await desk.ask('read', 'sendButton')).enabled, false);
        await desk.screenshot('fault-64k');
        await desk.does('clear', 'composer');
    });

    test('a second console of the same person, whose clock is wrong, has the same conversation', async () => {
        other.start('light', kClockAheadS);
        await other.signIn(daemon.url, kEmail, kPassword);
        await other.sees('connection', "This computer's clock is 10 min ahead of the server's");
        await other.click('showMine');
        await other.sees('queueList', 'decibels');
        await other.does('choose', 'queueList', { text: 'decibels' });
        await other.key('queueList', 'Return');
        await other.sees('transcript', kQuestion);
        await other.type('composer', 'Begun over there');
        await answers('Written over here.');
        await other.sees('transcript', 'Written over here.');
        assert.equal(count(await other.read('transcript'), 'Written over here.'), 1);
        assert.equal(await other.read('composer'), 'Begun over there');
        await other.screenshot('fault-clock');
        await other.key('composer', 'Return');
        await desk.sees('transcript', 'Begun over there');
        await arrivesOnce('Begun over there');
    });

    test('with a clock ten minutes ahead somebody who came now has not waited for ten minutes', async () => {
        const next = await Customer.visit(browser, `${daemon.url}/demo`);
        await next.openChat();
        await next.say('Who carved the wooden spoon in your logo?');
        await next.status.getByText('Waiting for an agent').waitFor();
        await other.click('showWaiting');
        await other.sees('queueList', 'spoon');
        assert.doesNotMatch(await other.read('queueList'), /1\d min/);
        await other.screenshot('fault-clock-queue');
        await next.close();
    });
});
