// How letters are carried, whatever happens to the processes that do it.

import { describe, expect, onTestFinished, test } from 'vitest';

import { DeliveryError, type DeliveryFault, type Post } from '../../bots/adapter.ts';
import { openPacing } from '../../bots/pacing.ts';
import type { House } from '../../commands/context.ts';
import { openTalk } from '../chat.ts';
import { outboxOf, saying, startCarrier } from './outbox.ts';

const to = (externalId: string) => ({ platform: 'test', externalId, channel: null });

/** A platform within the test: what it was given, in order, and what it does with the next messages. */
function openPost({ noticesRepeatsFor = 0 } = {}) {
  const given: string[] = [];
  const plan: (() => Promise<void> | void)[] = [];
  const checks: string[] = [];
  let isThere = true;
  const post: Post = {
    platform: 'test',
    noticesRepeatsFor,
    pacing: openPacing({ overall: { most: 100, span: 100 }, chat: () => [] }),
    chatOf: ({ externalId }) => externalId,
    check: () => {
      checks.push('asked');
      return isThere
        ? Promise.resolve()
        : Promise.reject(new DeliveryError('away', { kind: 'later', at: null, isOverall: true }));
    },
    messagesOf: async ({ blocks }) =>
      blocks.map((block) => async ({ externalId }) => {
        const text =
          block.kind === 'text'
            ? block.text.map((part) => (typeof part === 'string' ? part : part.text)).join('')
            : '';
        await plan.shift()?.();
        given.push(`${externalId}: ${text}`);
        return String(given.length);
      }),
  };
  return {
    post,
    given,
    checks,
    /** What happens to the next message before it is taken. */
    next: (step: () => Promise<void> | void) => void plan.push(step),
    refuse: (fault: DeliveryFault) =>
      void plan.push(() => {
        throw new DeliveryError('refused', fault);
      }),
    goAway: () => {
      isThere = false;
    },
    comeBack: () => {
      isThere = true;
    },
  };
}

async function open(options: Parameters<typeof openPost>[0] = {}, change: Partial<House> = {}) {
  const { house } = await openTalk(change);
  return { house, ...outboxOf(house), ...openPost(options) };
}

test('a letter of several parts arrives in order, and letters to others do not wait for it', async () => {
  const { house, post, given, next, write, ended } = await open();
  const gate = Promise.withResolvers<void>();
  next(() => gate.promise);
  const parts = ['one', 'two', 'three'].map((text) => ({ kind: 'text', text: [text] }) as const);
  await write(to('east'), { kind: 'view', blocks: parts });
  await write(to('east'), saying('four'));
  await write(to('west'), saying('other'));
  startCarrier(house, post);
  await ended(to('west'));
  expect(given).toEqual(['west: other']);
  gate.resolve();
  await expect.poll(() => given.length, { timeout: 5000 }).toBe(5);
  expect(given.slice(1)).toEqual(['one', 'two', 'three', 'four'].map((text) => `east: ${text}`));
});

test('two processes carry every letter once', async () => {
  const { house, post, given, write } = await open();
  const names = Array.from({ length: 150 }, (_, n) => `chat ${n}`);
  for (const name of names) await write(to(name), saying('Hello'));
  startCarrier(house, post, { holder: 'one' });
  startCarrier(house, post, { holder: 'two' });
  await expect.poll(() => given.length, { timeout: 15_000 }).toBe(150);
  expect(new Set(given).size).toBe(150);
});

describe('a process that died', () => {
  /** Begins the first part of a letter as a process does that then dies. */
  async function dies({ house, write }: Awaited<ReturnType<typeof open>>): Promise<void> {
    const { rounds, deliveries } = house.store;
    await write(to('east'), saying('Hello'));
    await write(to('west'), saying('Hello'));
    const now = new Date();
    await rounds.take('test', 'a process that died', new Date(now.getTime() + 1500), now);
    const letters = await deliveries.due('test', { most: 9, except: [] }, now);
    const east = letters.find(({ address }) => address.externalId === 'east');
    const part = { letterId: east!.id, part: 0 };
    await deliveries.begin(part, { holder: 'a process that died', isAmbiguous: false }, now);
  }

  test('is replaced soon; what it had on the wire is sent again, and counted', async () => {
    const all = await open();
    await dies(all);
    const { house, post, given, ended } = all;
    const carrier = startCarrier(house, post);
    expect((await ended(to('west'))).parts).toMatchObject([{ repeats: 0 }]);
    expect((await ended(to('east'))).parts).toMatchObject([{ state: 'sent', repeats: 1 }]);
    expect(given.toSorted()).toEqual(['east: Hello', 'west: Hello']);
    expect((await house.store.outbox.counts(new Date())).get('test')?.ambiguous).toBe(1);
    expect(carrier.lines.join('')).toContain('may have arrived is sent again');
  });

  test('leaves nothing to count where the platform notices repeats', async () => {
    const all = await open({ noticesRepeatsFor: 60_000 });
    await dies(all);
    startCarrier(all.house, all.post);
    expect((await all.ended(to('east'))).parts).toMatchObject([{ state: 'sent', repeats: 0 }]);
  });
});

describe('the end', () => {
  test('waits for answers, begins nothing, and leaves the rest to others at once', async () => {
    const { house, post, given, next, write, ended } = await open();
    const gate = Promise.withResolvers<void>();
    const isSending = Promise.withResolvers<void>();
    next(() => {
      isSending.resolve();
      return gate.promise;
    });
    const parts = ['one', 'two'].map((text) => ({ kind: 'text', text: [text] }) as const);
    await write(to('east'), { kind: 'view', blocks: parts });
    const stop = startCarrier(house, post, { holder: 'one' });
    await isSending.promise;
    const ending = stop.end();
    gate.resolve();
    await ending;
    expect(given).toEqual(['east: one']);
    startCarrier(house, post, { holder: 'two' });
    expect((await ended(to('east'))).parts).toMatchObject([{ repeats: 0 }, { repeats: 0 }]);
    expect(given).toEqual(['east: one', 'east: two']);
  });

  test('leaves unknown what was not answered in time, so that it is not sent twice', async () => {
    const { house, post, next, write, ended } = await open();
    const gate = Promise.withResolvers<void>();
    const isSending = Promise.withResolvers<void>();
    onTestFinished(() => gate.resolve());
    next(() => {
      isSending.resolve();
      return gate.promise;
    });
    await write(to('east'), saying('Hello'));
    const carrier = startCarrier(house, post);
    await isSending.promise;
    await carrier.end();
    expect(await ended(to('east'))).toMatchObject({ state: 'unknown' });
  });
});

describe('a platform that is away', () => {
  test('is asked first, so that no letter is tried on it', async () => {
    const { house, post, given, checks, goAway, comeBack, write, ended } = await open();
    goAway();
    await write(to('east'), saying('Hello'));
    startCarrier(house, post);
    await expect.poll(() => checks.length, { timeout: 5000 }).toBe(2);
    expect(given).toEqual([]);
    comeBack();
    expect(await ended(to('east'))).toMatchObject({ state: 'sent', attempts: 0 });
  });

  test('in the middle of it loses no more than a few letters', async () => {
    const { house, post, given, checks, refuse, goAway, write } = await open();
    for (let n = 0; n < 30; n += 1) {
      await write(to(`chat ${n}`), saying('Hello'));
      refuse({ kind: 'later', at: null, isOverall: true });
    }
    startCarrier(house, post);
    await expect.poll(() => checks.length, { timeout: 5000 }).toBe(1);
    goAway();
    await expect.poll(() => checks.length, { timeout: 5000 }).toBe(2);
    expect(given).toEqual([]);
    const { parts, attempts } = (await house.store.outbox.log(to('chat 0'), 1))[0]!;
    expect([parts, attempts]).toEqual([[], 1]);
    const tried = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => (await house.store.outbox.log(to(`chat ${n}`), 1))[0]),
    );
    expect(tried.filter((record) => record?.attempts === 1).length).toBeLessThan(10);
  });
});

test('a mark that cannot be written is written later, and the message not sent again', async () => {
  const { house, post, given, write, ended } = await open();
  const { deliveries } = house.store;
  let failures = 2;
  const flaky = {
    ...house.store,
    deliveries: {
      ...deliveries,
      accept(...args: Parameters<typeof deliveries.accept>) {
        failures -= 1;
        return failures < 0 ? deliveries.accept(...args) : Promise.reject(new Error('no database'));
      },
    },
  };
  await write(to('east'), saying('Hello'));
  startCarrier(house, post, { store: flaky });
  expect(await ended(to('east'))).toMatchObject({ state: 'sent', attempts: 0 });
  expect(given).toEqual(['east: Hello']);
});

test('a letter that cannot be shown fails, and is a fault', async () => {
  const { house, post, write, ended } = await open();
  const broken: Post = {
    ...post,
    messagesOf: () => {
      throw new Error('no such block');
    },
  };
  await write(to('east'), saying('Hello'));
  const carrier = startCarrier(house, broken);
  expect(await ended(to('east'))).toMatchObject({ state: 'failed', reason: 'unfit' });
  expect(carrier.lines.join('')).toContain('no such block');
});

test('a letter that the store cannot give goes on when it can', async () => {
  const { house, post, given, write } = await open();
  const { deliveries } = house.store;
  let isDown = true;
  const flaky = {
    ...house.store,
    deliveries: {
      ...deliveries,
      due: (...args: Parameters<typeof deliveries.due>) =>
        isDown ? Promise.reject(new Error('no database')) : deliveries.due(...args),
    },
  };
  await write(to('east'), saying('Hello'));
  const carrier = startCarrier(house, post, { store: flaky });
  await expect.poll(() => carrier.lines.join('')).toContain('no database');
  isDown = false;
  await expect.poll(() => given, { timeout: 5000 }).toEqual(['east: Hello']);
});

describe('where nothing will ever arrive', () => {
  test('those who can mend it are told once a day, and not of that letter itself', async () => {
    const { house, post, given, refuse, write } = await open({}, { operators: ['test:Ops'] });
    for (let n = 0; n < 3; n += 1) refuse({ kind: 'never', reason: 'removed' });
    await write(to('east'), saying('one'), { kind: 'digest' });
    await write(to('east'), saying('two'), { kind: 'digest' });
    startCarrier(house, post);
    await expect
      .poll(async () => (await house.store.outbox.log(to('Ops'), 5)).map(({ state }) => state), {
        timeout: 9000,
      })
      .toEqual(['failed']);
    expect(given).toEqual([]);
    await write(to('east'), saying('three'));
    await expect.poll(() => given, { timeout: 5000 }).toEqual(['east: three']);
  });

  test('what was planned for it follows in the same transaction, or nothing does', async () => {
    const { house, post, refuse, write, ended } = await open();
    refuse({ kind: 'never', reason: 'muted' });
    refuse({ kind: 'never', reason: 'muted' });
    await write(to('east'), saying('Hello'));
    let isFirst = true;
    startCarrier(house, post, {
      onDeadEnd: async ({ address }, reason, { marks }) => {
        await marks.set('dead end', `${address.externalId} ${reason}`);
        if (!isFirst) return;
        isFirst = false;
        throw new Error('not this time');
      },
    });
    expect(await ended(to('east'))).toMatchObject({ state: 'failed', reason: 'muted' });
    expect(await house.store.marks.find('dead end')).toBe('east muted');
  });
});

test('without letters nothing is asked of the platform, and the round is free', async () => {
  const { house, post, checks, write, ended } = await open();
  startCarrier(house, post);
  await write(to('east'), saying('Hello'));
  await ended(to('east'));
  const isFree = async () => {
    const now = new Date();
    return (await house.store.rounds.take('test', 'another', now, now)) !== null;
  };
  await expect.poll(isFree, { timeout: 5000 }).toBe(true);
  expect(checks).toHaveLength(1);
});
