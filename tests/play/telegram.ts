// A private chat with the bot on the Telegram stand-in.

import { openTelegram } from '../emulators/telegram/telegram.ts';
import type { Said } from '../emulators/telegram/world.ts';
import { type Arrival, type Client, forEver } from './client.ts';

export async function playTelegram(show: (arrival: Arrival) => void): Promise<Client> {
  const telegram = await openTelegram();
  const you = telegram.user({
    name: 'You',
    username: 'you',
    language_code: process.env['LANG']?.slice(0, 2) ?? 'en',
  });
  const chat = you.opens();

  function arrived(said: Said): void {
    const buttons = said.keyboard.flat().map(({ text, url }) => ({
      label: url === undefined ? text : `${text} (${url})`,
      press: () => void (url === undefined && press(said, text)),
    }));
    show({ text: said.text, buttons });
  }

  async function press(said: Said, label: string): Promise<void> {
    const { text } = await you.taps(chat.now(said) ?? said, label, forEver);
    if (text !== undefined && text !== '') show({ text: `(${text})`, buttons: [] });
  }

  const watch = async (next: (patience: number) => Promise<Said>): Promise<never> => {
    for (;;) arrived(await next(forEver));
  };
  void watch((patience) => chat.next(patience));
  void watch((patience) => chat.nextEdit(patience));
  return {
    say: (line) => void (line.trim() !== '' && you.says(chat, line)),
    settings: { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API: telegram.root },
    hint: 'A private chat on Telegram, played by a stand-in. Type /start.',
    close: () => telegram.close(),
  };
}
