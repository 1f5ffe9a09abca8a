// The barest client there is, for tests of the stand-in itself: one call, one answer, nothing hidden.

import { expect, onTestFinished } from 'vitest';

import { openTelegram, type Telegram, type TelegramOptions } from './telegram.ts';

export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  // Tests look into answers of every kind.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly result: any;
  readonly description: string | undefined;
  readonly parameters: Record<string, number> | undefined;
}

/** A stand-in that ends with the test, and a call to it as its bot. Requests are held against the description. */
export async function openTalk(options: TelegramOptions & { readonly careless?: boolean } = {}) {
  const telegram = await openTelegram(options);
  onTestFinished(async () => {
    await telegram.close();
    if (options.careless !== true) expect(telegram.violations).toEqual([]);
  });
  return { telegram, call: caller(telegram) };
}

const caller =
  ({ root, token }: Pick<Telegram, 'root' | 'token'>) =>
  async (
    method: string,
    values: Record<string, unknown> | FormData = {},
    signal?: AbortSignal,
  ): Promise<Answer> => {
    const form = values instanceof FormData;
    const response = await fetch(`${root}/bot${token}/${method}`, {
      method: 'POST',
      body: form ? values : JSON.stringify(values),
      ...(form ? {} : { headers: { 'content-type': 'application/json' } }),
      ...(signal === undefined ? {} : { signal }),
    });
    const { ok, result, description, parameters } = (await response.json()) as Answer;
    return { status: response.status, ok, result, description, parameters };
  };

/** The smallest picture of a given size, as far as anybody looks. */
export function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('\u0089PNG\r\n', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
