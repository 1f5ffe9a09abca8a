// How an opening and its verdict look, wherever they are shown.

import type { Judgement, Verdict } from '../core/matching.ts';
import type { Opening } from '../core/opening.ts';
import type { Block, Segment, Text } from '../core/view.ts';
import type { Context } from './context.ts';
import { placeNames } from './names.ts';
import { bold } from './say.ts';
import { skillList } from './sections.ts';

/** The language in which something is said. */
type Speech = Pick<Context, 'words' | 'language'>;

type Fact = readonly [label: string, value: Text];

/** What is known of an opening; with `gaps`, what the post does not say is shown as such. */
export function openingFacts(opening: Opening, context: Context, gaps: boolean): Block {
  const { words, language } = context;
  const { fields } = words;
  const place = placeText(opening, context);
  const facts: readonly (readonly [string, Text | null])[] = [
    [fields.title, textOrNull(opening.title)],
    [fields.titles, opening.titles.length > 1 ? [opening.titles.join(words.semicolon)] : []],
    [fields.company, textOrNull(opening.company)],
    [fields.locations, textOrNull(place)],
    [fields.salary, opening.salary === null ? null : [words.pay(opening.salary)]],
    [
      fields.insuranceBase,
      opening.insuranceBase === null ? null : [words.insuranceBase(opening.insuranceBase)],
    ],
    [fields.contract, opening.contract === 'unknown' ? [] : [words.contracts[opening.contract]]],
    [fields.focus, [words.focuses[opening.focus]]],
    [fields.skills, opening.skills.length === 0 ? [] : skillList(opening.skills, { ...context, language })],
    [
      fields.languageRequired,
      opening.languageRequired === 'unknown' ? null : [words.requiredLanguages[opening.languageRequired]],
    ],
    [
      fields.applyUrl,
      opening.applyUrl === null ? null : [{ text: opening.applyUrl, link: opening.applyUrl }],
    ],
    [fields.contact, opening.contact === null ? [] : [opening.contact]],
  ];
  return {
    kind: 'facts',
    facts: facts.flatMap(([label, value]) => factOrGap(label, value, gaps ? words.nothing : null)),
  };
}

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
