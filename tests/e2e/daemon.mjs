// SPDX-License-Identifier: MIT
// The real daemon with its demo tenant, started on a folder of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const kPassword = 'demo-Passw0rd-for-tests';
const kStartMs = 60_000;

export const daemonPath = process.env.PARLEYD ?? join(process.cwd(), 'build/dev/bin/parleyd');
export const haveDaemon = existsSync(daemonPath);

export class Daemon {
    /** @param settings  further ones of the daemon's, as its command line takes them */
    constructor(settings = []) {
        this.settings = settings;
        this.folder = mkdtempSync(join(tmpdir(), 'parley-e2e-'));
        this.log = '';
    }

    /** Starts it; a second start takes the port of the first again. */
    async start() {
        const listen = `127.0.0.1:${this.port ?? 0}`;
        const options = ['serve', '--data', this.folder, '--listen', listen, '--demo', ...this.settings];
        const env = { ...process.env, PARLEY_DEMO_PASSWORD: kPassword, PARLEY_LIMITS_REQUESTS_PER_MINUTE: '0' };
        delete env.PARLEY_BUILD; // ours, no setting of the daemon's
        this.process = spawn(daemonPath, options, { env, stdio: ['ignore', 'pipe', 'pipe'] });
        this.ended = new Promise((done) => this.process.once('exit', (code, signal) => done(signal ?? code)));
        this.process.stderr.on('data', (data) => (this.log += data));
        let said = '';
        const listening = new Promise((done) =>
            this.process.stdout.on('data', (data) => {
                said += data;
                this.log += data;
                const line = /^parleyd listening on (http:\/\/\S+)$/m.exec(said);
                if (line) {
                    done(line[1]);
                }
            }),
        );
        const late = new Promise((done) => setTimeout(done, kStartMs, null).unref());
        this.url = await Promise.race([listening, late, this.ended.then(() => null)]);
        assert.ok(this.url, `parleyd did not start:\n${this.log.slice(-4000)}`);
        this.port = Number(new URL(this.url).port);
    }

    /** As a power cut would. */
    async kill() {
        this.process.kill('SIGKILL');
        await this.ended;
    }

    /** As an operator would; @return its exit code */
    async stop() {
        this.process?.kill('SIGTERM');
        const ended = await this.ended;
        rmSync(this.folder, { recursive: true, force: true });
        return ended;
    }

    async request(method, path, { token, body } = {}) {
        const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
        const response = await fetch(this.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
        const text = await response.text();
        return { status: response.status, body: text ? JSON.parse(text) : null };
    }

    /** Signs the demo's supporter in. @return a token */
    async signIn(username = 'supporter@demo.example') {
        const body = { grant_type: 'password', username, password: kPassword };
        const { status, body: answer } = await this.request('POST', '/oauth/token', { body });
        assert.equal(status, 200, JSON.stringify(answer));
        return answer.access_token;
    }

    /** Waits until the knowledge base can be searched: its documents are indexed after the start. */
    async waitForKnowledge() {
        const token = await this.signIn();
        for (const end = Date.now() + kStartMs; ; ) {
            const { body } = await this.request('GET', '/knowledge/documents?limit=200', { token });
            const items = body?.items ?? [];
            if (items.length > 0 && items.every(({ status }) => status === 'ready')) {
                return items.length;
            }
            assert.ok(Date.now() < end, `the knowledge base is not ready: ${JSON.stringify(items.slice(0, 3))}`);
            await new Promise((done) => setTimeout(done, 200));
        }
    }
}
