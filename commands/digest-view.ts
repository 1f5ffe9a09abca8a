// How a week reads: a picture with its figures, the best openings with their verdict in a line, what moved and what
// changed, words of the seeker, what readers may know, thanks.

import type { Language } from '../core/language.ts';
import type { Judgement } from '../core/matching.ts';
import { type Stage, stages } from '../core/referral.ts';
import type { Action, Block, Card, Text, View } from '../core/view.ts';
import { changeBlocks } from './criteria.ts';
import { type BestOpening, isQuiet, type Week } from './digest-week.ts';
import { messagesOf } from './locales/messages.ts';
import { openingLine, type Speech } from './opening-view.ts';
import { bold, button, say } from './say.ts';

interface Edition {
  readonly language: Language;
  /** The IANA zone whose days are meant. */
  readonly zone: string;
  /** When it was due, where it comes late. */
  readonly lateSince: Date | null;
  /** The seeker's. */
  readonly name: string;
}

type Reader = Speech & Edition;

export function digestView(week: Week, edition: Edition): View {
  const reader: Reader = { ...edition, words: messagesOf(edition.language) };
  const { words, zone, name } = reader;
  const { from, until } = week.span;
  const title = `${words.week.title(name)} · ${words.week.span(from, until, zone)}`;
  if (isQuiet(week)) {
    const quiet = say(words.week.quiet(name), { title, actions: submitButton(reader) });
    return { ...quiet, blocks: [...lateBlocks(reader), ...quiet.blocks] };
  }
  const { all, good } = week.arrivals.at(-1) ?? { all: 0, good: 0 };
  return {
    kind: 'view',
    title,
    picture: {
      card: cardOf(week, reader),
      alternative: words.week.summary(all, good, week.underWay),
    },
    blocks: [
      ...lateBlocks(reader),
      ...bestBlocks(week, reader),
      ...moveBlocks(week, reader),
      ...criteriaBlocks(week, reader),
      ...noteBlocks(week, reader),
      ...askBlocks(week, reader),
      ...closingBlocks(week, reader),
    ],
    actions: [
      ...week.best.flatMap(({ id }) => button(words.openings.show(id), 'opening', { id })),
      ...button(words.week.all, 'openings'),
      ...submitButton(reader),
    ],
  };
}

const submitButton = ({ words }: Reader): readonly Action[] =>
  button(words.help.submit, 'submit', {}, 'primary');

const lateBlocks = ({ words, zone, lateSince }: Reader): readonly Block[] =>
  lateSince === null
    ? []
    : [{ kind: 'text', text: [{ text: words.week.late(lateSince, zone), style: 'italic' }] }];

/** A list under its heading; nothing where there are no items. */
function listUnder(heading: string, items: readonly Text[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: [heading] },
    { kind: 'list', items },
  ];
}

function bestBlocks({ best, arrivals }: Week, reader: Reader): readonly Block[] {
  const { words } = reader;
  const { all, good } = arrivals.at(-1) ?? { all: 0, good: 0 };
  if (best.length === 0 && all > 0 && good === 0) return [{ kind: 'text', text: [words.week.noneFit(all)] }];
  const others = all - best.length;
  return listUnder(words.week.best, [
    ...best.map((one) => bestItem(one, reader)),
    ...(others > 0 && best.length > 0 ? [[words.week.others(others)]] : []),
  ]);
}

const bestItem = ({ id, opening, verdict }: BestOpening, reader: Reader): Text => [
  bold(`#${id} `),
  ...openingLine(opening, reader),
  '\n',
  bold(reader.words.fits[verdict.fit]),
  `${reader.words.colon}${verdictLine(verdict.judgements, reader)}`,
];

/** Which criteria are met, nearly met, missed and unknown, each by its name. */
function verdictLine(judgements: readonly Judgement[], { words }: Reader): string {
  const markOf = ({ near, outcome }: Judgement) => (near ? 'near' : outcome);
  return (['met', 'near', 'missed', 'unknown'] as const)
    .flatMap((mark) => {
      const names = judgements
        .filter((one) => markOf(one) === mark && one.criterion.kind !== 'industry')
        .map(({ criterion }) => words.criterionNames[criterion.kind]);
      return names.length === 0 ? [] : [`${words.verdict.marks[mark]} ${names.join(words.comma)}`];
    })
    .join(' · ');
}

function moveBlocks({ moves, otherMoves }: Week, reader: Reader): readonly Block[] {
  const { words } = reader;
  return listUnder(words.week.moved, [
    ...moves.map(({ openingId, opening, before, after }): Text => [
      bold(`#${openingId} `),
      opening.title ?? words.openings.untitled,
      opening.company === null ? '' : ` · ${opening.company}`,
      words.colon,
      bold(after === null ? words.week.back : words.stages[after]),
      before === null ? '' : words.aside(words.week.before(before)),
    ]),
    ...(otherMoves > 0 ? [[words.week.others(otherMoves)]] : []),
  ]);
}

function criteriaBlocks({ criteria: { phase, changes } }: Week, reader: Reader): readonly Block[] {
  const { week } = reader.words;
  const heading = phase === null ? week.changed : week.phase(phase.name[reader.language]);
  return changeBlocks(heading, changes, reader);
}

function noteBlocks({ notes }: Week, { words, name }: Reader): readonly Block[] {
  if (notes.length === 0) return [];
  return [
    { kind: 'heading', text: [words.week.notes(name)] },
    ...notes.map((note) => ({ kind: 'quote', text: [note] }) as const),
  ];
}

const askBlocks = ({ asks }: Week, reader: Reader): readonly Block[] =>
  listUnder(
    reader.words.week.asks,
    asks.map(({ id, opening, kind }): Text => [
      bold(`#${id} `),
      opening.title ?? reader.words.openings.untitled,
      reader.words.colon,
      reader.words.week.ask[kind],
    ]),
  );

function closingBlocks({ thanked, owed }: Week, { words, name }: Reader): readonly Block[] {
  const lines = [
    ...(owed > 0 ? [words.week.owed(owed, name)] : []),
    ...(thanked.length > 0 ? [words.week.thanks(thanked)] : []),
  ];
  return lines.map((line) => ({ kind: 'text', text: [line] }));
}

/** The stages that the picture shows, from the first interest to an offer. */
const shownStages: readonly Stage[] = stages.slice(0, stages.indexOf('accepted'));

function cardOf({ span, number, arrivals, underWay, stages: counts }: Week, reader: Reader): Card {
  const { words, zone, name } = reader;
  const { week } = words;
  const { all, good } = arrivals.at(-1) ?? { all: 0, good: 0 };
  const range = week.span(span.from, span.until, zone);
  return {
    title: week.title(name),
    subtitle: `${range} · ${week.number(number)}`,
    figures: [
      { value: String(all), label: week.figures.arrived(all) },
      { value: String(good), label: week.figures.good(good) },
      { value: String(underWay), label: week.figures.underWay },
    ],
    bars: {
      title: week.bars,
      legend: week.legend,
      bars: arrivals.map((one) => ({
        label: week.day(one.span.from, zone),
        whole: one.all,
        part: one.good,
      })),
    },
    steps: shownStages.map((stage) => ({ label: words.stages[stage], count: counts.get(stage) ?? 0 })),
  };
}
