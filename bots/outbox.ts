// Sees to it that letters are carried: one process at a time for each platform, which says every second that it is
// still there; the others stand by and take over when it does not.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { House } from '../commands/context.ts';
import { tellOfDeadEnd } from '../commands/dead-end.ts';
import type { Letter } from '../storage/deliveries.ts';
import type { Post } from './adapter.ts';
import { type Desk, type Line, openDelivery } from './delivery.ts';
import type { Log } from './log.ts';

/** In milliseconds: for how long the round is taken, and how often it is taken anew. */
const lease = 4000;
const beat = 1000;
/** In milliseconds before the lease ends; from then on nothing is begun. */
const caution = 1500;
/** Letters in hand at once; most of them wait for their turn, some seconds at most. */
const mostInHand = 100;
/** After so many faults in a row, and so many milliseconds without an answer, it is asked whether the platform is there. */
const doubt = { faults: 3, silence: 10_000 };
/** In milliseconds, until an absent platform is asked again: twice as long each time. */
const pauses = { shortest: 1000, longest: 60_000 };
/** In milliseconds; at the end answers are waited for no longer. */
const longestFarewell = 6000;
/** In milliseconds; what was sent within it counts for every limit there is. */
const remembered = 60_000;
/** In milliseconds. */
const hour = 60 * 60 * 1000;

/** From where the letters of this process leave. */
export const openDesk = (house: House, log: Log): Desk => ({
  store: house.store,
  holder: randomUUID(),
  log,
  async onDeadEnd(letter, reason, rooms, now) {
    const personId = await rooms.subscriptions.pause(letter.address, reason, now);
    await tellOfDeadEnd(house, rooms, letter, { reason, personId }, now);
  },
});

/** Until `stop`; then what is on the wire is finished. Never rejects. */
export async function carryLetters(post: Post, desk: Desk, stop: AbortSignal): Promise<void> {
  const { store, holder, log } = desk;
  const { platform, pacing } = post;
  const { rounds, deliveries } = store;
  const delivery = openDelivery(post, desk);
  const inHand = new Map<number, { readonly chat: string; readonly work: Promise<void> }>();
  let patience = new AbortController();
  /** Of the steady clock. */
  let takenAt = Number.NEGATIVE_INFINITY;
  let heardAt = Number.NEGATIVE_INFINITY;
  let emptyAt = Number.NEGATIVE_INFINITY;
  let faults = 0;
  let news = Promise.withResolvers<void>();

  const line = (): Line => ({
    isMine: () => performance.now() - takenAt < lease - caution && !stop.aborted,
    signal: patience.signal,
    heard(isAnswer) {
      faults = isAnswer ? 0 : faults + 1;
      if (isAnswer) heardAt = performance.now();
      // Who waits would only follow those that were not answered.
      if (faults === doubt.faults) patience.abort();
    },
  });

  /** `false` where another process has the round. */
  async function takeRound(): Promise<boolean> {
    const asked = performance.now();
    const now = new Date();
    const taken = await rounds.take(platform, holder, new Date(now.getTime() + lease), now);
    takenAt = taken === null ? Number.NEGATIVE_INFINITY : asked;
    if (taken === null) return false;
    for (const { address, until } of await rounds.pauses(platform, now)) {
      if (address === null) pacing.hold(until.getTime() - now.getTime());
    }
    if (!taken.isNew) return true;
    // What another process sent counts as if this one had.
    for (const { address, at } of await rounds.passages(platform, new Date(now.getTime() - remembered)))
      pacing.remember(post.chatOf(address), now.getTime() - at.getTime());
    return true;
  }

  async function giveBack(): Promise<void> {
    if (takenAt === Number.NEGATIVE_INFINITY) return;
    takenAt = Number.NEGATIVE_INFINITY;
    await rounds.giveBack(platform, holder, new Date());
  }

  /** Asks the platform where there is doubt. */
  async function isThere(): Promise<boolean> {
    const isInDoubt = patience.signal.aborted || performance.now() - heardAt > doubt.silence;
    if (!isInDoubt) return true;
    try {
      await post.check();
      faults = 0;
      heardAt = performance.now();
      if (patience.signal.aborted) patience = new AbortController();
      return true;
    } catch (fault) {
      faults += 1;
      const why = fault instanceof Error ? fault.message : String(fault);
      log.warn({ platform, why }, 'letters wait, because the platform is not there');
      return false;
    }
  }

  /** Takes what is due into hand; returns in how many milliseconds to look again. */
  async function look(): Promise<number> {
    const letters = await fetch();
    if (letters.length + inHand.size === 0) {
      await giveBack();
      return beat;
    }
    if (performance.now() - takenAt >= beat && !(await takeRound())) return beat;
    if (letters.length === 0) return beat;
    if (!(await isThere())) {
      await giveBack();
      return Math.min(pauses.shortest * 2 ** (faults - 1), pauses.longest);
    }
    for (const letter of letters) take(letter);
    return beat;
  }

  async function fetch(): Promise<readonly Letter[]> {
    const isKnownEmpty = performance.now() - emptyAt < beat;
    if (inHand.size > mostInHand / 2 || isKnownEmpty) return [];
    const letters = await deliveries.due(
      platform,
      { most: mostInHand, except: [...inHand.keys()] },
      new Date(),
    );
    if (letters.length < mostInHand) emptyAt = performance.now();
    return letters;
  }

  /** Letters to one chat go one after the other. */
  function take(letter: Letter): void {
    const chat = post.chatOf(letter.address);
    if ([...inHand.values()].some((other) => other.chat === chat)) return;
    const work = delivery.carry(letter, line()).finally(() => {
      inHand.delete(letter.id);
      news.resolve();
    });
    inHand.set(letter.id, { chat, work });
  }

  async function sayGoodbye(): Promise<void> {
    patience.abort();
    const until = performance.now() + longestFarewell;
    while (inHand.size > 0 && performance.now() < until) {
      await within(beat, Promise.all([...inHand.values()].map(({ work }) => work)));
      if (inHand.size > 0) await takeRound();
    }
    await delivery.giveUp();
    await giveBack();
  }

  stop.addEventListener('abort', () => news.resolve());
  while (!stop.aborted) {
    news = Promise.withResolvers();
    const wait = await look().catch((fault: unknown) => {
      log.error({ err: fault, platform }, 'letters could not be looked for');
      return beat;
    });
    if (!stop.aborted) await within(wait, news.promise);
  }
  await sayGoodbye().catch((fault: unknown) =>
    log.error({ err: fault, platform }, 'letters in hand could not be finished'),
  );
}

/** Carries what is due now, for a platform that takes everything at once; nothing where another process does so. */
export async function carryDue(post: Post, desk: Desk): Promise<void> {
  const { rounds, deliveries } = desk.store;
  const { platform } = post;
  const delivery = openDelivery(post, desk);
  const line: Line = { isMine: () => true, signal: new AbortController().signal, heard: () => {} };
  const next = (): Promise<readonly Letter[]> =>
    deliveries.due(platform, { most: mostInHand, except: [] }, new Date());
  let letters = await next();
  if (letters.length === 0) return;
  const now = new Date();
  const isMine = await rounds.take(platform, desk.holder, new Date(now.getTime() + lease), now);
  if (isMine === null) return;
  for (; letters.length > 0; letters = await next()) {
    for (const letter of letters) await delivery.carry(letter, line);
  }
  await rounds.giveBack(platform, desk.holder, new Date());
}

/** Settles with the work, or after so many milliseconds. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, pause(milliseconds, undefined, { signal: over.signal }).catch(() => {})]);
  over.abort();
}

/** Forgets what is long over, now and every hour. */
export async function sweepLetters({ store, log }: Desk, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await store.outbox
      .sweep(new Date())
      .catch((fault: unknown) => log.error({ err: fault }, 'old letters could not be swept'));
    await pause(hour, undefined, { signal: stop }).catch(() => {});
  }
}
