// Lines of a pipe or a terminal as messages: `/submit <<END` up to `END` is one, and so is a block pasted into a
// terminal. Hides readline and the terminal's marks around a paste.

import { clearLine, type Completer, createInterface, cursorTo, type Interface } from 'node:readline';
import { PassThrough, type Readable, type Writable } from 'node:stream';

/** Messages in the order they came. Ends with the input, or when the signal is given. */
type Messages = AsyncGenerator<string, void, undefined>;

interface Terminal {
  readonly messages: Messages;
  /** Shows that it is the person's turn, and what they have typed already. */
  prompt(): void;
  /** Takes both away, so that something else can be shown. */
  clear(): void;
  close(): void;
}

export async function* pipedMessages(input: Readable, signal: AbortSignal): Messages {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal });
  yield* joinHereTexts(lines);
}

/** Line editing, history and completion; completion offers what `complete` returns for the line so far. */
export function openTerminal(
  input: Readable,
  output: Writable,
  complete: (line: string) => readonly string[],
  signal: AbortSignal,
): Terminal {
  const completer: Completer = (line) => [[...complete(line)], line];
  const lines = createInterface({ input, output, terminal: true, completer, signal, prompt: '> ' });
  output.write(pasteMarks.on);
  return {
    messages: joinHereTexts(joinPastes(lines, input)),
    prompt: () => lines.prompt(true),
    clear() {
      cursorTo(output, 0);
      clearLine(output, 1);
    },
    close() {
      output.write(pasteMarks.off);
      lines.close();
    },
  };
}

/** Asks the terminal to mark where a paste begins and ends, or to stop doing so. */
const pasteMarks = { on: '\u001B[?2004h', off: '\u001B[?2004l' };

/** Lines that arrive within a paste wait for the line that the person ends with Enter. */
function joinPastes(lines: Interface, input: Readable): AsyncIterable<string> {
  const messages = new PassThrough({ objectMode: true });
  let isPasting = false;
  let pasted: string[] = [];
  input.on('keypress', (_text: unknown, key: { readonly name?: string }) => {
    if (key.name === 'paste-start') isPasting = true;
    if (key.name === 'paste-end') isPasting = false;
  });
  lines.on('line', (line) => {
    pasted.push(line);
    if (isPasting) return;
    messages.write(pasted.join('\n'));
    pasted = [];
  });
  lines.on('close', () => messages.end());
  return messages;
}

/** A text left open at the end of the input is a message all the same. */
async function* joinHereTexts(lines: AsyncIterable<string>): Messages {
  let open: { readonly end: string; readonly text: string[] } | null = null;
  for await (const line of lines) {
    if (open === null) {
      const start = /^(\/\S+(?: [^\n]{0,200})?|) ?<<(\w{1,40})\s*$/u.exec(line.trim());
      if (start === null) yield line;
      else open = { end: start[2] ?? '', text: [start[1]?.trim() ?? ''].filter((head) => head !== '') };
    } else if (line.trim() === open.end) {
      yield open.text.join('\n');
      open = null;
    } else {
      open.text.push(line);
    }
  }
  if (open !== null) yield open.text.join('\n');
}
