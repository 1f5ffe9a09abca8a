import type { Language } from '../language.ts';

export interface SkillEntry {
  readonly name: string;
}
export const skills: readonly SkillEntry[] = [];
export function findSkillEntry(name: string): SkillEntry | undefined {
  return skills.find((entry) => entry.name === name);
}
export function skillName(name: string, _language: Language): string {
  return name;
}
