// SPDX-License-Identifier: MIT
// The console on a screen that nobody sees, and what a person does there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';


export const driverPath = process.env.CONSOLE_DRIVER ?? join(process.cwd(), 'build/release/bin/console_driver');
export const haveConsole = existsSync(driverPath) && existsSync('/usr/bin/xvfb-run');
const kPatienceMs = 20_000;
const kAgainMs = 30;

/** Asks again until the check holds. @param what told when it never did */
async function until(check, what) {
    for (const end = Date.now() + kPatienceMs; !(await check()); ) {
        assert.ok(Date.now() < end, `did not happen: ${what()}`);
        await new Promise((done) => setTimeout(done, kAgainMs));
    }
}

export class ConsoleWindow {
    #last = 0;
    #asked = new Map();

    constructor() {
        this.folder = mkdtempSync(join(tmpdir(), 'parley-console-'));
        this.log = '';
    }

    /** @param aheadS  how wrong its computer's clock is @param words  a .qm file: the console in another language */
    start(appearance = 'light', aheadS = 0, words = '') {
        const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:', HOME: this.folder, XDG_RUNTIME_DIR: this.folder };
        const screen = ['-a', '-s', '-screen 0 1440x900x24', driverPath, this.folder, appearance, `${aheadS}`, words];
        this.process = spawn('/usr/bin/xvfb-run', screen, { env, stdio: ['pipe', 'pipe', 'pipe'] });
        this.process.stderr.on('data', (data) => (this.log += data));
        this.ended = new Promise((done) => this.process.once('exit', done));
        createInterface({ input: this.process.stdout }).on('line', (line) => {
            const answer = JSON.parse(line);
            this.#asked.get(answer.id)?.(answer);
            this.#asked.delete(answer.id);
        });
        return this;
    }

    ask(what, name, more = {}) {
        const id = ++this.#last;
        const answered = new Promise((done) => this.#asked.set(id, done));
        this.process.stdin.write(`${JSON.stringify({ id, do: what, name, ...more })}\n`);
        const gone = this.ended.then((code) => ({ ok: false, error: `the console ended (${code}): ${this.log.slice(-2000)}` }));
        return Promise.race([answered, gone]);
    }

    /** Does it as soon as it can be done. */
    async does(what, name, more = {}) {
        let answer;
        await until(
            async () => (answer = await this.ask(what, name, more)).ok,
            () => `${what} ${name}: ${answer?.error}`,
        );
        return answer;
    }

    click(name) {
        return this.does('click', name);
    }

    type(name, text) {
        return this.does('type', name, { text });
    }

    key(name, keys) {
        return this.does('key', name, { keys });
    }

    command(text) {
        return this.does('command', text);
    }

    page(name, argument = '') {
        return this.does('page', name, { argument });
    }

    async read(name) {
        return (await this.does('read', name)).text;
    }

    async sees(name, text) {
        let seen = '';
        await until(
            async () => (seen = (await this.ask('read', name)).text ?? '').includes(text),
            () => `${name} shows ${text}; it shows: ${seen.slice(-800)}`,
        );
    }

    tab(title) {
        return this.does('tab', title);
    }

    /** Opens a menu by its button, and takes what it offers. */
    async menu(button, text) {
        await this.click(button);
        await this.does('menu', text);
    }

    choose(name, text) {
        return this.does('choose', name, { text });
    }

    /** Over whatever stands in a field. */
    async write(name, text) {
        await this.does('clear', name);
        await this.type(name, text);
    }

    drop(name, ...files) {
        return this.does('drop', name, { files });
    }

    eventually(check, what) {
        return until(check, () => what);
    }

    /** The address that the console opened in the person's browser last. */
    async opened() {
        let url = '';
        await until(async () => (url = (await this.ask('opened', '')).text), () => 'an address was opened');
        return url;
    }

    async gone(name) {
        await until(async () => !(await this.ask('seen', name)).seen, () => `${name} is still there`);
    }

    /** Fills in the sign-in anew, whatever stands there. */
    async trySignIn(url, email, password) {
        for (const [field, text] of Object.entries({ server: url, email, password })) {
            await this.does('clear', field);
            await this.type(field, text);
        }
        await this.click('signIn');
    }

    async signIn(url, email, password) {
        await this.trySignIn(url, email, password);
        await until(async () => (await this.ask('seen', 'navigation')).seen, () => `signed in: ${this.log}`);
    }

    /** Where a screenshot goes, when the caller wants any (SCREENSHOTS=folder). */
    async screenshot(name) {
        const folder = process.env.SCREENSHOTS;
        if (folder) {
            mkdirSync(folder, { recursive: true });
            await new Promise((done) => setTimeout(done, 400));
            const answer = await this.ask('screenshot', '', { file: join(folder, `${name}.png`) });
            assert.ok(answer.ok, answer.error);
        }
    }

    async stop() {
        if (this.process.exitCode === null) {
            this.process.stdin.end();
            await this.ended;
        }
        rmSync(this.folder, { recursive: true, force: true });
    }
}
