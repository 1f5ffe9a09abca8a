// Openings that look like the one at hand, among those that the caller may see: nothing else is hinted at.

import { type Likeness, likeness, likenesses } from '../core/duplicates.ts';
import type { Opening } from '../core/opening.ts';
import type { Block } from '../core/view.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import type { Context } from './context.ts';
import { openingLine } from './opening-view.ts';
import { bold } from './say.ts';
import { maySee, whatStays } from './visibility.ts';

interface Duplicate {
  readonly stored: StoredOpening;
  readonly likeness: Likeness;
}

/** An opening with its post; `id` where it is handed in already. */
interface Posted {
  readonly opening: Opening;
  readonly text: string;
  readonly id?: number;
  /** Of one job of several: the draft in which they are. */
  readonly postId?: number | null;
}

/** The surest first; of a merged one, that which stays. */
export async function duplicatesOf(
  { opening, text, id: self, postId = null }: Posted,
  context: Context,
): Promise<readonly Duplicate[]> {
  const { house, viewer } = context;
  const candidates = await house.store.duplicates.candidates({
    profileId: house.profile.id,
    viewer,
    opening,
    text,
  });
  const alike = candidates
    .map((stored) => ({ stored, likeness: likeness({ opening, text, postId }, stored) }))
    .filter((one): one is Duplicate => one.likeness !== null)
    .toSorted((one, other) => rank(one) - rank(other));
  const found = new Map<number, Duplicate>();
  for (const one of alike) {
    const stored = one.stored.state === 'merged' ? await whatStays(one.stored, context) : one.stored;
    const stands = stored !== null && ['open', 'pending'].includes(stored.state);
    if (stands && stored.id !== self && maySee(stored, context) && !found.has(stored.id)) {
      found.set(stored.id, { ...one, stored });
    }
  }
  return [...found.values()];
}

const rank = (one: Duplicate): number => likenesses.indexOf(one.likeness);

/** Those that are the same beyond a mere question. */
export const sure = (duplicates: readonly Duplicate[]): readonly StoredOpening[] =>
  duplicates.filter((one) => one.likeness !== 'mention').map(({ stored }) => stored);

/** Says which opening it looks like, who handed that in, and what it is. */
export async function likenessBlocks(
  { id, opening }: StoredOpening,
  context: Context,
): Promise<readonly Block[]> {
  const { words, house, caller } = context;
  const referrers = await house.store.openings.referrers(id);
  const isOwn = referrers.some(({ personId }) => personId === caller.personId);
  const sentence = isOwn
    ? words.duplicates.own(id)
    : words.duplicates.looksLike(
        id,
        referrers.map(({ name }) => name),
      );
  return [
    { kind: 'text', text: [bold(sentence)] },
    { kind: 'list', items: [[bold(`#${id} `), ...openingLine(opening, context)]] },
  ];
}
