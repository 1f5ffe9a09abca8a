// How many posts are read in a second on one core: those of the tests, in both languages.

import { readOpening } from '../../core/reading/read.ts';
import { labelledPosts } from '../core/reading/labelled-posts.ts';
import { perSecond, type Row } from './table.ts';

export function readingBench(): readonly Row[] {
  const text = (n: number): string => labelledPosts[n % labelledPosts.length]?.text ?? '';
  return [
    {
      what: 'posts read a second',
      value: perSecond((n) => readOpening(text(n)).doubts.length),
      unit: '/s',
      against: 'normalising the same texts',
      bare: perSecond((n) => text(n).normalize('NFKC').length),
    },
  ];
}
