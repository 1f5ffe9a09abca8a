// What Discord is told of the commands, and when.

import { expect, test } from 'vitest';

import { commands } from '../../../commands/dispatch.ts';
import { messagesOf } from '../../../commands/locales/messages.ts';
import { type Json, recordOf, recordsOf } from '../../emulators/discord/json.ts';
import { messageIn, openServer, startBot } from './server.ts';

const registrations = ({ exchanges }: { readonly exchanges: readonly { readonly request: string }[] }) =>
  exchanges.filter(({ request }) => request.startsWith('PUT ')).map(({ request }) => request);

test('every command and the message menu, with Chinese names and descriptions, in one request', async () => {
  const { discord } = await openServer();
  expect(discord.commands().map(({ name }) => name)).toEqual([
    ...commands.map(({ name }) => name),
    'Submit as opening',
  ]);
  expect(registrations(discord)).toHaveLength(1);
  expect(discord.violations).toEqual([]);
  const submit = discord.commands().find(({ name }) => name === 'submit');
  const chinese = messagesOf('zh').commandWords('submit').summary;
  expect(submit).toMatchObject({
    name_localizations: { 'zh-CN': '提交', 'zh-TW': '提交' },
    description: messagesOf('en').commandWords('submit').summary,
    description_localizations: { 'zh-CN': chinese, 'zh-TW': chinese },
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  });
  expect(discord.commands().at(-1)).toMatchObject({ type: 3, name_localizations: { 'zh-CN': '提交为职位' } });
});

test('the options are the ones declared, in their order', async () => {
  const { discord } = await openServer();
  const optionsOf = (command: string) =>
    recordsOf(discord.commands().find(({ name }) => name === command)?.['options']);
  const optionOf = (command: string, option: string) =>
    optionsOf(command).find(({ name }) => name === option);
  for (const { name, options } of commands) {
    expect(optionsOf(name).map((one) => one['name'])).toEqual(Object.keys(options));
  }
  expect(optionOf('edit', 'id')).toMatchObject({ type: 4, required: true, min_value: 1, autocomplete: true });
  expect(optionOf('edit', 'title')).toMatchObject({ type: 3, required: false, max_length: 200 });
  expect(optionOf('submit', 'text')).toMatchObject({ max_length: 6000 });
  expect(optionOf('openings', 'fit')).toMatchObject({
    choices: [
      { name: 'good', name_localizations: { 'zh-CN': '很合适', 'zh-TW': '很合适' }, value: 'good' },
      {},
      {},
      {},
    ],
  });
});

test('choices are named in Chinese too, fields as their options are', async () => {
  const { discord } = await openServer();
  const namesIn = (command: string, option: string) => {
    const found = discord.commands().find(({ name }) => name === command);
    const declared = recordsOf(found?.['options']).find(({ name }) => name === option);
    return recordsOf(declared?.['choices']).map((choice) => recordOf(choice['name_localizations'])['zh-CN']);
  };
  expect(namesIn('draft', 'action').slice(3, 6)).toEqual(['合并', '选上', '去掉']);
  expect(namesIn('draft', 'field').slice(3, 6)).toEqual(['薪资', '用工形式', '语言']);
  expect(namesIn('edit', 'skip')).toContain('远程地区');
});

test('nothing is written again until the commands change', async () => {
  const { discord, house, bot } = await openServer();
  await bot.end();
  const again = await startBot(house, discord);
  expect(registrations(discord)).toHaveLength(1);
  await again.end();
  const [mark] = [`discord:/applications/${discord.bot.wire.id}/commands`];
  await house.store.marks.set(mark, 'those of an older release');
  await startBot(house, discord);
  expect(registrations(discord)).toHaveLength(2);
});

test('with servers named for development, only those are told', async () => {
  const { discord, house, bot, guild } = await openServer();
  await bot.end();
  await startBot(house, discord, { guilds: [guild.id] });
  expect(discord.commands(guild)).toHaveLength(commands.length + 1);
  expect(registrations(discord).at(-1)).toContain(`/guilds/${guild.id}/commands`);
});

test('no two commands, and no two options of one, share a name in any language', async () => {
  const { discord } = await openServer();
  const namesIn = (list: readonly Json[], locale: string) =>
    list.map(({ name, name_localizations: translations }) => recordOf(translations)[locale] ?? name);
  for (const locale of ['en-US', 'zh-CN', 'zh-TW']) {
    const lists = [discord.commands(), ...discord.commands().map(({ options }) => recordsOf(options))];
    for (const list of lists) expect(namesIn(list, locale)).toHaveLength(new Set(namesIn(list, locale)).size);
  }
});

test('a refused registration is logged, and the bot answers all the same', async () => {
  const { discord, house, bot, mei, general } = await openServer();
  await bot.end();
  await house.store.marks.set(
    `discord:/applications/${discord.bot.wire.id}/commands`,
    'those of an older release',
  );
  discord.fail(/^PUT /u, { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' });
  const again = await startBot(house, discord, {}, /could not be registered/u);
  expect(again.adapter.trouble()).toBeNull();
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
});
