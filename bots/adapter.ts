// The one port: what a platform is to the rest of the bot.

import type { Context } from '../commands/context.ts';
import type { Language } from '../core/language.ts';
import type { Fact, View } from '../core/view.ts';
import type { Address, LetterFailure } from '../storage/outbox.ts';
import type { Pacing } from './pacing.ts';

/** Runs one platform. Its messages become calls of `commands/`, the replies its messages. */
export interface Adapter {
  readonly platform: string;
  /**
   * Connects, and stays connected with growing pauses between tries until `stop` is given; then finishes the work
   * in hand. Settles when all is done; never rejects for what the platform or the network does.
   */
  run(stop: AbortSignal): Promise<void>;
  /** Why it is not connected, for operators; `null` while it is. */
  trouble(): string | null;
  readonly post: Post;
  /** What it can say of itself, and of how the bot stands where `/status` is asked. Never rejects. */
  readonly facts: (context: Context) => Promise<readonly Fact[]>;
}

/** How letters leave for one platform. */
export interface Post {
  readonly platform: string;
  /** For how many milliseconds the platform notices, by the key, that it has a message already; 0: never. */
  readonly noticesRepeatsFor: number;
  readonly pacing: Pacing;
  /** Asks the platform for something that changes nothing; fails with `DeliveryError` where it cannot be reached. */
  readonly check: () => Promise<void>;
  /** What the platform counts messages by: one name for all addresses that share their limits. */
  readonly chatOf: (address: Address) => string;
  /** The messages that the letter takes, at least one, each ready to be sent. */
  readonly messagesOf: (view: View, language: Language) => Promise<readonly Send[]>;
}

/**
 * Sends one message of a letter; settles with the platform's id of it, and fails with `DeliveryError`. `key` is the
 * same for every try of the same message. `begunAt`: since when it may have arrived, because nobody heard the answer
 * to an earlier try.
 */
export type Send = (to: Address, key: string, begunAt: Date | null) => Promise<string>;

export type DeliveryFault =
  /**
   * Not taken, and worth another try: at the time that the platform told, or after a pause. `isOverall`: it may want
   * nothing for any other chat either.
   */
  | { readonly kind: 'later'; readonly at: Date | null; readonly isOverall: boolean }
  /** Not taken, now or ever. */
  | { readonly kind: 'never'; readonly reason: LetterFailure }
  /** Given to the platform, and no answer came that can be read. */
  | { readonly kind: 'unknown' };

export class DeliveryError extends Error {
  readonly fault: DeliveryFault;

  constructor(message: string, fault: DeliveryFault, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeliveryError';
    this.fault = fault;
  }
}
