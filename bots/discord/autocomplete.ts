// What Discord offers while somebody types an option: skills, openings by their titles, names of commands.

import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';

import { type Context, may, seekersOf } from '../../commands/context.ts';
import { commands } from '../../commands/dispatch.ts';
import { placeNames } from '../../commands/names.ts';
import { maySee } from '../../commands/sections.ts';
import { commonZones } from '../../commands/subscription-view.ts';
import { skillName } from '../../core/vocabulary/skills.ts';
import { zonesLike } from '../../core/vocabulary/zones.ts';
import type { StoredOpening } from '../../storage/stored-opening.ts';
import { shortened } from './render.ts';

const mostChoices = 25;
const longestChoice = 100;

type Choice = ApplicationCommandOptionChoiceData;
type Suggest = (typed: string, context: Context) => Promise<readonly Choice[]> | readonly Choice[];

/** By `command.option`. */
const suggestions: Readonly<Record<string, Suggest>> = {
  'skills.query': skills,
  'opening.id': openings,
  'close.id': openings,
  'edit.id': openings,
  'review.id': (typed, context) => openingsIn(['pending'], typed, context),
  'review.into': (typed, context) => openingsIn(['open'], typed, context),
  'stage.id': openings,
  'help.command': helpOn,
  'subscribe.zone': zones,
  'profile.seeker': seekers,
};

export const completes = (command: string, option: string): boolean =>
  Object.hasOwn(suggestions, `${command}.${option}`);

export async function choicesFor(
  { commandName, options }: AutocompleteInteraction,
  context: Context,
): Promise<readonly Choice[]> {
  const { name, value } = options.getFocused(true);
  const found = await suggestions[`${commandName}.${name}`]?.(value.trim(), context);
  return (found ?? []).slice(0, mostChoices);
}

function skills(typed: string, context: Context): readonly Choice[] {
  if (!maySee('skills', context) || !maySee('tools', context)) return [];
  const { profile } = context.house;
  const names = [
    ...profile.skills.flatMap((tier) => tier.skills),
    ...profile.tools.flatMap((category) => category.tools),
    ...profile.learning,
  ];
  const choices = [...new Set(names)].map((value) => ({ name: skillName(value, context.language), value }));
  return matching(choices, typed);
}

function seekers(typed: string, { house, language }: Context): readonly Choice[] {
  const choices = seekersOf(house).map(({ profile: { id, name } }) => ({ name: name[language], value: id }));
  return matching(choices, typed);
}

function helpOn(typed: string, context: Context): readonly Choice[] {
  const choices = commands
    .filter(({ role }) => may(role, context))
    .map(({ name }) => ({ name: `/${name} – ${context.words.commandWords(name).summary}`, value: name }));
  return matching(choices, typed.replace(/^\//u, '')).map((choice) => ({
    ...choice,
    name: shortened(choice.name, longestChoice),
  }));
}

/** By city, country or state, in either language. */
function zones(typed: string, { language }: Context): readonly Choice[] {
  const found = typed === '' ? commonZones.map((zone) => ({ name: zone, zone })) : zonesLike(typed);
  return found.map(({ name, zone }) => ({
    name: shortened([...new Set([...placeNames([name], language), zone])].join(' · '), longestChoice),
    value: zone,
  }));
}

function openings(typed: string, context: Context): Promise<readonly Choice[]> {
  return openingsIn(['open', 'pending'], typed, context);
}

/** By number, or by words of the text; those that wait only to who reviews them. */
async function openingsIn(
  wanted: readonly ('open' | 'pending')[],
  typed: string,
  context: Context,
): Promise<readonly Choice[]> {
  const { house, viewer, caller } = context;
  const states = wanted.filter((state) => state === 'open' || caller.roles.has('moderator'));
  if (states.length === 0) return [];
  const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
  if (number !== undefined) {
    const found = await house.store.openings.find(Number(number), viewer);
    return found === null || !states.some((state) => state === found.state)
      ? []
      : [openingChoice(found, context)];
  }
  const { items } = await house.store.openings.search({
    profileId: house.profile.id,
    viewer,
    states,
    order: 'best',
    page: 1,
    size: mostChoices,
    ...(typed === '' ? {} : { query: typed }),
  });
  return items.map((item) => openingChoice(item, context));
}

const openingChoice = ({ id, opening }: StoredOpening, { words }: Context): Choice => ({
  name: shortened(
    [`#${id} ${opening.title ?? words.openings.untitled}`, opening.company]
      .filter((part) => part !== null)
      .join(' · '),
    longestChoice,
  ),
  value: id,
});

/** Those that begin with what was typed come first; each is found by its value as well. */
function matching<C extends Choice>(choices: readonly C[], typed: string): readonly C[] {
  const wanted = typed.toLowerCase();
  const position = ({ name, value }: C): number => {
    const places = [name.toLowerCase().indexOf(wanted), String(value).toLowerCase().indexOf(wanted)];
    return Math.min(...places.map((place) => (place === -1 ? Infinity : place)));
  };
  return choices
    .map((choice) => ({ choice, at: position(choice) }))
    .filter(({ at }) => at < Infinity)
    .toSorted((one, other) => one.at - other.at)
    .map(({ choice }) => choice);
}
