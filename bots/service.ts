// The bot as a service: every configured platform at once, and the HTTP side beside them. Knows which settings make
// a platform; loads the libraries of those alone.

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { House } from '../commands/context.ts';
import type { Settings } from '../config/config.ts';
import type { Adapter } from './adapter.ts';
import { type Log, secretsHidden } from './log.ts';
import { carryLetters, openDesk, sweepLetters } from './outbox.ts';
import { factsOf, runPlatforms, troublesOf } from './platforms.ts';
import { openMetrics } from './web/metrics.ts';
import { serve, type Webhook, webApp } from './web/server.ts';

/** In milliseconds; a database that takes longer for one row counts as gone. */
const storePatience = 2000;

interface Platforms {
  readonly adapters: readonly Adapter[];
  readonly webhooks: Readonly<Record<string, Webhook>>;
}

/** Runs until `stop` is given and the work in hand is done. Fails, with nothing begun, where it cannot listen. */
export async function runService(
  quietHouse: House,
  settings: Settings,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const { config, secrets } = settings;
  const hide = secretsHidden(secrets.hidden);
  const metrics = openMetrics();
  const troubles = (): Readonly<Record<string, string | null>> => troublesOf(adapters, hide);
  const house: House = {
    ...quietHouse,
    note: metrics.note,
    noteModel: metrics.noteModel,
    troubles,
    facts: (context) => factsOf(adapters, hide, context),
  };
  const { adapters, webhooks } = await openPlatforms(house, settings, log);
  metrics.watch(adapters);
  metrics.watchLetters(() => house.store.outbox.counts(new Date()));
  const desk = openDesk(house, log);
  giveBackMemory();

  const app = webApp({
    metrics,
    webhooks,
    troubles: async () => ({ ...troubles(), store: await storeTrouble(house, log) }),
    report: (fault) => log.error({ err: fault }, 'a web request failed'),
  });
  const web = await serve(app, config.host, config.port);
  log.info({ host: config.host, port: web.port }, 'listening');
  await Promise.all([
    (stop.aborted ? Promise.resolve() : once(stop, 'abort')).then(() => web.close()),
    runPlatforms(adapters, stop, (fault, platform) =>
      log.error({ err: fault, platform }, 'a platform broke; it begins anew'),
    ),
    ...adapters.map(({ post }) => carryLetters(post, desk, stop)),
    sweepLetters(desk, stop),
  ]);
}

async function openPlatforms(house: House, { config, secrets }: Settings, log: Log): Promise<Platforms> {
  const adapters: Adapter[] = [];
  const webhooks: Record<string, Webhook> = {};
  if (secrets.discordToken !== null) {
    const { discordAdapter } = await import('./discord/adapter.ts');
    adapters.push(discordAdapter(house, { ...config.discord, token: secrets.discordToken }, log));
  }
  if (secrets.telegramToken !== null) {
    const { telegramAdapter } = await import('./telegram/adapter.ts');
    const { telegramToken: token, telegramWebhookSecret: webhookSecret } = secrets;
    const telegram = telegramAdapter(house, { ...config.telegram, token, webhookSecret }, log);
    adapters.push(telegram);
    if (telegram.webhook !== null) webhooks[telegram.platform] = telegram.webhook;
  }
  return { adapters, webhooks };
}

/** What loading all this left behind would stay; only `npm start` lets a program ask for it. */
function giveBackMemory(): void {
  globalThis.gc?.({ type: 'major', flavor: 'last-resort', execution: 'sync' });
}

async function storeTrouble({ store }: House, log: Log): Promise<string | null> {
  const answered = store.marks.find('ready').then(
    () => true,
    (fault: unknown) => {
      log.warn({ err: fault }, 'the database does not answer');
      return false;
    },
  );
  const isFine = await Promise.race([answered, pause(storePatience, false, { ref: false })]);
  return isFine ? null : 'the database does not answer';
}
