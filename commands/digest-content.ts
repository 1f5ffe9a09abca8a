// What a weekly digest says to the readers of one place: only what that place may see, in their language.

import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import type { EmptyWeeks, PlaceKind } from '../storage/places.ts';
import type { House } from './context.ts';
import { messagesOf } from './locales/messages.ts';
import { openingLine } from './opening-view.ts';
import { bold, button, say } from './say.ts';

/** Who reads it, and where. */
export interface Readership {
  readonly placeId: number;
  readonly kind: PlaceKind;
  /** Who may see what is handed in there, as in a `Context`. */
  readonly audience: string;
  /** Whose private chat it is; `null` where others read along. */
  readonly personId: number | null;
  readonly language: Language;
  readonly zone: string;
  readonly emptyWeeks: EmptyWeeks;
}

const mostShown = 5;
const mostLookedAt = 100;

/** What happened in the span. `null`: nothing to say, and the place wants no line that says so. */
export async function weeklyDigest(
  house: House,
  { audience, personId, language, emptyWeeks }: Readership,
  { from, until }: { readonly from: Date; readonly until: Date },
  { isLate }: { readonly isLate: boolean },
): Promise<View | null> {
  const words = messagesOf(language);
  const { items } = await house.store.openings.search({
    profileId: house.profile.id,
    viewer: { personId, all: false, audiences: ['public', audience] },
    states: ['open'],
    order: 'best',
    page: 1,
    size: mostLookedAt,
  });
  const fresh = items.filter(({ createdAt }) => createdAt >= from && createdAt < until);
  const title = words.digest.title(house.profile.name[language]);
  if (fresh.length === 0) return emptyWeeks === 'skip' ? null : say(words.digest.quietWeek, { title });
  return {
    kind: 'view',
    title,
    blocks: [
      ...(isLate ? [{ kind: 'text', text: [words.digest.late] } as const] : []),
      {
        kind: 'list',
        items: fresh
          .slice(0, mostShown)
          .map(({ id, opening }) => [bold(`#${id} `), ...openingLine(opening, { words, language })]),
      },
    ],
    actions: button(words.digest.all, 'openings'),
  };
}
