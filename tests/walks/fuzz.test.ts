// Five thousand updates and interactions that nobody in their right mind would send. Nothing crashes, everybody who
// asks properly is answered, and the platforms never have to refuse what the bot says.

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { commands } from '../../commands/dispatch.ts';
import { unlimited } from '../../commands/limits.ts';
import { openServer } from '../bots/discord/server.ts';
import { openBot, startBot } from '../bots/telegram/bot.ts';
import { hostile } from '../contracts/views.ts';
import { Message } from '../emulators/discord/message.ts';

vi.setConfig({ testTimeout: 120_000 });

const names = commands.map(({ name }) => name);

const junk = fc.oneof(
  fc.constantFrom(...hostile.map(([, typed]) => typed)),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '',
    '-1',
    '0',
    '1',
    '99999999999999999999',
    '1e9',
    'NaN',
    '＃１',
    'a\u0000b',
    '\u202Eabc',
    '../..',
  ),
  fc.constantFrom('招'.repeat(900), '👩🏽‍💻'.repeat(200), '"'.repeat(300), '=“'.repeat(200), '\n'.repeat(500)),
);

/** Half a command with half of its options. */
const line = fc
  .tuple(
    fc.constantFrom('/', '／', '/ ', '', '//'),
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names, 'start', 'cancel', 'back') }, junk),
    fc.constantFrom('', '@referral_test_bot', '@other_bot', '@'),
    fc.constantFrom(' ', '\n', '  ', ' id=', ' text=', ' action=', ' page=', ' query='),
    junk,
  )
  .map((parts) => parts.join(''));

/** What a button may carry if somebody else made it. */
const payload = fc
  .tuple(
    fc.constantFrom(...names, 'cancel', 'back', '', 'x'),
    fc.constantFrom(' ', ' id=', ' action=', ' at='),
    junk,
  )
  .map((parts) => parts.join(''));

/** Any JSON, with names that the platforms use. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), junk),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'id',
        'type',
        'chat',
        'from',
        'text',
        'data',
        'message',
        'entities',
        'user',
        'member',
        'name',
      ),
      tie('value'),
      { maxKeys: 6 },
    ),
  ),
})).value;

/** The same shape with some of its parts replaced by others. */
function spoilt(value: unknown, spoil: () => unknown, rate: () => number): unknown {
  if (rate() < 0.06) return spoil();
  if (Array.isArray(value)) return value.map((item: unknown) => spoilt(item, spoil, rate));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => rate() > 0.03)
      .map(([key, inner]) => [key, spoilt(inner, spoil, rate)]),
  );
}

function dice() {
  const seed = Date.now() % 2 ** 31;
  const take = <T>(from: fc.Arbitrary<T>, count: number): readonly T[] =>
    fc.sample(from, { numRuns: count, seed });
  const rates = take(fc.noBias(fc.nat(9999)), 20_000).map((n) => n / 10_000);
  const values = take(anything, 2000);
  let at = 0;
  const next = <T>(list: readonly T[]): T => list[(at += 1) % list.length]!;
  return {
    seed,
    take,
    mangle: (value: unknown) =>
      spoilt(
        value,
        () => next(values),
        () => next(rates),
      ),
  };
}

test('1,500 messages in Telegram', async () => {
  const { take, seed } = dice();
  const { telegram, faults, mei, hua } = await openBot({ house: { limits: unlimited } });
  const group = telegram.group({ title: 'Jobs', members: [mei, hua], admins: [hua] });
  const rooms = [
    { person: mei, place: mei.opens() },
    { person: hua, place: hua.opens() },
    { person: hua, place: group },
  ];
  const lines = take(line, 1500).map((text) => text.toWellFormed().slice(0, 4000));
  for (const [index, text] of lines.entries()) {
    const { person, place } = rooms[index % rooms.length]!;
    if (text.trim() !== '') person.says(place, text);
    if (index % 100 === 99) await settled(rooms);
  }
  await settled(rooms);
  expect({ faults, violations: telegram.violations }, `seed ${seed}`).toEqual({ faults: [], violations: [] });
});

/** Each room has answered what was said there: the last question is answered last. */
async function settled(rooms: readonly { readonly person: Speaker; readonly place: Room }[]): Promise<void> {
  for (const { person, place } of rooms) {
    person.says(place, '/cancel');
    person.says(place, '/help criteria');
    while (!/\/criteria/u.test((await place.next(20_000)).text));
  }
}
type Speaker = Awaited<ReturnType<typeof openBot>>['mei'];
type Room = ReturnType<Speaker['opens']>;

test('1,000 updates in Telegram that are broken somewhere', async () => {
  const { mangle, seed } = dice();
  const { telegram, house, mei } = await openBot({ careless: true, house: { limits: unlimited } });
  const chat = mei.opens();
  const bot = await startBot(house, telegram, {
    webhookUrl: 'https://bot.example.org',
    webhookSecret: 'secret',
  });
  const user = { id: mei.id, is_bot: false, first_name: 'Mei', language_code: 'en' };
  const room = { id: mei.id, type: 'private', first_name: 'Mei' };
  const message = { message_id: 1, date: 1, chat: room, from: user, text: '/skills kafka', entities: [] };
  const whole = [
    { message },
    { message: { ...message, forward_origin: { type: 'user', date: 1, sender_user: user } } },
    { channel_post: { ...message, sender_chat: room } },
    { callback_query: { id: '1', from: user, chat_instance: '1', message, data: 'opening id=1' } },
    { inline_query: { id: '1', from: user, query: 'kafka', offset: '' } },
    { my_chat_member: { chat: room, from: user, date: 1, old_chat_member: {}, new_chat_member: {} } },
  ];
  for (let id = 1; id <= 1000; id += 1) {
    const update = { ...(mangle(whole[id % whole.length]) as object), update_id: 1_000_000 + id };
    const answer = await bot.adapter.webhook!(posted(update));
    expect([200, 400], `seed ${seed}: ${JSON.stringify(update)}`).toContain(answer.status);
  }
  await bot.adapter.webhook!(
    posted({ update_id: 2_000_000, message: { ...message, text: '/help criteria' } }),
  );
  while (!/\/criteria/u.test((await chat.next(20_000)).text));
  expect(telegram.violations).toEqual([]);
  await bot.end();
});

const posted = (update: unknown): Request =>
  new Request('https://bot.example.org/telegram/updates', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'secret' },
    body: JSON.stringify(update),
  });

test('1,500 interactions on Discord', async () => {
  const { take, seed } = dice();
  const { discord, general, mei, mod, faults } = await openServer({ house: { limits: unlimited } });
  const payloads = take(payload, 750).map((one) => one.toWellFormed().slice(0, 100));
  const words = take(junk, 750).map((one) => one.toWellFormed().trim().slice(0, 80) || 'x');
  const model = (await mod.slash(general, 'judge', { text: 'Engineer' }).answer()) as { message: Message };
  const forged = (customId: string): Message =>
    new Message(
      general,
      {
        ...model.message.wire,
        components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Press', custom_id: customId }] }],
      },
      model.message.pings,
    );
  for (const [index, customId] of payloads.entries()) {
    const person = index % 2 === 0 ? mei : mod;
    await person.presses(forged(customId === '' ? ' ' : customId), 'Press').answer();
    const query = words[index]!;
    const called = [
      () => person.slash(general, 'skills', { query }),
      () => person.slash(general, 'openings', { query }),
      () => person.slash(general, 'submit', { text: query }),
      () => person.slash(general, 'judge', { text: query }),
      () => person.slash(general, 'help', { command: query }),
      () => person.types(general, 'skills', 'query', query),
      () => person.menu(general, 'Submit as opening', mei.says(general, query)),
    ];
    await called[index % called.length]!().answer();
  }
  expect({ faults, violations: discord.violations }, `seed ${seed}`).toEqual({ faults: [], violations: [] });
});

test('1,000 interactions on Discord that are broken somewhere', async () => {
  const { mangle, take } = dice();
  const { discord, general, guild, mei } = await openServer({ house: { limits: unlimited } });
  const payloads = take(payload, 1000);
  const user = { id: mei.id, username: 'mei', discriminator: '0', global_name: 'Mei', avatar: null };
  const member = {
    user,
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    permissions: '0',
    deaf: false,
    mute: false,
    flags: 0,
  };
  const whole = [
    {
      type: 2,
      data: { id: '1', name: 'skills', type: 1, options: [{ name: 'query', type: 3, value: 'kafka' }] },
    },
    {
      type: 2,
      data: { id: '1', name: 'Submit as opening', type: 3, target_id: '1', resolved: { messages: {} } },
    },
    { type: 3, data: { component_type: 2, custom_id: 'opening id=1' } },
    {
      type: 4,
      data: {
        id: '1',
        name: 'skills',
        type: 1,
        options: [{ name: 'query', type: 3, value: 'k', focused: true }],
      },
    },
    { type: 5, data: { custom_id: 'submit', components: [] } },
  ];
  for (const [index, customId] of payloads.entries()) {
    const { type, data } = whole[index % whole.length]!;
    const broken = mangle({
      type,
      data: type === 3 ? { ...data, custom_id: customId } : data,
      channel_id: general.id,
      guild_id: guild.id,
      member,
      locale: 'en-US',
      context: 0,
      entitlements: [],
      authorizing_integration_owners: {},
    });
    discord.gateway.emit(
      'INTERACTION_CREATE',
      {
        version: 1,
        app_permissions: '0',
        ...(broken as object),
        id: String(1_000_000_000_000_000_000n + BigInt(index)),
        token: `broken-${index}`,
        application_id: discord.bot.wire.id,
      },
      general,
    );
  }
  const shown = await mei.slash(general, 'skills', { query: 'kafka' }).answer(20_000);
  expect('text' in shown && shown.text).toContain('Kafka');
});
