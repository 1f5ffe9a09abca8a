// What an opening is: the facts one job post states. It knows nothing of who is looking, nor of how the facts
// were read.

export const arrangements = ['remote', 'hybrid', 'onsite', 'unknown'] as const;
export type Arrangement = (typeof arrangements)[number];

export const periods = ['hour', 'day', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

export const contracts = ['full_time', 'part_time', 'contract', 'internship', 'unknown'] as const;
export type Contract = (typeof contracts)[number];

export const requiredLanguages = ['en', 'zh', 'both', 'unknown'] as const;
export type RequiredLanguage = (typeof requiredLanguages)[number];

/** What the daily work is about; `ml` includes applications of language models, agents and inference. */
export const focuses = [
  'ml',
  'data',
  'backend',
  'frontend',
  'mobile',
  'cloud_devops',
  'embedded',
  'security',
  'blockchain',
  'management',
  'design',
  'other',
] as const;
export type Focus = (typeof focuses)[number];

/** Pay as stated, in plain currency units (25000, never 25k). At least one of `min` and `max` is a number. */
export interface Salary {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217, or `USDT`. */
  readonly currency: string;
  readonly period: Period;
  /** 14 for 14薪: monthly salaries paid in a year, where the post says so. */
  readonly monthsPerYear: number | null;
}

/** One opening. `null`, `[]` and `unknown` mean that the post does not say. */
export interface Opening {
  /** The main job, as written, without company, city, head count or pay. */
  readonly title: string | null;
  /** All jobs of the post when it names several, else empty. */
  readonly titles: readonly string[];
  readonly company: string | null;
  /** English names of the places of work: cities, or a country where no city is named. */
  readonly locations: readonly string[];
  readonly arrangement: Arrangement;
  /** From where remote work is allowed: `worldwide`, places joined by ", ", sorted, or `outside` such places. */
  readonly remoteScope: string | null;
  readonly salary: Salary | null;
  /** The monthly base for social insurance and housing fund, in CNY. */
  readonly insuranceBase: number | null;
  readonly contract: Contract;
  /** Canonical English names, the main job's first, at most 15. */
  readonly skills: readonly string[];
  readonly languageRequired: RequiredLanguage;
  readonly focus: Focus;
  readonly applyUrl: string | null;
  /** An e-mail address, `wechat:ID`, `telegram:@ID`, or a phone number. */
  readonly contact: string | null;
}

export type OpeningField = keyof Opening;

/** For each field that was read from a text: the pieces of that text (normalised) which it was read from. */
export type Evidence = Readonly<Partial<Record<OpeningField, readonly string[]>>>;

/** An opening of which nothing is known yet. */
export const blankOpening: Opening = {
  title: null,
  titles: [],
  company: null,
  locations: [],
  arrangement: 'unknown',
  remoteScope: null,
  salary: null,
  insuranceBase: null,
  contract: 'unknown',
  skills: [],
  languageRequired: 'unknown',
  focus: 'other',
  applyUrl: null,
  contact: null,
};

const isField = (name: string): name is OpeningField => Object.hasOwn(blankOpening, name);

/** Every field of an opening, in the order they are declared. */
export const openingFields: readonly OpeningField[] = Object.keys(blankOpening).filter(isField);
