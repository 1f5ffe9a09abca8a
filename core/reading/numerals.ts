// Numbers as job posts write them: digits with separators and units (25k, 3.5万, 35L), and Chinese numerals
// (三万五, 两万, 一百二十). It hides what a trailing digit stands for.

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** The value of a Chinese numeral up to 9999 万, with the spoken short forms (三万五: 35000, 万八: 18000); else `null`. */
export function readChineseNumeral(text: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千万半]{1,20}$/u.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = 0;
  for (const char of text) {
    const power = powers[char];
    if (char === '半') {
      if (last < 10 || digit !== null) return null;
      digit = 5;
    } else if (power === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[char] ?? null;
      if (digit === 0) last = 0;
    } else if (power === 10_000) {
      if (total > 0) return null;
      total = (section + (digit ?? 0) || 1) * power;
      section = 0;
      digit = null;
      last = power;
    } else {
      if (digit === 0) return null;
      section += (digit ?? 1) * power;
      digit = null;
      last = power;
    }
  }
  if (digit === null) return total + section;
  // A digit right after a power counts tenths of it: 三万五 is 35000; after 零 or alone it is itself.
  return total + section + (last >= 100 ? (digit * last) / 10 : digit);
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|千)$/iu, 1000],
  [/^(?:w|万)$/iu, 10_000],
  [/^(?:l|lakhs?|lpa)$/iu, 100_000],
];

/** What a unit multiplies by; 1 for none. */
export const unitFactor = (unit: string | undefined): number =>
  unit === undefined ? 1 : (units.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);

/** The number that digits (with thousands separators) a Chinese numeral or both (3万五) stand for, or `null`. */
export function readNumber(text: string): number | null {
  const [, whole, tenths] = /^(\d{1,3})[万wW]([1-9一二三四五六七八九])$/u.exec(text) ?? [];
  if (whole !== undefined && tenths !== undefined)
    return Number(whole) * 10_000 + Number(digits[tenths] ?? tenths) * 1000;
  if (/^\d/u.test(text)) {
    // A point before three digits parts thousands, as a comma does.
    const value = Number(text.replaceAll(/[,\s'’]|\.(?=\d{3}(?:\D|$))/gu, ''));
    return Number.isFinite(value) ? value : null;
  }
  return readChineseNumeral(text);
}
