import { describe, expect, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { openBot } from './bot.ts';

describe('every command', () => {
  const calls = [
    ['/start', 'Referral Bot', '内推机器人'],
    ['/help', 'Referral Bot', '内推机器人'],
    ['/help submit', 'Hand in an opening', '提交职位'],
    ['/profile', 'from cloud to machine learning', '从云计算转向机器学习'],
    ['/profile tools', 'Kafka', '数据库'],
    ['/skills', 'What Lin can do', '小林的技能'],
    ['/skills kafka', 'Kafka', '数据库'],
    ['/criteria', 'What Lin looks for', '小林想找的工作'],
    [`/judge ${goodPost}`, 'Good fit', '很合适'],
    ['/openings', 'No openings yet', '还没有职位'],
    ['/opening 7', 'There is no opening 7', '找不到 7 号职位'],
    [`/submit ${goodPost}`, 'Is this right?', '这样对吗？'],
    ['/draft', 'nothing of yours', '没有待确认的职位'],
    ['/close 7', 'There is no opening 7', '找不到 7 号职位'],
    ['/edit 7 company=Acme', 'There is no opening 7', '找不到 7 号职位'],
    ['/language', 'I answer in English here', '我在这里用中文回答'],
    ['/review', 'Only moderators', '管理员'],
    ['/link', 'link', '/link'],
    ['hello', '/help', '/help'],
  ] as const;

  test.each(calls)('%s answers in English and in Chinese', async (line, english, chinese) => {
    const { mei, hua } = await openBot();
    const [chat, chatOfHua] = [mei.opens(), hua.opens()];
    mei.says(chat, line);
    expect((await chat.next()).text).toContain(english);
    hua.says(chatOfHua, line);
    expect((await chatOfHua.next()).text).toContain(chinese);
  });

  test('is given by a tap where help names it, and copied where it has words of its own', async () => {
    const { hua } = await openBot();
    const chat = hua.opens();
    hua.says(chat, '/help');
    const { text, entities } = await chat.next();
    const at = text.indexOf('/openings ');
    expect(entities).toContainEqual({ type: 'bot_command', offset: at, length: '/openings'.length });
    hua.says(chat, '/help close');
    expect((await chat.next()).html).toContain('<code>/close 1 已招满</code>');
  });
});
