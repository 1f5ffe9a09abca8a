// Whether what somebody says in private without a command is a job post to hand in. Hides what tells one from chat.

import { readOpening } from '../core/reading/read.ts';
import { longestText } from './command.ts';

/** Nobody chats in so many lines. */
const linesOfPost = 3;

/** Nobody says so much of one job in passing. */
const factsOfPost = 3;

/** Several lines are taken for a post, and so is less that reads as an opening and says something of the job. */
export function isPost(text: string): boolean {
  const start = text.slice(0, longestText);
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  if (lines.length >= linesOfPost) return true;
  const { isOpening, opening } = readOpening(start);
  const { title, company, salary, applyUrl, contact, locations } = opening;
  const facts = [title, company, salary, applyUrl, contact, ...locations.slice(0, 1)];
  const known = facts.filter((fact) => fact !== null).length;
  return known >= (isOpening ? 1 : factsOfPost);
}
