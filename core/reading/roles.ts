// Whether a phrase names a job.

import { findSkillEntry } from '../vocabulary/skills.ts';
import { chineseRole, englishRole } from './words.ts';

/** Whether words name a job: a role, or what is worked with at a rank: `高级 PHP`, `Senior Java`. */
export const isRole = (text: string): boolean =>
  englishRole.test(text) || chineseRole.test(text) || isTrade(text);

/** `高级算法工程师` as `算法工程师`. */
export const withoutRank = (title: string): string => title.replace(rank, '');

const rank = /^(?:初级|中级|中高级|高级|资深|senior|junior|staff|lead|principal)\s?/iu;
const isTrade = (text: string): boolean =>
  text.length < 30 && rank.test(text) && findSkillEntry(withoutRank(text).trim()) !== undefined;
