import { describe, expect, test } from 'vitest';

import { ordinaryLimits } from '../../commands/limits.ts';
import { openTalk } from '../chat.ts';

const talkWith = (limits: Partial<typeof ordinaryLimits> = {}) =>
  openTalk({ limits: { ...ordinaryLimits, ...limits } });

type Chat = ReturnType<Awaited<ReturnType<typeof openTalk>>['chat']>;

async function handsIn(chat: Chat): Promise<string> {
  await chat.says('/submit Backend Engineer at Acme, Guangzhou, 30-40k CNY a month');
  return chat.says('/draft confirm');
}

describe('commands within a minute', () => {
  test('are answered up to the limit, then refused with the time to wait, to the caller alone', async () => {
    const { chat, house } = await talkWith();
    const mei = chat();
    for (let n = 0; n < 20; n += 1) expect(await mei.says('/skills kafka')).toContain('Kafka');
    expect(await mei.says('/skills kafka')).toMatch(
      /more than 20 commands in a minute. Please wait \d+ seconds/,
    );
    expect(mei.reply()).toMatchObject({ private: true });
    expect(await chat({ language: 'zh' }).says('/help')).toMatch(
      /一分钟最多 20 个命令.*请等 \d+ (秒|分钟)再继续/,
    );
    expect(await chat({ name: 'Bo' }).says('/skills kafka')).toContain('Kafka');
    const again = await openTalk({ store: house.store, limits: ordinaryLimits });
    expect(await again.chat().says('/help')).toContain('more than 20 commands');
  });

  test('hold for everybody, in all places together, and refused ones do nothing', async () => {
    const { chat } = await talkWith({ commandsPerPerson: 2 });
    const as = ['moderator', 'seeker', 'operator'] as const;
    await chat({ as }).says('/help');
    await chat({ as, group: 'west' }).says('/help');
    const late = chat({ as, group: 'east' });
    expect(await late.says('/language zh')).toContain('more than 2 commands');
    expect(await late.says('/help')).toContain('more than 2 commands');
  });

  test('may be more where moderators allow it, which counts there alone', async () => {
    const { chat } = await talkWith({ commandsPerPerson: 2 });
    await chat({ name: 'Mo', as: ['moderator'], group: 'west' }).says('/settings commands_per_person 5');
    const west = chat({ group: 'west' });
    for (let n = 0; n < 5; n += 1) expect(await west.says('/skills kafka')).toContain('Kafka');
    expect(await west.says('/skills kafka')).toContain('more than 5 commands');
    const east = chat({ group: 'east' });
    expect(await east.says('/skills kafka')).toContain('Kafka');
  });
});

test('what was used up stays so for whoever has themselves erased and comes back', async () => {
  const { chat, house } = await talkWith({ commandsPerPerson: 4 });
  const mei = chat();
  for (let n = 0; n < 3; n += 1) await mei.says('/help');
  expect(await mei.says('/privacy erase confirm=yes')).toContain('I keep nothing about you any more');
  expect(await mei.says('/help')).toContain('more than 4 commands');
  expect((await house.store.people.accounts(2)).map(({ name }) => name)).toEqual(['Mei']);
});

describe('openings within a day', () => {
  test('are taken up to the limit; the draft of the next one is kept', async () => {
    const { chat } = await talkWith({ submissionsPerPerson: 2, commandsPerPerson: 100 });
    const mei = chat();
    expect(await handsIn(mei)).toContain('opening 1');
    expect(await handsIn(mei)).toContain('opening 2');
    const refused = await handsIn(mei);
    expect(refused).toMatch(
      /handed in 2 openings within a day.*Your draft is kept: confirm it in (23|24) hours/,
    );
    expect(await mei.says('/draft')).toContain('Is this right?');
    expect(await chat({ language: 'zh' }).says('/draft confirm')).toMatch(
      /每人一天最多提交 2 个职位.*草稿还在/,
    );
    expect(await handsIn(chat({ name: 'Bo' }))).toContain('opening 3');
  });

  test('have no limit for moderators and the seeker', async () => {
    const { chat } = await talkWith({ submissionsPerPerson: 1, submissionsPerPlace: 1 });
    for (const person of [
      chat({ name: 'Mo', as: ['moderator'], group: 'west' }),
      chat({ name: 'Lin', group: 'west' }),
    ]) {
      for (let n = 0; n < 3; n += 1) expect(await handsIn(person)).toContain('It is opening');
    }
  });

  test('have a limit for a place, whoever hands them in, but not for private chats', async () => {
    const { chat } = await talkWith({ submissionsPerPlace: 2 });
    expect(await handsIn(chat({ group: 'west' }))).toContain('It is opening');
    expect(await handsIn(chat({ name: 'Bo', group: 'west' }))).toContain('It is opening');
    const third = chat({ name: 'Cai', group: 'west', language: 'zh' });
    expect(await handsIn(third)).toMatch(/这里一天最多收 2 个职位.*草稿还在/);
    expect(await handsIn(chat({ name: 'Cai', group: 'east' }))).toContain('It is opening');
    for (let n = 0; n < 3; n += 1) expect(await handsIn(chat({ name: 'Dan' }))).toContain('It is opening');
  });

  test('may be more where moderators allow it', async () => {
    const { chat } = await talkWith({ submissionsPerPerson: 1, submissionsPerPlace: 1 });
    const mod = chat({ name: 'Mo', as: ['moderator'], group: 'west' });
    const mei = chat({ group: 'west' });
    await handsIn(mei);
    await mod.says('/settings submissions_per_place 10');
    expect(await handsIn(mei)).toContain('You have handed in 1 opening within a day');
    await mod.says('/settings submissions_per_person 2');
    expect(await handsIn(mei)).toContain('It is opening');
  });

  test('that are confirmed twice count once', async () => {
    const { chat } = await talkWith({ submissionsPerPerson: 2 });
    const mei = chat();
    await handsIn(mei);
    for (let n = 0; n < 3; n += 1)
      expect(await mei.says('/draft 1 confirm')).toContain('already confirmed or cancelled');
    expect(await handsIn(mei)).toContain('opening 2');
  });
});
