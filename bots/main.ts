// The composition root: the only file that opens the settings, the log and the store. Knows how the parts fit
// together, and how the process begins and ends.

import { randomUUID } from 'node:crypto';

import type { House } from '../commands/context.ts';
import { loadConfig } from '../config/config.ts';
import { openStore } from '../storage/open.ts';
import { StoreError, type StoreFault } from '../storage/store-error.ts';
import { talk } from './console/adapter.ts';
import { openLog, secretsHidden } from './log.ts';

/** In milliseconds; work in hand that takes longer is given up, so that the process ends within ten seconds. */
const longestEnd = 9_000;

/** What each reason means to whoever runs the bot. */
const storeFaults: Readonly<Record<StoreFault, string>> = {
  bad_url: 'this is no database that the bot knows',
  unwritable: 'the file cannot be made or written to',
  not_a_database: 'the file is there, and is something else than a database',
  unreachable: 'no server answers there',
  refused: 'the server refuses',
  too_new: 'a later release of the bot has written to it; run that release',
  other: 'it cannot be opened',
};

await main();

async function main(): Promise<void> {
  const settings = loadConfig(process.env, process.cwd());
  if (settings.faults !== undefined) return refuse(settings.faults);
  const { config, secrets, warnings } = settings.value;
  const [profile] = config.profiles;
  if (profile === undefined) return refuse(['PROFILES: there is no profile']);

  const stop = stopSignal();
  const log = openLog({ level: config.logLevel, secrets: secrets.hidden });
  for (const warning of warnings) log.warn(warning);
  const store = await openStore(secrets.databaseUrl).catch((fault: unknown) => {
    if (fault instanceof StoreError) return fault;
    throw fault;
  });
  if (store instanceof StoreError) {
    const { reason, detail } = store;
    return refuse([secretsHidden(secrets.hidden)(`DATABASE_URL: ${storeFaults[reason]} (${detail})`)]);
  }

  try {
    const search = JSON.stringify(profile.search);
    const { startedAt } = await store.profiles.record(profile.id, search, new Date());
    const house: House = {
      store,
      profile,
      startedAt,
      rates: config.rates,
      language: config.language,
      zone: config.timeZone,
      operators: config.operators,
      report(fault, command) {
        const id = `F-${randomUUID().slice(0, 8)}`;
        log.error({ err: fault, command, id }, 'a command failed');
        return id;
      },
    };
    const { stdin: input, stdout: output } = process;
    await talk(house, { input, output, colour: output.isTTY && output.hasColors() }, stop);
  } finally {
    await store.close();
  }
}

/** Names what has to be put right before the bot can start. */
function refuse(faults: readonly string[]): void {
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = 2;
}

/** Given by SIGTERM or SIGINT; the second of them ends the process at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
    setTimeout(() => process.exit(0), longestEnd).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
  return stop.signal;
}
