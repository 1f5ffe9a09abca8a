// How much a platform takes in a span of time, counted where it counts itself: at its own door. A message passes the
// door some time between leaving here and being answered; it is taken to pass as late as it can have. So the platform
// never gets more than it allows, however uneven the way there is, and almost all of what it allows. Pure arithmetic;
// times are in milliseconds of any steady clock.

/** At most so many within the span, wherever in time it begins. */
export interface Window {
  readonly most: number;
  /** In milliseconds. */
  readonly span: number;
}

export interface Limits {
  readonly overall: Window;
  /** What holds for one chat besides, by the platform's name for it. */
  chat(chat: string): readonly Window[];
}

/** A message on its way. */
export interface Passage {
  readonly chat: string;
  readonly left: number;
  /** `null` until it is settled. */
  answered: number | null;
}

/** For what clocks and timers round away. */
const margin = 4;
/** A way longer than this is spent behind the door: the platform had the message, and took its time. */
const longestWay = 1000;
/**
 * Of so many answers the quickest shows how long the way there and back is at least; of fewer it shows nothing. The
 * way is measured anew after `most` of them, and what the last ones showed holds until then.
 */
const compared = { least: 30, most: 1000 };
/** Messages leave one by one, so much closer to each other than evenly that what was missed is made up for. */
const haste = 0.5;

export function openAllowance(limits: Limits) {
  const passages: Passage[] = [];
  const byChat = new Map<string, Passage[]>();
  let answers = 0;
  /** The quickest way of the last answers, and of those before them. */
  let [latest, earlier] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let quickest = 0;
  let lastLeft = Number.NEGATIVE_INFINITY;

  const passed = ({ left, answered }: Passage): number =>
    answered === null ? left + longestWay : Math.min(answered - quickest, left + longestWay);

  function opens({ most, span }: Window, recent: readonly Passage[]): number {
    if (recent.length < most) return Number.NEGATIVE_INFINITY;
    const times = recent.map(passed).toSorted((one, other) => other - one);
    return (times[most - 1] ?? 0) + span + margin;
  }

  const counts = (passage: Passage, now: number, span: number): boolean =>
    passed(passage) > now - span - margin;

  const since = (now: number, span: number, list: readonly Passage[]): Passage[] =>
    list.filter((passage) => counts(passage, now, span));

  const longestSpan = (chat: string): number => Math.max(0, ...limits.chat(chat).map(({ span }) => span));

  function keep(passage: Passage, now: number): void {
    const { chat } = passage;
    // Whatever stays behind one that still counts is too old to matter.
    while (passages[0] !== undefined && !counts(passages[0], now, limits.overall.span)) passages.shift();
    passages.push(passage);
    const longest = longestSpan(chat);
    if (longest > 0) byChat.set(chat, [...since(now, longest, byChat.get(chat) ?? []), passage]);
  }

  return {
    /** When the next message may leave for this chat, as far as the chat goes; the past: at once. */
    chatOpensAt(chat: string): number {
      const recent = byChat.get(chat) ?? [];
      return Math.max(Number.NEGATIVE_INFINITY, ...limits.chat(chat).map((window) => opens(window, recent)));
    },

    /** When the next message may leave at all. */
    opensAt(): number {
      const { most, span } = limits.overall;
      return Math.max(lastLeft + (span / most) * haste, opens(limits.overall, passages));
    },

    leave(chat: string, now: number): Passage {
      const passage: Passage = { chat, left: now, answered: null };
      lastLeft = now;
      keep(passage, now);
      return passage;
    },

    /** The platform answered; or, where `isAnswer` is false, it is certain that it will not. */
    settle(passage: Passage, now: number, isAnswer: boolean): void {
      passage.answered = now;
      if (!isAnswer) return;
      if (answers > 0 && answers % compared.most === 0)
        [latest, earlier] = [Number.POSITIVE_INFINITY, latest];
      answers += 1;
      latest = Math.min(latest, now - passage.left);
      quickest = answers < compared.least ? 0 : Math.min(latest, earlier);
    },

    /** Counts a message that somebody else sent, and that had passed by then. */
    remember(chat: string, at: number): void {
      keep({ chat, left: at - longestWay, answered: Number.POSITIVE_INFINITY }, at);
    },

    /** Forgets chats in which nothing counts any more. */
    forget(now: number): void {
      for (const [chat, recent] of byChat) {
        if (since(now, longestSpan(chat), recent).length === 0) byChat.delete(chat);
      }
    },
  };
}
