// What the outbox is held against: a loop that tries again, as most bots have it, and the best throttling library that
// was found, p-queue with `strict`. Both keep to the time that they are told when they are refused.

import { setTimeout as pause } from 'node:timers/promises';

import PQueue from 'p-queue';

import type { Platform, Stage } from './stage.ts';

/** What is allowed in a second. */
export const allowed: Readonly<Record<Platform, number>> = { telegram: 30, discord: 50 };

export interface Rival {
  readonly name: string;
  /** Sends a message to every place of the platform; returns the marks of those that it calls failed. */
  readonly send: (stage: Stage, platform: Platform, round: number) => Promise<readonly string[]>;
}

const retrying = (name: string, tries: number, run: (work: readonly Work[]) => Promise<unknown>): Rival => ({
  name,
  async send(stage, platform, round) {
    const failed: string[] = [];
    const work = stage.addresses[platform].map((_, place) => async () => {
      const mark = `${platform} ${place} ${round} 0`;
      await insist(() => post(stage, platform, place, `[${mark}] Hello`), tries).catch(() =>
        failed.push(mark),
      );
    });
    await run(work);
    return failed;
  },
});

type Work = () => Promise<void>;

async function oneByOne(work: readonly Work[]): Promise<void> {
  for (const one of work) await one();
}

const queued =
  (perSecond: number) =>
  (work: readonly Work[]): Promise<unknown> =>
    new PQueue({ interval: 1000, intervalCap: perSecond, strict: true }).addAll([...work]);

export const loop = retrying('a loop that tries again', 3, oneByOne);
export const pQueue = (platform: Platform, tries: number): Rival =>
  retrying(tries === 1 ? 'p-queue, once' : 'p-queue, tries again', tries, queued(allowed[platform]));

class Refused extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many requests');
    this.seconds = seconds;
  }
}

async function insist(send: Work, tries: number): Promise<void> {
  for (let left = tries; ;) {
    try {
      return await send();
    } catch (fault) {
      if (fault instanceof Refused) {
        await pause(fault.seconds * 1000);
        continue;
      }
      left -= 1;
      if (left === 0) throw fault;
      await pause(200);
    }
  }
}

/** Fails with `Refused`, or with whatever the network says. */
async function post(
  { telegram, discord, addresses }: Stage,
  platform: Platform,
  place: number,
  text: string,
): Promise<void> {
  const address = addresses[platform][place];
  const [url, headers, body] =
    platform === 'telegram'
      ? [`${telegram.root}/bot${telegram.token}/sendMessage`, {}, { chat_id: address?.externalId, text }]
      : [
          `${discord.url}/v10/channels/${address?.channel}/messages`,
          { authorization: `Bot ${discord.token}` },
          { content: text },
        ];
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  if (response.status === 429) throw new Refused(Number(response.headers.get('retry-after')));
  if (!response.ok) throw new Error(`refused: ${response.status}`);
}
