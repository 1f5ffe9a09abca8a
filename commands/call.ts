// A call of a command: as a typed line, as a button's payload, or as a filled form. Knows the syntax of a line,
// not which commands exist.

/** `text` is what was typed after the name, still to be parsed; `options` are values that came with their names. */
export interface Call {
  readonly command: string;
  readonly text: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Platforms limit what a button carries; Telegram's 64 bytes is the least. */
const payloadBytes = 64;

/** `/skills kafka`, `/skills@the_bot kafka`, `／skills kafka`; `null` when the line is not a command. */
export function parseLine(line: string): Call | null {
  const match = /^\s*[/／]([\p{L}\p{N}_]+)(?:@\w+)?(?:\s+|$)/u.exec(line);
  if (match === null) return null;
  return {
    command: (match[1] ?? '').normalize('NFKC').toLowerCase(),
    text: line.slice(match[0].length).trim(),
    options: {},
  };
}

/** A button's payload read back: the same line without the slash, every value by its name. */
export function parsePayload(line: string): Call | null {
  return parseLine(`/${line}`);
}

/** The payload of a button that makes this call, or `null` when it would be too long for one. */
export function payload(command: string, options: Readonly<Record<string, string | number>>): string | null {
  const words = Object.entries(options).map(([name, value]) => `${name}=${quote(String(value))}`);
  const line = [command, ...words].join(' ');
  return new TextEncoder().encode(line).length <= payloadBytes ? line : null;
}

const quote = (value: string): string =>
  /^[^\s"“”'=＝]+$/u.test(value) ? value : `"${value.replaceAll('"', "'")}"`;

/** One word of a line; quotes keep spaces in, `name=` in front names the option. `raw` is the word as typed, `at` where. */
export interface Word {
  readonly name: string | null;
  readonly value: string;
  readonly raw: string;
  readonly at: number;
}

/** The words of a line. A quote without its twin is an ordinary character. */
export function wordsOf(text: string): readonly Word[] {
  const pattern = /(?:([a-z_]+)\s*[=＝]\s*)?(?:"([^"]*)"|“([^“”]*)”|(\S+))/giu;
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[1]?.toLowerCase() ?? null,
    value: match[2] ?? match[3] ?? match[4] ?? '',
    raw: match[0],
    at: match.index,
  }));
}
