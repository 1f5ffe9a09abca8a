// How a job title is cut out of the words around it: verbs of hiring, head counts, pay, places, labels; and how a list
// of titles is parted. Titles stay verbatim.

import { titleKey } from '../vocabulary/title-words.ts';
import { pieceAt } from './found.ts';
import { beforeTerms } from './head.ts';
import { isRole } from './roles.ts';
import { trimTerms } from './term-spans.ts';
import { chineseRole, englishRole, personAtEnd, strongChineseRole } from './words.ts';

const longest = 90;
/** In characters; whoever hires says so before. */
const longestHead = 1000;

const hires =
  /招人[啦了]?[!！~]*|诚聘|急聘|招聘(?!专员|经理|主管|顾问|助理)|急招|诚招|招募|直招|直聘|聘请|寻找|誠?徵才?|找(?=[^,，。\s]{0,10}(?:工程师|合伙人|开发|前端|后端|全栈|设计师|程序员))|(?:正在|在|想)找|(?:找|求|求推荐|缺)(?=[一两几][位名个])|(?<![社校])招(?!聘|商|标|投|生|呼|行(?!政))|(?:is |are |we.re )?(?:now )?(?:hiring|looking for|seeking|needs?)\b(?: for\b)?(?: an?\b)?|\b(?:openings?|position|vacancy|role) for an?\b|\bwanted\b/iu;

/** A text cut at its verb of hiring: who hires, and for what. */
export function cutAtHiring(text: string): { readonly employer: string; readonly job: string } | null {
  const head = text.slice(0, longestHead);
  const match = hires.exec(head);
  if (match === null) return null;
  const employer = head.slice(0, match.index).trim();
  const job = head.slice(match.index + match[0].length).trim();
  const again = cutAtHiring(job);
  return again !== null && isRole(again.job) ? again : { employer, job };
}

const roleAtEnd = new RegExp(`(?:${englishRole.source})\\W*(?:\\(.*\\))?$`, 'iu');
export const endsInRole = (text: string): boolean => roleAtEnd.test(text);

/** The first words of a heading that are nothing but a label. */
const label =
  /^(?:招聘|热招|急招|开放|在招)?(?:岗位|职位|职务)(?:名称|介绍|描述|需求|信息)?\s?\d*$|^(?:open )?(?:positions?|roles?|jobs?)$/iu;

/** Whether words name work but no job: `Engineering`, `Multiple roles`, `研发`. */
export const isVague = (title: string): boolean =>
  /^(?:multiple|various|several|all|many|senior|engineering|marketing|growth|technical|internships?)?\s*(?:roles?|positions?|openings?|jobs?|engineering|marketing|growth|lead|design|professional|internships?)$/iu.test(
    title,
  ) ||
  /^(?:岗位|职位|产品|开发|研发|测试|团队|技术|设计|猎头|各类研发)$/u.test(title) ||
  label.test(title);

/** `Referral available: Data Engineer`, `实习:算法研究员`: what stands before the colon names no job. */
function withoutLabel(text: string): string {
  const [whole, job] = /^[^:]{2,48}:\s?(.{2,})$/u.exec(text) ?? [];
  return whole === undefined || job === undefined || isRole(whole.slice(0, -job.length)) || !isRole(job)
    ? text
    : job;
}

/** What ends a title that goes on as a sentence: `后端工程师:寻找…的人`, `Go 工程师,薪资 open,如果…`. */
function withoutSequel(text: string): string {
  const [, title, sequel] = /^([^:,，。;；!！?？]{2,40}?)\s?[:,，。;；!！?？]\s?(.{6,})$/u.exec(text) ?? [];
  return title !== undefined &&
    sequel !== undefined &&
    isRole(title) &&
    /\p{Script=Han}/u.test(sequel) &&
    !isRole(sequel)
    ? title
    : text;
}

/** Without a note in brackets that speaks of terms: `(2-3 days a week, remote)`. */
const withoutNote = (text: string): string =>
  text.replace(
    /\s?\((?=[^()]*(?:\d\s?(?:[-–+]|days?|months?|hours?|mois|weeks?|years?|年|个月|天)|\b(?:contract|remote|onsite|hybrid|visa)\b))[^()]*\)?$/iu,
    '',
  );

/** Without how to apply: `…,简历发 hr@…`. */
const withoutReach = (text: string): string =>
  text.replace(
    /(?:^|[\s,，;；、|·]+)(?:(?:请|有意者?|感兴趣的?)?将?(?:简历(?=[发投请至到: ]|$)|投递|联系|加微信|微信\s?[:：]|邮箱)|(?:apply|e-?mail|contact|send|dm)(?::|\s(?:to|me|us|at|via|here|your)\b)|[\w.+-]{1,64}@[\w-]).*$/iu,
    '',
  );

/** Cuts verbs, head counts, pay and places off both ends; what is left stands in the text as it is. */
export function trimTitle(text: string): string {
  let title = withoutReach(text.slice(0, 200));
  for (let pass = 0, before = ''; pass < 3 && title !== before; pass += 1) {
    before = title;
    title = trimTerms(withoutNote(withoutSequel(withoutLabel(title))))
      .replace(/\s(?:on-?site|base|薪[水资酬]|月薪|坐标|待遇)(?:\s|\p{Script=Han}|open|面议|\d).*$/iu, '')
      .replace(
        /^(?:岗位(?:名称)?|职位(?:名称)?|position|role|title|job title|[一两几]?[名位个](?:\p{Script=Han}{1,3}的)?|若干名?|数名|多个|资\b)\s*[:：]?\s*(?=\S)/iu,
        '',
      )
      .replace(
        /^(?:we are |we're |we’re )?(?:now |currently |actively |also )?(?:hiring|recruiting|looking for|seeking|need(?:ing)?|join (?:us|our team) as)(?: for)?\s+/iu,
        '',
      )
      .replace(
        /^(?:an?|our|the|some|more|several|multiple|experienced|talented|exceptional|great|0?\d+ ?x?)\s+(?=[A-Za-z])/iu,
        '',
      )
      .replace(
        /\s*(?:[x×*]\s?\d{1,2}(?:\s?\(.*\))?|[\d一两二三四五]{1,2}\s?[名人位个枚]|若干名?|数名|[(（](?:\d{1,2}\s?[名人位]?|[mfw]\/[mfwd]\/[dx*]|all genders|f\/m\/x)[)）])$/iu,
        '',
      )
      .replace(
        /\s*(?:[-–—,，:：]\s*)?(?:待遇|薪[水资酬]|月薪|base|坐标|工作地点|地点|职位|岗位|招聘|职责|岗位职责|要求|等|needed|required|实习招聘|社招|校招|内推|jd)\s*[:：]?$/iu,
        '',
      )
      .replace(/^[《“"'「【[]|[》”"'」】\]]$/gu, '')
      .replace(/^\(([^()]+)\)$/u, '$1')
      .trim();
  }
  return title;
}

/** Between the titles of a list; a slash only between whole Chinese titles, as `前端/后端工程师` is one. */
const listSeparator =
  /[;；、|]|(?<=工程师|开发|架构师?|经理)\s?\/\s?(?=[\p{Script=Han}A-Za-z]{2,10}(?:工程师|开发|架构|经理))|[,，](?=\s?[A-Za-z\p{Script=Han}])| (?:and|&) (?:an? )?(?=[A-Z])| and an? (?=[a-z])/uy;

/** What a form line about jobs says, in its parts, whether or not each of them names a role: `Golang、Web、测试`. */
export function titlesOfForm(text: string): readonly string[] {
  const parts = splitOutsideBrackets(text, /\s?[、|;；,，]\s?|\s\/\s/uy).map(trimTitle);
  const isList = parts.length > 2 && parts.every((part) => part.length <= 40) && parts.some(isRole);
  return isList ? parts.filter((part) => part.length > 1 && !isVague(part)) : titlesIn(text);
}

/** Whether one of two names says no more than the other, but for a rank: `数据工程师/数据负责人`. */
export function areRanks(titles: readonly string[]): boolean {
  const [one = [], other = []] = titles.map((title) => titleKey(title).split(' '));
  return one.every((word) => other.includes(word)) || other.every((word) => one.includes(word));
}

/** Many slashes part a list as commas do. */
const slashSeparator = /\s?[;；、|,，/]\s?/uy;

/** A phrase cut into titles where it lists several; `[]` when it names no role. */
export function titlesIn(text: string): readonly string[] {
  const whole = beforeTerms(trimTitle(text));
  if (!isRole(whole)) return [];
  const isSlashed = (whole.replaceAll(/\([^()]*\)/gu, '').match(/\//gu)?.length ?? 0) > 2;
  const full = splitOutsideBrackets(whole, /\s\/\s/uy);
  const split =
    full.length > 1 && full.every((part) => /\s/u.test(part) && personAtEnd.test(part)) && !areRanks(full)
      ? full
      : splitOutsideBrackets(whole, isSlashed ? slashSeparator : listSeparator);
  const parts = split.length < 2 ? split : split.map(trimTitle).filter((part) => part !== '');
  const isLong = parts.length > 3;
  const isList = parts.length > 1 && (isLong || /\s|\p{Script=Han}/u.test(pieceAt(parts, 0)));
  const roles = parts.filter((part) => chineseRole.test(part) || endsInRole(part));
  // `Engineering Manager, Payments` is one job: what follows the comma names no person.
  const isQualified = parts.length === 2 && /^[A-Za-z]/u.test(whole) && !personAtEnd.test(pieceAt(parts, 1));
  const areTitles =
    isList &&
    !isQualified &&
    (roles.length === parts.length ||
      ((isLong || roles.includes(pieceAt(parts, 0))) && roles.length * 2 >= parts.length));
  const titles = areTitles ? (isLong ? parts : roles) : [whole];
  return titles.filter((title) => title.length <= longest && title.length > 1 && !isVague(title));
}

function splitOutsideBrackets(text: string, separator: RegExp): readonly string[] {
  if (!/[;；、|,，/&]|\sand\s/u.test(text)) return [text];
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

const sentence =
  /[。;；!！?？]|(?<!\b[SJ]r)\.\s|(?:^|\s)(?:we|you|our|us|is|are|with|will|your|have|by|that|who|as|team of|the)\s|[有具熟精负参与能会将并或对为]{1}[\p{Script=Han}]|经验|优先|能力|以上|职责|要求|一起|提供|我们|你们/iu;
export const isSentence = (text: string): boolean => sentence.test(text);

const team =
  /团队|部门|事业[部群]|技术部|小组|多职?位|多个|大量|若干|均有|岗位|职位|招人|内推|直推|招聘|校招|社招|eg:|公司|roles?\b|positions?\b|\bteam\b/iu;

/** Words for a field at the end of a Chinese phrase, which as often name a department. */
const department = /(?:研发|架构|工程类?|技术|基础设施)(?:\s?\([^)]*\))?$/u;

const chineseEnd = new RegExp(
  `(?:${chineseRole.source})\\s?(?:\\([^()]*\\))?(?:\\s?[-–—·/:]\\s?\\S{1,20})?$`,
  'iu',
);
/** Whether a phrase ends in a role, a note on its field aside. */
export const endsAsTitle = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ? chineseEnd.test(text) : endsInRole(text);

/** What speaks against a phrase as the name of one job: a team, a sentence, many jobs at once. */
export function faults(title: string): number {
  return (
    (team.test(title) ? 3 : 0) +
    (isSentence(title) ? 2 : 0) +
    (department.test(title) || (title.endsWith('方向') && !strongChineseRole.test(title)) ? 2.2 : 0) +
    ((title.replaceAll(/\([^()]*\)/gu, '').match(/[/、,，|+&]/gu)?.length ?? 0) >= 3 ? 2 : 0)
  );
}
