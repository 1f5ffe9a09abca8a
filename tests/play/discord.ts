// A channel of a server with the bot in it, on the Discord stand-in. A typed line is the slash command it looks like;
// a form is asked field by field.

import { parseLine, wordsOf } from '../../commands/call.ts';
import { commands } from '../../commands/dispatch.ts';
import { startDiscord } from '../emulators/discord/discord.ts';
import type { Modal, Shown } from '../emulators/discord/interactions.ts';
import { listOf, recordsOf, stringOf } from '../emulators/discord/json.ts';
import type { Person } from '../emulators/discord/person.ts';
import { type Arrival, type Client, forEver } from './client.ts';

type Action = ReturnType<Person['slash']>;

export async function playDiscord(show: (arrival: Arrival) => void): Promise<Client> {
  const discord = await startDiscord();
  const you = discord.addPerson({
    name: 'You',
    locale: (process.env['LANG'] ?? '').startsWith('zh') ? 'zh-CN' : 'en-US',
  });
  const guild = discord.addGuild({
    name: 'Server',
    channels: ['general'],
    members: [{ person: you, permissions: ['ManageGuild'] }],
  });
  const channel = guild.channel('general');
  let filling: {
    readonly modal: Modal;
    readonly left: string[];
    readonly values: Record<string, string>;
  } | null = null;

  async function watch(action: Action): Promise<never> {
    for (;;) arrived(await action.answer(forEver));
  }
  const follow = (action: Action): void => {
    watch(action).catch((fault: unknown) => show({ text: `(${String(fault)})`, buttons: [] }));
  };

  function arrived(shown: Shown): void {
    if (shown.kind === 'choices') return;
    if (shown.kind === 'modal') {
      filling = { modal: shown.modal, left: fieldsOf(shown.modal), values: {} };
      show({ text: `[${shown.modal.title}]\n${filling.left[0] ?? ''}:`, buttons: [] });
      return;
    }
    const { message } = shown;
    show({
      text: shown.ephemeral ? `(only you see this)\n${shown.text}` : shown.text,
      buttons: message.buttons.map(({ label, customId, url }) => ({
        label: url === null ? label : `${label} (${url})`,
        press: () => void (customId !== null && follow(you.presses(message, customId))),
      })),
    });
  }

  function say(line: string): void {
    if (filling !== null) return fill(filling, line);
    if (line.trim() === '') return;
    const call = parseLine(line);
    const command = commands.find(({ name }) => name === call?.command);
    if (call === null || command === undefined) return void you.says(channel, line);
    const [first = ''] = Object.keys(command.options);
    const loose = wordsOf(call.text).filter(({ name }) => name === null);
    const named = wordsOf(call.text).flatMap(({ name, value }) =>
      name === null ? [] : [[name, value] as const],
    );
    const text = loose.map(({ raw }) => raw).join(' ');
    const values = { ...(text === '' ? {} : { [first]: text }), ...Object.fromEntries(named) };
    const typed = Object.entries(values).map(([name, value]) => [
      name,
      command.options[name]?.kind === 'number' ? Number(value) : value,
    ]);
    follow(you.slash(channel, call.command, Object.fromEntries(typed)));
  }

  function fill(form: NonNullable<typeof filling>, line: string): void {
    const field = form.left.shift();
    if (field !== undefined && line.trim() !== '') form.values[field] = line;
    if (form.left.length > 0) return show({ text: `${form.left[0] ?? ''}:`, buttons: [] });
    filling = null;
    follow(you.submitsModal(form.modal, form.values));
  }

  return {
    say,
    settings: { DISCORD_TOKEN: discord.token, DISCORD_API: discord.url },
    hint: 'A channel on Discord, played by a stand-in; you manage the server. Type /help.',
    close: () => discord.close(),
  };
}

/** The ids of the fields that are filled in, in order. */
const fieldsOf = ({ components }: Modal): string[] =>
  components
    .flatMap((part) => [part, ...recordsOf(listOf(part['components'])), ...recordsOf([part['component']])])
    .map((part) => stringOf(part['custom_id']))
    .filter((id) => id !== '');
