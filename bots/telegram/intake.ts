// Updates on their way in: each chat's in order, different chats side by side, and each update once, also when the
// platform hands it out again after the process was killed.

import type { Update } from '@grammyjs/types';

import type { Store } from '../../storage/open.ts';
import { openWriter } from './writer.ts';

/** What the platform is asked for. */
export const allowedUpdates = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'chat_member',
] as const satisfies readonly (keyof Update)[];

export interface Intake {
  /** Settles when the update is handled; never rejects. What is not whole is passed over. */
  take(update: Update): Promise<void>;
  /** Settles when no more than so many updates are in hand. */
  atMost(most: number): Promise<void>;
  /** Settles when everything in hand is handled and remembered. */
  drained(): Promise<void>;
}

/** More than the platform hands out at once, so that none of a batch is forgotten before it is confirmed. */
const remembered = 200;

/** `handle` must not reject; `name` is the mark under which the handled updates are kept. */
export async function openIntake(
  marks: Store['marks'],
  name: string,
  handle: (update: Update) => Promise<void>,
): Promise<Intake> {
  const handled = new Set(idsIn(await marks.find(name)));
  const inHand = new Map<number, Promise<void>>();
  const lanes = new Map<number, Promise<void>>();
  /** Who waits until no more than so many are in hand. */
  const waiting = new Map<() => void, number>();
  // A mark that cannot be written costs a repeated answer at worst.
  const writer = openWriter(() => marks.set(name, JSON.stringify([...handled])).catch(() => {}));

  async function work(update: Update, before: Promise<void>): Promise<void> {
    await before;
    await handle(update);
    handled.add(update.update_id);
    for (const oldest of handled) {
      if (handled.size <= remembered) break;
      handled.delete(oldest);
    }
    writer.soon();
  }

  function finish(id: number): void {
    inHand.delete(id);
    for (const [resolve, most] of waiting) {
      if (inHand.size > most) continue;
      waiting.delete(resolve);
      resolve();
    }
  }

  async function atMost(most: number): Promise<void> {
    if (inHand.size > most) await new Promise<void>((resolve) => waiting.set(resolve, most));
  }

  return {
    take(update) {
      const { update_id: id } = update;
      if (handled.has(id) || !isWhole(update)) return Promise.resolve();
      const already = inHand.get(id);
      if (already !== undefined) return already;
      const lane = laneOf(update);
      const done = work(update, lanes.get(lane) ?? Promise.resolve()).finally(() => {
        finish(id);
        if (lanes.get(lane) === done) lanes.delete(lane);
      });
      lanes.set(lane, done);
      inHand.set(id, done);
      return done;
    },
    atMost,
    async drained() {
      await atMost(0);
      await writer.settled();
    },
  };
}

function idsIn(mark: string | null): readonly number[] {
  const ids: unknown = mark === null ? [] : JSON.parse(mark);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
}

/** The chat it is about, or the person of an inline query. */
function laneOf(update: object): number {
  for (const part of Object.values<unknown>({ ...update })) {
    const chat = property(part, 'chat') ?? property(property(part, 'message'), 'chat');
    const id = property(chat ?? property(part, 'from'), 'id');
    if (typeof id === 'number') return id;
  }
  return 0;
}

/** Whether it says who is to be answered, and where; those of the platform do. */
function isWhole(update: Update): boolean {
  const { message, channel_post, callback_query, inline_query, my_chat_member, chat_member } = update;
  const [heard, asked] = [message ?? channel_post, callback_query ?? inline_query];
  const tapped = callback_query?.message;
  return (
    (asked === undefined || (typeof property(asked, 'id') === 'string' && hasId(property(asked, 'from')))) &&
    [heard, tapped].every((one) => one === undefined || isMessage(one)) &&
    [my_chat_member, chat_member].every(
      (one) =>
        one === undefined ||
        (hasId(property(one, 'chat')) &&
          typeof property(property(one, 'new_chat_member'), 'status') === 'string'),
    )
  );
}

function isMessage(value: unknown): boolean {
  const thread = property(value, 'message_thread_id');
  return (
    hasId(property(value, 'chat')) &&
    Number.isSafeInteger(property(value, 'message_id')) &&
    (thread === undefined || Number.isSafeInteger(thread))
  );
}

const hasId = (value: unknown): boolean => Number.isSafeInteger(property(value, 'id'));

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
