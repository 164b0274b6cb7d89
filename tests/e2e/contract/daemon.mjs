// SPDX-License-Identifier: MIT
// The real program, started on a folder of its own, and what a black-box test needs to know of it.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const kStartPatienceMs = 60_000;
const kSkipped = 77;

export const kPassword = 'contract test pass phrase 1';
export const program = process.env.PARLEYD ?? join(process.cwd(), 'build/dev/bin/parleyd');

if (!existsSync(program)) {
  console.error(`skipped: there is no ${program}`);
  process.exit(kSkipped);
}

/** Only what the program needs: a setting of the developer's own must not change a test. */
const environment = (own) => ({ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', ...own });

/** "postgresql://postgres@127.0.0.1:5433": every daemon has a database of its own on that server, empty at first. */
const kServer = process.env.PARLEY_CONTRACT_POSTGRES;

function ownDatabase() {
  if (!kServer) return [];
  const name = `contract_${randomUUID().replaceAll('-', '')}`;
  const made = spawnSync('psql', ['-qc', `CREATE DATABASE ${name}`, `${kServer}/postgres`], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`psql: ${made.error ?? made.stderr}`);
  return ['--database', `${kServer}/${name}`];
}

/** Runs the program to its end. @return {code, out, err} */
export function run(commandLine, own = {}) {
  const done = spawnSync(program, commandLine, { env: environment(own), encoding: 'utf8', timeout: kStartPatienceMs });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export class Daemon {
  /** @param options {settings: [...], env: {...}, demo: true, limits: false, admin: false} */
  constructor({ settings = [], env = {}, demo = true, limits = false, admin = false } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'parley-contract-'));
    this.settings = ['--data', this.folder, '--security.bcrypt_cost', '4', ...settings];
    if (!settings.includes('--database')) this.settings.push(...ownDatabase());
    this.serveSettings = ['--listen', '127.0.0.1:0', ...(demo ? ['--demo'] : [])];
    if (!limits) this.serveSettings.push('--limits.requests_per_minute', '0');
    this.env = { PARLEY_DEMO_PASSWORD: kPassword, ...env };
    this.admin = admin;
    this.errors = '';
  }

  async start() {
    if (this.admin) {
      const made = run(['init', ...this.settings, '--admin-email', 'root@platform.example'], {
        PARLEY_ADMIN_PASSWORD: kPassword,
      });
      if (made.code !== 0) throw new Error(`parleyd init: ${made.code}\n${made.out}${made.err}`);
      this.admin = false;
    }
    const child = spawn(program, ['serve', ...this.settings, ...this.serveSettings], {
      env: environment(this.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    child.stderr.on('data', (text) => (this.errors += text));
    this.port = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the daemon did not start in time')), kStartPatienceMs);
      child.once('exit', (code) => reject(new Error(`the daemon ended with ${code}\n${this.errors.slice(-4000)}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const match = /^parleyd listening on http:\/\/127\.0\.0\.1:(\d+)$/.exec(line);
        if (match) {
          clearTimeout(timer);
          resolve(Number(match[1]));
        }
      });
    });
    return this;
  }

  /** Has the next start take the port of this one again. */
  keepPort() {
    this.serveSettings[1] = `127.0.0.1:${this.port}`;
    return this;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** SIGTERM. @return its exit code, or the signal that ended it */
  terminate() {
    this.child.kill('SIGTERM');
    return this.exited;
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** Ends it and removes its folder. */
  async dispose() {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
