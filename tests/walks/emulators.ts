// Both platforms as stand-ins, and the settings that lead the real program to them.

import { expect, onTestFinished } from 'vitest';

import { startDiscord } from '../emulators/discord/discord.ts';
import type { Shown } from '../emulators/discord/interactions.ts';
import type { Message } from '../emulators/discord/message.ts';
import { openTelegram } from '../emulators/telegram/telegram.ts';

/** They end with the test, which fails if the bot asked for what the platforms would refuse. */
export async function openEmulators() {
  const [discord, telegram] = await Promise.all([startDiscord(), openTelegram()]);
  onTestFinished(async () => {
    await discord.close();
    await telegram.close();
    expect([...discord.violations, ...telegram.violations]).toEqual([]);
  });
  const settings = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.url,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API: telegram.root,
  };
  return { discord, telegram, settings };
}

/** What the program logs once it is connected. */
export const connected = { discord: 'Discord: ready', telegram: 'Telegram is connected' };

/** The message that a person on Discord saw. */
export function messageIn(shown: Shown): Message {
  if (!('message' in shown)) throw new Error(`a ${shown.kind}, not a message`);
  return shown.message;
}
