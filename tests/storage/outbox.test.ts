import { describe, expect, onTestFinished, test } from 'vitest';

import { connect, parseDatabaseUrl } from '../../storage/connection.ts';
import { freshStore, freshUrl, kinds, lasting, noon, opened } from './stores.ts';

const letter = {
  key: 'news 1',
  kind: 'news',
  address: { platform: 'test', externalId: 'east', channel: null },
  language: 'en',
  view: { kind: 'view', blocks: [{ kind: 'text', text: ['Hello'] }] },
} as const;

test.each(lasting)('on %s a letter that is under way is not withdrawn', async (kind) => {
  const url = await freshUrl(kind);
  const { outbox } = await opened(url);
  const { db } = await connect(parseDatabaseUrl(url));
  onTestFinished(() => db.destroy());
  for (const state of [{ state: 'sending' }, { state: 'sent' }, { parts_sent: 1 }] as const) {
    await outbox.write(letter, noon);
    await db.updateTable('letters').set(state).execute();
    expect(await outbox.withdraw(letter.key)).toBe(false);
    await db.deleteFrom('letters').execute();
  }
});

describe.each(kinds)('on %s', (kind) => {
  test('a letter is written once, whoever else writes it', async () => {
    const { outbox } = await freshStore(kind);
    const written = await Promise.all(Array.from({ length: 5 }, () => outbox.write(letter, noon)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await outbox.write({ ...letter, key: 'news 2' }, noon)).toBe(true);
  });

  test('a letter that waits is withdrawn once, and can be written again', async () => {
    const { outbox } = await freshStore(kind);
    await outbox.write(letter, noon);
    const withdrawn = await Promise.all(Array.from({ length: 5 }, () => outbox.withdraw(letter.key)));
    expect(withdrawn.filter(Boolean)).toHaveLength(1);
    expect(await outbox.withdraw('news 2')).toBe(false);
    expect(await outbox.write(letter, noon)).toBe(true);
  });
});
