// What the seeker can do, found by name: the profile's own name, or an alias in either language. What the profile
// does not hold is never claimed; names that look alike are offered as suggestions only.

import { distance } from 'fastest-levenshtein';

import { languages, type Localized } from './language.ts';
import type { Profile, Tier } from './profile.ts';
import { findSkillEntry, skillName } from './vocabulary/skills.ts';

export interface SkillMatch {
  readonly name: string;
  /** Years of experience; `null` where the profile lists it without years. */
  readonly years: Pick<Tier, 'from' | 'to'> | null;
  /** The rows of the tool matrix that hold it. */
  readonly categories: readonly Localized[];
  readonly learning: boolean;
}

export type SkillAnswer =
  /** `missing` are the parts of the question that the profile does not hold. */
  | { readonly kind: 'found'; readonly matches: readonly SkillMatch[]; readonly missing: readonly string[] }
  /** A row of the tool matrix was asked for by its name. */
  | { readonly kind: 'category'; readonly name: Localized; readonly tools: readonly string[] }
  /** Not in the profile; `near` are names of the profile that look alike, best first. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** The parts of a profile that are looked through. */
export type SkillSource = Pick<Profile, 'skills' | 'tools' | 'learning'>;

const suggestionLimit = 5;

/** Between names: commas of both scripts, slashes, and their words. */
const between = /[,，、;；/和与]|\s(?:and|&)\s/iu;

/** Looks one name up, or several. */
export function findSkill(source: SkillSource, query: string): SkillAnswer {
  const known = knownSkills(source);
  const whole = known.get(key(query));
  if (whole !== undefined) return { kind: 'found', matches: [whole], missing: [] };

  const category = source.tools.find((row) =>
    Object.values(row.name).some((name) => fold(name) === fold(query)),
  );
  if (category !== undefined) return { kind: 'category', name: category.name, tools: category.tools };

  const parts = query.split(between).filter((part) => part.trim() !== '');
  const matches = parts.map((part) => known.get(key(part))).filter((match) => match !== undefined);
  if (matches.length > 0) {
    const missing = parts.filter((part) => !known.has(key(part))).map((part) => part.trim());
    return { kind: 'found', matches: [...new Set(matches)], missing };
  }
  return {
    kind: 'unknown',
    near: suggest(
      query,
      [...known.values()].map(({ name }) => name),
    ),
  };
}

function knownSkills(profile: SkillSource): ReadonlyMap<string, SkillMatch> {
  const known = new Map<string, SkillMatch>();
  const enter = (name: string, change: (match: SkillMatch) => SkillMatch) => {
    const blank = { name, years: null, categories: [], learning: false };
    known.set(key(name), change(known.get(key(name)) ?? blank));
  };
  for (const { from, to, skills } of profile.skills) {
    for (const name of skills) enter(name, (match) => ({ ...match, years: { from, to } }));
  }
  for (const { name: category, tools } of profile.tools) {
    for (const name of tools) {
      enter(name, (match) => ({ ...match, categories: [...match.categories, category] }));
    }
  }
  for (const name of profile.learning) enter(name, (match) => ({ ...match, learning: true }));
  return known;
}

/** Names that in any language contain the query or are spelled like it, best first. */
function suggest(query: string, names: readonly string[]): readonly string[] {
  const asked = fold(query);
  if (asked === '') return [];
  const far = (name: string) =>
    Math.min(...languages.map((language) => unlikeness(asked, fold(skillName(name, language)))));
  return names
    .map((name) => ({ name, far: far(name) }))
    .filter((one) => one.far <= 0.4)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, suggestionLimit)
    .map(({ name }) => name);
}

/** 0 for the same, 1 for nothing in common; part of a name counts as close. */
function unlikeness(asked: string, name: string): number {
  const shorter = asked.length < name.length ? asked : name;
  const isTelling = shorter.length >= 3 || /\p{Script=Han}/u.test(shorter);
  if (isTelling && (name.includes(asked) || asked.includes(name))) return 0.3;
  return distance(asked, name) / Math.max(asked.length, name.length);
}

/** The canonical name where the vocabulary knows one, so that k8s and Kubernetes are the same. */
const key = (name: string): string => fold(findSkillEntry(name)?.name ?? name);

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
