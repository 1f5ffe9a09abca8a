// English.

import type { Criterion, Strength } from '../../core/criteria.ts';
import type { Language } from '../../core/language.ts';
import type { Fit, Reason } from '../../core/matching.ts';
import type {
  Arrangement,
  Contract,
  Focus,
  OpeningField,
  Period,
  RequiredLanguage,
  Salary,
} from '../../core/opening.ts';
import type { Section } from '../../core/profile.ts';
import type { QuestionKind } from '../../core/questions.ts';
import type { Stage } from '../../core/referral.ts';
import type { Day, Hours } from '../../core/schedule.ts';
import type { SlotOutcome } from '../../storage/digest-slots.ts';
import type { DeadEnd, LetterCounts, LetterFailure } from '../../storage/outbox.ts';
import type { OpeningState } from '../../storage/stored-opening.ts';
import type { Audience, Role } from '../context.ts';
import type { DraftField } from '../draft-fields.ts';
import { ends, formatsOf } from '../format.ts';
import type { LinkObstacle } from '../linked-post.ts';
import type { ModelFailure } from '../model-reading.ts';
import { placeNames, scopeNames, zoneName } from '../names.ts';
import type { SettingName } from '../settings.ts';

const format = formatsOf('en');

const count = (n: number, one: string, other: string) => `${format.number(n)} ${n === 1 ? one : other}`;
/** In a sentence some names take an article. */
const inSentence = (name: string) =>
  /^(?:Americas|European Union|Middle East|Netherlands|Philippines|United .+)$/u.test(name)
    ? `the ${name}`
    : name;
const places = (names: readonly string[]) => format.or(placeNames(names, 'en').map(inSentence));

const periods: Record<Period, string> = { hour: 'an hour', day: 'a day', month: 'a month', year: 'a year' };

const focuses: Record<Focus, string> = {
  ml: 'machine learning',
  data: 'data',
  backend: 'backend',
  frontend: 'frontend',
  mobile: 'mobile',
  cloud_devops: 'cloud and DevOps',
  embedded: 'embedded',
  security: 'security',
  blockchain: 'blockchain',
  management: 'management',
  design: 'design',
  other: 'other work',
};

const contracts: Record<Contract, string> = {
  full_time: 'full time',
  part_time: 'part time',
  contract: 'contract',
  internship: 'internship',
  unknown: 'not stated',
};

const arrangements: Record<Arrangement, string> = {
  remote: 'remote',
  hybrid: 'hybrid',
  onsite: 'on site',
  unknown: 'not stated',
};

const spoken: Record<'en' | 'zh', string> = { en: 'English', zh: 'Chinese' };

const strengths: Record<Strength, string> = {
  must: 'must',
  negotiable: 'negotiable',
  prefer: 'nice to have',
};

function pay(range: Pick<Salary, 'min' | 'max'>, currency: string, period: Period): string {
  const amount = ends(range, {
    between: (min, max) => `${format.money(min, currency)}–${format.number(max)}`,
    from: (min) => `from ${format.money(min, currency)}`,
    upTo: (max) => `up to ${format.money(max, currency)}`,
    exactly: (exact) => format.money(exact, currency),
  });
  return `${amount} ${periods[period]}`;
}

const sentenceList = (names: readonly string[]) => format.and(names.map(inSentence));
const outside = (names: readonly string[]) => `outside ${sentenceList(names)}`;
const peopleOf = (scope: string) =>
  scopeNames(scope, 'en', 'anywhere', outside, (names) => `in ${sentenceList(names)}`);

function reason(why: Reason): string {
  switch (why.code) {
    case 'onsite':
      return `in ${places([why.place])}`;
    case 'elsewhere':
      return `on site in ${places(why.places)}`;
    case 'place_unknown':
      return 'not stated';
    case 'remote':
      return `remote, ${scopeNames(why.scope, 'en', 'worldwide', outside, sentenceList)}`;
    case 'remote_at_home':
      return `remote, and the post addresses people in ${places([why.country])}`;
    case 'remote_elsewhere':
      return `remote only for people ${peopleOf(why.scope)}`;
    case 'remote_scope_unknown':
      return 'remote, but from where is not stated';
    case 'work':
    case 'work_other':
      return focuses[why.focus];
    case 'work_near':
      return `${focuses[why.focus]}, close to the work that is looked for`;
    case 'work_unknown':
      return 'the kind of work is not clear';
    case 'pay':
      return pay(why, why.currency, why.period);
    case 'pay_short':
      return `${pay(why, why.currency, why.period)}, below the floor`;
    case 'pay_open':
      return `${pay({ min: why.min, max: null }, why.currency, why.period)}; how far it goes is not stated`;
    case 'pay_unknown':
      return 'not stated';
    case 'pay_rate_missing':
      return `stated in ${why.currency}, for which there is no exchange rate`;
    case 'base':
      return format.money(why.amount, 'CNY');
    case 'base_short':
      return `${format.money(why.amount, 'CNY')}, below the floor`;
    case 'base_unknown':
      return 'not stated';
    case 'language':
      return spoken[why.language];
    case 'language_accepted':
      return `${spoken[why.language]}: fine, though not the first choice`;
    case 'language_other':
      return spoken[why.language];
    case 'language_unknown':
      return 'not stated';
    case 'contract':
    case 'contract_other':
      return contracts[why.contract];
    case 'contract_near':
      return `${contracts[why.contract]}, open to discussion`;
    case 'contract_unknown':
      return 'not stated';
    case 'any_industry':
      return 'any will do';
  }
}

function criterion(wanted: Criterion): string {
  switch (wanted.kind) {
    case 'place': {
      const onsite = wanted.onsite.length === 0 ? [] : [`on site in ${places(wanted.onsite)}`];
      const home = wanted.remoteFrom;
      const remote = home === null ? [] : [`remote for an employer anywhere, done from ${places([home])}`];
      return format.or([...onsite, ...remote]);
    }
    case 'work':
      return format.or(wanted.focuses.map((focus) => focuses[focus]));
    case 'salary':
      return pay(wanted, wanted.currency, wanted.period);
    case 'insurance':
      return `at least ${format.money(wanted.min, 'CNY')} a month`;
    case 'language': {
      const preferred = format.or(wanted.preferred.map((language) => spoken[language]));
      if (wanted.accepted.length === 0) return preferred;
      return `${preferred} preferred, ${format.and(wanted.accepted.map((language) => spoken[language]))} accepted`;
    }
    case 'contract':
      return format.or(wanted.accepted.map((contract) => contracts[contract]));
    case 'industry':
      return 'any';
  }
}

/** How far a criterion can be talked about; empty where there is nothing to say. */
function distance(wanted: Criterion): string {
  switch (wanted.kind) {
    case 'salary':
    case 'insurance':
      return wanted.below === 0 ? '' : `up to ${format.percent(wanted.below)} less is open to discussion`;
    case 'work':
      return wanted.near.length === 0
        ? ''
        : `${format.or(wanted.near.map((focus) => focuses[focus]))} is open to discussion`;
    case 'contract':
      return wanted.near.length === 0
        ? ''
        : `${format.or(wanted.near.map((contract) => contracts[contract]))} is open to discussion`;
    case 'place':
    case 'language':
    case 'industry':
      return '';
  }
}

const fields: Record<OpeningField, string> = {
  title: 'Title',
  titles: 'Jobs',
  company: 'Company',
  locations: 'Place',
  arrangement: 'Mode',
  remoteScope: 'Remote from',
  salary: 'Pay',
  insuranceBase: 'Insurance base',
  contract: 'Contract',
  skills: 'Skills',
  languageRequired: 'Language',
  focus: 'Work',
  applyUrl: 'Link',
  contact: 'Contact',
};

const options: Record<string, string> = {
  rev: 'version',
  command: 'command',
  section: 'section',
  seeker: 'seeker',
  query: 'query',
  text: 'text',
  title: 'title',
  company: 'company',
  link: 'link',
  place: 'place',
  salary: 'salary',
  details: 'details',
  id: 'number',
  action: 'action',
  fit: 'fit',
  page: 'page',
  decision: 'decision',
  into: 'opening that stays',
  reason: 'reason',
  undo: 'undo',
  remote: 'remote from',
  insurance: 'insurance base',
  contract: 'contract',
  arrangement: 'mode',
  focus: 'work',
  skills: 'skills',
  contact: 'contact',
  n: 'job',
  sure: 'right as it is',
  skip: 'question',
  field: 'field',
  language: 'language',
  code: 'code',
  name: 'setting',
  value: 'value',
  confirm: 'confirmation',
  day: 'day',
  time: 'time',
  zone: 'zone',
  alerts: 'alerts',
  quiet: 'quiet hours',
  change: 'what to change',
  stage: 'stage',
  note: 'note',
  question: 'question',
  form: 'form',
  drop: 'delete',
  named: 'named',
  news: 'letters',
};

const dayNames: Record<Day, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

/** Why nothing arrives at a place. */
const deadEnds: Readonly<Record<string, string>> = {
  blocked: 'I am blocked there',
  removed: 'I was removed from there',
  gone: 'there is no such chat any more',
  muted: 'I may not write there',
  closed: 'the topic or thread is closed',
};

const stages: Record<Stage, string> = {
  interested: 'interested',
  referred: 'referred',
  applied: 'applied',
  interview: 'interview',
  offer: 'offer',
  accepted: 'accepted',
  declined: 'declined',
  rejected: 'rejected',
};

/** What help and the platforms' menus say of a command; `options` by the options' names. */
export interface CommandWords {
  readonly summary: string;
  readonly options: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
  /** What else there is to know. */
  readonly note?: string;
}

/** What every command that takes the fields of an opening says of them. */
const fieldMeanings = {
  title: 'What the job is called',
  company: 'Who is hiring',
  link: 'Where to apply or read more',
  place: 'City, or remote and from where',
  salary: 'For example 25-40k CNY a month',
};

/** And of those that have no place in the form. */
const answerMeanings = {
  remote: 'From where: worldwide, China, outside China',
  arrangement: 'remote, hybrid or onsite',
  insurance: 'The monthly insurance base in CNY: 20000',
  contract: 'The form of employment',
  focus: 'What the daily work is about',
  skills: 'Skills, with commas between them',
  language: 'The working language: en, zh or both',
  contact: 'A mail address, or an account',
};

const clear = 'To empty a field, enter a single -';

const commands: Record<string, CommandWords> = {
  help: {
    summary: 'What I do, and what you can do here',
    options: { command: 'A command to explain' },
    examples: ['/help', '/help submit'],
  },
  profile: {
    summary: 'Who is looking for work, and what for',
    options: { section: 'One part of the profile', seeker: 'Somebody else, where there are several' },
    examples: ['/profile', '/profile works'],
  },
  skills: {
    summary: 'What the seeker can do: years, tools, or one skill',
    options: { query: 'A skill or tool, in English or Chinese' },
    examples: ['/skills', '/skills kafka', '/skills 机器学习'],
  },
  criteria: {
    summary: 'Which job is looked for, and how firm each point is',
    options: {},
    examples: ['/criteria'],
  },
  submit: {
    summary: 'Hand in an opening: paste a post or a link, or fill in a form',
    options: {
      text: 'The post, as you found it, or its link',
      ...fieldMeanings,
      details: 'Anything else: skills, language, contact',
    },
    note: 'On Telegram, forward a post to me, or reply /submit to it; on Discord it is in the menu of every message, under Apps.',
    examples: ['/submit', '/submit Senior ML Engineer at Acme, remote worldwide, 30-40k CNY a month'],
  },
  draft: {
    summary: 'Confirm, edit or cancel what you are handing in',
    options: {
      id: 'Which draft; without it your latest',
      action: 'confirm, edit, cancel, merge; of several jobs tick, untick, all, none, close',
      n: 'Which job, where the post has several',
      page: 'Which page of the jobs',
      field: 'One field to correct',
      sure: 'A field that is right as it is',
      ...fieldMeanings,
      ...answerMeanings,
    },
    examples: ['/draft confirm', '/draft untick n=2', '/draft edit salary=30-40k'],
    note: clear,
  },
  openings: {
    summary: 'Openings so far, best fit first',
    options: { query: 'Words to look for', fit: 'good, partial, poor or any', page: 'Which page' },
    examples: ['/openings', '/openings 广州 fit=good'],
  },
  opening: {
    summary: 'One opening in full, and how it fits',
    options: { id: 'Its number' },
    examples: ['/opening 1'],
  },
  judge: {
    summary: 'Read and judge a post without keeping it',
    options: { text: 'The post, as you found it, or its link' },
    examples: ['/judge Backend Engineer, Shenzhen, 30-50k'],
  },
  review: {
    summary: 'Openings waiting for review; accept, reject or merge one',
    options: {
      id: 'Its number',
      decision: 'accept, reject, merge, or wait: back to the queue',
      into: 'The opening that stays, when merging',
      reason: 'Shown to whoever handed it in',
      undo: 'yes: take a merger back',
      rev: 'Which version was looked at; buttons carry it',
      page: 'Which page of the queue',
    },
    examples: ['/review', '/review 1 accept', '/review 3 merge into=1', '/review 2 reject an advertisement'],
  },
  close: {
    summary: 'Close an opening that is no longer open to applicants',
    options: { id: 'Its number', reason: 'Why, in a few words', undo: 'yes: open it again' },
    examples: ['/close 1 filled', '/close 1 undo=yes'],
  },
  edit: {
    summary: 'Correct an opening',
    options: {
      id: 'Its number',
      ...fieldMeanings,
      ...answerMeanings,
      skip: 'A question that you cannot answer',
      field: 'One field to fill in',
    },
    examples: ['/edit 1', '/edit 1 salary=30-40k', '/edit 1 place=remote, worldwide'],
    note: clear,
  },
  subscribe: {
    summary: 'A weekly digest here: when, and in which language',
    options: {
      day: 'The day of the week',
      time: 'The time by the clock: 09:00',
      zone: 'The time zone, or a city: Guangzhou',
      language: 'en or zh',
      alerts: 'on: tell me of good fits at once, in private; off: do not',
      quiet: 'When no alerts are wanted: 22:00-08:00; - for never',
      change: 'What to choose anew from a list',
      action: 'pause, resume or stop',
    },
    examples: [
      '/subscribe',
      '/subscribe monday 09:00 Asia/Shanghai',
      '/subscribe alerts=on quiet=22:00-08:00',
    ],
    note: 'Each channel and topic has a digest of its own. What you leave out stays as it is.',
  },
  unsubscribe: {
    summary: 'No more digests and alerts here',
    options: {},
    examples: ['/unsubscribe'],
  },
  digest: {
    summary: 'What the next digest says, and what became of the last',
    options: { action: 'preview: what it says; send: one now; why: what came last here, or why not' },
    examples: ['/digest', '/digest why'],
  },
  language: {
    summary: 'The language I answer in',
    options: { language: 'en or zh' },
    examples: ['/language zh'],
  },
  link: {
    summary: 'Link your accounts on two platforms',
    options: { code: 'The code that I gave you on the other platform' },
    examples: ['/link', '/link KFWTMPZR'],
  },
  privacy: {
    summary: 'What I keep about you: have it shown, or removed',
    options: {
      action: 'export: show it; erase: remove it',
      page: 'Which page of what is shown',
      confirm: 'yes: really remove it',
      named: 'yes or no: whether the weekly thanks name you',
      news: 'on or off: whether I write to you when something comes of what you did',
    },
    examples: ['/privacy', '/privacy export', '/privacy named=yes', '/privacy erase'],
  },
  referrals: {
    summary: 'What became of the openings that you handed in',
    options: { stage: 'For the seeker: one stage, or new for what is not taken up', page: 'Which page' },
    examples: ['/referrals', '/referrals interview'],
  },
  ask: {
    summary: 'Ask the seeker something, or read what was answered so far',
    options: {
      question: 'Your question; without it I list the newest answers',
      page: 'Which page of the answers',
      form: 'yes: write it in a form',
    },
    examples: ['/ask', '/ask Have you trained a model on more than one machine?'],
    note: 'What you ask in a community is answered there, for all to read. What you ask in private stays between the two of you.',
  },
  stage: {
    summary: 'Move a referral on; everybody who referred it hears of it',
    options: {
      id: 'The opening’s number',
      stage: 'How far you came',
      note: 'A few words to those who referred it: they read them',
      undo: 'Which change to take back; buttons carry it',
    },
    examples: [
      '/stage 1',
      '/stage 1 applied',
      '/stage 1 interview On Thursday, with two engineers. Thank you',
    ],
  },
  answer: {
    summary: 'Answer what people asked you',
    options: {
      id: 'The question’s number; without it I list those that wait',
      text: 'Your answer, or a better one',
      page: 'Which page of the questions',
      drop: 'yes: delete the question',
    },
    examples: ['/answer', '/answer 1 Yes, on four machines.'],
  },
  note: {
    summary: 'Add a line to the next weekly digest: learned, made, thanks',
    options: {
      text: 'The line; without it I list those of the last seven days',
      drop: 'Which one to remove; buttons carry it',
    },
    examples: ['/note', '/note Trained my first model from scratch this week'],
  },
  settings: {
    summary: 'What this place allows: who moderates, who needs no review, limits',
    options: { name: 'Which setting; without it I list all', value: 'What to set it to; - for the default' },
    examples: ['/settings', '/settings submit_without_review members', '/settings submissions_per_person 30'],
  },
  status: {
    summary: 'How I am doing here',
    options: {},
    examples: ['/status'],
  },
};

const sections: Record<Section, string> = {
  about: 'About',
  request: 'The request',
  skills: 'Skills by years',
  tools: 'Tools',
  learning: 'Learning now',
  works: 'Works',
  ideas: 'Ideas',
  gives_back: 'What you get in return',
  circumstances: 'Circumstances',
};

const modelFailures: Record<ModelFailure, string> = {
  late: 'no answer in time',
  failed: 'it was out of reach, or refused',
  garbled: 'its answer could not be used',
};

/** Other words for what may be chosen, which are understood in every language. */
const choices: Readonly<Record<string, string>> = {
  ...sections,
  ...contracts,
  ...focuses,
  ...arrangements,
  ...spoken,
  nobody: 'nobody',
  members: 'all members',
  ...dayNames,
  say: 'a line that says so',
  skip: 'no digest',
  new: 'not taken up yet',
};

/** And what else people say for them. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = { stop: ['off'] };

const letterFailures: Record<LetterFailure, string> = {
  blocked: 'they take no messages from me',
  removed: 'I was removed from there',
  gone: 'the place is gone',
  muted: 'I may not write there',
  closed: 'the topic or thread is closed',
  unfit: 'the platform takes no such message',
  expired: 'too late to be of use',
};

const failuresIn = (failed: LetterCounts['failed']): readonly string[] =>
  Object.entries(letterFailures).flatMap(([name, words]) => {
    const n = failed[name as LetterFailure] ?? 0;
    return n === 0 ? [] : [`${format.number(n)} failed (${words})`];
  });

export const en = {
  languageNames: { en: 'English', zh: '中文' } satisfies Record<Language, string> as Record<Language, string>,
  /** Other names of commands, understood in every language; Discord wants them in lower case without spaces. */
  commandNames: {} as Readonly<Record<string, string>>,
  option: (name: string): string => options[name] ?? name,
  choices,
  alsoCalled,
  nothing: 'not stated',
  and: format.and,
  or: format.or,
  /** Between a label and its value in running text. */
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  /** Between a phrase and a sentence that follows it. */
  stop: '. ',
  /** After a phrase that ends a paragraph. */
  end: '.',
  space: ' ',
  aside: (text: string) => ` (${text})`,
  /** Between a name and what it stands for. */
  dash: ' – ',

  time: format.time,
  moment: (date: Date, zone: string) => `${format.moment(date, zone)} (${zoneName(zone)})`,

  reason,
  criterion,
  distance,
  pay: (salary: Salary) =>
    pay(salary, salary.currency, salary.period) +
    (salary.monthsPerYear === null ? '' : `, ${salary.monthsPerYear} months a year`),
  insuranceBase: (amount: number) => `${format.money(amount, 'CNY')} a month`,
  /** An account is kept as `wechat:ID` or `telegram:@ID`. */
  contact: (contact: string) => contact.replace(/^wechat:/u, 'WeChat ').replace(/^telegram:/u, 'Telegram '),
  scope: (scope: string) => scopeNames(scope, 'en', 'worldwide', outside, format.and),
  focuses,
  contracts,
  strengths,
  fields,
  arrangements,
  requiredLanguages: {
    en: 'English',
    zh: 'Chinese',
    both: 'English and Chinese',
    unknown: 'not stated',
  } as Record<RequiredLanguage, string>,
  criterionNames: {
    place: 'Place',
    work: 'Daily work',
    salary: 'Pay',
    insurance: 'Insurance base',
    language: 'Working language',
    contract: 'Contract',
    industry: 'Industry',
  } as Record<Criterion['kind'], string>,
  fits: { good: 'good fit', partial: 'partial fit', poor: 'poor fit' } as Record<Fit, string>,
  states: {
    pending: 'waiting for review',
    open: 'open',
    rejected: 'rejected',
    closed: 'closed',
    merged: 'merged into another',
  } as Record<OpeningState, string>,

  commandWords: (name: string): CommandWords => commands[name] ?? { summary: '', options: {}, examples: [] },
  formFields: {
    title: 'Title',
    company: 'Company',
    link: 'Link',
    place: 'Place',
    salary: 'Pay',
    remote: 'Remote from',
    insurance: 'Insurance base',
    details: 'Details',
  },
  formHints: {
    title: 'What the job is called',
    company: 'Who is hiring',
    link: 'https://…',
    place: 'Guangzhou, or: remote, worldwide',
    salary: '25-40k CNY a month',
    remote: 'worldwide, or: China, Japan',
    insurance: '20000, in CNY a month',
    details: 'Skills, language, contact, or the whole post',
  },

  roleRefusals: {
    anyone: '',
    seeker: 'Only the seeker can do that. /help lists what you can do.',
    moderator: 'Only moderators can do that. /help lists what you can do.',
    operator: 'Only the operator of this bot can do that. /help lists what you can do.',
    staff: 'Only moderators and the operator of this bot can do that. /help lists what you can do.',
  },
  refusals: {
    unknownCommand: (name: string, near: readonly string[]) =>
      near.length === 0
        ? `I do not know /${name}. /help lists what I can do.`
        : `I do not know /${name}. Did you mean ${format.or(near.map((one) => `/${one}`))}?`,
    notACommand:
      'I answer to commands: /help lists them. In private, a job post or a link to one is enough, pasted or forwarded.',
    missing: (option: string) => `The ${option} is missing.`,
    missingNumber: (option: string) => `The ${option} is missing. /openings shows the numbers.`,
    notANumber: (option: string, given: string) =>
      `The ${option} has to be 1, 2, 3 and so on, not “${given}”.`,
    notAChoice: (option: string, given: string, possible: readonly string[]) =>
      `“${given}” is not one of the choices for ${option}. Choose ${format.or(possible)}.`,
    tooLong: (option: string, limit: number, length: number) =>
      `The ${option} is too long: ${count(length, 'character', 'characters')}, and I can take ${format.number(limit)}. Make it shorter.`,
    notUnderstood: (given: string) => `I did not understand “${given}”.`,
    leaveOut: 'Leave out what does not describe the job.',
    tooMuch: (rest: string) => `I do not know what to do with “${rest}”. Try again without it.`,
    usage: 'For example: ',
    elsewhere: 'If you moderate a community, do it there.',
    notMember: 'That cannot be done here: I am not a member here, somebody only brought me along.',
    broken: (id: string) =>
      `Something went wrong on my side, and nothing was changed. Please try again; if it happens again, quote ${id} to whoever runs me.`,
    /** Of what may have been done all the same. */
    unanswered: (id: string) =>
      `Something went wrong on my side before I could answer. See whether it was done before you try again; if it was not, quote ${id} to whoever runs me.`,
  },

  help: {
    title: 'Referral Bot',
    intro: (name: string) =>
      `I carry ${name}’s request for referrals into the places where you talk. Hand in an opening and see at once how it fits.`,
    groups: {
      anyone: 'For you',
      seeker: 'For the seeker',
      moderator: 'For moderators',
      staff: 'For moderators and the operator',
      operator: 'For the operator',
    } as Record<Audience, string>,
    start: 'To begin: paste a job post after /submit, or look around with /criteria and /skills.',
    more: 'More about one command: /help submit',
    options: 'Options',
    required: 'required',
    examples: 'Examples',
    submit: 'Hand in an opening',
  },

  profile: {
    sections,
    hidden: 'This part of the profile is not shown here. /profile shows the parts that are.',
    inPrivate: 'This part of the profile is not shown here. Ask me in a private chat.',
    empty: 'Nothing here yet.',
    onlyYou: 'Only you, the seeker, see this part.',
    chosen: (name: string) => `From now on I speak for ${name} here.`,
    show: 'Show the profile',
    showOpenings: 'Show the openings',
    noSuchSeeker: (given: string, names: readonly string[]) =>
      `I speak for nobody called “${given}”. Choose ${format.or(names)}.`,
    moderatorsChoose: 'In a community, moderators choose whom I speak for, with /settings seeker.',
  },

  skills: {
    title: (name: string) => `What ${name} can do`,
    years: (from: number, to: number | null) =>
      to === null
        ? `${from} or more years`
        : from === 0
          ? `under ${count(to, 'year', 'years')}`
          : `${from} to ${to} years`,
    noYears: 'used; no years given',
    categories: (names: readonly string[]) => `listed under ${format.and(names)}`,
    learning: 'learning now',
    notFound: (query: string, name: string) => `${name} does not list “${query}”.`,
    near: 'Perhaps you meant one of these:',
    all: 'Everything: /skills',
  },

  criteria: {
    title: (name: string) => `What ${name} looks for`,
    none: 'No criteria are written yet. Hand in what you think fits.',
    phase: (name: string, since: Date) => `Phase: ${name}, since ${format.day(since)}.`,
    review: (days: number, date: Date) =>
      days > 0
        ? `${count(days, 'day', 'days')} until these criteria are reviewed, on ${format.day(date)}.`
        : `These criteria were due for review on ${format.day(date)}.`,
    open: 'This phase has no end date.',
    next: (name: string) => `After that (${name}):`,
    dropped: 'no longer asked for',
    change: (date: Date) => `Changed on ${format.day(date)}:`,
    legend:
      'must: needs to be met · negotiable: a little less is open to discussion · nice to have: only ranks',
  },

  verdict: {
    title: (fit: Fit, score: number, best: number) =>
      `${{ good: 'Good fit', partial: 'Partial fit', poor: 'Poor fit' }[fit]}: ${score} of ${best} points`,
    marks: { met: '✓', near: '≈', missed: '✗', unknown: '?' },
    arithmetic:
      'Each point met adds its weight (must 3, negotiable 2, nice to have 1), each one missed takes it away; ≈ and ? count nothing.',
    rates: (asOf: Date) => `Other currencies at the rates of ${format.day(asOf)}.`,
  },

  judge: {
    notAnOpening: 'This does not look like a job opening to me; this is what I could read all the same.',
    doubtful: '(?) I am not sure of that.',
  },

  draft: {
    preview: 'Is this right?',
    notAnOpening: (hasTitle: boolean) =>
      `This does not look like a job opening to me. If it is one, ${hasTitle ? 'correct it with Edit, or confirm it as it is' : 'give it a title with Edit'}.`,
    confirm: 'Confirm',
    edit: 'Edit',
    cancel: 'Cancel',
    editTitle: 'Correct the opening',
    formTitle: 'Hand in an opening',
    titleMissing: (job: number | undefined) =>
      job === undefined
        ? 'An opening needs a title at least. Add it.'
        : `An opening needs a title at least. Add that of job ${job}.`,
    elsewhere: 'You began that elsewhere. Confirm it where you began it.',
    forAnother: (name: string) =>
      `You began that for ${name}, and here I speak for somebody else now. Begin anew with /submit.`,
    none: 'There is nothing of yours to confirm here. Begin with /submit.',
    over: 'That draft was already confirmed or cancelled. Begin a new one with /submit.',
    opened: (id: number) => `Thank you. It is opening ${id} now.`,
    pending: (id: number) => `Thank you. It is opening ${id} now, and a moderator will look at it.`,
    howToHear: 'To hear what becomes of it, write to me in private once.',
    cancelled: 'Cancelled; nothing was handed in.',
    /** Behind a value that may well be another. */
    mark: ' (?)',
    doubtful: '(?) I am not sure of that. A tap on the field corrects it.',
    fields: {
      title: 'Title',
      company: 'Company',
      place: 'Place',
      salary: 'Pay',
      contract: 'Contract',
      language: 'Language',
      focus: 'Work',
      skills: 'Skills',
      link: 'Link',
      contact: 'Contact',
      insurance: 'Insurance',
    } as Record<DraftField, string>,
    hints: {
      skills: 'Python, PyTorch, Kubernetes',
      contact: 'jobs@acme.example.com',
      insurance: '20000, in CNY a month',
    } as Partial<Record<DraftField, string>>,
    right: 'It is right',
    notStated: 'Not stated',
    back: 'Back',
    unreadable: {
      place: (given: string) =>
        `I could not read the place in “${given}”. For example: Guangzhou, or: remote, worldwide.`,
      salary: (given: string) => `I could not read the pay in “${given}”. For example: 25-40k CNY a month.`,
      link: (given: string) => `“${given}” is not a link. It should begin with https://`,
      insurance: (given: string) =>
        `I could not read an amount in “${given}”. For example: 20000 (CNY a month), or - for none.`,
    },
    clear,
  },

  several: {
    title: (jobs: number) => `${count(jobs, 'job', 'jobs')} in one post`,
    doubtful: '(?) I am not sure of that. Edit a job to correct it.',
    how: '☑ will be handed in. Tap a number to take a job out or in.',
    noneTicked: (fitsNone: boolean) =>
      `${fitsNone ? 'None of them fits, so none is ticked' : 'None of them is ticked'}. Tap the number of a job to hand it in.`,
    confirm: (jobs: number) => `Hand in ${format.number(jobs)}`,
    all: 'Tick all',
    none: 'Untick all',
    correctAll: 'Correct all',
    whatOfAll: 'What is to be corrected for all of them?',
    look: (n: number) => `Edit ${n}`,
    job: (n: number, jobs: number) => `Job ${n} of ${jobs}`,
    take: 'Hand it in',
    leave: 'Leave it out',
    list: 'All jobs',
    apart: 'Not the same: hand it in',
    sameAs: (id: number, isOwn: boolean) => (isOwn ? `yours already: #${id}` : `the same as #${id}`),
    nothingTicked: 'No job is ticked. Tick one first, or cancel.',
    noSuch: (n: number, jobs: number) => `There is no job ${n}: the post has ${format.number(jobs)}.`,
    which: (jobs: number) => `Say which job: n=1 to n=${jobs}.`,
    opened: (added: number, joined: number) =>
      added === 0
        ? `Thank you. You are now among those who handed in ${count(joined, 'opening', 'openings')}.`
        : `Thank you. ${count(added, 'opening was', 'openings were')} handed in.`,
    pending: (added: number, joined: number) =>
      added === 0
        ? `Thank you. You are now among those who handed in ${count(joined, 'opening', 'openings')}.`
        : `Thank you. ${count(added, 'opening was', 'openings were')} handed in, and a moderator will look at ${added === 1 ? 'it' : 'them'}.`,
    joined: 'you are counted in',
    closeAll: 'Close all',
    close: (ids: readonly number[]) => `Closed: ${format.and(ids.map((id) => `#${id}`))}.`,
    reopen: (ids: readonly number[]) => `Open again: ${format.and(ids.map((id) => `#${id}`))}.`,
    nothingToClose: 'Nothing of that post is left to change.',
  },

  openings: {
    title: (total: number) => count(total, 'opening', 'openings'),
    found: (total: number, query: string) => `${count(total, 'opening', 'openings')} for “${query}”`,
    none: 'No openings yet. Be the first: /submit',
    notFound: (query: string) => `No opening matches “${query}”. Fewer words find more.`,
    notFoundOfFit: (query: string, fit: string) => `No ${fit} matches “${query}”.`,
    noneOfFit: (fit: string) => `No opening is a ${fit} yet.`,
    ofAnyFit: 'Whatever the fit',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    pastEnd: (pages: number) =>
      pages === 1
        ? 'There is only 1 page: leave the page out.'
        : `There are only ${pages} pages: choose one from 1 to ${pages}.`,
    next: 'Next page',
    previous: 'Previous page',
    nextTyped: (page: number) => `The next page: the same again with page=${page}`,
    untitled: 'Untitled',
    noSuch: (id: number) => `There is no opening ${id} that you can see. /openings lists them.`,
    show: (id: number) => `Show ${id}`,
    state: 'State',
    referredBy: 'Handed in by',
    on: (names: readonly string[], date: Date) => `${format.and(names)}, ${format.day(date)}`,
    /** Whoever had everything about them removed. */
    someone: 'somebody',
    reason: 'Reason',
    close: 'Close',
    edit: 'Edit',
  },

  review: {
    title: (total: number) => `${count(total, 'opening waits', 'openings wait')} for review`,
    changed: (id: number) => `Opening ${id} was changed since you looked. Look again: /opening ${id}`,
    notHere:
      'That one was not handed in here. The seeker can change it, or moderators where it was handed in.',
    none: 'Nothing waits for review.',
    accept: 'Accept',
    reject: 'Reject',
    decided: {
      accept: (id: number, isPublic: boolean) =>
        `Opening ${id} is accepted and shown ${isPublic ? 'to everybody' : 'here'}.`,
      reject: (id: number) => `Opening ${id} is rejected.`,
      wait: (id: number) => `Opening ${id} waits for review again.`,
    },
    overruled: (state: string) => `Until now it was ${state}, as somebody else had decided.`,
    merge: (into: number) => `Merge into ${into}`,
    merged: (id: number, into: number) =>
      `Opening ${id} is merged into opening ${into}; all who handed in either are named there.`,
    separated: (id: number) => `Opening ${id} is on its own again.`,
    already: (id: number, state: string) => `Opening ${id} was already ${state}.`,
    undo: 'Undo',
    which: 'Which opening? /review lists those that wait.',
    decide: 'Accept it or reject it?',
  },

  questions: {
    ask: {
      place: 'One thing the post leaves open: where is the work done?',
      remote: 'One thing the post leaves open: from where may people work?',
      salary: 'One thing the post leaves open: what does it pay?',
      insurance:
        'One thing the post leaves open: on what monthly base are social insurance and the housing fund paid?',
      language: 'One thing the post leaves open: which language is spoken at work?',
      contract: 'One thing the post leaves open: what kind of contract is it?',
    } as Record<QuestionKind, string>,
    remote: (scope: string) => `remote, ${scope}`,
    type: 'Type it',
    unknown: 'I do not know',
    skipped: 'All right, that stays open.',
    unreadableScope: (given: string) =>
      `I could not read from where “${given}” is. For example: worldwide, or: China, Japan.`,
  },

  duplicates: {
    looksLike: (id: number, names: readonly string[]) =>
      names.length === 0
        ? `This looks like opening ${id}.`
        : `This looks like opening ${id}, handed in by ${format.and(names)}.`,
    own: (id: number) => `This looks like opening ${id}, which you handed in already.`,
    join: 'The same: add me to it',
    joined: (id: number) => `Thank you. You are now among those who handed in opening ${id}.`,
    joinedBefore: (id: number) =>
      `You are among those who handed in opening ${id} already; your draft is dropped.`,
    gone: 'There is no opening like it any more. Confirm it, or cancel.',
    intoItself: 'An opening cannot be merged into itself.',
    wentTo: (id: number, into: number) => `Opening ${id} is the same as opening ${into} and went into it.`,
    noneLike: (id: number) => `I know of no opening that is surely the same as ${id}. Name it.`,
    several: (id: number) => `Which of these is the same as ${id}?`,
    cannotMerge: (id: number, into: number) =>
      `Opening ${id} cannot go into opening ${into}: the one that stays has to be open, and to be seen by everybody who sees the other.`,
    notMerged: (id: number) => `Opening ${id} is not merged.`,
  },

  close: {
    done: (id: number) => `Opening ${id} is closed.`,
    undone: (id: number) => `Opening ${id} is open again.`,
    notClosed: (id: number) => `Opening ${id} is not closed. To close it: /close ${id}`,
    notYours: 'Only whoever handed it in, or a moderator, can change this opening.',
    undo: 'Undo',
    reopen: 'Open again',
  },

  edit: {
    title: (id: number) => `Correct opening ${id}`,
    done: (id: number) => `Opening ${id} is corrected.`,
    reviewed: (id: number) => `Opening ${id} is corrected, and a moderator will look at it again.`,
    nothing: 'Nothing was changed. To change something: ',
    titleMissing: 'An opening needs a title. Give it another.',
  },

  link: {
    inPrivate: 'Codes are nobody else’s business. Send me /link in a private chat.',
    readByOthers:
      'Others can read that code here, so it is void now. Make a new one with /link, in a private chat with me.',
    offered: 'Send me this in a private chat on the other platform:',
    once: (minutes: number) => `The code works once, within ${count(minutes, 'minute', 'minutes')}.`,
    forGood: 'Linking cannot be undone.',
    consequences:
      'Both accounts become one person, with the openings, referrals and drafts of both, and the language of this account. Use only a code that you made yourself, and give it to nobody.',
    own: 'You made that code on this account. Send it to me on the other platform.',
    unknown: 'That code does not work: it was used, has expired, or was mistyped. /link makes a new one.',
    done: (accounts: readonly string[]) => `Done. You are one person now on ${format.and(accounts)}.`,
  },

  privacy: {
    inPrivate: 'What I keep about you is nobody else’s business. Send me /privacy in a private chat.',
    title: 'What I keep about you',
    kept: 'Only what I need to work:',
    things: [
      'your accounts that I know, by the name and number that the platform gives them',
      'the language you chose, whether you may be named, whether you want letters, and whether I can write to you',
      'openings that you handed in, as you wrote them, and your drafts',
      'what you corrected, closed or decided',
      'what you asked, and what was answered',
      'the digests and alerts that you set, your notes and moves',
      'where a question of mine waits for your answer',
      'what I wrote to you of my own accord, and whether it arrived',
    ],
    show: 'Show me all of it',
    remove: 'Remove it',
    exported: 'Everything I keep about you',
    sure: 'Remove everything I keep about you?',
    removal: [
      'Your accounts, name, language, drafts, questions and whatever waits for review are removed.',
      'Openings of yours that others have seen stay, without your name, your words and the contact in them.',
      'Your own digest and alerts stop.',
      'I can no longer tell you what becomes of them. This cannot be undone.',
    ],
    confirm: 'Remove everything',
    erased: 'Done. I keep nothing about you any more. If you write to me again, we meet for the first time.',
  },

  settings: {
    title: 'What is set here',
    how: 'To change one:',
    current: 'Now',
    changed: 'From now on,',
    reset: 'Back to the default',
    undo: 'Undo',
    noRole: 'none',
    ordinary: (limit: number) =>
      Number.isFinite(limit) ? `${format.number(limit)} (default)` : 'no limit here',
    shown: (_: SettingName, value: string) => choices[value] ?? value,
    meanings: {
      moderator_role: 'a role whose members moderate as well, besides the administrators',
      submit_without_review:
        'whose openings are shown at once; those of moderators and the seeker always are',
      submissions_per_person:
        'openings that one person may hand in within a day; moderators may hand in any number',
      submissions_per_place: 'openings that all members together may hand in here within a day',
      commands_per_person: 'commands that one person may give here within a minute',
      empty_weeks: 'what comes when a digest has nothing to say',
      seeker: 'whom I speak for here',
    } as Record<SettingName, string>,
    values: {
      moderator_role: 'Mention the role or give its number; - for none.',
      submit_without_review: 'nobody: all others wait for review; members: nobody waits.',
      submissions_per_person: 'A number from 1 to 1,000; - for the default.',
      submissions_per_place: 'A number from 1 to 10,000; - for the default.',
      commands_per_person: 'A number from 5 to 1,000; - for the default.',
      empty_weeks: 'say: a line that says so; skip: no digest.',
      seeker: 'One of the seekers, by name; - for the first of them.',
    } as Record<SettingName, string>,
    noRoles: 'There are no roles on this platform: its administrators are the moderators.',
    notARole: (given: string) => `“${given}” is no role. Mention the role, or give its number.`,
    notALimit: (given: string, least: number, most: number) =>
      `“${given}” is not possible here. Give a whole number from ${format.number(least)} to ${format.number(most)}, or - for the default.`,
  },

  subscribe: {
    title: 'Weekly digest',
    moderators: 'In a community, moderators choose the digest.',
    own: 'You can have one of your own: send me /subscribe in a private chat.',
    none: (isStopped: boolean) =>
      `No digest comes here${isStopped ? '' : ' yet'}. Once a week it would tell what came in, what fits best and what became of it.`,
    clock: (zone: string) => `Times are in ${zone}; for another time zone: `,
    clockExample: '/subscribe zone=Guangzhou',
    when: 'When',
    weekly: (day: Day, time: string) => `${dayNames[day]}s at ${time}`,
    asSpoken: 'as I speak here',
    next: 'Next',
    set: 'From now on a digest comes here once a week.',
    changed: 'Changed.',
    changedPaused: 'Changed; the digest is still paused.',
    clockSet: 'The time zone is set.',
    paused: 'The digest is paused until you resume it.',
    ended: 'No more digests and alerts come here. What was set is kept, in case you want them back.',
    nothing: 'Nothing is set here. /subscribe sets a weekly digest.',
    pausedBy: (name: string, since: string) => `paused by ${name}, ${since}`,
    endedBy: (name: string, since: string) => `stopped by ${name}, ${since}`,
    failing: (why: string, since: string) =>
      `paused, because ${deadEnds[why] ?? 'nothing could be delivered'}, ${since}`,
    deadEnd: (why: string) => deadEnds[why] ?? 'the platform did not take it',
    begin: 'Set a digest',
    change: { day: 'Other day', time: 'Other time', zone: 'Other time zone' },
    choose: { day: 'On which day?', time: 'At what time?', zone: 'In which time zone?' },
    typed: 'Or type it: ',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    onceAWeek: 'It comes once a week: name a day.',
    noTime: (given: string) => `I could not read the time in “${given}”. For example: 09:00, 9am or 21:30.`,
    noZone: (given: string) => `I know no city or time zone called “${given}”.`,
    severalZones: (given: string) => `“${given}” can mean several time zones. Which one?`,
  },

  alerts: {
    title: 'A good fit came in',
    inPrivate: 'Alerts are for one person. Turn them on in a private chat with me.',
    off: 'You are not told of good fits at once.',
    on: (quiet: Hours | null, zone: string) =>
      quiet === null
        ? 'You are told of good fits at once. To have quiet hours: '
        : `You are told of good fits at once; from ${quiet.from} to ${quiet.until} (${zone}) they wait.`,
    set: 'I tell you of good fits as soon as they are in.',
    stopped: 'I no longer tell you of good fits at once.',
    start: 'Tell me of good fits at once',
    stop: 'No more alerts',
    noHours: (given: string) => `I could not read the hours in “${given}”. For example: 22:00-08:00.`,
  },

  digest: {
    preview: (next: string | null) =>
      next === null
        ? 'This is how a digest would look now; none is scheduled. /subscribe sets one.'
        : `This is how it looks now; it comes on ${next}, with whatever happens until then.`,
    paused: 'This is how a digest would look now. It is paused; /subscribe resumes it.',
    nothing: 'There is nothing to say yet, and empty weeks are skipped here.',
    show: 'Preview',
    why: 'What came last, and why',
    send: 'Send it now',
    sending: 'It is on its way.',
    mayNotSend: 'Only the seeker and moderators can send a digest out of turn. /digest shows it to you.',
    sentToday: 'One was sent today already. The next can go out tomorrow.',
  },

  trail: {
    title: 'What came here last, and why',
    none: 'No digest is set here.',
    set: (weekly: string) => `A digest is set: ${weekly}.`,
    stopped: (how: string) => `It is ${how}.`,
    notYet: 'None has been due yet.',
    outcomes: {
      sent: (due) => `The last was due on ${due}, and was written then.`,
      asked: (due) => `The last was asked for out of turn, on ${due}.`,
      empty: (due) =>
        `The last was due on ${due}; there was nothing to say, and empty weeks are skipped here.`,
      skipped_late: (due) => `The last was due on ${due}; I was away, and left it to the next.`,
    } as Record<SlotOutcome, (due: string) => string>,
    late: (due: string) => `The last was due on ${due}; I was away then, and wrote it late.`,
    passed: (dues: readonly string[]) => `Passed over before that, since I was away: ${dues.join('; ')}.`,
    letter: {
      waiting: 'It is on its way.',
      sent: (at: string) => `It was sent on ${at}.`,
      askedFor: (at: string) => `One that was asked for was sent on ${at}.`,
      unknown: (at: string) => `It was sent on ${at}, but the platform did not say whether it took it.`,
      failed: (at: string, why: string) => `It could not be delivered on ${at}: ${why}.`,
      gone: 'It was taken back, or is so long ago that nothing more is known.',
    },
    next: (due: string) => `The next is due on ${due}.`,
  },

  status: {
    title: 'How I am doing',
    database: 'Database',
    answered: (name: string, milliseconds: number) =>
      `${name}, answered in ${format.number(milliseconds)} ms`,
    platforms: 'Platforms',
    connected: 'connected',
    alone: 'none but this one',
    clock: 'Clock',
    time: (now: Date, zone: string) => `${format.time(now, zone)} (${zone})`,
    /** How the platform's clock and this one stand to each other. */
    clocks: {
      label: (platform: string) => `Compared with ${platform}’s clock`,
      same: 'the same',
      ahead: (milliseconds: number) =>
        `${format.duration(milliseconds)} ahead; set the clock of this machine`,
      behind: (milliseconds: number) =>
        `${format.duration(milliseconds)} behind; set the clock of this machine`,
    },
    updates: 'Updates',
    standing: 'My role here',
    interruption: 'Last interruption',
    interrupted: (why: string, at: Date, zone: string) => `${format.time(at, zone)}: ${why}`,
    shutOut: 'Cannot write to',
    places: (total: number) =>
      `${count(total, 'place', 'places')} that blocked, muted or removed me, or are gone`,
    pending: 'Waiting for review',
    model: 'Language model',
    noModel: 'off',
    modelCalls: (name: string, calls: number, budget: number) =>
      `${name}, asked ${format.number(calls)} of ${format.number(budget)} times within a day`,
    modelFailure: (failure: ModelFailure, at: Date, zone: string) =>
      `last failure: ${modelFailures[failure]}, ${format.time(at, zone)}`,
    here: 'Your role here',
    letters: 'Messages of my own, this week',
    noLetters: 'none',
    letterCounts: (counts: LetterCounts, zone: string) =>
      format.and([
        ...(counts.waiting === 0 ? [] : [`${format.number(counts.waiting)} waiting`]),
        ...(counts.late === 0 || counts.oldestDueAt === null
          ? []
          : [`${format.number(counts.late)} of them late, since ${format.time(counts.oldestDueAt, zone)}`]),
        `${format.number(counts.sent)} sent`,
        ...failuresIn(counts.failed),
        ...(counts.unknown === 0
          ? []
          : [`${format.number(counts.unknown)} of which nobody knows whether they arrived`]),
        ...(counts.ambiguous === 0 ? [] : [`${format.number(counts.ambiguous)} that may have arrived twice`]),
      ]),
    faults: 'Last faults',
    noFaults: 'none since I was started',
    fault: (id: string, command: string, at: Date, zone: string) =>
      `${id}: /${command}, ${format.time(at, zone)}`,
    roles: {
      seeker: 'seeker',
      moderator: 'moderator',
      operator: 'operator',
    } as Record<Role, string>,
  },

  letterFailures,

  deadEnd: {
    title: 'My messages do not arrive any more',
    what: (platform: string, place: string) => `It is about ${place} on ${platform}.`,
    why: {
      removed:
        'I was removed from there, or cannot see the channel. Let me in again, give /subscribe there, and choose “Resume”.',
      gone: 'There is no such place any more. Give /subscribe where it goes on.',
      muted:
        'I am there, but may not write. Allow me to send messages, give /subscribe there, and choose “Resume”.',
      closed:
        'The topic or thread is closed. Open it again, give /subscribe there, and choose “Resume”; or give it in another one.',
    } as Record<Exclude<DeadEnd, 'blocked'>, string>,
    kept: 'What is sent there is paused. Everything that was set for it is kept.',
    show: 'Show the channel',
  },

  links: {
    refusal: (why: string) => `${why} Please paste the text of the post instead: /submit, and then the text.`,
    obstacles: {
      link: 'I cannot open that link.',
      scheme: 'I only open web pages: links that begin with http:// or https://.',
      credentials: 'That link has a user name or password in it, and I use nobody’s.',
      port: 'That link leads to an unusual port, and I only open ordinary web pages.',
      private: 'That link does not lead to the public internet, and I open nothing else.',
      unknown_host: 'I find no site of that name.',
      unreachable: 'I could not reach that site.',
      slow: 'That site took too long to answer.',
      large: 'That page is larger than I can read.',
      kind: 'That link leads to a file that I cannot read, not to a page.',
      redirects: 'That link sends me on from page to page without end.',
      robots: 'That site asks programs like me not to read this page.',
      login: 'That page can only be read after logging in.',
      forbidden: 'That site does not let me read the page.',
      gone: 'That page is not there, or no longer.',
      broken: 'That site gave an answer that I could not make sense of.',
      empty: 'That page has no text that I can read; it may need a browser.',
      no_opening: 'I found no job opening on that page.',
      several: 'That page holds several openings: send me the link of one of them.',
      busy: 'I am reading many pages at this moment; try again in a minute.',
    } satisfies Record<LinkObstacle, string> as Record<LinkObstacle, string>,
  },

  limits: {
    commands: (limit: number, wait: number) =>
      `That is more than ${count(limit, 'command', 'commands')} in a minute. Please wait ${format.duration(wait)}, then go on.`,
    /** `left` is how many would do. */
    submissions: (limit: number, wait: number, left: number) =>
      left > 0
        ? `I take ${count(limit, 'opening', 'openings')} a day from one person, so only ${format.number(left)} more for now. Untick some of the jobs, and confirm the rest in ${format.duration(wait)}.`
        : `You have handed in ${count(limit, 'opening', 'openings')} within a day, which is as many as I take from one person. Your draft is kept: confirm it in ${format.duration(wait)}.`,
    submissionsHere: (limit: number, wait: number, left: number) =>
      left > 0
        ? `I take ${count(limit, 'opening', 'openings')} a day here, so only ${format.number(left)} more for now. Untick some of the jobs, and confirm the rest in ${format.duration(wait)}.`
        : `${count(limit, 'opening was', 'openings were')} handed in here within a day, which is as many as I take. Your draft is kept: confirm it in ${format.duration(wait)}.`,
    questions: (limit: number, wait: number) =>
      `You have asked ${count(limit, 'question', 'questions')} within a day, which is as many as I pass on. Please ask again in ${format.duration(wait)}.`,
  },

  stages,
  stageLabel: (stage: Stage) => stages[stage].charAt(0).toUpperCase() + stages[stage].slice(1),
  /** What the seeker says by pressing a button. */
  moves: {
    interested: 'I am interested',
    referred: 'I was referred',
    applied: 'I applied',
    interview: 'Interview',
    offer: 'I have an offer',
    accepted: 'I accept it',
    declined: 'I decline',
    rejected: 'They said no',
  } as Record<Stage, string>,

  stage: {
    label: 'Stage',
    since: (stage: string, since: Date) => `${stage}, since ${format.day(since)}`,
    sinceDay: (since: Date) => `since ${format.day(since)}`,
    notTaken: 'It is not taken up yet.',
    withNote: 'With a few words to those who referred it:',
    done: (id: number, stage: string) => `Opening ${id} is at this stage now: ${stage}.`,
    told: (people: number) =>
      people === 0
        ? 'There is nobody whom I could tell.'
        : `In two minutes I tell ${people === 1 ? 'whoever' : `the ${format.number(people)} people who`} referred it.`,
    undo: 'Undo',
    back: (id: number, stage: string) => `Taken back: opening ${id} is at the stage before: ${stage}.`,
    backToNone: (id: number) => `Taken back: opening ${id} is not taken up.`,
    toldBack: (people: number) =>
      people === 0
        ? 'Nobody has heard of it.'
        : `${count(people, 'person', 'people')} had heard of it and will be told.`,
    already: (id: number, stage: string) => `Opening ${id} is at that stage already: ${stage}.`,
    movedMeanwhile: (id: number) => `Opening ${id} was moved in the meantime. Look again: /stage ${id}`,
  },

  referrals: {
    own: (total: number) => `Your referrals: ${format.number(total)}`,
    none: 'You have not handed in an opening yet. It takes seconds: paste a post after /submit, and hear here what becomes of it.',
    noneHere:
      'You have not handed in an opening here yet. It takes seconds: paste a post after /submit, and hear what becomes of it.',
    open: 'open, not taken up yet',
    joined: 'joined with another of the same',
    note: (note: string) => `“${note}”`,
    pipeline: 'Your referrals',
    nothingYet: 'Nothing is taken up yet. /openings lists what there is.',
    waits: 'Waiting for you',
    nothingWaits: 'Nothing waits for you.',
    unanswered: (n: number) => count(n, 'question to answer', 'questions to answer'),
    untaken: (n: number) => count(n, 'opening not taken up yet', 'openings not taken up yet'),
    interviews: (n: number) => count(n, 'interview', 'interviews'),
    toAnswer: 'Answer',
    toTakeUp: 'Not taken up',
    allTakenUp: 'Every opening that might fit is taken up.',
    noneAt: (stage: string) => `No referral is at this stage: ${stage}.`,
  },

  inquiries: {
    passedOn: (name: string) =>
      `Thank you. I have passed your question on to ${name}; the answer comes to you here.`,
    passedOnHere: (name: string) =>
      `Thank you. I have passed the question on to ${name}; the answer comes here.`,
    passedOnFrom: (name: string) =>
      `Thank you. I have passed your question on to ${name}; the answer comes to you in private.`,
    asks: (name: string) => `${name} asks:`,
    asked: (name: string) => `${name} asked:`,
    youAsked: 'You asked:',
    says: {
      answered: (name: string) => `${name} answers:`,
      corrected: (name: string) => `${name} has corrected the answer:`,
    },
    answer: 'Answer',
    answerOne: (id: number) => `Answer ${id}`,
    ask: 'Ask something',
    question: 'Your question',
    formTitle: (name: string) => `Ask ${name}`,
    answered: (name: string) => `What ${name} answered`,
    noneAnswered: (name: string) =>
      `No question has been answered here yet. Be the first to ask ${name} something.`,
    noneWait: 'No question waits for you.',
    noSuch: (id: number) => `There is no question ${id} here. /answer lists those that wait.`,
    changed: (id: number) => `Question ${id} was answered in the meantime. Look again: /answer ${id}`,
    given: 'Your answer is kept.',
    reaches: ({ name, inPrivate, inPlace }: { name: string; inPrivate: boolean; inPlace: boolean }) => {
      const where = [...(inPrivate ? ['in private'] : []), ...(inPlace ? ['where it was asked'] : [])];
      return where.length === 0
        ? `I cannot write to ${name}; /ask shows it.`
        : `In two minutes ${name} reads it ${format.and(where)}; until then you can still change it unseen.`;
    },
    change: 'Change it',
    drop: (id: number) => `Delete question ${id}`,
    dropTitle: (id: number) => `Delete question ${id} for good?`,
    dropped: (id: number) => `Question ${id} is deleted.`,
  },

  notes: {
    written: 'It goes into the next weekly digest, wherever that is read.',
    recent: 'Lines of the last seven days',
    none: 'No line was written in the last seven days. For example: /note Trained my first model from scratch this week',
    drop: (position: number) => `Remove line ${format.number(position)}`,
    dropped: 'Removed:',
    undo: 'Undo',
    noSuch: 'That line is not there any more. /note lists the others.',
  },

  /** Letters: what the bot says of its own accord, to one person in private. */
  news: {
    opening: (title: string, company: string | null) =>
      company === null ? `“${title}”` : `“${title}” at ${company}`,
    decisions: {
      accepted: (opening: string) => `${opening}, which you handed in, is accepted. Thank you.`,
      rejected: (opening: string) =>
        `${opening}, which you handed in, is not accepted. Thank you all the same.`,
      merged: (opening: string) =>
        `${opening}, which you handed in, was known already. The two are one now, and you are named with it.`,
      closed: (opening: string) => `${opening}, which you handed in, is closed.`,
    },
    stages: {
      interested: (opening: string, name: string) =>
        `${name} is interested in ${opening}. Thank you for handing it in.`,
      referred: (opening: string, name: string) =>
        `${name} has been referred for ${opening}. It began with you: thank you.`,
      applied: (opening: string, name: string) => `${name} has applied for ${opening}, thanks to you.`,
      interview: (opening: string) => `Your referral is at the interview stage: ${opening}.`,
      offer: (opening: string) => `Your referral has led to an offer: ${opening}. Thank you.`,
      accepted: (opening: string, name: string) =>
        `${name} has accepted the offer: ${opening}. It began with you: thank you.`,
      declined: (opening: string, name: string) =>
        `${name} has decided against ${opening}. Thank you all the same.`,
      rejected: (opening: string) => `It did not work out with ${opening} this time. Thank you for helping.`,
    } as Record<Stage, (opening: string, name: string) => string>,
    back: (opening: string, stage: string) => `A correction: ${opening} is at this stage: ${stage}.`,
    notTaken: (opening: string) => `A correction: ${opening} is not taken up yet.`,
    good: 'A good fit',
    waitsIn: (platform: string) =>
      `On ${platform}, something waits for review in a community where you moderate. /review there shows it.`,
    waitsInPrivate:
      'Something that was sent to me in private waits for review. /review in a community where you moderate shows it.',
    mine: 'My referrals',
    stop: 'No more letters',
  },

  wishes: {
    title: 'What you agree to',
    named: { yes: 'The weekly thanks may name you.', no: 'The weekly thanks do not name you.' },
    news: {
      on: 'I write to you when something comes of what you did.',
      off: 'I write to you only when you asked me something.',
    },
    nameMe: 'Name me in the weekly thanks',
    unnameMe: 'Do not name me',
    stop: 'No more letters',
    goOn: 'Write to me again',
    undo: 'Undo',
  },

  language: {
    current: (name: string) => `I answer in ${name} here.`,
    changed: (name: string) => `From now on I answer in ${name} here.`,
    moderators: 'In a community, moderators choose the language.',
  },

  discord: {
    /** In the menu of a message. */
    menu: 'Submit as opening',
    noText: 'There is no text in that message that I could read.',
    more: (lines: number) =>
      `… and ${count(lines, 'more line', 'more lines')} that Discord has no room for. Ask for less at a time: /help shows how.`,
    late: 'That took a little long; it is ready now.',
    tooLate: 'That took too long. Please try again.',
    blank: 'There was nothing in it.',
    /** Opens the form that was refused, with what was filled in. */
    fillAgain: 'Back to the form',
    cannotPost: (permissions: readonly string[]) =>
      `I cannot write in this channel on my own yet. Let someone who manages it allow me: ${format.and(permissions)}.`,
    permissions: {
      ViewChannel: 'View Channel',
      SendMessages: 'Send Messages',
      SendMessagesInThreads: 'Send Messages in Threads',
    },
  },

  console: {
    welcome: (name: string) =>
      `You are talking with the bot that asks for referrals for ${name}. Try /criteria or /skills kafka, or paste a job post. /help lists everything, /as changes your hat, /exit ends.`,
    hat: (hat: string) => `You speak as ${hat}.`,
    hats: {
      all: 'seeker, moderator, operator and member in one',
      member: 'a member',
      moderator: 'a moderator',
      seeker: 'the seeker',
    },
    /** What others see of whoever wears the hat. */
    people: { all: 'Console', member: 'Member', moderator: 'Moderator', seeker: 'Seeker' },
    unknownHat: (hat: string, hats: readonly string[]) =>
      `“${hat}” is not one of the hats. Type ${format.or(hats.map((one) => `/as ${one}`))}.`,
    howToFill: 'One line for each field; leave a line empty to skip the field. /cancel stops.',
    howToCorrect:
      'One line for each field; an empty line leaves it as it is, a single - empties it. /cancel stops.',
    /** What stands in a field. */
    standing: (value: string) => ` [${value}]`,
    kept: 'Your answers are kept. Go through them again: an empty line leaves one as it is. /cancel stops.',
    required: (label: string) => `${label} is needed.`,
    stopped: 'Stopped; nothing was kept of the form.',
    dropped: (title: string) => `(The form “${title}” is closed.)`,
    noForm: 'There is no form to stop.',
    here: 'In this console',
    commands: {
      as: {
        summary: 'Speak as somebody else, to try out what they may do',
        options: {},
        examples: ['/as member', '/as all'],
      },
      cancel: { summary: 'Stop filling in a form', options: {}, examples: ['/cancel'] },
      exit: { summary: 'End the chat', options: {}, examples: ['/exit', '/quit'] },
    } satisfies Record<string, CommandWords>,
  },

  week: {
    title: (name: string) => `${name}’s week`,
    span: (from: Date, until: Date, zone: string) =>
      `${format.shortDay(from, zone)} – ${format.shortDay(until, zone)}`,
    day: format.shortDay,
    number: (number: number) => `week ${number}`,
    late: (due: Date, zone: string) => `Late, with apologies: this was due on ${format.time(due, zone)}.`,
    quiet: (name: string) =>
      `A quiet week: nothing new came in for ${name}. If you hear of an opening, pass it on; it takes twenty seconds.`,
    summary: (arrived: number, good: number, underWay: number) => {
      const openings = arrived === 0 ? 'No new openings' : count(arrived, 'new opening', 'new openings');
      const share =
        arrived === 1
          ? 'a good fit'
          : `${format.number(good)} of them ${good === 1 ? 'a good fit' : 'good fits'}`;
      return [
        openings,
        ...(good === 0 ? [] : [`, ${share}`]),
        ...(underWay === 0 ? [] : [`; ${format.number(underWay)} under way`]),
        '.',
      ].join('');
    },
    figures: {
      arrived: (n: number): string => (n === 1 ? 'new opening' : 'new openings'),
      good: (n: number): string => (n === 1 ? 'good fit' : 'good fits'),
      underWay: 'under way',
    },
    bars: 'Openings a week',
    legend: ['all', 'good fits'] as readonly [string, string],
    noneFit: (n: number): string => (n === 1 ? 'It does not fit well.' : 'None of them fits well.'),
    best: 'Best of the new openings',
    others: (n: number) => `and ${count(n, 'other', 'others')}`,
    moved: 'What moved',
    before: (stage: Stage) => `was: ${stages[stage]}`,
    back: 'taken back',
    phase: (name: string) => `A new phase of the search has begun (${name}). What changed:`,
    changed: 'Changed in what is looked for:',
    notes: (name: string) => `From ${name}`,
    asks: 'Perhaps you know',
    ask: {
      place: 'where is the work done?',
      remote: 'from where may people work?',
      salary: 'what does it pay?',
      insurance: 'on what base is insurance paid?',
      language: 'which language is spoken at work?',
      contract: 'what kind of contract is it?',
    } as Record<QuestionKind, string>,
    owed: (n: number, name: string) =>
      `${count(n, 'question', 'questions')} to ${name} from here ${n === 1 ? 'waits' : 'wait'} for an answer.`,
    thanks: (names: readonly string[]) => `Thank you for passing openings on: ${format.and(names)}.`,
    all: 'All openings',
  },

  telegram: {
    step: (at: number, of: number) => `Question ${at} of ${of}`,
    replyHere: 'Answer by replying to this message.',
    typed: {
      skip: '/skip skips it',
      keep: '/skip leaves it as it is',
      clear: 'a single - empties it',
      back: '/back goes one question back',
      stop: '/cancel stops',
    },
    hints: (hints: readonly string[]) => `${hints.join(', ')}.`,
    inWords: 'Please answer in words.',
    now: 'So far',
    required: (label: string) => `${label} is needed.`,
    skip: 'Skip',
    keep: 'Keep it',
    back: 'Back',
    cancel: 'Cancel',
    stopped: 'Stopped; nothing was kept of the form.',
    dropped: (title: string) => `The form “${title}” is closed.`,
    over: 'That question is over.',
    noText: 'There is no text in that message. Forward one with text, or paste the post after /submit.',
    cut: (lines: number) =>
      lines === 1
        ? '… and 1 more line. Ask for a part of it to see the rest.'
        : `… and ${format.number(lines)} more lines. Ask for a part of it to see the rest.`,
    sentInPrivate: 'The answer is for you alone: it is in our private chat.',
    startFirst: 'The answer is for you alone. Press Start in our private chat, then ask again.',
    openChat: 'Open the private chat',
    asYourself: 'The answer is for one person alone. Ask as yourself, or in a private chat with me.',
    inChannel: 'In a channel everybody would read the answer. Ask me in a private chat.',
    polling: 'I ask for them',
    posting: 'Telegram posts them',
    waiting: (updates: number) => (updates === 0 ? 'none waits' : count(updates, 'waits', 'wait')),
    hearing: 'In groups',
    hearsAll: 'I hear all that is said',
    hearsCommands: 'I hear commands and replies to me (privacy mode)',
    administrator: 'administrator',
    member: 'ordinary member',
    inChat: 'Details and verdict',
    allSkills: 'All skills',
    handIn: 'Hand in an opening',
  },
};
