// Days of the week, times of day and hours from one to another, as people write them in either language: 周一, Mon,
// 9am, 上午9点, 21点半, ２１：３０, 22:00-08:00. What could mean two times is none.

import { readChineseNumeral } from './reading/numerals.ts';
import { type Day, days, type Hours } from './schedule.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');

const shortDays: Readonly<Record<string, Day>> = {
  tues: 'tuesday',
  weds: 'wednesday',
  thur: 'thursday',
  thurs: 'thursday',
};

/** The day of this name; `null` where it is none. */
export function readDay(text: string): Day | null {
  const name = plain(text).replaceAll(/^(?:every|on)|[.。]$/gu, '');
  const chinese = /^每?个?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天1-7])$/u.exec(name)?.[1];
  if (chinese !== undefined)
    return days['一二三四五六日天'.indexOf(chinese)] ?? days[Number(chinese) - 1] ?? 'sunday';
  const found = days.find((day) => name === day || name === `${day}s` || name === day.slice(0, 3));
  return found ?? new Map(Object.entries(shortDays)).get(name) ?? null;
}

/** The hour of the day that is meant by the hour said; `null` where it cannot be. */
type Hour = (said: number) => number | null;

const inMorning: Hour = (said) => (said < 12 ? said : null);
const inAfternoon: Hour = (said) => (said === 0 ? null : said < 12 ? said + 12 : said);
const atNoon: Hour = (said) =>
  said === 11 || said === 12 ? said : said === 1 || said === 2 ? said + 12 : null;
/** Twelve at night begins one day or ends another. */
const atNight: Hour = (said) => (said < 5 || said === 12 ? null : inAfternoon(said));

/** What stands before an hour. */
const chineseParts: Readonly<Record<string, Hour>> = {
  凌晨: (said) => (said === 12 ? 0 : inMorning(said)),
  清晨: inMorning,
  早晨: inMorning,
  早上: inMorning,
  上午: inMorning,
  早: inMorning,
  中午: atNoon,
  午后: inAfternoon,
  下午: inAfternoon,
  傍晚: inAfternoon,
  晚上: atNight,
  晚间: atNight,
  夜里: atNight,
  深夜: atNight,
  晚: atNight,
  半夜: (said) => (said === 12 ? 0 : said < 6 ? said : said > 9 ? atNight(said) : null),
};
/** What stands behind one. */
const halves: Readonly<Record<string, Hour>> = {
  am: (said) => (said === 12 ? 0 : said === 0 ? null : inMorning(said)),
  pm: (said) => (said > 12 ? null : said === 12 ? 12 : inAfternoon(said)),
};
const hourBy = new Map(Object.entries({ ...chineseParts, ...halves }));

const minutesSaid = new Map([
  ['半', 30],
  ['一刻', 15],
  ['三刻', 45],
]);

const numeral = String.raw`\d{1,2}|[零〇一二两三四五六七八九十]{1,3}`;
const parts = Object.keys(chineseParts).join('|');
const clock = new RegExp(
  [
    `^(?<part>${parts})?`,
    String.raw`(?:(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})|h)?(?<half>am|pm)?`,
    String.raw`|(?<packedHour>\d{1,2})(?<packedMinute>\d{2})`,
    `|(?<saidHour>${numeral})[点點时時](?:[钟鐘整]|(?<saidMinute>半|一刻|三刻|${numeral})分?)?)$`,
  ].join(''),
  'u',
);

const like = new RegExp(
  String.raw`^(?:${parts})?(?:\d[^\s/]*|[零一二两三四五六七八九十]+[点點时時]\S*)$`,
  'u',
);

const daysAndTimes = new RegExp(
  [
    String.raw`每?个?(?:周|週|星期|礼拜|禮拜)(?:[一二三四五六日天]|[1-7](?!\d))|每[天日]|天天`,
    // Not the hours of UTC+5:30 and 东8时区.
    String.raw`|(?<![\d:+−-])(?:${parts})?(?:\d{1,2}:\d{2}(?![\d~–-])|(?:${numeral})[点點时時](?!区)`,
    `(?:[钟鐘整]|(?:半|[一三]刻|${numeral})分?)?)`,
  ].join(''),
  'gu',
);

/** With spaces around days and times, which Chinese writes without: 周一早上9点. */
export const spaced = (text: string): string => text.normalize('NFKC').replaceAll(daysAndTimes, ' $& ');

/** `HH:MM`; `null` where it is no time of day. */
export function readTime(text: string): string | null {
  const typed = plain(text)
    .replaceAll(/(?<=[ap])\.?m\.?$/gu, 'm')
    .replace(/^([ap]m)(.*\d)$/u, '$2$1');
  if (/^(?:noon|正午|中午)$/u.test(typed)) return '12:00';
  if (/^(?:midnight|午夜|半夜)$/u.test(typed)) return '00:00';
  const { part, half, ...said } = clock.exec(typed)?.groups ?? {};
  const hour = numberOf(said['hour'] ?? said['packedHour'] ?? said['saidHour']);
  const minute = numberOf(said['minute'] ?? said['packedMinute'] ?? said['saidMinute'] ?? '0');
  if (hour === null || hour > 23 || minute === null || minute > 59) return null;
  const meant = [part, half].reduce<number | null>(
    (so, word) => (so === null || word === undefined ? so : (hourBy.get(word)?.(so) ?? null)),
    hour,
  );
  return meant === null ? null : `${twoDigits(meant)}:${twoDigits(minute)}`;
}

/** Whether this looks like a time of day, be it one that there is not. */
export function isLikeTime(words: string): boolean {
  return readTime(words) !== null || like.test(words.normalize('NFKC'));
}

const numberOf = (text = ''): number | null =>
  /^\d+$/u.test(text) ? Number(text) : (minutesSaid.get(text) ?? readChineseNumeral(text));

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `22:00-08:00`, `from 10pm to 8am`, `从晚上10点到早上8点`; `null` where it is nothing like it, or no time at all. */
export function readHours(text: string): Hours | null {
  const ends = text
    .normalize('NFKC')
    .replace(/^\s*(?:from\b|从)/iu, '')
    .split(/\s*(?:[-–—~至到]|\bto\b|\buntil\b)\s*/u);
  const [from = null, until = null] = ends.map(readTime);
  return ends.length !== 2 || from === null || until === null || from === until ? null : { from, until };
}
