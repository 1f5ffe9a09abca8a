import { expect, test } from 'vitest';

import { openModelHouse } from '../bots/model/house.ts';
import { openTalk } from '../chat.ts';
import { goodPost, openPost } from './posts.ts';

test('tells moderators how the bot is doing', async () => {
  const { chat } = await openTalk({
    troubles: () => ({ discord: null, telegram: 'no answer from its server' }),
    faults: () => [{ id: 'F-12', command: 'skills', at: new Date('2026-11-10T11:30:00Z') }],
  });
  const mei = chat({ group: 'west' });
  await mei.says(`/submit ${goodPost}`);
  await mei.says('/draft confirm');
  const mod = chat({ name: 'Mo', as: ['moderator'], group: 'west' });
  const answer = await mod.says('/status');
  expect(answer).toMatch(/Database.*SQLite, answered in \d+ ms/);
  expect(answer).toMatch(/Discord: connected; Telegram: no answer from its server/);
  expect(answer).toMatch(/Clock.*Nov 10, 2026, 12:00.PM \(UTC\)/);
  expect(answer).toMatch(/Waiting for review.*1/);
  expect(answer).toMatch(/Language model.*off/);
  expect(answer).toMatch(/Your role here.*moderator/);
  expect(answer).toMatch(/Last faults.*F-12: \/skills, Nov 10, 2026, 11:30.AM/);
  expect(mod.reply()).toMatchObject({ private: true });
});

test('tells the operator, in Chinese, when there is nothing to tell', async () => {
  const { chat } = await openTalk({ operators: ['test:Ops'] });
  const answer = await chat({ name: 'Ops', language: 'zh' }).says('/status');
  expect(answer).toMatch(/平台.*只有这里/);
  expect(answer).toMatch(/最近的故障.*启动以来没有/);
  expect(answer).toMatch(/语言模型.*未启用/);
  expect(answer).toMatch(/身份.*维护者/);
});

test('tells how the language model is doing', async () => {
  const { server, house } = await openModelHouse();
  const { chat } = await openTalk(house);
  const mod = chat({ as: ['moderator'] });
  expect(await mod.says('/status')).toMatch(
    /Language model.*stand-in-1, asked 0 of 200 times within a day\n/,
  );
  await mod.says(`/submit ${openPost}`);
  void server.next({ kind: 'dropped' });
  await mod.says(`/submit ${openPost}`);
  expect(await mod.says('/status')).toMatch(
    /asked 2 of 200 times within a day; last failure: it was out of reach, or refused, Nov 10, 2026, 12:00.PM/,
  );
  expect(await chat({ name: 'Hua', as: ['moderator'], language: 'zh' }).says('/status')).toMatch(
    /stand-in-1，24 小时内已询问 2 次，上限 200 次；最近一次失败：连不上或被拒绝，/,
  );
});

test.each([
  [
    'en',
    /Telegram: 2 waiting, 1 of them late, since Nov 10, 2026, 10:00.AM, 1 sent, and 1 failed \(the place is gone\)/,
  ],
  [
    'zh',
    /Telegram：待发 2，其中 1 条晚了，最早的该在 2026年11月10日 10:00 发出，已发 1，没发成 1（那里已经不存在了）/,
  ],
] as const)('tells of letters, in %s', async (language, said) => {
  const { chat, house } = await openTalk({ operators: ['test:Ops'] });
  const { outbox, deliveries } = house.store;
  const at = (time: string) => new Date(`2026-11-10T${time}:00Z`);
  const write = async (key: string, due: Date): Promise<number> => {
    const address = { platform: 'telegram', externalId: key, channel: null };
    const view = { kind: 'view', blocks: [] } as const;
    await outbox.write({ key, kind: 'news', address, language: 'en', view }, due);
    const letters = await deliveries.due('telegram', { most: 9, except: [] }, due);
    return letters.find((letter) => letter.key === key)!.id;
  };
  await deliveries.finish(await write('sent', at('08:00')), at('08:00'));
  await deliveries.fail(await write('failed', at('09:00')), 'gone', at('09:00'));
  await write('late', at('10:00'));
  await write('due', at('11:59'));
  expect(await chat({ name: 'Ops', language }).says('/status')).toMatch(said);
  const mod = chat({ as: ['moderator'], group: 'west' });
  expect(await mod.says('/status')).toMatch(/Messages of my own, this week +none/);
  const there = chat({ as: ['moderator'], group: 'late', platform: 'telegram' });
  expect(await there.says('/status')).toMatch(/Telegram: 1 waiting, 1 of them late/);
});

test('is not for everybody, and help knows for whom', async () => {
  const { chat } = await openTalk({ operators: ['test:Ops'] });
  expect(await chat().says('/status')).toContain('Only moderators and the operator');
  expect(await chat().says('/help')).not.toContain('/status');
  expect(await chat({ name: 'Ops' }).says('/help')).toContain('/status');
  expect(await chat({ as: ['moderator'] }).says('/help')).toContain('/status');
});
