// Time that moves for a database which no program has open.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs a process in which the clock ticks once, and returns how it ended: with 0, or the signal that killed it. */
export async function tick(url: string, moment: Date, killedAt = 0): Promise<unknown> {
  const path = fileURLToPath(new URL('ticker.ts', import.meta.url));
  const args = [path, url, moment.toISOString(), String(killedAt)];
  const ticker = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = (await once(ticker, 'close')) as readonly unknown[];
  return code ?? signal;
}
