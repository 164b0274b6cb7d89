// SPDX-License-Identifier: MIT
// A platform's administrator sets up an organisation with the real console: tenant, handbook, agent, golden questions, a
// language model, the widget; a customer asks in the real widget; and what it cost is seen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { startModels } from '../contract/fake_models.mjs';
import { Daemon, daemonPath, haveDaemon, kPassword } from '../daemon.mjs';
import { chromiumPath, Customer, haveChromium, launchBrowser, screenshot } from '../support.mjs';
import { ConsoleWindow, driverPath, haveConsole } from './console.mjs';

if (!haveChromium || !haveDaemon || !haveConsole) {
    console.log(`skipped: needs ${chromiumPath}, xvfb-run, parleyd and ${driverPath}`);
    process.exit(77);
}

const kHandbook = `# Bright Bikes handbook

## Warranty
Every Bright Bikes frame has a warranty of seven years. Batteries are covered for two years.

## Returns
You can return a bike within 30 days of delivery, if it was not ridden for more than 50 kilometres.

## Workshop
The workshop in Leeds is open Tuesday to Saturday from 9:00 to 17:30.
`;
const kQuestion = 'How long is the warranty on a frame?';
const kAnswer = 'Every Bright Bikes frame has a warranty of seven years. [1]';
const kAdmin = 'root@demo.example';

describe('an administrator sets up an organisation', () => {
    const files = mkdtempSync(join(tmpdir(), 'parley-files-'));
    const daemon = new Daemon(['--security.outbound_allow', '127.0.0.0/8']);
    const desk = new ConsoleWindow();
    let browser;
    let models;

    before(async () => {
        writeFileSync(join(files, 'handbook.md'), kHandbook);
        writeFileSync(join(files, 'broken.pdf'), '%PDF-1.7\nand then nothing that a PDF has');
        models = await startModels(() => kAnswer);
        browser = await launchBrowser();
        const env = { ...process.env, PARLEY_ADMIN_PASSWORD: kPassword };
        delete env.PARLEY_BUILD; // ours, no setting of the daemon's
        execFileSync(daemonPath, ['init', '--data', daemon.folder, '--admin-email', kAdmin], { env });
        await daemon.start();
        desk.start();
    });
    after(async () => {
        await desk.stop();
        await browser.close();
        await daemon.stop();
        await models.close();
        rmSync(files, { recursive: true, force: true });
    });

    test('makes a tenant, whose fields say what is wrong as one types, and acts in it', async () => {
        await desk.signIn(daemon.url, kAdmin, kPassword);
        await desk.page('tenants');
        await desk.click('create');
        await desk.type('name', 'Bright Bikes');
        await desk.type('slug', 'Bright Bikes!');
        await desk.sees('Tenants', 'single hyphens');
        await desk.screenshot('admin-tenant');
        await desk.write('slug', 'bright-bikes');
        await desk.type('ticket_prefix', 'BB');
        await desk.click('save');
        await desk.sees('toast', 'Bright Bikes was made');
        await desk.click('Act in this tenant');
        await desk.sees('tenant', 'Bright Bikes');
        assert.equal((await desk.ask('seen', 'connection')).seen, false);
    });

    test('drops a handbook on the page: it is read, a broken file says why, and a question finds its passage', async () => {
        await desk.page('knowledge');
        await desk.drop('Documents', join(files, 'handbook.md'), join(files, 'broken.pdf'));
        await desk.sees('Documents', 'Bright Bikes handbook\tReady');
        await desk.sees('Documents', 'broken.pdf\tFailed');
        await desk.screenshot('admin-documents');
        await desk.tab('Try a question');
        await desk.type('Ask as a customer would', kQuestion);
        await desk.key('Ask as a customer would', 'Return');
        await desk.sees('Passages that are found, best first', 'warranty of seven years');
        await desk.screenshot('admin-search');
    });

    test('writes an agent, and tries what is not saved in the sandbox', async () => {
        await desk.page('agents');
        await desk.click('create');
        await desk.type('name', 'workshop');
        await desk.type('description', 'Answers questions about bikes, warranty and the workshop.');
        await desk.does('paste', 'examples', { text: `${kQuestion}\nWhen is the workshop open?\nCan I return a bike?` });
        await desk.click('save');
        await desk.sees('toast', 'workshop was made');
        await desk.tab('Sandbox');
        await desk.type("A customer's question", kQuestion);
        await desk.click('Ask');
        await desk.sees('Agents', 'warranty of seven years');
        await desk.screenshot('admin-sandbox');
        await desk.tab('Settings');
        await desk.write('description', 'Answers questions about bikes.');
        await desk.tab('Sandbox');
        await desk.sees('Agents', 'what you changed and have not saved');
    });

    test('rolls the agent back to what it was', async () => {
        await desk.click('save');
        await desk.sees('Agents', 'version 2');
        await desk.tab('Versions');
        await desk.sees('Differences', 'Answers questions about bikes.');
        await desk.screenshot('admin-versions');
        await desk.click('Roll back to version 1…');
        await desk.click('agree');
        await desk.sees('Agents', 'version 3');
        await desk.tab('Settings');
        assert.match(await desk.read('description'), /warranty and the workshop/);
    });

    test('asks the golden questions, and sees how many answers hold', async () => {
        await desk.page('golden');
        for (const [question, holds] of [[kQuestion, 'seven years'], ['When is the workshop open?', '9:00']]) {
            await desk.click('create');
            await desk.type('question', question);
            await desk.type('must_contain', holds);
            await desk.click('save');
            await desk.sees('toast', question);
        }
        await desk.click('Run all');
        await desk.sees('Golden questions', 'of 2 passed');
        await desk.screenshot('admin-golden');
    });

    test('adds a language model, tests it, and gives it a budget', async () => {
        await desk.page('models');
        await desk.click('Add a provider');
        await desk.type('name', 'house');
        await desk.type('base_url', `${models.origin}/v1`);
        await desk.type('api_key', 'sk-never-shown');
        await desk.type('models', 'tiny-1 2.50 10');
        await desk.write('monthly_token_budget', '100000');
        await desk.click('save');
        await desk.sees('toast', 'The language models were saved');
        await desk.click('test');
        await desk.sees('Models', 'tiny-1');
        models.mood = 'broken';
        await desk.click('test');
        await desk.sees('Models', "The model's server failed.");
        models.mood = 'well';
        await desk.screenshot('admin-models');
    });

    test('designs the widget and looks at the real one, and a customer is answered there', async () => {
        await desk.page('widget');
        await desk.write('title', 'Bright help');
        await desk.write('greeting', 'Hello cyclist!');
        await desk.does('paste', 'suggested_questions', { text: kQuestion });
        await desk.click('save');
        await desk.sees('toast', 'Saved');
        await desk.click('live');
        await desk.click('Allow it and open');
        const page = await desk.opened();
        await desk.screenshot('admin-widget');
        const customer = await Customer.visit(browser, page);
        await customer.openChat();
        await customer.panel.getByText('Bright help').first().waitFor();
        await customer.panel.getByText('Hello cyclist!').waitFor();
        await customer.panel.getByRole('button', { name: kQuestion }).click();
        await customer.sees('agent', 'warranty of seven years');
        await screenshot(customer.page, 'admin-widget-live');
        await customer.close();
    });

    test('sees what it cost, and takes the figures along', async () => {
        await desk.page('models');
        await desk.sees('Models', 'tiny-1: ');
        await desk.page('analytics');
        await desk.sees('Figures of the period', 'Cost of models');
        await desk.screenshot('admin-analytics');
        const csv = join(files, 'figures.csv');
        await desk.click('Save the figures as CSV');
        await desk.write('fileNameEdit', csv);
        await desk.key('fileNameEdit', 'Return');
        await desk.eventually(() => existsSync(csv), 'the figures are a file');
        assert.match(readFileSync(csv, 'utf8'), /onversation/);
    });

    test('finds in the audit who did it, and that everything works', async () => {
        await desk.page('audit');
        await desk.sees('Audit', 'Agent: rollback');
        await desk.screenshot('admin-audit');
        await desk.page('health');
        await desk.sees('Health', 'Everything works');
        await desk.screenshot('admin-health');
    });
});
