// SPDX-License-Identifier: MIT
// Chromium, and the widget as its tests see it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const buildFolder = process.env.PARLEY_BUILD ?? join(process.cwd(), 'build/dev');
const require = createRequire(join(buildFolder, 'widget/package.json'));
const { chromium } = require('playwright-core');

export const widgetFolder = join(buildFolder, 'share/parley/widget');
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const haveChromium = existsSync(chromiumPath);

const kFlags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

export function launchBrowser() {
    return chromium.launch({ executablePath: chromiumPath, args: kFlags });
}

/** Where a screenshot goes, when the caller wants any (SCREENSHOTS=folder). */
export async function screenshot(page, name) {
    const folder = process.env.SCREENSHOTS;
    if (folder) {
        mkdirSync(folder, { recursive: true });
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(folder, `${name}.png`) });
    }
}

/** A page with the widget, and what a customer does there. */
export class Customer {
    /** What the page's console said, errors of its scripts included. */
    complaints = [];

    static async visit(browser, url, options = {}) {
        const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: 'en-GB', ...options });
        const customer = new Customer();
        customer.context = context;
        await customer.open(url);
        return customer;
    }

    async open(url) {
        this.page = await this.context.newPage();
        this.page.setDefaultTimeout(15_000);
        this.page.on('pageerror', (error) => this.complaints.push(`exception: ${error.message}`));
        this.page.on('console', (message) => {
            // A favicon that is not there is no business of the widget.
            if (['error', 'warning'].includes(message.type()) && !/favicon/.test(message.location().url)) {
                this.complaints.push(`${message.type()}: ${message.text()}`);
            }
        });
        await this.page.goto(url);
        this.launcher = this.page.locator('.launcher');
        this.panel = this.page.getByRole('dialog');
        this.log = this.panel.getByRole('log');
        this.input = this.panel.getByRole('textbox').last();
        this.status = this.panel.locator('.status');
    }

    async openChat() {
        await this.launcher.click();
        await this.panel.waitFor();
    }

    async say(text) {
        await this.input.fill(text);
        await this.input.press('Enter');
    }

    /** Waits for a message of a sender (user, agent, supporter, system) that has the text. */
    async sees(sender, text) {
        const message = this.messages(sender).filter({ hasText: text }).last();
        await message.waitFor();
        return message;
    }

    messages(sender) {
        return this.log.locator(`.list .from-${sender}`);
    }

    /** Sender and text of all that is shown, in order. */
    async transcript() {
        return this.log.locator('.list .message').evaluateAll((all) =>
            all.map((one) => {
                const sender = /from-(\w+)/.exec(one.className)[1];
                return `${sender}: ${one.querySelector('.body').innerText.trim()}`;
            }),
        );
    }

    /** What axe-core finds wrong with the page as it is now. */
    async violations() {
        await this.page.waitForTimeout(350);
        await this.page.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
        const found = await this.page.evaluate(() => globalThis.axe.run(document));
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    }

    async close() {
        await this.context.close();
    }
}

/** Asks again until the check holds: for facts outside the page, such as what a server has received. */
export async function eventually(check, what, limitMs = 10_000) {
    for (const end = Date.now() + limitMs; ; ) {
        const value = await check();
        if (value) {
            return value;
        }
        assert.ok(Date.now() < end, `did not happen: ${what}`);
        await new Promise((done) => setTimeout(done, 25));
    }
}
