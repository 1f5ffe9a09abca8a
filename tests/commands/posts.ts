// Posts of the tests' own, written for them, and how one is handed in.

import type { openTalk, Person } from '../chat.ts';

/** Handed in and open at once, unless a member did it. */
export async function handIn(
  { chat }: Awaited<ReturnType<typeof openTalk>>,
  post: string,
  person: Person = {},
): Promise<void> {
  const giver = chat({ name: 'Gil', as: ['moderator'], ...person });
  await giver.says(`/submit ${post}`);
  await giver.says('/draft confirm');
}

export const goodPost = `Acme Robotics is hiring: LLM Engineer
Location: Guangzhou (on site)
Salary: 28,000-38,000 CNY a month
Full-time.

You will train large language models with PyTorch and Python.
Requirements: Python, PyTorch, Docker; fluent English.
Apply: https://acme.example.com/jobs/llm`;

export const chinesePost = `【招聘】大模型算法工程师
公司：蓝鲸科技
工作地点：广州天河
薪资：30-45k，14薪
岗位职责：负责大语言模型的训练和微调
任职要求：熟悉 Python、PyTorch，熟悉 Transformer
投递：hr@lanjing.example.com`;

export const farPost = `Contoso | Frontend Engineer | Berlin, Germany | ONSITE | Full-time
We build dashboards with React and TypeScript. Salary: 60-75k EUR a year.
Apply at https://contoso.example.com/careers`;

/** Who offers it stands in a sentence that only a person, or a model, understands; the grammar leaves it open. */
export const openPost = `LLM Engineer wanted in Guangzhou, on site
Salary: 28,000-38,000 CNY a month
Every morning two million shops open with Heronbay, and we want to make it better.
You will train large language models with Python, PyTorch and Docker.`;
