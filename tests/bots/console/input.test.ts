import { PassThrough, Readable } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { openTerminal, pipedMessages } from '../../../bots/console/input.ts';

async function collected(messages: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

const forever = new AbortController().signal;
const piped = (text: string) => collected(pipedMessages(Readable.from([text]), forever));

describe('through a pipe', () => {
  test('every line is a message, the last one without a line break too', async () => {
    expect(await piped('/help\r\nhello\n\n/skills')).toEqual(['/help', 'hello', '', '/skills']);
  });

  test('a text up to its end mark is one message with its command', async () => {
    expect(await piped('/submit <<END\nEngineer\n\n  at Acme\nEND\n/help\n')).toEqual([
      '/submit\nEngineer\n\n  at Acme',
      '/help',
    ]);
  });

  test('an end mark of its own lets the text hold END', async () => {
    expect(await piped('/edit 1<<STOP\nEND\nSTOP')).toEqual(['/edit 1\nEND']);
  });

  test('a text without a command is a message', async () => {
    expect(await piped('<<END\na\nb\nEND')).toEqual(['a\nb']);
  });

  test('a text that is never ended counts up to the end of the input', async () => {
    expect(await piped('/submit <<END\na\nb')).toEqual(['/submit\na\nb']);
  });

  test('a shift in the middle of a line is no end mark', async () => {
    expect(await piped('x = 1 <<END\n/skills << two words')).toEqual(['x = 1 <<END', '/skills << two words']);
  });

  test('a line of a million characters arrives whole', async () => {
    const [line] = await piped(`/judge ${'长'.repeat(1_000_000)}\n`);
    expect(line).toHaveLength(1_000_007);
  });
});

describe('in a terminal', () => {
  async function typed(keys: string): Promise<readonly string[]> {
    const input = new PassThrough();
    const terminal = openTerminal(input, new PassThrough().resume(), () => [], forever);
    input.end(keys);
    return collected(terminal.messages);
  }

  test('Enter sends a line', async () => {
    expect(await typed('/help\r/skills\r')).toEqual(['/help', '/skills']);
  });

  test('a pasted block is one message, sent by Enter', async () => {
    expect(await typed('/submit \u001B[200~Engineer\r\rat Acme\r\u001B[201~ now\r/help\r')).toEqual([
      '/submit Engineer\n\nat Acme\n now',
      '/help',
    ]);
  });

  test('asks the terminal to mark pastes, and to stop at the end', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const terminal = openTerminal(input, output, () => [], forever);
    input.end('x\r');
    await collected(terminal.messages);
    terminal.close();
    const written = String(output.read());
    expect(written).toContain('\u001B[?2004h');
    expect(written.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(written.indexOf('\u001B[?2004h'));
  });
});
