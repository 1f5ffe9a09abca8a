// Who offers the job, as written: a form line, the head, "About X", a registered name, else the mail domain of a
// well-known employer. Companies that do not give their name have none.

import { companyOfDomain, companySpellings } from '../vocabulary/companies.ts';
import { findSkillEntry } from '../vocabulary/skills.ts';
import { finderOf } from './finder.ts';
import { found, pieceAt, type Found } from './found.ts';
import { areTerms, isRole, trimTerms, type HeadCell } from './head.ts';
import type { Post } from './structure.ts';
import { cutAtHiring } from './title.ts';
import { anonymous, chineseRole } from './words.ts';

const findKnown = finderOf(companySpellings.map((name): readonly [string, string] => [name, name]));

export function readCompany(post: Post, head: readonly HeadCell[]): Found<string> | null {
  const sources = post.script === 'zh' ? chineseSources : englishSources;
  for (const source of sources) {
    const named = source(post, head);
    const name = named === null ? '' : withoutPlace(tidy(named));
    if (name !== '' && isName(name)) return found(name, name);
  }
  return companyOfMail(post);
}

type Source = (post: Post, head: readonly HeadCell[]) => string | null;

const formLine: Source = (post) => {
  const line =
    post.lines.find(({ key, value }) => key === 'company' && value !== '') ??
    post.lines.find(
      ({ section, kind, text }) => section === 'company' && kind !== 'heading' && text.length <= 24,
    );
  if (line !== undefined)
    return (line.value === '' ? line.text : line.value).split(/[,，。;；]| 位置| 地址/u)[0] ?? null;
  // A short name before the first comma of what introduces the company is the company.
  return (
    /(?:^|\n)[^\p{L}\d\n]{0,6}公司(?:简介|介绍|情况|背景)\s?:\s?([^\s,。;:]{2,12}),/u.exec(post.text)?.[1] ??
    null
  );
};

/** A barred English head begins with the employer; else the one part that is neither job nor terms. */
const barredHead: Source = (post, head) => {
  const line = post.lines[0]?.text ?? '';
  const first = head[0];
  if (first === undefined || head.length < 2) return null;
  if (line.includes('|')) {
    const other = head.find(({ kind }) => kind === 'other');
    if (first.kind === 'link') return other?.text ?? first.text;
    if (first.kind !== 'title' || !head.some((cell) => cell !== first && cell.kind === 'title')) {
      const isJob =
        first.kind === 'title' &&
        /(?:engineer|developer|manager|designer|scientist|architect|analyst)s?\b/iu.test(first.text);
      if (isJob) return other === undefined ? null : other.whole;
      return first.kind === 'terms' ? (other?.text ?? first.whole) : first.whole;
    }
    return first.whole;
  }
  return (
    head.find(
      ({ kind, tag, text }) =>
        kind === 'other' &&
        !tag &&
        /^[^a-z]/u.test(text) &&
        !/\b(?:we|is|are|have|our|need|anyone)\b/iu.test(text) &&
        !areSkills(text),
    )?.text ?? null
  );
};

/** A list of what is worked with names no employer. */
const areSkills = (text: string): boolean =>
  text.split(/[,/+]/u).every((part) => findSkillEntry(part.trim()) !== undefined);

const namePattern = String.raw`[a-z]?[A-Z][\w.&'’+-]*(?: (?:[A-Z][\w.&'’+-]*|of|the|and|&)){0,3}`;

const employerPhrases = [
  `(?:called|named) (${namePattern})`,
  `^(${namePattern})\\s?(?:\\([^)\\n]{1,80}\\))?\\s?\\n`,
  `^(${namePattern})\\s?(?:\\([^)\\n]{1,60}\\))?,?\\s+(?:is|are)\\s+(?:hiring|looking|seeking|a|an|the|building|now)`,
  `(?:^|\\n)\\W{0,6}About\\s+(?!us|the|you|this|our)(${namePattern})`,
  `(?:[Aa]t|[Jj]oin|[Ww]e(?:'|’)re|[Ww]e are)\\s+(?!We|Our|The|A\\b|An\\b|Us\\b|This|I\\b)(${namePattern})[,.]?\\s`,
  `(?:^|\\n)(${namePattern})\\s+(?:is|builds?|provides|makes|helps|was)\\s`,
  `(?:^|\\n)(${namePattern})\\s+\\((?:https?|www)`,
  `(?:hiring|Engineers?|Developers?|role|position) (?:at|with)\\s+(${namePattern})`,
].map((pattern) => new RegExp(pattern, 'u'));

const englishSentence: Source = (post) => {
  const text = post.text.slice(0, 3000);
  for (const pattern of employerPhrases) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined && !isRole(name)) return name.replace(/(?:[.,]| (?:and|of|the|&))$/u, '');
  }
  return null;
};

/** What stands before the verb of hiring, or the part of the head that names no job. */
const chineseHead: Source = (post, head) => {
  const line = post.lines[0]?.text ?? '';
  const board = /_([^_]{2,40}?)招聘-BOSS/u.exec(line)?.[1];
  if (board !== undefined) return board;
  for (const cell of head) {
    const cut = cutAtHiring(cell.whole);
    const employer = cut === null ? '' : trimTerms(cut.employer);
    if (employer !== '' && !isRole(employer) && employer.length <= 24 && !/[。!！]/u.test(employer))
      return employer;
  }
  const other = head.find(({ kind, text }) => kind === 'other' && text.length <= 24 && isName(tidy(text)));
  return cutAtHiring(line) !== null || head.some(({ kind }) => kind === 'title')
    ? (other?.text ?? null)
    : null;
};

const aboutLine: Source = (post) =>
  /(?:^|\n)[^\p{L}\d\n]{0,8}(?:关于|About)\s?\[?([^\n,，。:：*()（\][]{2,30}?)\]?(?=\s?[\n(（*:：\]])/u
    .exec(post.text)?.[1]
    ?.replace(/^(?:我们|公司|团队|us|岗位|职位|远程|候选人|薪资).*$/iu, '') ?? null;

const registered: Source = (post) =>
  /(?:^|[\s,，。:：(（【|])([\p{Script=Han}A-Za-z()（）]{2,24}?(?:股份有限公司|有限责任公司|有限公司))/u.exec(
    post.text,
  )?.[1] ?? null;

const statedChinese: Source = (post) =>
  /(?:我们是|我司是|这里是|来自|加入)\s?([A-Z][\w.]{1,20}(?: [A-Z]\w{1,15})?|[\p{Script=Han}]{2,8}(?:科技|集团|智能|网络|信息))(?=[\s,，。!！(（*])/u.exec(
    post.text,
  )?.[1] ??
  /(?:^|\n)[^\p{L}\d\n]{0,6}([A-Z][\w.]{2,20}(?: [A-Z]\w{1,15})?|[\p{Script=Han}]{2,8})\s?(?:[(（][^)）\n]{1,30}[)）])?\s?(?:是一[家个款]|是基于|是[^\n]{0,24}(?:公司|平台|企业)|成立于|专注于)/u.exec(
    post.text,
  )?.[1] ??
  null;

const knownInHead: Source = (post) => {
  const last = post.lines.slice(0, 2).at(-1);
  const head = last === undefined ? '' : post.plain.slice(0, last.start + last.text.length);
  return findKnown(head)[0]?.text ?? null;
};

/** A card without keys: the job alone, the employer alone, then lines of terms. */
const card: Source = (post, head) => {
  const [, second, third] = post.lines;
  const isCard =
    head.length === 1 &&
    head[0]?.kind === 'title' &&
    second?.kind === 'prose' &&
    third !== undefined &&
    areTerms(third.text);
  return isCard && second.text.length <= 40 && !areTerms(second.text) ? second.text : null;
};

const chineseSources: readonly Source[] = [
  formLine,
  knownInHead,
  card,
  chineseHead,
  statedChinese,
  aboutLine,
  registered,
  englishSentence,
];
const englishSources: readonly Source[] = [barredHead, formLine, card, englishSentence, registered];

/** Without notes in brackets, links and generic endings. */
function tidy(name: string): string {
  return name
    .replace(
      /\s*[(（[](?:https?:|www\.|yc|y combinator|series|nasdaq|nyse|formerly|[^)）\]]{0,80})[^)）\]]*[)）\]]?\s*$/iu,
      '',
    )
    .replace(/\s*(?:https?:\/\/\S*|[-–—:,]\s.*)$/u, '')
    .replace(/\s+(?:is|are)\s.*$/u, '')
    .replace(/\s*(?:社招|校招|内推|招聘|诚聘|研发团队|团队|急招|官方|正式|社)+$/u, '')
    .replace(/\s公司$/u, '')
    .replaceAll(/^[\s*_"'“”「」《》【】[\]|·•,，:：-]+|[\s*_"'“”「」《》【】[\]|·•,，:：-]+$/gu, '')
    .trim();
}

/** A place after the name belongs to the job: `Larch Inc. 上海`; inside a registered name it stays. */
const withoutPlace = (name: string): string => {
  const [, brand] = /^(.{2,40}?)\s(\p{Script=Han}{2,4})$/u.exec(name) ?? [];
  return brand !== undefined && trimTerms(name).length <= brand.length ? brand : name;
};

const isName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 60 &&
  /\p{L}/u.test(name) &&
  !anonymous.test(name) &&
  !/我司|我们|^(?:你|现在|目前|最近|大家|朋友|本人|正在|长期|关于|公司|团队|岗位|职位|招聘|内推|multiple|remote|hiring|we|our|the|this|hello|hi|hey|location|seeking|position|job|title|looking|you)(?:$|[\s\p{Script=Han}])/iu.test(
    name,
  ) &&
  !/[。!！?？]|[$€£¥]\s?\d|\b(?:up to|compensation|salary|gross|equity|benefits|visa|sponsorship)\b/iu.test(
    name,
  ) &&
  !(chineseRole.test(name) && name.length < 12 && /(?:工程师|经理|开发|前端|后端)/u.test(name));

function companyOfMail(post: Post): Found<string> | null {
  for (const match of post.text.matchAll(/@([\w-]{1,40}(?:\.[\w-]{1,40}){1,3})/gu)) {
    const name = companyOfDomain(pieceAt(match, 1));
    if (name !== undefined) return found(name, match[0]);
  }
  const known = post.script === 'zh' ? findKnown(post.plain.slice(0, 300))[0] : undefined;
  return known === undefined ? null : found(known.text, known.text);
}
