// How much one person, and everybody in a place together, may ask for within a time. What a place sets for itself is
// counted there; the ordinary is counted wherever the person is.

import { createHash } from 'node:crypto';

import { type Context, isTrusted } from './context.ts';
import type { Messages } from './locales/messages.ts';
import { UserError } from './user-error.ts';

export interface Limits {
  /** Within a minute. */
  readonly commandsPerPerson: number;
  /** Within a day. */
  readonly submissionsPerPerson: number;
  /** Within a day. */
  readonly submissionsPerPlace: number;
}

export const ordinaryLimits: Limits = {
  commandsPerPerson: 20,
  submissionsPerPerson: 20,
  submissionsPerPlace: 200,
};

/** For where nobody can flood anything. */
export const unlimited: Limits = {
  commandsPerPerson: Number.POSITIVE_INFINITY,
  submissionsPerPerson: Number.POSITIVE_INFINITY,
  submissionsPerPlace: Number.POSITIVE_INFINITY,
};

/** In seconds. */
const minute = 60;
const day = 24 * 60 * minute;

/** Counts a command of the caller; throws `UserError` when it is one too many. */
export async function takeCommand(context: Context): Promise<void> {
  const { key, limit } = personLimit('commandsPerPerson', context);
  const refusal: Counted['refusal'] = (words, wait) => words.limits.commands(limit, wait);
  await take({ key, limit, count: 1, window: minute, refusal }, context);
}

/**
 * Counts openings that the caller hands in, and does `work`; what comes to nothing is not counted. Those who need no
 * review may hand in as many as they like.
 */
export async function withinLimits<T>(count: number, context: Context, work: () => Promise<T>): Promise<T> {
  if (isTrusted(context) || count === 0) return work();
  const { place, house } = context;
  const { key, limit } = personLimit('submissionsPerPerson', context);
  const own: Counted = {
    key,
    limit,
    count,
    window: day,
    refusal: (words, wait, left) => words.limits.submissions(limit, wait, left),
  };
  return counting(own, context, async () => {
    if (place.kind === 'private') return work();
    const all = place.settings.submissionsPerPlace ?? (house.limits ?? ordinaryLimits).submissionsPerPlace;
    const here: Counted = {
      key: `submissionsPerPlace/${place.id}`,
      limit: all,
      count,
      window: day,
      refusal: (words, wait, left) => words.limits.submissionsHere(all, wait, left),
    };
    return counting(here, context, work);
  });
}

/**
 * Counts a question to the seeker, by the limit of openings and apart from them. It is the seeker who has to read them,
 * so that a place may allow fewer, but not more, and its moderators have no more either.
 */
export async function takeQuestion(context: Context): Promise<void> {
  const { caller, place, house } = context;
  if (caller.roles.has('seeker')) return;
  const { submissionsPerPerson: most } = house.limits ?? ordinaryLimits;
  const limit = Math.min(most, place.settings.submissionsPerPerson ?? most);
  const key = keyOf('questionsPerPerson', caller);
  const refusal: Counted['refusal'] = (words, wait) => words.limits.questions(limit, wait);
  await take({ key, limit, count: 1, window: day, refusal }, context);
}

function personLimit(
  what: 'commandsPerPerson' | 'submissionsPerPerson',
  { caller, place, house }: Context,
): { readonly key: string; readonly limit: number } {
  const own = place.settings[what];
  const key = keyOf(what, caller);
  return own === null
    ? { key, limit: (house.limits ?? ordinaryLimits)[what] }
    : { key: `${key}/${place.id}`, limit: own };
}

/** Of the account, without naming it: whoever is erased is somebody new, and has used up no less. */
const keyOf = (what: string, { account }: Context['caller']): string =>
  `${what}/${createHash('sha256').update(account).digest('base64url')}`;

interface Counted {
  readonly key: string;
  readonly limit: number;
  /** How many at once. */
  readonly count: number;
  /** In seconds. */
  readonly window: number;
  /** `wait` in milliseconds; `left` is how many of them would do. */
  readonly refusal: (words: Messages, wait: number, left: number) => string;
}

/** Throws `UserError` when it is too much. */
async function take({ key, limit, count, window, refusal }: Counted, { house }: Context): Promise<void> {
  if (limit === Number.POSITIVE_INFINITY) return;
  const { times, endsIn } = await house.store.limits.use(key, window, count);
  const left = Math.max(0, limit - (times - count));
  if (times > limit) throw new UserError((words) => refusal(words, endsIn, left));
}

async function counting<T>(use: Counted, context: Context, work: () => Promise<T>): Promise<T> {
  try {
    await take(use, context);
    return await work();
  } catch (error) {
    const { key, window, count, limit } = use;
    if (limit !== Number.POSITIVE_INFINITY) await context.house.store.limits.giveBack(key, window, count);
    throw error;
  }
}
