// What the stand-in refuses over REST, with the codes Discord uses, seen by bare requests.

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startDiscord } from './discord.ts';
import type { DiscordEmulator } from './discord.ts';
import type { Message } from './message.ts';
import type { Person } from './person.ts';
import type { DiscordGuild } from './places.ts';

interface Reply {
  readonly status: number;
  readonly json: {
    readonly code?: number;
    readonly id?: string;
    readonly errors?: unknown;
    readonly [key: string]: unknown;
  };
  readonly headers: Headers;
}

let now = Date.parse('2026-03-02T09:00:00Z');
let discord: DiscordEmulator;
let guild: DiscordGuild;
let ann: Person;

beforeAll(async () => {
  discord = await startDiscord({ now: () => now });
  ann = discord.addPerson({ name: 'ann' });
  guild = discord.addGuild({
    name: 'Jobs',
    members: [ann],
    roles: [{ name: 'Callable', mentionable: true }],
  });
});

afterAll(() => discord.close());

async function ask(
  method: string,
  path: string,
  body?: unknown,
  authorization = `Bot ${discord.token}`,
): Promise<Reply> {
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? {} : JSON.parse(text), headers: response.headers };
}

/** Every fault as `path: CODE`. */
function faults(tree: unknown, path = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === '_errors'
      ? value.map(({ code }: { code: string }) => `${path}: ${code}`)
      : faults(value, path === '' ? key : `${path}.${key}`),
  );
}

const commandsPath = () => `/applications/${discord.bot.wire.id}/commands`;
const messagesPath = (channel = guild.channel('general').id) => `/channels/${channel}/messages`;

const option = (more: object = {}) => ({ type: 3, name: 'query', description: 'q', ...more });
const command = (more: object = {}) => ({ name: 'skills', description: 'd', ...more });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

test.each<[string, unknown, string]>([
  ['an upper case name', command({ name: 'Skills' }), '0.name: APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a blank', command({ name: 'my skills' }), '0.name: STRING_TYPE_REGEX'],
  ['a name over 32 code points', command({ name: '技'.repeat(33) }), '0.name: BASE_TYPE_BAD_LENGTH'],
  ['no description', command({ description: '' }), '0.description: BASE_TYPE_REQUIRED'],
  [
    'a description over 100 code points',
    command({ description: '😀'.repeat(101) }),
    '0.description: BASE_TYPE_BAD_LENGTH',
  ],
  [
    '26 options',
    command({ options: many(26, (index) => option({ name: `o${index}` })) }),
    '0.options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a required option after an optional one',
    command({ options: [option(), option({ name: 'b', required: true })] }),
    '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'an option twice',
    command({ options: [option(), option()] }),
    '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    '26 choices',
    command({
      options: [option({ choices: many(26, (index) => ({ name: `c${index}`, value: `${index}` })) })],
    }),
    '0.options.0.choices: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an unknown locale',
    command({ name_localizations: { zh: '技能' } }),
    '0.name_localizations.zh: ENUM_TYPE_COERCE',
  ],
  [
    'an upper case translation',
    command({ name_localizations: { de: 'Können' } }),
    '0.name_localizations.de: APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a described message command',
    { type: 3, name: 'Submit', description: 'x' },
    '0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
  ],
  ['an unknown context', command({ contexts: [3] }), '0.contexts.0: BASE_TYPE_CHOICES'],
  ['no contexts', command({ contexts: [] }), '0.contexts: BASE_TYPE_BAD_LENGTH'],
  [
    'an unknown installation',
    command({ integration_types: [2] }),
    '0.integration_types.0: BASE_TYPE_CHOICES',
  ],
  [
    'words as permissions',
    command({ default_member_permissions: 'ManageGuild' }),
    '0.default_member_permissions: BITFIELD_TYPE_CONVERT',
  ],
  [
    'over 8000 characters in all',
    command({
      options: many(25, (index) =>
        option({
          name: `o${index}`,
          choices: many(25, (at) => ({ name: `c${at}`, value: `${at}`.padEnd(20, 'x') })),
        }),
      ),
    }),
    '0: APPLICATION_COMMAND_TOO_LARGE',
  ],
])('a command with %s is refused', async (_, body, fault) => {
  const { status, json } = await ask('PUT', commandsPath(), [body]);
  expect([status, json.code, faults(json.errors)]).toEqual([400, 50_035, [fault]]);
});

test('two commands of one name and kind are refused, of two kinds they are not', async () => {
  const twice = await ask('PUT', commandsPath(), [command(), command()]);
  expect(faults(twice.json.errors)).toEqual(['1: APPLICATION_COMMANDS_DUPLICATE_NAME']);
  expect((await ask('PUT', commandsPath(), [command(), { type: 3, name: 'skills' }])).status).toBe(200);
});

test('a second bulk write keeps ids and drops what is not in it; guilds have their own', async () => {
  const [kept] = (await ask('PUT', commandsPath(), [command(), command({ name: 'gone' })])).json as never as [
    { id: string },
  ];
  await ask('PUT', commandsPath(), [
    command({ name: '技能', description: 'x' }),
    command({ description: 'new' }),
  ]);
  const after = (await ask('GET', commandsPath())).json as never as { id: string; name: string }[];
  expect(after.map(({ name }) => name)).toEqual(['技能', 'skills']);
  expect(after[1]?.id).toBe(kept.id);
  await ask('PUT', commandsPath().replace('/commands', `/guilds/${guild.id}/commands`), [
    command({ name: 'here' }),
  ]);
  expect(discord.commands(guild).map(({ name }) => name)).toEqual(['here']);
  expect((await ask('PUT', commandsPath().replace('/commands', '/guilds/1/commands'), [])).json.code).toBe(
    50_001,
  );
});

const row = (...components: unknown[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
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
  now += 10 * 60_000;
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

const modal = (more: object = {}) => ({
  title: 'New',
  custom_id: 'submit',
  components: [{ type: 18, label: 'Title', component: { type: 4, custom_id: 'title', style: 1 } }],
  ...more,
});
const field = (more: object) => ({
  components: [{ type: 1, components: [{ type: 4, custom_id: 'a', style: 1, label: 'A', ...more }] }],
});

test.each<[string, object, string]>([
  [
    'a title over 45',
    { type: 9, data: modal({ title: 'x'.repeat(46) }) },
    'data.title: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'six fields',
    {
      type: 9,
      data: modal({
        components: many(6, (index) => ({
          type: 18,
          label: 'x',
          component: { type: 4, custom_id: `${index}`, style: 1 },
        })),
      }),
    },
    'data.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field label over 45',
    { type: 9, data: modal(field({ label: 'x'.repeat(46) })) },
    'data.components.0.components.0.label: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field filled beyond its length',
    { type: 9, data: modal(field({ value: 'xxx', max_length: 2 })) },
    'data.components.0.components.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button in a modal',
    { type: 9, data: modal({ components: [row(button())] }) },
    'data.components.0.components.0.type: UNION_TYPE_CHOICES',
  ],
  ['an update of no message', { type: 7, data: { content: 'x' } }, 'type: BASE_TYPE_CHOICES'],
  ['choices where nobody types', { type: 8, data: { choices: [] } }, 'type: BASE_TYPE_CHOICES'],
  [
    'too much content',
    { type: 4, data: { content: 'x'.repeat(2001) } },
    'data.content: BASE_TYPE_MAX_LENGTH',
  ],
])('an answer with %s is refused, and a right one still accepted', async (_, body, fault) => {
  await ask('PUT', commandsPath(), [command()]);
  const { id, token } = ann.slash(guild.channel('general'), 'skills');
  const refused = await ask('POST', `/interactions/${id}/${token}/callback`, body);
  expect([refused.json.code, faults(refused.json.errors)]).toEqual([50_035, [fault]]);
  expect(
    (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'x' } })).status,
  ).toBe(204);
});

test('more than 25 completions are refused', async () => {
  await ask('PUT', commandsPath(), [command({ options: [option({ autocomplete: true })] })]);
  const { id, token } = ann.types(guild.channel('general'), 'skills', 'query', 'p');
  const choices = many(26, (index) => ({ name: `c${index}`, value: `${index}` }));
  expect(
    faults(
      (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices } })).json
        .errors,
    ),
  ).toEqual(['data.choices: BASE_TYPE_MAX_LENGTH']);
});

test('an interaction is answered once, in three seconds, and followed up for a quarter of an hour', async () => {
  await ask('PUT', commandsPath(), [command()]);
  const answer = { type: 5, data: { flags: 64 } };
  const { id, token } = ann.slash(guild.channel('general'), 'skills');
  const hook = `/webhooks/${discord.bot.wire.id}/${token}`;
  expect((await ask('POST', hook, { content: 'early' })).json.code).toBe(10_015);
  const first = await ask('POST', `/interactions/${id}/${token}/callback?with_response=true`, answer);
  expect(first.json['interaction']).toMatchObject({
    response_message_loading: true,
    response_message_ephemeral: true,
  });
  expect((await ask('POST', `/interactions/${id}/${token}/callback`, answer)).json.code).toBe(40_060);
  expect(
    (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 9, data: modal() })).json.code,
  ).toBe(40_060);
  expect((await ask('POST', hook, { content: 'in its place' })).json['id']).toBe(
    (first.json['interaction'] as { response_message_id: string }).response_message_id,
  );
  now += 14 * 60_000;
  expect((await ask('PATCH', `${hook}/messages/@original`, { content: 'still' })).json['content']).toBe(
    'still',
  );
  now += 2 * 60_000;
  expect(await ask('PATCH', `${hook}/messages/@original`, { content: 'over' })).toMatchObject({
    status: 401,
    json: { code: 50_027 },
  });

  const late = ann.slash(guild.channel('general'), 'skills');
  now += 3001;
  expect(await ask('POST', `/interactions/${late.id}/${late.token}/callback`, answer)).toMatchObject({
    status: 404,
    json: { code: 10_062 },
  });
});

test('limits are counted for each place and in all, and say when to come back', async () => {
  discord.limit({ perRoute: 2, seconds: 5 });
  const here = await Promise.all(many(3, () => ask('GET', `/channels/${guild.channel('general').id}`)));
  expect(here.map(({ status }) => status).toSorted()).toEqual([200, 200, 429]);
  const refused = here.find(({ status }) => status === 429)!;
  expect(refused.json).toMatchObject({ retry_after: 5, global: false });
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-scope': 'user',
  });
  expect((await ask('GET', `/channels/${ann.direct.id}`)).status).toBe(200);
  now += 5000;
  expect((await ask('GET', `/channels/${guild.channel('general').id}`)).status).toBe(200);
  discord.limit({ global: 1 });
  now += 1000;
  await ask('GET', '/users/@me');
  expect(await ask('GET', '/users/@me')).toMatchObject({
    status: 429,
    json: { retry_after: 1, global: true },
  });
  discord.limit({});
});

test('bad days can be ordered: too many, a proxy’s page, a broken or a cut answer, before or after the deed', async () => {
  const send = () => ask('POST', messagesPath(), { content: 'storm' });
  const sent = () =>
    [...guild.channel('general').messages.values()].filter((message) => message.text === 'storm').length;
  const matching = /^POST .*messages$/u;
  discord.fail(matching, { kind: 'rate limit', seconds: 7 });
  expect(await send()).toMatchObject({ status: 429, json: { retry_after: 7 } });
  discord.fail(matching, {
    kind: 'error',
    status: 403,
    code: 50_007,
    message: 'Cannot send messages to this user',
  });
  expect((await send()).json.code).toBe(50_007);
  discord.fail(matching, { kind: 'status', status: 502 });
  await expect(send()).rejects.toThrow(SyntaxError);
  discord.fail(matching, { kind: 'drop', accepted: false });
  await expect(send()).rejects.toThrow('fetch failed');
  expect(sent()).toBe(0);
  discord.fail(matching, { kind: 'drop', accepted: true });
  await expect(send()).rejects.toThrow('fetch failed');
  discord.fail(matching, { kind: 'cut' });
  await expect(send()).rejects.toThrow('terminated');
  expect(sent()).toBe(2);
  const gate = Promise.withResolvers<void>();
  discord.fail(matching, { kind: 'slow', until: gate.promise });
  const slow = send();
  await ask('GET', '/users/@me');
  gate.resolve();
  expect((await slow).status).toBe(200);
});
