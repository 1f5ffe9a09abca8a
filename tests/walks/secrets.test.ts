// Tokens, the webhook's secret and the database's password appear nowhere, whatever goes wrong around the program.

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { openPost } from '../commands/posts.ts';
import { openModelServer } from '../emulators/model/model.ts';
import type { FaultKind } from '../emulators/telegram/faults.ts';
import { connected, openEmulators } from './emulators.ts';
import { openFolder, type Program, startProgram } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Everything that the program shows to anybody. */
async function shown(bot: Program): Promise<string> {
  const site = await bot.site();
  const pages = await Promise.all(
    ['/readyz', '/metrics', '/healthz', '/telegram/updates', '/nowhere'].map(async (path) => {
      const answer = await fetch(`${site}${path}`, { method: path.startsWith('/telegram') ? 'POST' : 'GET' });
      return answer.text();
    }),
  );
  return [bot.written(), ...pages].join('\n');
}

/** Each secret, its telling part, and both as they look in a URL. */
const formsOf = (secret: string): readonly string[] =>
  [secret, secret.split(':').at(-1) ?? secret].flatMap((part) => [part, encodeURIComponent(part)]);

const leaks = (text: string, secrets: readonly string[]): readonly string[] =>
  secrets.flatMap(formsOf).filter((form) => text.includes(form));

const page: FaultKind = { kind: 'page' };
const garbled: FaultKind = { kind: 'garbled' };
const dropped: FaultKind = { kind: 'dropped' };
const cut: FaultKind = { kind: 'cut' };
const refusal = (code: number, description: string): FaultKind => ({ kind: 'error', code, description });

const noisy = { LOG_LEVEL: 'trace', DEBUG: '*', NODE_DEBUG: 'fetch' };

describe('when Telegram answers nonsense', () => {
  test('at the start', async () => {
    const { telegram, settings } = await openEmulators();
    for (const fault of [page, garbled, dropped]) void telegram.fail({ ...fault, method: 'getMe' });
    const bot = startProgram({ ...settings, ...noisy, DISCORD_TOKEN: '' });
    await bot.logged(connected.telegram);
    expect(leaks(await shown(bot), [settings.TELEGRAM_TOKEN])).toEqual([]);
  });

  test('while it is asked for news', async () => {
    const { telegram, settings } = await openEmulators();
    const bot = startProgram({ ...settings, ...noisy, DISCORD_TOKEN: '' });
    await bot.logged(connected.telegram);
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    for (const fault of [page, garbled, dropped, refusal(409, 'Conflict')]) {
      const happened = telegram.fail({ ...fault, method: 'getUpdates' });
      mei.says(chat, '/skills kafka');
      await happened;
      expect(leaks((await chat.next(20_000)).text, [settings.TELEGRAM_TOKEN])).toEqual([]);
    }
    const happened = telegram.fail({ ...cut, method: 'getUpdates' });
    mei.says(chat, '/skills kafka');
    await happened;
    expect(leaks(await shown(bot), [settings.TELEGRAM_TOKEN])).toEqual([]);
  });

  test('to an answer of the bot', async () => {
    const { telegram, settings } = await openEmulators();
    const bot = startProgram({ ...settings, ...noisy, DISCORD_TOKEN: '' });
    await bot.logged(connected.telegram);
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    for (const fault of [page, garbled, dropped, refusal(400, 'Bad Request'), refusal(403, 'Forbidden')]) {
      const happened = telegram.fail({ ...fault, method: 'sendMessage' });
      mei.says(chat, '/skills kafka');
      await happened;
    }
    mei.says(chat, '/criteria');
    while (!(await chat.next(10_000)).text.includes('looks for'));
    const asked = telegram.requests.map(({ values }) => JSON.stringify(values)).join('\n');
    expect(leaks(asked, [settings.TELEGRAM_TOKEN])).toEqual([]);
    expect(leaks(await shown(bot), [settings.TELEGRAM_TOKEN])).toEqual([]);
  });
});

test('when Discord answers nonsense', async () => {
  const { discord, settings } = await openEmulators();
  discord.fail(/gateway/u, { kind: 'status', status: 502 }, 2);
  const bot = startProgram({ ...settings, ...noisy, TELEGRAM_TOKEN: '' });
  await bot.logged(connected.discord);
  discord.gateway.close(4000);
  discord.gateway.drop();
  expect(leaks(await shown(bot), [settings.DISCORD_TOKEN])).toEqual([]);
  expect(await bot.ended('SIGTERM')).toBe(0);
  expect(leaks(bot.written(), [settings.DISCORD_TOKEN])).toEqual([]);
});

test('when a language model answers with what it was sent', async () => {
  const model = await openModelServer();
  onTestFinished(() => model.close());
  const { telegram, settings } = await openEmulators();
  const secrets = { MODEL_KEY: model.key ?? '' };
  const bot = startProgram({
    ...settings,
    ...noisy,
    ...secrets,
    DISCORD_TOKEN: '',
    MODEL_URL: model.url,
    MODEL_NAME: model.name,
  });
  await bot.logged(connected.telegram);
  const mei = telegram.user({ name: 'Mei' });
  const chat = mei.opens();
  void model.next({ kind: 'body', text: `{"authorization": "Bearer ${secrets.MODEL_KEY}"}` });
  mei.says(chat, `/submit ${openPost}`);
  expect((await chat.next(20_000)).text).toContain('LLM Engineer');
  expect(await bot.logged('the language model was no help')).toContain('Bearer [secret]');
  expect(leaks(await shown(bot), Object.values(secrets))).toEqual([]);
});

test('when both tokens are wrong', async () => {
  const { settings } = await openEmulators();
  const wrong = {
    DISCORD_TOKEN: 'MTk5OTk5OTk5OTk5OTk5OTk5.wrong.and-never-to-be-seen',
    TELEGRAM_TOKEN: '7999999999:AAwrong_and_never_to_be_seen',
  };
  const bot = startProgram({ ...settings, ...noisy, ...wrong });
  await Promise.all([bot.logged('TELEGRAM_TOKEN'), bot.logged('DISCORD_TOKEN')]);
  expect(leaks(await shown(bot), Object.values(wrong))).toEqual([]);
  expect(await bot.ended('SIGTERM')).toBe(0);
});

test('when nobody listens, and a webhook and a password are set', async () => {
  const nowhere = 'http://127.0.0.1:9';
  const secrets = {
    DISCORD_TOKEN: 'MTk5OTk5OTk5OTk5OTk5OTk5.nobody.is-there',
    TELEGRAM_TOKEN: '7999999999:AAnobody_is_there',
    TELEGRAM_WEBHOOK_SECRET: 'only-Telegram-knows',
  };
  const bot = startProgram({
    ...noisy,
    ...secrets,
    DATABASE_URL: openFolder().database,
    DISCORD_API: nowhere,
    TELEGRAM_API: nowhere,
    TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram/updates',
  });
  await Promise.all([bot.logged('Telegram is not connected'), bot.logged('Discord: ')]);
  expect(leaks(await shown(bot), Object.values(secrets))).toEqual([]);
  expect(await bot.ended('SIGTERM')).toBe(0);
});

/** Runs in the program, three seconds on: an error with the token in it, as a library might throw it. */
const crash = encodeURIComponent(
  "setTimeout(() => { throw new Error('/bot' + process.env.TELEGRAM_TOKEN + '/getMe'); }, 3000)",
);

test('when the program crashes', async () => {
  const { settings } = await openEmulators();
  const bot = startProgram({ ...settings, NODE_OPTIONS: `--import data:text/javascript,${crash}` });
  expect(await bot.ended()).toBe(1);
  expect(bot.written()).toContain('a fault that nobody caught');
  expect(leaks(bot.written(), [settings.TELEGRAM_TOKEN])).toEqual([]);
});
