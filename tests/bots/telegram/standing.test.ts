// Being shut out and let in again: it is kept with the place, nothing is tried there meanwhile, and all that is set
// there waits.

import { expect, test } from 'vitest';

import type { House } from '../../../commands/context.ts';
import { goodPost } from '../../commands/posts.ts';
import { openBot } from './bot.ts';

const standingIn = async ({ store }: House, id: number, kind: 'private' | 'group' | 'channel') =>
  (
    await store.places.locate(
      { platform: 'telegram', externalId: String(id), kind },
      { zone: 'UTC' },
      new Date(),
    )
  ).shutOut?.reason ?? null;

test('who blocks the bot is left alone, and finds everything as it was when they are back', async () => {
  const { telegram, house, mei } = await openBot();
  const chat = mei.opens();
  const group = telegram.group({ title: 'Jobs', members: [mei] });
  const reason = () => standingIn(house, mei.id, 'private');
  mei.says(chat, '/language zh');
  await chat.next();
  mei.blocks();
  await expect.poll(reason).toBe('blocked');

  // A server that cannot show the answer to one person alone would send it to the private chat.
  const refused = {
    method: 'sendMessage',
    kind: 'error',
    code: 400,
    description: 'Bad Request: no',
  } as const;
  const failing = telegram.fail(refused);
  mei.says(group, `/judge ${goodPost}`);
  await failing;
  expect((await group.next()).text).toContain('Press Start in our private chat');
  const asked = telegram.requests.filter(({ values }) => Number(values['chat_id']) === mei.id);
  expect(asked).toHaveLength(1);

  mei.unblocks();
  await expect.poll(reason).toBeNull();
  mei.says(chat, '/criteria');
  expect((await chat.next()).text).toContain('小林想找的工作');
});

test('a block that nobody told of is noticed by the refusal, and whoever writes again is let in', async () => {
  const { telegram, house, mei } = await openBot();
  const chat = mei.opens();
  mei.says(chat, '/criteria');
  await chat.next();
  const forbidden = { code: 403, description: 'Forbidden: bot was blocked by the user' };
  const failing = telegram.fail({ method: 'sendMessage', kind: 'error', ...forbidden });
  mei.says(chat, '/criteria');
  await failing;
  await expect.poll(() => standingIn(house, mei.id, 'private')).toBe('blocked');
  mei.says(chat, '/skills');
  expect((await chat.next()).text).toContain('What Lin can do');
  expect(await standingIn(house, mei.id, 'private')).toBeNull();
});

test('a group that throws the bot out and takes it back keeps what was set for it', async () => {
  const { telegram, house, mei } = await openBot();
  const group = telegram.group({ title: 'Jobs', owner: mei });
  const reason = () => standingIn(house, group.id, 'group');
  mei.says(group, '/language zh');
  await group.next();
  group.kicksBot(mei);
  await expect.poll(reason).toBe('removed');
  group.addsBot(mei);
  await expect.poll(reason).toBeNull();
  mei.says(group, '/criteria');
  expect((await group.next()).text).toContain('小林想找的工作');
});

test.each([
  ['removed', 403, 'Forbidden: the group chat was deleted'],
  ['gone', 400, 'Bad Request: chat not found'],
  ['muted', 400, 'Bad Request: not enough rights to send text messages to the chat'],
] as const)(
  'a group whose refusal means %s (%i, %s) is no fault of the bot',
  async (reason, code, description) => {
    const { telegram, house, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    const failing = telegram.fail({ method: 'sendMessage', kind: 'error', code, description });
    mei.says(group, '/criteria');
    await failing;
    await expect.poll(() => standingIn(house, group.id, 'group')).toBe(reason);
    mei.says(group, '/skills');
    expect((await group.next()).text).toContain('What Lin can do');
    expect(await standingIn(house, group.id, 'group')).toBeNull();
  },
);

test('a group that takes no pictures may take words', async () => {
  const picture = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG'), Buffer.alloc(28)]);
  picture.writeUInt32BE(10, 16);
  picture.writeUInt32BE(10, 20);
  const { telegram, house, mei } = await openBot({ house: { pictureOf: () => Promise.resolve(picture) } });
  const group = telegram.group({ title: 'Jobs', members: [mei] });
  const description = 'Bad Request: not enough rights to send photos to the chat';
  void telegram.fail({ method: 'sendPhoto', kind: 'error', code: 400, description });
  mei.says(group, '/criteria');
  expect(await group.next()).toMatchObject({ photo: undefined, text: expect.stringContaining('Lin') });
  expect(await standingIn(house, group.id, 'group')).toBeNull();
  mei.says(group, '/criteria');
  expect(await group.next()).toMatchObject({ photo: picture });
});

test('a refusal of one message says nothing of the group', async () => {
  const { telegram, house, mei, faults } = await openBot({ careless: true });
  const group = telegram.group({ title: 'Jobs', members: [mei] });
  const refused = { code: 400, description: 'Bad Request: message is too long' };
  void telegram.fail({ method: 'sendMessage', kind: 'error', ...refused });
  mei.says(group, '/criteria');
  expect((await group.next()).text).toContain('F-1');
  expect(await standingIn(house, group.id, 'group')).toBeNull();
  expect(faults).toHaveLength(1);
});

test('a channel in which the bot may no longer post is told from one in which it may', async () => {
  const { telegram, house, mei } = await openBot();
  const channel = telegram.channel({ title: 'Jobs' });
  const reason = () => standingIn(house, channel.id, 'channel');
  channel.posts('/criteria');
  await channel.next();
  channel.kicksBot(mei);
  await expect.poll(reason).toBe('removed');
  channel.promotesBot(mei);
  await expect.poll(reason).toBeNull();
  channel.mutesBot(mei);
  await expect.poll(reason).toBe('muted');
});

test('a group in which the bot is only to read is told of as such', async () => {
  const { telegram, house, mei } = await openBot();
  const group = telegram.group({ title: 'Jobs', owner: mei });
  mei.says(group, '/criteria');
  await group.next();
  group.restrictsBot(mei);
  await expect.poll(() => standingIn(house, group.id, 'group')).toBe('muted');
});
