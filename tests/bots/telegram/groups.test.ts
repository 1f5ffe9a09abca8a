// Groups, supergroups, topics and channels: who is answered, where, and who is a moderator there.

import { describe, expect, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { openBot } from './bot.ts';

describe('in a group', () => {
  test('a command is answered as a reply, in the language of who asked', async () => {
    const { telegram, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei, hua] });
    const asked = hua.says(group, '/criteria');
    expect(await group.next()).toMatchObject({
      replyTo: asked.message_id,
      text: expect.stringContaining('小林想找的工作'),
    });
    mei.says(group, '/skills@referral_test_bot kafka');
    expect((await group.next()).text).toContain('Kafka');
  });

  test('a command by its Chinese name is answered where the bot hears all that is said', async () => {
    const { telegram, hua } = await openBot({ privacy: false });
    const group = telegram.group({ title: 'Jobs', members: [hua] });
    hua.says(group, '/技能 kafka');
    expect((await group.next()).text).toContain('Kafka');
  });

  test('commands of other bots, unknown ones and talk stay without an answer', async () => {
    const { telegram, mei } = await openBot({ privacy: false });
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    mei.says(group, '/help@other_bot');
    mei.says(group, '/weather');
    mei.says(group, '/cancel');
    mei.says(group, 'good morning');
    mei.says(group, '/criteria');
    expect((await group.next()).text).toContain('What Lin looks for');
    expect(group.unread).toEqual([]);
  });

  test('an unknown command that names the bot is answered to the asker alone', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    mei.says(group, '/opning@referral_test_bot');
    expect(await group.next()).toMatchObject({
      visibleTo: mei.id,
      text: expect.stringContaining('/opening'),
    });
  });

  test('what is for one person alone is seen by them alone', async () => {
    const { telegram, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei, hua] });
    mei.says(group, `/judge ${goodPost}`);
    const said = await group.next();
    expect(said).toMatchObject({ visibleTo: mei.id, text: expect.stringContaining('Good fit') });
    expect(hua.sees(group)).toEqual([]);
  });

  test('what waits for review is not read out by the form that corrects it', async () => {
    const { telegram, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [hua], admins: [mei] });
    hua.says(group, `/submit ${goodPost}`);
    await hua.taps(await group.next(), '确认');
    await group.nextEdit();
    mei.says(group, '/edit 1');
    const title = await group.next();
    expect(title.visibleTo).toBeUndefined();
    expect(title.text).toContain('/skip leaves it as it is');
    expect(title.text).not.toContain('LLM Engineer');
    mei.says(group, 'ML Engineer', { replyTo: title });
    mei.says(group, '/back', { replyTo: await group.next() });
    expect((await group.next()).text).toContain('So far: ML Engineer');
  });

  test('a tap under a list that all read shows an opening to whoever tapped alone', async () => {
    const { telegram, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [hua], admins: [mei] });
    mei.says(group, `/submit ${goodPost}`);
    await mei.taps(await group.next(), 'Confirm');
    await group.nextEdit();
    mei.says(group, '/openings');
    const list = await group.next();
    expect(list.visibleTo).toBeUndefined();
    await hua.taps(list, 'Show 1');
    expect(await group.next()).toMatchObject({
      visibleTo: hua.id,
      text: expect.stringContaining('LLM Engineer'),
    });
  });

  test('a server that cannot show it to one person alone sends it to the private chat', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    const chat = mei.opens();
    const failing = telegram.fail({
      method: 'sendMessage',
      kind: 'error',
      code: 400,
      description: 'Bad Request: no',
    });
    mei.says(group, `/judge ${goodPost}`);
    await failing;
    expect((await chat.next()).text).toContain('Good fit');
    expect((await group.next()).text).toBe('The answer is for you alone: it is in our private chat.');
  });

  test('who never opened the private chat is told how to', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    const failing = telegram.fail({
      method: 'sendMessage',
      kind: 'error',
      code: 400,
      description: 'Bad Request: no',
    });
    mei.says(group, `/judge ${goodPost}`);
    await failing;
    const said = await group.next();
    expect(said.text).toContain('Press Start in our private chat');
    expect(said.keyboard).toMatchObject([[{ url: 'https://t.me/referral_test_bot?start=help' }]]);
  });
});

describe('topics', () => {
  test('an answer stays in the topic, and General is answered without one', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Forum', members: [mei], topics: ['Jobs'] });
    mei.says(group, '/criteria', { topic: 'Jobs' });
    const { thread } = await group.next();
    expect(thread).toBeTypeOf('number');
    mei.says(group, '/criteria');
    expect((await group.next()).thread).toBeUndefined();
  });

  test('a reply in a group without topics is answered without the thread that the platform names', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    const first = mei.says(group, goodPost);
    mei.says(group, '/judge', { replyTo: first });
    expect((await group.next()).text).toContain('Good fit');
    expect(telegram.requests.at(-1)?.values).not.toHaveProperty('message_thread_id');
  });

  test('a closed topic refuses the answer, and the bot goes on', async () => {
    const { telegram, mei, faults } = await openBot({ careless: true });
    const group = telegram.group({ title: 'Forum', owner: mei, topics: ['Jobs'] });
    group.closesTopic('Jobs', mei);
    mei.says(group, '/criteria', { topic: 'Jobs' });
    mei.says(group, '/criteria');
    expect((await group.next()).thread).toBeUndefined();
    expect(faults).toHaveLength(1);
  });
});

describe('moderators', () => {
  test('administrators are, members are not, and a change counts at once', async () => {
    const { telegram, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei, members: [hua], bot: 'administrator' });
    mei.says(group, '/review');
    expect((await group.next()).text).toContain('waits');
    hua.says(group, '/review');
    expect((await group.next()).text).toContain('只有管理员');
    group.promotes(hua);
    hua.says(group, '/review');
    expect((await group.next()).text).toContain('没有待审核');
  });

  test('whoever speaks as the group is one, and is answered in the open as briefly as it goes', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    mei.says(group, '/review', { anonymous: true });
    expect(await group.next()).toMatchObject({
      visibleTo: undefined,
      text: expect.stringContaining('waits'),
    });
    mei.says(group, `/judge ${goodPost}`, { anonymous: true });
    expect((await group.next()).text).toContain('Ask as yourself');
  });

  test('whoever speaks as the group sees what is set, and hears that something was done', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    mei.says(group, '/settings', { anonymous: true });
    expect((await group.next()).text).toContain('submit_without_review');
    mei.says(group, '/settings submit_without_review members', { anonymous: true });
    const changed = await group.next();
    expect(changed.text).toContain('all members');
    await mei.taps(changed, 'Undo');
    expect(await group.next()).toMatchObject({
      visibleTo: mei.id,
      text: expect.stringContaining('nobody'),
    });
  });

  test('whoever speaks as the group sets the digest, and sees it', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    mei.says(group, '/subscribe', { anonymous: true });
    expect((await group.next()).buttons.flat()).toContain('Mondays at 09:00');
    mei.says(group, '/digest', { anonymous: true });
    expect((await group.next()).text).toContain('This is how a digest would look now');
  });

  test('whoever speaks as the group is not led through a form whose end they could not see', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    mei.says(group, '/submit', { anonymous: true });
    expect((await group.next()).text).toContain('Ask as yourself');
  });

  test('a platform that does not say who administers makes nobody a moderator', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei });
    const failing = telegram.fail({ method: 'getChatAdministrators', kind: 'page' });
    mei.says(group, '/review');
    await failing;
    expect((await group.next()).text).toContain('Only moderators');
    mei.says(group, '/review');
    expect((await group.next()).text).toContain('waits');
  });
});

describe('channels', () => {
  test('a command in a post is answered there, with a moderator’s rights', async () => {
    const { telegram } = await openBot();
    const channel = telegram.channel({ title: 'Jobs' });
    channel.posts('We are hiring');
    channel.posts('/review');
    expect((await channel.next()).text).toContain('waits');
    channel.posts('/submit');
    expect((await channel.next()).text).toContain('In a channel everybody would read');
    expect(channel.unread).toEqual([]);
  });

  test('is written into by nobody who taps: readers are led into their own chat', async () => {
    const { telegram, mei } = await openBot();
    const channel = telegram.channel({ title: 'Jobs', members: [mei] });
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}`);
    await mei.taps(await chat.next(), 'Confirm');
    channel.posts('/digest');
    const digest = await channel.next();
    const submit = await mei.taps(digest, 'Hand in an opening');
    expect(submit.url).toBe('https://t.me/referral_test_bot?start=submit');
    const kept = channel.record.messages.get(digest.message_id);
    const keyboard = [[{ text: 'Show 1', callback_data: 'opening id=1' }]];
    Object.assign(kept!, { reply_markup: { inline_keyboard: keyboard } });
    const shown = await mei.taps(digest, 'Show 1');
    expect(shown.url).toBe('https://t.me/referral_test_bot?start=opening_1');
    mei.says(chat, '/criteria');
    await chat.nextEdit();
    expect((await chat.next()).text).toContain('What Lin looks for');
    expect(channel.unread).toEqual([]);
  });

  test('what is set for it can be seen and changed there', async () => {
    const { telegram } = await openBot();
    const channel = telegram.channel({ title: '招聘' });
    channel.posts('/language');
    expect((await channel.next()).buttons.flat()).toEqual(['English', '中文']);
    channel.posts('/language zh');
    await channel.next();
    channel.posts('/settings');
    expect((await channel.next()).text).toContain('这里的设置');
    channel.posts('/settings empty_weeks');
    expect((await channel.next()).buttons.flat()).toEqual(['不发']);
    channel.posts('/settings empty_weeks skip');
    expect((await channel.next()).text).toContain('已改好');
    channel.posts(`/judge ${goodPost}`);
    expect((await channel.next()).text).toContain('请和我私聊');
  });
});

describe('a group that becomes a supergroup', () => {
  test('keeps what was set for it', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', kind: 'group', owner: mei });
    mei.says(group, '/language zh');
    expect((await group.next()).text).toContain('中文');
    const next = group.migrates(mei);
    mei.says(next, '/criteria');
    expect((await next.next()).text).toContain('小林想找的工作');
  });

  test('answers a tap on what it showed to one person before', async () => {
    const { telegram, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', kind: 'group', members: [mei] });
    mei.says(group, `/submit ${goodPost}`);
    const preview = await group.next();
    const next = group.migrates(mei);
    await mei.taps(preview, 'Confirm');
    expect(await next.next()).toMatchObject({
      visibleTo: mei.id,
      text: expect.stringContaining('It is opening 1'),
    });
  });

  test('is the same place, and answered under its new id, for what was said before the move', async () => {
    const { telegram, house, mei } = await openBot();
    const group = telegram.group({ title: 'Jobs', kind: 'group', owner: mei });
    const placeAt = (id: number) =>
      house.store.places.locate(
        { platform: 'telegram', externalId: String(id), kind: 'group' },
        { zone: 'UTC' },
        new Date(),
      );
    const before = await placeAt(group.id);
    await house.store.places.setLanguage(before.id, 'zh');
    const held = Promise.withResolvers<void>();
    const asking = telegram.fail({ method: 'getChatAdministrators', kind: 'slow', until: held.promise });
    mei.says(group, '/criteria');
    await asking;
    const next = group.migrates(mei);
    await expect.poll(async () => house.store.marks.find(`telegram:moved:${group.id}`)).toBe(String(next.id));
    held.resolve();
    expect((await next.next()).text).toContain('小林想找的工作');
    expect(await placeAt(next.id)).toMatchObject({ id: before.id, language: 'zh' });
  });
});

test('a bot that is blocked or thrown out goes on elsewhere', async () => {
  const { telegram, mei, hua } = await openBot();
  const [chat, chatOfHua] = [mei.opens(), hua.opens()];
  const group = telegram.group({ title: 'Jobs', owner: mei });
  mei.says(chat, '/criteria');
  mei.blocks();
  mei.says(group, '/criteria');
  group.kicksBot(mei);
  hua.says(chatOfHua, '/criteria');
  expect((await chatOfHua.next()).text).toContain('小林');
});
