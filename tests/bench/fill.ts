// A store full of openings in which words, scores, days and audiences fall together in every way.

import { fits } from '../../core/matching.ts';
import { blankOpening } from '../../core/opening.ts';
import type { Store } from '../../storage/open.ts';

const jobs = [
  'LLM Engineer',
  'Backend Engineer',
  '算法工程师',
  'Data Scientist',
  '大模型推理工程师',
  'Frontend',
];
const cities = ['Guangzhou', 'Shenzhen', 'Berlin', 'Singapore', 'Toronto', 'Shanghai', 'Hangzhou'];
const skills = ['Python', 'C++', 'Rust', 'Go', 'Kafka', 'PyTorch', 'React', 'Node.js', 'AI', 'SQL', 'Java'];
const sentences = [
  'You will train and serve large models together with a small team.',
  '负责大语言模型的训练、微调和推理优化，有落地经验者优先。',
  'We build dashboards for logistics; remote work is fine.',
  '熟悉分布式系统，有广州或深圳工作意向。',
];

const pick = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

/** Hands in so many openings, spread over the days before `now`; 5,000 in a transaction. */
export async function fill(store: Store, count: number, now: Date, days = 1): Promise<void> {
  const { id: submitterId } = await store.people.identify(
    { platform: 'bench', externalId: '1', name: 'Mei', language: null },
    now,
  );
  const { id: placeId } = await store.places.locate(
    { platform: 'bench', externalId: '1', kind: 'group' },
    { zone: 'UTC' },
    now,
  );
  const batch = 5000;
  for (let start = 0; start < count; start += batch) {
    await store.transaction(async (bound) => {
      for (let n = start; n < Math.min(start + batch, count); n += 1) {
        // A fixed scramble, so that words, scores and audiences fall together in every way.
        const dice = Math.imul(n + 1, 0x9e37_79b1) >>> 8;
        await bound.openings.add(
          {
            profileId: 'lin',
            placeId,
            audience: dice % 10 === 0 ? 'place:999' : 'public',
            submitterId,
            state: 'open',
            opening: {
              ...blankOpening,
              title: pick(jobs, dice),
              company: `Company${dice % 1000}`,
              locations: [pick(cities, dice >>> 3)],
              skills: [pick(skills, dice >>> 5), pick(skills, dice >>> 9)],
            },
            evidence: {},
            text: `job${n % 1000} ${pick(sentences, dice >>> 7)} ${pick(sentences, dice >>> 11)}`,
            source: null,
            searchText: '',
            fit: pick(fits, dice >>> 4),
            score: (dice >>> 6) % 30,
            judgedBy: 'k',
          },
          new Date(now.getTime() - ((dice >>> 2) % (days * 24)) * 60 * 60 * 1000),
        );
      }
    });
  }
}
