// Where somebody brought the bot along and it is no member: it answers there, and promises nothing that it cannot do.

import { expect, test } from 'vitest';

import type { House } from '../../../commands/context.ts';
import { goodPost } from '../../commands/posts.ts';
import { seeker as profile } from '../../seeker.ts';
import { messageIn, modalIn, openServer, submitted } from './server.ts';

/** Two travellers: Ana manages a server that the bot never came to, Bo is a member; and both have a group chat. */
async function openAway() {
  const server = await openServer();
  const { discord } = server;
  const ana = discord.addPerson({ name: 'Ana', installed: true });
  const bo = discord.addPerson({ name: 'Bo', locale: 'zh-CN', installed: true });
  const away = discord.addGuild({
    name: 'Elsewhere',
    members: [{ person: ana, permissions: ['ManageGuild'] }, bo],
    bot: false,
  });
  return { ...server, ana, bo, away: away.channel('general'), group: discord.addGroup('friends', [ana, bo]) };
}

const questions = async ({ store, profile: { id } }: House) =>
  (
    await store.inquiries.search({
      profileId: id,
      viewer: { profileId: id, personId: null, all: true, audiences: ['public'] },
      answered: false,
      page: 1,
      size: 10,
    })
  ).items;

test('whoever manages a server that never let the bot in moderates nothing', async () => {
  const { mei, ana, bo, away } = await openAway();
  await submitted(mei, mei.direct);
  const refused = messageIn(await ana.slash(away, 'review').answer());
  expect(refused.text).toContain('I am not a member here');
  await submitted(ana, away);
  expect(messageIn(await bo.slash(away, 'openings').answer()).text).toContain('还没有职位');
  expect(messageIn(await bo.slash(away, 'status').answer()).text).toContain('我不是这里的成员');
  const digest = messageIn(await ana.slash(away, 'subscribe', { day: 'friday' }).answer());
  expect(digest.text).toMatch(/I am not a member here[^]*\/subscribe in a private chat/);
});

test('what is handed in from there is looked at where openings from private chats are', async () => {
  const { ana, away, mod, general } = await openAway();
  const handedIn = await submitted(ana, away);
  expect(handedIn.text).toContain('a moderator will look at it');
  const shown = messageIn(await ana.presses(handedIn, 'Show 1').answer());
  expect(shown.text).toContain('waiting for review');
  expect(messageIn(await mod.slash(general, 'review').answer()).text).toContain('LLM Engineer');
});

test('nothing stands there that a community decided while the bot was in it, and nobody there is a member', async () => {
  const { house, discord, ana, mei } = await openAway();
  const guild = discord.addGuild({
    name: 'Left',
    channels: ['general'],
    members: [{ person: ana, permissions: ['ManageGuild'] }],
  });
  const general = guild.channel('general');
  await ana.slash(general, 'settings', { name: 'submit_without_review', value: 'members' }).answer();
  await ana.slash(general, 'settings', { name: 'commands_per_person', value: '5' }).answer();
  expect(messageIn(await ana.slash(general, 'profile', { section: 'works' }).answer()).text).toContain(
    'A book',
  );
  guild.removeBot();
  const handedIn = await submitted(ana, general);
  expect(handedIn.text).toContain('a moderator will look at it');
  expect(messageIn(await mei.slash(mei.direct, 'openings').answer()).text).toContain('No openings yet');
  for (let n = 0; n < 6; n += 1) await ana.slash(general, 'criteria').answer();
  const works = messageIn(await ana.slash(general, 'profile', { section: 'works' }).answer());
  expect(works.text).toContain('not shown here');
  expect(house.profile.visibility.works).toBe('members');
});

test('a question from there is answered in private, and nobody there hears of it', async () => {
  const { house, ana, bo, away, group } = await openAway();
  for (const place of [away, group]) {
    const passedOn = await ana.slash(place, 'ask', { question: `Have you used Ray? ${place.name}` }).answer();
    expect(passedOn).toMatchObject({ ephemeral: true });
    expect(messageIn(passedOn).text).toContain('the answer comes to you in private');
  }
  const form = modalIn(
    await ana.presses(messageIn(await ana.slash(away, 'ask').answer()), 'Ask something').answer(),
  );
  const filled = messageIn(await ana.submitsModal(form, { question: 'And Spark?' }).answer());
  expect(filled.text).toContain('in private');
  expect((await questions(house)).map(({ audience }) => audience)).toEqual(['private', 'private', 'private']);
  expect(messageIn(await bo.slash(away, 'ask').answer()).text).not.toContain('Ray');
});

test('a digest is not sent where the bot cannot write', async () => {
  const server = await openAway();
  const { ana, away, group, house } = server;
  Object.assign(house, { profile: { ...profile, identities: [`discord:${ana.id}`] } });
  for (const place of [away, group]) {
    const refused = messageIn(await ana.slash(place, 'digest', { action: 'send' }).answer());
    expect(refused.text).toContain('I am not a member here');
  }
  expect(messageIn(await ana.slash(away, 'judge', { text: goodPost }).answer()).text).toContain('Good fit');
});
