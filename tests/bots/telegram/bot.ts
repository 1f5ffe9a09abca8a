// The bot on Telegram as its people meet it: the real client against the stand-in server, with a fresh database.

import { Writable } from 'node:stream';

import { expect, onTestFinished } from 'vitest';

import { openLog } from '../../../bots/log.ts';
import { telegramAdapter, type TelegramSettings } from '../../../bots/telegram/adapter.ts';
import type { Pace } from '../../../bots/telegram/polling.ts';
import type { House } from '../../../commands/context.ts';
import { openTalk } from '../../chat.ts';
import { openTelegram, type Telegram, type TelegramOptions } from '../../emulators/telegram/telegram.ts';

/** Short enough for tests that wait for faults to pass. */
const usualPace: Pace = {
  patience: 2500,
  idle: 2500,
  hold: 1,
  late: 200,
  shortest: 10,
  longest: 40,
  grace: 250,
  lease: 300,
};

export interface BotOptions extends TelegramOptions {
  readonly house?: Partial<House>;
  /** The test looks at faults and broken requests itself. */
  readonly careless?: boolean;
}

/** Ends with the test, which fails if the bot reported a fault or made a request that the platform would refuse. */
export async function openBot({ house: change = {}, careless = false, ...options }: BotOptions = {}) {
  const telegram = await openTelegram(options);
  const { house, faults } = await openTalk(change);
  const bot = await startBot(house, telegram);
  onTestFinished(async () => {
    await bot.end();
    await telegram.close();
    if (careless) return;
    expect(telegram.violations).toEqual([]);
    expect(faults).toEqual([]);
  });
  const mei = telegram.user({ name: 'Mei', username: 'mei', language_code: 'en' });
  const hua = telegram.user({ name: '小华', username: 'xiaohua', language_code: 'zh-hans' });
  return { telegram, house, faults, bot, mei, hua };
}

/** Starts the bot, and resolves when it is connected. */
export async function startBot(
  house: House,
  telegram: Telegram,
  change: Partial<TelegramSettings> = {},
  pace: Partial<Pace> = {},
) {
  const lines: string[] = [];
  const output = new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
  const log = openLog({ level: 'info', secrets: [] }, output);
  const { token, root } = telegram;
  const settings = { token, api: root, webhookUrl: null, webhookSecret: null, ...change };
  const adapter = telegramAdapter(house, settings, log, { ...usualPace, ...pace });
  const stop = new AbortController();
  const before = telegram.requests.length;
  const running = adapter.run(stop.signal);
  const isConnected = () =>
    settings.webhookUrl === null
      ? telegram.requests.slice(before).some(({ method }) => method === 'getUpdates')
      : adapter.trouble() === null;
  if (settings.token === telegram.token)
    await expect.poll(isConnected, { interval: 5, timeout: 10_000 }).toBe(true);
  return {
    adapter,
    lines,
    async end() {
      stop.abort();
      await running;
    },
  };
}
