// Every setting the bot has: one table, read from the environment and `.env` into one frozen Config, with what must
// not be shown apart. It hides where a value came from, except in what it says of a faulty one.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

import { distance } from 'fastest-levenshtein';

import { languages } from '../core/language.ts';
import type { Rates } from '../core/money.ts';
import type { Profile } from '../core/profile.ts';
import { loadProfiles } from './profile-file.ts';
import { loadRates } from './rates.ts';
import type { Loaded } from './yaml-file.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** One setting. `read` gives `undefined` for a text that is not `right`; `fallback` is read where none is set. */
interface Option<T> {
  readonly read: (text: string) => T | undefined;
  readonly right: string;
  readonly fallback: string | null;
  readonly secret: boolean;
}

const option = <T>(
  read: Option<T>['read'],
  right: string,
  { fallback = null, secret = false }: Partial<Pick<Option<T>, 'fallback' | 'secret'>> = {},
): Option<T> => ({ read, right, fallback, secret });

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);
const anything = (text: string) => text;
const webAddress = (text: string) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) ? text.replace(/\/+$/u, '') : undefined;
};
/** With or without the end that all of them share; what could be a secret would be shown wherever the address is. */
const chatAddress = (text: string) => {
  const { username, password, search, hash } = URL.parse(text) ?? {};
  const isBare = [username, password, search, hash].every((part) => part === '');
  return isBare ? webAddress(text)?.replace(/\/chat\/completions$/u, '') : undefined;
};
const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string) =>
    values.find((value) => value === text);
/** `en`, `zh`, or what desktops set for their own sake under the same name: `zh_CN:zh:en_US`, the best one first. */
const language = (text: string) => {
  if (!/[_:]/u.test(text)) return languages.find((known) => known === text);
  const spoken = text.split(':').map((one) => one.split('_')[0]);
  return (
    spoken.map((one) => languages.find((known) => known === one)).find((one) => one !== undefined) ?? 'en'
  );
};
const listOf = (pattern: RegExp) => (text: string) => {
  const items = text.split(',').map((item) => item.trim());
  return items.every((item) => pattern.test(item)) ? items : undefined;
};
const timeZone = (text: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text }).format();
    return text;
  } catch {
    return undefined;
  }
};
const wholeNumber = (text: string) => (/^\d{1,7}$/u.test(text) ? Number(text) : undefined);
const port = (text: string) => (/^\d{1,5}$/u.test(text) && Number(text) <= 65_535 ? Number(text) : undefined);
const databaseUrl = (text: string) => {
  if (/^sqlite:./u.test(text)) return text;
  return /^postgres(?:ql)?:$/u.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
};

/** All settings there are, by the names of their variables. */
export const options = {
  DISCORD_TOKEN: option(matching(/^\S+$/u), 'a bot token without spaces', { secret: true }),
  DISCORD_API: option(webAddress, 'a web address; for example https://discord.com/api'),
  DISCORD_GUILDS: option(
    listOf(/^\d{15,21}$/u),
    'a list of server ids; for example 123456789012345678,876543210987654321',
  ),
  TELEGRAM_TOKEN: option(
    matching(/^\d+:\S+$/u),
    'a bot token as BotFather writes it; for example 123456:ABC…',
    {
      secret: true,
    },
  ),
  TELEGRAM_API: option(webAddress, 'a web address; for example https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: option(webAddress, 'a web address; for example https://bot.example.org'),
  TELEGRAM_WEBHOOK_SECRET: option(
    matching(/^[\w-]{1,256}$/u),
    'one to 256 letters (A to Z), digits, underscores and hyphens',
    { secret: true },
  ),
  DATABASE_URL: option(
    databaseUrl,
    'a database; for example sqlite:data/referral-bot.db, sqlite::memory: or postgres://user:password@host/name',
    { fallback: 'sqlite:data/referral-bot.db', secret: true },
  ),
  PROFILES: option(anything, 'a profile file or a folder of them', { fallback: 'config/profiles' }),
  OPERATORS: option(
    listOf(/^(?:discord|telegram):\d+$/u),
    'a list of accounts; for example discord:123456789012345678,telegram:123456789',
  ),
  HOST: option(matching(/^[\w.:-]+$/u), 'a host name or address; for example 0.0.0.0', {
    fallback: '127.0.0.1',
  }),
  PORT: option(port, 'a port from 0 to 65535; for example 8080', { fallback: '8080' }),
  MODEL_URL: option(
    chatAddress,
    'a web address without user, password or parameters; for example https://api.openai.com/v1',
    { secret: true },
  ),
  MODEL_NAME: option(matching(/^[\x21-\x7e]+$/u), 'the name of a model; for example gpt-4o-mini'),
  MODEL_KEY: option(matching(/^[\x21-\x7e]{4,}$/u), 'a key of four characters or more without spaces', {
    secret: true,
  }),
  MODEL_CALLS_PER_DAY: option(wholeNumber, 'a whole number; for example 200', { fallback: '200' }),
  PUBLIC_URL: option(webAddress, 'a web address; for example https://jobs.example.org'),
  LANGUAGE: option(language, `a language of the bot; ${languages.join(' or ')}`, { fallback: 'en' }),
  TIME_ZONE: option(timeZone, 'an IANA time zone; for example Asia/Shanghai', { fallback: 'UTC' }),
  LOG_LEVEL: option(oneOf(logLevels), `a log level; one of ${logLevels.join(', ')}`, { fallback: 'info' }),
};

/** What the bot runs by. */
interface Config {
  readonly discord: { readonly api: string | null; readonly guilds: readonly string[] };
  readonly telegram: { readonly api: string | null; readonly webhookUrl: string | null };
  readonly profiles: readonly Profile[];
  readonly rates: Rates;
  /** Accounts as `discord:ID` and `telegram:ID`. */
  readonly operators: readonly string[];
  /** The language model that helps with reading; `null` where none does. */
  readonly model: ModelSettings | null;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly language: (typeof languages)[number];
  readonly timeZone: string;
  readonly logLevel: (typeof logLevels)[number];
}

/** An endpoint that speaks the OpenAI chat protocol. */
interface ModelSettings {
  /** What `/chat/completions` comes after. */
  readonly url: string;
  readonly name: string;
  readonly callsPerDay: number;
}

/** What must never be shown or logged. */
interface Secrets {
  readonly discordToken: string | null;
  readonly telegramToken: string | null;
  readonly telegramWebhookSecret: string | null;
  readonly modelKey: string | null;
  /** May hold a password. */
  readonly databaseUrl: string;
  /** Every text above that has to be hidden where it turns up in other text. */
  readonly hidden: readonly string[];
}

export interface Settings {
  readonly config: Config;
  readonly secrets: Secrets;
  /** Variables that look like misspelt ones of ours, a sentence each. */
  readonly warnings: readonly string[];
}

/** The settings of `environment` and of `.env` in `directory`, where the environment wins; or every fault at once. */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): Loaded<Settings> {
  const path = join(directory, '.env');
  const dotEnv = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const inFile: Readonly<Record<string, string | undefined>> = parseEnv(dotEnv);
  const faults: string[] = [];

  function value<T>(name: keyof typeof options, { read, right, fallback, secret }: Option<T>): T | null {
    const outside = environment[name]?.trim() ?? '';
    const set = outside === '' ? (inFile[name]?.trim() ?? '') : outside;
    const text = set === '' ? fallback : set;
    if (text === null) return null;
    const found = read(text);
    if (found !== undefined) return found;
    const where = outside === '' ? `${position(dotEnv, name)}: ` : '';
    faults.push(`${where}${name}: ${secret ? 'the value' : `"${text}"`} is not ${right}`);
    return null;
  }
  /** The value of an option with a default; a fault has been noted where it is missing, and nothing starts. */
  function required<T>(name: keyof typeof options, known: Option<T>): T {
    const found = value(name, known) ?? (known.fallback === null ? undefined : known.read(known.fallback));
    if (found === undefined) throw new TypeError(`${name} has no default`);
    return found;
  }

  const profiles = loadProfiles(resolve(directory, required('PROFILES', options.PROFILES)));
  const secrets = {
    discordToken: value('DISCORD_TOKEN', options.DISCORD_TOKEN),
    telegramToken: value('TELEGRAM_TOKEN', options.TELEGRAM_TOKEN),
    telegramWebhookSecret: value('TELEGRAM_WEBHOOK_SECRET', options.TELEGRAM_WEBHOOK_SECRET),
    modelKey: value('MODEL_KEY', options.MODEL_KEY),
    databaseUrl: required('DATABASE_URL', options.DATABASE_URL),
  };
  const modelUrl = value('MODEL_URL', options.MODEL_URL);
  const modelName = value('MODEL_NAME', options.MODEL_NAME);
  const callsPerDay = required('MODEL_CALLS_PER_DAY', options.MODEL_CALLS_PER_DAY);
  const rates = loadRates();
  const known: Omit<Config, 'rates'> = {
    discord: {
      api: value('DISCORD_API', options.DISCORD_API),
      guilds: value('DISCORD_GUILDS', options.DISCORD_GUILDS) ?? [],
    },
    telegram: {
      api: value('TELEGRAM_API', options.TELEGRAM_API),
      webhookUrl: value('TELEGRAM_WEBHOOK_URL', options.TELEGRAM_WEBHOOK_URL),
    },
    profiles: profiles.value ?? [],
    operators: value('OPERATORS', options.OPERATORS) ?? [],
    model: modelUrl === null || modelName === null ? null : { url: modelUrl, name: modelName, callsPerDay },
    host: required('HOST', options.HOST),
    port: required('PORT', options.PORT),
    publicUrl: value('PUBLIC_URL', options.PUBLIC_URL),
    language: required('LANGUAGE', options.LANGUAGE),
    timeZone: required('TIME_ZONE', options.TIME_ZONE),
    logLevel: required('LOG_LEVEL', options.LOG_LEVEL),
  };
  if (known.telegram.webhookUrl !== null && secrets.telegramWebhookSecret === null) {
    faults.push(`TELEGRAM_WEBHOOK_SECRET: missing; a webhook needs ${options.TELEGRAM_WEBHOOK_SECRET.right}`);
  }
  if (modelUrl !== null && modelName === null) {
    faults.push(`MODEL_NAME: missing; MODEL_URL needs ${options.MODEL_NAME.right}`);
  }
  faults.push(...(profiles.faults ?? []), ...(rates.faults ?? []));
  if (faults.length > 0 || rates.value === undefined) return { faults: [...new Set(faults)] };
  const config: Config = { ...known, rates: rates.value };
  const warnings = misspelt([...Object.keys(environment), ...Object.keys(inFile)]);
  return { value: frozen({ config, secrets: { ...secrets, hidden: hiddenTexts(secrets) }, warnings }) };
}

/** `.env:LINE:COLUMN` of the value that `name` has in the text of the file. */
function position(dotEnv: string, name: string): string {
  const lines = dotEnv.split(/\r?\n/u);
  const written = new RegExp(String.raw`^\s*(?:export\s+)?${name}\s*=\s*`, 'u');
  const index = lines.findLastIndex((line) => written.test(line));
  return `.env:${index + 1}:${(written.exec(lines[index] ?? '')?.[0].length ?? 0) + 1}`;
}

function hiddenTexts(secrets: Omit<Secrets, 'hidden'>): readonly string[] {
  const password = URL.parse(secrets.databaseUrl)?.password ?? '';
  const { discordToken, telegramToken, telegramWebhookSecret, modelKey } = secrets;
  return [discordToken, telegramToken, telegramWebhookSecret, modelKey, password, decoded(password)]
    .filter((text) => text !== null)
    .filter((text) => text !== '');
}

/** Without its percent signs, where they are well formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function misspelt(names: readonly string[]): readonly string[] {
  const known = Object.keys(options);
  return [...new Set(names)].flatMap((name) => {
    if (known.includes(name) || !/^(?:DISCORD|TELEGRAM|MODEL)_/u.test(name)) return [];
    const near = known.find((other) => distance(name, other) <= 2);
    return near === undefined ? [] : [`${name} means nothing to the bot; did you mean ${near}?`];
  });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
