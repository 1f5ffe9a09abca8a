import { describe, expect, test } from 'vitest';

import type { Opening } from '../../../core/opening.ts';
import { focusOfTitle } from '../../../core/reading/focus.ts';
import { normalise } from '../../../core/reading/normalise.ts';
import { readChineseNumeral } from '../../../core/reading/numerals.ts';
import { readOpening } from '../../../core/reading/read.ts';
import { pay } from './sample.ts';

const read = (text: string): Opening => readOpening(text).opening;

test.each([
  ['投递 https://mica.example.com/jobs/7,这个岗位很好，详情见https://mica.example.com/about。', 'jobs/7'],
  ['投递：https://mica.example.com/jobs/7这个岗位很好', 'jobs/7'],
  ['投递：https://mica.example.com/jobs/7：联系小李', 'jobs/7'],
  ['投递：https://mica.example.com/jobs/前端 谢谢', 'jobs/前端'],
  ['投递：https://mica.example.com/jobs?name=前端', 'jobs?name=前端'],
])('a link ends where the talk goes on: %s', (text, path) => {
  expect(read(`招聘前端工程师，上海，30-50k\n${text}`).applyUrl).toBe(`https://mica.example.com/${path}`);
});

describe('the form says how the work is done', () => {
  test.each([
    ['岗位：前端工程师\n地点：成都\n是否远程：否', 'onsite'],
    ['岗位：前端工程师\n地点：成都\n是否远程：可以', 'remote'],
    ['岗位：前端工程师\n地点：成都\n是否远程：每周两天居家', 'hybrid'],
    ['岗位：前端工程师\n地点：成都\n是否远程：看情况', 'onsite'],
    ['岗位：前端工程师  公司：云母科技  地点：成都  远程：否', 'onsite'],
    ['岗位：前端工程师 / 公司：云母科技 / 地点：成都 / 远程：否', 'onsite'],
    ['岗位：前端工程师\n地点：成都\n办公方式：混合', 'hybrid'],
    ['Mica | QA Engineer | Oslo | partially remote', 'hybrid'],
    ['Mica | QA Engineer | Oslo | hybrid or remote', 'remote'],
    ['Mica | QA Engineer | Remote, 2 days/week in Oslo', 'hybrid'],
    ['Mica | QA Engineer | 1 day per week in Leeds', 'hybrid'],
    ['Mica | QA Engineer | Leeds\nIn Leeds two days a week.', 'hybrid'],
    ['Mica | QA Engineer | Leeds\nWe work 4 days a week in Leeds.', 'onsite'],
    ['云母科技招聘测试工程师，支持在家办公每周3天', 'hybrid'],
    ['云母科技招聘测试工程师，上海，居家每周一到两天', 'hybrid'],
  ])('%j is %s', (text, arrangement) => {
    expect(read(text).arrangement).toBe(arrangement);
  });
});

describe('from where remote work is allowed', () => {
  test.each([
    ['Mica | QA Engineer | Remote\nYou must be based in Canada.', 'Canada'],
    ['Mica | QA Engineer | Remote\nYou must be based in our time.\nWe work US hours.', 'United States'],
    ['Mica | QA Engineer | Remote\nOverlap with CET business hours.', 'Europe'],
    ['Mica | QA Engineer | Remote\nWork from anywhere you like.', 'worldwide'],
    ['Mica | QA Engineer | Remote\nTea is served.', null],
    ['远程 招聘 Go 工程师 30k\n只招非中国籍', 'outside China'],
    ['QA Engineer\nMica Labs\nRemote - Asia', 'Asia'],
    ['测试工程师\n云母科技\n远程（东南亚）', 'Southeast Asia'],
  ])('%j: %s', (text, scope) => {
    expect(read(text).remoteScope).toBe(scope);
  });
});

test('a line that says from everywhere and nothing else is no matter of doubt', () => {
  const { opening, doubts } = readOpening('QA Engineer\nMica Labs\nRemote, anywhere in the world');
  expect(opening.remoteScope).toBe('worldwide');
  expect(doubts).not.toContain('remoteScope');
});

describe('places under the head', () => {
  test.each([
    ['QA Engineer\nOrchid Systems — Guangzhou', ['Guangzhou']],
    ['测试工程师\n云母科技 - 成都', ['Chengdu']],
    ['We need a QA engineer to join us.\nBerlin. €60-75k. Write to us.', ['Berlin']],
    ['QA Engineer at Mica\n1 day a week in Leeds, else from home.', ['Leeds']],
  ])('%j: %j', (text, locations) => {
    expect(read(text).locations).toEqual(locations);
  });
});

describe('languages that a form lists', () => {
  test.each([
    ['云母智能招聘测试工程师\n【语言】English & Chinese', 'both'],
    ['云母智能招聘测试工程师\n语言要求：中英文均可', 'both'],
    ['云母智能招聘测试工程师\n语言：中文，英文优先', 'zh'],
    ['Mica | QA Engineer | Oslo\nLanguages: English, Mandarin', 'both'],
    ['Mica | QA Engineer | Oslo\nLanguages: English (Mandarin preferred)', 'en'],
  ])('%j: %s', (text, language) => {
    expect(read(text).languageRequired).toBe(language);
  });
});

describe('pay by the custom of its currency', () => {
  test.each([
    ['Mica | QA Engineer | Tokyo | JPY 6,000,000 - 8,000,000', pay(6_000_000, 8_000_000, 'JPY', 'year')],
    ['Mica | QA Engineer | Tokyo | JPY 400,000 - 500,000', pay(400_000, 500_000, 'JPY', 'month')],
    ['Mica | QA Engineer | Taipei | TWD 900,000 - 1,200,000', pay(900_000, 1_200_000, 'TWD', 'year')],
    ['Mica | QA Engineer | Taipei | TWD 60,000 - 80,000', pay(60_000, 80_000, 'TWD', 'month')],
    ['Mica | QA Engineer | Pune | INR 80,000 - 90,000', pay(80_000, 90_000, 'INR', 'month')],
    ['Mica | QA Engineer | Hanoi | VND 30,000,000 - 40,000,000', pay(30_000_000, 40_000_000, 'VND', 'month')],
    ['公司：云母\n岗位：架构师\n薪资：100+', pay(1_000_000, null, 'CNY', 'year')],
    ['招聘 测试工程师 北京 300-500 元', pay(300, 500, 'CNY', 'day')],
    ['招聘 测试工程师 北京 月薪2万5', pay(25_000, 25_000, 'CNY', 'month')],
    ['Mica | QA Engineer | Riga | €90k-30k', { salary: null }],
    [
      'Mica | Go Engineer | Riga\nSalary:\nJunior: €30k-€40k\nSenior: €60k-€80k',
      pay(30_000, 80_000, 'EUR', 'year'),
    ],
  ])('%j', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});

describe('spoken numerals that are none', () => {
  test.each(['半', '一二', '万万', '零十', '三万半半'])('%s is no number', (text) => {
    expect(readChineseNumeral(text)).toBeNull();
  });

  test('half of the last power counts', () => {
    expect([readChineseNumeral('一万半'), readChineseNumeral('两百半')]).toEqual([15_000, 250]);
  });
});

describe('who offers the job', () => {
  test.each([
    ['https://mica.example | Mica | QA Engineer | Oslo', 'Mica'],
    ['QA Engineer | Mica | Oslo | Onsite', 'Mica'],
    ['QA Engineer | Oslo | Onsite', null],
    ['招聘 后端工程师\n简历请发 someone@bytedance.com', '字节跳动'],
    ['公司：Larch Inc. 上海\n岗位：测试工程师', 'Larch Inc.'],
    ['ML Engineer, Mica Labs, Oslo, hybrid', 'Mica Labs'],
    ['我们组（云母科技-推荐算法部）在招人\n大模型工程师，base 杭州', '云母科技'],
    ['我们团队（云母科技 数据平台部）招聘数据工程师', '云母科技'],
    ['#招聘 #成都\n【公司】云母智能\n【岗位】算法工程师', '云母智能'],
    ['数据平台工程师 | 总包60-90w', null],
    ['数据平台工程师 | 年包60-90w\n成都，全职', null],
    ['QA Engineer at Mica (seed) | Remote | must be in UTC-5..UTC+2', 'Mica'],
    ['QA Engineer\nWork Mode: Hybrid\nLocation: Oslo', null],
    ['QA Engineer\nStart Date: May\nLocation: Oslo', null],
    ['JD：\n负责测试平台\n要求：熟悉 Go\n地点：成都', null],
    ['Senior QA Engineer - Billing\nMica Pay · Oslo, Norway · Remote', 'Mica Pay'],
    ['NFT protocol. Paid in USDC\nSolidity engineer, remote', null],
    ['公司：云母科技  岗位：测试工程师  地点：成都', '云母科技'],
    ['Role: QA Engineer  Company: Mica Labs  Base Location: Oslo', 'Mica Labs'],
    ['上海帮你找工具科技有限公司（创业公司）\n\nPHP 工程师', '上海帮你找工具科技有限公司'],
    ["I'm looking for a QA engineer\nlocated in Leeds", null],
  ])('%j: %s', (text, company) => {
    expect(read(text).company).toBe(company);
  });
});

describe('how to reach the poster', () => {
  test.each([
    ['招聘测试工程师，微信 base64：c29tZW9uZV9oZXJl', 'c29tZW9uZV9oZXJl'],
    ['招聘测试工程师，简历 bWVAbWljYS5leGFtcGxl==', 'bWVAbWljYS5leGFtcGxl=='],
    ['招聘测试工程师，联系 talent#mica.example', 'talent@mica.example'],
    ['Hiring a QA engineer. Write to talent at mica dot io', 'talent@mica.io'],
    ['Hiring a QA engineer. Look at mica.io', null],
    ['招聘测试工程师，电话 13800138000', '13800138000'],
  ])('%j: %s', (text, contact) => {
    expect(read(text).contact).toBe(contact);
  });
});

describe('what a job is about by its title alone', () => {
  test.each([
    ['LLM Training Engineer', 'ml'],
    ['Senior ML (Software) Engineer', 'ml'],
    ['大模型算法工程师', 'ml'],
    ['Senior Engineer (Python, React)', 'backend'],
    ['React Developer', 'frontend'],
    ['产品经理（AI 方向）', 'management'],
    ['Penetration Tester', 'security'],
    ['Barista', null],
  ])('%s: %s', (title, focus) => {
    expect(focusOfTitle(title)).toBe(focus);
  });
});

describe('small words that mislead', () => {
  test('a place in small letters is a place only where its name cannot be a word', () => {
    expect(read('hiring a QA engineer for a cork factory, remote').locations).toEqual([]);
  });

  test('the insurance base may be spoken, and a figure too small is none', () => {
    expect(read('招聘测试工程师，社保基数一万二').insuranceBase).toBe(12_000);
    expect(read('招聘测试工程师，五险一金按 1.2 万缴纳').insuranceBase).toBe(12_000);
    expect(read('招聘测试工程师，社保按 12 缴纳').insuranceBase).toBeNull();
  });

  test('single letters that count rounds and suites are no skills', () => {
    expect(read('Mica | Go Engineer | Oslo\nWe closed our C round. Skills: Go, Rust').skills).toEqual([
      'Go',
      'Rust',
    ]);
  });
});

describe('the employer is no part of the title', () => {
  test.each([
    ['岗位：云母科技 大模型工程师\n公司：云母科技\n地点：广州', '大模型工程师'],
    ['Title: ML Engineer, Mica\nCompany: Mica\nLocation: Oslo', 'ML Engineer'],
    ['Title: Mica Engineer\nCompany: Mica Engineer\nLocation: Oslo', 'Mica Engineer'],
  ])('%j: %s', (text, title) => {
    expect(read(text).title).toBe(title);
  });
});

test('what composes only after invisible marks are gone is composed', () => {
  expect(normalise('Cafe\u200b\u0301')).toBe('Café');
});
