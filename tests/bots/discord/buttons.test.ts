// Buttons: where their answers go, and that they work after a restart and for nobody who has not the right.

import { describe, expect, test } from 'vitest';

import { messagesOf } from '../../../commands/locales/messages.ts';
import type { Person } from '../../emulators/discord/person.ts';
import type { Channel } from '../../emulators/discord/world.ts';
import { labels, messageIn, modalIn, openServer, startBot, submitted } from './server.ts';

/** `count` openings that everybody may see. */
async function openOpenings(mod: Person, channel: Channel, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await submitted(
      mod,
      channel,
      `LLM Engineer ${number}\nCompany: Heron ${number} Labs\nLocation: Guangzhou`,
    );
  }
}

/** Another moderator, who handed nothing in. */
function addModerator({
  discord,
  guild,
}: Pick<Awaited<ReturnType<typeof openServer>>, 'discord' | 'guild'>): Person {
  const person = discord.addPerson({ name: 'Ned' });
  guild.addMember(person, ['ManageGuild']);
  return person;
}

test('a button works after the bot was started anew', async () => {
  const { mei, general, discord, house, bot } = await openServer();
  const text = 'LLM Engineer\nLocation: Guangzhou';
  const preview = messageIn(await mei.slash(general, 'submit', { text }).answer());
  await bot.end();
  await startBot(house, discord);
  const confirmed = messageIn(await mei.presses(preview, 'Confirm').answer());
  expect(confirmed.text).toContain(messagesOf('en').draft.pending(1));
});

test('the right is looked at when a button is pressed, and refused in private', async () => {
  const { mei, mod, general, ...server } = await openServer();
  const ned = addModerator(server);
  await openOpenings(mod, general, 1);
  const shown = messageIn(await ned.slash(general, 'opening', { id: 1 }).answer());
  expect(shown.ephemeral).toBe(false);
  const refused = await mei.presses(shown, 'Close').answer();
  expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
  expect(messageIn(refused).text).toContain('Only whoever handed it in');
  const closed = messageIn(await ned.presses(shown, 'Close').answer());
  expect(closed.id).toBe(shown.id);
  expect(labels(closed)).toEqual(['Undo']);
});

test('a button of nobody’s is explained, not crashed on', async () => {
  const { mei, general, faults } = await openServer();
  const shown = messageIn(await mei.slash(general, 'help').answer());
  // As if a later release had made it.
  Object.assign(shown.components.find(({ custom_id: id }) => id === 'submit') ?? {}, {
    custom_id: 'teleport id=1',
  });
  const answer = messageIn(await mei.presses(shown, 'teleport id=1').answer());
  expect(answer.text).toContain('I do not know /teleport');
  expect(faults).toEqual([]);
});

describe('a list', () => {
  test('turns its pages in place', async () => {
    const { mod, general } = await openServer();
    await openOpenings(mod, general, 6);
    const first = messageIn(await mod.slash(general, 'openings').answer());
    expect(first.text).toContain('Page 1 of 2');
    const second = await mod.presses(first, 'Next page').answer();
    expect(second).toMatchObject({ kind: 'edit' });
    expect(messageIn(second).id).toBe(first.id);
    expect(messageIn(second).text).toContain('Page 2 of 2');
  });

  test('stays when one of its openings is looked at', async () => {
    const { mod, general } = await openServer();
    await openOpenings(mod, general, 2);
    const list = messageIn(await mod.slash(general, 'openings').answer());
    const one = await mod.presses(list, 'Show 2').answer();
    expect(one).toMatchObject({ kind: 'message', ephemeral: true });
    expect(list.text).toContain('- **#2** **LLM Engineer 2** · Heron 2 Labs · Guangzhou');
    expect(messageIn(one).text).toContain('## #2 LLM Engineer 2');
  });

  test('that somebody else called for is left alone', async () => {
    const { mei, mod, general } = await openServer();
    await openOpenings(mod, general, 6);
    const list = messageIn(await mod.slash(general, 'openings').answer());
    const mine = await mei.presses(list, 'Next page').answer();
    expect(mine).toMatchObject({ kind: 'message', ephemeral: true });
    const further = await mei.presses(messageIn(mine), 'Previous page').answer();
    expect(further).toMatchObject({ kind: 'edit', ephemeral: true });
  });
});

test('a decision stands where its buttons were, and can be taken back there', async () => {
  const { mei, mod, general } = await openServer();
  await submitted(mei, general);
  const pending = messageIn(await mod.slash(general, 'review', { id: 1 }).answer());
  const accepted = messageIn(await mod.presses(pending, 'Accept').answer());
  expect(accepted).toMatchObject({ id: pending.id, ephemeral: true });
  expect(accepted.text).toContain('Opening 1 is accepted');
  const undone = messageIn(await mod.presses(accepted, 'Undo').answer());
  expect(undone).toMatchObject({ id: pending.id });
  expect(undone.text).toContain('Opening 1');
  expect(undone.text).not.toContain('is accepted');
  const again = await mod.presses(accepted, 'Undo').answer();
  expect(again).toMatchObject({ kind: 'message', ephemeral: true });
});

test('a hidden answer is never put where everybody reads', async () => {
  const { mod, general, house, ...server } = await openServer();
  const ned = addModerator(server);
  await openOpenings(mod, general, 1);
  const shown = messageIn(await ned.slash(general, 'opening', { id: 1 }).answer());
  const form = modalIn(await ned.presses(shown, 'Edit').answer());
  await house.store.openings.decide(1, { from: ['open'], to: 'rejected', by: 1, reason: null }, new Date());
  const changed = messageIn(await ned.submitsModal(form, { company: 'Initech' }).answer());
  expect(changed).toMatchObject({ id: shown.id, ephemeral: false });
  const hidden = await ned.presses(changed, 'Show 1').answer();
  expect(hidden).toMatchObject({ kind: 'message', ephemeral: true });
});

test('choices are made in place, and what begins anew stands beside', async () => {
  const { mei } = await openServer();
  const profile = messageIn(await mei.slash(mei.direct, 'profile').answer());
  const tools = messageIn(await mei.presses(profile, 'Tools').answer());
  expect(tools).toMatchObject({ id: profile.id });
  expect(tools.text).toContain('### Tools');
  const help = messageIn(await mei.slash(mei.direct, 'help').answer());
  const form = modalIn(await mei.presses(help, 'Hand in an opening').answer());
  const preview = messageIn(await mei.submitsModal(form, { title: 'LLM Engineer' }).answer());
  expect(preview.id).not.toBe(help.id);
});
