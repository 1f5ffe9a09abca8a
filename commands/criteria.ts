// /criteria: what is looked for now, what comes after this phase, and what was changed on the way.

import { compareCriteria, type Criterion, type CriterionChange } from '../core/criteria.ts';
import type { Block, Text, View } from '../core/view.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { criteriaNow } from './judging.ts';
import type { Speech } from './opening-view.ts';
import { bold, button } from './say.ts';

const day = 24 * 60 * 60 * 1000;

export const criteria = command({
  name: 'criteria',
  role: 'anyone',
  options: {},
  async run(_, context): Promise<View> {
    const { house, language, words, now } = context;
    const { phase, since, until, next } = criteriaNow(context);
    const review =
      until === null
        ? words.criteria.open
        : words.criteria.review(Math.ceil((until.getTime() - now.getTime()) / day), until);
    return {
      kind: 'view',
      title: words.criteria.title(house.profile.name[language]),
      blocks: [
        ...criteriaBlocks(phase.criteria, context),
        { kind: 'text', text: [words.criteria.phase(phase.name[language], since), words.space, review] },
        ...(next === null
          ? []
          : changeBlocks(
              words.criteria.next(next.name[language]),
              compareCriteria(phase.criteria, next.criteria),
              context,
            )),
        ...(await historyBlocks(context)),
      ],
      actions: button(words.help.submit, 'submit', {}, 'primary'),
    };
  },
});

function criteriaBlocks(wanted: readonly Criterion[], context: Context): readonly Block[] {
  const { words } = context;
  if (wanted.length === 0) return [{ kind: 'text', text: [words.criteria.none] }];
  return [
    {
      kind: 'facts',
      facts: wanted.map((one) => [words.criterionNames[one.kind], criterionText(one, context)]),
    },
    { kind: 'text', text: [{ text: words.criteria.legend, style: 'italic' }] },
  ];
}

/** Value, strength with how far it can be talked about, and the seeker's own words. */
function criterionText(wanted: Criterion, { language, words }: Speech): Text {
  const distance = words.distance(wanted);
  const note = wanted.note?.[language];
  return [
    words.criterion(wanted),
    ' · ',
    bold(words.strengths[wanted.strength]),
    distance === '' ? '' : words.aside(distance),
    note === undefined ? '' : words.stop + note,
  ];
}

/** Nothing where nothing changed. */
export function changeBlocks(
  heading: string,
  changes: readonly CriterionChange[],
  context: Speech,
): readonly Block[] {
  const items = changes.flatMap(({ before, after }): readonly Text[] => {
    const criterion = after ?? before;
    if (criterion === null) return [];
    const value: Text = after === null ? [context.words.criteria.dropped] : criterionText(after, context);
    return [[bold(context.words.criterionNames[criterion.kind]), context.words.colon, ...value]];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: [heading] },
    { kind: 'list', items },
  ];
}

/** The newest changes of the first phase's criteria since the bot carries the profile. */
async function historyBlocks(context: Context): Promise<readonly Block[]> {
  const { store, profile } = context.house;
  const versions = await store.profiles.history(profile.id);
  const pairs = versions.slice(1).map((version, index) => ({ version, before: versions[index] ?? version }));
  return pairs
    .slice(-3)
    .toReversed()
    .flatMap(({ version, before }) =>
      changeBlocks(
        context.words.criteria.change(version.since),
        compareCriteria(before.search.phases[0]?.criteria ?? [], version.search.phases[0]?.criteria ?? []),
        context,
      ),
    );
}
