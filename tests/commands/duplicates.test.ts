import { describe, expect, test } from 'vitest';

import { messagesOf } from '../../commands/locales/messages.ts';
import { openTalk } from '../chat.ts';
import { chinesePost, farPost, goodPost, handIn } from './posts.ts';

const words = messagesOf('en');
const chinese = messagesOf('zh');

const quotedPost = `${goodPost.replaceAll(/^/gmu, '> ')}\nAnyone?`;

const translatedPost = `大模型工程师
公司：Acme Robotics
工作地点：广州
薪资：28-38k
职责：用 PyTorch 训练大语言模型，负责数据清洗、训练、评测和上线。
要求：熟悉 Python、PyTorch、Docker，英语流利，有分布式训练经验者优先，能够独立解决问题。`;

const rolesPost = (roles: readonly string[]) => `Acme Robotics | Guangzhou | ONSITE | Full-time
We build robots that sort, lift and carry in the warehouses of people who would rather do something else.
We are hiring:
${roles.map((role) => `- ${role}`).join('\n')}
Apply: jobs@acme.example.com`;

describe('on handing in', () => {
  test('the same opening is shown with who gave it, and a tap joins it', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const mei = talk.chat();
    const preview = await mei.says(`/submit ${quotedPost}`);
    expect(preview).toMatch(/#1 LLM Engineer · Acme Robotics/);
    expect(await mei.taps(words.duplicates.join)).toContain(words.duplicates.joined(1));
    expect(await mei.taps(words.openings.show(1))).toMatch(/Gil and Mei, /);
    expect(await mei.says('/draft confirm')).toContain(words.draft.none);
    expect(await mei.says('/openings')).toContain(words.openings.title(1));
  });

  test('words before it do not hide it', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const seen = `Seen in another group, somebody here may like it:\n\n${quotedPost}`;
    expect(await talk.chat().says(`/submit ${seen}`)).toContain(words.duplicates.looksLike(1, ['Gil']));
  });

  test('confirming all the same is possible', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const mei = talk.chat({ as: ['moderator'] });
    await mei.says(`/submit ${goodPost}`);
    expect(await mei.taps(words.draft.confirm)).toContain(words.draft.opened(2));
    expect(await mei.says('/openings')).toContain(words.openings.title(2));
  });

  test('one’s own is called so, and joining it changes nothing', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost, { name: 'Mei' });
    const mei = talk.chat();
    expect(await mei.says(`/submit ${goodPost}`)).toContain(words.duplicates.own(1));
    expect(await mei.says('/draft action=merge')).toContain(words.duplicates.joinedBefore(1));
    expect(await mei.says('/opening 1')).toMatch(/ Mei, /);
  });

  test('the same link is enough, and so are employer, job and place in the other language', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const mei = talk.chat();
    const link = 'https://www.acme.example.com/jobs/llm/?utm_source=friend';
    expect(await mei.says(`/submit title="LLM Engineer" link=${link}`)).toContain(
      words.duplicates.looksLike(1, ['Gil']),
    );
    expect(await mei.says(`/submit ${translatedPost}`)).toContain(words.duplicates.looksLike(1, ['Gil']));
    expect(await mei.says(`/submit ${translatedPost.replace('广州', '北京')}`)).not.toContain(
      words.duplicates.join,
    );
  });

  test('a line or two is the same word for word: surely where the contact is, else perhaps', async () => {
    const talk = await openTalk();
    const [mei, bo] = [talk.chat(), talk.chat({ name: 'Bo' })];
    for (const post of [
      '招前端，成都，15k左右，React，加微信 webfe_cd',
      'Hiring: Go developer, Berlin, 70k EUR',
    ]) {
      await mei.says(`/submit ${post}`);
      await mei.says('/draft confirm');
    }
    const mod = talk.chat({ name: 'Ed', as: ['moderator'] });
    await mod.says('/review 1 accept');
    await mod.says('/review 2 accept');
    expect(await bo.says('/submit 招前端，成都，15k左右，React，加微信 webfe_cd')).toContain(
      'like opening 1',
    );
    expect(await bo.says('/submit Hiring: Go developer, Berlin, 70k EUR')).toContain('like opening 2');
    expect(await bo.says('/submit Hiring: Go developer, Paris, 70k EUR')).not.toContain('like opening');
  });

  test('another job of the same employer is another opening', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const mei = talk.chat();
    for (const other of [
      goodPost.replaceAll('LLM Engineer', 'Senior LLM Engineer'),
      goodPost.replaceAll('LLM Engineer', 'Data Engineer'),
      goodPost.replace('Guangzhou', 'Shanghai'),
      chinesePost,
    ]) {
      expect(await mei.says(`/submit ${other}`)).not.toContain(words.duplicates.join);
    }
    expect(await mei.says('/draft action=merge')).toContain(words.duplicates.gone);
  });

  test('the jobs of one post are compared one by one, and never with each other', async () => {
    const talk = await openTalk();
    await handIn(talk, rolesPost(['ML Engineer', 'LLM Engineer']));
    const mo = talk.chat({ name: 'Mo', as: ['moderator'] });
    expect(await mo.says('/review 1 merge')).toContain(words.duplicates.noneLike(1));
    const list = await talk
      .chat()
      .says(`/submit ${rolesPost(['ML Engineer', 'LLM Engineer', 'AI Agent Engineer'])}`);
    expect(list).toMatch(/ML Engineer.*the same as #1/);
    expect(list).toMatch(/LLM Engineer.*the same as #2/);
    expect(list).not.toMatch(/Agent Engineer.*the same/);
    // One job of them, handed in by itself.
    expect(await talk.chat().says(`/submit ${rolesPost(['LLM Engineer'])}`)).toContain(
      words.duplicates.looksLike(2, ['Gil']),
    );
    expect(await talk.chat().says(`/submit ${rolesPost(['Security Engineer'])}`)).not.toContain(
      words.duplicates.join,
    );
  });

  test('in Chinese', async () => {
    const talk = await openTalk();
    await handIn(talk, chinesePost);
    const mei = talk.chat({ language: 'zh' });
    expect(await mei.says(`/submit ${chinesePost}`)).toContain(chinese.duplicates.looksLike(1, ['Gil']));
    expect(await mei.taps(chinese.duplicates.join)).toContain(chinese.duplicates.joined(1));
  });
});

describe('nothing leaks:', () => {
  test('what other communities have is not hinted at', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost, { group: 'east' });
    for (const stranger of [
      talk.chat({ group: 'west', as: ['moderator'] }),
      talk.chat({ as: ['moderator'] }),
    ]) {
      const preview = await stranger.says(`/submit ${goodPost}`);
      expect(preview).not.toContain(words.duplicates.join);
      expect(await stranger.says('/draft action=merge')).toContain(words.duplicates.gone);
    }
    expect(await talk.chat({ group: 'east' }).says(`/submit ${goodPost}`)).toContain(
      words.duplicates.looksLike(1, ['Gil']),
    );
  });

  test('nor is what waits, was rejected, or was closed, except to those who may see it', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost, { as: [] });
    const mei = talk.chat();
    const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
    expect(await mei.says(`/submit ${goodPost}`)).not.toContain(words.duplicates.join);
    expect(await mod.says(`/submit ${goodPost}`)).toContain(words.duplicates.looksLike(1, ['Gil']));
    await mod.says('/review 1 reject');
    expect(await mod.says(`/submit ${goodPost}`)).not.toContain(words.duplicates.join);
    await mod.says('/review 1 accept');
    expect(await mei.says(`/submit ${goodPost}`)).toContain(words.duplicates.looksLike(1, ['Gil']));
    await mod.says('/close 1');
    expect(await mei.says(`/submit ${goodPost}`)).not.toContain(words.duplicates.join);
  });
});

describe('merging', () => {
  async function withTwo() {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    await handIn(talk, quotedPost, { name: 'Mei', as: [] });
    return { ...talk, talk, mei: talk.chat(), mod: talk.chat({ name: 'Mo', as: ['moderator'] }) };
  }

  test('is offered where a moderator decides, and credits both', async () => {
    const { mod, mei } = await withTwo();
    expect(await mod.says('/review 2')).toContain(words.duplicates.looksLike(1, ['Gil']));
    expect(await mod.taps(words.review.merge(1))).toContain(words.review.merged(2, 1));
    expect(await mod.taps(words.openings.show(1))).toMatch(/Gil and Mei, /);
    expect(await mei.says('/opening 2')).toContain(words.duplicates.wentTo(2, 1));
    expect(await mei.taps(words.openings.show(1))).toContain('#1 LLM Engineer');
    expect(await mod.says('/review')).toContain(words.review.none);
  });

  test('finds by itself what to merge into', async () => {
    const { mod } = await withTwo();
    await mod.says('/opening 2');
    expect(await mod.taps(words.review.merge(1))).toContain(words.review.merged(2, 1));
    await mod.says('/review 2 undo=yes');
    expect(await mod.says('/review 2 merge')).toContain(words.review.merged(2, 1));
  });

  test('asks which one where there are several, and names what is wrong', async () => {
    const { mod, talk } = await withTwo();
    await handIn(talk, goodPost, { name: 'Ada' });
    await handIn(talk, farPost);
    expect(await mod.says('/review 2 merge')).toMatch(/#1[^]*#3/);
    expect(await mod.says('/review 4 merge')).toContain(words.duplicates.noneLike(4));
    expect(await mod.says('/review 2 merge into=99')).toContain(words.openings.noSuch(99));
    expect(await mod.says('/review 1 merge into=2')).toContain(words.duplicates.cannotMerge(1, 2));
    expect(await mod.says('/review 2 merge into=2')).toContain(words.duplicates.intoItself);
    expect(await mod.says('/review 4 merge into=1')).toContain(words.review.merged(4, 1));
    expect(await mod.says('/review 4 merge into=3')).toContain(words.review.already(4, words.states.merged));
  });

  test('can be taken back, with everything as it was', async () => {
    const { mod } = await withTwo();
    await mod.says('/review 2 merge');
    expect(await mod.taps(words.review.undo)).toContain(words.review.separated(2));
    expect(await mod.says('/opening 1')).toMatch(/ Gil, /);
    expect(await mod.says('/review')).toContain('#2 LLM Engineer');
    expect(await mod.says('/review 2 undo=yes')).toContain(words.duplicates.notMerged(2));
  });

  test('leads whoever hands it in once more to the one that stayed, as long as it stands', async () => {
    const { mod, talk } = await withTwo();
    await handIn(talk, farPost);
    await mod.says('/review 3 merge into=1');
    const bo = talk.chat({ name: 'Bo' });
    expect(await bo.says(`/submit ${farPost}`)).toContain(words.duplicates.looksLike(1, ['Gil']));
    await mod.says('/close 1');
    expect(await mod.says(`/submit ${farPost}`)).not.toContain(words.duplicates.join);
    expect(await bo.says('/opening 3')).toContain(words.openings.noSuch(3));
  });

  test('ends what could be done with the one that went', async () => {
    const { mod, mei, talk } = await withTwo();
    await mod.says('/review 2 merge');
    for (const line of ['/edit 2 title=Mine', '/close 2', '/close 2 undo=yes']) {
      expect(await mei.says(line)).toContain(words.duplicates.wentTo(2, 1));
    }
    expect(await mod.says('/review 2 accept')).toContain(words.review.already(2, words.states.merged));
    // Nobody else had seen it.
    const bo = await talk.chat({ name: 'Bo' }).says('/opening 2');
    expect(bo).toContain(words.duplicates.wentTo(2, 1));
    expect(bo).not.toContain('Acme');
  });

  test('is for moderators, each where they moderate', async () => {
    const { mei, mod, talk } = await withTwo();
    expect(await mei.says('/review 2 merge')).toContain(words.roleRefusals.moderator);
    const group = talk.chat({ name: 'Ida', as: ['moderator'], group: 'east' });
    await group.says(`/submit ${goodPost}`);
    await group.says('/draft confirm');
    expect(await group.says('/review 1 merge into=3')).toContain(words.review.notHere);
    expect(await group.says('/review 3 merge into=1')).toContain(words.review.merged(3, 1));
    expect(await mod.says('/review 2 merge')).toContain(words.review.merged(2, 1));
    expect(await group.says('/review 2 undo=yes')).toContain(words.review.notHere);
    expect(await group.says('/review 3 undo=yes')).toContain(words.review.separated(3));
  });

  test('does not take an opening from those who could see it', async () => {
    const { talk } = await withTwo();
    const group = talk.chat({ name: 'Ida', as: ['moderator'], group: 'east' });
    await group.says(`/submit ${goodPost}`);
    await group.says('/draft confirm');
    const lin = talk.chat({ name: 'Lin', as: ['moderator'] });
    expect(await lin.says('/review 1 merge into=3')).toContain(words.duplicates.cannotMerge(1, 3));
  });
});
