// Any profile a file could describe.

import fc from 'fast-check';

import type { Criterion } from '../../../core/criteria.ts';
import { contracts, focuses, periods } from '../../../core/opening.ts';
import { visibilities, type Profile } from '../../../core/profile.ts';

const line = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => text === text.trim() && text !== '');
const words = fc.record({ en: line, zh: line });
const paragraphs = fc.array(words, { maxLength: 3 });
const names = fc.array(line, { maxLength: 3 });
const link = fc.option(fc.webUrl());
const piece = fc.record({ title: words, details: fc.option(words), link });
const common = { strength: fc.constantFrom('must', 'negotiable', 'prefer'), note: fc.option(words) } as const;
const amount = fc.integer({ min: 1, max: 10_000_000 });
const below = fc.constantFrom(0, 0.1, 0.25, 1);
const some = <T>(values: readonly T[], minLength = 0) => fc.subarray([...values], { minLength });
const visible = fc.constantFrom(...visibilities);

/** At most one of each kind, in the order they are shown. */
const criteria: fc.Arbitrary<readonly Criterion[]> = fc
  .tuple(
    fc.option(
      fc.record({
        kind: fc.constant('place' as const),
        ...common,
        onsite: some(['Guangzhou', 'Shenzhen']),
        remoteFrom: fc.option(fc.constantFrom('China', 'India')),
      }),
    ),
    fc.option(
      fc.record({
        kind: fc.constant('work' as const),
        ...common,
        focuses: some(focuses, 1),
        near: some(focuses),
      }),
    ),
    fc.option(
      fc
        .record({
          kind: fc.constant('salary' as const),
          ...common,
          min: amount,
          max: fc.option(amount),
          currency: fc.constantFrom('CNY', 'USDT'),
          period: fc.constantFrom(...periods),
          below,
        })
        .map(({ min, max, ...rest }) => ({ ...rest, min, max: max === null ? null : min + max })),
    ),
    fc.option(fc.record({ kind: fc.constant('insurance' as const), ...common, min: amount, below })),
    fc.option(
      fc.record({
        kind: fc.constant('language' as const),
        ...common,
        preferred: some(['en', 'zh'] as const),
        accepted: some(['en', 'zh'] as const),
      }),
    ),
    fc.option(
      fc.record({
        kind: fc.constant('contract' as const),
        ...common,
        accepted: some(contracts, 1),
        near: some(contracts),
      }),
    ),
    fc.option(fc.record({ kind: fc.constant('industry' as const), ...common })),
  )
  .map((all) => all.filter((criterion) => criterion !== null));

const phase = (months: fc.Arbitrary<number | null>) =>
  fc.record({ id: fc.stringMatching(/^[a-z]{1,8}$/u), name: words, months, criteria });

export const anyProfile: fc.Arbitrary<Profile> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u),
  name: words,
  headline: words,
  identities: fc.array(fc.stringMatching(/^discord:\d{17}$/u), { maxLength: 2 }),
  about: paragraphs,
  request: paragraphs,
  skills: fc.array(
    fc
      .record({ from: fc.nat(30), years: fc.option(fc.integer({ min: 1, max: 10 })), skills: names })
      .map(({ from, years, skills }) => ({ from, to: years === null ? null : from + years, skills })),
    { maxLength: 3 },
  ),
  tools: fc.array(fc.record({ name: words, tools: names }), { maxLength: 3 }),
  learning: names,
  works: fc.array(piece, { maxLength: 2 }),
  ideas: fc.array(piece, { maxLength: 2 }),
  gives_back: paragraphs,
  circumstances: paragraphs,
  visibility: fc.record({
    about: visible,
    request: visible,
    skills: visible,
    tools: visible,
    learning: visible,
    works: visible,
    ideas: visible,
    gives_back: visible,
    circumstances: visible,
  }),
  search: fc.record({
    start: fc.constantFrom(null, '2026-11-24'),
    phases: fc
      .tuple(
        fc.array(phase(fc.integer({ min: 1, max: 24 })), { maxLength: 2 }),
        phase(fc.constantFrom(null, 6)),
      )
      .map(([earlier, last]) => [...earlier, last]),
  }),
});
