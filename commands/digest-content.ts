// The weekly digest for whoever reads it: knows what they may see, and composes once what is the same for many places.

import type { Span } from '../core/digest.ts';
import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import type { EmptyWeeks, PlaceKind } from '../storage/places.ts';
import type { Viewer } from '../storage/stored-opening.ts';
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
  /** The seeker or an operator, alone with the bot. */
  readonly all: boolean;
  readonly language: Language;
  readonly zone: string;
  readonly emptyWeeks: EmptyWeeks;
}

interface Edition {
  /** When it was due, where it comes late. */
  readonly lateSince: Date | null;
}

/** One digest; `null` where there is nothing to tell and the place skips empty weeks. */
type Digest = (house: House, readers: Readership, span: Span, edition: Edition) => Promise<View | null>;

export const weeklyDigest: Digest = (...asked) => openPress()(...asked);

/** Composes digests of one moment; the weeks and views that several places share are made once. */
export function openPress(): Digest {
  const audiences = new Map<string, Promise<ReadonlySet<string>>>();
  const weeks = new Map<string, Promise<Week>>();
  const views = new Map<string, View>();

  /** A place to which nothing is addressed sees what everybody sees. */
  async function viewerOf(
    { store, profile }: House,
    { audience, personId, all }: Readership,
  ): Promise<Viewer> {
    const known = audiences.get(profile.id) ?? store.weeks.audiences(profile.id);
    audiences.set(profile.id, known);
    const own = (await known).has(audience) ? [audience] : [];
    return { personId, all, audiences: ['public', ...own] };
  }

  return async (house, readers, span, { lateSince }) => {
    const { language, zone, emptyWeeks } = readers;
    const viewer = await viewerOf(house, readers);
    const key = JSON.stringify([house.profile.id, viewer, span]);
    const coming = weeks.get(key) ?? weekOf(house, viewer, span);
    weeks.set(key, coming);
    const week = await coming;
    if (isQuiet(week) && emptyWeeks === 'skip') return null;
    const shown = JSON.stringify([key, language, zone, lateSince]);
    const view =
      views.get(shown) ?? digestView(week, { language, zone, lateSince, name: house.profile.name[language] });
    views.set(shown, view);
    return view;
  };
}
