// SPDX-License-Identifier: MIT
// A private PostgreSQL in a folder and on a port of its own; PostgreSQL refuses root, so root becomes `postgres`.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually } from './client.mjs';

const kVersions = '/usr/lib/postgresql';

function programs() {
  if (!existsSync(kVersions)) return null;
  const folders = readdirSync(kVersions).map((version) => join(kVersions, version, 'bin'));
  return folders.filter((folder) => existsSync(join(folder, 'initdb'))).sort().at(-1) ?? null;
}

const isRoot = process.getuid() === 0;
const number = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
const account = isRoot ? { uid: number('-u'), gid: number('-g') } : {};

export const unavailable = !programs()
  ? 'PostgreSQL is not installed'
  : isRoot && !account.uid
    ? 'there is no user postgres'
    : false;

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export class PostgresServer {
  async start() {
    this.folder = mkdtempSync(join(tmpdir(), 'parley-contract-pg-'));
    if (isRoot) chownSync(this.folder, account.uid, account.gid);
    const data = join(this.folder, 'data');
    const how = { ...account, cwd: '/', encoding: 'utf8' };
    const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    const made = spawnSync(join(programs(), 'initdb'), options, how);
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
    this.port = await freePort();
    const settings = ['-D', data, '-p', String(this.port), '-h', '127.0.0.1', '-k', this.folder, '-F'];
    this.server = spawn(join(programs(), 'postgres'), settings, { ...account, cwd: '/', stdio: 'ignore' });
    this.ended = new Promise((resolve) => this.server.once('exit', resolve));
    const ask = ['-q', '-h', this.folder, '-p', String(this.port)];
    await eventually(() => spawnSync(join(programs(), 'pg_isready'), ask).status === 0, 'PostgreSQL is ready');
    return this;
  }

  /** Runs SQL as its owner. @return what it printed */
  sql(text, database = 'postgres') {
    const options = ['-h', this.folder, '-p', String(this.port), '-U', 'postgres', '-d', database, '-Atc', text];
    const done = spawnSync(join(programs(), 'psql'), options, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return done.stdout.trim();
  }

  url(database) {
    return `postgresql://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async stop() {
    this.server?.kill('SIGINT');
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
