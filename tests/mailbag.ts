// Letters as they lie in an SQLite file, read past the store: where they go, and what they say as text.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';

import { render } from '../bots/console/render.ts';
import { messagesOf } from '../commands/locales/messages.ts';
import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly platform: string;
  readonly external_id: string;
  readonly channel: string | null;
  readonly language: Language;
  readonly due_at: string;
  readonly view: string;
}

/** A database that ends with the test: its URL, and the letters in it, the oldest first. */
export function openMailbag() {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'bot.db');
  return {
    url: `sqlite:${path}`,
    letters: () => {
      const file = new Sqlite(path, { readonly: true });
      const rows = file.prepare<[], Row>('select * from letters order by id').all();
      file.close();
      return rows.map(({ key, kind, platform, external_id, channel, language, due_at, view }) => ({
        key,
        kind,
        to: [platform, external_id, channel].filter((part) => part !== null).join(' '),
        language,
        dueAt: due_at,
        text: render(JSON.parse(view) as View, messagesOf(language), {
          colour: false,
          width: Number.POSITIVE_INFINITY,
        }),
      }));
    },
  };
}
