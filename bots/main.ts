// The composition root: the only file that opens the settings, the log and the store. Knows how the process begins
// and ends.

import { randomUUID } from 'node:crypto';

import type { Fault, House } from '../commands/context.ts';
import { writeDueDigests } from '../commands/due-digests.ts';
import { loadConfig, type Settings } from '../config/config.ts';
import { openStore, type Store } from '../storage/open.ts';
import { StoreError, type StoreFault } from '../storage/store-error.ts';
import { keepTime } from './clock.ts';
import { type Log, openLog, secretsHidden } from './log.ts';
import { modelReadLate } from './model-reading.ts';
import { openDesk } from './outbox.ts';
import { openDrawing } from './pictures/draw.ts';

/** In milliseconds; work in hand that takes longer is given up, so that the process ends within ten seconds. */
const longestEnd = 9_000;
/** In milliseconds: a signal to a group of processes comes to the bot twice, of itself and from npm, within it. */
const passing = 1000;

/** How many of the last faults are told to whoever asks. */
const faultsKept = 5;

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

if (import.meta.main) await main();

async function main(): Promise<void> {
  const loaded = loadConfig(process.env, process.cwd());
  if (loaded.faults !== undefined) return refuse(loaded.faults);
  const settings = loaded.value;
  const { secrets, config } = settings;

  const stop = stopOnSignal();
  const log = openLog({ level: config.logLevel, secrets: secrets.hidden });
  logUncaught(log);
  for (const warning of settings.warnings) log.warn(warning);
  const store = await openStore(secrets.databaseUrl).catch((fault: unknown) => {
    if (fault instanceof StoreError) return fault;
    throw fault;
  });
  if (store instanceof StoreError) {
    const { reason, detail } = store;
    return refuse([secretsHidden(secrets.hidden)(`DATABASE_URL: ${storeFaults[reason]} (${detail})`)]);
  }
  try {
    const house = await openHouse(settings, store, log);
    await Promise.all([
      serveCommunities(house, settings, log, stop),
      talkHere(house, settings, log, stop),
      keepTime((now) => writeDueDigests(house, now, stop.signal), log, stop.signal),
    ]);
  } catch (fault) {
    if (!isDeaf(fault)) throw fault;
    refuse([`HOST, PORT: ${fault.message}`]);
  } finally {
    stop.abort();
    await store.close();
  }
  // Everything is finished; what a library still waits for must not hold the process.
  if (hasPlatform(settings)) process.exit();
}

async function openHouse({ config, secrets }: Settings, store: Store, log: Log): Promise<House> {
  const seekers = await Promise.all(
    config.profiles.map(async (profile) => {
      const search = JSON.stringify(profile.search);
      const { startedAt } = await store.profiles.record(profile.id, search, new Date());
      return { profile, startedAt };
    }),
  );
  const [first, ...others] = seekers.toSorted((one, other) => (one.profile.id < other.profile.id ? -1 : 1));
  if (first === undefined) throw new TypeError('settings without a profile do not load');
  const faults: Fault[] = [];
  return {
    ...first,
    others,
    store,
    rates: config.rates,
    language: config.language,
    zone: config.timeZone,
    operators: config.operators,
    report(fault, command) {
      const id = `F-${randomUUID().slice(0, 8)}`;
      log.error({ err: fault, command, id }, 'a command failed');
      faults.unshift({ id, command, at: new Date() });
      faults.length = Math.min(faults.length, faultsKept);
      return id;
    },
    faults: () => faults,
    readLink: linksReadLate(),
    pictureOf: openDrawing((fault) => log.error({ err: fault }, 'a picture could not be drawn')),
    ...modelReadLate({ config, secrets }, store, log),
  };
}

/** What fetching and reading pages stands on is loaded with the first link. */
function linksReadLate(): NonNullable<House['readLink']> {
  let loaded: Promise<NonNullable<House['readLink']>> | undefined;
  return async (link) => {
    loaded ??= import('./links/read.ts').then(({ linkReader }) => linkReader());
    return (await loaded)(link);
  };
}

function hasPlatform({ secrets }: Settings): boolean {
  return secrets.discordToken !== null || secrets.telegramToken !== null;
}

/** Every configured platform; the parts that only those need are loaded for them alone. */
async function serveCommunities(
  house: House,
  settings: Settings,
  log: Log,
  stop: AbortController,
): Promise<void> {
  if (!hasPlatform(settings)) return;
  const { runService } = await import('./service.ts');
  await runService(house, settings, log, stop.signal);
}

/** The console: alone without a platform; beside one only where a person sits at a terminal. Its end ends all. */
async function talkHere(house: House, settings: Settings, log: Log, stop: AbortController): Promise<void> {
  const { stdin: input, stdout: output } = process;
  if (hasPlatform(settings) && !(input.isTTY && output.isTTY)) return;
  const { talk } = await import('./console/adapter.ts');
  const streams = { input, output, colour: output.isTTY && output.hasColors() };
  await talk(house, streams, openDesk(house, log), stop.signal);
  stop.abort();
}

/** Whether the fault is that nothing can listen where the settings want it. */
function isDeaf(fault: unknown): fault is Error {
  return (
    fault instanceof Error && 'syscall' in fault && ['listen', 'getaddrinfo'].includes(String(fault.syscall))
  );
}

/** Names what has to be put right before the bot can start. */
function refuse(faults: readonly string[]): void {
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = 2;
}

/** Given by SIGTERM or SIGINT; a second one ends the process at once, but not the first one again, passed on by npm. */
function stopOnSignal(): AbortController {
  const stop = new AbortController();
  let begun: number | null = null;
  const end = (): void => {
    if (begun === null) {
      begun = performance.now();
      stop.abort();
      setTimeout(() => process.exit(0), longestEnd).unref();
    } else if (performance.now() - begun > passing) process.exit(1);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  return stop;
}

/** Node's own report of a crash would show secrets; what a library forgot to catch stops nobody else's work. */
function logUncaught(log: Log): void {
  process.on('unhandledRejection', (fault) => log.error({ err: fault }, 'a failure that nobody awaited'));
  process.on('uncaughtException', (fault) => {
    log.fatal({ err: fault }, 'a fault that nobody caught');
    process.exit(1);
  });
}
