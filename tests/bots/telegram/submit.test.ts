// Handing in an opening: from a post, a reply or a forward, or question by question; by taps, also after a restart.

import { describe, expect, test, vi } from 'vitest';

import type { House } from '../../../commands/context.ts';
import { chinesePost, goodPost, openPost } from '../../commands/posts.ts';
import type { Person } from '../../emulators/telegram/person.ts';
import type { Telegram } from '../../emulators/telegram/telegram.ts';
import { openModelHouse } from '../model/house.ts';
import { openBot, startBot } from './bot.ts';

describe('a post', () => {
  test('is shown as it was read, and confirmed with a tap that changes the message', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}`);
    const preview = await chat.next();
    expect(preview.text).toContain('Acme Robotics');
    expect(preview.preview).toBe(false);
    expect(preview.keyboard.map((row) => row.map((button) => button.callback_data))).toEqual([
      ['draft id=1 action=confirm', 'draft id=1 action=edit', 'draft id=1 action=cancel'],
      ['contact', 'insurance', 'title'].map((field) => `draft id=1 field=${field}`),
      ['company', 'place', 'salary', 'contract'].map((field) => `draft id=1 field=${field}`),
      ['language', 'focus', 'skills', 'link'].map((field) => `draft id=1 field=${field}`),
    ]);
    await mei.taps(preview, 'Confirm');
    expect((await chat.nextEdit()).text).toContain('It is opening 1');
    expect(chat.now(preview)?.buttons, 'apart from the answers').toContainEqual(['Show 1', 'Close']);
  });

  test('in private needs no command', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, goodPost);
    const preview = await chat.next();
    expect(preview.text).toContain('Acme Robotics');
    await mei.taps(preview, 'Confirm');
    expect((await chat.nextEdit()).text).toContain('opening 1');
  });

  test.each(['/submit ', ''])('that takes a while is seen to be on its way (%s)', async (command) => {
    const { server, house } = await openModelHouse();
    const { mei, telegram } = await openBot({ house });
    const chat = mei.opens();
    const gate = Promise.withResolvers<void>();
    void server.next({ kind: 'slow', until: gate.promise });
    mei.says(chat, command + openPost);
    const signs = () => telegram.requests.filter(({ method }) => method === 'sendChatAction');
    await vi.waitFor(() => expect(signs()).toHaveLength(1), { timeout: 5000, interval: 20 });
    expect(signs()[0]?.values).toMatchObject({ chat_id: mei.id, action: 'typing' });
    gate.resolve();
    expect((await chat.next(10_000)).text).toContain('Heronbay');
  });

  test('that is cancelled says so over the chat and in the place of the preview', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}`);
    const preview = await chat.next();
    const note = await mei.taps(preview, 'Cancel');
    expect(note.text).toContain('Cancelled');
    await chat.nextEdit();
    expect(chat.now(preview)).toMatchObject({ text: note.text, buttons: [] });
  });

  test('that was forwarded in private is submitted with the links behind its words', async () => {
    const { telegram, hua, house } = await openBot();
    const chat = hua.opens();
    const channel = telegram.channel({ title: '招聘' });
    const post = channel.posts(chinesePost.replace('hr@lanjing.example.com', '点这里'));
    Object.assign(post, {
      entities: [
        {
          type: 'text_link',
          offset: post.text!.length - 3,
          length: 3,
          url: 'https://lanjing.example.com/jobs/7',
        },
      ],
    });
    hua.forwards(chat, post);
    expect((await chat.next()).text).toContain('蓝鲸科技');
    expect((await house.store.drafts.find(1, 1))?.text).toContain(
      '点这里 (https://lanjing.example.com/jobs/7)',
    );
    expect((await house.store.drafts.find(1, 1))?.opening.applyUrl).toBe(
      'https://lanjing.example.com/jobs/7',
    );
  });

  test('under a picture is read as well, and a picture alone is not understood', async () => {
    const { telegram, mei } = await openBot();
    const chat = mei.opens();
    const group = telegram.group({ title: 'Jobs', members: [mei] });
    mei.forwards(chat, mei.shows(group, goodPost));
    expect((await chat.next()).text).toContain('Acme Robotics');
    mei.forwards(chat, mei.shows(group));
    expect((await chat.next()).text).toContain('no text in that message');
    mei.shows(chat);
    expect((await chat.next()).text).toContain('no text in that message');
    expect(group.unread).toEqual([]);
  });

  test('is submitted from a group by replying to it', async () => {
    const { telegram, mei, hua, house } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei, hua] });
    const post = hua.says(group, goodPost);
    mei.says(group, '/submit', { replyTo: post });
    const preview = await group.next();
    expect(preview).toMatchObject({ visibleTo: mei.id, text: expect.stringContaining('Acme Robotics') });
    await mei.taps(preview, 'Confirm');
    expect((await group.nextEdit()).text).toContain('It is opening 1');
    expect((await house.store.openings.referrers(1)).map(({ name }) => name)).toEqual(['Mei']);
  });

  test('that fills a whole message is read', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}\n${'经验丰富'.repeat(950)}`);
    expect((await chat.next()).text).toContain('Acme Robotics');
  });
});

describe('a form', () => {
  test('asks one thing after the other, and can be skipped and gone back in', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, '/submit');
    const title = await chat.next();
    expect(title.text).toContain('Question 1 of 6');
    expect(title.buttons).toEqual([['Cancel']]);
    mei.says(chat, 'LLM Engineer');
    const company = await chat.next();
    expect(company.text).toContain('Question 2 of 6');
    expect(company.buttons.flat()).toEqual(['Back', 'Skip', 'Cancel']);
    await mei.taps(company, 'Back');
    expect((await chat.nextEdit()).text).toContain('So far: LLM Engineer');
    mei.says(chat, 'ML Engineer');
    await chat.next();
    mei.says(chat, 'Acme');
    await mei.taps(await chat.next(), 'Skip');
    await chat.nextEdit();
    mei.says(chat, 'Guangzhou');
    expect((await chat.next()).text).toContain('Question 5 of 6');
    mei.says(chat, '/skip');
    mei.says(chat, 'PyTorch');
    expect((await chat.next()).text).toContain('Question 6 of 6');
    const preview = await chat.next();
    expect(preview.text).toContain('ML Engineer');
    expect(preview.text).toContain('Acme');
    expect(preview.text).toContain('Guangzhou');
  });

  test('goes on after the bot was started anew', async () => {
    const { telegram, house, bot, hua } = await openBot();
    const chat = hua.opens();
    hua.says(chat, '/submit');
    await chat.next();
    hua.says(chat, '算法工程师');
    const question = await chat.next();
    await bot.end();
    const again = await startBot(house, telegram);
    await hua.taps(question, '跳过');
    expect((await chat.nextEdit()).text).toContain('第 3 项，共 6 项');
    hua.says(chat, '/cancel');
    expect((await chat.next()).text).toContain('已取消');
    await again.end();
  });

  test('says what is wrong with an answer, and asks again', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, '/submit');
    await chat.next();
    mei.says(chat, 'x'.repeat(201));
    const again = await chat.next();
    expect(again.text).toContain('Question 1 of 6');
    expect(again.text).toContain('201');
    mei.says(chat, '/skip');
    expect((await chat.next()).text).toContain('Title is needed.');
    for (const answer of ['Poet', 'Acme', 'no link at all']) {
      mei.says(chat, answer);
      await chat.next();
    }
    mei.says(chat, 'nor this');
    expect((await chat.next()).text).toMatch(/Question 3 of 6[^]*“nor this” is not a link/);
  });

  test('is closed by another command, and an old question says that it is over', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, '/submit');
    const question = await chat.next();
    mei.says(chat, 'ML Engineer');
    await chat.next();
    expect((await mei.taps(question, 'Cancel')).text).toBe('That question is over.');
    mei.says(chat, '/criteria');
    expect((await chat.next()).text).toBe('The form “Hand in an opening” is closed.');
    await chat.next();
    expect((await mei.taps(question, 'Cancel')).text).toBe('That question is over.');
    mei.says(chat, 'LLM Engineer');
    expect((await chat.next()).text).toContain('/help');
  });

  test('edits what was read, and shows what stands', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}`);
    await mei.taps(await chat.next(), 'Edit');
    const question = await chat.next();
    expect(question.text).toContain('So far: LLM Engineer');
    expect(question.text, 'a title is needed').not.toContain('To empty a field');
    await mei.taps(question, 'Keep it');
    expect((await chat.nextEdit()).text).toContain('To empty a field, enter a single -');
    mei.says(chat, 'Acme Labs');
    const link = await chat.next();
    const edits = [];
    for (let count = 0; count < 3; count += 1) {
      await mei.taps(link, 'Keep it');
      edits.push((await chat.nextEdit()).text);
    }
    expect(edits[1]).toContain('Question 5 of 5');
    expect(edits[2]).toContain('Is this right?');
    expect(edits[2]).toContain('Acme Labs');
  });

  test('in a group that begins where one person alone can see stays between the two', async () => {
    const { telegram, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', members: [mei, hua] });
    mei.says(group, `/submit ${goodPost}`);
    await mei.taps(await group.next(), 'Edit');
    const question = await group.next();
    expect(question).toMatchObject({
      visibleTo: mei.id,
      text: expect.stringContaining('So far: LLM Engineer'),
    });
    mei.says(group, 'ML Engineer', { replyTo: question });
    const second = await group.next();
    expect(second).toMatchObject({ visibleTo: mei.id, text: expect.stringContaining('Question 2 of 5') });
    for (let count = 0; count < 4; count += 1) {
      await mei.taps(second, 'Keep it');
      await group.nextEdit();
    }
    expect(group.now(second)?.text).toContain('ML Engineer');
    expect(hua.sees(group)).toEqual([]);
  });

  test('in a group takes replies alone, and only from whoever was asked', async () => {
    const { telegram, mei, hua } = await openBot({ privacy: false });
    const group = telegram.group({ title: 'Jobs', members: [mei, hua] });
    const asked = mei.says(group, '/submit');
    const question = await group.next();
    expect(question).toMatchObject({ forcesReply: true, replyTo: asked.message_id, buttons: [] });
    mei.says(group, 'just talk');
    hua.says(group, '不是我', { replyTo: question });
    const answer = mei.says(group, 'LLM Engineer', { replyTo: question });
    expect(await group.next()).toMatchObject({
      replyTo: answer.message_id,
      text: expect.stringContaining('Question 2 of 6'),
    });
    mei.says(group, '/cancel');
    expect(await group.next()).toMatchObject({ visibleTo: mei.id, text: expect.stringContaining('Stopped') });
    expect(group.unread).toEqual([]);
  });
});

describe('a tap', () => {
  test('works after the bot was started anew', async () => {
    const { telegram, house, bot, mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}`);
    const preview = await chat.next();
    await bot.end();
    const again = await startBot(house, telegram);
    await mei.taps(preview, 'Confirm');
    expect((await chat.nextEdit()).text).toContain('It is opening 1');
    await again.end();
  });

  test('by somebody without the right is refused to them alone, and changes nothing', async () => {
    const { telegram, house, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei, members: [hua] });
    await submitted(mei, telegram, house);
    mei.says(group, '/close 1');
    const shown = await group.next();
    const note = await hua.taps(shown, 'Undo');
    expect(note).toMatchObject({ alert: true, text: expect.stringContaining('1 号职位') });
    expect(group.now(shown)?.text).toBe(shown.text);
    await mei.taps(shown, 'Undo');
    expect((await group.nextEdit()).text).not.toBe(shown.text);
  });

  test('on an entry of a list shows the opening below it, and pages turn in place', async () => {
    const { telegram, house, mei } = await openBot();
    for (let count = 0; count < 6; count += 1) await submitted(mei, telegram, house);
    const chat = mei.opens();
    mei.says(chat, '/openings');
    const list = await chat.next();
    await mei.taps(list, 'Show 6');
    expect((await chat.next()).text).toContain('LLM Engineer');
    await mei.taps(list, 'Next page');
    expect((await chat.nextEdit()).text).toContain('Page 2 of 2');
  });

  test('that begins anew is answered below, so that a letter stays', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, '/language');
    const letter = await chat.next();
    const kept = chat.record.messages.get(letter.message_id);
    Object.assign(kept!, {
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'referrals' }]] },
    });
    await mei.taps(letter, 'Go');
    expect((await chat.next()).text).toContain('You have not handed in an opening yet');
    expect(chat.now(letter)?.text).toBe(letter.text);
  });

  test('that says a wish by the way leaves the rest of the message', async () => {
    const { mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, `/submit ${goodPost}`);
    const preview = await chat.next();
    await mei.taps(preview, 'Confirm');
    const thanks = await chat.nextEdit();
    await mei.taps(preview, 'Name me in the weekly thanks');
    expect((await chat.next()).text).toContain('may name you');
    expect(chat.now(preview)?.text).toBe(thanks.text);
  });

  test('that is refused or means nothing is answered all the same, and overwrites nothing', async () => {
    const { telegram, mei } = await openBot();
    const chat = mei.opens();
    mei.says(chat, '/language');
    const said = await chat.next();
    for (const data of ['???', 'review id=1 decision=accept', 'cancel at=9', 'opning id=1']) {
      const kept = chat.record.messages.get(said.message_id);
      Object.assign(kept!, { reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: data }]] } });
      await expect(mei.taps(said, 'Go')).resolves.toBeDefined();
    }
    expect(chat.now(said)?.text).toBe(said.text);
    expect(telegram.violations).toEqual([]);
  });
});

test('a link into the chat opens the opening that it names', async () => {
  const { telegram, house, mei } = await openBot();
  await submitted(mei, telegram, house);
  const chat = mei.opens();
  mei.says(chat, '/start opening_1');
  expect((await chat.next()).text).toContain('#1 LLM Engineer');
  mei.says(chat, '/start submit');
  expect((await chat.next()).text).toContain('Question 1 of 6');
  mei.says(chat, '/start nonsense_9');
  expect((await chat.next()).text).toContain('is closed');
  expect((await chat.next()).text).toContain('Referral Bot');
});

/** An opening that everybody may see. */
async function submitted(mei: Person, telegram: Telegram, house: House): Promise<void> {
  const chat = mei.opens();
  mei.says(chat, `/submit ${goodPost}`);
  await mei.taps(await chat.next(), 'Confirm');
  const { text } = await chat.nextEdit();
  const id = Number(/opening (\d+)/u.exec(text)?.[1]);
  await house.store.openings.decide(id, { from: ['pending'], to: 'open', by: 1, reason: null }, new Date());
  expect(telegram.violations).toEqual([]);
}
