// The shape of a post: its lines without markup, what each line is about by its own key or by the heading above,
// and the cells of its head. Readers of single fields work on this and never on raw text.

import { pieceAt } from './found.ts';
import { normalise } from './normalise.ts';

/** What a line, or the part of the post it stands in, is about. */
export type Topic =
  | 'title'
  | 'company'
  | 'place'
  | 'pay'
  | 'remote'
  | 'contract'
  | 'duties'
  | 'requirements'
  | 'skills'
  | 'benefits'
  | 'about'
  | 'contact'
  | 'process';

export interface Line {
  /** Where `text` begins in the post. */
  readonly start: number;
  /** Without markup at its ends. */
  readonly text: string;
  readonly kind: 'heading' | 'item' | 'prose';
  /** What its own key says it is about (`地点: 上海`), and what follows the key. */
  readonly key: Topic | null;
  readonly value: string;
  /** What the heading above says; the head of the post has none. */
  readonly section: Topic | null;
}

export interface Cell {
  readonly text: string;
  /** Set off by brackets at the beginning: `[远程] …`. */
  readonly tag: boolean;
}

export interface Post {
  readonly text: string;
  /** The same length as `text`, with links and mail addresses blanked out. */
  readonly plain: string;
  readonly lines: readonly Line[];
  /** The first line in its parts: `Company | Title | Place`, `【公司】职位 - 地点`. */
  readonly cells: readonly Cell[];
  /** Whether bars part the head. */
  readonly isBarred: boolean;
  readonly script: 'zh' | 'en';
}

/** Keys of form lines and words of headings, most telling first. */
const topics: readonly (readonly [Topic, RegExp])[] = [
  // Whom one works with, and what one may become.
  [
    'about',
    /同事|汇报|协作方?$|对接[方人]|晋升|职业发展|colleagues|co-?workers|^(?:you.ll |you will )?works? with|reports? to|(?:career|growth) (?:path|ladder|track)/iu,
  ],
  [
    'remote',
    /^(?:是否|可否|能否|支持)?(?:远程|遠端)(?:办公|工作)?$|^是否支持远程|^remote\??$|^remote (?:ok|work)|^work(?:ing|place)? ?(?:mode|model|type|arrangement|style|setup)$|^(?:工作|办公)(?:模式|方式|形式)$/iu,
  ],
  [
    'pay',
    /薪|工资|待遇|报酬|预算|月收入|^年包|salar|compensation|^pay\b|pay range|^rate\b|^budget|^package/iu,
  ],
  [
    'contact',
    /联系|投递|简历|邮箱|邮件|微信|电报|咨询|内推方式|申请方式|报名|contact|how to apply|^apply|e-?mail|telegram|wechat|^tg$|^vx?$|^wx$/iu,
  ],
  ['contract', /工作性质|岗位性质|是否全职|工作类型|雇佣|employment|^(?:job )?type|contract/iu],
  ['place', /地点|地點|地址|城市|坐标|工作地|办公地|位置|^base|location|^place|^office|^where/iu],
  ['process', /^面试|招聘流程|流程|^interviews?$|interview process|hiring process|^process/iu],
  [
    'requirements',
    /要求|任职|资格|条件|希望你|期待你|需要你|加分|优先|我们希望|你需要|你得|你要有|要什么|要会|想要的你|requirement|qualification|who you are|you have|you are|looking for|must[- ]have|nice to have|ideal(?:ly)?|you.ll (?:bring|need)|bonus|experience|skills? (?:required|we)|what you bring|about you/iu,
  ],
  ['skills', /技术栈|技能|stack|technolog|^tech\b|tools|关键[词字]|keywords?/iu],
  [
    'duties',
    /^jd$|职责|职位描述|岗位描述|工作内容|工作描述|工作介绍|职位详情|岗位介绍|你将|你会|你要做|要做的|做什么|干什么|负责什么|做啥|描述|内容|responsibilit|what you.ll|you will|you.ll (?:do|work|build)|duties|the role|job description|description|about the (?:role|job|position)|role overview/iu,
  ],
  [
    'benefits',
    /福利|补贴|我们提供|可以获得|收获|优势|亮点|benefits?|perks|we offer|what we offer|you.ll get|why (?:join|us|work)/iu,
  ],
  [
    'about',
    /介绍|关于|简介|我们是谁|团队|产品(?!经理|运营|设计|总监|负责人|专家|助理|专员|实习)|官网|背景|about|who we are|company|mission|our (?:team|product|story)|^(?:the |your )?team\b|overview/iu,
  ],
];

const titleKey =
  /^(?:招聘|热招|开放|急招|在招)?(?:岗位|职位|职务)(?:\s?\d+)?(?:名称)?(?:\s?\(.{1,6}\))?$|^(?:open |job )?(?:position|title|role|vacanc(?:y|ie)|opening)s?\s*\d*$|^job(?: title)?$/iu;
const companyKey = /^(?:公司|企业|雇主|公司名称?|公司名字|employer|团队名称|公司\/团队|company(?: name)?)$/iu;

const formKey = String.raw`(?:(?:(?:招聘|工作|办公|上班)?(?:公司|企业|岗位|职位|工作地|地点|城市|坐标|薪资|薪酬|待遇|月薪|年薪|联系|邮箱|微信|投递|语言|要求|职责|福利)|(?:job |work |base )?(?:company|employer|title|role|position|location|salary|pay|remote|language|contact))\p{Script=Han}{0,2} ?:|(?:是否)?(?:支持)?远程 ?:)`;
/**
 * Lines end also where a form goes on in the same line: `岗位:… / 公司:… / 地点:…`, or behind a blank where a key and its
 * value stand before it. One character, so that offsets hold.
 */
const lineEnd = new RegExp(
  String.raw`[\n/,;|](?=[ \n]?${formKey})|(?<!\b(?:job|work|base)) (?=${formKey})(?<=:[^\n:]{1,80})|\n`,
  'iu',
);

/** A line over those whom one works with, too long for a key: `You will join a team of:`. */
const colleagues =
  /(?:\bteam of\b|\bwork(?:ing)? (?:closely )?with\b|\bcolleagues\b|同事|合作|协作|汇报)[^招聘:]{0,20}:$/iu;

/** What a key or a heading is about; `null` when it says nothing known. */
function topicOf(words: string): Topic | null {
  if (titleKey.test(words)) return 'title';
  if (companyKey.test(words)) return 'company';
  return topics.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const markup =
  /^(?:[\s#>*_`~=|•●■◆▪·\-–—✅👉📍💰🍿・※○◦\uFE0F]|\p{Extended_Pictographic}|\d{1,2}(?:[.、)](?!\d)| ?[-–] )|[一二三四五六七八九十]{1,2}[、.]|\(\d{1,2}\))+/u;
const trailing = /(?:[\s*_`~#|]|<br ?\/?>)+$/iu;
const linkText = /^\[([^\]]{1,120})\]\(/u;

export function structureOf(raw: string): Post {
  const text = normalise(raw);
  const plain = blankLinks(text);
  const lines: Line[] = [];
  let section: Topic | null = null;
  let offset = 0;
  for (const whole of text.split(lineEnd)) {
    const line = shapeOf(whole, offset);
    offset += whole.length + 1;
    if (line === null) continue;
    const ownTopic = line.isHeading ? topicOf(line.text.replace(/[:：]$/u, '').trim()) : null;
    const ownKey = line.key === null ? null : topicOf(line.key);
    if (line.isHeading) section = ownTopic;
    else if (ownKey !== null && line.value === '') section = ownKey;
    else if (colleagues.test(line.text)) section = 'about';
    lines.push({
      start: line.start,
      text: line.text,
      kind: line.isHeading ? 'heading' : line.isItem ? 'item' : 'prose',
      key: ownKey,
      value: line.value,
      section,
    });
  }
  return { text, plain, lines, ...partsOfHead(lines), script: scriptOf(plain) };
}

/** What the head of these lines is parted into. */
export function partsOfHead(lines: readonly Line[]): Pick<Post, 'cells' | 'isBarred'> {
  const head = headOf(lines);
  return { cells: cellsOf(head), isBarred: head.includes('|') };
}

/** Slashes that stand apart part a head where there are several. */
const slashes = /\s\/\s|\s?\/\s/u;

/** The first line, or the bars of the second one behind a first one without; empty where a section begins at once. */
function headOf([first, second]: readonly Line[]): string {
  if (first === undefined) return '';
  if (
    first.kind === 'heading' &&
    first.text.length <= 12 &&
    first.section !== null &&
    first.section !== 'title'
  )
    return '';
  const head = (first.key === 'title' ? first.value : first.text).replace(linkText, '$1');
  const barred = head.replaceAll(/ (?:I|l|\u2022|\u00b7) /gu, ' | ');
  // Letters and dots that look like bars part a head where there are several.
  if (barred.split(' | ').length > 3) return barred;
  if (!head.includes('|') && head.split(slashes).length > 3) return head.split(slashes).join(' | ');
  const isSplit =
    !head.includes('|') && second !== undefined && second.key === null && second.text.length < 200;
  return isSplit && second.text.includes('|') ? `${head.split(apart).join(' | ')} | ${second.text}` : head;
}

/** Keys that some forms set off by brackets, or by a blank alone: `【城市】苏州`, `城市 苏州`. */
const bracketedKey =
  /^[【[](公司(?:名称)?|企业|(?:招聘|应聘)?(?:岗位|职位)(?:名称)?|(?:工作|办公)?(?:地点|城市|地址)|坐标|薪资(?:待遇|范围)?|薪酬|待遇|月薪|年薪|联系(?:方式|人)?|微信|邮箱|简历投递|投递(?:方式|邮箱)?|技术栈|(?:岗位|工作)?职责|(?:岗位|任职)?要求|福利|company|employer|title|role|position|location|salary|pay|contact)[】\]]\s?([^\s:【[].*)$/iu;
const bareKey =
  /^((?:招聘|工作)?(?:岗位|职位|公司|城市|地点|地址|坐标|薪资|薪酬|待遇|工资|月薪|联系方式))\s(\S.*)$/u;

interface Shape {
  readonly start: number;
  readonly text: string;
  readonly isHeading: boolean;
  readonly isItem: boolean;
  readonly key: string | null;
  readonly value: string;
}

function shapeOf(whole: string, offset: number): Shape | null {
  const mark = markup.exec(whole)?.[0] ?? '';
  const rest = whole.slice(mark.length).replace(trailing, '');
  if (!/[\p{L}\d]/u.test(rest)) return null;
  const form =
    /^[\s[【(<*]*([^:\n]{1,24}?)[\]】)*\s]*:(?!\/\/)[\s*]*(.*)$/u.exec(rest) ??
    bracketedKey.exec(rest) ??
    bareKey.exec(rest);
  const bracketed = /^[【[「]([^】\]」]{1,24})[】\]」]$/u.exec(rest);
  const short = rest.length <= 40 && !/[。;,，；!！]$/u.test(rest);
  const marked = /#|\*\*/u.test(mark) || /^[一二三四五六七八九十]+[、.]/u.test(mark.trim());
  // Figures are what a line says, not what lines below it are about: `16-28K·14薪`.
  const isTopic =
    short &&
    rest.length <= (/\p{Script=Han}/u.test(rest) ? 14 : 28) &&
    !/[,，]|\d\d|\d\s?[kKwW万]/u.test(rest) &&
    topicOf(rest.replace(/[:：\s]+$/u, '')) !== null;
  const isHeading =
    (marked && short && (form === null || form[2] === '')) ||
    bracketed !== null ||
    (isTopic && (form === null || form[2] === '') && !/^\d/u.test(mark.trim()));
  return {
    start: offset + mark.length,
    text: bracketed?.[1] ?? rest,
    isHeading,
    isItem: /^[\s>]*(?:[*\-•●▪·○◦]|\d{1,2}[.、)])/u.test(whole),
    key: form?.[1]?.trim() ?? null,
    value: form?.[2]?.trim() ?? '',
  };
}

function blankLinks(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return text
    .replaceAll(/https?:\/\/[^\s)\]>"'】」,，。；]{1,500}/gu, blank)
    .replaceAll(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu, blank)
    .replaceAll(/\b(?:www\.)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\S{0,100}/gu, blank);
}

/** Chinese when a quarter of its letters are Chinese characters: each says as much as several Latin letters. */
function scriptOf(plain: string): 'zh' | 'en' {
  const chinese = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = plain.match(/[a-z]/giu)?.length ?? 0;
  return chinese * 4 > latin ? 'zh' : 'en';
}

const cellLimit = 24;
/** What parts a head without bars: dashes that stand apart, the words before an employer, the end of a firm's name. */
const apart =
  /(?:\s+(?:[-–—·•]+|\/{2,})\s+|\s*[—–]{1,2}\s*|(?<![\w.]|(?:telegram|tg|:)\s?)@\s*|(?<=\p{Script=Han})-(?!\d)|(?<!\d)-(?=\p{Script=Han})|_(?=\p{Lu})|(?<=[\p{L})])\s+(?:at|in)\s+(?=\p{Lu})|(?<=(?:^|[\s:])\p{Script=Han}{2,10}(?:科技|软件|网络|智能|信息|数据|互动|游戏|集团|公司))\s+)(?![^()]*\))/u;

/** The parts of a head line: at bars; without bars at brackets and dashes that stand apart. */
function cellsOf(head: string): readonly Cell[] {
  // The first of barred cells may name the employer's city behind a dash.
  const line = head.slice(0, 600).replace(/^([^|[【]{2,60}?) [-–—] (?=[^|]*\|)/u, '$1 | ');
  const separators = line.includes('|') ? /\s*\|\s*/u : apart;
  const cells: Cell[] = [];
  for (const { text, tag } of tagsOf(line)) {
    for (const part of text.split(separators)) {
      const trimmed = part.replace(/^[\s,，、:：*_·!！\-–—]+|[\s,，、:：*_·\-–—]+$/gu, '');
      if (/[\p{L}\d$€£¥]/u.test(trimmed) && cells.length < cellLimit) cells.push({ text: trimmed, tag });
    }
  }
  return cells;
}

/** Splits bracketed tags off: `[远程][30k] 公司【职位】`. */
function tagsOf(line: string): readonly Cell[] {
  const parts: Cell[] = [];
  let at = 0;
  for (const match of line.matchAll(/[[【「]([^[\]【】「」]{1,80})[\]】」]/gu)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index), tag: false });
    parts.push({ text: pieceAt(match, 1), tag: true });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ text: line.slice(at), tag: false });
  return parts;
}
