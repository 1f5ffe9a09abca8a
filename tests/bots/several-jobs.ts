// Posts with several jobs, for stories on the platforms.

export const fourJobs = `Acme Robotics | Guangzhou | ONSITE | Full-time
We build robots that carry things. Fluent English.
We are hiring:
- ML Engineer | 28-38k CNY a month
- AI Agent Engineer | 30-40k CNY a month
- LLM Engineer | 27-36k CNY a month
- Office Manager | 10-12k CNY a month
Apply: jobs@acme.example.com`;

export const fourJobsInChinese = `蓝鲸科技招聘，坐标广州
1. 大模型算法工程师 30-45K
2. AI Agent 开发工程师 28-40K
3. 机器学习平台工程师 27-38K
4. 前台 6-8K
简历发 hr@lanjing.example.com`;
