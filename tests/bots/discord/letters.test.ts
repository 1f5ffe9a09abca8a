// Letters on Discord: what arrives, what will never arrive, and why nothing arrives twice.

import { describe, expect, test } from 'vitest';

import type { Fault } from '../../emulators/discord/faults.ts';
import type { Channel } from '../../emulators/discord/world.ts';
import { outboxOf, saying, startCarrier } from '../outbox.ts';
import { openServer, type Shop } from './server.ts';

const toChannel = ({ id, guild }: Pick<Channel, 'id' | 'guild'>) => ({
  platform: 'discord',
  externalId: guild!.id,
  channel: id,
});

const toPerson = ({ id }: { readonly id: string }) => ({
  platform: 'discord',
  externalId: id,
  channel: null,
});

const posting = /^POST .*messages$/u;

async function openPost(shop: Shop = {}) {
  const talk = await openServer(shop);
  const { house, bot, discord } = talk;
  const posts = () => discord.exchanges.filter(({ request }) => posting.test(request));
  return { ...talk, ...outboxOf(house), posts, carrier: startCarrier(house, bot.adapter.post) };
}

/** As a process leaves a letter that dies when the message is on the wire, so many milliseconds ago. */
async function leftBehind({ house, general }: Awaited<ReturnType<typeof openServer>>, age: number) {
  const { store } = house;
  const then = new Date(Date.now() - age);
  await store.rounds.take('discord', 'a process that died', new Date(then.getTime() + 1), then);
  await store.outbox.write(
    { key: 'digest 1', kind: 'digest', address: toChannel(general), language: 'en', view: saying('Hello') },
    then,
  );
  const [letter] = await store.deliveries.due('discord', { most: 1, except: [] }, then);
  const part = { letterId: letter!.id, part: 0 };
  await store.deliveries.begin(part, { holder: 'a process that died', isAmbiguous: false }, then);
  return letter!;
}

describe('a letter', () => {
  test('arrives in its channel, pings nobody, and carries a nonce', async () => {
    const { general, write, ended, posts, discord } = await openPost();
    const actions = [{ label: 'Show 1', call: 'opening id=1' }];
    await write(toChannel(general), saying('Hello @everyone', { title: 'This week', actions }));
    const message = await general.next();
    expect(message.text).toContain('This week');
    expect(message.buttons).toMatchObject([{ label: 'Show 1', customId: 'opening id=1' }]);
    expect(message.pings.everyone).toBe(false);
    expect(posts().map(({ json }) => json)).toMatchObject([
      { nonce: expect.stringMatching(/^[\w-]{25}$/u), enforce_nonce: true, allowed_mentions: { parse: [] } },
    ]);
    expect(await ended(toChannel(general))).toMatchObject({ state: 'sent', parts: [{ state: 'sent' }] });
    expect(discord.violations).toEqual([]);
  });

  test('of several messages arrives in order, in a thread as well', async () => {
    const { guild, general, write, ended, posts } = await openPost();
    const thread = guild.addThread(general, 'weekly');
    await write(toChannel(thread), saying('first '.repeat(500) + 'second '.repeat(300)));
    expect((await thread.next()).text).toMatch(/^first/u);
    expect((await thread.next()).text).toMatch(/second$/u);
    await ended(toChannel(thread));
    const nonces = posts().map(({ json }) => (json as { readonly nonce: string }).nonce);
    expect(new Set(nonces).size).toBe(2);
  });

  test('finds a person by their account, again and again', async () => {
    const { mei, write, discord } = await openPost();
    await write(toPerson(mei), saying('Hello'));
    expect((await mei.direct.next()).text).toBe('Hello');
    await write(toPerson(mei), saying('Hello again'));
    expect((await mei.direct.next()).text).toBe('Hello again');
    const openings = discord.exchanges.filter(({ request }) => request === 'POST /users/@me/channels');
    expect(openings).toHaveLength(1);
  });
});

test('a letter with a picture comes without it where no files may be attached', async () => {
  const picture = new Uint8Array([137, 80, 78, 71]);
  const { guild, general, write, ended, posts } = await openPost({
    house: { pictureOf: () => Promise.resolve(picture) },
  });
  await write(toChannel(general), saying('With a picture'));
  expect([...(await general.next()).files.keys()]).toEqual(['card.png']);
  await ended(toChannel(general));
  guild.denyBot(general, ['AttachFiles']);
  await write(toChannel(general), saying('Without one'));
  expect(await ended(toChannel(general))).toMatchObject({ state: 'sent', parts: [{ state: 'sent' }] });
  const plain = await general.next();
  expect(plain.text).toBe('Without one');
  expect(plain.files.size).toBe(0);
  guild.denyBot(general, ['AttachFiles', 'SendMessages']);
  await write(toChannel(general), saying('Nowhere'));
  expect(await ended(toChannel(general))).toMatchObject({ state: 'failed', reason: 'muted' });
  expect(posts()).toHaveLength(5);
});

describe('a letter that will never arrive', () => {
  test.each(['blocked', 'removed', 'muted', 'gone', 'closed', 'unfit'] as const)(
    'fails: %s',
    async (reason) => {
      const { discord, guild, general, mei, write, ended } = await openPost();
      const thread = guild.addThread(general, 'weekly', { locked: reason === 'closed' });
      const address = {
        blocked: toPerson(mei),
        gone: { ...toChannel(general), channel: '1234567890123456789' },
        closed: toChannel(thread),
      };
      if (reason === 'blocked') mei.account.acceptsMessages = false;
      if (reason === 'removed') guild.removeBot();
      if (reason === 'muted') guild.denyBot(general, ['SendMessages']);
      if (reason === 'unfit')
        discord.fail(posting, { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' });
      const to =
        reason === 'blocked' || reason === 'gone' || reason === 'closed'
          ? address[reason]
          : toChannel(general);
      await write(to, saying('Hello'));
      expect(await ended(to)).toMatchObject({ state: 'failed', reason, parts: [] });
    },
  );
});

describe('a letter whose answer is lost', () => {
  const lost: readonly (readonly [string, Fault])[] = [
    ['because the connection ends', { kind: 'drop', accepted: true }],
    ['in mid-way', { kind: 'cut' }],
    ['to a gateway’s page', { kind: 'status', status: 502, accepted: true }],
  ];
  test.each(lost)('%s is repeated, and arrives once', async (_, fault) => {
    const { discord, general, write, ended, posts } = await openPost();
    discord.fail(posting, fault);
    await write(toChannel(general), saying('Hello'));
    await general.next();
    expect(await ended(toChannel(general))).toMatchObject({
      state: 'sent',
      attempts: 1,
      parts: [{ state: 'sent', repeats: 0 }],
    });
    expect(posts().length).toBe(2);
    expect(general.sent.waiting).toEqual([]);
  });

  test('before it was done arrives after all', async () => {
    const { discord, general, write } = await openPost();
    discord.fail(posting, { kind: 'drop', accepted: false }, 2);
    await write(toChannel(general), saying('Hello'));
    expect((await general.next(8000)).text).toBe('Hello');
  });
});

describe('a letter that a process left behind when it died', () => {
  test('arrives once, where Discord still knows the nonce', async () => {
    const talk = await openServer();
    const { house, general, bot, discord } = talk;
    const letter = await leftBehind(talk, 1000);
    const [send] = await bot.adapter.post.messagesOf(letter.view, 'en');
    await send!(letter.address, `${letter.id} ${letter.key} 0`, null);
    await general.next();
    startCarrier(house, bot.adapter.post);
    expect(await outboxOf(house).ended(letter.address)).toMatchObject({
      state: 'sent',
      parts: [{ repeats: 0 }],
    });
    expect(general.messages.size).toBe(1);
    expect(discord.exchanges.filter(({ request }) => posting.test(request))).toHaveLength(2);
  });

  test.each([
    ['arrived, is found in the channel', true],
    ['did not arrive, is sent', false],
  ])('long ago, and that %s', async (_, hasArrived) => {
    const talk = await openServer();
    const { house, general, bot, discord } = talk;
    const letter = await leftBehind(talk, 150_000);
    const [send] = await bot.adapter.post.messagesOf(letter.view, 'en');
    if (hasArrived) await send!(letter.address, 'a nonce that nobody remembers', null);
    const before = discord.exchanges.length;
    startCarrier(house, bot.adapter.post);
    expect((await outboxOf(house).ended(letter.address)).state).toBe('sent');
    expect([...general.messages.values()].map(({ text }) => text)).toEqual(['Hello']);
    const posts = discord.exchanges.slice(before).filter(({ request }) => posting.test(request));
    expect(posts).toHaveLength(hasArrived ? 0 : 1);
  });
});

describe('limits', () => {
  test('of a channel are kept to as Discord tells them, without a refusal', async () => {
    const { discord, general, write, ended, posts } = await openPost();
    discord.limit({ perRoute: 2, seconds: 2 });
    for (const n of [1, 2, 3]) await write(toChannel(general), saying(`Hello ${n}`));
    for (const n of [1, 2, 3]) expect((await general.next(9000)).text).toBe(`Hello ${n}`);
    await ended(toChannel(general));
    expect(posts().map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test.each([true, false])('that are over hold up what they concern (everything: %s)', async (global) => {
    const { discord, guild, general, write, posts } = await openPost();
    discord.fail(posting, { kind: 'rate limit', seconds: 2.5, global });
    const quiet = guild.channel('quiet');
    await write(toChannel(general), saying('Hello'));
    await expect.poll(() => posts().length, { timeout: 5000 }).toBe(1);
    await write(toChannel(quiet), saying('Hello too'));
    const order: string[] = [];
    await Promise.all([general, quiet].map(async (channel) => order.push((await channel.next(9000)).text)));
    expect(order).toEqual(global ? ['Hello', 'Hello too'] : ['Hello too', 'Hello']);
    expect(posts().map(({ status }) => status)).toEqual([429, 200, 200]);
  });
});
