// What only the console says: how to begin, whose hat is on, and how a form is filled in line by line.

import type { Language } from '../../core/language.ts';

interface ConsoleWords {
  readonly welcome: string;
  readonly hat: (hat: string) => string;
  readonly unknownHat: (hat: string, hats: readonly string[]) => string;
  readonly hats: Readonly<Record<'all' | 'member' | 'moderator' | 'seeker', string>>;
  readonly howToFill: string;
  readonly required: (label: string) => string;
  readonly stopped: string;
  readonly dropped: (title: string) => string;
}

const english: ConsoleWords = {
  welcome:
    'You are talking with Referral Bot. Type /help to see what it can do, /submit to hand in an opening, ' +
    '/as to change your hat. Ctrl+D ends.',
  hat: (hat) => `You speak as ${hat}.`,
  unknownHat: (hat, hats) => `“${hat}” is no hat I know. Type ${hats.map((one) => `/as ${one}`).join(', ')}.`,
  hats: {
    all: 'seeker, moderator, operator and member in one',
    member: 'a member',
    moderator: 'a moderator',
    seeker: 'the seeker',
  },
  howToFill: 'One line for each field; an empty line leaves it as it is. /cancel stops.',
  required: (label) => `${label} is needed.`,
  stopped: 'Stopped; nothing was kept of the form.',
  dropped: (title) => `(The form “${title}” is put away.)`,
};

const chinese: ConsoleWords = {
  welcome: '这里是内推机器人。输入 /help 看看能做什么，/submit 提交职位，/as 切换身份，Ctrl+D 结束。',
  hat: (hat) => `您现在的身份：${hat}。`,
  unknownHat: (hat, hats) => `没有“${hat}”这个身份。可以输入 ${hats.map((one) => `/as ${one}`).join('、')}。`,
  hats: { all: '求职者、管理员、运维和成员', member: '成员', moderator: '管理员', seeker: '求职者' },
  howToFill: '每项一行，空行表示保持原样，/cancel 取消。',
  required: (label) => `${label}是必填的。`,
  stopped: '已取消，表单内容没有保留。',
  dropped: (title) => `（“${title}”已放下。）`,
};

const catalogs: Readonly<Record<Language, ConsoleWords>> = { en: english, zh: chinese };

export const consoleWords = (language: Language): ConsoleWords => catalogs[language];
