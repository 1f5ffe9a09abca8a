// What arrives at the platform's door when messages leave as the allowance lets them, over ways of every kind.

import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { type Limits, openAllowance, type Passage } from '../../bots/allowance.ts';

const limits: Limits = {
  overall: { most: 30, span: 1000 },
  chat: (chat) =>
    chat === 'group'
      ? [
          { most: 1, span: 1000 },
          { most: 20, span: 60_000 },
        ]
      : [],
};

/** How long a message takes to the door, and its answer from there, in milliseconds. */
interface Way {
  readonly there: number;
  readonly back: number;
}

/** Sends as soon as it may; returns when each message passed the door. */
function simulate(count: number, wayOf: (n: number) => Way, chatOf = (n: number) => `chat ${n}`) {
  const allowance = openAllowance(limits);
  const onTheWay: { readonly passage: Passage; readonly answeredAt: number }[] = [];
  const atTheDoor: number[] = [];
  let now = 0;
  while (atTheDoor.length < count) {
    const n = atTheDoor.length;
    const next = Math.max(now, allowance.opensAt(), allowance.chatOpensAt(chatOf(n)));
    const answered = onTheWay.toSorted((one, other) => one.answeredAt - other.answeredAt)[0];
    if (answered !== undefined && answered.answeredAt <= next) {
      now = answered.answeredAt;
      allowance.settle(answered.passage, now, true);
      onTheWay.splice(onTheWay.indexOf(answered), 1);
      continue;
    }
    now = next;
    const { there, back } = wayOf(n);
    onTheWay.push({ passage: allowance.leave(chatOf(n), now), answeredAt: now + there + back });
    atTheDoor.push(now + there);
  }
  return atTheDoor.toSorted((one, other) => one - other);
}

/** The most that passed the door within any span. */
const most = (times: readonly number[], span: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + span).length));

const rate = (times: readonly number[]): number =>
  (times.length - 1) / (((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000);

const delays = fc.array(fc.nat({ max: 200 }), { minLength: 150, maxLength: 150 });

property.prop({ there: fc.nat({ max: 200 }), back: fc.nat({ max: 300 }), onTop: delays, behind: delays })(
  'the platform never gets more than it allows, however uneven the way, if it is free now and then',
  ({ there, back, onTop, behind }) => {
    const times = simulate(150, (n) =>
      n % 25 === 0 ? { there, back } : { there: there + onTop[n]!, back: back + behind[n]! },
    );
    expect(most(times, 1000)).toBeLessThanOrEqual(30);
  },
);

describe('over an even way', () => {
  test.each([0, 60, 200])('of %d ms almost everything that is allowed is used', (way) => {
    const times = simulate(600, () => ({ there: way / 2, back: way / 2 }));
    expect(most(times, 1000)).toBe(30);
    expect(rate(times)).toBeGreaterThan(30 * 0.99);
  });

  test('no burst stands at the beginning', () => {
    const times = simulate(30, () => ({ there: 30, back: 30 }));
    expect(most(times, 100)).toBeLessThanOrEqual(7);
  });
});

test('a platform that takes its time behind the door is not taken for a long way', () => {
  const times = simulate(300, (n) => ({ there: 30, back: n % 2 === 0 ? 30 : 3000 }));
  expect(rate(times)).toBeGreaterThan(15);
});

test('a chat has limits of its own', () => {
  const times = simulate(
    45,
    () => ({ there: 30, back: 30 }),
    () => 'group',
  );
  expect(most(times, 1000)).toBe(1);
  expect(most(times, 60_000)).toBe(20);
});

test('what others sent counts, and what is long past is forgotten', () => {
  const allowance = openAllowance(limits);
  for (let n = 0; n < 20; n += 1) allowance.remember('group', 1000 + n);
  expect(allowance.chatOpensAt('group')).toBeGreaterThan(61_000);
  expect(allowance.chatOpensAt('group')).toBeLessThan(61_100);
  for (let n = 0; n < 10; n += 1) allowance.remember(`chat ${n}`, 1100);
  expect(allowance.opensAt()).toBeGreaterThan(2000);
  allowance.forget(30_000);
  expect(allowance.chatOpensAt('group')).toBeGreaterThan(61_000);
  allowance.forget(62_000);
  expect(allowance.chatOpensAt('group')).toBe(Number.NEGATIVE_INFINITY);
});
