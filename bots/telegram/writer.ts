// Writing that can wait a moment: whatever is asked for in the same moment, or while something is being written, shares
// one write.

import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds. */
const moment = 5;

export interface Writer {
  soon(): void;
  /** Settles when everything that was asked for is written, or could not be. */
  settled(): Promise<void>;
}

/** `write` must not reject. */
export function openWriter(write: () => Promise<void>): Writer {
  let writing: Promise<void> | null = null;
  let isDirty = false;

  async function work(): Promise<void> {
    while (isDirty) {
      await pause(moment);
      isDirty = false;
      await write();
    }
  }

  return {
    soon() {
      isDirty = true;
      writing ??= work().finally(() => {
        writing = null;
      });
    },
    async settled() {
      await writing;
    },
  };
}
