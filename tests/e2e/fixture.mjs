// SPDX-License-Identifier: MIT
import { after, afterEach, before, beforeEach } from 'node:test';
import { FakeServer } from './fake_server.mjs';
import { Customer, launchBrowser, widgetFolder } from './support.mjs';

/** Gives each test of a suite a fresh fake daemon and one browser for all of them. */
export function useFakeServer() {
    const fixture = {
        customers: [],
        async visit(options = {}, url = fixture.fake.url) {
            const customer = await Customer.visit(fixture.browser, url, options);
            fixture.customers.push(customer);
            return customer;
        },
    };
    before(async () => {
        fixture.browser = await launchBrowser();
    });
    after(() => fixture.browser.close());
    beforeEach(async () => {
        fixture.fake = await new FakeServer(widgetFolder).start();
    });
    afterEach(async () => {
        await Promise.all(fixture.customers.splice(0).map((customer) => customer.close()));
        await fixture.fake.stop();
    });
    return fixture;
}

/** A point at which a scripted turn waits until the test says go. */
export function gate() {
    let open;
    const opened = new Promise((done) => (open = done));
    return { opened, open };
}
