// One letter on its way to its platform: every part is marked before it goes over the wire and after it was answered.
// Knows what to do when the platform wants to wait, refuses, or says nothing.

import { setTimeout as pause } from 'node:timers/promises';

import type { Letter, PartId } from '../storage/deliveries.ts';
import type { Rooms, Store } from '../storage/open.ts';
import type { Address, DeadEnd, LetterFailure, LetterKind } from '../storage/outbox.ts';
import { DeliveryError, type Post, type Send } from './adapter.ts';
import type { Log } from './log.ts';

export interface Desk {
  readonly store: Store;
  /** Names this process among those that may carry letters. */
  readonly holder: string;
  readonly log: Log;
  /** What follows when nothing can arrive where the letter was to go; in the transaction that ends the letter. */
  readonly onDeadEnd: (letter: Letter, reason: DeadEnd, rooms: Rooms, now: Date) => Promise<void>;
}

/** How things stand with the platform. */
export interface Line {
  /** Whether this process may begin a part now. */
  readonly isMine: () => boolean;
  /** Letters that wait for their turn are put back when it is given. */
  readonly signal: AbortSignal;
  /** The platform answered, or it did not. */
  readonly heard: (isAnswer: boolean) => void;
}

export interface Delivery {
  /** Takes the letter as far as it goes now; what is left of it waits in the store. Never rejects. */
  carry(letter: Letter, line: Line): Promise<void>;
  /** Nobody waits any longer for the answers that have not come. */
  giveUp(): Promise<void>;
}

/** In milliseconds; a refusal may mean one chat alone, and a longer one is taken so until another chat is refused. */
const longestOverall = 60_000;
/** In milliseconds, before a letter that was put off is tried again: twice as long each time. */
const pauses = { shortest: 1000, longest: 10 * 60_000 };
/** A mark that could not be written is tried so often again, with pauses in milliseconds. */
const marking = { tries: 20, pause: 500 };

/** Alerts go before digests. */
const ranks: Readonly<Record<LetterKind, number>> = { alert: 0, news: 1, digest: 2 };

const isDeadEnd = (reason: LetterFailure): reason is DeadEnd => reason !== 'unfit' && reason !== 'expired';

interface Part {
  readonly letter: Letter;
  readonly id: PartId;
  readonly isLast: boolean;
  /** Since when it may have arrived. */
  readonly begunAt: Date | null;
}

export function openDelivery(post: Post, { store, holder, log, onDeadEnd }: Desk): Delivery {
  const { platform, pacing } = post;
  const { deliveries, rounds } = store;
  const onTheWire = new Set<Part>();

  async function carry(letter: Letter, line: Line): Promise<void> {
    const exclusion = await store.places.exclusion(platform, letter.address.externalId);
    if (exclusion !== null) return fail(letter, exclusion);
    const messages = await messagesOf(letter);
    if (messages === null) return fail(letter, 'unfit');
    if (letter.partsSent >= messages.length) await deliveries.finish(letter.id, new Date());
    for (const [index, send] of messages.entries()) {
      if (index < letter.partsSent) continue;
      const part: Part = {
        letter,
        id: { letterId: letter.id, part: index },
        isLast: index === messages.length - 1,
        begunAt: index === letter.partsSent ? letter.begunAt : null,
      };
      if (!(await carryPart(part, send, line))) return;
    }
  }

  /** `null` where the letter says nothing that can be shown, which is a fault of who wrote it. */
  async function messagesOf({ key, view, language }: Letter): Promise<readonly Send[] | null> {
    try {
      return await post.messagesOf(view, language);
    } catch (fault) {
      log.error({ err: fault, platform, letter: key }, 'a letter cannot be shown');
      return null;
    }
  }

  /** Whether the next part may follow. */
  async function carryPart(part: Part, send: Send, line: Line): Promise<boolean> {
    const { letter, id, isLast, begunAt } = part;
    const { address } = letter;
    const chat = post.chatOf(address);
    const settle = await pacing.turn(chat, ranks[letter.kind], line.signal);
    try {
      const isAmbiguous = begunAt !== null && Date.now() - begunAt.getTime() > post.noticesRepeatsFor;
      if (!line.isMine() || !(await deliveries.begin(id, { holder, isAmbiguous }, new Date()))) return false;
      // A refusal came while the mark was being written.
      if (pacing.heldFor(chat) > 0) {
        await deliveries.putOff(id, begunAt === null);
        return false;
      }
      if (isAmbiguous) log.warn(named(part), 'a message that may have arrived is sent again');
      onTheWire.add(part);
      const key = `${letter.id} ${letter.key} ${id.part}`;
      const sent = await send(address, key, begunAt).catch((fault: unknown) => faultOf(fault));
      if (!onTheWire.delete(part)) return false;
      if (sent instanceof DeliveryError) return await cope(sent, part, line);
      settle(true);
      line.heard(true);
      await surely(() => deliveries.accept(id, sent, isLast, new Date()));
      return true;
    } finally {
      settle(false);
    }
  }

  /** Lives with the fault; returns whether the next part may follow. */
  async function cope({ fault, message }: DeliveryError, part: Part, line: Line): Promise<boolean> {
    const { letter, id, begunAt } = part;
    line.heard(fault.kind === 'never' || (fault.kind === 'later' && fault.at !== null));
    const about = { ...named(part), why: message };
    if (fault.kind === 'never') {
      log.warn({ ...about, reason: fault.reason }, 'a letter will never arrive');
      await surely(() => fail(letter, fault.reason));
      return false;
    }
    if (fault.kind === 'unknown' && post.noticesRepeatsFor === 0) {
      log.warn(about, 'nobody knows whether a message arrived');
      await surely(() => deliveries.lose(id, part.isLast, new Date()));
      return true;
    }
    log.warn(about, 'a message is put off');
    const growing = Math.min(pauses.shortest * 2 ** letter.attempts, pauses.longest);
    const told = fault.kind === 'later' ? fault.at : null;
    const isOverall = fault.kind === 'later' && fault.isOverall && told !== null;
    const until = told ?? new Date(Date.now() + growing);
    await surely(() => keepSilence(post, rounds, letter.address, { until, isOverall }));
    await surely(() => deliveries.putOff(id, fault.kind === 'later' && begunAt === null));
    return false;
  }

  const fail = (letter: Letter, reason: LetterFailure): Promise<void> =>
    store.transaction(async (rooms) => {
      const now = new Date();
      await rooms.deliveries.fail(letter.id, reason, now);
      if (!isDeadEnd(reason)) return;
      const { externalId } = letter.address;
      const isWholePlace = reason !== 'closed' && post.chatOf(letter.address) === externalId;
      if (isWholePlace) await rooms.places.shutOut(platform, externalId, reason, now);
      await onDeadEnd(letter, reason, rooms, now);
    });

  /** A mark has to be written, or a message that arrived would be sent again. */
  async function surely(write: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await write();
      } catch (fault) {
        if (tries === marking.tries) throw fault;
        log.error({ err: fault, platform }, 'what became of a letter could not be written yet');
        await pause(marking.pause);
      }
    }
  }

  const named = ({ letter, id }: Part) => ({ platform, letter: letter.key, part: id.part });

  return {
    async carry(letter, line) {
      try {
        await carry(letter, line);
      } catch (fault) {
        if (fault instanceof DOMException && fault.name === 'AbortError') return;
        log.error({ err: fault, platform, letter: letter.key }, 'a letter could not be carried');
      }
    },
    async giveUp() {
      const lost = [...onTheWire];
      onTheWire.clear();
      if (post.noticesRepeatsFor > 0) return;
      for (const { id, isLast } of lost) await deliveries.lose(id, isLast, new Date());
    },
  };
}

/**
 * The platform wants nothing there until then, and with `isOverall` nothing anywhere for a while: from this moment on
 * in this process, and in all others as soon as this has settled.
 */
export async function keepSilence(
  { platform, pacing, chatOf }: Pick<Post, 'platform' | 'pacing' | 'chatOf'>,
  rounds: Rooms['rounds'],
  address: Address,
  { until, isOverall }: { readonly until: Date; readonly isOverall: boolean },
): Promise<void> {
  const now = Date.now();
  const wait = until.getTime() - now;
  pacing.hold(wait, chatOf(address));
  const overall = Math.min(wait, longestOverall);
  if (isOverall) pacing.hold(overall);
  const channel = isOverall ? null : address.channel;
  await rounds.pause(platform, { externalId: address.externalId, channel }, until);
  if (isOverall) await rounds.pause(platform, null, new Date(now + overall));
}

/** What a library did not foresee leaves open whether the message arrived. */
const faultOf = (fault: unknown): DeliveryError =>
  fault instanceof DeliveryError
    ? fault
    : new DeliveryError(String(fault), { kind: 'unknown' }, { cause: fault });
