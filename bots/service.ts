// The bot as a service: every configured platform at once, and the HTTP side beside them. Knows which settings make
// a platform; loads the libraries of those alone.

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { House } from '../commands/context.ts';
import type { Settings } from '../config/config.ts';
import type { Adapter } from './adapter.ts';
import { type Log, secretsHidden } from './log.ts';
import { runPlatforms, troublesOf } from './platforms.ts';
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
  const metrics = openMetrics();
  const hide = secretsHidden(secrets.hidden);
  const running: Adapter[] = [];
  const house: House = { ...quietHouse, note: metrics.note, troubles: () => statesOf(running, hide) };
  const { adapters, webhooks } = await openPlatforms(house, settings, log);
  running.push(...adapters);
  metrics.watch(adapters);

  const app = webApp({
    metrics,
    webhooks,
    troubles: async () => {
      const troubles = { ...(await storeTrouble(house, log)), ...troublesOf(adapters) };
      return Object.fromEntries(Object.entries(troubles).map(([name, reason]) => [name, hide(reason)]));
    },
    report: (fault) => log.error({ err: fault }, 'a web request failed'),
  });
  const web = await serve(app, config.host, config.port);
  log.info({ host: config.host, port: web.port }, 'listening');
  await Promise.all([
    (stop.aborted ? Promise.resolve() : once(stop, 'abort')).then(() => web.close()),
    runPlatforms(adapters, stop, (fault, platform) =>
      log.error({ err: fault, platform }, 'a platform broke; it begins anew'),
    ),
  ]);
}

async function openPlatforms(house: House, { config, secrets }: Settings, log: Log): Promise<Platforms> {
  const adapters: Adapter[] = [];
  const webhooks: Record<string, Webhook> = {};
  if (secrets.discordToken !== null) {
    const { discordAdapter } = await import('./discord/adapter.ts');
    adapters.push(discordAdapter(house, { ...config.discord, token: secrets.discordToken }, log));
  }
  return { adapters, webhooks };
}

/** By platform: why it is not connected, or `null`. */
const statesOf = (
  adapters: readonly Adapter[],
  hide: (text: string) => string,
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    adapters.map((adapter) => {
      const trouble = adapter.trouble();
      return [adapter.platform, trouble === null ? null : hide(trouble)];
    }),
  );

async function storeTrouble({ store }: House, log: Log): Promise<Readonly<Record<string, string>>> {
  const answer = store.marks.find('ready').then(() => 'fine' as const);
  const outcome = await Promise.race([answer, pause(storePatience, 'late' as const, { ref: false })]).catch(
    (fault: unknown) => {
      log.warn({ err: fault }, 'the database does not answer');
      return 'late' as const;
    },
  );
  return outcome === 'fine' ? {} : { store: 'the database does not answer' };
}
