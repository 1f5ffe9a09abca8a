// Skills by name: one canonical English name, aliases in both languages, and the Chinese name for display.
// It hides how names are folded; the rows are in skill-table.ts.

import type { Language } from '../language.ts';
import { skillRows, type Guard } from './skill-table.ts';

export interface SkillEntry {
  /** Canonical English name. */
  readonly name: string;
  /** What Chinese readers call it; `null` where they use the English name. */
  readonly chinese: string | null;
  readonly aliases: readonly string[];
  /** For names that are also everyday words; `null`: the name alone is proof. */
  readonly guard: Guard | null;
}

export const skills: readonly SkillEntry[] = skillRows.map(([name, aliases, chinese, guard]) => ({
  name,
  chinese: chinese ?? null,
  aliases: aliases === '' ? [] : aliases.split(', '),
  guard: guard ?? null,
}));

/** Case, width, blanks, hyphens and underscores do not tell names apart; dots, plus and sharp signs do. */
const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '');

const exactly = new Map(skills.map((entry) => [entry.name, entry]));
const byName = new Map<string, SkillEntry>();
for (const entry of skills.toReversed()) byName.set(fold(entry.name), entry);
for (const entry of skills) {
  for (const alias of [...entry.aliases, ...(entry.chinese === null ? [] : [entry.chinese])]) {
    if (!byName.has(fold(alias))) byName.set(fold(alias), entry);
  }
}

/**
 * The skill of this name or alias; a name that is merely alike is none. Where two names differ in case only
 * (React, ReAct), the one that is written exactly so comes first, then the earlier row.
 */
export function findSkillEntry(name: string): SkillEntry | undefined {
  return exactly.get(name) ?? byName.get(fold(name));
}

/** The name for readers of `language`: theirs where there is one, else as it is written. */
export function skillName(name: string, language: Language): string {
  const entry = findSkillEntry(name);
  if (language === 'zh') return entry?.chinese ?? name;
  return name === entry?.chinese ? entry.name : name;
}
