// Messages that are refused: limits, rules of components, rights, duplicates; and whom the others ring for.

import { afterAll, expect, test } from 'vitest';

import { button, faults, many, openBare, row } from './bare.ts';
import type { Message } from './message.ts';

const { discord, guild, ann, ask, clock, messagesPath } = await openBare();

afterAll(() => discord.close());

const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...more,
});
const text = (content: string) => ({ type: 10, content });
const v2 = 32_768;

test.each<[string, object, string]>([
  ['content over 2000', { content: 'x'.repeat(2001) }, 'content: BASE_TYPE_MAX_LENGTH'],
  ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds: BASE_TYPE_MAX_LENGTH'],
  [
    'embeds over 6000 in sum',
    { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) },
    'embeds: MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'an embed title over 256',
    { embeds: [{ title: 'x'.repeat(257) }] },
    'embeds.0.title: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an empty embed field',
    { embeds: [{ fields: [{ name: 'a', value: '' }] }] },
    'embeds.0.fields.0.value: BASE_TYPE_REQUIRED',
  ],
  [
    '26 embed fields',
    { embeds: [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }] },
    'embeds.0.fields: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a link without a scheme',
    { embeds: [{ title: 'x', url: 'example.com' }] },
    'embeds.0.url: URL_TYPE_INVALID_URL',
  ],
  [
    'six rows',
    { content: 'x', components: many(6, (index) => row(button({ custom_id: `${index}` }))) },
    'components: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...many(6, (index) => button({ custom_id: `${index}` })))] },
    'components.0.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a custom id twice',
    { content: 'x', components: [row(button(), button())] },
    'components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id over 100',
    { content: 'x', components: [row(button({ custom_id: 'x'.repeat(101) }))] },
    'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a button without a custom id',
    { content: 'x', components: [row(button({ custom_id: undefined }))] },
    'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
  [
    'a label over 80',
    { content: 'x', components: [row(button({ label: 'x'.repeat(81) }))] },
    'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a select beside a button',
    { content: 'x', components: [row(button(), select())] },
    'components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    '26 options',
    {
      content: 'x',
      components: [row(select({ options: many(26, (index) => ({ label: 'a', value: `${index}` })) }))],
    },
    'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option twice',
    { content: 'x', components: [row(select({ options: many(2, () => ({ label: 'a', value: 'a' })) }))] },
    'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  ['a new component without the flag', { components: [text('x')] }, 'components.0.type: UNION_TYPE_CHOICES'],
  [
    'content beside new components',
    { flags: v2, content: 'x', components: [text('x')] },
    'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside new components',
    { flags: v2, embeds: [{ title: 'x' }], components: [text('x')] },
    'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'over 4000 characters of new text',
    { flags: v2, components: [text('x'.repeat(2001)), text('x'.repeat(2000))] },
    'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'over 40 new components',
    { flags: v2, components: [{ type: 17, components: many(40, () => text('x')) }] },
    'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  ['an empty new text', { flags: v2, components: [text('')] }, 'components.0.content: BASE_TYPE_REQUIRED'],
  [
    'a container in a container',
    { flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
    'components.0.components.0.type: UNION_TYPE_CHOICES',
  ],
  [
    'a section without its accessory',
    { flags: v2, components: [{ type: 9, components: [text('x')] }] },
    'components.0.accessory: BASE_TYPE_REQUIRED',
  ],
  [
    'a file that is not there',
    { flags: v2, components: [{ type: 13, file: { url: 'attachment://a.csv' } }] },
    'components.0.file.url: MEDIA_ATTACHMENT_NOT_FOUND',
  ],
  ['a nonce over 25', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce: BASE_TYPE_MAX_LENGTH'],
  [
    'mentions allowed twice over',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'a reply to nothing',
    { content: 'x', message_reference: { message_id: '1' } },
    'message_reference: REPLIES_UNKNOWN_MESSAGE',
  ],
])('a message with %s is refused', async (_, body, fault) => {
  const { status, json } = await ask('POST', messagesPath(), body);
  expect([status, json.code, faults(json.errors)]).toEqual([400, 50_035, [fault]]);
});

test('a message that would show nothing is refused, also after an edit', async () => {
  for (const body of [{}, { content: '  ' }, { embeds: [{}] }]) {
    expect((await ask('POST', messagesPath(), body)).json.code).toBe(50_006);
  }
  const { id } = (await ask('POST', messagesPath(), { content: 'x' })).json;
  expect((await ask('PATCH', `${messagesPath()}/${id ?? ''}`, { content: '' })).json.code).toBe(50_006);
});

test('a message of new components never goes back to content', async () => {
  const { id } = (await ask('POST', messagesPath(), { flags: v2, components: [text('x')] })).json;
  expect(faults((await ask('PATCH', `${messagesPath()}/${id ?? ''}`, { content: 'x' })).json.errors)).toEqual(
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  );
  expect(
    (await ask('PATCH', `${messagesPath()}/${id ?? ''}`, { flags: 0, components: [text('y')] })).json[
      'flags'
    ],
  ).toBe(v2);
});

test('rights are asked for: to see, to write, to embed, to attach, in threads and over other people’s messages', async () => {
  const shut = guild.addChannel({ name: 'shut', deny: ['ViewChannel'] });
  expect((await ask('POST', messagesPath(shut.id), { content: 'x' })).json.code).toBe(50_001);
  const mute = guild.addChannel({ name: 'mute', deny: ['SendMessages'] });
  expect((await ask('POST', messagesPath(mute.id), { content: 'x' })).json.code).toBe(50_013);
  const plain = guild.addChannel({ name: 'plain', deny: ['EmbedLinks'] });
  expect((await ask('POST', messagesPath(plain.id), { embeds: [{ title: 'x' }] })).json.code).toBe(50_013);
  expect((await ask('POST', messagesPath(guild.addThread(mute, 'thread').id), { content: 'x' })).status).toBe(
    200,
  );
  expect(
    (
      await ask('POST', messagesPath(guild.addThread(mute, 'over', { locked: true, archived: true }).id), {
        content: 'x',
      })
    ).json.code,
  ).toBe(160_005);
  const hers = ann.says(guild.channel('general'), 'mine');
  expect((await ask('PATCH', `${messagesPath()}/${hers.id}`, { content: 'x' })).json.code).toBe(50_005);
  expect((await ask('DELETE', `${messagesPath()}/${hers.id}`)).json.code).toBe(50_013);
  guild.denyBot(plain, ['ViewChannel']);
  expect((await ask('GET', `/channels/${plain.id}`)).json.code).toBe(50_001);
});

test('people are reached in private where they share a guild with the bot, or installed it, and allow it', async () => {
  const send = async (person: { id: string }) => {
    const { id } = (await ask('POST', '/users/@me/channels', { recipient_id: person.id })).json;
    return (await ask('POST', messagesPath(id), { content: 'x' })).json.code;
  };
  expect(await send(ann)).toBeUndefined();
  expect((await ann.direct.next()).text).toBe('x');
  expect(await send(discord.addPerson({ name: 'stranger' }))).toBe(50_007);
  expect(await send(discord.addPerson({ name: 'traveller', installed: true }))).toBeUndefined();
  ann.account.acceptsMessages = false;
  expect(await send(ann)).toBe(50_007);
});

test('what is not there is not found, and who is not known is turned away', async () => {
  const codes = await Promise.all(
    [
      '/channels/1',
      '/guilds/1',
      `/guilds/${guild.id}/members/1`,
      `${messagesPath()}/1`,
      '/users/1',
      '/nonsense',
    ].map(async (path) => (await ask('GET', path)).json.code),
  );
  expect(codes).toEqual([10_003, 10_004, 10_007, 10_008, 10_013, 0]);
  expect((await ask('GET', '/users/@me', undefined, 'Bot wrong')).status).toBe(401);
  expect((await ask('PUT', '/users/@me', {})).status).toBe(405);
  expect((await ask('POST', messagesPath(), '{')).json.code).toBe(50_109);
});

test('a nonce makes a message single for some minutes when it is enforced, not otherwise', async () => {
  const send = async (more: object) =>
    (await ask('POST', messagesPath(), { content: 'x', nonce: 'n1', ...more })).json['id'];
  const first = await send({ enforce_nonce: true });
  expect(await send({ enforce_nonce: true })).toBe(first);
  expect(await send({})).not.toBe(first);
  clock.now += 10 * 60_000;
  expect(await send({ enforce_nonce: true })).not.toBe(first);
});

test('it is known whom a message rings for', async () => {
  const role = guild.role('Callable').id;
  const content = `@everyone <@&${role}> <@${ann.id}>`;
  const pinged = async (more: object) => {
    const { id } = (await ask('POST', messagesPath(), { content, ...more })).json;
    return (guild.channel('general').messages.get(String(id)) as Message).pings;
  };
  expect(await pinged({})).toEqual({ everyone: false, users: [ann.id], roles: [role] });
  expect(await pinged({ allowed_mentions: { parse: [] } })).toEqual({
    everyone: false,
    users: [],
    roles: [],
  });
  expect(await pinged({ allowed_mentions: { parse: ['roles'] } })).toEqual({
    everyone: false,
    users: [],
    roles: [role],
  });
  guild.guild.members
    .get(discord.bot.wire.id)
    ?.roles.push({ id: '7', name: 'loud', permissions: 1n << 17n, mentionable: false });
  expect(await pinged({})).toEqual({ everyone: true, users: [ann.id], roles: [role] });
});
