// SPDX-License-Identifier: MIT
// The network between a console and its server, on a bad day.
import net from 'node:net';

const kPage = '<!doctype html><html><body><h1>Welcome to the Grand Hotel</h1><form>Room number</form></body></html>';
const kHead = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: ${kPage.length}\r\n\r\n`;
const kRefusal = JSON.stringify({ type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unauthorized' });
const kRefused =
    'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\nParley-Protocol: 1.0\r\n' +
    `Connection: close\r\nContent-Length: ${kRefusal.length}\r\n\r\n${kRefusal}`;

/** Passes connections on to a daemon, as badly as its fields say. */
export class FaultyLine {
    /** Whether each request is answered by a page of the network's own. */
    isPortal = false;
    /** How long a live link lives. */
    linkLifeMs = Infinity;
    /** How late everything arrives. */
    delayMs = 0;
    /** The protocol that the server seems to speak, as "2.0"; null: its own. */
    protocol = null;
    /** The next request that begins so is told that its token has run out. */
    expiresAt = null;
    /** Live links there have been. */
    links = 0;
    #open = new Set();

    constructor(daemon) {
        this.daemon = daemon;
    }

    async start() {
        this.server = net.createServer((near) => this.#pass(near));
        await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
        this.url = `http://127.0.0.1:${this.server.address().port}`;
        return this;
    }

    /** Ends all connections, so that what is made after it meets the line as it is now. */
    cut() {
        this.#open.forEach((each) => each.destroy());
    }

    stop() {
        this.cut();
        this.server.close();
    }

    #pass(near) {
        this.#open.add(near);
        near.on('error', () => {});
        if (this.isPortal) {
            near.once('data', () => near.end(kHead + kPage));
            near.on('close', () => this.#open.delete(near));
            return;
        }
        const far = net.connect(this.daemon.port, '127.0.0.1');
        const end = () => {
            this.#open.delete(near);
            [near, far].forEach((each) => each.destroy());
        };
        far.on('error', end).on('close', end);
        near.on('close', end);
        near.on('data', (bytes) => {
            const head = bytes.toString('latin1', 0, 200);
            if (this.expiresAt && head.startsWith(this.expiresAt)) {
                this.expiresAt = null;
                near.end(kRefused);
                return;
            }
            if (head.startsWith('GET /ws')) {
                ++this.links;
                if (this.linkLifeMs < Infinity) setTimeout(end, this.linkLifeMs).unref();
            }
            this.#later(() => far.write(bytes));
        });
        far.on('data', (bytes) => this.#later(() => near.write(this.#changed(bytes))));
    }

    #later(then) {
        if (this.delayMs > 0) setTimeout(then, this.delayMs).unref();
        else then();
    }

    #changed(bytes) {
        if (!this.protocol) return bytes;
        const text = bytes.toString('latin1');
        const changed = text
            .replace(/(Parley-Protocol: )\d\.\d/gi, `$1${this.protocol}`)
            .replace(/("protocol":\s?")\d\.\d"/g, `$1${this.protocol}"`);
        return Buffer.from(changed, 'latin1');
    }
}
