import { describe, expect, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { labels, messageIn, openServer, submitted } from './server.ts';

describe('every command', () => {
  const calls = [
    ['help', {}, 'Referral Bot', '内推机器人'],
    ['help', { command: 'submit' }, 'Hand in an opening', '提交职位'],
    ['profile', {}, 'from cloud to machine learning', '从云计算转向机器学习'],
    ['profile', { section: 'tools' }, 'Kafka', '数据库'],
    ['skills', {}, 'What Lin can do', '小林会什么'],
    ['skills', { query: 'kafka' }, '**Kafka**', '数据库'],
    ['criteria', {}, 'What Lin looks for', '小林想找的工作'],
    ['judge', { text: goodPost }, 'Good fit', '很合适'],
    ['openings', {}, 'No openings yet', '还没有职位'],
    ['opening', { id: 7 }, 'There is no opening 7', '没有你能看到的 7 号职位'],
    ['submit', { text: goodPost }, 'Is this right?', '这样对吗？'],
    ['draft', {}, 'nothing of yours', '没有待确认的职位'],
    ['close', { id: 7 }, 'There is no opening 7', '没有你能看到的 7 号职位'],
    ['edit', { id: 7, company: 'Acme' }, 'There is no opening 7', '没有你能看到的 7 号职位'],
    ['language', {}, 'I answer in English here', '我在这里用中文回答'],
    ['review', {}, 'Only moderators', '管理员'],
    ['settings', {}, 'Only moderators', '管理员'],
    ['link', {}, 'private', '私聊'],
    ['privacy', {}, 'private', '私聊'],
  ] as const;

  test.each(calls)('/%s %j answers in English and in Chinese', async (name, values, english, chinese) => {
    const { mei, hua, general, discord, faults } = await openServer();
    expect(messageIn(await mei.slash(general, name, values).answer()).text).toContain(english);
    expect(messageIn(await hua.slash(general, name, values).answer()).text).toContain(chinese);
    expect(discord.violations).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('an answer', () => {
  test('is for everybody, unless it is meant for one person', async () => {
    const { mei, general } = await openServer();
    expect(await mei.slash(general, 'criteria').answer()).toMatchObject({ ephemeral: false });
    expect(await mei.slash(general, 'judge', { text: goodPost }).answer()).toMatchObject({ ephemeral: true });
    expect(await mei.slash(general, 'opening', { id: 9 }).answer()).toMatchObject({ ephemeral: true });
  });

  test('stays in the private chat, where nobody else reads along', async () => {
    const { mei, house } = await openServer();
    const shown = await mei.slash(mei.direct, 'judge', { text: goodPost }).answer();
    expect(shown).toMatchObject({ kind: 'message', ephemeral: false });
    const person = await house.store.people.identify(
      { platform: 'discord', externalId: mei.id, name: 'Mei' },
      new Date(),
    );
    expect(person.id).toBe(1);
  });

  test('comes in threads, in group chats and in servers that the bot is no member of', async () => {
    const { discord, guild, general, mei } = await openServer();
    const thread = guild.addThread(general, 'which job');
    expect(messageIn(await mei.slash(thread, 'criteria').answer()).text).toContain('What Lin looks for');

    const traveller = discord.addPerson({ name: 'Ana', installed: true });
    const group = discord.addGroup('friends', [traveller, mei]);
    const away = discord.addGuild({ name: 'Elsewhere', members: [traveller], bot: false });
    for (const place of [group, away.channel('general')]) {
      expect(messageIn(await traveller.slash(place, 'criteria').answer()).text).toContain(
        'What Lin looks for',
      );
    }
  });

  test('in a group chat is hidden where it is meant for one person', async () => {
    const { discord, mei } = await openServer();
    const traveller = discord.addPerson({ name: 'Ana', installed: true });
    const group = discord.addGroup('friends', [traveller, mei]);
    expect(await traveller.slash(group, 'judge', { text: goodPost }).answer()).toMatchObject({
      ephemeral: true,
    });
  });

  test('never rings for anybody and shows what people typed as they typed it', async () => {
    const { mei, general, guild, discord } = await openServer();
    const hostile = `@everyone <@${mei.id}> <@&${guild.role('Helpers').id}> **x** [a](https://evil.example) ||s||`;
    const message = messageIn(await mei.slash(general, 'openings', { query: hostile }).answer());
    expect(message.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(message.text).toContain(String.raw`\@everyone \<@${mei.id}> \<@&${guild.role('Helpers').id}>`);
    expect(message.text).toContain(String.raw`\*\*x\*\* \[a](<https://evil.example>) \|\|s\|\|`);
    const answers = discord.exchanges.filter(({ request }) => request.endsWith('/callback'));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every(({ json }) => JSON.stringify(json).includes('"allowed_mentions":{"parse":[]'))).toBe(
      true,
    );
  });
});

describe('a channel in which the bot may not write', () => {
  test('is told of where it matters, by the names that Discord gives to permissions', async () => {
    const { mod, mei, guild, general } = await openServer();
    expect(messageIn(await mod.slash(general, 'status').answer()).text).not.toContain('Send Messages');
    guild.denyBot(general, ['SendMessages']);
    expect(messageIn(await mod.slash(general, 'status').answer()).text).toContain(
      'Let someone who manages it allow me: Send Messages.',
    );
    const thread = guild.addThread(general, 'which job');
    guild.denyBot(thread, ['SendMessagesInThreads']);
    expect(messageIn(await mod.slash(thread, 'status').answer()).text).toContain('Send Messages in Threads');
    expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
  });
});

describe('rights', () => {
  test('belong to whoever manages the server; others are refused in private', async () => {
    const { mei, mod, general } = await openServer();
    await submitted(mei, general);
    const refused = await mei.slash(general, 'review').answer();
    expect(refused).toMatchObject({ ephemeral: true });
    expect(messageIn(refused).text).toContain('Only moderators can do that.');
    const queue = await mod.slash(general, 'review').answer();
    expect(queue).toMatchObject({ ephemeral: true });
    expect(messageIn(queue).text).toContain('1 opening waits for review');
  });

  test('are shared with a role that the moderators chose', async () => {
    const { discord, guild, general, mod } = await openServer();
    const helper = discord.addPerson({ name: 'Hal' });
    guild.addMember(helper);
    guild.guild.members.get(helper.id)!.roles.push(guild.role('Helpers'));
    expect(messageIn(await helper.slash(general, 'review').answer()).text).toContain('Only moderators');
    const changing = mod.slash(general, 'settings', {
      name: 'moderator_role',
      value: `<@&${guild.role('Helpers').id}>`,
    });
    expect(await changing.answer()).toMatchObject({ ephemeral: true });
    expect(messageIn(await helper.slash(general, 'review').answer()).text).toContain('Nothing waits');
  });

  test('of the seeker come from the profile', async () => {
    const { mei, general, house } = await openServer();
    // The profile of the tests' seeker is made before Discord gives its ids.
    Object.assign(house, { profile: { ...house.profile, identities: [`discord:${mei.id}`] } });
    const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    const confirmed = messageIn(await mei.presses(preview, 'Confirm').answer());
    expect(confirmed.text).toContain('It is in, as opening 1.');
    expect(labels(confirmed)).toContain('Show 1');
  });
});
