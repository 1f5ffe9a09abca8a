import { describe, expect, test } from 'vitest';

import { openPacing } from '../../bots/pacing.ts';

/** Ten messages in a twentieth of a second, one to a chat. */
const limits = {
  overall: { most: 10, span: 50 },
  chat: () => [{ most: 1, span: 50 }],
};

const never = new AbortController().signal;

describe('a turn', () => {
  test('comes to the urgent first, and to others in the order they came', async () => {
    const { turn, hold } = openPacing(limits);
    hold(20);
    const order: string[] = [];
    await Promise.all(
      (
        [
          ['digest', 2],
          ['other digest', 2],
          ['alert', 0],
          ['news', 1],
        ] as const
      ).map(async ([chat, rank]) => {
        const settle = await turn(chat, rank, never);
        order.push(chat);
        settle(true);
      }),
    );
    expect(order).toEqual(['alert', 'news', 'digest', 'other digest']);
  });

  test('does not wait for a chat that has to wait itself', async () => {
    const { turn } = openPacing(limits);
    const order: string[] = [];
    const send = async (chat: string): Promise<void> => {
      const settle = await turn(chat, 0, never);
      order.push(chat);
      settle(true);
    };
    await Promise.all(['busy', 'busy', 'busy', 'one', 'two'].map(send));
    expect(order).toEqual(['busy', 'one', 'two', 'busy', 'busy']);
  });

  test('is given up when the process ends, and nothing is counted for it', async () => {
    const { turn, leave } = openPacing(limits);
    const stop = new AbortController();
    leave('chat')(true);
    const waiting = turn('chat', 0, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('stopped');
    await expect(turn('other', 0, stop.signal)).rejects.toThrow('stopped');
    (await turn('chat', 0, never))(true);
  });

  test('waits while nothing is answered, and goes on with the first answer', async () => {
    const { turn, leave } = openPacing({ overall: { most: 1000, span: 10_000 }, chat: () => [] });
    const settles = Array.from({ length: 500 }, (_, n) => leave(`chat ${n}`));
    const waiting = turn('next', 0, never);
    expect(await Promise.race([waiting, Promise.resolve('not yet')])).toBe('not yet');
    settles[7]!(false);
    settles[7]!(false);
    expect(await waiting).toBeTypeOf('function');
  });
});

test('a pause holds one chat or all, the longer of both', () => {
  let now = 0;
  const { hold, heldFor } = openPacing(limits, () => now);
  expect(heldFor('one')).toBe(0);
  hold(1000, 'one');
  hold(300);
  hold(200);
  expect([heldFor('one'), heldFor('two')]).toEqual([1000, 300]);
  now = 400;
  expect([heldFor('one'), heldFor('two')]).toEqual([600, 0]);
});

test('what others sent counts', async () => {
  const { remember, turn } = openPacing(limits);
  remember('chat', 10);
  const order: string[] = [];
  await Promise.all(
    ['chat', 'other'].map(async (chat) => {
      (await turn(chat, 0, never))(true);
      order.push(chat);
    }),
  );
  expect(order).toEqual(['other', 'chat']);
});
