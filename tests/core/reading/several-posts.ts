// Posts with several jobs, written for the tests, and posts that look like it and offer one.

import type { Opening } from '../../../core/opening.ts';
import { pay } from './sample.ts';

export interface Several {
  readonly about: string;
  readonly text: string;
  /** One for each job, in the order of the post; none where it is to stay one. */
  readonly jobs: readonly Partial<Opening>[];
}

const worldwide = { arrangement: 'remote', remoteScope: 'worldwide' } as const;

export const severalPosts: readonly Several[] = [
  {
    about: 'a numbered list in Chinese, with pay',
    text: `蓝鲸科技招聘，坐标广州
1. 大模型算法工程师 30-60K
2. Golang 后端工程师 20-40K
3. 产品经理 25-35K·14薪
简历发 hr@lanjing.example.com`,
    jobs: [
      {
        title: '大模型算法工程师',
        focus: 'ml',
        locations: ['Guangzhou'],
        ...pay(30_000, 60_000, 'CNY', 'month'),
      },
      {
        title: 'Golang 后端工程师',
        skills: ['Go'],
        locations: ['Guangzhou'],
        ...pay(20_000, 40_000, 'CNY', 'month'),
      },
      {
        title: '产品经理',
        focus: 'management',
        contact: 'hr@lanjing.example.com',
        ...pay(25_000, 35_000, 'CNY', 'month', 14),
      },
    ],
  },
  {
    about: 'numbers within one line',
    text: '【广州】蓝鲸科技 内推 1. 大模型算法工程师 30-60K 2. 后端开发 20-40K 3. 测试工程师 15-25K 简历发 hr@lanjing.example.com',
    jobs: [
      {
        title: '大模型算法工程师',
        contact: 'hr@lanjing.example.com',
        ...pay(30_000, 60_000, 'CNY', 'month'),
      },
      { title: '后端开发', locations: ['Guangzhou'], ...pay(20_000, 40_000, 'CNY', 'month') },
      { title: '测试工程师', contact: 'hr@lanjing.example.com', ...pay(15_000, 25_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'a form line that lists jobs',
    text: `公司：蓝鲸科技
招聘岗位：算法工程师、前端开发、测试
地点：深圳
薪资：20-40k
微信：lanjing_hr`,
    jobs: ['算法工程师', '前端开发', '测试'].map((title) => ({
      title,
      company: '蓝鲸科技',
      locations: ['Shenzhen'],
      contact: 'wechat:lanjing_hr',
      ...pay(20_000, 40_000, 'CNY', 'month'),
    })),
  },
  {
    about: 'a form line with a slash between names that each say who does the job',
    text: 'Position: Data Engineer / Product Designer\nCompany: Curlew\nLocation: Berlin',
    jobs: ['Data Engineer', 'Product Designer'].map((title) => ({
      title,
      company: 'Curlew',
      locations: ['Berlin'],
    })),
  },
  {
    about: 'a form line with a slash between Chinese names that each say who does the job',
    text: '岗位：前端工程师/产品经理\n公司：白鹭数据\n地点：广州',
    jobs: ['前端工程师', '产品经理'].map((title) => ({ title, locations: ['Guangzhou'] })),
  },
  {
    about: 'the job of the head, with its pay and demands, and others at the end',
    text: `Senior Backend Engineer (Python/Django)
Curlew | London | Hybrid | £80-95k

We build scheduling software.
Requirements:
- Python
- Django

Also hiring: Engineering Manager, Product Manager
Apply: jobs@curlew.example.com`,
    jobs: [
      {
        title: 'Senior Backend Engineer (Python/Django)',
        company: 'Curlew',
        locations: ['London'],
        skills: ['Python', 'Django'],
        ...pay(80_000, 95_000, 'GBP', 'year'),
      },
      ...['Engineering Manager', 'Product Manager'].map((title) => ({
        title,
        company: 'Curlew',
        skills: [],
        salary: null,
        contact: 'jobs@curlew.example.com',
      })),
    ],
  },
  {
    about: 'the jobs of the head, and a list of more',
    text: `Curlew | Data Engineer, Platform Engineer | Berlin | Full-time
We map the sea.

Other open roles:
- Product Designer
- Head of Finance
Apply: https://curlew.example.com/careers`,
    jobs: ['Data Engineer', 'Platform Engineer', 'Product Designer', 'Head of Finance'].map((title) => ({
      title,
      locations: ['Berlin'],
    })),
  },
  {
    about: 'the job of the head in Chinese, and others in a line at the end',
    text: `高级后端工程师（Go）
白鹭数据，广州，30-50k
要求：
- 熟悉 Golang
同时招聘：产品经理、测试工程师
简历：hr@bailu.example.com`,
    jobs: [
      {
        title: '高级后端工程师(Go)',
        skills: ['Go'],
        locations: ['Guangzhou'],
        ...pay(30_000, 50_000, 'CNY', 'month'),
      },
      { title: '产品经理', skills: [], salary: null },
      { title: '测试工程师', skills: [], salary: null, contact: 'hr@bailu.example.com' },
    ],
  },
  {
    about: 'the job of the head and one more in a sentence',
    text: "Backend Engineer at Curlew (Berlin)\nWe're also looking for a Data Engineer.\njobs@curlew.example.com",
    jobs: ['Backend Engineer', 'Data Engineer'].map((title) => ({
      title,
      locations: ['Berlin'],
      contact: 'jobs@curlew.example.com',
    })),
  },
  {
    about: 'the job of a form and one more in a Chinese sentence',
    text: '岗位：算法工程师\n公司：白鹭数据\n地点：广州\n薪资：30-50k\n同时招聘产品经理，欢迎推荐',
    jobs: [
      { title: '算法工程师', locations: ['Guangzhou'], ...pay(30_000, 50_000, 'CNY', 'month') },
      { title: '产品经理', company: '白鹭数据', salary: null },
    ],
  },
  {
    about: 'groups of jobs, each group in a line below its name',
    text: `白鹭数据在招：
【研发岗】
Java开发工程师、前端开发工程师、算法工程师、测试开发工程师、数据仓库工程师、嵌入式软件工程师
【产品岗】
产品经理
【设计岗】
交互设计师、视觉设计师
地点：广州`,
    jobs: [
      'Java开发工程师',
      '前端开发工程师',
      '算法工程师',
      '测试开发工程师',
      '数据仓库工程师',
      '嵌入式软件工程师',
      '产品经理',
      '交互设计师',
      '视觉设计师',
    ].map((title) => ({ title, locations: ['Guangzhou'] })),
  },
  {
    about: 'one group of jobs in a line below its name',
    text: '白鹭数据招聘\n技术类：\nJava开发工程师、前端开发工程师、算法工程师\n地点：广州',
    jobs: ['Java开发工程师', '前端开发工程师', '算法工程师'].map((title) => ({
      title,
      locations: ['Guangzhou'],
    })),
  },
  {
    about: 'groups of jobs behind the names of the groups',
    text: '白鹭数据\n在招岗位：\n技术类：Java开发工程师、算法工程师\n产品类：产品经理、产品运营\n地点：广州',
    jobs: ['Java开发工程师', '算法工程师', '产品经理', '产品运营'].map((title) => ({ title })),
  },
  {
    about: 'groups of jobs in English',
    text: `Curlew is hiring!

Engineering:
Backend Engineer, Data Engineer, Site Reliability Engineer
Product:
Product Manager, Product Designer

Berlin, apply: jobs@curlew.example.com`,
    jobs: [
      'Backend Engineer',
      'Data Engineer',
      'Site Reliability Engineer',
      'Product Manager',
      'Product Designer',
    ].map((title) => ({ title, locations: ['Berlin'] })),
  },
  {
    about: 'form lines that list jobs, with pay of their own below',
    text: '岗位1：前端工程师、后端工程师\n薪资：20-30k\n岗位2：产品经理\n薪资：15-20k\n地点：广州',
    jobs: [
      ...['前端工程师', '后端工程师'].map((title) => ({
        title,
        locations: ['Guangzhou'],
        ...pay(20_000, 30_000, 'CNY', 'month'),
      })),
      { title: '产品经理', ...pay(15_000, 20_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'jobs with a pictograph of their own',
    text: 'Curlew is hiring!\n🧠 ML Engineer\n🎨 Product Designer\n📈 Growth Marketer\nRemote, jobs@curlew.example.com',
    jobs: ['ML Engineer', 'Product Designer', 'Growth Marketer'].map((title) => ({
      title,
      arrangement: 'remote' as const,
    })),
  },
  {
    about: 'jobs with a pictograph of their own, and pictographs for what is said of all',
    text: '白鹭数据招人\n🚀 后端工程师 25-40k\n🎨 UI 设计师 15-25k\n📱 安卓开发 20-35k\n📍 广州\n📮 hr@bailu.example.com',
    jobs: [
      { title: '后端工程师', locations: ['Guangzhou'], ...pay(25_000, 40_000, 'CNY', 'month') },
      { title: 'UI 设计师', locations: ['Guangzhou'], ...pay(15_000, 25_000, 'CNY', 'month') },
      { title: '安卓开发', contact: 'hr@bailu.example.com', ...pay(20_000, 35_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'jobs with a pictograph of their own and words below, and the place of all',
    text: 'Curlew is hiring\n🧠 ML Engineer\nTrain models with PyTorch.\n🎨 Product Designer\nDraw in Figma.\n📍 Berlin',
    jobs: ['ML Engineer', 'Product Designer'].map((title) => ({ title, locations: ['Berlin'] })),
  },
  {
    about: 'jobs with a pictograph of their own, each with its place and pay',
    text: `Curlew is hiring
🧠 ML Engineer
📍 Berlin
💰 80-90k EUR a year
🎨 Product Designer
📍 Paris
💰 60-70k EUR a year
📮 jobs@curlew.example.com`,
    jobs: [
      { title: 'ML Engineer', locations: ['Berlin'], ...pay(80_000, 90_000, 'EUR', 'year') },
      { title: 'Product Designer', locations: ['Paris'], ...pay(60_000, 70_000, 'EUR', 'year') },
    ],
  },
  {
    about: 'a line of jobs with pay behind each',
    text: '白鹭数据招人啦\n算法（25-45k）、后端（20-35k）、产品（20-30k）\n广州，简历发 hr@bailu.example.com',
    jobs: [
      { title: '算法', locations: ['Guangzhou'], ...pay(25_000, 45_000, 'CNY', 'month') },
      { title: '后端', contact: 'hr@bailu.example.com', ...pay(20_000, 35_000, 'CNY', 'month') },
      { title: '产品', ...pay(20_000, 30_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'a line of jobs with pay behind each, in English',
    text: 'Hiring\nBackend Engineer (60-70k), Data Engineer (65-80k)\nBerlin, jobs@curlew.example.com',
    jobs: [
      { title: 'Backend Engineer', locations: ['Berlin'], ...pay(60_000, 70_000, 'EUR', 'year') },
      { title: 'Data Engineer', ...pay(65_000, 80_000, 'EUR', 'year') },
    ],
  },
  {
    about: 'bare lines with what is worked with, a head count and pay',
    text: '白鹭数据招人\n后端 Go 2人 20-30k\n前端 Vue 1人 15-25k\n测试 1人 10-15k\n地点：广州',
    jobs: [
      { title: '后端 Go', ...pay(20_000, 30_000, 'CNY', 'month') },
      { title: '前端 Vue', skills: ['Vue.js'], ...pay(15_000, 25_000, 'CNY', 'month') },
      { title: '测试', locations: ['Guangzhou'], ...pay(10_000, 15_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'a sentence that says at its end where all of them work',
    text: '白鹭数据招聘：前端 20-30k，后端 25-35k，算法 30-50k，都是远程\n微信 bailu_hr',
    jobs: ['前端', '后端', '算法'].map((title) => ({ title, arrangement: 'remote' as const })),
  },
  {
    about: 'the salaries of a year said once for all that do not say so themselves',
    text: '白鹭数据招聘，广州\n1. 算法工程师 30-50k\n2. 后端工程师 25-40k·13薪\n15薪，双休\n微信 bailu_hr',
    jobs: [
      { title: '算法工程师', ...pay(30_000, 50_000, 'CNY', 'month', 15) },
      { title: '后端工程师', ...pay(25_000, 40_000, 'CNY', 'month', 13) },
    ],
  },
  {
    about: 'openings in a sentence of a chat',
    text: 'we have openings: senior python dev and a data analyst\ndm me',
    jobs: [{ title: 'senior python dev' }, { title: 'data analyst' }],
  },
  {
    about: 'openings in a sentence with its place behind it',
    text: 'We have openings for a data engineer and a product designer. Berlin. jobs@curlew.example.com',
    jobs: ['data engineer', 'product designer'].map((title) => ({ title, locations: ['Berlin'] })),
  },
  {
    about: 'a job right below the heading of its group',
    text: '【技术】\nJava开发工程师\n要求：熟悉 Spring\n【产品】\n产品经理\n要求：懂业务\n白鹭数据招聘，广州',
    jobs: [{ title: 'Java开发工程师' }, { title: '产品经理' }],
  },
  {
    about: 'bare lines with pay from the first on',
    text: '大模型工程师 30-50k\n前端工程师 20-30k\n以上岗位均为 14薪，广州\n微信 bailu_hr',
    jobs: [
      { title: '大模型工程师', locations: ['Guangzhou'], ...pay(30_000, 50_000, 'CNY', 'month', 14) },
      { title: '前端工程师', contact: 'wechat:bailu_hr', ...pay(20_000, 30_000, 'CNY', 'month', 14) },
    ],
  },
  {
    about: 'headings with what is asked for below, and what is said of all at the end',
    text: `# 白鹭数据招聘

## 大模型工程师
💰 35-50K
### 岗位职责
- 负责大模型微调与推理
### 任职要求
- 熟悉 PyTorch、Transformer

## 前端工程师
💰 20-30K
### 岗位职责
- 负责管理后台
### 任职要求
- 熟悉 React、TypeScript

## 联系我们
工作地点：杭州
邮箱：jobs@bailu.example.com`,
    jobs: [
      {
        title: '大模型工程师',
        locations: ['Hangzhou'],
        contact: 'jobs@bailu.example.com',
        ...pay(35_000, 50_000, 'CNY', 'month'),
      },
      {
        title: '前端工程师',
        skills: ['React', 'TypeScript'],
        locations: ['Hangzhou'],
        contact: 'jobs@bailu.example.com',
        ...pay(20_000, 30_000, 'CNY', 'month'),
      },
    ],
  },
  {
    about: 'headings, of which one names a job only by what is asked for below',
    text: `## Python后端
【岗位职责】
1. 负责服务端开发
【岗位要求】
1. 熟悉 Django
## 逆向
【岗位职责】
1. 负责协议分析
【岗位要求】
1. 熟悉 IDA
【团队简介】
我们做数据安全
【工作地点】
北京
简历：hr@x.example.com`,
    jobs: [
      { title: 'Python后端', skills: ['Python', 'Django'], locations: ['Beijing'] },
      { title: '逆向', focus: 'security', locations: ['Beijing'], contact: 'hr@x.example.com' },
    ],
  },
  {
    about: 'a form for each job, with a company of its own',
    text: `公司：蓝鲸科技
岗位：算法工程师
地点：广州
薪资：30-50k

公司：白鹭数据
岗位：后端工程师
地点：深圳
薪资：25-40k

联系：微信 lanjing_hr`,
    jobs: [
      {
        title: '算法工程师',
        company: '蓝鲸科技',
        locations: ['Guangzhou'],
        ...pay(30_000, 50_000, 'CNY', 'month'),
      },
      {
        title: '后端工程师',
        company: '白鹭数据',
        locations: ['Shenzhen'],
        contact: 'wechat:lanjing_hr',
        ...pay(25_000, 40_000, 'CNY', 'month'),
      },
    ],
  },
  {
    about: 'numbered jobs with numbered duties',
    text: `星河互动招聘
1、算法工程师（30-50K）
职责：
1、负责模型训练
2、优化推理
要求：熟悉 PyTorch
2、后端工程师（25-40K）
职责：
1、负责服务端开发
2、高并发优化
要求：熟悉 Golang

地点：成都`,
    jobs: [
      {
        title: '算法工程师',
        skills: ['PyTorch'],
        locations: ['Chengdu'],
        ...pay(30_000, 50_000, 'CNY', 'month'),
      },
      { title: '后端工程师', skills: ['Go'], locations: ['Chengdu'], ...pay(25_000, 40_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'jobs under headings of cities',
    text: `【深圳】
1、算法工程师 30-50k
2、前端工程师 20-30k
【广州】
1、大模型工程师 35-60k
2、测试工程师 15-20k
投递：hr@x.example.com`,
    jobs: [
      { title: '算法工程师', locations: ['Shenzhen'] },
      { title: '前端工程师', locations: ['Shenzhen'] },
      { title: '大模型工程师', locations: ['Guangzhou'], ...pay(35_000, 60_000, 'CNY', 'month') },
      { title: '测试工程师', locations: ['Guangzhou'], ...pay(15_000, 20_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'jobs behind the city that they are in',
    text: `某交易所招聘，薪资 30-50K
base北京：安全负责人
base深圳：合约开发工程师，撮合开发工程师
远程：前端负责人
tg @hr_of_exchange`,
    jobs: [
      { title: '安全负责人', locations: ['Beijing'], arrangement: 'onsite' },
      { title: '合约开发工程师', locations: ['Shenzhen'] },
      { title: '撮合开发工程师', locations: ['Shenzhen'] },
      { title: '前端负责人', arrangement: 'remote', ...pay(30_000, 50_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'a sentence in Chinese with terms of their own in brackets',
    text: '急招：Java后端（深圳，25-40K）、大模型算法（广州，30-60K）、产品经理（远程，20-30K），有意加微信 hr_lanjing',
    jobs: [
      { title: 'Java后端', locations: ['Shenzhen'], ...pay(25_000, 40_000, 'CNY', 'month') },
      { title: '大模型算法', locations: ['Guangzhou'], ...pay(30_000, 60_000, 'CNY', 'month') },
      { title: '产品经理', arrangement: 'remote', contact: 'wechat:hr_lanjing' },
    ],
  },
  {
    about: 'a head that lists jobs',
    text: `Curlew | ML Engineer, Backend Engineer, Product Designer | Remote (worldwide) | https://curlew.example.com/careers
Stack: Python, PyTorch.`,
    jobs: ['ML Engineer', 'Backend Engineer', 'Product Designer'].map((title) => ({
      title,
      company: 'Curlew',
      ...worldwide,
      applyUrl: 'https://curlew.example.com/careers',
    })),
  },
  {
    about: 'a list with links of their own, some of the names as others',
    text: `Curlew | Berlin or remote (EU) | Full-time

We map the sea.

Roles:
- Software Engineer - Frontend: https://curlew.example.com/jobs/1
- Software Engineer - Storage: https://curlew.example.com/jobs/2
- Product: https://curlew.example.com/jobs/3

Stack: Rust, PostgreSQL
Mail us: jobs@curlew.example.com`,
    jobs: [
      {
        title: 'Software Engineer - Frontend',
        applyUrl: 'https://curlew.example.com/jobs/1',
        contact: 'jobs@curlew.example.com',
        company: 'Curlew',
      },
      { title: 'Software Engineer - Storage', applyUrl: 'https://curlew.example.com/jobs/2' },
      { title: 'Product', applyUrl: 'https://curlew.example.com/jobs/3', skills: ['Rust', 'PostgreSQL'] },
    ],
  },
  {
    about: 'a list with pay of their own, in the currency of the place',
    text: `Curlew | London | ONSITE
- Platform Engineer | £70k-£90k
- Office Manager | 30k-40k
Apply: https://curlew.example.com/careers`,
    jobs: [
      { title: 'Platform Engineer', ...pay(70_000, 90_000, 'GBP', 'year') },
      { title: 'Office Manager', locations: ['London'], ...pay(30_000, 40_000, 'GBP', 'year') },
    ],
  },
  {
    about: 'paragraphs that begin with the job',
    text: `Curlew | Multiple roles | On-site (Paris) | Full-time

Senior Systems Engineer: kernels and storage. C++ and Rust.

Distributed Systems Engineer: consensus and replication in Go.

Product Designer: the look of it all.

More at https://curlew.example.com/careers`,
    jobs: [
      { title: 'Senior Systems Engineer', skills: ['C++', 'Rust'], arrangement: 'onsite' },
      { title: 'Distributed Systems Engineer', locations: ['Paris'], arrangement: 'onsite' },
      { title: 'Product Designer', focus: 'design', applyUrl: 'https://curlew.example.com/careers' },
    ],
  },
  {
    about: 'a table',
    text: `We are hiring at Curlew Robotics!

| Role | Location | Pay |
|---|---|---|
| ML Engineer | Guangzhou | 30-40k CNY a month |
| Backend Engineer | Berlin | 70-90k EUR a year |

Apply: https://curlew.example.com/careers`,
    jobs: [
      { title: 'ML Engineer', locations: ['Guangzhou'], ...pay(30_000, 40_000, 'CNY', 'month') },
      { title: 'Backend Engineer', locations: ['Berlin'], ...pay(70_000, 90_000, 'EUR', 'year') },
    ],
  },
  {
    about: 'a sentence in English',
    text: 'Curlew is looking for a Senior ML Engineer, a Data Engineer and a Product Designer. Remote, worldwide. jobs@curlew.example.com',
    jobs: ['Senior ML Engineer', 'Data Engineer', 'Product Designer'].map((title) => ({
      title,
      contact: 'jobs@curlew.example.com',
      ...worldwide,
    })),
  },
  {
    about: 'an overview above the details',
    text: `星河互动 招聘
1. 算法工程师 30-50K
2. 前端工程师 20-30K

【算法工程师】
职责：训练模型
要求：熟悉 PyTorch
【前端工程师】
职责：做页面
要求：熟悉 Vue.js
地点：广州`,
    jobs: [
      { title: '算法工程师', skills: ['PyTorch'], ...pay(30_000, 50_000, 'CNY', 'month') },
      { title: '前端工程师', skills: ['Vue.js'], ...pay(20_000, 30_000, 'CNY', 'month') },
    ],
  },
  {
    about: 'the same line twice is one job',
    text: '招聘：\n- 算法工程师 30-50K\n- 前端工程师 20-30K\n- 算法工程师 30-50K\n广州，微信 lanjing_hr',
    jobs: [{ title: '算法工程师' }, { title: '前端工程师' }],
  },
  {
    about: 'one job whose duties and demands speak of others',
    text: `大模型算法工程师
薪资：30-60K
岗位职责：
- 产品经理协作
- 后端开发
- 模型测试
岗位要求：
1. 熟悉 PyTorch
2. 后端工程师背景优先
地点：广州`,
    jobs: [],
  },
  {
    about: 'one job for several languages of programming',
    text: '招聘 Java/Go/Python 后端工程师，广州，25-40k，微信 lanjing_hr',
    jobs: [],
  },
  {
    about: 'one job, named in the head and in the form',
    text: '[远程] 星河互动诚聘 前端工程师 20-30K\n\n岗位：前端工程师\n要求：熟悉 React\n地点：远程',
    jobs: [],
  },
  {
    about: 'one job with a stack by layers',
    text: `Curlew | Software Engineer | London | ONSITE

Tech stack:
- Backend: Python, Go
- Frontend: React
- Infra: Terraform

Apply: https://curlew.example.com/careers`,
    jobs: [],
  },
  {
    about: 'a seeker who could do several',
    text: 'SEEKING WORK | Remote\nI can work as:\n- Backend Engineer\n- Data Engineer\nRésumé/CV: https://me.example.com',
    jobs: [],
  },
];
