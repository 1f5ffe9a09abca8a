// Waiting without sleeping: what arrives is kept until somebody takes it, and who comes early is served on arrival.

interface Taker<T> {
  readonly resolve: (item: T) => void;
  readonly reject: (reason: Error) => void;
}

export interface Mailbox<T> {
  put(item: T): void;
  /** Nothing will come any more: everyone who waits, and whoever comes later to an empty box, is told why. */
  fail(reason: Error): void;
  /** The oldest item not taken yet. Rejects after `patience` milliseconds, saying what came instead. */
  take(patience?: number): Promise<T>;
  /** What nobody took, oldest first. */
  readonly waiting: readonly T[];
}

export function openMailbox<T>(expected: string, instead: () => string): Mailbox<T> {
  const items: T[] = [];
  const takers: Taker<T>[] = [];
  let failure: Error | null = null;
  return {
    waiting: items,
    put(item) {
      const taker = takers.shift();
      if (taker === undefined) items.push(item);
      else taker.resolve(item);
    },
    fail(reason) {
      failure = reason;
      for (const taker of takers.splice(0)) taker.reject(reason);
    },
    async take(patience = 4000) {
      const item = items.shift();
      if (item !== undefined) return item;
      if (failure !== null) throw failure;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const taker = { resolve, reject };
      takers.push(taker);
      const timer = setTimeout(() => {
        takers.splice(takers.indexOf(taker), 1);
        reject(new Error(`no ${expected} within ${patience} ms; ${instead()}`));
      }, patience);
      return promise.finally(() => clearTimeout(timer));
    },
  };
}
