import { describe, expect, test } from 'vitest';

import { type Messages, messagesOf } from '../../../commands/locales/messages.ts';
import { goodPost } from '../../commands/posts.ts';
import { labels, messageIn, openServer, startBot, submitted } from './server.ts';

describe('every command', () => {
  /** What is said in one language, by the catalogs. */
  const calls: readonly [
    string,
    Record<string, string | number>,
    (words: Messages, name: string) => string,
  ][] = [
    ['help', {}, (words) => words.help.title],
    ['help', { command: 'submit' }, (words) => words.commandWords('submit').summary],
    ['profile', {}, (words) => words.profile.sections.request],
    ['profile', { section: 'tools' }, (words) => words.profile.sections.tools],
    ['skills', {}, (words, name) => words.skills.title(name)],
    ['skills', { query: 'kafka' }, (words) => words.skills.noYears],
    ['criteria', {}, (words, name) => words.criteria.title(name)],
    ['judge', { text: goodPost }, (words) => words.fields.title],
    ['openings', {}, (words) => words.openings.none],
    ['opening', { id: 7 }, (words) => words.openings.noSuch(7)],
    ['submit', { text: goodPost }, (words) => words.draft.preview],
    ['draft', {}, (words) => words.draft.none],
    ['close', { id: 7 }, (words) => words.openings.noSuch(7)],
    ['edit', { id: 7, company: 'Acme' }, (words) => words.openings.noSuch(7)],
    [
      'language',
      {},
      (words) => words.language.current(words.languageNames[words === messagesOf('zh') ? 'zh' : 'en']),
    ],
    ['review', {}, (words) => words.roleRefusals.moderator],
    ['settings', {}, (words) => words.roleRefusals.moderator],
    ['link', {}, (words) => words.link.inPrivate],
    ['privacy', {}, (words) => words.privacy.inPrivate],
  ];

  test.each(calls)('/%s %j answers in English and in Chinese', async (name, values, said) => {
    const { mei, hua, general, house, discord, faults } = await openServer();
    const english = messageIn(await mei.slash(general, name, values).answer());
    expect(english.text).toContain(said(messagesOf('en'), house.profile.name.en));
    const chinese = messageIn(await hua.slash(general, name, values).answer());
    expect(chinese.text).toContain(said(messagesOf('zh'), house.profile.name.zh));
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
      { platform: 'discord', externalId: mei.id, name: 'Mei', language: null },
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
    const { discord, guild, general, mod, house, bot } = await openServer();
    const helper = discord.addPerson({ name: 'Hal' });
    guild.addMember(helper);
    guild.guild.members.get(helper.id)!.roles.push(guild.role('Helpers'));
    expect(messageIn(await helper.slash(general, 'review').answer()).text).toContain('Only moderators');
    const changing = mod.slash(general, 'settings', {
      name: 'moderator_role',
      value: `<@&${guild.role('Helpers').id}>`,
    });
    const changed = await changing.answer();
    expect(changed).toMatchObject({ ephemeral: true });
    expect(messageIn(changed).text).toContain('`moderator_role`: **Helpers**');
    expect(messageIn(await helper.slash(general, 'review').answer()).text).toContain('Nothing waits');
    guild.guild.roles.delete(guild.role('Helpers').id);
    await bot.end();
    await startBot(house, discord);
    const gone = messageIn(await mod.slash(general, 'settings').answer());
    expect(gone.text).toMatch(/`moderator_role`: \*\*\d+\*\*/u);
  });

  test('of the seeker come from the profile', async () => {
    const { mei, general, house } = await openServer();
    // The profile of the tests' seeker is made before Discord gives its ids.
    Object.assign(house, { profile: { ...house.profile, identities: [`discord:${mei.id}`] } });
    const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    const confirmed = messageIn(await mei.presses(preview, 'Confirm').answer());
    expect(confirmed.text).toContain(messagesOf('en').draft.opened(1));
    expect(labels(confirmed)).toContain('Show 1');
  });
});
