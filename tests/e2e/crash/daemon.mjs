// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const kStartPatienceMs = 60_000;
const kKeptOutput = 20_000;

/** The daemon under test: started on one data folder again and again. */
export class Daemon {
  /** @param command the program and what stands before its own options, as an array
   *  @param patienceMs how long a client waits for a sign of life */
  constructor(command, options, environment, patienceMs) {
    this.command = command;
    this.patienceMs = patienceMs;
    this.options = options;
    this.environment = environment;
    this.port = 0;
    this.errors = '';
    this.isUp = false;
    this.waiting = [];
  }

  /** Resolves when it accepts requests. */
  async start() {
    const [program, ...first] = this.command;
    const child = spawn(program, [...first, ...this.options], {
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    child.stderr.on('data', (text) => {
      this.errors = (this.errors + text).slice(-kKeptOutput);
    });
    this.port = await this.#announcedPort(child);
    this.isUp = true;
    this.waiting.splice(0).forEach((resolve) => resolve());
  }

  #announcedPort(child) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the daemon did not start in time')), kStartPatienceMs);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the daemon ended with ${code}\n${this.errors}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const match = /^parleyd listening on https?:\/\/127\.0\.0\.1:(\d+)$/.exec(line);
        if (match) {
          clearTimeout(timer);
          resolve(Number(match[1]));
        }
      });
    });
  }

  /** Resolves at once when it runs, else after its next start. */
  whenUp() {
    return this.isUp ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** kill -9: no handler of the daemon runs. */
  async kill() {
    this.isUp = false;
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** SIGTERM. @return its exit code, or the signal that ended it */
  async stop() {
    this.isUp = false;
    this.child.kill('SIGTERM');
    return this.exited;
  }
}
