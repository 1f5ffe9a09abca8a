import { describe, expect, test } from 'vitest';

import { freshStore, kinds, lasting, later, noon, freshUrl, opened } from './stores.ts';

const source = 'telegram:7';
const soon = new Date(noon.getTime() + 1000);
const update = (id: number, json = '{}') => ({ id: String(id), json });

describe.each(kinds)('on %s', (kind) => {
  test('an update is kept once, whoever brings it again and however it ended', async () => {
    const { updates } = await freshStore(kind);
    const found = await updates.keep(source, [update(1), update(2)], soon, noon);
    expect([...found].toSorted()).toEqual(['1', '2']);
    expect(await updates.keep(source, [update(2), update(3)], soon, noon)).toEqual(new Set(['3']));
    await updates.finish(source, ['1', '3']);
    expect(await updates.keep(source, [update(1), update(3)], soon, later)).toEqual(new Set());
    expect(await updates.keep('telegram:8', [update(1)], soon, noon)).toEqual(new Set(['1']));
    expect(await updates.keep(source, [], soon, noon)).toEqual(new Set());
  });

  test('what was not worked on is handed to one other, when its time is over', async () => {
    const { updates } = await freshStore(kind);
    await updates.keep(source, [update(1, '{"text":"\\u0000招聘"}'), update(2), update(3)], soon, noon);
    await updates.keep('telegram:8', [update(1)], soon, noon);
    expect(await updates.takeOver(source, noon, later)).toEqual([]);
    await updates.hold(source, ['2'], later);
    await updates.finish(source, ['3']);
    await updates.hold(source, ['3'], noon);
    const takers = await Promise.all([1, 2, 3].map(() => updates.takeOver(source, soon, later)));
    expect(takers.flat()).toEqual([update(1, '{"text":"\\u0000招聘"}')]);
    expect(await updates.takeOver(source, null, later)).toHaveLength(2);
    await updates.hold(source, [], later);
    await updates.finish(source, []);
    expect(await updates.takeOver('telegram:8', null, later)).toEqual([update(1)]);
  });

  test('what ended three processes is left to rest', async () => {
    const { updates } = await freshStore(kind);
    await updates.keep(source, [update(1)], noon, noon);
    const tries = [];
    for (const _ of [1, 2, 3]) tries.push(await updates.takeOver(source, noon, noon));
    expect(tries).toEqual([[update(1)], [update(1)], []]);
  });

  test('a claim is made once, is nothing to take over, and is over after an hour', async () => {
    const { updates } = await freshStore(kind);
    const claims = await Promise.all([1, 2, 3].map(() => updates.claim('discord', '1', noon)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await updates.claim('other', '1', noon)).toBe(true);
    expect(await updates.takeOver('discord', null, later)).toEqual([]);
    for (let id = 2; id < 500; id += 1) await updates.claim('discord', String(id), later);
    expect(await updates.claim('discord', '2', later)).toBe(false);
    expect(await updates.claim('discord', '1', later)).toBe(true);
    expect(await updates.claim('other', '1', later)).toBe(false);
  });

  test('what came long ago is forgotten', async () => {
    const { updates } = await freshStore(kind);
    await updates.keep(source, [update(1)], soon, noon);
    await updates.keep(source, [update(2)], soon, later);
    await updates.forget(later);
    expect(await updates.keep(source, [update(1), update(2)], soon, later)).toEqual(new Set(['1']));
  });
});

test.each(lasting)('on %s several processes that are brought the same update keep it once', async (kind) => {
  const url = await freshUrl(kind);
  const stores = await Promise.all([opened(url), opened(url), opened(url)]);
  const claims = await Promise.all(stores.map(({ updates }) => updates.claim('discord', '1', noon)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  const found = await Promise.all(
    stores.map(({ updates }) => updates.keep(source, [update(1), update(2)], soon, noon)),
  );
  expect(found.flatMap((ids) => [...ids]).toSorted()).toEqual(['1', '2']);
});
