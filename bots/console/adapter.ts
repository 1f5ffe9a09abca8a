// The console between two streams: messages from one, answers on the other, strictly in the same order, and letters
// in between. Hides whether a person types into a terminal or a program writes into a pipe.

import type { Readable, Writable } from 'node:stream';

import type { House } from '../../commands/context.ts';
import { commands } from '../../commands/dispatch.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { say } from '../../commands/say.ts';
import type { Desk } from '../delivery.ts';
import { carryDue } from '../outbox.ts';
import { ownCommands } from './commands.ts';
import { completions } from './completion.ts';
import { openConversation } from './conversation.ts';
import { openTerminal, pipedMessages } from './input.ts';
import { consolePost } from './letters.ts';
import { type Look, render } from './render.ts';

export interface Streams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly colour: boolean;
}

/** In milliseconds, between two looks for letters while a person thinks. */
const beat = 1000;

const completable = [...commands, ...ownCommands];

/**
 * Talks until the person ends it, the input ends, nobody reads the output any more, or `stop` is given; never ends
 * in mid-answer.
 */
export async function talk(
  house: House,
  { input, output, colour }: Streams,
  desk: Desk,
  stop: AbortSignal,
): Promise<void> {
  const unread = new AbortController();
  output.on('error', () => unread.abort());
  const end = AbortSignal.any([stop, unread.signal]);
  const isScreen = output.isTTY === true;
  const look = (): Look => ({
    colour: isScreen && colour,
    width: isScreen ? (output.columns ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  });
  const answer = openConversation(house, look);
  /** Shows the letters that are due. */
  const deliver = (show: (text: string) => Promise<void>): Promise<void> =>
    carryDue(consolePost(look, show), desk).catch((fault: unknown) => void house.report(fault, 'letters'));

  if (input.isTTY !== true || !isScreen) {
    for await (const message of pipedMessages(input, end)) {
      const said = end.aborted ? null : await answer(message);
      if (said === null) break;
      await write(output, said, '\n\n');
      await deliver((text) => write(output, text, '\n\n'));
    }
    return;
  }

  const terminal = openTerminal(input, output, (line) => completions(line, completable), end);
  const words = messagesOf(house.language);
  const welcome = words.console.welcome(house.profile.name[house.language]);
  await write(output, render(say(welcome), words, look()), '\n\n');
  terminal.prompt();
  let isBusy = false;
  const deliverUnasked = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    await deliver(async (text) => {
      terminal.clear();
      await write(output, text, '\n\n');
      terminal.prompt();
    });
    isBusy = false;
  };
  const looking = setInterval(() => void deliverUnasked(), beat);
  for await (const message of terminal.messages) {
    const said = end.aborted ? null : await answer(message);
    if (said === null) break;
    await write(output, said, '\n\n');
    terminal.prompt();
  }
  clearInterval(looking);
  terminal.close();
}

/** Settles when the text is handed on, so that a slow reader slows the talk down; a lost reader is no fault here. */
const write = (output: Writable, text: string, end: string): Promise<void> =>
  new Promise((done) => {
    if (text === '') done();
    else output.write(text + end, () => done());
  });
