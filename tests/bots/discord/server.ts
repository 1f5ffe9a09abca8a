// A Discord server with the bot in it: the real adapter and client on the stand-in, a fresh database, and people.

import { Writable } from 'node:stream';

import { onTestFinished } from 'vitest';

import { discordAdapter, type DiscordSettings } from '../../../bots/discord/adapter.ts';
import { openLog } from '../../../bots/log.ts';
import type { House } from '../../../commands/context.ts';
import { openTalk } from '../../chat.ts';
import { goodPost } from '../../commands/posts.ts';
import {
  type DiscordEmulator,
  type DiscordSettings as StandInSettings,
  startDiscord,
} from '../../emulators/discord/discord.ts';
import type { Modal, Shown } from '../../emulators/discord/interactions.ts';
import type { Message } from '../../emulators/discord/message.ts';
import type { Person } from '../../emulators/discord/person.ts';
import type { Channel } from '../../emulators/discord/world.ts';

export interface Shop {
  readonly house?: Partial<House>;
  readonly standIn?: StandInSettings;
  readonly settings?: Partial<DiscordSettings>;
}

/** One server, `general` in it, with a member, a member who speaks Chinese, and a moderator. */
export async function openServer({ house: change = {}, standIn = {}, settings = {} }: Shop = {}) {
  const { house, faults } = await openTalk(change);
  const discord = await startDiscord(standIn);
  onTestFinished(() => discord.close());
  const mei = discord.addPerson({ name: 'Mei' });
  const hua = discord.addPerson({ name: '小华', locale: 'zh-CN' });
  const mod = discord.addPerson({ name: 'Mod' });
  const guild = discord.addGuild({
    name: 'Jobs',
    channels: ['general', 'quiet'],
    roles: [{ name: 'Helpers' }],
    members: [mei, hua, { person: mod, permissions: ['ManageGuild'] }],
  });
  const bot = await startBot(house, discord, settings);
  return { house, faults, discord, guild, general: guild.channel('general'), mei, hua, mod, bot };
}

/** The bot, from the line in its log on that shows it at work. */
export async function startBot(
  house: House,
  discord: Pick<DiscordEmulator, 'url' | 'token'>,
  settings: Partial<DiscordSettings> = {},
  begun = /Discord: ready/u,
) {
  const log = openLines();
  const adapter = discordAdapter(
    house,
    { token: discord.token, api: discord.url, guilds: [], ...settings },
    openLog({ level: 'debug', secrets: [] }, log.stream),
  );
  const stop = new AbortController();
  const running = adapter.run(stop.signal);
  const end = async (): Promise<void> => {
    stop.abort();
    await running;
  };
  onTestFinished(end);
  if (settings.token === undefined) await log.line(begun);
  return { adapter, end, log };
}

/** What is logged, line by line; waiting for a line takes those that came before it. */
function openLines() {
  const lines: string[] = [];
  let arrived = Promise.withResolvers<void>();
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      arrived.resolve();
      arrived = Promise.withResolvers();
      done();
    },
  });
  let read = 0;
  return {
    stream,
    all: lines,
    async line(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = lines.slice(read).findIndex((line) => pattern.test(line));
        if (found !== -1) {
          read += found + 1;
          return lines[read - 1] ?? '';
        }
        await arrived.promise;
      }
    },
  };
}

/** The message that a person saw. */
export function messageIn(shown: Shown): Message {
  if (!('message' in shown)) throw new Error(`a ${shown.kind}, not a message`);
  return shown.message;
}

export function modalIn(shown: Shown): Modal {
  if (shown.kind !== 'modal') throw new Error(`not a modal: ${'text' in shown ? shown.text : shown.kind}`);
  return shown.modal;
}

export const labels = (message: Message): readonly string[] => message.buttons.map(({ label }) => label);

/** Hands in an opening and confirms it. */
export async function submitted(person: Person, channel: Channel, text = goodPost): Promise<Message> {
  const preview = messageIn(await person.slash(channel, 'submit', { text }).answer());
  const confirm = preview.buttons.find(({ customId }) => customId?.endsWith('action=confirm'));
  return messageIn(await person.presses(preview, confirm?.label ?? 'no button to confirm').answer());
}

/** The same work, not begun before the gate is open. */
export const heldBack =
  <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>, gate: Promise<void>) =>
  async (...given: Given): Promise<Result> => {
    await gate;
    return work(...given);
  };
