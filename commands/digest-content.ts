// The weekly digest for whoever reads it: knows what they may see, and composes once what is the same for many places.

import type { Span } from '../core/digest.ts';
import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import type { Viewer } from '../storage/openings.ts';
import type { PlaceKind } from '../storage/places.ts';
import type { House } from './context.ts';
import { digestView } from './digest-view.ts';
import { isQuiet, type Week, weekOf } from './digest-week.ts';

/** Who reads a digest, and how they want it. */
export interface Readership {
  readonly placeId: number;
  readonly kind: PlaceKind;
  /** `public`, or `place:ID` for a community. */
  readonly audience: string;
  /** In private; `null` where others read along. */
  readonly personId: number | null;
  readonly language: Language;
  readonly zone: string;
  readonly emptyWeeks: 'say' | 'skip';
}

interface Edition {
  /** Whether it comes after the time it was due. */
  readonly isLate: boolean;
}

type Digest = (readers: Readership, span: Span, edition: Edition) => Promise<View | null>;

/** One digest; `null` where there is nothing to tell and the place skips empty weeks. */
export const weeklyDigest = (
  house: House,
  readers: Readership,
  span: Span,
  edition: Edition,
): Promise<View | null> => digestPress(house)(readers, span, edition);

/** Composes digests of one moment; the weeks and views that several places share are made once. */
export function digestPress(house: House): Digest {
  const weeks = new Map<string, Promise<Week>>();
  const views = new Map<string, View>();
  let audiences: Promise<ReadonlySet<string>> | undefined;

  /** A place to which nothing is addressed sees what everybody sees. */
  async function viewerOf({ audience, personId }: Readership): Promise<Viewer> {
    audiences ??= house.store.weeks.audiences(house.profile.id);
    const own = (await audiences).has(audience) ? [audience] : [];
    return { personId, all: false, audiences: ['public', ...own] };
  }

  return async (readers, span, { isLate }) => {
    const { language, zone, emptyWeeks } = readers;
    const viewer = await viewerOf(readers);
    const key = JSON.stringify([viewer, span]);
    const coming = weeks.get(key) ?? weekOf(house, viewer, span);
    weeks.set(key, coming);
    const week = await coming;
    if (isQuiet(week) && emptyWeeks === 'skip') return null;
    const shown = `${key} ${language} ${zone} ${isLate}`;
    const view =
      views.get(shown) ?? digestView(week, { language, zone, isLate, name: house.profile.name[language] });
    views.set(shown, view);
    return view;
  };
}
