// Where employers are named: form lines, parts of the head, headings about them, sentences that introduce them,
// registered names, employers that everybody knows. Each place has a weight; which name counts is weighed in company.ts.

import { companySpellings } from '../vocabulary/companies.ts';
import { finderOf } from './finder.ts';
import { pieceAt } from './found.ts';
import { type HeadCell } from './head.ts';
import { isRole } from './roles.ts';
import type { Line, Post } from './structure.ts';
import { areTerms, trimTerms } from './term-spans.ts';
import { cutAtHiring } from './title-text.ts';
import { personAtEnd } from './words.ts';

export interface Candidate {
  readonly name: string;
  readonly weight: number;
}

/** A form line that names the employer leaves nothing to look for. */
export function candidates(post: Post, head: readonly HeadCell[]): readonly Candidate[] {
  const stated = formLines(post);
  if (stated.some(({ weight }) => weight >= formWeight)) return stated;
  return [
    ...stated,
    ...headCells(post, head),
    ...topLines(post, head),
    ...introduced(post),
    ...phrases(post),
    ...knownNames(post),
  ];
}

const formWeight = 7;

function formLines(post: Post): readonly Candidate[] {
  return post.lines.slice(0, 200).flatMap((line) => {
    if (line.key === 'company' && line.value !== '')
      return [{ name: pieceAt(line.value.split(/[,，。;；(（]| 位置| 地址/u), 0), weight: formWeight }];
    if (line.section === 'company' && line.kind !== 'heading' && line.text.length <= 24)
      return [{ name: line.text, weight: 5 }];
    return [];
  });
}

/** A job board's page is titled `…_EMPLOYER招聘-BOSS直聘`. */
const boardPage = /_([^_]{2,40}?)招聘-BOSS/u;

const latinName = /^(?:\p{Lu}[\p{L}\d.&'’-]*\s?){2,4}$/u;
const firmAtEnd = /(?:中心|公司|研究院|大学|银行|集团)$/u;

function headCells(post: Post, head: readonly HeadCell[]): readonly Candidate[] {
  const board = boardPage.exec(post.lines[0]?.text ?? '')?.[1];
  if (board !== undefined) return [{ name: board, weight: 7 }];
  const hasJob = head.some(({ kind }) => kind === 'title');
  return head.flatMap((cell, index) => {
    const cut = cutAtHiring(cell.whole);
    if (cut !== null) {
      // A city may be a part of the name: `Oslo Ledger is hiring`.
      const employer = latinName.test(cut.employer) ? cut.employer : trimTerms(cut.employer);
      return employer.length > 40 || personAtEnd.test(employer) ? [] : [{ name: employer, weight: 5 }];
    }
    if (cell.kind === 'link')
      return post.isBarred && index === 0 && !cell.text.includes('/') ? [{ name: cell.text, weight: 5 }] : [];
    if (cell.whole.length > 80) return [];
    // A barred English head begins with the employer, whose name may look like terms or a job.
    if (post.isBarred && post.script === 'en' && index === 0) {
      const others = head.slice(1);
      const [, job = '', employer] = /^(.{2,60}?) (?:at|@) (\p{Lu}.*)$/u.exec(cell.whole) ?? [];
      if (employer !== undefined && isRole(job)) return [{ name: employer, weight: 5.5 }];
      const isJob = personAtEnd.test(cell.text) && !others.some(({ kind }) => kind === 'title');
      if (isJob) return [];
      return [
        { name: cell.kind === 'title' ? cell.whole : cell.text, weight: cell.kind === 'terms' ? 2 : 5.5 },
      ];
    }
    const label = /^(\p{Lu}[\w.&'’+-]*(?: \p{Lu}[\w.&'’+-]*){0,3}):\s(.+)$/u.exec(cell.whole);
    if (cell.kind === 'title' && label !== null && isRole(label[2] ?? ''))
      return [{ name: pieceAt(label, 1), weight: 3.5 }];
    // A Chinese phrase may begin with the employer: `Acme 前端工程师`.
    const [word, rest] = /^(\S{2,12})\s(.+)$/u.exec(cell.text)?.slice(1) ?? [];
    if (cell.kind === 'title' && post.script === 'zh' && word !== undefined && rest !== undefined)
      return isRole(rest) && !isRole(word) && /\p{Script=Han}/u.test(word + rest)
        ? [{ name: word, weight: 3.2 }]
        : [];
    if (cell.kind !== 'other') return [];
    if (index > 0 && head[0]?.kind === 'link' && index === 1) return [{ name: cell.text, weight: 5.5 }];
    const isFirst = index === 0 || head.slice(0, index).every(({ kind, tag }) => kind === 'terms' || tag);
    const isOnly = head.every((other) => other === cell || other.kind === 'terms' || other.kind === 'link');
    const isTold = hasJob || (isOnly && head.length > 1);
    // A city before what is plainly a firm belongs to its name.
    const name = firmAtEnd.test(cell.whole) && cell.whole.length <= 24 ? cell.whole : cell.text;
    return [{ name, weight: (isFirst ? 4 : 3) - (isTold ? 0 : 1) - (cell.tag ? 0.5 : 0) }];
  });
}

/** A line that tells one thing of the job by its name: `Start date: May`. */
const labelled = /^[A-Z][A-Za-z ]{2,20}:\s\S/u;

/** Short lines under the head that are no terms: on cards the employer stands there. */
function topLines(post: Post, head: readonly HeadCell[]): readonly Candidate[] {
  const isCard = head.length > 0 && head.every(({ kind }) => kind === 'title' || kind === 'terms');
  return post.lines.slice(0, 6).flatMap(({ text, kind, key, section }, index) => {
    if (kind === 'item' || key !== null || section !== null || areTerms(text)) return [];
    const [employer = '', ...others] = text.length > 80 ? [] : text.split(/\s?[·•|]\s|\s[-–—]\s/u);
    if (index > 0 && index < 3 && others.length > 0 && others.every(areTerms) && !isRole(employer))
      return [{ name: employer, weight: 4.5 }];
    if (text.length > 30 || labelled.test(text)) return [];
    const first = pieceAt(text.split(/ · |·|\s\|\s|,|，/u), 0).trim();
    return isRole(first) ? [] : [{ name: first, weight: index === 0 ? 2.5 : isCard && index < 4 ? 3 : 1.5 }];
  });
}

/** What the first line under a heading about the firm begins with: its name, or the host of its site. */
function introduced(post: Post): readonly Candidate[] {
  return post.lines.flatMap((line, index) => {
    const isHeading =
      line.kind === 'heading' && line.section === 'about' && /公司|团队|company|employer/iu.test(line.text);
    const text = isHeading ? post.lines[index + 1]?.text : undefined;
    if (text === undefined) return [];
    const host = /^(?:官网\s?:\s?)?https?:\/\/(?:www\.)?([\w-]+\.[a-z]{2,6})\/?$/iu.exec(text)?.[1];
    if (host !== undefined) return [{ name: host, weight: 3 }];
    const [first = ''] =
      new RegExp(`^\\[?(?:${name}|[^\\s,，。;；:：是(（]{2,12}(?=[,，:：是(（]))`, 'u').exec(text) ?? [];
    return [{ name: first.replace(/^\[/u, ''), weight: 3.5 }];
  });
}

const name = String.raw`(?:[a-z]?[A-Z\d][\w.&'’+-]*(?: (?:[A-Z\d][\w.&'’+-]*|of|the|and|&)){0,3})`;
const chinese = String.raw`[\p{Script=Han}A-Za-z\d.]{2,12}`;
const lineStart = String.raw`(?:^|\n)[^\p{L}\d\n]{0,8}`;
const sentenceStart = String.raw`(?:^|\n|[.!?。!?] )[^\p{L}\d\n]{0,8}`;

type Introduction = readonly [weight: number, pattern: RegExp];
const introduction = ([weight, pattern]: readonly [number, string]): Introduction => [
  weight,
  new RegExp(pattern, 'gu'),
];

const noted = String.raw`\s?(?:\([^)\n]{1,80}\))?`;

/** Phrases that introduce an employer, each with its weight; Latin names in posts of either language. */
const latin: readonly Introduction[] = (
  [
    [
      4.5,
      `${sentenceStart}(${name})${noted},?\\s+(?:is|are)\\s+(?:now |currently |actively )?(?:hiring|looking|seeking|recruiting)`,
    ],
    [
      3.5,
      `${sentenceStart}(${name})${noted},?\\s+(?:is (?:an?|the|building|on)|builds?|provides|makes|helps|develops|runs|operates|was founded)\\s`,
    ],
    [
      3.5,
      `${lineStart}(?:About|ABOUT|关于|认识)\\s?[\\[「]?(?!us|the|you|this|our|US|THE)([^\\n,，。:：*()（\\][」]{2,30}?)[\\]」]?(?=\\s?(?:\\n|[(（*:：\\]]))`,
    ],
    [
      3.5,
      `(?:^|[\\s,，。:：(（【|])(?:公司名称|名称|全称)?\\s?([\\p{Script=Han}A-Za-z()（）]{2,24}?(?:股份有限公司|有限责任公司|有限公司))`,
    ],
  ] as const
).map(introduction);

const english: readonly Introduction[] = (
  [
    [4, `(?:[Cc]alled|[Nn]amed|[Ff]ounders? of|[Cc]o-?founder of|CEO of|CTO of) (${name})`],
    [2.5, `${sentenceStart}(${name}) [a-z]{2,12}[^s\\W]s (?:an?|the|our|your|to|for|with|from|[a-z]+s?)\\b`],
    [3, `(?:hiring|looking)[^.\\n]{0,24} at (?:\\*\\*)?(${name})`],
    [2.5, `\\b[Aa]t (?:\\*\\*)?(${name})`],
    [
      3.2,
      `(?:[Ww]e(?:'|’)re|[Ww]e are|[Ww]e at|I(?:'|’)m from|[Hh]ere at|[Hh]i from|[Ww]elcome to)\\s+(?:\\*\\*)?(${name})(?=[,.!:;*)]|\\s(?:an?|and|is|are|\\())`,
    ],
    [2.5, `[Jj]oin\\s+(?:\\*\\*)?(${name})[,.!:;*]?\\s`],
    [2.3, `${lineStart}(${name}), [a-z]`],
  ] as const
).map(introduction);

const han: readonly Introduction[] = (
  [
    [
      4,
      `(?:公司|团队|项目|产品|平台)(?:名|名字|名称)?(?:叫做?|为|(?=[A-Za-z]))\\s?[「『“"]?(${chinese})[」』”"]?(?=[,，。;；(（\\s])`,
    ],
    [
      3.5,
      `(?:我们是|我司是|这里是|咱们是|我是|大家好,我是)\\s?[「『“"]?(${chinese}|${name})[」』”"]?(?=[\\s,，。!！(（*的-])`,
    ],
    [4, `(?:我们|本|我|咱)(?:组|团队|部门|公司|司)\\s?\\((${chinese})(?=[-—–·\\s,)])`],
    [3, `(?:来自|加入|就职于|任职于|在)\\s?(${name})(?=[\\s,，。!！(（*的])`],
    [
      3.5,
      `${lineStart}(${chinese}|${name})\\s?(?:[(（][^)）\\n]{1,30}[)）])?\\s?(?:是一[家个款]|是由|是基于|是[^\\n。]{0,24}(?:公司|平台|企业|团队)|成立于|专注于|致力于|做的是|主要做|由[^\\n。]{2,30}(?:创立|投资|孵化))`,
    ],
  ] as const
).map(introduction);

function phrases(post: Post): readonly Candidate[] {
  const text = post.text.slice(0, 4000);
  return [...latin, ...(post.script === 'zh' ? han : english)].flatMap(([weight, pattern]) =>
    [...text.matchAll(pattern)].slice(0, 3).map((match, index) => ({
      name: pieceAt(match, 1).replace(/(?:[.,]| (?:and|of|the|&))$/u, ''),
      // What comes late in a post introduces others: customers, investors, tools.
      weight: weight - index - match.index / 1500,
    })),
  );
}

const findKnown = finderOf(
  companySpellings.map((spelling): readonly [string, string] => [spelling, spelling]),
);

/** A heading over what is asked for or done names what is below it: `JD` is no employer there. */
const isTopical = ({ kind, section }: Line): boolean =>
  kind === 'heading' && section !== null && section !== 'company' && section !== 'about';

function knownNames(post: Post): readonly Candidate[] {
  const [first, second] = post.lines;
  const endOf = (line: typeof first) => (line === undefined ? 0 : line.start + line.text.length);
  const headings = post.lines.slice(0, 20).filter(isTopical);
  return findKnown(post.plain.slice(0, 400))
    .filter(({ start }) => !headings.some((line) => line.start <= start && start < endOf(line)))
    .slice(0, 6)
    .map(({ text, start }, index) => ({
      name: text,
      weight: (start < endOf(first) ? 4 : start < endOf(second) ? 2.8 : 2) - index,
    }));
}
