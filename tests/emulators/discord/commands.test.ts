// Commands that are refused when they are registered, and what a bulk write leaves.

import { afterAll, expect, test } from 'vitest';

import { command, faults, many, openBare, option } from './bare.ts';

const { discord, guild, ask, commandsPath } = await openBare();

afterAll(() => discord.close());

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
  const { status, json } = await ask('PUT', commandsPath, [body]);
  expect([status, json.code, faults(json.errors)]).toEqual([400, 50_035, [fault]]);
});

test('two commands of one name and kind are refused, of two kinds they are not', async () => {
  const twice = await ask('PUT', commandsPath, [command(), command()]);
  expect(faults(twice.json.errors)).toEqual(['1: APPLICATION_COMMANDS_DUPLICATE_NAME']);
  expect((await ask('PUT', commandsPath, [command(), { type: 3, name: 'skills' }])).status).toBe(200);
});

test('a second bulk write keeps ids and drops what is not in it; guilds have their own', async () => {
  const [kept] = (await ask('PUT', commandsPath, [command(), command({ name: 'gone' })])).json as never as [
    { id: string },
  ];
  await ask('PUT', commandsPath, [
    command({ name: '技能', description: 'x' }),
    command({ description: 'new' }),
  ]);
  const after = (await ask('GET', commandsPath)).json as never as { id: string; name: string }[];
  expect(after.map(({ name }) => name)).toEqual(['技能', 'skills']);
  expect(after[1]?.id).toBe(kept.id);
  await ask('PUT', commandsPath.replace('/commands', `/guilds/${guild.id}/commands`), [
    command({ name: 'here' }),
  ]);
  expect(discord.commands(guild).map(({ name }) => name)).toEqual(['here']);
  expect((await ask('PUT', commandsPath.replace('/commands', '/guilds/1/commands'), [])).json.code).toBe(
    50_001,
  );
});
