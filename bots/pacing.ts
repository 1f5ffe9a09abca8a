// Whose turn it is to send: letters wait until the platform's allowance has room for them, the urgent ones first.
// Replies to people are counted as well and wait for nothing but a pause that the platform asked for.

import { type Limits, openAllowance } from './allowance.ts';

/** The message is settled: answered, or certain to get no answer. */
type Settle = (isAnswer: boolean) => void;

export interface Pacing {
  /**
   * Settles when the message may leave, and counts it. Rejects when `stop` is given. A low rank goes first; one below
   * 0 is needed for a message that has had its turn already, and waits for no answers.
   */
  readonly turn: (chat: string, rank: number, stop: AbortSignal) => Promise<Settle>;
  /** Counts a message that leaves now in any case. */
  readonly leave: (chat: string) => Settle;
  /** Whether the chat has had all that it takes. */
  readonly isFull: (chat: string) => boolean;
  /** Counts a message that somebody else sent so many milliseconds ago. */
  readonly remember: (chat: string, ago: number) => void;
  /** The platform wants nothing for so many milliseconds, in one chat or at all. */
  readonly hold: (milliseconds: number, chat?: string) => void;
  /** For how many milliseconds the platform wants nothing for this chat; 0: it takes messages. */
  readonly heldFor: (chat: string) => number;
}

interface Waiting {
  readonly chat: string;
  readonly rank: number;
  readonly go: (settle: Settle) => void;
}

/** After so many messages it is looked which chats are of no interest any more. */
const manyMessages = 1000;
/** In milliseconds; then it is looked again. */
const longestSleep = 60_000;

export function openPacing(limits: Limits, clock = (): number => performance.now()): Pacing {
  const allowance = openAllowance(limits);
  // With more of them the platform may not be there at all, and what is sent to it be lost.
  const mostUnanswered = Math.ceil(limits.overall.most / 2);
  const waiting: Waiting[] = [];
  /** Until when; without a name for everything. */
  const holds = new Map<string | undefined, number>();
  let timer: NodeJS.Timeout | undefined;
  let counted = 0;
  let unanswered = 0;

  const heldUntil = (chat?: string): number => holds.get(chat) ?? Number.NEGATIVE_INFINITY;

  function leave(chat: string): Settle {
    counted += 1;
    if (counted % manyMessages === 0) allowance.forget(clock());
    unanswered += 1;
    const passage = allowance.leave(chat, clock());
    return (isAnswer) => {
      if (passage.answered !== null) return;
      unanswered -= 1;
      allowance.settle(passage, clock(), isAnswer);
      serve();
    };
  }

  /** Lets go who may go, and comes back when the next one may. */
  function serve(): void {
    clearTimeout(timer);
    while (waiting.length > 0) {
      const now = clock();
      const open = Math.max(allowance.opensAt(), heldUntil());
      const next = open > now ? null : nextOf(now);
      if (next === null) {
        const soonest = Math.min(...waiting.map(({ chat }) => allowance.chatOpensAt(chat)));
        const sleep = Math.ceil(Math.max(open, soonest) - now);
        timer = setTimeout(serve, Math.min(Math.max(1, sleep), longestSleep));
        return;
      }
      waiting.splice(waiting.indexOf(next), 1);
      next.go(leave(next.chat));
    }
  }

  const nextOf = (now: number): Waiting | null =>
    waiting
      .filter(({ rank }) => rank < 0 || unanswered < mostUnanswered)
      .reduce<Waiting | null>(
        (best, one) =>
          (best === null || one.rank < best.rank) && allowance.chatOpensAt(one.chat) <= now ? one : best,
        null,
      );

  return {
    leave,
    turn: (chat, rank, stop) =>
      new Promise((go, reject) => {
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(one), 1);
          reject(new DOMException('stopped', 'AbortError'));
        };
        const one: Waiting = {
          chat,
          rank,
          go(settle) {
            stop.removeEventListener('abort', giveUp);
            go(settle);
          },
        };
        waiting.push(one);
        if (stop.aborted) giveUp();
        else stop.addEventListener('abort', giveUp, { once: true });
        serve();
      }),
    isFull: (chat) => allowance.chatOpensAt(chat) > clock(),
    remember(chat, ago) {
      allowance.remember(chat, clock() - ago);
    },
    hold(milliseconds, chat) {
      for (const [held, until] of holds) if (until <= clock()) holds.delete(held);
      holds.set(chat, Math.max(heldUntil(chat), clock() + milliseconds));
      serve();
    },
    heldFor: (chat) => Math.max(0, heldUntil() - clock(), heldUntil(chat) - clock()),
  };
}
