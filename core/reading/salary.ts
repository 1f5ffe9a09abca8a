// Pay as posts state it: ranges and single figures, one-sided bounds, units, currencies, periods, 薪数. It knows
// which figures are no pay (years, users, funding, 401k, 4K screens) and weighs the rest by where they stand.

import type { Period, Salary } from '../opening.ts';
import { currencyOf, prefix, suffix, weak } from './currency-signs.ts';
import { found, type Found } from './found.ts';
import { readNumber, unitFactor } from './numerals.ts';
import type { Line, Post } from './structure.ts';
import { areTerms } from './term-spans.ts';

const number = String.raw`\d{1,3}(?:[ '’]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.])|\d{1,3}[万wW](?!一(?:年|个?月|天))[1-9一二三四五六七八九](?![\d.,万kKwW])|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,3})?|[一二两三四五六七八九十百千]{1,4}万[一二三四五六七八九半]?|[一二两三四五六七八九]千[一二三四五六七八九五]?`;
const unit = String.raw`[kK千wW万](?![A-Za-z])|L(?:PA|akhs?)?(?![A-Za-z])|lakhs?`;
const period = String.raw`(?:\/|每|一个?|per |an? |\bp\.?)\s?(?:年|月|天|日|小时|时|hour|hr|h(?![a-z])|year|yr|annum|a(?![a-z])\.?|month|mth|mo(?![a-z])|m(?![a-z])|day|d(?![a-z])|y(?![a-z]))|annually|monthly|yearly|hourly|daily|年薪|月薪|年包`;
const range = String.raw`\s?(?:-{1,2}|–|—|~|～|至|到|to|à|bis|−)\s?`;

const money = new RegExp(
  String.raw`(?<![\w.$]|\d,)(?<pre>${prefix})?\s?(?<a>${number})\s?(?<ua>${unit})?\s?(?:(?<ca>${suffix})\s?)?(?:(?:起?\/?|(?<each>${period})\s?)(?:${range})(?<pre2>${prefix})?\s?(?<b>${number})(?![\d])\s?(?<ub>${unit})?)?(?<plus>\+|\s?以上|\s?起)?\s?(?:\/?(?<post>${suffix}))?\s?(?<plus2>\+|以上|起)?\s?(?:(?:gross|net|税前|税后)\s?(?:\+\s?VAT\s?)?)?(?<per>${period})?`,
  'giu',
);

function periodOf(words: string): Period | null {
  const word = words.replace(/^(?:\/|每|一个?|per |an? |p\.?)\s?/iu, '');
  if (/^(?:小时|时|h)/iu.test(word)) return 'hour';
  if (/^(?:天|日|d)/iu.test(word)) return 'day';
  if (/^(?:月|m)/iu.test(word)) return 'month';
  return /^(?:年|y|a)/iu.test(word) ? 'year' : null;
}

/** What may follow or precede a figure that is not pay. */
const otherAfter =
  /^\s?(?:年|岁|人(?!民币)|个|名|位|倍|万|亿|million|billion|mm?\b|bn?\b|[mb]\b|users?|customers?|employees|people|lines|sq|square|items|calls|requests|qps|stars?|repos?|download|followers?|(?:元)?[餐房车]?[费补]?补贴|companies|developers|显示|屏|分辨率|用户|粉丝|台|条|行|家|次|%|x\b(?! ?1\d)|hours|hrs|小时(?:制|内|工)|days|weeks|months|years|mile|btc|arr\b|mrr\b|in (?:funding|revenue|seed|arr)|seed|series|raise|match|\/\d|[:.]\d)/iu;
const otherBefore =
  /(?:融资|估值|营收|用户|日活|月活|DAU|MAU|GMV|流水|下载|注册|市值|资产|规模|注册资本|奖金|raised|raising|funding|revenue|valuation|arr|mrr|volume|volumes|worth|over|seed|managed|savings?|bonus(?: of)?|stipend(?: of)?|budget of|referral|补贴|餐补|房补|津贴|补助|报销|基金|红包|额度|工作经验)[^\n\d]{0,12}$/iu;
/** What is paid for a piece of work, or for a week, is paid for none of the periods. */
const perPiece = String.raw`(?:每一?|per |each |an? |\/|一)\s?个?(?:项目|单|件|篇|张|幅|project|task|piece|article|gig|sprint)|(?:per |an? |\/|每|一)\s?(?:周|week|wk)(?![\p{L}\d])`;
const pieceAfter = new RegExp(String.raw`^\s?(?:${perPiece})`, 'iu');
const pieceBefore = new RegExp(String.raw`(?:${perPiece})[^\n\d]{0,4}$`, 'iu');
/** Words that make a figure beside them pay. */
export const payWord =
  /薪|工资|待遇|报酬|年包|总包|月入|预算|日结|salar|compensation|comp\b|base pay|pay\b|paid|package|rate\b|\bOTE\b|gross|per (?:month|year|hour|annum)|equity|TC\b/iu;

interface Candidate {
  readonly salary: Salary;
  readonly evidence: string;
  readonly weight: number;
  readonly line: Line;
  readonly isHead: boolean;
  /** Whether the period is only what is usual for such an amount. */
  readonly isGuess: boolean;
}

/** The main job's pay; `localCurrency` is what a bare figure of an English post means. */
export function readSalary(post: Post, localCurrency: string): Found<Salary> | null {
  const candidates = post.lines
    .slice(0, 200)
    .flatMap((line, index) => candidatesIn(line, index, post, localCurrency));
  const head = candidates.find(({ isHead }) => isHead);
  const best = head ?? candidates.toSorted((one, other) => other.weight - one.weight)[0];
  if (best === undefined) return null;
  const { salary, evidence } = head === undefined ? envelope(best, candidates) : head;
  const months = monthsPerYear(post, best.line);
  const rivals = candidates.filter(
    (other) => !isSamePay(other.salary, salary) && best.weight - other.weight < margin,
  );
  return {
    ...found(
      { ...salary, monthsPerYear: months?.value ?? null },
      ...(typeof evidence === 'string' ? [evidence] : evidence),
      ...(months?.evidence ?? []),
    ),
    isDoubtful: rivals.length > 0 || (best.isGuess && (salary.min === null || salary.min === salary.max)),
  };
}

/** Pay of another amount that comes this near makes the first one doubtful. */
const margin = 4;
const isSamePay = (one: Salary, other: Salary): boolean =>
  one.min === other.min && one.max === other.max && one.currency === other.currency;

function candidatesIn(line: Line, index: number, post: Post, localCurrency: string): Candidate[] {
  if (!/[\d万千]/u.test(line.text)) return [];
  const text = line.text.slice(0, 2000);
  const candidates: Candidate[] = [];
  const plain = post.plain.slice(line.start, line.start + text.length);
  for (const match of plain.matchAll(money)) {
    const candidate = candidateOf(match, text, line, index, post, localCurrency);
    if (candidate !== null) candidates.push(candidate);
  }
  return candidates;
}

function candidateOf(
  match: RegExpExecArray,
  text: string,
  line: Line,
  index: number,
  post: Post,
  localCurrency: string,
): Candidate | null {
  const { pre, a, ua, ca, each, pre2, b, ub, plus, plus2, post: suffixed, per = each } = match.groups ?? {};
  if (a === undefined) return null;
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
  const sign = (pre === '$' ? (ca ?? suffixed) : undefined) ?? pre ?? ca ?? suffixed ?? pre2;
  const inPayLine = line.key === 'pay' || line.section === 'pay';
  const saysPay = inPayLine || payWord.test(before) || payWord.test(after);
  const isRange = b !== undefined;
  const isHead = index === 0 || (index <= 2 && line.text.split('|').length > 2);
  if (otherAfter.test(after) || otherBefore.test(before) || /401\s?\(?k/iu.test(match[0])) return null;
  if (pieceAfter.test(after) || pieceBefore.test(before)) return null;
  if (/^4k$/iu.test(match[0].trim())) return null;
  const hasUnit = ua !== undefined || ub !== undefined || /[千万wW]/u.test(a);
  if (
    sign === undefined &&
    !hasUnit &&
    !(post.script === 'zh' && isRange && per !== undefined && /^[/每]/u.test(per)) &&
    !((inPayLine || /薪/u.test(before)) && (isRange || (readNumber(a) ?? 0) >= 1000))
  )
    return bareHundred(match[0], line, isHead);
  if (
    sign === undefined &&
    !isRange &&
    !saysPay &&
    per === undefined &&
    !(isHead || (index < 3 && areTerms(line.text)))
  )
    return null;
  if (sign !== undefined && !isRange && !saysPay && !isHead && per === undefined) return null;

  const low = readNumber(a);
  const high = b === undefined ? null : readNumber(b);
  if (low === null || (b !== undefined && high === null)) return null;
  const highFactor = unitFactor(ub ?? (b === undefined || /,/u.test(b) ? undefined : ua));
  const lowFactor = unitFactor(ua ?? (low <= (high ?? 0) || low < 1000 ? ub : undefined));
  const lowest = low * lowFactor;
  const highest = high === null ? null : high * (ub === undefined && high > 1000 ? 1 : highFactor);
  if (highest !== null && highest < lowest) return null;
  if (lowest <= 0) return null;

  const currency =
    sign !== undefined
      ? currencyOf(sign)
      : /lpa|lakh/iu.test(match[0])
        ? 'INR'
        : post.script === 'zh'
          ? 'CNY'
          : localCurrency;
  const stated =
    (per === undefined ? null : periodOf(per)) ??
    statedPeriod(before, after) ??
    (/lpa/iu.test(match[0]) ? 'year' : null);
  const paid = stated ?? usualPeriod(highest ?? lowest, currency, post.script);
  if (paid === null || !isPlausible(highest ?? lowest, currency, paid)) return null;
  const upTo =
    highest === null &&
    (/(?:up to|upto|最高|不超过|max(?:imum)?\.?)\s?[:：]?\s*$/iu.test(before) ||
      /^\s?(?:以内|以下|max)/iu.test(after));
  const open =
    highest === null &&
    (plus !== undefined ||
      plus2 !== undefined ||
      /^\s?(?:\+|以上|起|或以上)/u.test(after) ||
      /(?:from|不低于|至少|at least|starting at|[>≥])\s?$/iu.test(before));
  const salary: Salary = {
    min: upTo ? null : round(lowest),
    max: open && !upTo ? null : round(highest ?? lowest),
    currency,
    period: paid,
    monthsPerYear: null,
  };
  const weight =
    (inPayLine ? 6 : 0) +
    (saysPay ? 3 : 0) +
    (isRange ? 3 : 0) +
    (sign === undefined ? 0 : 1) +
    (per === undefined ? 0 : 2) -
    index / 100;
  return { salary, evidence: match[0].trim(), weight, line, isHead, isGuess: stated === null };
}

/** `100+` as the whole of a pay line is 万 a year, as recruiters write it. */
function bareHundred(text: string, line: Line, isHead: boolean): Candidate | null {
  const figure = /^(\d{2,3})(?:-(\d{2,3}))?\+?$/u.exec(text.trim());
  if (
    figure === null ||
    !(line.key === 'pay') ||
    !/^\d{2,3}(?:-\d{2,3})?\+?(?:$|[,，。\s万])/u.test(line.value)
  )
    return null;
  const low = Number(figure[1]);
  if (low < 50 || !/\+/u.test(line.value)) return null;
  return {
    salary: { min: low * 10_000, max: null, currency: 'CNY', period: 'year', monthsPerYear: null },
    evidence: text.trim(),
    weight: 5,
    line,
    isHead,
    isGuess: true,
  };
}

const round = (amount: number): number => Math.round(amount * 100) / 100;

function statedPeriod(before: string, after: string): Period | null {
  const near = before.slice(-14);
  if (
    /年薪|年包|总包|annual|yearly|base salary/iu.test(near) ||
    /^\s?(?:年薪|年包|\/?\s?年|一年|annual|per annum|p\.?a\b|a year)/iu.test(after)
  )
    return 'year';
  if (/月薪|每月|monthly/iu.test(near) || /^\s?(?:月薪|每月|一个月|monthly|a month)/iu.test(after))
    return 'month';
  if (/日薪|每日|每天|daily/iu.test(near) || /^\s?(?:一天|per day)/iu.test(after)) return 'day';
  if (/时薪|hourly/iu.test(near) || /^\s?(?:一小时|hourly|an hour)/iu.test(after)) return 'hour';
  return null;
}

/** The period that a figure of this size is paid for, by the currency's custom. */
function usualPeriod(amount: number, currency: string, script: 'zh' | 'en'): Period | null {
  if (currency === 'CNY')
    return amount >= 150_000 ? 'year' : amount >= 1000 ? 'month' : amount >= 100 ? 'day' : null;
  if (currency === 'JPY') return amount >= 1_500_000 ? 'year' : 'month';
  if (currency === 'INR') return amount >= 300_000 ? 'year' : 'month';
  if (currency === 'TWD') return amount >= 400_000 ? 'year' : 'month';
  if (
    ['ARS', 'CLP', 'COP', 'HUF', 'IDR', 'KES', 'KRW', 'KZT', 'LKR', 'NGN', 'PHP', 'PKR', 'VND'].includes(
      currency,
    )
  )
    return amount >= 5000 ? 'month' : null;
  const yearly = currency === 'HKD' ? 200_000 : script === 'zh' || currency === 'USDT' ? 30_000 : 15_000;
  return amount >= yearly ? 'year' : amount >= 400 ? 'month' : amount >= 8 ? 'hour' : null;
}

const floors: Readonly<Record<Period, number>> = { hour: 5, day: 30, month: 300, year: 4000 };
const ceilings: Readonly<Record<Period, number>> = {
  hour: 2000,
  day: 20_000,
  month: 400_000,
  year: 20_000_000,
};

const isPlausible = (amount: number, currency: string, paid: Period): boolean =>
  amount >= floors[paid] && (amount <= ceilings[paid] || weak.has(currency));

/** Whether a line names a level of one job rather than a job: `Senior: €60k`. */
const isLevel = (text: string): boolean =>
  /^\W*(?:junior|middle|mid(?:[- ]?level)?|senior|staff|lead|principal|初级|中级|高级|资深)\W*(?:\p{L}+\W+)?[\d$€£¥]/iu.test(
    text,
  );

/** Bands of one job on lines that follow each other and name levels: their envelope. */
function envelope(
  best: Candidate,
  all: readonly Candidate[],
): { salary: Salary; evidence: readonly string[] } {
  const bands = all.filter(
    ({ line, salary }) =>
      isLevel(line.text) &&
      line.section === best.line.section &&
      Math.abs(line.start - best.line.start) < 300 &&
      salary.currency === best.salary.currency &&
      salary.period === best.salary.period,
  );
  if (bands.length < 2 || !bands.includes(best)) return { salary: best.salary, evidence: [best.evidence] };
  const lows = bands.map(({ salary }) => salary.min).filter((value) => value !== null);
  const highs = bands.map(({ salary }) => salary.max).filter((value) => value !== null);
  return {
    salary: {
      ...best.salary,
      min: lows.length < bands.length ? null : Math.min(...lows),
      max: highs.length < bands.length ? null : Math.max(...highs),
    },
    evidence: bands.map(({ evidence }) => evidence),
  };
}

/** 14 of `14薪` or `·14薪`, 13 of `13-15薪`: first on the line of the pay, else anywhere. */
function monthsPerYear(post: Post, line: Line): Found<number> | null {
  for (const text of [line.text, post.text]) {
    const match =
      /(?<!\d)(1[2-9]|2[0-4])(?:\s?(?:[-~]|到|至)\s?\d{2})?\s?(?:个月)?薪|[*x×·]\s?(1[2-9])(?!\d)|(?<!\d)(1[3-9])[- ](?:months?(?:['’]s?)?(?: of)? (?:salary|pay|base)|months?(?=$|[,.;])|salaries)/iu.exec(
        text,
      );
    const months = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match !== null && months !== undefined && Number(months) > 12) return found(Number(months), match[0]);
  }
  return null;
}
