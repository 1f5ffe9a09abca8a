import { expect, test } from 'vitest';

import { otherPays, otherPlaces } from '../../../core/reading/candidates.ts';
import { readOpening } from '../../../core/reading/read.ts';

const post = `后端工程师，base 深圳
薪资 25-35k，特别优秀者 35-45k·14薪
总部在杭州，广州也有办公室，3 年以上经验`;

test('what else a post names as a place or a pay is found, and what was read is not among it', () => {
  const { opening } = readOpening(post);
  expect(opening).toMatchObject({ locations: ['Shenzhen'], salary: { min: 25_000 } });
  expect(otherPlaces(post, opening)).toEqual(['Hangzhou', 'Guangzhou']);
  expect(otherPays(post, opening)).toEqual([
    { min: 35_000, max: 45_000, currency: 'CNY', period: 'month', monthsPerYear: 14 },
  ]);
  expect(otherPays(post, { salary: null, locations: [] })).toHaveLength(2);
  expect(otherPays('no figures', opening)).toEqual([]);
});
