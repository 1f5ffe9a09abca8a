// /settings: what moderators decide for their place. Lists, explains, checks and changes one setting at a time.

import type { Action, View } from '../core/view.ts';
import { emptyWeeks, freedoms, type PlaceSettings } from '../storage/places.ts';
import { command } from './command.ts';
import { type Context, isSaidToAll, seekersOf } from './context.ts';
import { type Limits, ordinaryLimits } from './limits.ts';
import type { Messages } from './locales/messages.ts';
import { asChoice } from './options.ts';
import { bold, button, code, excerpt, line } from './say.ts';
import { hasSeveral, seekerCalled, seekerName } from './seekers.ts';
import { UserError } from './user-error.ts';

const names = [
  'moderator_role',
  'submit_without_review',
  'submissions_per_person',
  'submissions_per_place',
  'commands_per_person',
  'empty_weeks',
  'seeker',
] as const;
export type SettingName = (typeof names)[number];

/** What is typed for the ordinary, as it was at first. */
const ordinary = '-';

interface Setting {
  /** As it would be typed; `null` for the ordinary. */
  readonly typed: (settings: PlaceSettings) => string | null;
  /** Throws `UserError` for a value that it cannot have. */
  readonly read: (value: string, context: Context) => Partial<PlaceSettings>;
  /** The values there are, where they can be counted. */
  readonly choices?: (context: Context) => readonly string[];
  /** What is set, in words, where the words are not the same everywhere. */
  readonly named?: (typed: string | null, context: Context) => string;
  /** Whether there is anything to decide here. */
  readonly applies?: (context: Context) => boolean;
  /** Which of the ordinary limits holds while it is not set. */
  readonly limit?: keyof Limits;
}

const settingsByName: Readonly<Record<SettingName, Setting>> = {
  moderator_role: {
    typed: ({ moderatorRole }) => moderatorRole,
    read: (value, context) => ({ moderatorRole: readRole(value, context) }),
    named: (typed, { place, words }) =>
      typed === null ? words.settings.noRole : (place.roleName(typed) ?? typed),
    applies: ({ place }) => place.hasRoles,
  },
  submit_without_review: {
    typed: ({ submitWithoutReview }) => submitWithoutReview,
    read: (value) => ({ submitWithoutReview: readOneOf(value, freedoms) }),
    choices: () => freedoms,
  },
  submissions_per_person: limitOf('submissionsPerPerson', { least: 1, most: 1000 }),
  submissions_per_place: limitOf('submissionsPerPlace', { least: 1, most: 10_000 }),
  commands_per_person: limitOf('commandsPerPerson', { least: 5, most: 1000 }),
  empty_weeks: {
    typed: (current) => current.emptyWeeks,
    read: (value) => ({ emptyWeeks: readOneOf(value, emptyWeeks) }),
    choices: () => emptyWeeks,
  },
  seeker: {
    typed: ({ seeker }) => seeker,
    read: (value, context) => ({
      seeker: value === ordinary ? null : seekerCalled(value, context).profile.id,
    }),
    choices: ({ house }) => seekersOf(house).map(({ profile }) => profile.id),
    named: seekerName,
    applies: ({ house }) => hasSeveral(house),
  },
};

export const settings = command({
  name: 'settings',
  role: 'moderator',
  options: {
    name: { kind: 'choice', choices: names },
    value: { kind: 'text', maxLength: 100 },
  },
  async run({ name, value }, context): Promise<View> {
    if (name === undefined) return overview(context);
    return value === undefined ? oneSetting(name, context) : change(name, value, context);
  },
});

function overview(context: Context): View {
  const { words } = context;
  const here = names.filter((name) => settingsByName[name].applies?.(context) !== false);
  return {
    kind: 'view',
    title: words.settings.title,
    blocks: [
      {
        kind: 'list',
        items: here.map((name) => [
          code(name),
          words.colon,
          bold(shown(name, context)),
          words.dash,
          words.settings.meanings[name],
        ]),
      },
      { kind: 'text', text: [words.settings.how, words.space, line('/settings submissions_per_person 30')] },
    ],
    private: !isSaidToAll(context),
  };
}

function oneSetting(name: SettingName, context: Context): View {
  const { words, place } = context;
  const { choices: choicesIn, typed } = settingsByName[name];
  const choices = choicesIn?.(context) ?? [];
  const current = typed(place.settings);
  return {
    kind: 'view',
    title: name,
    blocks: [
      { kind: 'text', text: [words.settings.meanings[name]] },
      { kind: 'text', text: [words.settings.current, words.colon, bold(shown(name, context))] },
      { kind: 'text', text: [words.settings.values[name]] },
    ],
    actions: [
      ...choices
        .filter((choice) => choice !== current)
        .flatMap((choice) => setTo(worded(name, choice, context), name, choice)),
      ...(choices.length === 0 && current !== null ? setTo(words.settings.reset, name, ordinary) : []),
    ],
    private: !isSaidToAll(context),
  };
}

async function change(name: SettingName, value: string, context: Context): Promise<View> {
  const { house, place, words } = context;
  const setting = settingsByName[name];
  const patch = setting.read(value.trim(), context);
  await house.store.places.change(place.id, patch);
  const changed = { ...context, place: { ...place, settings: { ...place.settings, ...patch } } };
  return {
    kind: 'view',
    blocks: [
      {
        kind: 'text',
        text: [words.settings.changed, ' ', code(name), words.colon, bold(shown(name, changed))],
      },
    ],
    actions: setTo(words.settings.undo, name, setting.typed(place.settings) ?? ordinary),
    private: !isSaidToAll(context),
  };
}

const setTo = (label: string, name: SettingName, value: string): readonly Action[] =>
  button(label, 'settings', { name, value });

/** What is set, in words. */
function shown(name: SettingName, context: Context): string {
  return worded(name, settingsByName[name].typed(context.place.settings), context);
}

function worded(name: SettingName, value: string | null, context: Context): string {
  const { words, house } = context;
  const { named, limit } = settingsByName[name];
  if (named !== undefined) return named(value, context);
  if (value !== null || limit === undefined) return words.settings.shown(name, value ?? ordinary);
  return words.settings.ordinary((house.limits ?? ordinaryLimits)[limit]);
}

/** A mention of the role, or its number. */
function readRole(value: string, { place }: Context): string | null {
  if (value === ordinary) return null;
  if (!place.hasRoles) throw wrong((words) => words.settings.noRoles);
  const role = /^(?:<@&)?(\d{1,30})>?$/u.exec(value)?.[1];
  if (role === undefined) throw wrong((words) => words.settings.notARole(excerpt(value)));
  return role;
}

/** The first is the ordinary. */
function readOneOf<Choice extends string>(
  value: string,
  choices: readonly [usual: Choice, ...others: Choice[]],
): Choice {
  const wanted = value === ordinary ? choices[0] : asChoice(value, choices);
  if (wanted === null)
    throw wrong((words) => words.refusals.notAChoice(words.option('value'), excerpt(value), choices));
  return wanted;
}

function limitOf(
  key: keyof Limits,
  { least, most }: { readonly least: number; readonly most: number },
): Setting {
  return {
    limit: key,
    typed: (current) => (current[key] === null ? null : String(current[key])),
    read(value) {
      if (value === ordinary) return { [key]: null };
      const digits = value.normalize('NFKC');
      const number = /^\d{1,9}$/u.test(digits) ? Number(digits) : Number.NaN;
      if (!(number >= least && number <= most))
        throw wrong((words) => words.settings.notALimit(excerpt(value), least, most));
      return { [key]: number };
    },
  };
}

/** It says itself what can be set, so that an example of another setting is of no help. */
const wrong = (phrase: (words: Messages) => string): UserError => new UserError(phrase);
