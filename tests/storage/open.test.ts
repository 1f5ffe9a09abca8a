import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';

import { openStore, StoreError } from '../../storage/open.ts';
import { databaseUrl, freshDatabase } from '../postgres.ts';
import {
  everything,
  freshUrl,
  handedIn,
  lasting,
  noon,
  opened,
  population,
  temporaryFolder,
  wide,
} from './stores.ts';

async function refusal(url: string): Promise<StoreError> {
  const fault: unknown = await openStore(url).then(
    () => 'it opened',
    (error: unknown) => error,
  );
  if (!(fault instanceof StoreError)) throw new Error(`no StoreError for ${url}`, { cause: fault });
  expect(fault.message).toContain(fault.detail);
  expect(fault.detail).not.toBe('');
  return fault;
}

describe('a database is refused', () => {
  test.each([
    '',
    'store.db',
    'sqlite:',
    'mysql://localhost/x',
    'postgres:',
    'postgres://a b/c',
    'postgres://h:port/d',
  ])('for its URL: %s', async (url) => {
    expect((await refusal(url)).reason).toBe('bad_url');
  });

  test('in a folder that cannot be', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect((await refusal(`sqlite:${file}/data/store.db`)).reason).toBe('unwritable');
    expect((await refusal(`sqlite:${await temporaryFolder()}`)).reason).toBe('unwritable');
    expect((await refusal('sqlite:/proc/none/data/store.db')).reason).toBe('unwritable');
  });

  test('when it is something else, which stays as it was', async () => {
    const file = join(await temporaryFolder(), 'letter.txt');
    const letter = 'Dear reader, '.repeat(1000);
    await writeFile(file, letter);
    expect((await refusal(`sqlite:${file}`)).reason).toBe('not_a_database');
    expect(await readFile(file, 'utf8')).toBe(letter);
  });

  test('when no server answers, without telling the password', async () => {
    const { message, reason } = await refusal('postgres://me:geheim@127.0.0.1:1/store');
    expect(reason).toBe('unreachable');
    expect(message).not.toContain('geheim');
    expect((await refusal('postgres://no-such-host.invalid/store')).reason).toBe('unreachable');
  });

  test('when what answers is no PostgreSQL', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect((await refusal(`postgres://127.0.0.1:${port}/store`)).reason).toBe('unreachable');
  });

  test('when the server knows no such database', async () => {
    const { reason, detail } = await refusal(databaseUrl(inject('postgres'), 'nowhere'));
    expect(reason).toBe('refused');
    expect(detail).toContain('nowhere');
  });

  test('when a later release has written to it: an SQLite file', async () => {
    const path = join(await temporaryFolder(), 'store.db');
    await (await openStore(`sqlite:${path}`)).close();
    const file = new Sqlite(path);
    file.exec(`insert into schema_versions values (99, '')`);
    file.close();
    const { reason, detail } = await refusal(`sqlite:${path}`);
    expect(reason).toBe('too_new');
    expect(detail).toContain('99');
  });

  test('when a later release has written to it: PostgreSQL', async () => {
    const url = await freshDatabase(inject('postgres'));
    await (await openStore(url)).close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`insert into schema_versions values (99, '')`);
    await client.end();
    expect((await refusal(url)).reason).toBe('too_new');
  });
});

test('the folder of a file is made, whatever its name', async () => {
  const folder = join(await temporaryFolder(), '新 folder?#%41');
  await opened(`sqlite:${folder}/data/store.db`);
  await expect(mkdir(join(folder, 'data'))).rejects.toThrow('EEXIST');
});

describe.each(lasting)('%s', (kind) => {
  test('can be opened new and written to by several processes at once', { timeout: 60_000 }, async () => {
    const url = await freshUrl(kind);
    const opener = fileURLToPath(new URL('opener.ts', import.meta.url));
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const answers = await Promise.all(
      names.map((name) => promisify(execFile)(process.execPath, [opener, url, name, '100'])),
    );
    const ids = answers.map(({ stdout }): readonly number[] => JSON.parse(stdout));
    expect(new Set(ids.flat()).size).toBe(600);
    const { people } = await opened(url);
    for (const [index, own] of ids.entries()) {
      expect([...(await people.names(own)).values()]).toEqual(Array(100).fill(names[index]));
    }
  });

  test('shows to a second handle what was committed, and nothing else', async () => {
    const url = await freshUrl(kind);
    const writer = await opened(url);
    const reader = await opened(url);
    const all = await population(writer);
    const total = async () => (await reader.openings.search({ ...wide, viewer: everything })).total;
    await writer.transaction(async ({ openings }) => {
      await openings.add(handedIn(all), noon);
      expect(await total()).toBe(0);
    });
    expect(await total()).toBe(1);
  });

  test('is as it was left when it is opened again', async () => {
    const url = await freshUrl(kind);
    const first = await openStore(url);
    const id = await first.openings.add(handedIn(await population(first)), noon);
    await first.close();
    const again = await opened(url);
    expect((await again.openings.find(id, everything))?.id).toBe(id);
  });

  test('holding a row that is no opening says so instead of showing it', async () => {
    const url = await freshUrl(kind);
    const store = await opened(url);
    const id = await store.openings.add(handedIn(await population(store)), noon);
    for (const wrong of ['', '{}', 'null', '{"title":7}']) {
      const change = `update openings set opening = '${wrong}'`;
      if (url.startsWith('sqlite:')) {
        const file = new Sqlite(url.slice('sqlite:'.length));
        file.exec(change);
        file.close();
      } else {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query(change);
        await client.end();
      }
      await expect(store.openings.find(id, everything)).rejects.toThrow('no valid opening');
    }
  });
});
