// Posts that look as if they offered several jobs and offer one, written for the tests.

export interface Whole {
  readonly about: string;
  readonly text: string;
  /** Its one job. */
  readonly title: string;
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
];
