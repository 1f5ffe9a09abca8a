// Posts that look as if they offered several jobs and offer one, written for the tests.

export interface Whole {
  readonly about: string;
  readonly text: string;
  /** Its one job. */
  readonly title: string;
  /** All that it names; none where nothing beside its job looks like one. */
  readonly titles?: readonly string[];
}

export const wholePosts: readonly Whole[] = [
  {
    about: 'a name with a slash between two fields',
    text: 'Job Title: AI/ML Engineer\nCompany: Curlew\nLocation: London',
    title: 'AI/ML Engineer',
  },
  {
    about: 'a name with slashes between three fields',
    text: 'Position: AI/ML/Data Engineer\nCompany: Curlew\nLocation: Leeds',
    title: 'AI/ML/Data Engineer',
  },
  {
    about: 'a name with a slash between what a designer draws',
    text: 'Role: UI/UX Designer\nCompany: Curlew\nLocation: Oslo\nPay: 60-70k EUR',
    title: 'UI/UX Designer',
  },
  {
    about: 'a name with a slash that stands apart',
    text: 'Position: DevOps / SRE Engineer\nLocation: Berlin\nApply: jobs@curlew.example.com',
    title: 'DevOps / SRE Engineer',
  },
  {
    about: 'a name at two ranks',
    text: 'Position: Data Engineer / Senior Data Engineer\nLocation: Berlin\nApply: jobs@curlew.example.com',
    title: 'Data Engineer / Senior Data Engineer',
  },
  {
    about: 'a Chinese name with a slash between two fields',
    text: '职位：后端/全栈工程师\n公司：白鹭数据\n地点：广州',
    title: '后端/全栈工程师',
  },
  {
    about: 'a Chinese name with a slash between two ranks',
    text: '岗位：产品经理/总监\n公司：白鹭数据\n地点：广州\n薪资：30-50k',
    title: '产品经理/总监',
  },
  {
    about: 'a Chinese name with slashes between languages of programming',
    text: '岗位：Java/Go/Python 后端工程师\n公司：白鹭数据\n地点：广州',
    title: 'Java/Go/Python 后端工程师',
  },
  {
    about: 'a name and its translation behind a slash',
    text: '职位名称: 机器学习平台工程师 / ML Platform Engineer\n公司：白鹭数据\n地点：广州',
    title: '机器学习平台工程师',
  },
  {
    about: 'a name and its translation behind a comma',
    text: '岗位：推荐算法工程师、Recommendation Algorithm Engineer\n公司：白鹭数据\n地点：广州',
    title: '推荐算法工程师',
  },
  {
    about: 'a job and the team that it is in',
    text: `# Senior ML Engineer
Curlew, London, hybrid

## About the job
You will train models.

## Team
- 2 backend engineers
- 1 data scientist
- Engineering manager

## Requirements
- Python, PyTorch

Apply: jobs@curlew.example.com`,
    title: 'Senior ML Engineer',
  },
  {
    about: 'a job, its colleagues and the ranks to come',
    text: `# Platform Engineer
Curlew, Leeds, £70k-80k a year
## Your colleagues
* Backend Engineer
* Data Engineer
* Product Designer
## Growth path
1. Platform Engineer
2. Senior Platform Engineer
3. Principal Engineer
## How to apply
Mail jobs@curlew.example.com`,
    title: 'Platform Engineer',
  },
  {
    about: 'a job, whom it works with and whom one talks to',
    text: `Data Analyst | Curlew | Leeds | Full-time
You will work with:
- Product managers
- Backend engineers
- Designers
Interview process:
1. Recruiter
2. Hiring manager
3. Engineering lead
Apply: jobs@curlew.example.com`,
    title: 'Data Analyst',
  },
  {
    about: 'a job with unlike colleagues under no heading that says so',
    text: `Curlew | Data Analyst | Leeds | Full-time
A small group that ships daily:
- Backend Engineer
- Product Designer
Apply: jobs@curlew.example.com`,
    title: 'Data Analyst',
    titles: ['Data Analyst', 'Backend Engineer', 'Product Designer'],
  },
  {
    about: 'a job and the ranks to come in one line',
    text: `Machine Learning Engineer at Curlew, London
Career path: 1. Machine Learning Engineer 2. Senior Machine Learning Engineer 3. Staff Machine Learning Engineer
Apply: jobs@curlew.example.com`,
    title: 'Machine Learning Engineer',
  },
  {
    about: 'a Chinese job, its team and whom one talks to',
    text: `大模型算法工程师
白鹭数据，广州，30-60k
## 团队构成
- 3 名后端工程师
- 2 名数据分析师
- 1 名产品经理
## 面试流程
1. 招聘专员初筛
2. 算法负责人
3. 技术总监
简历：hr@bailu.example.com`,
    title: '大模型算法工程师',
  },
  {
    about: 'a Chinese job, the ranks to come and whom it reports to',
    text: `白鹭数据招聘 后端工程师，广州
晋升路径：1. 初级工程师 2. 高级工程师 3. 架构师
汇报对象：测试经理 / CTO / 研发总监
简历：hr@bailu.example.com`,
    title: '后端工程师',
  },
  {
    about: 'a Chinese job in one sentence with an address for the CV',
    text: '白鹭数据招聘前端开发工程师，20-35k，广州天河，简历发 hr@bailu.example.com',
    title: '前端开发工程师',
  },
  {
    about: 'a Chinese job and an address of somebody in HR',
    text: '白鹭数据招聘大模型工程师，hr@bailu.example.com',
    title: '大模型工程师',
  },
  {
    about: 'a Chinese job and whom to write to',
    text: '白鹭数据诚聘算法工程师，联系 HR 李女士，微信 bailu_hr',
    title: '算法工程师',
  },
  {
    about: 'a Chinese job around the app that one applies with',
    text: '微信小程序开发工程师，广州，20-30k，简历投 hr@bailu.example.com',
    title: '微信小程序开发工程师',
  },
  {
    about: 'a job and an address that sounds like one',
    text: 'Hiring: Backend Developer, developer@curlew.example.com, remote',
    title: 'Backend Developer',
  },
  {
    about: 'a form that says whom one works with',
    text: '岗位：测试开发工程师\n汇报给：技术总监\n协作方：产品经理、设计师\n地点：广州\n薪资：20-30k',
    title: '测试开发工程师',
  },
  {
    about: 'a form under a head that names an agency in Chinese',
    text: '【Heron-Link 猎头】急！量化岗位，年包 open\nTitle: Quantitative Developer (C++ / Python)\nLocation: Shanghai\nSalary: 60-100k',
    title: 'Quantitative Developer (C++ / Python)',
  },
  {
    about: 'a form under a head that says who writes',
    text: '猎头小王：\nTitle: LLM Algorithm Expert\nLocation: Shenzhen\nSalary: 60-100k',
    title: 'LLM Algorithm Expert',
  },
  {
    about: 'a Chinese form under a head that says who writes',
    text: 'HR 小李 在线招人\n职位：推荐算法工程师\n地点：上海\n薪资：40-60k',
    title: '推荐算法工程师',
  },
  {
    about: 'a form under a head that names an agency',
    text: 'Heron Recruiting Partners\nPosition: Data Platform Lead\nLocation: Leeds\nApply: jobs@heron.example.com',
    title: 'Data Platform Lead',
  },
  {
    about: 'a form under a head that names its job with fewer words',
    text: '【内推】白鹭数据 前端开发\n职位：高级前端开发工程师（React）\n地点：上海\n薪资：40-60k',
    title: '高级前端开发工程师(React)',
  },
  {
    about: 'a form under a head that names its job with more words',
    text: 'Curlew is hiring a Staff Data Engineer\nPosition: Data Engineer\nLocation: Leeds\nApply: jobs@curlew.example.com',
    title: 'Staff Data Engineer',
  },
  {
    about: 'a Chinese job and a team in one line',
    text: '大模型算法工程师\n白鹭数据，广州，30-60k\n团队：\n后端工程师、数据分析师、产品经理\n简历：hr@bailu.example.com',
    title: '大模型算法工程师',
  },
  {
    about: 'a job whose lines each begin with a pictograph',
    text: '🚀 Senior Backend Engineer\n🏢 Curlew\n📍 Leeds\n💰 £70k-80k\n👥 Product Managers beside you\n📮 jobs@curlew.example.com',
    title: 'Senior Backend Engineer',
  },
  {
    about: 'a job for two people, with what is worked with in brackets',
    text: '全栈工程师 ×2（Next.js + Python）\n广州，20-35k，微信 bailu_hr',
    title: '全栈工程师',
  },
  {
    about: 'a job with what is worked with in brackets',
    text: '全栈工程师（Next.js + Python）\n广州，20-35k，微信 bailu_hr',
    title: '全栈工程师(Next.js + Python)',
  },
  {
    about: 'a Chinese job with a stack by layers',
    text: '白鹭数据 | 全栈工程师 | 广州 | 25-40k\n技术栈：\n后端 Go\n前端 Vue\n测试 Playwright\n简历：hr@bailu.example.com',
    title: '全栈工程师',
  },
  {
    about: 'a Chinese head that names the field of the job alone',
    text: '上海｜AI Infra｜40-70k·15薪｜不卡学历\n简历投递 hr@bailu.example.com',
    title: 'AI Infra',
  },
  {
    about: 'a Chinese head that names the field of the job in Chinese',
    text: '杭州 | 搜索推荐 | 30-60k\n微信 bailu_hr',
    title: '搜索推荐',
  },
  {
    about: 'an internship in a field',
    text: 'Internship – Machine Learning Research\nCurlew, London, 3 months, paid',
    title: 'Machine Learning Research',
  },
  {
    about: 'a head that names a field of work, and a sentence that names the job',
    text: 'Berlin | Data Platform | Full-time\nWe are hiring a Site Reliability Engineer.\nApply: jobs@curlew.example.com',
    title: 'Site Reliability Engineer',
  },
  {
    about: 'a job without a field and the team that a sentence counts',
    text: `Curlew | Staff Engineer | Remote (US) | $180-220k

We build payments. You would join a team of:
- 3 backend engineers
- 1 product manager
- 1 designer

Process: 1. Recruiter screen 2. Technical interview with an engineer 3. Hiring manager
Apply: jobs@curlew.example.com`,
    title: 'Staff Engineer',
  },
  {
    about: 'a Chinese job and whom one works with',
    text: `白鹭数据 招 产品经理
汇报线：产品总监
你会和这些同事合作：
· 算法工程师
· 前端工程师
· UI 设计师
广州，25-35k，hr@bailu.example.com`,
    title: '产品经理',
  },
  {
    about: 'a job whose duties and people name others',
    text: `Senior Data Scientist
Curlew, Berlin, 80-95k EUR a year

What you'll do
- Work with product managers and designers
- Mentor junior analysts

Who we are
- CTO: Ann
- Head of Data: Cid

jobs@curlew.example.com`,
    title: 'Senior Data Scientist',
  },
  {
    about: 'a job below those whom one talks to',
    text: 'Interview: 1. HR 2. Engineering Manager 3. CTO\nJob: Platform Engineer\nLocation: Leeds\nSalary: £70k',
    title: 'Platform Engineer',
  },
  {
    about: 'a job and the word of others elsewhere',
    text: '招聘岗位：大模型算法工程师\n其他岗位：见官网\n公司：白鹭数据\n地点：广州',
    title: '大模型算法工程师',
  },
  {
    about: 'a job and a link to others',
    text: 'Curlew | Backend Engineer | Berlin\nSee our other roles at https://curlew.example.com/jobs',
    title: 'Backend Engineer',
  },
];
