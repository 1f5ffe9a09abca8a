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

const byName = new Map<string, SkillEntry>();
for (const entry of skills) byName.set(fold(entry.name), entry);
for (const entry of skills) {
  for (const alias of [...entry.aliases, ...(entry.chinese === null ? [] : [entry.chinese])]) {
    if (!byName.has(fold(alias))) byName.set(fold(alias), entry);
  }
}

/** The skill of exactly this name or alias; a name that is merely alike is none. */
export function findSkillEntry(name: string): SkillEntry | undefined {
  return byName.get(fold(name));
}

/** The name for readers of `language`; a name outside the vocabulary stays as it is. */
export function skillName(name: string, language: Language): string {
  const entry = findSkillEntry(name);
  if (entry === undefined) return name;
  return language === 'zh' ? (entry.chinese ?? entry.name) : entry.name;
}
