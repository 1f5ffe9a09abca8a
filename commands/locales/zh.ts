// 中文。

import type { Criterion, Strength } from '../../core/criteria.ts';
import type { Fit, Reason } from '../../core/matching.ts';
import type { Arrangement, Contract, Focus, OpeningField, Period, Salary } from '../../core/opening.ts';
import type { Section } from '../../core/profile.ts';
import type { Stage } from '../../core/referral.ts';
import type { Day } from '../../core/schedule.ts';
import { ends, formatsOf } from '../format.ts';
import type { ModelFailure } from '../model-reading.ts';
import { placeNames, scopeNames, zoneName } from '../names.ts';
import type { CommandWords } from './en.ts';
import type { Messages } from './messages.ts';

const format = formatsOf('zh');

/** “34 秒”“10 分钟”：数字后留空格。 */
const duration = (milliseconds: number) =>
  format
    .duration(milliseconds)
    .replace('秒钟', '秒')
    .replace(/(?<=\d)(?=\D)/u, ' ');

const places = (names: readonly string[]) => format.or(placeNames(names, 'zh'));

const periods: Record<Period, string> = { hour: '小时', day: '天', month: '月', year: '年' };

const focuses: Record<Focus, string> = {
  ml: '机器学习',
  data: '数据',
  backend: '后端',
  frontend: '前端',
  mobile: '移动端',
  cloud_devops: '云计算与运维',
  embedded: '嵌入式',
  security: '安全',
  blockchain: '区块链',
  management: '管理',
  design: '设计',
  other: '其他',
};

const contracts: Record<Contract, string> = {
  full_time: '全职',
  part_time: '兼职',
  contract: '合同工',
  internship: '实习',
  unknown: '未写明',
};

const arrangements: Record<Arrangement, string> = {
  remote: '远程',
  hybrid: '混合办公',
  onsite: '现场办公',
  unknown: '未写明',
};

const spoken: Record<'en' | 'zh', string> = { en: '英文', zh: '中文' };

const strengths: Record<Strength, string> = { must: '必须', negotiable: '可商量', prefer: '加分项' };

/** 人民币写“元”，其他币种写代码。 */
const unit = (currency: string) => (currency === 'CNY' ? '元' : ` ${currency}`);

function pay(range: Pick<Salary, 'min' | 'max'>, currency: string, period: Period): string {
  const amount = ends(range, {
    between: (min, max) => `${format.number(min)}–${format.number(max)}`,
    from: (min) => `不低于 ${format.number(min)}`,
    upTo: (max) => `不超过 ${format.number(max)}`,
    exactly: (exact) => format.number(exact),
  });
  return `${amount}${amount === '' ? '' : ' '}${unit(currency).trim()}/${periods[period]}`;
}

const outside = (names: readonly string[]) => `${format.and(names)}以外`;
const yuan = (amount: number) => `${format.number(amount)} 元`;

function reason(why: Reason): string {
  switch (why.code) {
    case 'onsite':
      return `在${places([why.place])}`;
    case 'elsewhere':
      return `要到${places(why.places)}上班`;
    case 'place_unknown':
      return '未写明';
    case 'remote':
      return `远程，${scopeNames(why.scope, 'zh', '全球可投', outside, format.and)}`;
    case 'remote_at_home':
      return `远程，面向${places([why.country])}的求职者`;
    case 'remote_elsewhere':
      return `远程，但只限${scopeNames(why.scope, 'zh', '全球', outside, format.and)}`;
    case 'remote_scope_unknown':
      return '远程，地区限制未写明';
    case 'work':
    case 'work_other':
      return focuses[why.focus];
    case 'work_near':
      return `${focuses[why.focus]}，与想做的工作相近`;
    case 'work_unknown':
      return '看不出具体做什么';
    case 'pay':
      return pay(why, why.currency, why.period);
    case 'pay_short':
      return `${pay(why, why.currency, why.period)}，低于底线`;
    case 'pay_open':
      return `${pay({ min: why.min, max: null }, why.currency, why.period)}，上限未写明`;
    case 'pay_unknown':
      return '未写明';
    case 'pay_rate_missing':
      return `以 ${why.currency} 计，没有汇率可换算`;
    case 'base':
      return yuan(why.amount);
    case 'base_short':
      return `${yuan(why.amount)}，低于底线`;
    case 'base_unknown':
      return '未写明';
    case 'language':
      return spoken[why.language];
    case 'language_accepted':
      return `${spoken[why.language]}，可以接受，但不是首选`;
    case 'language_other':
      return spoken[why.language];
    case 'language_unknown':
      return '未写明';
    case 'contract':
    case 'contract_other':
      return contracts[why.contract];
    case 'contract_near':
      return `${contracts[why.contract]}，可以谈`;
    case 'contract_unknown':
      return '未写明';
    case 'any_industry':
      return '不限';
  }
}

function criterion(wanted: Criterion): string {
  switch (wanted.kind) {
    case 'place': {
      const onsite = wanted.onsite.length === 0 ? [] : [`在${places(wanted.onsite)}上班`];
      const home = wanted.remoteFrom;
      const remote = home === null ? [] : [`远程，公司在哪里都行，人在${places([home])}能做就可以`];
      return [...onsite, ...remote].join('，或者');
    }
    case 'work':
      return format.or(wanted.focuses.map((focus) => focuses[focus]));
    case 'salary':
      return pay(wanted, wanted.currency, wanted.period);
    case 'insurance':
      return `每月不低于 ${yuan(wanted.min)}`;
    case 'language': {
      const preferred = format.or(wanted.preferred.map((language) => spoken[language]));
      if (wanted.accepted.length === 0) return preferred;
      return `${preferred}优先，${format.and(wanted.accepted.map((language) => spoken[language]))}也可以`;
    }
    case 'contract':
      return format.or(wanted.accepted.map((contract) => contracts[contract]));
    case 'industry':
      return '不限';
  }
}

function distance(wanted: Criterion): string {
  switch (wanted.kind) {
    case 'salary':
    case 'insurance':
      return wanted.below === 0 ? '' : `低 ${format.percent(wanted.below)} 以内也可以谈`;
    case 'work':
      return wanted.near.length === 0 ? '' : `${format.or(wanted.near.map((focus) => focuses[focus]))}可以谈`;
    case 'contract':
      return wanted.near.length === 0
        ? ''
        : `${format.or(wanted.near.map((contract) => contracts[contract]))}可以谈`;
    case 'place':
    case 'language':
    case 'industry':
      return '';
  }
}

const fields: Record<OpeningField, string> = {
  title: '职位',
  titles: '各职位',
  company: '公司',
  locations: '地点',
  arrangement: '办公方式',
  remoteScope: '远程范围',
  salary: '薪资',
  insuranceBase: '社保公积金基数',
  contract: '用工形式',
  skills: '技能',
  languageRequired: '语言',
  focus: '方向',
  applyUrl: '链接',
  contact: '联系方式',
};

const options: Record<string, string> = {
  rev: '版本',
  command: '命令',
  section: '部分',
  seeker: '求职者',
  query: '关键词',
  text: '正文',
  title: '职位',
  company: '公司',
  link: '链接',
  place: '地点',
  salary: '薪资',
  details: '说明',
  id: '编号',
  action: '操作',
  fit: '匹配程度',
  page: '页码',
  decision: '决定',
  into: '保留的职位',
  reason: '原因',
  undo: '撤销',
  remote: '远程地区',
  insurance: '社保公积金基数',
  contract: '用工形式',
  arrangement: '办公方式',
  focus: '方向',
  skills: '技能',
  contact: '联系方式',
  n: '第几个',
  sure: '确认无误',
  skip: '跳过的问题',
  field: '字段',
  language: '语言',
  code: '关联码',
  name: '设置项',
  value: '值',
  confirm: '确认',
  day: '星期',
  time: '时间',
  zone: '时区',
  alerts: '提醒',
  quiet: '免打扰时段',
  change: '要改的一项',
  stage: '进展',
  note: '留言',
  question: '问题',
  form: '表单',
  drop: '删除',
  named: '署名',
  news: '通知',
};

const dayNames: Record<Day, string> = {
  monday: '周一',
  tuesday: '周二',
  wednesday: '周三',
  thursday: '周四',
  friday: '周五',
  saturday: '周六',
  sunday: '周日',
};

const deadEnds: Readonly<Record<string, string>> = {
  blocked: '我被拉黑了',
  removed: '我被移出去了',
  gone: '这个聊天已经不在了',
  muted: '我没有发言权限',
  closed: '这个话题或子区已经关闭',
};

const stages: Record<Stage, string> = {
  interested: '感兴趣',
  referred: '已内推',
  applied: '已投递',
  interview: '面试中',
  offer: '拿到 offer',
  accepted: '已接受',
  declined: '已婉拒',
  rejected: '没成',
};

const fieldMeanings = {
  title: '职位名称',
  company: '招聘的公司',
  link: '投递或详情链接',
  place: '城市，或者远程、限哪些地区',
  salary: '例如：25-40k',
};

const answerMeanings = {
  remote: '可以在哪里远程：全球、中国、中国以外',
  arrangement: 'remote 远程、hybrid 混合、onsite 现场',
  insurance: '社保公积金每月基数（元）：20000',
  contract: '用工形式',
  focus: '主要做哪方面的工作',
  skills: '技能，用逗号隔开',
  language: '工作语言：en 英文、zh 中文、both 都要',
  contact: '邮箱或账号',
};

const clear = '想清空某一项，填一个 - 就行。';

const commands: Record<string, CommandWords> = {
  help: {
    summary: '我能做什么，你能用哪些命令',
    options: { command: '想了解的命令' },
    examples: ['/help', '/help submit'],
  },
  profile: {
    summary: '谁在找工作，为什么找',
    options: { section: '只看其中一部分', seeker: '换成另一位求职者（有多位时）' },
    examples: ['/profile', '/profile works'],
  },
  skills: {
    summary: '掌握哪些技能：年限、工具，或查某一项',
    options: { query: '技能或工具，中英文都行' },
    examples: ['/skills', '/skills kafka', '/skills 机器学习'],
  },
  criteria: {
    summary: '想找什么样的工作，哪些没得商量、哪些可以谈',
    options: {},
    examples: ['/criteria'],
  },
  submit: {
    summary: '提交职位：粘贴招聘信息或链接，或者填表',
    options: {
      text: '招聘信息原文，或者链接',
      ...fieldMeanings,
      details: '其他：技能、语言、联系方式',
    },
    note: '在 Telegram 上，可以把招聘信息直接转发给我，或者对着它回复 /submit；在 Discord 上，用消息菜单里的“应用”。',
    examples: ['/submit', '/submit 大模型算法工程师，广州，30-45k，13薪'],
  },
  draft: {
    summary: '确认、修改或取消正在提交的职位',
    options: {
      id: '哪一份草稿；不填就是最近一份',
      action:
        'confirm 确认、edit 修改、cancel 取消、merge 合并；多个职位：tick 选、untick 不选、all、none、close',
      n: '有多个职位时，第几个',
      page: '职位列表的第几页',
      field: '只改这一项',
      sure: '没有读错的那一项',
      ...fieldMeanings,
      ...answerMeanings,
    },
    examples: ['/draft confirm', '/draft untick n=2', '/draft edit salary=30-40k'],
    note: clear,
  },
  openings: {
    summary: '已有的职位，合适的排在前面',
    options: {
      query: '要找的词',
      fit: 'good 很合适、partial 基本合适、poor 不太合适、any 全部',
      page: '第几页',
    },
    examples: ['/openings', '/openings 广州 fit=good'],
  },
  opening: {
    summary: '某个职位的详情，以及合不合适',
    options: { id: '职位编号' },
    examples: ['/opening 1'],
  },
  judge: {
    summary: '读一段招聘信息，看合不合适，不保存',
    options: { text: '招聘信息原文，或者链接' },
    examples: ['/judge 后端工程师，深圳，30-50k'],
  },
  review: {
    summary: '查看待审核的职位，通过、拒绝或合并',
    options: {
      id: '职位编号',
      decision: 'accept 通过、reject 拒绝、merge 合并、wait 放回待审核',
      into: '合并后保留哪个职位',
      reason: '提交的人能看到',
      undo: 'yes：撤销合并',
      rev: '看到的是第几个版本；按钮会自带',
      page: '第几页',
    },
    examples: ['/review', '/review 1 accept', '/review 3 merge into=1', '/review 2 reject 这是广告'],
  },
  close: {
    summary: '关闭不再招聘的职位',
    options: { id: '职位编号', reason: '简单说明原因', undo: 'yes：重新打开' },
    examples: ['/close 1 已招满', '/close 1 undo=yes'],
  },
  edit: {
    summary: '修改一个职位',
    options: {
      id: '职位编号',
      ...fieldMeanings,
      ...answerMeanings,
      skip: '回答不了的问题',
      field: '只填这一项',
    },
    examples: ['/edit 1', '/edit 1 salary=30-40k', '/edit 1 place=远程，全球'],
    note: clear,
  },
  subscribe: {
    summary: '在这里订阅周报：星期几、几点发，用什么语言',
    options: {
      day: '星期几',
      time: '几点：09:00',
      zone: '时区，或者城市：广州',
      language: 'en 或 zh',
      alerts: 'on：有很合适的职位马上私聊告诉我；off：不用',
      quiet: '什么时段不要提醒：22:00-08:00；填 - 表示没有',
      change: '重新选哪一项',
      action: 'pause 暂停、resume 恢复、stop 退订',
    },
    examples: ['/subscribe', '/subscribe 周一 9:00 广州', '/subscribe alerts=on quiet=22:00-08:00'],
    note: '每个频道、每个话题的周报各设各的。没提到的项保持不变。',
  },
  unsubscribe: {
    summary: '不再往这里发周报和提醒',
    options: {},
    examples: ['/unsubscribe'],
  },
  digest: {
    summary: '下一期周报写什么，上一期怎么样了',
    options: { action: 'preview 预览、send 现在发一期、why 上一期发了没有、为什么' },
    examples: ['/digest', '/digest why'],
  },
  language: {
    summary: '我用哪种语言回答',
    options: { language: 'en 或 zh' },
    examples: ['/language en'],
  },
  link: {
    summary: '关联你在两个平台上的账号',
    options: { code: '我在另一个平台给你的关联码' },
    examples: ['/link', '/link KFWTMPZR'],
  },
  privacy: {
    summary: '我存了哪些和你有关的内容：查看或删除',
    options: {
      action: 'export 查看、erase 删除',
      page: '查看第几页',
      confirm: 'yes：确定删除',
      named: '每周致谢里要不要写你的名字：yes 要、no 不要',
      news: '你做的事有了结果，要不要告诉你：on 要、off 不要',
    },
    examples: ['/privacy', '/privacy export', '/privacy named=yes', '/privacy erase'],
  },
  referrals: {
    summary: '你提交的职位后来怎么样了',
    options: { stage: '求职者专用：只看某个进展；new 是还没跟进的', page: '第几页' },
    examples: ['/referrals', '/referrals 面试中'],
  },
  ask: {
    summary: '向求职者提问，或者看看已有的回答',
    options: {
      question: '想问的问题；不填就列出最近的回答',
      page: '回答的第几页',
      form: 'yes：用表单填写',
    },
    examples: ['/ask', '/ask 有没有用多台机器训练过模型？'],
    note: '在群里问的，回答也会发在群里，大家都看得到；私聊问的，只有你和求职者知道。',
  },
  stage: {
    summary: '更新一份推荐的进展，推荐的人都会收到消息',
    options: {
      id: '职位编号',
      stage: '到哪一步了',
      note: '对推荐的人说几句，他们都会看到',
      undo: '撤销哪一次改动；按钮会自带',
    },
    examples: ['/stage 1', '/stage 1 已投递', '/stage 1 面试中 周四面试，谢谢大家'],
  },
  answer: {
    summary: '回答别人问你的问题',
    options: {
      id: '问题编号；不填就列出还没回答的',
      text: '你的回答；也可以改之前的回答',
      page: '问题的第几页',
      drop: 'yes：删除这个问题',
    },
    examples: ['/answer', '/answer 1 有，用过四台。'],
  },
  note: {
    summary: '给下一期周报添一句：学到的、做成的、想感谢的',
    options: { text: '想写的话；不填就列出最近七天写的', drop: '删除哪一句；按钮会自带' },
    examples: ['/note', '/note 这周第一次从头训练了一个模型'],
  },
  settings: {
    summary: '这里的设置：谁是管理员、谁免审核、各种上限',
    options: { name: '哪一项；不填就全部列出', value: '改成什么；填 - 恢复默认' },
    examples: ['/settings', '/settings submit_without_review members', '/settings submissions_per_person 30'],
  },
  status: {
    summary: '我现在的运行情况',
    options: {},
    examples: ['/status'],
  },
};

const fits: Record<Fit, string> = { good: '很合适', partial: '基本合适', poor: '不太合适' };

const sections: Record<Section, string> = {
  about: '关于我',
  request: '求内推',
  skills: '技能与年限',
  tools: '工具',
  learning: '正在学',
  works: '作品',
  ideas: '想法',
  gives_back: '我能回报什么',
  circumstances: '个人情况',
};

const modelFailures: Record<ModelFailure, string> = {
  late: '没有及时回答',
  failed: '连不上或被拒绝',
  garbled: '回答无法使用',
};

const choices: Messages['choices'] = {
  ...sections,
  ...fits,
  ...contracts,
  ...focuses,
  ...arrangements,
  ...spoken,
  both: '中文和英文',
  any: '全部',
  confirm: '确认',
  edit: '修改',
  cancel: '取消',
  merge: '合并',
  tick: '选上',
  untick: '去掉',
  apart: '照样提交',
  all: '全选',
  none: '全不选',
  close: '全部关闭',
  reopen: '全部恢复',
  accept: '通过',
  reject: '拒绝',
  wait: '待审核',
  yes: '是',
  export: '查看',
  erase: '删除',
  nobody: '都要审核',
  members: '全体成员',
  ...dayNames,
  on: '开',
  off: '关',
  day: '星期',
  time: '时间',
  zone: '时区',
  pause: '暂停',
  resume: '恢复',
  stop: '退订',
  preview: '预览',
  send: '发送',
  why: '原因',
  say: '说一声',
  skip: '不发',
  ...stages,
  new: '还没跟进',
  sure: '确定',
  no: '否',
};

/** 有空格的说法在一行里会被拆开，只好用原来的词。 */
const choiceTyped = (choice: string) => {
  const word = choices[choice] ?? choice;
  return word.includes(' ') ? choice : word;
};

/** 中文后面接字母或数字时空一格。 */
const afterWord = (text: string) => (/^[\da-z]/iu.test(text) ? ` ${text}` : text);

const alsoCalled: Messages['alsoCalled'] = {
  en: ['英语'],
  zh: ['简体中文', '汉语'],
  skills: ['技能'],
  referred: ['内推'],
  applied: ['投递'],
  interview: ['面试'],
  wait: ['恢复'],
  skip: ['跳过'],
  stop: ['关闭', '取消'],
};

const letterFailures: Messages['letterFailures'] = {
  blocked: '对方不收我的消息',
  removed: '我被移出了那里',
  gone: '那里已经不存在了',
  muted: '我在那里没有发言权限',
  closed: '话题或子区已关闭',
  unfit: '平台不接受这样的消息',
  expired: '等太久，已经过时',
};

export const zh: Messages = {
  languageNames: { en: 'English', zh: '中文' },
  commandNames: {
    submit: '提交',
    criteria: '条件',
    skills: '技能',
    profile: '简历',
    openings: '职位列表',
    opening: '职位',
    judge: '评估',
    draft: '草稿',
    close: '关闭',
    edit: '修改',
    subscribe: '订阅',
    unsubscribe: '退订',
    digest: '周报',
    language: '语言',
    link: '关联',
    privacy: '隐私',
    help: '帮助',
    review: '审核',
    settings: '设置',
    status: '状态',
    referrals: '我的推荐',
    ask: '提问',
    stage: '进展',
    answer: '回答',
    note: '近况',
  },
  option: (name) => options[name] ?? name,
  choices,
  alsoCalled,
  nothing: '未写明',
  and: format.and,
  or: format.or,
  colon: '：',
  comma: '、',
  semicolon: '；',
  stop: '。',
  end: '。',
  space: '',
  aside: (text) => `（${text}）`,
  dash: ' · ',

  time: format.time,
  moment: (date, zone) => `${format.moment(date, zone)}（${zoneName(zone)}）`,

  reason,
  criterion,
  distance,
  pay: (salary) =>
    pay(salary, salary.currency, salary.period) +
    (salary.monthsPerYear === null ? '' : `，${salary.monthsPerYear} 薪`),
  insuranceBase: (amount) => `${yuan(amount)}/月`,
  contact: (contact) => contact.replace(/^wechat:/u, '微信 ').replace(/^telegram:/u, 'Telegram '),
  scope: (scope) => scopeNames(scope, 'zh', '全球', outside, format.and),
  focuses,
  contracts,
  strengths,
  fields,
  arrangements,
  requiredLanguages: { en: '英文', zh: '中文', both: '中文和英文', unknown: '未写明' },
  criterionNames: {
    place: '地点',
    work: '日常工作',
    salary: '薪资',
    insurance: '社保公积金基数',
    language: '工作语言',
    contract: '用工形式',
    industry: '行业',
  },
  fits,
  states: {
    pending: '待审核',
    open: '招聘中',
    rejected: '未通过',
    closed: '已关闭',
    merged: '已并入另一个职位',
  },

  commandWords: (name) => commands[name] ?? { summary: '', options: {}, examples: [] },
  formFields: {
    title: '职位',
    company: '公司',
    link: '链接',
    place: '工作地点',
    salary: '薪资',
    remote: '可以在哪里远程',
    insurance: '社保公积金基数',
    details: '说明',
  },
  formHints: {
    title: '职位名称',
    company: '招聘的公司',
    link: 'https://…',
    place: '广州，或者：远程，全球',
    salary: '25-40k，14薪',
    remote: '全球，或者：中国、日本',
    insurance: '20000（元/月）',
    details: '技能、语言、联系方式，或者整段招聘信息',
  },

  roleRefusals: {
    anyone: '',
    seeker: '这个操作只有求职者本人能做。用 /help 看看你能做什么。',
    moderator: '这个操作只有管理员能做。用 /help 看看你能做什么。',
    operator: '这个操作只有机器人的维护者能做。用 /help 看看你能做什么。',
    staff: '这个操作只有管理员和机器人的维护者能做。用 /help 看看你能做什么。',
  },
  refusals: {
    unknownCommand: (name, near) =>
      near.length === 0
        ? `没有 /${name} 这个命令。发 /help 看看我能做什么。`
        : `没有 /${name} 这个命令。是不是想用 ${format.or(near.map((one) => `/${one}`))}？`,
    notACommand: '我看得懂命令（用 /help 查看），也看得懂私聊里粘贴或转发给我的招聘信息和职位链接。',
    missing: (option) => `还缺“${option}”。`,
    missingNumber: (option) => `还缺“${option}”。用 /openings 查看编号。`,
    notANumber: (option, given) => `“${option}”要填从 1 开始的数字，而不是“${given}”。`,
    notAChoice: (option, given, possible) =>
      `“${option}”不能填“${given}”，可以填${afterWord(format.or(possible.map(choiceTyped)))}。`,
    tooLong: (option, limit, length) =>
      `“${option}”有 ${format.number(length)} 个字符，太长了，最多 ${format.number(limit)} 个，请缩短一些。`,
    notUnderstood: (given) => `没看懂“${given}”。`,
    leaveOut: '与职位无关的内容可以删掉。',
    tooMuch: (rest) => `多出来的“${rest}”我没看懂，去掉它再试试。`,
    usage: '例如：',
    elsewhere: '如果你是某个群的管理员，请到那里操作。',
    notMember: '我不是这里的成员，只是有人带我来的，所以在这里做不到。',
    broken: (id) => `我这边出了点问题，什么都没有改动。请再试一次；如果还不行，把编号 ${id} 告诉维护者。`,
    unanswered: (id) =>
      `我这边出了点问题，没能回复你。再试之前，请先看看是不是已经办好了；如果没有，把编号 ${id} 告诉维护者。`,
  },

  help: {
    title: '内推机器人',
    intro: (name) => `我替${name}找内推。把看到的职位发给我，马上就知道合不合适。`,
    groups: {
      anyone: '大家都能用',
      seeker: '求职者专用',
      moderator: '管理员专用',
      staff: '管理员和维护者专用',
      operator: '维护者专用',
    },
    start: '怎么开始：在 /submit 后面粘贴一段招聘信息；或者先用 /criteria、/skills 了解一下。',
    more: '了解某个命令：/help submit',
    options: '参数',
    required: '必填',
    examples: '例子',
    submit: '提交职位',
  },

  profile: {
    sections,
    hidden: '这部分内容不在这里公开。用 /profile 查看公开的部分。',
    inPrivate: '这部分内容不在这里公开，请私聊我查看。',
    empty: '这里还没有内容。',
    onlyYou: '这部分只有你自己（求职者）看得到。',
    chosen: (name) => `从现在起，我在这里替${name}找内推。`,
    show: '查看简历',
    showOpenings: '查看职位',
    noSuchSeeker: (given, names) => `没有叫“${given}”的求职者，可以选${afterWord(format.or(names))}。`,
    moderatorsChoose: '在群里，替谁找内推由管理员用 /settings seeker 决定。',
  },

  skills: {
    title: (name) => `${name}的技能`,
    years: (from, to) => (to === null ? `${from} 年以上` : from === 0 ? `不到 ${to} 年` : `${from}–${to} 年`),
    noYears: '用过，年限未写',
    categories: (names) => `属于“${names.join('”“')}”`,
    learning: '正在学',
    notFound: (query, name) => `${name}的技能里没有“${query}”。`,
    near: '你是不是想找：',
    all: '查看全部：/skills',
  },

  criteria: {
    title: (name) => `${name}想找的工作`,
    none: '还没有写明条件，觉得合适的都可以发来。',
    phase: (name, since) => `当前阶段：${name}（${format.day(since)}起）。`,
    review: (days, date) =>
      days > 0
        ? `${days} 天后（${format.day(date)}）重新评估这些条件。`
        : `这些条件原定 ${format.day(date)}重新评估。`,
    open: '这个阶段没有期限。',
    next: (name) => `之后是“${name}”：`,
    dropped: '不再要求',
    change: (date) => `${format.day(date)}的改动：`,
    legend: '必须：一定要满足 · 可商量：差一点也能谈 · 加分项：只影响排序',
  },

  verdict: {
    title: (fit, score, best) => `${fits[fit]}：${score} 分（满分 ${best}）`,
    marks: { met: '✓', near: '≈', missed: '✗', unknown: '?' },
    arithmetic: '满足加分（必须 3 分、可商量 2 分、加分项 1 分），不满足扣同样的分；≈ 和 ? 不计分。',
    rates: (asOf) => `其他币种按 ${format.day(asOf)}的汇率换算。`,
  },

  judge: {
    notAnOpening: '这段内容看起来不像招聘信息，下面是能读出来的内容。',
    doubtful: '标了（？）的我没把握。',
  },

  draft: {
    preview: '这样对吗？',
    notAnOpening: (hasTitle) =>
      `这段内容看起来不像招聘信息。如果确实是，${hasTitle ? '可以点“修改”补充，或者直接确认' : '请点“修改”填上职位名称'}。`,
    confirm: '确认',
    edit: '修改',
    cancel: '取消',
    editTitle: '修改职位',
    formTitle: '提交职位',
    titleMissing: (job) =>
      job === undefined ? '至少要有职位名称，请补上。' : `第 ${job} 个职位还没有名称，请补上。`,
    elsewhere: '这份草稿是在别处开始的，请回到那里确认。',
    forAnother: (name) =>
      `这份草稿是为${name}提交的，而我现在在这里替另一位求职者找内推。请用 /submit 重新开始。`,
    none: '你在这里没有待确认的职位。用 /submit 开始。',
    over: '这份草稿已经处理过了。用 /submit 重新开始。',
    opened: (id) => `谢谢。已收录，编号 ${id}。`,
    pending: (id) => `谢谢。已收到，编号 ${id}，管理员会看一下。`,
    howToHear: '想知道后来怎么样，请先私聊我一次。',
    cancelled: '已取消，什么都没有提交。',
    mark: '（？）',
    doubtful: '标了（？）的我没把握，点一下那一项就能改。',
    fields: {
      title: '职位',
      company: '公司',
      place: '地点',
      salary: '薪资',
      contract: '用工',
      language: '语言',
      focus: '方向',
      skills: '技能',
      link: '链接',
      contact: '联系',
      insurance: '社保基数',
    },
    hints: {
      skills: 'Python、PyTorch、Kubernetes',
      contact: '邮箱、微信或电话',
      insurance: '20000（元/月）',
    },
    right: '没读错',
    notStated: '未写明',
    back: '返回',
    unreadable: {
      place: (given) => `没看懂“${given}”是哪里。可以写：广州，或者：远程，全球。`,
      salary: (given) => `没看懂“${given}”是多少薪资。可以写：25-40k，或者：30-50万/年。`,
      link: (given) => `“${given}”不是链接，链接要以 https:// 开头。`,
      insurance: (given) => `没看懂“${given}”是多少。可以写：20000（元/月），不写明就填 -。`,
    },
    clear,
  },

  several: {
    title: (jobs) => `这段内容里有 ${format.number(jobs)} 个职位`,
    doubtful: '标了（？）的我没把握，点“改”就能改。',
    how: '打勾的会提交。点编号可以选上或去掉。',
    noneTicked: (fitsNone) =>
      `${fitsNone ? '没有合适的，所以一个都没选' : '一个都没选'}。要提交哪个，就点它的编号。`,
    confirm: (jobs) => `提交 ${format.number(jobs)} 个`,
    all: '全选',
    none: '全不选',
    correctAll: '统一修改',
    whatOfAll: '要给所有职位统一改哪一项？',
    look: (n) => `改 ${n}`,
    job: (n, jobs) => `第 ${n} 个，共 ${jobs} 个`,
    take: '提交这个',
    leave: '不提交这个',
    list: '全部职位',
    apart: '不是同一个，照样提交',
    sameAs: (id, isOwn) => (isOwn ? `你已提交过：${id} 号` : `和 ${id} 号相同`),
    nothingTicked: '还没有选职位。先选一个，或者取消。',
    noSuch: (n, jobs) => `没有第 ${n} 个：这段内容里有 ${format.number(jobs)} 个职位。`,
    which: (jobs) => `请指明是第几个：n=1 到 n=${jobs}。`,
    opened: (added, joined) =>
      added === 0
        ? `谢谢。你也是这 ${format.number(joined)} 个职位的提交者了。`
        : `谢谢。已收录 ${format.number(added)} 个职位。`,
    pending: (added, joined) =>
      added === 0
        ? `谢谢。你也是这 ${format.number(joined)} 个职位的提交者了。`
        : `谢谢。已收到 ${format.number(added)} 个职位，管理员会看一下。`,
    joined: '也算上你了',
    closeAll: '全部关闭',
    close: (ids) => `已关闭：${ids.map((id) => `${id} 号`).join('、')}。`,
    reopen: (ids) => `已恢复：${ids.map((id) => `${id} 号`).join('、')}。`,
    nothingToClose: '这段内容里的职位没有可以改动的了。',
  },

  openings: {
    title: (total) => `共 ${format.number(total)} 个职位`,
    found: (total, query) => `“${query}”：${format.number(total)} 个职位`,
    none: '还没有职位。来提交第一个吧：/submit',
    notFound: (query) => `没有找到“${query}”。减少几个词再试试。`,
    notFoundOfFit: (query, fit) => `没有既符合“${query}”又“${fit}”的职位。`,
    noneOfFit: (fit) => `还没有“${fit}”的职位。`,
    ofAnyFit: '不限匹配程度',
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    pastEnd: (pages) =>
      pages === 1 ? '一共只有 1 页，不用填页码。' : `一共只有 ${pages} 页，请选 1 到 ${pages}。`,
    next: '下一页',
    previous: '上一页',
    nextTyped: (page) => `看下一页：在刚才的命令后面加上 page=${page}`,
    untitled: '没有职位名称',
    noSuch: (id) => `找不到 ${id} 号职位。用 /openings 查看列表。`,
    show: (id) => `查看 ${id} 号`,
    state: '状态',
    referredBy: '提交者',
    on: (names, date) => `${names.join('、')}，${format.day(date)}`,
    someone: '某位成员',
    reason: '原因',
    close: '关闭',
    edit: '修改',
  },

  review: {
    title: (total) => `${format.number(total)} 个职位待审核`,
    changed: (id) => `${id} 号职位在你查看之后改动过，请再看一下：/opening ${id}`,
    notHere: '这个职位不是在这里提交的，只有求职者本人或提交之处的管理员能改动。',
    none: '没有待审核的职位。',
    accept: '通过',
    reject: '拒绝',
    decided: {
      accept: (id, isPublic) => `${id} 号职位已通过，${isPublic ? '大家' : '本群成员'}都能看到了。`,
      reject: (id) => `${id} 号职位没有通过。`,
      wait: (id) => `${id} 号职位已恢复为待审核。`,
    },
    overruled: (state) => `在这之前，别人的决定是“${state}”。`,
    merge: (into) => `并入 ${into} 号`,
    merged: (id, into) => `${id} 号职位已并入 ${into} 号，两边的提交者都算上了。`,
    separated: (id) => `${id} 号职位又单独列出了。`,
    already: (id, state) => `${id} 号职位已经是“${state}”状态了。`,
    undo: '撤销',
    which: '哪一个职位？用 /review 看看有哪些在等。',
    decide: '通过还是拒绝？',
  },

  questions: {
    ask: {
      place: '还想问一下：在哪里工作？',
      remote: '还想问一下：可以在哪里远程？',
      salary: '还想问一下：薪资大概多少？',
      insurance: '还想问一下：社保公积金每月按多少基数交？',
      language: '还想问一下：工作时用什么语言？',
      contract: '还想问一下：是哪种用工形式？',
    },
    remote: (scope) => `远程（${scope}）`,
    type: '自己填',
    unknown: '不清楚',
    skipped: '好的，这一项先空着。',
    unreadableScope: (given) => `没看懂“${given}”指哪里。可以写：全球，或者：中国、日本。`,
  },

  duplicates: {
    looksLike: (id, names) =>
      names.length === 0
        ? `看起来就是 ${id} 号职位。`
        : `看起来就是 ${id} 号职位，由${names.join('、')}提交。`,
    own: (id) => `看起来就是你已经提交过的 ${id} 号职位。`,
    join: '是同一个，算我一个',
    joined: (id) => `谢谢。你也是 ${id} 号职位的提交者了。`,
    joinedBefore: (id) => `你本来就是 ${id} 号职位的提交者，这份草稿不再保留。`,
    gone: '现在没有和它相同的职位了。可以确认提交，或者取消。',
    intoItself: '职位不能并入自己。',
    wentTo: (id, into) => `${id} 号职位和 ${into} 号是同一个，已并入 ${into} 号。`,
    noneLike: (id) => `没有找到肯定和 ${id} 号相同的职位，请指定一个。`,
    several: (id) => `下面哪一个和 ${id} 号是同一个？`,
    cannotMerge: (id, into) =>
      `${id} 号不能并入 ${into} 号：保留的职位必须还在招聘，而且能看到 ${id} 号的人都要能看到它。`,
    notMerged: (id) => `${id} 号职位没有被合并。`,
  },

  close: {
    done: (id) => `${id} 号职位已关闭。`,
    undone: (id) => `${id} 号职位已恢复。`,
    notClosed: (id) => `${id} 号职位没有关闭。要关闭它：/close ${id}`,
    notYours: '只有提交的人或管理员能改动这个职位。',
    undo: '撤销',
    reopen: '重新打开',
  },

  edit: {
    title: (id) => `修改 ${id} 号职位`,
    done: (id) => `${id} 号职位已修改。`,
    reviewed: (id) => `${id} 号职位已修改，管理员会再看一下。`,
    nothing: '没有任何改动。要修改：',
    titleMissing: '职位名称不能为空，请换一个。',
  },

  link: {
    inPrivate: '关联码不能让别人看到，请私聊我发 /link。',
    readByOthers: '这里别人也看得到，这个码已经作废。请私聊我发 /link 重新生成。',
    offered: '在另一个平台私聊我，发送：',
    once: (minutes) => `这个码只能用一次，${minutes} 分钟内有效。`,
    forGood: '关联之后无法撤销。',
    consequences:
      '两个账号会合为一人：职位、推荐和草稿都归到一起，语言以现在这个账号为准。只用自己生成的码，也不要把码给别人。',
    own: '这个码就是你用现在这个账号生成的，请到另一个平台发给我。',
    unknown: '这个码不能用：可能用过了、过期了，或者打错了。发 /link 重新生成。',
    done: (accounts) => `好了，${format.and(accounts)}现在已关联。`,
  },

  privacy: {
    inPrivate: '我存的内容只该给你自己看，请私聊我发 /privacy。',
    title: '我存了哪些和你有关的内容',
    kept: '只存要用到的：',
    things: [
      '我认识的你的账号：平台给的名字和编号',
      '你选的语言，愿不愿意署名、收不收通知，以及我能不能给你发消息',
      '你提交的职位（原文）和草稿',
      '你修改、关闭、审核过什么',
      '你问过的问题和得到的回答',
      '你设置的周报和提醒、写的近况、更新过的进展',
      '我问到哪里、在等你回答什么',
      '我主动给你发过什么、有没有送到',
    ],
    show: '全部给我看',
    remove: '全部删除',
    exported: '我存的和你有关的全部内容',
    sure: '要删除和你有关的全部内容吗？',
    removal: [
      '账号、名字、语言、草稿、提过的问题，以及还没通过审核的职位，都会删除。',
      '大家已经看到过的职位会留下，但去掉你的名字、原文和其中的联系方式。',
      '你自己的周报和提醒也会停。',
      '之后没法再告诉你这些职位的进展。删除后无法恢复。',
    ],
    confirm: '全部删除',
    erased: '好了，和你有关的内容都删掉了。你再来找我，就当是第一次认识。',
  },

  settings: {
    title: '这里的设置',
    how: '这样修改：',
    current: '现在',
    changed: '已改好，现在',
    reset: '恢复默认',
    undo: '撤销',
    noRole: '没有',
    ordinary: (limit) => (Number.isFinite(limit) ? `${format.number(limit)}（默认）` : '这里不限'),
    shown: (_, value) => choices[value] ?? value,
    meanings: {
      moderator_role: '除群主和管理员外，哪个身份组也算管理员',
      submit_without_review: '谁提交的职位免审核；管理员和求职者本人始终免审核',
      submissions_per_person: '每人一天最多提交几个职位，管理员不限',
      submissions_per_place: '这里所有成员一天最多提交几个职位',
      commands_per_person: '每人一分钟最多用几个命令',
      empty_weeks: '一周没有新内容时，周报怎么办',
      seeker: '我在这里替谁找内推',
    },
    values: {
      moderator_role: '提及身份组，或者填它的编号；填 - 表示没有。',
      submit_without_review: 'nobody：其他人都要审核；members：谁都不用审核。',
      submissions_per_person: '填 1 到 1,000 的整数；填 - 恢复默认。',
      submissions_per_place: '填 1 到 10,000 的整数；填 - 恢复默认。',
      commands_per_person: '填 5 到 1,000 的整数；填 - 恢复默认。',
      empty_weeks: 'say：发一句话说一声；skip：这周就不发。',
      seeker: '填求职者的名字；填 - 表示排在最前的那位。',
    },
    noRoles: '这个平台没有身份组，群主和群管理员就是这里的管理员。',
    notARole: (given) => `“${given}”不是身份组。请提及身份组，或者填它的编号。`,
    notALimit: (given, least, most) =>
      `“${given}”不行，要填 ${format.number(least)} 到 ${format.number(most)} 的整数，或者填 - 恢复默认。`,
  },

  subscribe: {
    title: '求职周报',
    moderators: '群里的周报由管理员设置。',
    own: '想自己收一份，可以私聊我发 /subscribe。',
    none: (isStopped) =>
      `这里${isStopped ? '' : '还'}没有订阅周报。周报每周一期：新来了哪些职位、哪些最合适、后来怎么样了。`,
    clock: (zone) => `时间以 ${zone} 为准；要换成别的时区：`,
    clockExample: '/subscribe zone=广州',
    when: '时间',
    weekly: (day, time) => `每${dayNames[day]} ${time}`,
    asSpoken: '跟这里一样',
    next: '下一期',
    set: '好的，以后每周往这里发一期周报。',
    changed: '改好了。',
    changedPaused: '改好了，周报还是暂停的。',
    clockSet: '时区改好了。',
    paused: '周报已暂停，恢复之前不会再发。',
    ended: '好的，不再往这里发周报和提醒。设置都留着，想要随时可以恢复。',
    nothing: '这里没有订阅。用 /subscribe 订阅周报。',
    pausedBy: (name, since) => `${since}由${name}暂停`,
    endedBy: (name, since) => `${since}由${name}退订`,
    failing: (why, since) => `${since}暂停：${deadEnds[why] ?? '发不出去'}`,
    deadEnd: (why) => deadEnds[why] ?? '平台不收',
    begin: '订阅周报',
    change: { day: '换一天', time: '换个时间', zone: '换个时区' },
    choose: { day: '星期几发？', time: '几点发？', zone: '按哪里的时间？' },
    typed: '也可以直接发：',
    pause: '暂停',
    resume: '恢复',
    stop: '退订',
    onceAWeek: '周报每周一期，请选星期几。',
    noTime: (given) => `没看懂“${given}”是几点。可以写：09:00、上午9点，或者 21点半。`,
    noZone: (given) => `没有叫“${given}”的城市或时区。`,
    severalZones: (given) => `“${given}”可能是好几个时区，是哪一个？`,
  },

  alerts: {
    title: '来了一个很合适的职位',
    inPrivate: '提醒只发给个人，请私聊我来开启。',
    off: '有很合适的职位时，目前不会马上提醒你。',
    on: (quiet, zone) =>
      quiet === null
        ? '有很合适的职位，会马上提醒你。要设免打扰：'
        : `有很合适的职位，会马上提醒你；${quiet.from} 到 ${quiet.until}（${zone}）之间的，过后再发。`,
    set: '有很合适的职位，我马上告诉你。',
    stopped: '好的，以后不再马上提醒你。',
    start: '有很合适的马上告诉我',
    stop: '不用提醒了',
    noHours: (given) => `没看懂“${given}”是哪段时间。可以写：22:00-08:00。`,
  },

  digest: {
    preview: (next) =>
      next === null
        ? '现在发的话，周报就是这样；目前没有订阅，用 /subscribe 订阅。'
        : `现在看是这样；${next}发出，到时会加上这期间的新内容。`,
    paused: '现在发的话，周报就是这样。周报已暂停，用 /subscribe 恢复。',
    nothing: '目前没有可说的，这里设的是没有内容就不发。',
    show: '预览',
    why: '上一期怎么样了',
    send: '现在就发',
    sending: '这就发出去。',
    mayNotSend: '只有求职者本人和管理员能提前发周报。用 /digest 可以先看看。',
    sentToday: '今天已经发过一期了，明天才能再发。',
  },

  trail: {
    title: '上一期怎么样了',
    none: '这里没有订阅周报。',
    set: (weekly) => `这里订阅了周报：${weekly}。`,
    stopped: (how) => `${how}。`,
    notYet: '还没到发第一期的时候。',
    outcomes: {
      sent: (due) => `上一期定在 ${due}，按时写好了。`,
      asked: (due) => `上一期是应要求提前发的，时间是 ${due}。`,
      empty: (due) => `上一期定在 ${due}，但没有新内容，这里设的是没有内容就不发。`,
      skipped_late: (due) => `上一期定在 ${due}，当时我不在，就留到下一期一起发。`,
    },
    late: (due) => `上一期定在 ${due}，当时我不在，后来补写的。`,
    passed: (dues) => `再往前，我不在时错过了：${dues.join('；')}。`,
    letter: {
      waiting: '正在发送。',
      sent: (at) => `${at}发出。`,
      askedFor: (at) => `应要求提前发的一期，${at}发出。`,
      unknown: (at) => `${at}发出，但平台没说收到没有。`,
      failed: (at, why) => `${at}没能送达：${why}。`,
      gone: '已经撤回，或者太久以前，查不到了。',
    },
    next: (due) => `下一期定在 ${due}。`,
  },

  status: {
    title: '运行情况',
    database: '数据库',
    answered: (name, milliseconds) => `${name}，响应 ${format.number(milliseconds)} 毫秒`,
    platforms: '平台',
    connected: '已连接',
    alone: '只有这里',
    clock: '时钟',
    time: (now, zone) => `${format.time(now, zone)}（${zone}）`,
    clocks: {
      label: (platform) => `与 ${platform} 的时钟相比`,
      same: '一致',
      ahead: (milliseconds) => `快 ${duration(milliseconds)}，请校准这台机器的时钟`,
      behind: (milliseconds) => `慢 ${duration(milliseconds)}，请校准这台机器的时钟`,
    },
    updates: '消息接收',
    standing: '我在这里的身份',
    interruption: '最近一次中断',
    interrupted: (why, at, zone) => `${format.time(at, zone)}：${why}`,
    shutOut: '无法发送',
    places: (total) => `${format.number(total)} 处：对方屏蔽、禁言或移除了我，或者已不存在`,
    pending: '待审核',
    model: '语言模型',
    noModel: '未启用',
    modelCalls: (name, calls, budget) =>
      `${name}，24 小时内已询问 ${format.number(calls)} 次，上限 ${format.number(budget)} 次`,
    modelFailure: (failure, at, zone) => `最近一次失败：${modelFailures[failure]}，${format.time(at, zone)}`,
    here: '你在这里的身份',
    letters: '主动发出的消息（近一周）',
    noLetters: '没有',
    letterCounts: (counts, zone) =>
      [
        ...(counts.waiting === 0 ? [] : [`待发 ${format.number(counts.waiting)}`]),
        ...(counts.late === 0 || counts.oldestDueAt === null
          ? []
          : [
              `其中 ${format.number(counts.late)} 条晚了，最早的该在 ${format.time(counts.oldestDueAt, zone)} 发出`,
            ]),
        `已发 ${format.number(counts.sent)}`,
        ...Object.entries(letterFailures).flatMap(([name, words]) => {
          const n = counts.failed[name as keyof typeof letterFailures] ?? 0;
          return n === 0 ? [] : [`没发成 ${format.number(n)}（${words}）`];
        }),
        ...(counts.unknown === 0 ? [] : [`不知道有没有送到 ${format.number(counts.unknown)}`]),
        ...(counts.ambiguous === 0 ? [] : [`可能发了两遍 ${format.number(counts.ambiguous)}`]),
      ].join('，'),
    faults: '最近的故障',
    noFaults: '启动以来没有',
    fault: (id, command, at, zone) => `${id}：/${command}，${format.time(at, zone)}`,
    roles: { seeker: '求职者', moderator: '管理员', operator: '维护者' },
  },

  letterFailures,

  deadEnd: {
    title: '有个地方收不到我的消息了',
    what: (platform, place) => `是 ${platform} 上的 ${place}。`,
    why: {
      removed: '我被移出了那里，或者看不到那个频道了。把我加回去，再在那里发 /subscribe，点“恢复”就行。',
      gone: '那里已经不存在了。换到哪里，就在哪里发 /subscribe。',
      muted: '我还在那里，但不能发言。给我发消息的权限，再在那里发 /subscribe，点“恢复”就行。',
      closed:
        '那里的话题或子区已关闭。重新打开后，在那里发 /subscribe，点“恢复”；或者到别的话题里发 /subscribe。',
    },
    kept: '发往那里的消息都先停了，原来的设置都还在。',
    show: '打开那个频道',
  },

  links: {
    refusal: (why) => `${why}请直接粘贴招聘信息的文字：/submit 后面接正文。`,
    obstacles: {
      link: '这个链接我打不开。',
      scheme: '我只打开网页，也就是以 http:// 或 https:// 开头的链接。',
      credentials: '这个链接里带着用户名或密码，我不会使用。',
      port: '这个链接用了不常见的端口，我只打开普通网页。',
      private: '这个链接指向的不是公开的互联网，我不会打开。',
      unknown_host: '找不到这个网站。',
      unreachable: '连不上这个网站。',
      slow: '这个网站太久没有回应。',
      large: '这个网页太大了，我读不了。',
      kind: '这个链接是一个我读不了的文件，不是网页。',
      redirects: '这个链接一直在跳转，没有尽头。',
      robots: '这个网站不希望程序读取这个页面。',
      login: '这个页面要登录后才能看。',
      forbidden: '这个网站不让我读取这个页面。',
      gone: '这个页面不存在，或者已经撤下。',
      broken: '这个网站的回应有问题，我看不懂。',
      empty: '这个页面上没有我能读的文字，可能要用浏览器才看得到。',
      no_opening: '我在这个页面上没有找到招聘信息。',
      several: '这个页面上有好几个职位，可以发其中一个职位的链接。',
      busy: '我正在读很多网页，可以过一分钟再试。',
    },
  },

  limits: {
    commands: (limit, wait) =>
      `一分钟最多 ${format.number(limit)} 个命令，已经超出了。请等 ${duration(wait)}再继续。`,
    submissions: (limit, wait, left) =>
      left > 0
        ? `每人一天最多提交 ${format.number(limit)} 个职位，现在还能提交 ${format.number(left)} 个。请少选几个，其余的 ${duration(wait)}后再提交。`
        : `每人一天最多提交 ${format.number(limit)} 个职位，你今天的已经用完。草稿还在，${duration(wait)}后可以再确认。`,
    submissionsHere: (limit, wait, left) =>
      left > 0
        ? `这里一天最多收 ${format.number(limit)} 个职位，现在还能收 ${format.number(left)} 个。请少选几个，其余的 ${duration(wait)}后再提交。`
        : `这里一天最多收 ${format.number(limit)} 个职位，今天已经满了。草稿还在，${duration(wait)}后可以再确认。`,
    questions: (limit, wait) =>
      `每人一天最多问 ${format.number(limit)} 个问题，你今天的已经用完，${duration(wait)}后可以再问。`,
  },

  stages,
  stageLabel: (stage) => stages[stage],
  moves: {
    interested: '感兴趣',
    referred: '已内推',
    applied: '已投递',
    interview: '进入面试',
    offer: '拿到 offer',
    accepted: '接受',
    declined: '婉拒',
    rejected: '没成',
  },

  stage: {
    label: '进展',
    since: (stage, since) => `${stage}（${format.day(since)}起）`,
    sinceDay: (since) => `${format.day(since)}起`,
    notTaken: '还没有跟进。',
    withNote: '想对推荐的人说几句，可以写：',
    done: (id, stage) => `${id} 号职位的进展：${stage}。`,
    told: (people) =>
      people === 0 ? '没有能通知的人。' : `两分钟后告诉推荐的人（共 ${format.number(people)} 位）。`,
    undo: '撤销',
    back: (id, stage) => `已撤销，${id} 号职位回到之前的进展：${stage}。`,
    backToNone: (id) => `已撤销，${id} 号职位还没有跟进。`,
    toldBack: (people) =>
      people === 0 ? '还没有人知道。' : `已经有 ${format.number(people)} 位收到消息，我会告诉他们。`,
    already: (id, stage) => `${id} 号职位的进展已经是“${stage}”了。`,
    movedMeanwhile: (id) => `${id} 号职位的进展刚刚变过，请再看一下：/stage ${id}`,
  },

  referrals: {
    own: (total) => `你提交了 ${format.number(total)} 个职位`,
    none: '你还没有提交过职位。几秒钟就够：在 /submit 后面粘贴一段招聘信息，后来怎么样都会在这里告诉你。',
    noneHere: '你还没有在这里提交过职位。几秒钟就够：在 /submit 后面粘贴一段招聘信息，后来怎么样都会告诉你。',
    open: '招聘中，还没跟进',
    joined: '和另一个相同的职位合在一起了',
    note: (note) => `“${note}”`,
    pipeline: '各份推荐的进展',
    nothingYet: '还没有跟进任何职位。用 /openings 看看有哪些。',
    waits: '等你处理',
    nothingWaits: '没有等你处理的事。',
    unanswered: (n) => `${format.number(n)} 个问题待回答`,
    untaken: (n) => `${format.number(n)} 个职位还没跟进`,
    interviews: (n) => `${format.number(n)} 场面试`,
    toAnswer: '去回答',
    toTakeUp: '还没跟进的',
    allTakenUp: '可能合适的职位都跟进了。',
    noneAt: (stage) => `没有进展为“${stage}”的推荐。`,
  },

  inquiries: {
    passedOn: (name) => `谢谢，问题已经转给${name}，回答会发到这里给你。`,
    passedOnHere: (name) => `谢谢，问题已经转给${name}，回答会发在这里。`,
    passedOnFrom: (name) => `谢谢，问题已经转给${name}，回答会私聊发给你。`,
    asks: (name) => `${name}问：`,
    asked: (name) => `${name}问过：`,
    youAsked: '你问过：',
    says: { answered: (name) => `${name}回答：`, corrected: (name) => `${name}更正了回答：` },
    answer: '回答',
    answerOne: (id) => `回答 ${id} 号`,
    ask: '我要提问',
    question: '你的问题',
    formTitle: (name) => `向${name}提问`,
    answered: (name) => `${name}的回答`,
    noneAnswered: (name) => `这里还没有回答过的问题，第一个问${name}的人可以是你。`,
    noneWait: '没有等你回答的问题。',
    noSuch: (id) => `这里没有 ${id} 号问题。用 /answer 看看有哪些在等。`,
    changed: (id) => `${id} 号问题刚刚回答过了，请再看一下：/answer ${id}`,
    given: '回答已保存。',
    reaches: ({ name, inPrivate, inPlace }) => {
      const where = [...(inPrivate ? ['私聊里'] : []), ...(inPlace ? ['提问的地方'] : [])];
      return where.length === 0
        ? `我没法给${name}发消息，不过用 /ask 能看到。`
        : `两分钟后，${name}会在${format.and(where)}看到；在那之前修改，谁都不会看到旧的。`;
    },
    change: '修改',
    drop: (id) => `删除 ${id} 号问题`,
    dropTitle: (id) => `确定删除 ${id} 号问题吗？删除后无法恢复。`,
    dropped: (id) => `${id} 号问题已删除。`,
  },

  notes: {
    written: '记下了，会写进各处的下一期周报。',
    recent: '最近七天写的',
    none: '最近七天什么都没写。例如：/note 这周第一次从头训练了一个模型',
    drop: (position) => `删除第 ${format.number(position)} 句`,
    dropped: '已删除：',
    undo: '撤销',
    noSuch: '这一句已经不在了。用 /note 看看还有哪些。',
  },

  news: {
    opening: (title, company) => (company === null ? `“${title}”` : `“${title}”（${company}）`),
    decisions: {
      accepted: (opening) => `你提交的${opening}通过了审核，谢谢你。`,
      rejected: (opening) => `你提交的${opening}没有通过审核，还是要谢谢你。`,
      merged: (opening) => `你提交的${opening}之前已经有了，现在合在一起，也写上了你的名字。`,
      closed: (opening) => `你提交的${opening}已经关闭。`,
    },
    stages: {
      interested: (opening, name) => `${name}对你推荐的${opening}感兴趣，谢谢你。`,
      referred: (opening, name) => `你推荐的${opening}，已经有人帮${name}内推了，谢谢你牵线。`,
      applied: (opening, name) => `${name}已经投递了你推荐的${opening}，谢谢你。`,
      interview: (opening) => `你推荐的${opening}进入面试了。`,
      offer: (opening) => `你推荐的${opening}给了 offer，谢谢你。`,
      accepted: (opening, name) => `${name}接受了${opening}的 offer。这件事是从你开始的，谢谢你。`,
      declined: (opening, name) => `${name}考虑之后，没有选你推荐的${opening}，还是要谢谢你。`,
      rejected: (opening) => `你推荐的${opening}这次没成，谢谢你帮忙。`,
    },
    back: (opening, stage) => `更正一下：你推荐的${opening}目前的进展是“${stage}”。`,
    notTaken: (opening) => `更正一下：你推荐的${opening}还没有跟进。`,
    good: '有个很合适的职位',
    waitsIn: (platform) =>
      `${platform} 上有个由你管理的社区，里面有职位在等审核，到那里发 /review 就能看到。`,
    waitsInPrivate: '有人私下提交的职位在等审核，在你管理的社区里发 /review 就能看到。',
    mine: '我的推荐',
    stop: '不再通知我',
  },

  wishes: {
    title: '由你决定',
    named: { yes: '每周致谢里可以写你的名字。', no: '每周致谢里不写你的名字。' },
    news: { on: '你做的事有了结果，我会通知你。', off: '除了你问的问题有了回答，我不主动打扰你。' },
    nameMe: '每周致谢里写上我',
    unnameMe: '不要写我的名字',
    stop: '不再通知我',
    goOn: '继续通知我',
    undo: '撤销',
  },

  language: {
    current: (name) => `我在这里用${name}回答。`,
    changed: (name) => `好的，以后在这里用${name}回答。`,
    moderators: '群里用哪种语言，由管理员决定。',
  },

  discord: {
    menu: '提交为职位',
    noText: '这条消息里没有我能读的文字。',
    more: (lines) => `…… Discord 放不下了，还有 ${format.number(lines)} 行。分开看就能看全，用法见 /help。`,
    late: '刚才慢了一点，现在好了。',
    tooLate: '刚才太慢了，请再试一次。',
    blank: '什么都没有填。',
    fillAgain: '回去接着填',
    cannotPost: (permissions) =>
      `我现在还不能主动在这个频道发消息。请频道管理者给我这些权限：${format.and(permissions)}。`,
    permissions: {
      ViewChannel: '查看频道',
      SendMessages: '发送消息',
      SendMessagesInThreads: '在子区内发送消息',
    },
  },

  console: {
    welcome: (name) =>
      `你好，我在替${name}找内推。试试 /criteria、/skills kafka，或者直接粘贴一段招聘信息。/help 查看全部命令，/as 切换身份，/exit 退出。`,
    hat: (hat) => `你现在的身份：${hat}。`,
    hats: { all: '求职者、管理员、维护者和成员', member: '成员', moderator: '管理员', seeker: '求职者' },
    people: { all: '控制台', member: '成员', moderator: '管理员', seeker: '求职者' },
    unknownHat: (hat, hats) => `没有“${hat}”这个身份，可以发 ${format.or(hats.map((one) => `/as ${one}`))}。`,
    howToFill: '每项一行，留空就跳过，/cancel 取消。',
    howToCorrect: '每项一行，空行表示保持原样，填一个 - 清空，/cancel 取消。',
    standing: (value) => `［${value}］`,
    kept: '填过的内容都还在，请再过一遍：空行表示保持原样，/cancel 取消。',
    required: (label) => `${label}是必填的。`,
    stopped: '已取消，表单内容没有保留。',
    dropped: (title) => `（已放弃填写“${title}”。）`,
    noForm: '现在没有要填的表单。',
    here: '这个控制台专有',
    commands: {
      as: { summary: '换个身份，看看各能做什么', options: {}, examples: ['/as member', '/as all'] },
      cancel: { summary: '不填当前的表单了', options: {}, examples: ['/cancel'] },
      exit: { summary: '结束对话', options: {}, examples: ['/exit', '/quit'] },
    },
  },

  week: {
    title: (name) => `${name}的求职周报`,
    span: (from, until, zone) => `${format.shortDay(from, zone)}至${format.shortDay(until, zone)}`,
    day: format.shortDay,
    number: (number) => `第 ${number} 周`,
    late: (due, zone) => `本期原定 ${format.time(due, zone)} 发出，来晚了，抱歉。`,
    quiet: (name) => `这周很安静，${name}没有收到新职位。看到合适的就转过来吧，二十秒就够。`,
    summary: (arrived, good, underWay) => {
      const openings = arrived === 0 ? '本周没有新职位' : `本周新职位 ${format.number(arrived)} 个`;
      return [
        openings,
        ...(good === 0 ? [] : [`，其中 ${format.number(good)} 个很合适`]),
        ...(underWay === 0 ? [] : [`；正在推进 ${format.number(underWay)} 个`]),
        '。',
      ].join('');
    },
    figures: { arrived: () => '新职位', good: () => '很合适', underWay: '正在推进' },
    bars: '每周新职位',
    legend: ['全部', '很合适'],
    noneFit: () => '没有合适的。',
    best: '新职位里最合适的',
    others: (n) => `另有 ${format.number(n)} 个`,
    moved: '有进展的',
    before: (stage) => `之前：${stages[stage]}`,
    back: '撤回了',
    phase: (name) => `求职进入了新阶段（${name}），条件有这些变化：`,
    changed: '求职条件有这些变化：',
    notes: (name) => `${name}说`,
    asks: '也许你知道',
    ask: {
      place: '在哪里工作？',
      remote: '可以在哪里远程？',
      salary: '薪资大概多少？',
      insurance: '社保公积金按多少基数交？',
      language: '工作时用什么语言？',
      contract: '是哪种用工形式？',
    },
    owed: (n, name) => `这里问${name}的问题，还有 ${format.number(n)} 个等待回答。`,
    thanks: (names) => `感谢提供职位的朋友：${names.join('、')}。`,
    all: '全部职位',
  },

  telegram: {
    step: (at, of) => `第 ${at} 项，共 ${of} 项`,
    replyHere: '请直接回复这条消息。',
    typed: {
      skip: '/skip 跳过',
      keep: '/skip 保持原样',
      clear: '填一个 - 清空',
      back: '/back 回到上一项',
      stop: '/cancel 取消',
    },
    hints: (hints) => `${hints.join('，')}。`,
    inWords: '请用文字回答。',
    now: '目前',
    required: (label) => `${label}是必填的。`,
    skip: '跳过',
    keep: '保持不变',
    back: '上一项',
    cancel: '取消',
    stopped: '已取消，表单内容没有保留。',
    dropped: (title) => `已放弃填写“${title}”。`,
    over: '这一步已经结束了。',
    noText: '这条消息里没有文字。请转发带文字的消息，或者在 /submit 后面粘贴招聘信息。',
    cut: (lines) => `……还有 ${format.number(lines)} 行。只问其中一部分，就能看到其余内容。`,
    sentInPrivate: '这条回复只有你能看到，已经发到我们的私聊里了。',
    startFirst: '这条回复只有你能看到。请先在私聊里点“开始”，然后再问一次。',
    openChat: '打开私聊',
    asYourself: '这条回复只能给一个人看。请不要匿名发言，或者和我私聊。',
    inChannel: '在频道里，这条回复所有人都会看到。请和我私聊。',
    polling: '由我主动拉取',
    posting: '由 Telegram 推送',
    waiting: (updates) => (updates === 0 ? '没有积压' : `积压 ${format.number(updates)} 条`),
    hearing: '在群里',
    hearsAll: '能看到所有消息',
    hearsCommands: '只看得到命令和对我的回复（隐私模式）',
    administrator: '管理员',
    member: '普通成员',
    inChat: '详情与匹配结果',
    allSkills: '全部技能',
    handIn: '提交职位',
  },
};
