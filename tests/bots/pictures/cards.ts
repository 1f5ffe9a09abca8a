// Two cards of made-up weeks, as the digest makes them.

import type { Card } from '../../../core/view.ts';

const counts = [
  [0, 0],
  [3, 1],
  [5, 2],
  [2, 0],
  [7, 3],
  [4, 1],
  [9, 4],
  [6, 2],
] as const;

const bars = (labels: readonly string[]) =>
  counts.map(([whole, part], index) => ({ label: labels[index] ?? '', whole, part }));

export const cards: Readonly<Record<'en' | 'zh', Card>> = {
  en: {
    title: 'Zhiwei’s search',
    subtitle: '23–29 November 2026 · week 5',
    figures: [
      { value: '6', label: 'new openings' },
      { value: '2', label: 'good fits' },
      { value: '7', label: 'under way' },
    ],
    bars: {
      title: 'Openings a week',
      legend: ['all', 'good fits'],
      bars: bars(['5 Oct', '12', '19', '26', '2 Nov', '9', '16', '23']),
    },
    steps: [
      { label: 'interested', count: 2 },
      { label: 'referred', count: 1 },
      { label: 'applied', count: 3 },
      { label: 'interview', count: 1 },
      { label: 'offer', count: 0 },
    ],
  },
  zh: {
    title: '志伟的求职周报',
    subtitle: '2026年11月23日至29日 · 第5周',
    figures: [
      { value: '6', label: '个新职位' },
      { value: '2', label: '个很合适' },
      { value: '7', label: '个在推进' },
    ],
    bars: {
      title: '每周新职位',
      legend: ['全部', '很合适'],
      bars: bars(['10/5', '10/12', '10/19', '10/26', '11/2', '11/9', '11/16', '11/23']),
    },
    steps: [
      { label: '有意向', count: 2 },
      { label: '已内推', count: 1 },
      { label: '已投递', count: 3 },
      { label: '面试', count: 1 },
      { label: '录用', count: 0 },
    ],
  },
};
