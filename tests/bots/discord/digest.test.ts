// Digests on Discord: where they are set and where their letters go. Delivery has tests of its own.

import { describe, expect, test } from 'vitest';

import type { House } from '../../../commands/context.ts';
import { writeDueDigests } from '../../../commands/due-digests.ts';
import { labels, messageIn, openServer } from './server.ts';

/** Hour by hour, so that whatever was set to a full hour becomes due in time. */
async function aWeekPasses(house: House): Promise<void> {
  const hour = 60 * 60 * 1000;
  const start = Math.ceil(Date.now() / hour);
  for (let passed = 0; passed < 7 * 24; passed += 1) {
    await writeDueDigests(house, new Date((start + passed) * hour), new AbortController().signal);
  }
}

const lettersTo = (house: House, externalId: string, channel: string | null) =>
  house.store.outbox.log({ platform: 'discord', externalId, channel }, 10);

describe('in a server', () => {
  test('a moderator sets a digest in a channel with taps, and its letters go there', async () => {
    const { house, guild, general, mod, discord } = await openServer();
    const offer = await mod.slash(general, 'subscribe').answer();
    expect(offer).toMatchObject({ ephemeral: true });
    const set = messageIn(await mod.presses(messageIn(offer), 'Mondays at 09:00').answer());
    expect(set.text).toContain('From now on a digest comes here once a week.');
    const days = messageIn(await mod.presses(set, 'Other day').answer());
    expect(labels(days)).toHaveLength(7);
    const changed = await mod.presses(days, 'Friday').answer();
    expect(messageIn(changed).text).toContain('Fridays at 09:00');
    expect(messageIn(changed).id).toBe(set.id);
    await aWeekPasses(house);
    expect(await lettersTo(house, guild.guild.id, general.id)).toMatchObject([
      { kind: 'digest', state: 'waiting' },
    ]);
    expect(await lettersTo(house, guild.guild.id, guild.channel('quiet').id)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('what is typed as people write it is understood, and each channel has its own', async () => {
    const { house, guild, general, mod } = await openServer();
    const set = await mod
      .slash(general, 'subscribe', { day: 'monday', time: '9am', zone: '广州', language: 'zh' })
      .answer();
    expect(messageIn(set).text).toContain('Mondays at 09:00 (Asia/Shanghai)');
    const quiet = guild.channel('quiet');
    await mod.slash(quiet, 'subscribe', { day: 'friday', zone: 'Pacific' }).answer();
    await mod.slash(quiet, 'unsubscribe').answer();
    await aWeekPasses(house);
    expect(await lettersTo(house, guild.guild.id, general.id)).toHaveLength(1);
    expect(await lettersTo(house, guild.guild.id, quiet.id)).toEqual([]);
  });

  test('where the bot may not write, that is said with what was set', async () => {
    const { guild, general, mod, hua } = await openServer();
    guild.denyBot(general, ['SendMessages']);
    const set = messageIn(await mod.slash(general, 'subscribe', { day: 'monday' }).answer());
    expect(set.text).toMatch(/Mondays at 09:00[^]*I cannot write in this channel on my own yet/);
    const why = messageIn(await hua.slash(general, 'digest', { action: 'why' }).answer());
    expect(why.text).toMatch(/这里订阅了周报[^]*还不能主动在这个频道发消息/);
  });

  test('a member is refused', async () => {
    const { general, hua } = await openServer();
    const refused = await hua.slash(general, 'subscribe', { day: 'monday' }).answer();
    expect(refused).toMatchObject({ ephemeral: true });
    expect(messageIn(refused).text).toContain('群里的周报由管理员设置');
  });
});

test('in private the letters go to the account, in the language of the person', async () => {
  const { house, hua } = await openServer();
  const set = messageIn(await hua.slash(hua.direct, 'subscribe', { day: 'monday', alerts: 'on' }).answer());
  expect(set.text).toMatch(/每周一 09:00[^]*会马上提醒你/);
  await aWeekPasses(house);
  expect(await lettersTo(house, hua.id, null)).toMatchObject([{ kind: 'digest' }]);
});

test('zones are offered while one is typed, by their names in either language', async () => {
  const { general, mod, hua } = await openServer();
  const offered = async (person: typeof mod, typed: string) => {
    const shown = await person.types(general, 'subscribe', 'zone', typed).answer();
    return shown.kind === 'choices' ? shown.choices : [];
  };
  expect((await offered(mod, 'Bangal'))[0]).toEqual({
    name: 'Bengaluru · Asia/Kolkata',
    value: 'Asia/Kolkata',
  });
  expect(await offered(hua, '班加')).toEqual([{ name: '班加罗尔 · Asia/Kolkata', value: 'Asia/Kolkata' }]);
  expect((await offered(mod, '')).map(({ value }) => value)).toContain('Asia/Shanghai');
  expect(await offered(mod, 'xyzzy')).toEqual([]);
});
