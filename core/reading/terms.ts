// Two smaller terms of a job: the form of employment, and the base that social insurance is paid on.

import type { Contract } from '../opening.ts';
import { found, pieceAt, type Found } from './found.ts';
import { readNumber, unitFactor } from './numerals.ts';
import type { Post } from './structure.ts';

const contracts: readonly (readonly [Contract, RegExp])[] = [
  ['internship', /\binterns?(?:hip)?\b|实习(?:生|岗)/iu],
  ['part_time', /\bpart[- ]?time\b|兼职/iu],
  ['contract', /\bcontract(?:or|ors)?\b(?!s? (?:with|test|law))|\bfreelanc\w+|外包合同|合同工|自由职业/iu],
  ['full_time', /\bfull[- ]?time\b|全职|社招|正式员工/iu],
];

/** The form of employment: from the head and form lines first, then from the text. */
export function readContract(post: Post, title: string | null): Found<Contract> | null {
  const form = post.lines
    .filter(({ key, value }) => key === 'contract' && value !== '')
    .map(({ value }) => value);
  const full = /是否全职\s?[:：]\s?(是|否)/u.exec(post.text);
  if (full !== null) return found(full[1] === '是' ? 'full_time' : 'part_time', full[0]);
  for (const text of [title ?? '', ...form, post.lines[0]?.text ?? '', post.plain.slice(0, 4000)]) {
    const hits = contracts.flatMap(([contract, pattern]) => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ contract, match }];
    });
    const full_ = hits.find(({ contract }) => contract === 'full_time');
    const hit = text === title ? hits[0] : (full_ ?? hits[0]);
    if (hit !== undefined) return found(hit.contract, hit.match[0]);
  }
  return null;
}

const base =
  /(?:社保|公积金|五险一金|五险|六险一金|缴纳|social (?:insurance|security)|housing fund)[^。;；\n]{0,12}?(?:基数|按|base)[^。;；\d\n一二三四五六七八九两]{0,8}(\d[\d,]{0,7}(?:\.\d{1,2})?|[一二两三四五六七八九]万?[一二三四五六七八九]?[千]?)\s?([kKwW万千]?)/iu;

/** The monthly base in CNY, where a figure is stated. */
export function readInsuranceBase(post: Post): Found<number> | null {
  const match = base.exec(post.text);
  if (match === null) return null;
  const amount = (readNumber(pieceAt(match, 1)) ?? 0) * unitFactor(match[2] === '' ? undefined : match[2]);
  return amount >= 1000 && amount <= 100_000 ? found(amount, match[0]) : null;
}
