// /skills: what the seeker can do.

import { onceForEach } from '../core/once.ts';
import type { Profile, Section } from '../core/profile.ts';
import { findSkill, type SkillMatch, type SkillSource } from '../core/skills.ts';
import type { Block, Text, View } from '../core/view.ts';
import { skillName } from '../core/vocabulary/skills.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { bold, button, say } from './say.ts';
import { hidden, maySee, type Reader, sectionBlocks, skillList } from './sections.ts';

export const skills = command({
  name: 'skills',
  role: 'anyone',
  options: { query: { kind: 'text', maxLength: 100 } },
  async run({ query }, context) {
    const shown = parts.filter((section) => maySee(section, context));
    if (shown.length === 0) return hidden(context);
    return query === undefined ? everything(shown, context) : answer(query, context);
  },
});

const parts = ['skills', 'tools'] as const;

/** By language and parts. */
const overviews = onceForEach<Profile, Map<string, View>>(() => new Map());

/** The same for everybody who may see the same, so that it is made once, and rendered once as well. */
function everything(shown: readonly Section[], reader: Reader): View {
  const known = overviews(reader.house.profile);
  const key = [reader.language, ...shown].join(' ');
  const view = known.get(key) ?? overview(shown, reader);
  known.set(key, view);
  return view;
}

function overview(shown: readonly Section[], reader: Reader): View {
  const { house, words, language } = reader;
  return {
    kind: 'view',
    title: words.skills.title(house.profile.name[language]),
    blocks: shown.flatMap((section): readonly Block[] => [
      ...(section === 'skills'
        ? []
        : [{ kind: 'heading', text: [words.profile.sections[section]] } as const]),
      ...sectionBlocks(section, reader),
    ]),
  };
}

/** The parts of the profile that the caller may see; what they may not is as if it were not there. */
export function visibleSkills(context: Context): SkillSource {
  const { skills: tiers, tools, learning } = context.house.profile;
  return {
    skills: maySee('skills', context) ? tiers : [],
    tools: maySee('tools', context) ? tools : [],
    learning: maySee('learning', context) ? learning : [],
  };
}

function answer(query: string, context: Context): View {
  const { house, words, language } = context;
  const found = findSkill(visibleSkills(context), query);
  switch (found.kind) {
    case 'found':
      return {
        kind: 'view',
        blocks: [
          { kind: 'list', items: found.matches.map((match) => matchLine(match, context)) },
          ...found.missing.map(
            (part) =>
              ({ kind: 'text', text: [words.skills.notFound(part, house.profile.name[language])] }) as const,
          ),
        ],
      };
    case 'category':
      return {
        kind: 'view',
        title: found.name[language],
        blocks: [{ kind: 'text', text: skillList(found.tools, context) }],
      };
    case 'unknown': {
      const sentence = words.skills.notFound(query, house.profile.name[language]);
      if (found.near.length === 0) return say([sentence, words.skills.all].join(words.space));
      return {
        kind: 'view',
        blocks: [
          { kind: 'text', text: [sentence] },
          { kind: 'text', text: [words.skills.near] },
          { kind: 'list', items: found.near.map((name) => [skillName(name, language)]) },
        ],
        actions: found.near.flatMap((name) => button(skillName(name, language), 'skills', { query: name })),
      };
    }
  }
}

function matchLine(match: SkillMatch, { words, language }: Context): Text {
  const years =
    match.years === null ? words.skills.noYears : words.skills.years(match.years.from, match.years.to);
  const notes = [years];
  if (match.categories.length > 0)
    notes.push(words.skills.categories(match.categories.map((name) => name[language])));
  if (match.learning) notes.push(words.skills.learning);
  return [bold(skillName(match.name, language)), words.colon, notes.join(words.semicolon)];
}
