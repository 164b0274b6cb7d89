// SPDX-License-Identifier: MIT
// The contact form as a customer fills it in: what is wrong is said at its field, what was sent has a reference, and
// behind the link stands the answer, of the agents or of a person.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Daemon } from './daemon.mjs';
import { Customer, launchBrowser, screenshot } from './support.mjs';

const kReference = /^[A-Z]{2,6}-\d{8}-[0-9A-Z]{4}$/;
const kUnanswerable = 'How loud is the Drop pump in decibels?';
const kPhone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

describe('the contact form', () => {
    const daemon = new Daemon();
    const customers = [];
    let browser;

    before(async () => {
        browser = await launchBrowser();
        await daemon.start();
        await daemon.waitForKnowledge();
    });
    after(async () => {
        await browser.close();
        assert.equal(await daemon.stop(), 0);
    });
    afterEach(() => Promise.all(customers.splice(0).map((customer) => customer.close())));

    /** Goes from the demo page to the form. */
    async function visit(options) {
        const customer = await Customer.visit(browser, `${daemon.url}/demo`, options);
        customers.push(customer);
        await customer.page.getByRole('link', { name: 'Contact form' }).click();
        await customer.page.locator('form[data-ready]').waitFor();
        return customer;
    }

    async function fill(page, { name = 'Ada', email = 'ada@customer.example', subject, message }) {
        await page.getByLabel('Your name').fill(name);
        await page.getByLabel('E-mail address').fill(email);
        await page.getByLabel('Subject').fill(subject);
        await page.getByLabel('Message', { exact: true }).fill(message);
    }

    /** Fills in, sends, and follows the link. @return the reference */
    async function send(page, filled) {
        await fill(page, filled);
        await page.getByRole('button', { name: 'Send message' }).click();
        const reference = page.locator('#done-reference');
        await reference.waitFor();
        const text = await reference.innerText();
        assert.match(text, kReference);
        return text;
    }

    test('says at each field what is wrong, and takes it back', async () => {
        const { page, ...customer } = await visit();
        await screenshot(page, 'support-form');
        await page.getByLabel('E-mail address').fill('ada');
        await page.getByRole('button', { name: 'Send message' }).click();
        const name = page.getByLabel('Your name');
        await page.getByRole('alert').getByText('Please look at the marked fields.').waitFor();
        for (const field of ['name', 'email', 'subject', 'message']) {
            assert.equal(await page.locator(`#${field}`).getAttribute('aria-invalid'), 'true', field);
            assert.notEqual(await page.locator(`#${field}-error`).innerText(), '', field);
        }
        assert.ok(await name.evaluate((element) => element === document.activeElement), 'the first fault has the focus');
        await screenshot(page, 'support-form-faults');
        await name.fill('Ada');
        assert.equal(await name.getAttribute('aria-invalid'), null);
        assert.deepEqual(customer.complaints, []);
    });

    test('has no barriers, light and dark, and fits a phone', async () => {
        for (const options of [{}, { colorScheme: 'dark' }, { ...kPhone, colorScheme: 'dark' }]) {
            const customer = await visit(options);
            const { page } = customer;
            assert.deepEqual(await customer.violations(), []);
            await page.getByRole('button', { name: 'Send message' }).click();
            assert.deepEqual(await customer.violations(), []);
            const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(width <= 0, 'nothing sticks out');
            await screenshot(page, `support-form-${options.colorScheme ?? 'light'}-${options.isMobile ? 'phone' : 'desktop'}`);
        }
    });

    test('is answered by the agents, whom the customer answers in turn', async () => {
        const customer = await visit();
        const { page } = customer;
        const reference = await send(page, { subject: 'Returning a product', message: 'How many days do I have to return a product?' });
        await screenshot(page, 'support-done');
        assert.deepEqual(await customer.violations(), []);
        await page.getByRole('link', { name: 'Follow how it stands' }).click();
        await page.locator('.badge.resolved').getByText('Answered').waitFor({ timeout: 40_000 });
        await page.locator('.thread').getByText(/30 days/).first().waitFor();
        assert.ok((await page.locator('#facts').innerText()).includes(reference));
        await screenshot(page, 'support-answered');
        assert.deepEqual(await customer.violations(), []);
        await page.getByLabel('Add something').fill(kUnanswerable);
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.locator('.badge.pending_human').waitFor({ timeout: 40_000 });
        await screenshot(page, 'support-waiting');
        assert.deepEqual(customer.complaints, []);
    });

    test("a person's answer is found again with reference and address, on a phone", async () => {
        const customer = await visit({ ...kPhone, colorScheme: 'dark' });
        const { page } = customer;
        const reference = await send(page, { subject: 'Noise', message: kUnanswerable });
        const token = await daemon.signIn();
        let ticket;
        do {
            ({ body: ticket } = await daemon.request('GET', `/ticket/${reference}`, { token }));
        } while (ticket.status === 'open');
        const body = { answer: 'About 34 decibels.' };
        assert.equal((await daemon.request('POST', `/admin/tickets/${reference}/resolve`, { token, body })).status, 200);
        await page.getByRole('button', { name: 'Write another message' }).click();
        await page.getByRole('link', { name: 'I have a reference already' }).click();
        await page.getByLabel('Reference').fill(reference.toLowerCase());
        await page.getByLabel('E-mail address').fill('eve@customer.example');
        await page.getByRole('button', { name: 'Show' }).click();
        await page.getByRole('alert').getByText('There is no ticket').waitFor();
        customer.complaints.length = 0; // the browser tells of the 404
        await page.getByLabel('E-mail address').fill('ada@customer.example');
        await page.getByRole('button', { name: 'Show' }).click();
        await page.locator('.thread').getByText('About 34 decibels.').waitFor();
        await screenshot(page, 'support-person-phone-dark');
        assert.equal(await page.getByLabel('Add something').isVisible(), false, 'an address alone adds nothing');
        assert.deepEqual(await customer.violations(), []);
        assert.deepEqual(customer.complaints, []);
    });

    test('speaks the languages of its visitors', async () => {
        for (const [lang, text] of Object.entries({ de: 'Nachricht senden', es: 'Enviar mensaje', fr: 'Envoyer le message' })) {
            const customer = await visit();
            const { page } = customer;
            await page.goto(`${page.url()}&lang=${lang}`);
            await page.getByRole('button', { name: text }).waitFor();
            assert.equal(await page.locator('html').getAttribute('lang'), lang);
        }
    });
});
