import { expect, test } from 'vitest';

import { render } from '../../bots/console/render.ts';
import { tellOfDeadEnd } from '../../commands/dead-end.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import type { Language } from '../../core/language.ts';
import type { Address, DeadEnd } from '../../storage/outbox.ts';
import { openTalk } from '../chat.ts';

const now = new Date('2026-11-10T12:00:00Z');
const group = { platform: 'telegram', externalId: '-1007', channel: null };

async function open() {
  const { house } = await openTalk({ operators: ['telegram:1', 'discord:2'] });
  const { store } = house;
  const tell = (address: Address, reason: DeadEnd, personId: number | null = null, key = 'digest 7') =>
    tellOfDeadEnd(house, store, { key, address }, { reason, personId }, now);
  const meet = (platform: string, externalId: string, language: Language | null) =>
    store.people.identify({ platform, externalId, name: 'Mei', language }, now);
  /** What waits for this account, as text. */
  async function letters(platform: string, externalId: string): Promise<readonly string[]> {
    const due = await store.deliveries.due(platform, { most: 9, except: [] }, now);
    return due
      .filter(({ address }) => address.externalId === externalId)
      .map(({ view, language }) =>
        render(view, messagesOf(language), { colour: false, width: Number.POSITIVE_INFINITY }),
      );
  }
  return { store, tell, meet, letters };
}

test('whoever set it up is told in private, in their language and on the same platform', async () => {
  const { store, tell, meet, letters } = await open();
  const { id } = await meet('discord', '70', 'en');
  const { id: same } = await meet('telegram', '71', 'zh');
  await store.people.merge(same, id);
  await tell(group, 'removed', id);
  expect(await letters('telegram', '71')).toEqual([
    expect.stringMatching(/Telegram 上的 -1007.*移出.*点“恢复”/su),
  ]);
  expect([...(await letters('discord', '70')), ...(await letters('telegram', '1'))]).toEqual([]);
});

test('where nobody is known the operators are told, with a way to the channel', async () => {
  const { tell, letters } = await open();
  await tell({ platform: 'discord', externalId: '50', channel: '51' }, 'muted');
  for (const [platform, id] of [
    ['telegram', '1'],
    ['discord', '2'],
  ] as const) {
    const [letter] = await letters(platform, id);
    expect(letter).toContain('It is about 50 on Discord.');
    expect(letter).toContain('Allow me to send messages, give /subscribe there, and choose “Resume”.');
    expect(letter).toContain('https://discord.com/channels/50/51');
  }
});

test('one letter a day is enough, and none is about itself or about who wants none', async () => {
  const { store, tell, letters } = await open();
  await tell(group, 'gone');
  await tell(group, 'closed');
  await tell({ ...group, channel: '3' }, 'closed');
  expect(await store.outbox.log({ platform: 'telegram', externalId: '1', channel: null }, 9)).toHaveLength(2);
  const [{ key } = { key: '' }] = await store.outbox.log(
    { platform: 'discord', externalId: '2', channel: null },
    1,
  );
  await tell({ platform: 'discord', externalId: '2', channel: null }, 'gone', null, key);
  await tell({ platform: 'telegram', externalId: '9', channel: null }, 'blocked');
  expect(await letters('telegram', '1')).toHaveLength(1);
  expect(await store.outbox.log({ platform: 'telegram', externalId: '1', channel: null }, 9)).toHaveLength(2);
});
