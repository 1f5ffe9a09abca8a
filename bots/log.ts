// The log: pino's JSON lines on standard error. Hides every known secret in whatever is written, wherever it stands.

import { type Level, type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: Level | 'silent';
  /** Values that no line may show. */
  readonly secrets: readonly string[];
}

export const openLog = (
  { level, secrets }: LogOptions,
  output: NodeJS.WritableStream = process.stderr,
): Log => {
  const hide = secretsHidden(secrets);
  return pino({ level, base: null }, { write: (line) => void output.write(hide(line)) });
};

/** Replaces the secrets in a text: as they are, as they look within JSON, and as they look within a URL. */
export function secretsHidden(secrets: readonly string[]): (text: string) => string {
  const disguises = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .filter((disguise) => disguise !== '')
    .toSorted((one, other) => other.length - one.length);
  return (text) => disguises.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
}
