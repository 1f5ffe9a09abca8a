// The one promise of search: both databases find what a naive filter over the same tokens finds, in the same order.

import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { queryTokens, searchTokens } from '../../core/search-tokens.ts';
import { everything, freshStore, handedIn, kinds, noon, population, wide } from './stores.ts';

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('C++', 'c', 'C#', '.net', 'node.js', 'JS', 'go', 'AI', 'full-time', 'Zürich'),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom('机器学习', '学习', '深圳', '深', '圳', '大模型', '模型推理', '推理'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR(a b)',
      '"',
      "'",
      '*',
      ':*',
      '&',
      '|',
      '!',
      '\\',
      '%',
    ),
  },
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const post = fc.record({
  title: text,
  company: text,
  body: text,
  extra: text,
  score: fc.integer({ min: -2, max: 2 }),
});

describe.each(kinds)('a search on %s', (kind) => {
  test('finds the same as reading everything', { timeout: 120_000 }, async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(post, { minLength: 1, maxLength: 8 }),
        fc.array(fc.oneof(word, text), { minLength: 1, maxLength: 6 }),
        async (posts, queries) => {
          round += 1;
          const profileId = `round ${round}`;
          const kept = await store.transaction(async ({ openings }) => {
            const ids: { id: number; score: number; tokens: readonly string[] }[] = [];
            for (const { title, company, body, extra, score } of posts) {
              const more = { profileId, text: body, searchText: extra, score };
              const id = await openings.add(handedIn(all, { title, company }, more), noon);
              ids.push({ id, score, tokens: searchTokens([title, company, body, extra].join('\n')) });
            }
            return ids;
          });
          for (const query of queries) {
            const wanted = queryTokens(query);
            const expected = kept
              .filter(
                ({ tokens }) =>
                  wanted.length > 0 &&
                  wanted.every(({ token, prefix }) =>
                    tokens.some((one) => (prefix ? one.startsWith(token) : one === token)),
                  ),
              )
              .toSorted((one, other) => other.score - one.score || other.id - one.id)
              .map(({ id }) => id);
            const { items, total } = await store.openings.search({
              ...wide,
              profileId,
              viewer: everything,
              query,
            });
            expect(items.map(({ id }) => id)).toEqual(expected);
            expect(total).toBe(expected.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('takes a query of hundreds of words', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    await store.openings.add(handedIn(all, {}, { text: long }), noon);
    const found = async (query: string) =>
      (await store.openings.search({ ...wide, viewer: everything, query })).total;
    expect(await found(long)).toBe(1);
    expect(await found(`${long} missing`)).toBe(0);
  });

  test('knows title, titles, company, places, skills, the text and what else it was told', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const facts = {
      title: 'alpha',
      titles: ['beta', 'gamma'],
      company: 'delta',
      locations: ['epsilon'],
      skills: ['zeta'],
    };
    await store.openings.add(handedIn(all, facts, { text: 'eta', searchText: 'theta' }), noon);
    for (const query of [
      'alpha',
      'beta',
      'gamma',
      'delta',
      'epsilon',
      'zeta',
      'eta',
      'theta',
      'Alpha theta',
    ]) {
      expect((await store.openings.search({ ...wide, viewer: everything, query })).total).toBe(1);
    }
  });
});
