// The verdict of the seeker's criteria in force, and keeping the stored verdicts in step with them.

import { createHash } from 'node:crypto';

import { inForce, type InForce } from '../core/criteria.ts';
import { judge, type Verdict } from '../core/matching.ts';
import type { Opening } from '../core/opening.ts';
import type { Context, House } from './context.ts';

type Moment = Pick<Context, 'now'> & {
  readonly house: Pick<House, 'profile' | 'startedAt' | 'rates' | 'store'>;
};

/** The day the search began: as the profile says, else when the bot first carried it. */
export function criteriaNow({ house, now }: Moment): InForce {
  const { search } = house.profile;
  return inForce(search, search.start === null ? house.startedAt : new Date(search.start), now);
}

export const verdictOn = (opening: Opening, moment: Moment): Verdict =>
  judge(opening, criteriaNow(moment).phase.criteria, moment.house.rates);

/** The verdict as it is stored beside an opening. */
export function storedVerdict(opening: Opening, moment: Moment) {
  const { fit, score } = verdictOn(opening, moment);
  return { fit, score, judgedBy: judgedBy(moment) };
}

/** A key of all that a verdict depends on besides the opening. */
function judgedBy(moment: Moment): string {
  const basis = JSON.stringify([criteriaNow(moment).phase.criteria, moment.house.rates]);
  return createHash('sha256').update(basis).digest('base64url').slice(0, 16);
}

const batch = 500;

/** Judges again what was judged by other criteria: after a phase ended, or the profile or the rates changed. */
export async function refreshVerdicts(moment: Moment): Promise<void> {
  const { store, profile } = moment.house;
  const key = judgedBy(moment);
  for (;;) {
    const outdated = await store.verdicts.outdated(profile.id, key, batch);
    if (outdated.length === 0) return;
    const verdicts = outdated.map(({ id, opening }) => {
      const { fit, score } = verdictOn(opening, moment);
      return { id, fit, score };
    });
    await store.verdicts.keep(verdicts, key);
  }
}
