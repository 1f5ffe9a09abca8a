import { expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { goodPost } from './posts.ts';

async function withPending() {
  const talk = await openTalk();
  const mei = talk.chat();
  await mei.says(`/submit ${goodPost}`);
  await mei.says('/draft confirm');
  return { ...talk, mei, mod: talk.chat({ name: 'Mo', as: ['moderator'] }) };
}

test('the queue lists what waits, and a tap leads to the decision', async () => {
  const { mod, mei } = await withPending();
  expect(await mod.says('/review')).toMatch(/1 opening waits for review[^]*#1 LLM Engineer/);
  await mod.taps('Show 1');
  expect(await mod.taps('Accept')).toContain('Opening 1 is accepted');
  expect(await mei.says('/openings')).toContain('#1 LLM Engineer');
  expect(await mod.says('/review')).toContain('Nothing waits for review.');
});

test('a rejection carries its reason to whoever handed it in', async () => {
  const { mod, mei } = await withPending();
  expect(await mod.says('/review 1 reject an advertisement')).toContain('is rejected');
  expect(await mei.says('/opening 1')).toMatch(/State.*rejected[^]*Reason.*an advertisement/);
});

test('each decision can be taken back to what was before, and is not taken twice', async () => {
  const { mod, mei } = await withPending();
  await mod.says('/review 1 accept');
  expect(await mod.says('/review 1 accept')).toContain('was already open');
  expect(await mod.says('/review 1 reject')).toContain('is rejected');
  expect(await mod.taps('Undo')).toContain('is accepted');
  expect(await mei.says('/openings')).toContain('#1');
  await mod.says('/review 1 wait');
  await mod.says('/review 1 accept');
  expect(await mod.taps('Undo')).toContain('waits for review again');
  expect(await mod.says('/review')).toContain('1 opening waits');
});

test('whoever decides against another moderator is told so, and can take it back', async () => {
  const { chat } = await withPending();
  const place = { as: ['moderator'] } as const;
  const [mo, hua] = [chat({ ...place, name: 'Mo' }), chat({ ...place, name: 'Hua', language: 'zh' })];
  await hua.says('/review 1');
  expect(await mo.says('/review 1 accept')).not.toContain('somebody else');
  expect(await hua.taps('拒绝')).toContain('1 号职位没有通过。在这之前，别人的决定是“招聘中”。');
  expect(await hua.taps('撤销')).not.toContain('别人');
  expect(await mo.says('/review 1 wait')).toContain('Until now it was open, as somebody else had decided.');
});

test('what was changed since the moderator looked is not accepted unseen', async () => {
  const { mod, mei } = await withPending();
  await mod.says('/review 1');
  await mei.says('/edit 1 title=Buy my course');
  expect(await mod.taps('Accept')).toContain('was changed since you looked');
  await mod.says('/review 1');
  expect(await mod.taps('Reject')).toContain('is rejected');
});

test('of what came in privately, moderators of a community decide while it waits, and no more', async () => {
  const { chat, mei } = await withPending();
  const east = chat({ name: 'Ed', group: 'east', as: ['moderator'] });
  const west = chat({ name: 'Wu', group: 'west', as: ['moderator'] });
  expect(await east.says('/review 1 accept')).toContain('is accepted');
  expect(await west.says('/review 1 reject')).toContain('was not handed in here');
  expect(await mei.says('/openings')).toContain('#1');
  expect(await east.says('/review 1 reject')).toContain('is rejected');
});

test('the queue goes over pages', async () => {
  const { mei, mod } = await withPending();
  for (let n = 2; n <= 7; n += 1) {
    await mei.says(`/submit ${goodPost.replace('LLM', `LLM${n}`)}`);
    await mei.says('/draft confirm');
  }
  expect(await mod.says('/review')).toContain('Page 1 of 2');
  expect(await mod.taps('Next page')).toContain('#7');
  expect(await mod.taps('Previous page')).toContain('#1');
  expect(await mod.says('/review page=3')).toContain('only 2 pages');
});

test('without a decision the opening is shown with the choice', async () => {
  const { mod } = await withPending();
  expect(await mod.says('/review 1')).toContain('Accept it or reject it?');
  expect(await mod.taps('Reject')).toContain('is rejected');
  expect(await mod.says('/review accept')).toContain('Which opening?');
  expect(await mod.says('/review 7 accept')).toContain('no opening 7');
});

test('is for moderators only, and changes nothing otherwise', async () => {
  const { mei, mod } = await withPending();
  expect(await mei.says('/review 1 accept')).toContain('Only moderators can do that.');
  expect(await mod.says('/review')).toContain('#1');
});

test('whoever moderates elsewhere is told where to do it', async () => {
  const { chat } = await openTalk();
  expect(await chat().says('/review')).toContain('If you moderate a community, do it there.');
  expect(await chat({ language: 'zh' }).says('/设置')).toContain('请到那里操作');
  expect(await chat({ group: 'west' }).says('/review')).not.toContain('do it there');
  expect(await chat().says('/stage 1')).not.toContain('do it there');
});

test('a community’s opening is accepted for that community alone', async () => {
  const { chat } = await openTalk();
  const mei = chat({ group: 'west' });
  await mei.says('/submit Senior ML Engineer at Acme, remote worldwide, 30-40k CNY a month');
  await mei.says('/draft confirm');
  const mod = chat({ name: 'Mo', group: 'west', as: ['moderator'] });
  expect(await mod.says('/review 1 accept')).toContain('Opening 1 is accepted and shown here.');
});
