// How an opening and its verdict look, wherever they are shown.

import type { Judgement, Verdict } from '../core/matching.ts';
import { type Opening, type OpeningField, openingFields } from '../core/opening.ts';
import type { Block, Segment, Text } from '../core/view.ts';
import type { Context } from './context.ts';
import { placeNames } from './names.ts';
import { bold } from './say.ts';
import { skillList } from './sections.ts';

/** The language in which something is said. */
export type Speech = Pick<Context, 'words' | 'language'>;

type Fact = readonly [label: string, value: Text];

/**
 * What is known of an opening; with `gaps`, what the post does not say is shown as such, and what is doubted is marked.
 * `only` these fields, where it is not about all.
 */
export function openingFacts(
  opening: Opening,
  context: Context,
  gaps: boolean,
  doubts: readonly OpeningField[] = [],
  only: readonly OpeningField[] = openingFields,
): Block {
  const { words, language } = context;
  const { fields } = words;
  const place = placeText(opening, context);
  const facts: readonly (readonly [OpeningField, Text | null])[] = [
    ['title', textOrNull(opening.title)],
    ['titles', opening.titles.length > 1 ? [opening.titles.join(words.semicolon)] : []],
    ['company', textOrNull(opening.company)],
    ['locations', textOrNull(place)],
    ['salary', opening.salary === null ? null : [words.pay(opening.salary)]],
    ['insuranceBase', opening.insuranceBase === null ? null : [words.insuranceBase(opening.insuranceBase)]],
    ['contract', opening.contract === 'unknown' ? [] : [words.contracts[opening.contract]]],
    ['focus', [words.focuses[opening.focus]]],
    ['skills', opening.skills.length === 0 ? [] : skillList(opening.skills, { ...context, language })],
    [
      'languageRequired',
      opening.languageRequired === 'unknown' ? null : [words.requiredLanguages[opening.languageRequired]],
    ],
    ['applyUrl', opening.applyUrl === null ? null : [{ text: opening.applyUrl, link: opening.applyUrl }]],
    ['contact', opening.contact === null ? [] : [words.contact(opening.contact)]],
  ];
  return {
    kind: 'facts',
    facts: facts
      .filter(([field]) => only.includes(field))
      .flatMap(([field, value]) => {
        const isDoubted = toldBy(field).some((one) => doubts.includes(one));
        const marked =
          value === null || value.length === 0 || !isDoubted ? value : [...value, words.draft.mark];
        return factOrGap(fields[field], marked, gaps ? words.nothing : null);
      }),
  };
}

/** What the line of a field tells: that of a place tells also how the work is done. */
export const toldBy = (field: OpeningField): readonly OpeningField[] =>
  field === 'locations' ? ['locations', 'arrangement', 'remoteScope'] : [field];

/** `null` is a gap worth showing, an empty text is not. */
function factOrGap(label: string, value: Text | null, gap: string | null): readonly Fact[] {
  if (value !== null) return value.length === 0 ? [] : [[label, value]];
  return gap === null ? [] : [[label, [{ text: gap, style: 'italic' }]]];
}

const textOrNull = (text: string | null): Text | null => (text === null ? null : [text]);

/** Cities, mode and remote scope in one line: `Guangzhou · remote (worldwide)`. */
export function placeText(
  { locations, arrangement, remoteScope }: Opening,
  { words, language }: Speech,
): string | null {
  const parts = locations.length === 0 ? [] : [placeNames(locations, language).join(words.comma)];
  if (arrangement !== 'unknown') {
    const scope = remoteScope === null ? '' : words.aside(words.scope(remoteScope));
    parts.push(words.arrangements[arrangement] + scope);
  }
  return parts.length === 0 ? null : parts.join(' · ');
}

/** One line for lists: title, company, place, pay. */
export function openingLine(opening: Opening, context: Speech): Text {
  const { words } = context;
  const title: Segment = bold(opening.title ?? words.openings.untitled);
  const details = [
    opening.company,
    placeText(opening, context),
    opening.salary === null ? null : words.pay(opening.salary),
  ].filter((part) => part !== null);
  return [title, ...details.map((detail) => ` · ${detail}`)];
}

/** The verdict with the reason for each criterion, and how the points were counted. */
export function verdictBlocks(
  verdict: Verdict,
  { salary }: Pick<Opening, 'salary'>,
  context: Context,
): readonly Block[] {
  const { words, house } = context;
  const converted = verdict.judgements.some(
    ({ criterion }) =>
      criterion.kind === 'salary' && salary !== null && salary.currency !== criterion.currency,
  );
  const notes = [
    words.verdict.arithmetic,
    ...(converted ? [words.verdict.rates(new Date(house.rates.asOf))] : []),
  ];
  return [
    { kind: 'heading', text: [words.verdict.title(verdict.fit, verdict.score, verdict.best)] },
    { kind: 'list', items: verdict.judgements.map((judgement) => judgementLine(judgement, context)) },
    { kind: 'text', text: [{ text: notes.join(words.space), style: 'italic' }] },
  ];
}

function judgementLine({ criterion, outcome, near, reason }: Judgement, { words }: Context): Text {
  const mark = words.verdict.marks[near ? 'near' : outcome];
  return [`${mark} `, bold(words.criterionNames[criterion.kind]), words.colon, words.reason(reason)];
}
