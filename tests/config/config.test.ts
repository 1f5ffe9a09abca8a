import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadConfig, options } from '../../config/config.ts';
import { loadRates } from '../../config/rates.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'config-'));
  mkdirSync(join(directory, 'config', 'profiles'), { recursive: true });
  writeFileSync(
    join(directory, 'config', 'profiles', 'ann.yaml'),
    'id: ann\nname: Ann\nheadline: engineer\nsearch: { phases: [{ id: all, name: all, criteria: {} }] }\n',
  );
});
afterEach(() => rmSync(directory, { recursive: true }));
const load = (environment: Record<string, string>) => loadConfig(environment, directory);
const dotEnv = (text: string) => writeFileSync(join(directory, '.env'), text);

describe('the settings', () => {
  it('have a default for everything', () => {
    const { config, secrets } = load({}).value!;
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      language: 'en',
      timeZone: 'UTC',
      logLevel: 'info',
    });
    expect(config.profiles.map(({ id }) => id)).toEqual(['ann']);
    expect(secrets).toMatchObject({
      discordToken: null,
      databaseUrl: 'sqlite:data/referral-bot.db',
      hidden: [],
    });
  });

  it('come from .env, and the environment wins', () => {
    dotEnv('PORT=1\nHOST="0.0.0.0"\n');
    expect(load({ PORT: '2' }).value?.config).toMatchObject({ port: 2, host: '0.0.0.0' });
  });

  it('are trimmed, and an empty one is not set', () => {
    expect(load({ TIME_ZONE: ' Asia/Kolkata ', PORT: ' ' }).value?.config).toMatchObject({
      timeZone: 'Asia/Kolkata',
      port: 8080,
    });
  });

  it.each([
    ['PORT', '65536', '"65536" is not a port from 0 to 65535'],
    ['TIME_ZONE', 'Asia/Canton', '"Asia/Canton" is not an IANA time zone; for example Asia/Shanghai'],
    ['LANGUAGE', 'fr', '"fr" is not a language of the bot; en or zh'],
    ['LOG_LEVEL', 'loud', '"loud" is not a log level'],
    ['DISCORD_GUILDS', '1,2', '"1,2" is not a list of server ids'],
    ['OPERATORS', 'slack:1', '"slack:1" is not a list of accounts'],
    ['PUBLIC_URL', 'ftp://example.org', '"ftp://example.org" is not a web address'],
    ['DATABASE_URL', 'mysql://user:hush@host/db', 'the value is not a database'],
    ['TELEGRAM_TOKEN', 'hush', 'the value is not a bot token'],
    ['MODEL_URL', 'https://user:hush@models.example', 'the value is not a web address without user'],
    ['MODEL_URL', 'https://models.example/v1?key=hush', 'the value is not a web address without user'],
    ['MODEL_URL', 'models.example', 'the value is not a web address'],
    ['MODEL_KEY', 'hush hush', 'the value is not a key'],
    ['MODEL_KEY', 'x', 'the value is not a key of four characters or more'],
    ['MODEL_CALLS_PER_DAY', 'many', '"many" is not a whole number'],
  ])('refuse %s=%s', (name, text, said) => {
    const { faults } = load({ [name]: text });
    expect(faults).toEqual([expect.stringContaining(`${name}: ${said}`)]);
    expect(faults?.join()).not.toContain('hush');
  });

  it('tell every fault at once, with the line and column of one in .env', () => {
    dotEnv('# ours\nPORT=1\n  export TIME_ZONE = nowhere\n');
    expect(load({ LANGUAGE: 'fr', PROFILES: 'none' }).faults).toEqual([
      expect.stringMatching(/^LANGUAGE: /u),
      expect.stringMatching(/^\.env:3:22: TIME_ZONE: "nowhere"/u),
      expect.stringMatching(/none: there is no such file/u),
    ]);
  });

  it('want a secret with a webhook', () => {
    const webhook = { TELEGRAM_WEBHOOK_URL: 'https://example.org' };
    expect(load(webhook).faults).toEqual([expect.stringContaining('TELEGRAM_WEBHOOK_SECRET: missing')]);
    expect(load({ ...webhook, TELEGRAM_WEBHOOK_SECRET: 'a-b' }).faults).toBeUndefined();
  });

  it('turn a language model on by its address, which needs a name', () => {
    expect(load({}).value?.config.model).toBeNull();
    expect(load({ MODEL_NAME: 'qwen', MODEL_KEY: 'sk-1' }).value?.config.model).toBeNull();
    const MODEL_URL = 'http://127.0.0.1:8000/v1/chat/completions/';
    expect(load({ MODEL_URL }).faults).toEqual([expect.stringContaining('MODEL_NAME: missing')]);
    const { config, secrets } = load({ MODEL_URL, MODEL_NAME: 'qwen', MODEL_KEY: 'sk-1' }).value!;
    expect(config.model).toEqual({ url: 'http://127.0.0.1:8000/v1', name: 'qwen', callsPerDay: 200 });
    expect(secrets).toMatchObject({ modelKey: 'sk-1', hidden: ['sk-1'] });
  });

  it('know which texts have to be hidden, a database password in both spellings', () => {
    const { hidden } = load({ TELEGRAM_TOKEN: '1:abc', DATABASE_URL: 'postgres://u:p%40ss@host/db' }).value!
      .secrets;
    expect(hidden).toEqual(['1:abc', 'p%40ss', 'p@ss']);
  });

  it('warn of a misspelt variable of ours and of nothing else', () => {
    const { warnings } = load({ DISCORD_TOKN: 'x', DISCORD_CLIENT_ID: 'x', PROT: '1' }).value!;
    expect(warnings).toEqual(['DISCORD_TOKN means nothing to the bot; did you mean DISCORD_TOKEN?']);
  });

  it('cannot be changed', () => {
    const { config } = load({}).value!;
    expect(() => Object.assign(config.discord, { api: 'x' })).toThrow(TypeError);
  });

  it('are all in the example, with their defaults', () => {
    const shown = new Map(
      [...readFileSync('config/example.env', 'utf8').matchAll(/^#([A-Z_]+)=(.*)$/gmu)].map(
        ([, name, text]) => [name, text],
      ),
    );
    expect([...shown.keys()].toSorted()).toEqual(Object.keys(options).toSorted());
    for (const [name, { fallback }] of Object.entries(options)) {
      if (fallback !== null) expect(shown.get(name)).toBe(fallback);
    }
  });
});

it('takes LANGUAGE as desktops set it', () => {
  const spoken = (LANGUAGE: string) => loadConfig({ LANGUAGE }, directory).value?.config.language;
  expect(['zh', 'zh_CN:zh', 'en_US:en', 'fr_FR:zh_CN', 'fr_FR:fr'].map(spoken)).toEqual([
    'zh',
    'zh',
    'en',
    'zh',
    'en',
  ]);
  expect(loadConfig({ LANGUAGE: 'fr' }, directory).faults).toEqual([
    expect.stringContaining('LANGUAGE: "fr"'),
  ]);
});

describe('the exchange rates', () => {
  it('carry their day and value currencies in CNY', () => {
    expect(loadRates().value).toMatchObject({
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
      base: 'CNY',
      worth: { USD: 7.15 },
    });
  });

  it('are refused with the line of every fault', () => {
    const file = join(directory, 'rates.yaml');
    writeFileSync(file, 'as_of: yesterday\nbase: CNY\nworth:\n  USD: -7\n  euro: 8\n');
    expect(loadRates(file).faults).toEqual([
      expect.stringMatching(/rates\.yaml:1:1: as_of: /u),
      expect.stringMatching(/rates\.yaml:4:3: worth\.USD: /u),
      expect.stringMatching(/rates\.yaml:5:3: worth\.euro: /u),
    ]);
  });
});
