// Letters on Telegram: what arrives, what will never arrive, and what nobody knows of.

import { describe, expect, test } from 'vitest';

import type { Fault } from '../../emulators/telegram/faults.ts';
import { outboxOf, saying, startCarrier } from '../outbox.ts';
import { openBot } from './bot.ts';

const to = ({ id }: { readonly id: number }, channel: number | null = null) => ({
  platform: 'telegram',
  externalId: String(id),
  channel: channel === null ? null : String(channel),
});

async function openPost(options: Parameters<typeof openBot>[0] = {}) {
  const talk = await openBot(options);
  const { house, bot } = talk;
  const sent = () => talk.telegram.requests.filter(({ method }) => method === 'sendMessage');
  return { ...talk, ...outboxOf(house), sent, carrier: startCarrier(house, bot.adapter.post) };
}

describe('a letter', () => {
  test('arrives with its buttons, without a preview', async () => {
    const { mei, write, ended } = await openPost();
    const chat = mei.opens();
    const view = saying('News & <views>: https://example.org', {
      title: 'This week',
      actions: [{ label: 'Show 1', call: 'opening id=1' }],
    });
    await write(to(chat), view);
    expect(await chat.next()).toMatchObject({
      text: 'This week\n\nNews & <views>: https://example.org',
      buttons: [['Show 1']],
      preview: false,
      thread: undefined,
    });
    expect(await ended(to(chat))).toMatchObject({ state: 'sent', attempts: 0, parts: [{ state: 'sent' }] });
  });

  test('of several messages arrives in order, the buttons under the last', async () => {
    const { mei, write, ended, sent } = await openPost();
    const chat = mei.opens();
    const actions = [{ label: 'Show 1', call: 'opening id=1' }];
    await write(to(chat), saying('first '.repeat(500) + 'second '.repeat(300), { actions }));
    await write(to(chat), saying('third'));
    expect(await chat.next()).toMatchObject({ text: expect.stringMatching(/^first/u), buttons: [] });
    expect(await chat.next()).toMatchObject({
      text: expect.stringMatching(/second$/u),
      buttons: [['Show 1']],
    });
    expect((await chat.next()).text).toBe('third');
    expect((await ended(to(chat))).key).toBe('letter 2');
    expect(sent()).toHaveLength(3);
  });

  test('reaches its topic, and General without one', async () => {
    const { telegram, mei, write } = await openPost();
    const group = telegram.group({ title: 'Jobs', owner: mei, topics: [] });
    const topic = group.topic('Weekly', mei);
    await write(to(group, topic), saying('in the topic'));
    expect(await group.next()).toMatchObject({ text: 'in the topic', thread: topic });
    await write(to(group), saying('in General'));
    expect(await group.next(4000)).toMatchObject({ text: 'in General', thread: undefined });
  });

  test('follows a group that became another', async () => {
    const { house, telegram, mei, write, ended } = await openPost();
    const group = telegram.group({ title: 'Jobs', kind: 'group', owner: mei });
    const moved = group.migrates(mei);
    await house.store.places.locate({ ...to(group), kind: 'group' }, { zone: 'UTC' }, new Date());
    await write(to(group), saying('Hello'));
    expect((await moved.next()).text).toBe('Hello');
    expect((await ended(to(moved))).state).toBe('sent');
    expect(await house.store.outbox.log(to(group), 1)).toEqual([]);
  });
});

describe('a letter that will never arrive', () => {
  test.each(['blocked', 'removed', 'gone', 'muted', 'closed', 'unfit'] as const)(
    'fails: %s',
    async (reason) => {
      const { house, telegram, mei, hua, write, ended } = await openPost({ careless: true });
      const chat = mei.opens();
      const group = telegram.group({ title: 'Jobs', owner: hua });
      const topic = group.topic('Weekly', hua);
      const address = reason === 'blocked' ? to(chat) : to(group, reason === 'closed' ? topic : null);
      if (reason === 'blocked') mei.blocks();
      if (reason === 'removed') group.kicksBot(hua);
      if (reason === 'gone') group.record.members.clear();
      if (reason === 'muted') group.mutes(true);
      if (reason === 'closed') group.closesTopic('Weekly', hua);
      const described = { gone: 'Bad Request: chat not found', unfit: 'Bad Request: message is too long' };
      if (reason === 'gone' || reason === 'unfit') {
        void telegram.fail({
          method: 'sendMessage',
          kind: 'error',
          code: 400,
          description: described[reason],
        });
      }
      await write(address, saying('Hello'));
      expect(await ended(address)).toMatchObject({ state: 'failed', reason, parts: [] });
      expect((await house.store.outbox.counts(new Date())).get('telegram')?.failed).toEqual({ [reason]: 1 });
    },
  );
});

describe('a place that shuts the bot out', () => {
  test('is not written to, until it lets the bot in again', async () => {
    const { telegram, mei, write, ended, sent } = await openPost();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    mei.says(group, '/criteria');
    await group.next();
    group.kicksBot(mei);
    const chat = mei.opens();
    mei.says(chat, '/criteria');
    await chat.next();
    const before = sent().length;
    await write(to(group), saying('Hello'));
    expect(await ended(to(group))).toMatchObject({ state: 'failed', reason: 'removed', parts: [] });
    expect(sent()).toHaveLength(before);
    group.addsBot(mei);
    mei.says(group, '/criteria');
    await group.next();
    await write(to(group), saying('Hello again'));
    expect((await group.next(4000)).text).toBe('Hello again');
  });

  test('is known as such from the first letter that it refuses', async () => {
    const { house, telegram, mei, write, ended } = await openPost();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    mei.says(group, '/criteria');
    await group.next();
    group.mutes(true);
    await write(to(group), saying('Hello'));
    await ended(to(group));
    expect(await house.store.places.exclusion('telegram', String(group.id))).toBe('muted');
  });
});

describe('a letter that the platform did not take', () => {
  test.each([
    ['answers with a gateway’s page', { kind: 'page' }],
    ['has a fault of its own', { kind: 'error', code: 500, description: 'Internal Server Error' }],
  ] as const)('because it %s arrives later, once', async (_, fault) => {
    const { telegram, mei, write, ended, sent } = await openPost();
    const chat = mei.opens();
    void telegram.fail({ method: 'sendMessage', ...fault });
    await write(to(chat), saying('Hello'));
    expect((await chat.next(6000)).text).toBe('Hello');
    expect(await ended(to(chat))).toMatchObject({
      state: 'sent',
      attempts: 1,
      parts: [{ repeats: 0 }],
    });
    expect(sent()).toHaveLength(1);
  });

  test('waits as long as it was told, and so does everything else', async () => {
    const { telegram, mei, hua, write, ended } = await openPost();
    const [chat, other] = [mei.opens(), hua.opens()];
    telegram.flood(2);
    await write(to(chat), saying('Hello'));
    await expect
      .poll(() => telegram.requests.some(({ refused }) => refused?.includes('retry after')), {
        timeout: 5000,
      })
      .toBe(true);
    await write(to(other), saying('Hello too'));
    hua.says(other, '/criteria');
    const texts = [(await other.next(8000)).text, (await other.next(8000)).text];
    expect(texts.toSorted()).toEqual(['Hello too', expect.stringContaining('小林')].toSorted());
    expect((await chat.next(6000)).text).toBe('Hello');
    expect(telegram.early).toBe(0);
    expect((await ended(to(chat))).attempts).toBe(1);
  });

  test('because one chat wants none for long holds others up for a minute at most', async () => {
    const { house, telegram, mei, write } = await openPost();
    const chat = mei.opens();
    telegram.flood(3600, chat);
    await write(to(chat), saying('Hello'));
    await expect
      .poll(async () => house.store.rounds.pauses('telegram', new Date()), { timeout: 5000 })
      .toHaveLength(2);
    const pauses = await house.store.rounds.pauses('telegram', new Date());
    const lasting = (isOverall: boolean): number =>
      Number(pauses.find(({ address }) => (address === null) === isOverall)?.until) - Date.now();
    expect(lasting(true)).toBeLessThanOrEqual(60_000);
    expect(lasting(false)).toBeGreaterThan(3_500_000);
  });
});

describe('a letter whose answer is lost', () => {
  const lost: readonly (readonly [string, Fault])[] = [
    ['because the connection ends', { kind: 'dropped' }],
    ['in mid-way', { kind: 'cut' }],
    ['because something else answers', { kind: 'garbled' }],
    ['because a gateway did not wait for it', { kind: 'page', status: 504 }],
  ];
  test.each(lost)('%s is not sent again, and not said to have failed', async (_, fault) => {
    const { house, telegram, mei, write, ended, sent } = await openPost();
    const chat = mei.opens();
    void telegram.fail({ method: 'sendMessage', ...fault });
    await write(to(chat), saying('first '.repeat(500) + 'second '.repeat(300)));
    expect(await ended(to(chat))).toMatchObject({
      state: 'unknown',
      parts: [{ state: 'unknown' }, { state: 'sent' }],
    });
    const texts = sent().map(({ values }) => String(values['text']).slice(0, 6));
    // The stand-in's gateway has not asked the server.
    expect(texts).toEqual(fault.kind === 'page' ? ['second'] : ['first ', 'second']);
    expect((await house.store.outbox.counts(new Date())).get('telegram')).toMatchObject({
      unknown: 1,
      sent: 0,
    });
  });

  test.each(['tapped on', 'answered'])('is known to have arrived when it is %s', async (how) => {
    const { house, telegram, mei, write, ended } = await openPost();
    const chat = mei.opens();
    const actions = [{ label: 'Criteria', call: 'criteria' }];
    void telegram.fail({ method: 'sendMessage', kind: 'dropped' });
    await write(to(chat), saying('Hello & <welcome>', { title: 'News', actions }));
    const letter = await chat.next();
    expect((await ended(to(chat))).state).toBe('unknown');
    if (how === 'answered') mei.says(chat, '/skills', { replyTo: letter });
    else await mei.taps(letter, 'Criteria');
    await expect.poll(async () => (await house.store.outbox.log(to(chat), 1))[0]?.state).toBe('sent');
  });

  test('is not taken for another one that looks different', async () => {
    const { house, telegram, mei, write, ended } = await openPost();
    const chat = mei.opens();
    void telegram.fail({ method: 'sendMessage', kind: 'dropped' });
    await write(to(chat), saying('Hello'));
    await chat.next();
    expect((await ended(to(chat))).state).toBe('unknown');
    mei.says(chat, '/help');
    const help = await chat.next();
    mei.says(chat, '/skills kafka', { replyTo: help });
    await chat.next();
    expect((await house.store.outbox.log(to(chat), 1))[0]?.state).toBe('unknown');
  });
});
