// The skills a post asks for: names of the vocabulary found in one pass, guarded where they are everyday words,
// the head and the requirements before the rest, at most fifteen.

import { skills as vocabulary, type SkillEntry } from '../vocabulary/skills.ts';
import { finderOf, type Match } from './finder.ts';
import { found, type Found } from './found.ts';
import type { Line, Post, Topic } from './structure.ts';

const most = 15;
/** Fewer skills than this are doubtful. */
const few = 3;
/** Spoken languages are read as the language required, and general fields say what a job is, not what it asks. */
const notListed = new Set([
  'English',
  'Chinese',
  'Cantonese',
  'Hakka',
  'Japanese',
  'Backend Development',
  'Frontend Development',
  'Android Development',
  'iOS Development',
  'Algorithms',
  'Data Analysis',
  'Writing',
  'Project Management',
]);

const findSkills = finderOf<SkillEntry>(
  vocabulary
    .filter(({ name }) => !notListed.has(name))
    .flatMap((entry) =>
      [entry.name, ...(entry.chinese === null ? [] : [entry.chinese]), ...entry.aliases].map(
        (name): readonly [string, SkillEntry] => [name, entry],
      ),
    ),
);

interface Candidate extends Match<SkillEntry> {
  readonly weight: number;
}

/** How much a line is trusted to name what the job asks for; 0: not read. */
function weightOf(line: Line, index: number, hasDemands: boolean): number {
  const topic: Topic | null = line.key ?? line.section;
  if (index === 0 || line.key === 'skills' || line.key === 'title') return 3;
  if (topic === 'requirements' || topic === 'skills') return 3;
  if (
    topic === 'benefits' ||
    topic === 'contact' ||
    topic === 'process' ||
    topic === 'pay' ||
    topic === 'place'
  )
    return 0;
  if (topic === 'about' || topic === 'company') return hasDemands ? 0 : 1;
  return 2;
}

export function readSkills(post: Post): Found<readonly string[]> | null {
  const lines = post.lines.slice(0, 300);
  const hasDemands = lines.some(
    ({ section, key }) =>
      section === 'requirements' || section === 'duties' || key === 'requirements' || section === 'skills',
  );
  const candidates: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    const weight = weightOf(line, index, hasDemands);
    if (weight === 0) continue;
    const plain = post.plain.slice(line.start, line.start + line.text.length);
    for (const match of guarded(plain, post.script)) {
      candidates.push({ ...match, weight });
    }
  }
  const chosen = new Map<string, string>();
  for (const { value, text } of candidates) if (!chosen.has(value.name)) chosen.set(value.name, text);
  const kept = [...chosen].slice(0, most);
  if (kept.length === 0) return null;
  // A post that names one or two things leaves the rest unsaid, or they are mere mentions.
  return {
    ...found(
      kept.map(([name]) => name),
      ...kept.map(([, text]) => text),
    ),
    isDoubtful: kept.length < few,
  };
}

const tradeBefore =
  /(?:编程语言|语言|掌握|熟悉|精通|使用|会|用|写|stack|languages?|in|with|using|of|and|or|know|experience|experienced|written in|proficient in|熟练)[\s:：]*$/iu;
const tradeAfter =
  /^\s?(?:语言|开发|工程师|后端|研发|程序|编程|框架|developers?|engineers?|language|programming|backend|code|经验|技术|协议|架构|生态|api|平台|services?)/iu;
const separator = /^\s?(?:[,，、/|&+;；•·)）(（]|and |or |和|或|以及|与)/u;

/** Matches that are skills here: guarded names only as written, or beside their like. */
function guarded(text: string, script: 'zh' | 'en'): readonly Match<SkillEntry>[] {
  const matches = findSkills(text);
  return matches.filter((match, index) => {
    const { value, text: name } = match;
    // Codes of currencies that are also names: `CAD 130k`, `PHP 45,000`.
    if (/^(?:CAD|PHP)$/u.test(name) && /^\s?\d{2}/u.test(text.slice(match.end, match.end + 3))) return false;
    if (value.guard === null) return true;
    // Two characters of a guarded Chinese name are as common as any word.
    if (/\p{Script=Han}/u.test(name)) return name.length > 2;
    const isExact =
      name === value.name ||
      value.aliases.some((alias) => alias.toLowerCase() === name.toLowerCase() && alias.length > 3);
    if (value.guard === 'case')
      return isExact || (script === 'zh' && name.length > 2 && /^[a-z]+$/u.test(name));
    const before = text.slice(Math.max(0, match.start - 16), match.start);
    const after = text.slice(match.end, match.end + 12);
    if (name.length === 1 && /^[-'’&.]\p{L}|^\s?(?:轮|端|位|级|类|round|suite|level)/iu.test(after))
      return false;
    if (!isExact && !(script === 'zh' && name.length > 1)) return false;
    const previous = matches[index - 1];
    const next = matches[index + 1];
    const besideNext =
      next !== undefined &&
      next.start - match.end <= 4 &&
      separator.test(text.slice(match.end, next.start + 1));
    const besidePrevious =
      previous !== undefined &&
      match.start - previous.end <= 4 &&
      separator.test(text.slice(previous.end, match.start + 1));
    if (besideNext || besidePrevious || tradeAfter.test(after)) return true;
    return tradeBefore.test(before) && (/^\s?(?:[,，。.;；、)\n]|$)/u.test(after) || name.length > 3);
  });
}
