// Waiting without sleeping: what arrives is kept until somebody takes it, and who comes early is served on arrival.

export interface Mailbox<T> {
  put(item: T): void;
  /** The oldest item not taken yet. Rejects after `patience` milliseconds, saying what came instead. */
  take(patience?: number): Promise<T>;
  /** Everything that nobody took, oldest first; it stays. */
  readonly waiting: readonly T[];
}

export function openMailbox<T>(expected: string, instead: () => string): Mailbox<T> {
  const items: T[] = [];
  const takers: ((item: T) => void)[] = [];
  return {
    waiting: items,
    put(item) {
      const taker = takers.shift();
      if (taker === undefined) items.push(item);
      else taker(item);
    },
    take(patience = 2000) {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      return patient(expected, instead, patience, (resolve) => {
        takers.push(resolve);
        return () => takers.splice(takers.indexOf(resolve), 1);
      });
    },
  };
}

/** Waits for what `arrange` brings; after `patience` milliseconds undoes the arrangement and says what came instead. */
export function patient<T>(
  expected: string,
  instead: () => string,
  patience: number,
  arrange: (resolve: (value: T) => void) => () => void,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const undo = arrange((value) => {
    clearTimeout(timer);
    resolve(value);
  });
  const called = new Error(`no ${expected} within ${patience} ms`);
  const timer = setTimeout(() => {
    undo();
    called.message += `; ${instead()}`;
    reject(called);
  }, patience);
  return promise;
}
