// Letters as they lie in a database in a file, read past the store; and chats whose letters can be read: the same
// conversations as in chat.ts.

import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';

import { render } from '../bots/console/render.ts';
import type { House } from '../commands/context.ts';
import { messagesOf } from '../commands/locales/messages.ts';
import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import { openTalk } from './chat.ts';
import { temporaryFolder } from './storage/stores.ts';

export interface ReadLetter {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  /** `platform:ID`, with the part of the place behind a slash. */
  readonly to: string;
  readonly language: Language;
  readonly dueAt: string;
  readonly text: string;
  readonly view: View;
}

interface LetterRow {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly platform: string;
  readonly external_id: string;
  readonly channel: string | null;
  readonly language: Language;
  readonly due_at: string;
  readonly view: string;
}

/** The letters of a database in a file, the oldest first. */
export function lettersIn(path: string): readonly ReadLetter[] {
  const file = new Sqlite(path, { readonly: true });
  try {
    return file
      .prepare<[], LetterRow>('select * from letters order by id')
      .all()
      .map(
        ({ key, kind, state, platform, external_id: id, channel, language, due_at: dueAt, view: json }) => {
          const view = JSON.parse(json) as View;
          const text = render(view, messagesOf(language), { colour: false, width: Number.POSITIVE_INFINITY });
          const to = `${platform}:${id}${channel === null ? '' : `/${channel}`}`;
          return { key, kind, state, to, language, dueAt, text, view };
        },
      );
  } finally {
    file.close();
  }
}

/** A database that ends with the test. */
export async function openMailbag() {
  const path = join(await temporaryFolder(), 'bot.db');
  return { path, url: `sqlite:${path}`, letters: () => lettersIn(path) };
}

export async function openPost(change: Partial<House> = {}) {
  const { path, url } = await openMailbag();
  const talk = await openTalk(change, url);
  const letters = () => lettersIn(path).filter(({ state }) => state === 'waiting');
  return {
    ...talk,
    /** Those that were not sent yet. */
    letters,
    /** The same to one person, as text. */
    lettersTo: (name: string) =>
      letters()
        .filter(({ to }) => to === `test:${name}`)
        .map(({ text }) => text),
    /** Sends what waits, as far as the database can tell. */
    send: () => {
      const file = new Sqlite(path);
      onTestFinished(() => void file.close());
      file
        .prepare(
          `update letters set state = 'sent', parts_sent = 1, ended_at = due_at where state = 'waiting'`,
        )
        .run();
    },
  };
}
