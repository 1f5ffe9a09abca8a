// Limits, faults on order, and the published description.

import { afterAll, expect, onTestFinished, test } from 'vitest';

import { readSpec } from '../specs.ts';
import { many, openBare } from './bare.ts';
import { startDiscord } from './discord.ts';

const { discord, guild, ann, ask, clock, messagesPath } = await openBare();

afterAll(() => discord.close());

test.skipIf(readSpec('discord-openapi.json') === null)(
  'where the published description is at hand, a request that breaks it is noted',
  async () => {
    expect(discord.violations).toEqual([]);
    await ask('POST', `/channels/${guild.channel('general').id}/messages`, { content: 7, tts: false });
    expect(discord.violations).toMatchObject([{ request: 'POST /channels/{channel_id}/messages' }]);
  },
);

test('limits are counted for each place and in all, and say when to come back', async () => {
  discord.limit({ perRoute: 2, seconds: 5 });
  const here = await Promise.all(many(3, () => ask('GET', `/channels/${guild.channel('general').id}`)));
  expect(here.map(({ status }) => status).toSorted()).toEqual([200, 200, 429]);
  const refused = here.find(({ status }) => status === 429)!;
  expect(refused.json).toMatchObject({ retry_after: 5, global: false });
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-scope': 'user',
  });
  expect((await ask('GET', `/channels/${ann.direct.id}`)).status).toBe(200);
  expect(discord.early).toBe(0);
  await ask('GET', `/channels/${guild.channel('general').id}`);
  expect([discord.refused, discord.early]).toEqual([2, 1]);
  clock.now += 5000;
  expect((await ask('GET', `/channels/${guild.channel('general').id}`)).status).toBe(200);
  discord.limit({ global: 1 });
  clock.now += 1000;
  await ask('GET', '/users/@me');
  expect(await ask('GET', '/users/@me')).toMatchObject({
    status: 429,
    json: { retry_after: 1, global: true },
  });
  discord.limit({});
});

test('a request takes its time on the way there and on the way back', async () => {
  const far = await startDiscord({ latency: 60 });
  onTestFinished(() => far.close());
  const channel = far.addGuild({ name: 'Jobs', channels: ['general'] }).channel('general');
  const post = (path: string): Promise<Response> =>
    fetch(`${far.url}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${far.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    });
  const sent = post(`/channels/${channel.id}/messages`);
  await channel.next();
  expect(await Promise.race([sent, Promise.resolve('not yet')])).toBe('not yet');
  expect((await sent).status).toBe(200);
});

test('bad days can be ordered: too many, a proxy’s page, a broken or a cut answer, before or after the deed', async () => {
  const send = () => ask('POST', messagesPath(), { content: 'storm' });
  const sent = () =>
    [...guild.channel('general').messages.values()].filter((message) => message.text === 'storm').length;
  const matching = /^POST .*messages$/u;
  discord.fail(matching, { kind: 'rate limit', seconds: 7 });
  expect(await send()).toMatchObject({ status: 429, json: { retry_after: 7 } });
  discord.fail(matching, {
    kind: 'error',
    status: 403,
    code: 50_007,
    message: 'Cannot send messages to this user',
  });
  expect((await send()).json.code).toBe(50_007);
  discord.fail(matching, { kind: 'status', status: 502 }, 1, 1);
  expect((await ask('POST', messagesPath(), { content: 'spared' })).status).toBe(200);
  await expect(send()).rejects.toThrow(SyntaxError);
  discord.fail(matching, { kind: 'drop', accepted: false });
  await expect(send()).rejects.toThrow('fetch failed');
  expect(sent()).toBe(0);
  discord.fail(matching, { kind: 'drop', accepted: true });
  await expect(send()).rejects.toThrow('fetch failed');
  discord.fail(matching, { kind: 'cut' });
  await expect(send()).rejects.toThrow('terminated');
  expect(sent()).toBe(2);
  const gate = Promise.withResolvers<void>();
  discord.fail(matching, { kind: 'slow', until: gate.promise });
  const slow = send();
  await ask('GET', '/users/@me');
  gate.resolve();
  expect((await slow).status).toBe(200);
});
