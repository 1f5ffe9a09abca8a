import { describe, expect, test } from 'vitest';

import { freshStore, kinds, noon } from './stores.ts';

const letter = {
  key: 'news 1',
  kind: 'news',
  address: { platform: 'test', externalId: 'east', channel: null },
  language: 'en',
  view: { kind: 'view', blocks: [{ kind: 'text', text: ['Hello'] }] },
} as const;

describe.each(kinds)('on %s', (kind) => {
  test('a letter is written once, whoever else writes it', async () => {
    const { outbox } = await freshStore(kind);
    const written = await Promise.all(Array.from({ length: 5 }, () => outbox.write(letter, noon)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await outbox.write({ ...letter, key: 'news 2' }, noon)).toBe(true);
  });
});
