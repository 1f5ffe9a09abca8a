// Who offers the job, as written. Every phrase that may name an employer is a candidate; each is weighed by where it
// stands and by what speaks for it elsewhere: a mail address or link that bears the name, mentions, the noun of a firm.
// Companies that do not give their name have none.

import { companyOfDomain, employerOf } from '../vocabulary/companies.ts';
import { candidates } from './company-candidates.ts';
import { isName, isSkillList, plainName } from './company-name.ts';
import { found, pieceAt, type Found } from './found.ts';
import type { HeadCell } from './head.ts';
import type { Post } from './structure.ts';

/** A weight below this is no sign of an employer. */
const least = 3;
/** A second employer that comes this near to the first makes it doubtful, and so does a first one that weighs less. */
const margin = 1.5;
const sure = 4.5;

export function readCompany(post: Post, head: readonly HeadCell[]): Found<string> | null {
  const byKey = new Map<string, { name: string; weight: number; best: number }>();
  for (const candidate of candidates(post, head)) {
    const name = plainName(candidate.name);
    if (!isName(name)) continue;
    const key = keyOf(name);
    const known = byKey.get(key);
    // What is said twice in different ways counts more, but never as much as twice.
    if (known === undefined) byKey.set(key, { name, weight: candidate.weight, best: candidate.weight });
    else {
      known.weight += Math.min(candidate.weight, known.best) / 4;
      if (candidate.weight <= known.best) continue;
      known.weight += candidate.weight - known.best;
      Object.assign(known, { name, best: candidate.weight });
    }
  }
  const signs = signsOf(post);
  const ranked = [...byKey]
    .map(([key, { name, weight }]) => ({ name, weight: weight + support(name, key, signs) }))
    .toSorted((one, other) => other.weight - one.weight);
  const [first, second] = ranked;
  if (first === undefined || first.weight < least) return companyOfMail(post);
  const isDoubtful = first.weight < sure || (second !== undefined && first.weight - second.weight < margin);
  return { ...found(first.name, first.name), isDoubtful };
}

const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

interface Signs {
  /** Links and mail addresses, letters and digits only. */
  readonly addresses: string;
  readonly text: string;
}

function signsOf(post: Post): Signs {
  const addresses = post.text.match(/(?:https?:\/\/|www\.|@)[^\s)\]>"'，。]{3,120}/giu) ?? [];
  return {
    addresses: addresses
      .slice(0, 40)
      .join(' ')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} ]/gu, ''),
    text: post.plain,
  };
}

const firm =
  /(?:科技|集团|公司|网络|智能|信息|软件|互动|互娱|游戏|数据|教育|健康|金服|银行|证券|实验室|研究院|工作室|\b(?:labs?|inc|ltd|llc|gmbh|corp|technologies|technology|systems|software|capital|health|studios?|games|networks?|group|bank|university|institute|foundation|analytics|robotics|exchange|wallet|finance|protocol|ventures|ai))\.?$/iu;

/** What speaks for a name, and against it, besides where it was read. */
function support(name: string, key: string, { addresses, text }: Signs): number {
  const latin = key.replaceAll(/[^a-z0-9]/gu, '');
  const isInAddress = latin.length >= 4 && latin.length * 2 > key.length && addresses.includes(latin);
  const word = /^[a-z]{5,}/iu.exec(name)?.[0].toLowerCase();
  const isHalfInAddress = !isInAddress && word !== undefined && addresses.includes(word);
  const mentions = key.length < 2 ? 0 : Math.min(3, occurrences(text, name) - 1);
  return (
    (isInAddress ? 2 : isHalfInAddress ? 1 : 0) +
    mentions * 0.5 +
    (firm.test(name) ? 1 : 0) -
    (/^[a-z\d .]+$/u.test(name) && !isInAddress ? 1 : 0) -
    (name.split(' ').length > 4 ? 1 : 0) -
    (isSkillList(name) && employerOf(name) === undefined ? 2 : 0)
  );
}

function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0 && count < 4; at = text.indexOf(name, at + name.length))
    count += 1;
  return count;
}

function companyOfMail(post: Post): Found<string> | null {
  for (const match of post.text.matchAll(/@([\w-]{1,40}(?:\.[\w-]{1,40}){1,3})/gu)) {
    const name = companyOfDomain(pieceAt(match, 1));
    if (name !== undefined) return found(name, match[0]);
  }
  return null;
}
