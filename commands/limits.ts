// How much one person, and everybody in a place together, may ask for within a time. What a place sets for itself is
// counted there; the ordinary is counted wherever the person is.

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
  await take(key, limit, minute, context, (words, wait) => words.limits.commands(limit, wait));
}

/** Counts an opening that the caller hands in; those who need no review may hand in as many as they like. */
export async function takeSubmission(context: Context): Promise<void> {
  if (isTrusted(context)) return;
  const { place, house } = context;
  const { key, limit } = personLimit('submissionsPerPerson', context);
  await take(key, limit, day, context, (words, wait) => words.limits.submissions(limit, wait));
  if (place.kind === 'private') return;
  const all = place.settings.submissionsPerPlace ?? (house.limits ?? ordinaryLimits).submissionsPerPlace;
  await take(`submissionsPerPlace/${place.id}`, all, day, context, (words, wait) =>
    words.limits.submissionsHere(all, wait),
  );
}

/** Counts a question to the seeker, by the limit of openings and apart from them. */
export async function takeQuestion(context: Context): Promise<void> {
  if (isTrusted(context)) return;
  const { key, limit } = personLimit('submissionsPerPerson', context, 'questionsPerPerson');
  await take(key, limit, day, context, (words, wait) => words.limits.questions(limit, wait));
}

function personLimit(
  what: 'commandsPerPerson' | 'submissionsPerPerson',
  { caller, place, house }: Context,
  counted: string = what,
): { readonly key: string; readonly limit: number } {
  const own = place.settings[what];
  const key = `${counted}/${caller.personId}`;
  return own === null
    ? { key, limit: (house.limits ?? ordinaryLimits)[what] }
    : { key: `${key}/${place.id}`, limit: own };
}

async function take(
  key: string,
  limit: number,
  window: number,
  { house }: Context,
  refusal: (words: Messages, wait: number) => string,
): Promise<void> {
  if (limit === Number.POSITIVE_INFINITY) return;
  const { times, endsIn } = await house.store.limits.use(key, window);
  if (times > limit) throw new UserError((words) => refusal(words, endsIn));
}
