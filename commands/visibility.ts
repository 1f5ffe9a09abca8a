// Who may know of an opening: the viewer's audiences decide in the store, its state decides here.

import type { StoredOpening } from '../storage/stored-opening.ts';
import type { Context } from './context.ts';
import { UserError } from './user-error.ts';

/** Whether the caller, among whose openings it is, may see what is in it: others see only what stands. */
export const maySee = (
  { state, submitterId }: Pick<StoredOpening, 'state' | 'submitterId'>,
  { viewer, caller }: Context,
): boolean =>
  state === 'open' || caller.roles.has('moderator') || viewer.all || submitterId === caller.personId;

/** The opening, or a refusal that does not tell whether it exists. */
export async function visibleOpening(id: number, context: Context): Promise<StoredOpening> {
  const { house, viewer } = context;
  const found = await house.store.openings.find(id, viewer);
  if (found === null || !maySee(found, context)) throw new UserError((words) => words.openings.noSuch(id));
  return found;
}

/** The one that stays of those that this opening was merged into, in turn; `null` where the caller may not see it. */
export async function whatStays(merged: StoredOpening, context: Context): Promise<StoredOpening | null> {
  const { house, viewer } = context;
  let current: StoredOpening | null = merged;
  while (current !== null && current.mergedInto !== null) {
    current = await house.store.openings.find(current.mergedInto, viewer);
  }
  return current !== null && maySee(current, context) ? current : null;
}
