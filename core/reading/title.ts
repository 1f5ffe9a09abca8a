// The job titles of a post. Every phrase that may name a job is a candidate: from form lines, the head, lists of jobs,
// sentences that say who is wanted. Each is weighed by where it stands and what speaks against it; the weightiest is
// the main job.

import { titleKey } from '../vocabulary/title-words.ts';
import { found, pieceAt, type Found } from './found.ts';
import { type HeadCell } from './head.ts';
import { isFullName } from './job-names.ts';
import { isRole } from './roles.ts';
import type { Line, Post, Topic } from './structure.ts';
import { areTerms } from './term-spans.ts';
import {
  cutAtHiring,
  endsAsTitle,
  endsInRole,
  faults,
  isSentence,
  isVague,
  titlesIn,
  titlesOfForm,
  trimTitle,
} from './title-text.ts';
import { chineseRole, englishRole, personAtEnd, strongChineseRole } from './words.ts';

export interface Titles {
  readonly main: string;
  /** All jobs of the post, the main one first; one or more. */
  readonly all: readonly string[];
}

interface Candidate {
  readonly title: string;
  readonly weight: number;
}

const most = 40;

/** How much each place where a job is named counts. */
const weights = { told: 7, head: 6, form: 5.5, list: 4, sentence: 3, field: 2, mention: 1.5 } as const;
/** A title of less weight is doubtful, and so is one that another, unlike it, comes this near to. */
const sure = 4;
const margin = 0.6;

export function readTitles(post: Post, head: readonly HeadCell[]): Found<Titles> | null {
  const form = post.lines.flatMap((line) =>
    line.key === 'title' ? titlesOfForm(line.value) : underTitleHeading(line),
  );
  const list = post.lines.slice(1, 160).flatMap(listedTitle);
  const inHead = headTitles(post, head);
  const groups = [
    weighed(weights.head, inHead),
    weighed(isTold(form, inHead) ? weights.told : weights.form, form),
    weighed(weights.list, list),
  ];
  // What sentences say is asked only where no part of the form of the post names a job for sure.
  if (!groups.flat().some(({ weight }) => weight >= sure))
    groups.push(
      weighed(weights.sentence, sentenceTitles(post)),
      weighed(weights.field, fieldTitles(head)),
      weighed(weights.mention, mentions(post)),
    );
  const ranked = groups.flat().toSorted((one, other) => other.weight - one.weight);
  const best = ranked[0];
  if (best === undefined) return null;
  const main = fuller(best.title, form);
  const group = groups.find((titles) => titles.includes(best)) ?? [];
  const rest = [...group.map(({ title }) => title), ...form, ...list].filter((title) => title !== main);
  const others = rest.filter((title) => !main.includes(title) && !isTranslation(title, main));
  const all = [...new Set([main, ...others])].slice(0, most);
  const isDoubtful =
    best.weight < sure ||
    faults(main) > 0 ||
    !endsAsTitle(main) ||
    ranked.some(
      ({ title, weight }) => best.weight - weight < margin && !all.includes(title) && !main.includes(title),
    );
  return { ...found({ main, all }, ...all), isDoubtful };
}

const han = /\p{Script=Han}/u;
const isTranslation = (one: string, other: string): boolean =>
  han.test(one) !== han.test(other) && titleKey(one) === titleKey(other);

/** Whether the form names one job and no other, and the head no fuller: what stands there is who writes, or a slogan. */
function isTold(form: readonly string[], inHead: readonly string[]): boolean {
  const [title, ...others] = new Set(form);
  if (title === undefined || others.length > 0 || !isFullName(title)) return false;
  const words = titleKey(title).split(' ');
  return !inHead
    .map((one) => titleKey(one).split(' '))
    .some((one) => words.every((word) => one.includes(word)));
}

const weighed = (weight: number, titles: readonly string[]): readonly Candidate[] =>
  titles.map((title) => ({ title, weight: weight - faults(title) }));

/** Titles without the employer before or after them: `Acme ML Engineer`, `ML Engineer, Acme`. */
export function withoutEmployer(titles: Found<Titles> | null, company: string | null): Found<Titles> | null {
  if (titles === null || company === null) return titles;
  const all = titles.value.all.map((title) => {
    const rest = title.startsWith(company)
      ? title.slice(company.length).replace(/^[\s\-–—·|:：]+/u, '')
      : title.endsWith(` ${company}`)
        ? title.slice(0, -company.length).replace(/(?:,| at| with| @)\s$/iu, '')
        : title;
    return isRole(rest) ? rest.trim() : title;
  });
  return { ...titles, ...found({ main: pieceAt(all, 0), all }, ...all) };
}

/** The form's wording where it says the head's title and more: 编辑, 高级视频编辑. */
const fuller = (title: string, inForm: readonly string[]): string =>
  inForm.find((other) => other !== title && other.endsWith(title)) ?? title;

function headTitles(post: Post, head: readonly HeadCell[]): readonly string[] {
  const named = head.filter(({ kind }) => kind === 'title');
  const hiring = named.findIndex(({ whole }) => isRole(cutAtHiring(whole)?.job ?? ''));
  const cells = hiring > 0 && post.script === 'zh' ? named.slice(hiring) : named;
  const titles = cells.flatMap((cell, index) => {
    const cut = cutAtHiring(cell.whole);
    if (cut !== null) {
      const job = trimTitle(
        pieceAt(cut.job.split(/\s(?:to|who|that|for an?)\s|(?<!\b[SJ]r)[.!?](?:\s|$)/u), 0),
      );
      if (job !== '' && isRole(job)) return titlesIn(asTitle(job, post));
      const before = trimTitle(cut.employer);
      return job === '' && before !== '' && isRole(before) && before.length < 40 ? titlesIn(before) : [];
    }
    // The first cell of a barred head is the employer, unless it plainly names a job and nothing else does.
    const isFirst = cell === head[0] && head.length > 1 && post.script === 'en' && !cell.tag;
    if (isFirst && cells.length > 1 && index === 0) return [];
    if (isFirst && post.isBarred && !endsInRole(cell.text)) return [];
    const [clause = ''] = cell.text.split(/[。!！]/u);
    return cell.whole.length > 300 || /[?？]/u.test(clause) ? [] : titlesIn(clause);
  });
  return titles.filter((title) => !isVague(title));
}

/** Cells that name a field of work and stand for the job. */
const fieldTitles = (head: readonly HeadCell[]): readonly string[] =>
  head.filter(({ kind, text }) => kind === 'title' && !isRole(text)).map(({ text }) => text);

const underTitleHeading = (line: Line): readonly string[] =>
  line.section === 'title' &&
  line.kind !== 'heading' &&
  line.key === null &&
  line.text.length < 300 &&
  firstPart(line.text).length < 60
    ? titlesIn(firstPart(line.text))
    : [];

/** The part of a list line before its details: `Senior Engineer - https://…`, `Backend (Go): builds …`. */
const firstPart = (text: string): string =>
  pieceAt(
    text
      .replace(/^\[[^\]]{1,6}\]\**\s?/u, '')
      .split(/\s(?:[-–—|→]|=>)\s|:\**\s|：|\s?https?:|\s?\(https?:|\](?=\()|。|[—–]{2}/u),
    0,
  );

const roleEnding = /^[^。,，;；:：]{2,24}(?:工程师|架构师|设计师|研究员|经理|实习生)(?:\s?\([^)]{1,16}\))?$/u;

/** A heading over what one job asks for: `前端岗位职责`, `算法岗位`. */
const ofDuties = /^(.{2,16}?)(?:的)?(?:岗位)?(?:职责|要求|JD)$|^(.{2,16}?)岗位?:?$/iu;
/** Sections in whose lines jobs may be listed. */
const ownSections: ReadonlySet<Topic> = new Set<Topic>([
  'title',
  'place',
  'pay',
  'remote',
  'contract',
  'company',
]);

/** Sections whose lines name those who are asked, or work there already. */
const ofPeople: ReadonlySet<Topic | null> = new Set<Topic | null>(['requirements', 'about', 'process']);

/** A heading or a list item that is a job title and nothing else. */
function listedTitle(line: Line): readonly string[] {
  const duties = line.kind === 'heading' ? ofDuties.exec(line.text) : null;
  const job = duties?.[1] ?? duties?.[2];
  if (job !== undefined && isRole(job)) return titlesIn(job);
  if ((line.key !== null && line.key !== 'title') || line.text.length > 300) return [];
  const isOwnSection = line.section === null || ownSections.has(line.section);
  const isPlain = line.text.length <= 30 && roleEnding.test(line.text) && !ofPeople.has(line.section);
  if (!isOwnSection && !isPlain && line.kind !== 'heading') return [];
  const first = firstPart(line.text.replace(/^\[/u, ''));
  if (first.length > 120 || !isRole(first)) return [];
  const part = trimTitle(first);
  const words = part.split(/\s+/u).length;
  if (part.length < 3 || part.length > 60 || words > 10 || isSentence(part)) return [];
  // A bare Chinese line needs a noun that only titles have, or a head count behind it.
  const isJob =
    line.kind !== 'prose' ||
    /^[A-Z]/u.test(part) ||
    strongChineseRole.test(part) ||
    /[x×*]\s?\d|\d\s?[名人位]/u.test(line.text.slice(part.length));
  if (!isJob || !isRole(part) || !endsAsTitle(part) || (/^[a-z]/u.test(part) && line.kind === 'prose'))
    return [];
  if (/^(?:about|why|how|what|our|the|meet|join)\b/iu.test(part)) return [];
  return titlesIn(part);
}

const wantedEnglish =
  /\b(?:hiring|looking for|seeking|searching for|recruiting|needs?|hire|looking to (?:add|hire|bring on)|in search of|join (?:us|our team|the team) as|role(?: is|:)?|position(?: is|:)?|opening for)\b(?: for\b)?\s{0,2}(?:(?:several|multiple|an?|our|the|one|two|more|some|experienced|talented|exceptional|great|strong|senior-level)\b\s?){0,3}((?:[SJ]r\.|[^.。,，;；:：!！?？\n()（]){2,70})/giu;
const wantedChinese =
  /(?:招聘|诚聘|急招|急聘|诚招|聘请|寻找|招募|招|缺|想找|在找|需要)(?![聘人募呼商标生投行贤])[:：]?\s?(?:[一两几三四五\d]{1,2}\s?[名位个枚]|个)?([^\n,，。;；:：!！?？()（]{2,30})/gu;

/** Who a sentence says is wanted: up to the last word of the phrase that names a role. */
function sentenceTitles(post: Post): readonly string[] {
  const isChinese = post.script === 'zh';
  const titles = [...post.plain.slice(0, 6000).matchAll(isChinese ? wantedChinese : wantedEnglish)].flatMap(
    (match) => {
      const phrase = pieceAt(match, 1);
      const end = lastRoleEnd(phrase, isChinese ? everyChineseRole : everyEnglishRole);
      const title = trimTitle(phrase.slice(0, end).replace(/^.*的/u, ''));
      return end > 0 && title.split(/\s+/u).length <= 8 ? titlesIn(title) : [];
    },
  );
  return [...titles, ...(isChinese ? [] : openingLine(post))].slice(0, 4);
}

/** A line under an English head that begins with the job: `Backend developer (Go), to join a team of four.` */
function openingLine(post: Post): readonly string[] {
  return post.lines.slice(1, 4).flatMap(({ text }) => {
    const title = trimTitle(pieceAt(text.slice(0, 100).split(/[,(:.]| to | who /u), 0));
    const words = title.split(' ').length;
    return words >= 2 && words <= 6 && /^[A-Z]/u.test(title) && endsInRole(title) ? [title] : [];
  });
}

/** What else in the first lines may be a job: a role that a Chinese text mentions, a cell of nothing but a skill. */
function mentions(post: Post): readonly string[] {
  const text = post.lines
    .slice(0, 4)
    .map((line) => line.text)
    .join('\n')
    .slice(0, 1500);
  if (post.script === 'en')
    return [...text.matchAll(capitalised)]
      .slice(0, 2)
      .flatMap(([title]) => (personAtEnd.test(title) ? titlesIn(title) : []));
  return [
    ...text.matchAll(
      /[A-Za-z+#.\p{Script=Han}]{0,10}?(?:工程师|架构师|设计师|研究员|经理|实习生)|前端|后端|服务端|客户端/gu,
    ),
  ]
    .slice(0, 3)
    .flatMap((match) => {
      const title = trimTitle(
        match[0].replace(/^.*(?:选择|负责|我们|担任|没有|指导|作为|[的是在为招和与跟同])/u, ''),
      );
      return title.length > 1 && isRole(title) && !areTerms(title) ? [title] : [];
    });
}

/** A Chinese phrase as far as the last word that names a role: `后端合伙人式的同学`. */
const asTitle = (job: string, post: Post): string =>
  post.script === 'en' || endsAsTitle(job) || /[、/,，]/u.test(job)
    ? job
    : job.slice(0, lastRoleEnd(job, everyChineseRole) || undefined);

/** Words with capitals in a row, which a title may be. */
const capitalised = /\p{Lu}[\w+#./-]*(?: (?:\p{Lu}[\w+#/-]*|of|&)){1,4}(?= |$|[.,;:)(\n])/gu;

const everyChineseRole = new RegExp(chineseRole, 'giu');
const everyEnglishRole = new RegExp(englishRole, 'giu');

function lastRoleEnd(phrase: string, pattern: RegExp): number {
  const cut =
    phrase.split(/\s(?:to|who|that|with|for|in|at|on|across|interested|passionate|from|of you)\s/iu)[0] ?? '';
  let end = 0;
  for (const match of cut.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
