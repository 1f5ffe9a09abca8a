// The job titles of a post, as written: from the head, from a form line, from headings and lists of jobs, else from
// a sentence that says who is wanted. It hides how city, head count, pay and verbs of hiring are cut away.

import { found, pieceAt, type Found } from './found.ts';
import { beforeTerms, isRole, trimTerms, type HeadCell } from './head.ts';
import type { Line, Post } from './structure.ts';
import { chineseRole, englishRole, strongChineseRole } from './words.ts';

export interface Titles {
  readonly main: string;
  /** All jobs of the post, the main one first; one or more. */
  readonly all: readonly string[];
}

const longest = 90;
const most = 40;

export function readTitles(post: Post, head: readonly HeadCell[]): Found<Titles> | null {
  const fromHead = headTitles(post, head);
  const fromForm = post.lines.flatMap((line) =>
    line.key === 'title' ? titlesIn(line.value) : underTitleHeading(line),
  );
  const listed = post.lines.slice(1, 160).flatMap(listedTitle);
  const ordered = fromHead.some(namesSeveral) ? [fromForm, listed, fromHead] : [fromHead, fromForm, listed];
  const sources = [fromBoard(post), ...ordered];
  const firstSource = sources.find((titles) => titles.length > 0) ?? sentenceTitles(post);
  const main = fuller(firstSource[0], fromForm);
  if (main === undefined) return null;
  const rest = [...firstSource, ...fromForm, ...listed].filter((title) => title !== main);
  const all = [...new Set([main, ...rest.filter((title) => !main.includes(title))])].slice(0, most);
  return found({ main, all }, ...all);
}

/** Titles without the employer before or after them: `Acme ML Engineer`, `ML Engineer, Acme`. */
export function withoutEmployer(titles: Found<Titles> | null, company: string | null): Found<Titles> | null {
  if (titles === null || company === null) return titles;
  const all = titles.value.all.map((title) => {
    const rest = title.startsWith(`${company} `)
      ? title.slice(company.length)
      : title.endsWith(` ${company}`)
        ? title.slice(0, -company.length).replace(/(?:,| at| with| @)\s$/iu, '')
        : title;
    return isRole(rest) ? rest.trim() : title;
  });
  return found({ main: pieceAt(all, 0), all }, ...all);
}

/** A head that speaks of a team or of many jobs at once, so that the jobs themselves are named further down. */
const namesSeveral = (title: string): boolean =>
  /团队|多职?位?$|多个|大量|均有|岗位|eg:|招人/u.test(title) || (title.match(/[/、,|+]/gu)?.length ?? 0) >= 3;

/** The form's wording where it says the head's title and more: 编辑, 高级视频编辑. */
const fuller = (title: string | undefined, inForm: readonly string[]): string | undefined =>
  title === undefined
    ? undefined
    : (inForm.find((other) => other !== title && other.endsWith(title)) ?? title);

/** Pages of a job board repeat the job on the second line, before its pay. */
function fromBoard(post: Post): readonly string[] {
  const [first, second] = post.lines;
  if (first === undefined || !/招聘|BOSS直聘/u.test(first.text) || !first.text.endsWith('BOSS直聘'))
    return [];
  const quoted = /^[「\s]*(.{2,60}?)(?:招聘」|有前途吗|怎么样|招聘_)/u.exec(first.text)?.[1];
  const titles = [second?.text ?? '', quoted ?? ''].map(trimTitle);
  return titles
    .filter(
      (title) =>
        title.length > 1 && title.length < 50 && isRole(title) && first.text.includes(title.slice(0, 4)),
    )
    .slice(0, 1);
}

/** The first words of a heading that are nothing but a label. */
const label =
  /^(?:招聘|热招|急招|开放|在招)?(?:岗位|职位|职务)(?:名称|介绍|描述|需求|信息)?\s?\d*$|^(?:open )?(?:positions?|roles?|jobs?)$/iu;

const hires =
  /招人[啦了]?[!！~]*|诚聘|急聘|招聘|急招|诚招|招募|直招|聘请|寻找|徵才?|(?:正在|在|想)找|(?:找|求|求推荐|缺)(?=[一两几][位名个])|(?<![社校])招(?!商|标|投|生|呼|行)|(?:is |are |we.re )?(?:now )?(?:hiring|looking for|seeking)\b(?: for\b)?(?: an?\b)?|\b(?:openings?|position|vacancy|role) for an?\b|\bwanted\b/iu;

/** A head without bars is cut at its verb of hiring: who hires, and for what. */
export function cutAtHiring(text: string): { readonly employer: string; readonly job: string } | null {
  const match = hires.exec(text);
  if (match === null) return null;
  const employer = text.slice(0, match.index).trim();
  const job = text.slice(match.index + match[0].length).trim();
  const again = cutAtHiring(job);
  return again !== null && isRole(again.job) ? again : { employer, job };
}

function headTitles(post: Post, head: readonly HeadCell[]): readonly string[] {
  const named = head.filter(({ kind }) => kind === 'title');
  const hiring = named.findIndex(({ whole }) => isRole(cutAtHiring(whole)?.job ?? ''));
  const candidates = hiring > 0 && post.script === 'zh' ? named.slice(hiring) : named;
  const titles = candidates.flatMap((cell, index) => {
    const cut = cutAtHiring(cell.whole);
    if (cut !== null) {
      const job = trimTitle(pieceAt(cut.job.split(/\s(?:to|who|that)\s|[.!?](?:\s|$)/u), 0));
      if (job !== '' && isRole(job)) return titlesIn(job);
      const before = trimTitle(cut.employer);
      return job === '' && before !== '' && isRole(before) && before.length < 40 ? titlesIn(before) : [];
    }
    // The first cell of a barred head is the employer, unless it plainly names a job and nothing else does.
    const isFirst = cell === head[0] && head.length > 1 && post.script === 'en' && !cell.tag;
    if (isFirst && candidates.length > 1 && index === 0) return [];
    if (isFirst && post.lines[0]?.text.includes('|') && !endsInRole(cell.text)) return [];
    if (cell.whole.length > 300 || /[。!！?？]/u.test(cell.whole)) return [];
    return titlesIn(cell.text);
  });
  return titles.filter((title) => !isVague(title));
}

const roleAtEnd = new RegExp(`(?:${englishRole.source})\\W*(?:\\(.*\\))?$`, 'iu');
const endsInRole = (text: string): boolean => roleAtEnd.test(text);

const isVague = (title: string): boolean =>
  /^(?:multiple|various|several|all|many|senior|engineering|marketing|growth|technical)?\s*(?:roles?|positions?|openings?|jobs?|engineering|marketing|growth|lead)$/iu.test(
    title,
  ) ||
  /^(?:岗位|职位|产品|开发|研发|测试|团队|技术)$/u.test(title) ||
  label.test(title);

/** `Referral available: Data Engineer`, `实习:算法研究员`: what stands before the colon names no job. */
function withoutLabel(text: string): string {
  const [whole, job] = /^[^:()]{2,24}:\s?(.{2,})$/u.exec(text) ?? [];
  return whole === undefined || job === undefined || isRole(whole.slice(0, -job.length)) || !isRole(job)
    ? text
    : job;
}

/** Cuts verbs, head counts, pay and places off both ends; what is left stands in the text as it is. */
function trimTitle(text: string): string {
  let title = text.slice(0, 200);
  for (let pass = 0, before = ''; pass < 3 && title !== before; pass += 1) {
    before = title;
    title = trimTerms(withoutLabel(title))
      .replace(/\s(?:on-?site|base|薪[水资酬]|月薪|坐标|待遇)(?:\s|\p{Script=Han}).*$/iu, '')
      .replace(
        /^(?:岗位(?:名称)?|职位(?:名称)?|position|role|title|job title|[一两几]?[名位个](?:\p{Script=Han}{1,3}的)?|若干名?|数名|多个|资\b)\s*[:：]?\s*(?=\S)/iu,
        '',
      )
      .replace(
        /^(?:we are |we're |we’re )?(?:now |currently |actively )?(?:hiring|looking for|seeking|need(?:ing)?|join (?:us|our team) as)(?: for)?\s+/iu,
        '',
      )
      .replace(
        /^(?:an?|our|the|some|more|several|multiple|experienced|talented|exceptional|great|0?\d+ ?x?)\s+(?=[A-Za-z])/iu,
        '',
      )
      .replace(
        /\s*(?:[x×*]\s?\d{1,2}|[\d一两二三四五]{1,2}\s?[名人位个]|若干名?|数名|[(（](?:\d{1,2}\s?[名人位]?|m\/[fw]\/[dx]|all genders|f\/m\/x)[)）])$/iu,
        '',
      )
      .replace(
        /\s*(?:[-–—,，:：]\s*)?(?:待遇|薪[水资酬]|月薪|base|坐标|工作地点|地点|职位|岗位|招聘|职责|岗位职责|要求|等|needed|required|实习招聘|社招|校招|内推|jd)\s*[:：]?$/iu,
        '',
      )
      .replace(/^[《“"'「【[]|[》”"'」】\]]$/gu, '')
      .trim();
  }
  return title;
}

/** Between the titles of a list; a slash only between whole Chinese titles, as `前端/后端工程师` is one. */
const listSeparator =
  /[;；、|]|\s?\/\s?(?=[\p{Script=Han}A-Za-z]{2,10}(?:工程师|开发|架构|经理))|[,，](?=\s?[A-Za-z\p{Script=Han}])| (?:and|&) (?:an? )?(?=[A-Z])/uy;

/** The noun for who does a job, where an English title ends or is cut off by brackets. */
const person =
  /\b(?:engineer|developer|dev|programmer|manager|designer|scientist|researcher|analyst|architect|lead|director|intern|specialist|sre|devops|qa|recruiter|writer|marketer|executive|administrator|consultant|swe|cto|head of .+|vp .+)s?\s?(?:\(.*\))?$/iu;

/** A phrase cut into titles where it lists several; `[]` when it names no role. */
function titlesIn(text: string): readonly string[] {
  const whole = beforeTerms(trimTitle(text));
  if (!isRole(whole)) return [];
  const split = splitOutsideBrackets(whole, listSeparator);
  const parts = split.length < 2 ? split : split.map(trimTitle).filter((part) => part !== '');
  const isList = parts.length > 1 && /\s|\p{Script=Han}/u.test(pieceAt(parts, 0));
  const roles = parts.filter((part) => chineseRole.test(part) || endsInRole(part));
  // `Engineering Manager, Payments` is one job: what follows the comma names no person.
  const isQualified = parts.length === 2 && /^[A-Za-z]/u.test(whole) && !person.test(pieceAt(parts, 1));
  const areTitles =
    isList &&
    !isQualified &&
    (roles.length === parts.length ||
      (roles.includes(pieceAt(parts, 0)) && roles.length * 2 >= parts.length));
  const titles = areTitles ? roles : [whole];
  return titles.filter((title) => title.length <= longest && title.length > 1 && !isVague(title));
}

function splitOutsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (/[(（[]/u.test(char)) depth += 1;
    else if (/[)）\]]/u.test(char)) depth -= 1;
    else if (depth <= 0) {
      separator.lastIndex = at;
      const hit = separator.exec(text);
      if (hit !== null && hit[0] !== '') {
        parts.push(text.slice(from, at));
        from = at + hit[0].length;
        at = from - 1;
      }
    }
  }
  parts.push(text.slice(from));
  return parts;
}

const underTitleHeading = (line: Line): readonly string[] =>
  line.section === 'title' && line.kind !== 'heading' && line.text.length < 60 && line.key === null
    ? titlesIn(firstPart(line.text))
    : [];

/** The part of a list line before its details: `Senior Engineer - https://…`, `Backend (Go): builds …`. */
const firstPart = (text: string): string =>
  pieceAt(text.split(/\s(?:[-–—|→]|=>)\s|:\s|：|\s?https?:|\s?\(https?:|\](?=\()|。/u), 0);

const sentence =
  /[。;；!！?？]|\.\s|(?:^|\s)(?:we|you|our|us|is|are|with|will|your|have|by|that|who|as|team of|the)\s|[有具熟精负参与能会将并或对为]{1}[\p{Script=Han}]|经验|优先|能力|以上|职责|要求/iu;

const roleEnding = /^[^。,，;；:：]{2,24}(?:工程师|架构师|设计师|研究员|经理|实习生)(?:\s?\([^)]{1,16}\))?$/u;

/** A heading or a list item that is a job title and nothing else. */
function listedTitle(line: Line): readonly string[] {
  if (line.key !== null && line.key !== 'title') return [];
  if (line.text.length > 300 || !isRole(line.text)) return [];
  const isOwnSection =
    line.section === null ||
    ['title', 'place', 'pay', 'remote', 'contract', 'company'].includes(line.section);
  const isPlain = line.text.length <= 30 && roleEnding.test(line.text) && line.section !== 'requirements';
  if (!isOwnSection && !isPlain && line.kind !== 'heading') return [];
  const first = firstPart(line.text.replace(/^\[/u, ''));
  if (first.length > 120 || !isRole(first)) return [];
  const part = trimTitle(first);
  const words = part.split(/\s+/u).length;
  if (part.length < 3 || part.length > 60 || words > 10 || sentence.test(part)) return [];
  const isJob = line.kind === 'prose' && !/^[A-Z]/u.test(part) ? strongChineseRole.test(part) : isRole(part);
  if (!isJob || (/^[a-z]/u.test(part) && line.kind === 'prose')) return [];
  if (/^(?:about|why|how|what|our|the|meet|join)\b/iu.test(part)) return [];
  return titlesIn(part);
}

const wanted =
  /(?:\b(?:hiring|looking for|seeking|searching for|recruiting|need|hire|looking to (?:add|hire|bring on)|in search of|join (?:us|our team|the team) as|role(?: is|:)?|position(?: is|:)?|opening for|as)\b(?: for\b)?|招聘|诚聘|急招|寻找|招募|招)\s{0,2}(?:(?:一位|一名|(?:several|multiple|an?|our|the|two|more|some|experienced|talented|exceptional|great|strong|senior-level)\b)\s?){0,3}((?:[SJ]r\.|[^.。,，;；:：!！?？\n()（]){2,70})/giu;

/** Who a sentence says is wanted: up to the last word of the phrase that names a role. */
function sentenceTitles(post: Post): readonly string[] {
  const titles: string[] = [];
  for (const match of post.plain.slice(0, 6000).matchAll(wanted)) {
    const phrase = pieceAt(match, 1);
    const pattern = post.script === 'zh' ? everyChineseRole : everyEnglishRole;
    const end = lastRoleEnd(phrase, pattern);
    if (end === 0) continue;
    const title = trimTitle(phrase.slice(0, end));
    if (title.length > 1 && title.split(/\s+/u).length <= 8 && !isVague(title) && isRole(title))
      titles.push(...titlesIn(title));
  }
  if (titles.length === 0) titles.push(...(post.script === 'zh' ? chineseMention(post) : openingLine(post)));
  return titles.slice(0, 3);
}

/** A line under an English head that begins with the job: `Backend developer (Go), to join a team of four.` */
function openingLine(post: Post): readonly string[] {
  return post.lines.slice(1, 4).flatMap(({ text }) => {
    const title = trimTitle(pieceAt(text.slice(0, 100).split(/[,(:.]| to | who /u), 0));
    const words = title.split(' ').length;
    return words >= 2 && words <= 6 && /^[A-Z]/u.test(title) && endsInRole(title) ? [title] : [];
  });
}

/** The first role that a Chinese text mentions at all. */
function chineseMention(post: Post): readonly string[] {
  const mention =
    /[A-Za-z+#.\p{Script=Han}]{0,10}?(?:工程师|架构师|设计师|研究员|经理|实习生)|前端|后端|服务端|客户端/u.exec(
      post.plain,
    );
  const title =
    mention === null ? '' : trimTitle(mention[0].replace(/^.*(?:选择|负责|我们|[的是在为招和])/u, ''));
  return title.length > 1 && isRole(title) ? [title] : [];
}

const everyChineseRole = new RegExp(chineseRole, 'giu');
const everyEnglishRole = new RegExp(englishRole, 'giu');

function lastRoleEnd(phrase: string, pattern: RegExp): number {
  const cut =
    phrase.split(/\s(?:to|who|that|with|for|in|at|on|across|interested|passionate|from|of you)\s/iu)[0] ?? '';
  let end = 0;
  for (const match of cut.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
