import { expect, test } from 'vitest';

import type { LinkReading } from '../../commands/linked-post.ts';
import { readOpening } from '../../core/reading/read.ts';
import { openTalk } from '../chat.ts';
import { chinesePost, goodPost } from './posts.ts';

async function traces() {
  const talk = await openTalk();
  const mei = talk.chat();
  await mei.says(`/submit ${chinesePost}`);
  await mei.says('/draft confirm');
  await mei.says(`/submit ${goodPost}`);
  await mei.says('/draft confirm');
  const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
  await mod.says('/review 1 accept');
  return { ...talk, mei, mod };
}

/** The text of the only block of text that holds JSON, page after page. */
async function exported(mei: Awaited<ReturnType<typeof traces>>['mei']): Promise<string> {
  let whole = '';
  await mei.says('/privacy export');
  for (;;) {
    const reply = mei.reply();
    if (reply?.kind !== 'view') throw new Error('no view');
    const [block] = reply.blocks;
    if (block?.kind !== 'text') throw new Error('no text');
    const page = block.text.map(String).join('');
    expect(page.isWellFormed()).toBe(true);
    whole += page;
    if (reply.actions?.every(({ label }) => label !== 'Next page') === true) return whole;
    await mei.taps('Next page');
  }
}

test('everything that is kept about the caller is shown, page by page, as JSON', async () => {
  const { mei } = await traces();
  await mei.says(`/submit ${'🦊 long story '.repeat(1000)}`);
  expect(await mei.says('/privacy')).toMatch(
    /openings that you handed in[^]*digests and alerts that you set, your notes and moves/,
  );
  expect(await mei.taps('Show me all of it')).toMatch(/Everything I keep about you[^]*Page 1 of \d/);
  expect(mei.reply()).toMatchObject({ private: true });
  const kept = JSON.parse(await exported(mei)) as Record<string, unknown>;
  expect(kept).toMatchObject({
    person: { name: 'Mei' },
    accounts: [{ platform: 'test', external_id: 'Mei' }],
    openings: [
      { id: 1, text: chinesePost },
      { id: 2, text: goodPost },
    ],
  });
  expect(JSON.stringify(kept)).toContain('🦊 long story 🦊 long story');
  expect(await mei.says('/privacy export page=99')).toMatch(/There are only \d+ pages/);
});

test.each(['', 'x'])('no page ends within a character, after “%s”', async (start) => {
  const { chat } = await openTalk();
  const mei = chat();
  await mei.says(`/submit ${start}${'🦊'.repeat(5000)}`);
  expect(JSON.parse(await exported(mei))).toMatchObject({
    drafts: [{ text: `${start}${'🦊'.repeat(5000)}` }],
  });
});

test('is removed after one more question, and what others have seen stays without its author', async () => {
  const { chat, mei, mod, house } = await traces();
  expect(await mei.says('/privacy erase')).toMatch(
    /Remove everything I keep about you\?[^]*Your own digest and alerts stop\.[^]*cannot be undone/,
  );
  expect(await chat().says('/opening 2')).toContain('LLM Engineer');
  expect(await mei.taps('Remove everything')).toContain('I keep nothing about you any more');

  expect(await mod.says('/opening 2')).toContain('no opening 2');
  const left = await mod.says('/opening 1');
  expect(left).toMatch(/大模型算法工程师[^]*Handed in by\s+somebody/);
  expect(left).not.toMatch(/Mei|hr@/);
  expect(await mod.says('/openings 算法工程师')).toContain('#1');
  expect(await mei.says('/privacy export')).toMatch(/"openings": \[\]/);
  const rows = await house.store.people.names([1, 2, 3, 4]);
  expect([...rows.values()].filter((name) => name === 'Mei')).toHaveLength(1);
});

test('leaves no draft of a post that was still being read when it was removed', async () => {
  const page = Promise.withResolvers<LinkReading>();
  const { chat, house, faults } = await openTalk({ readLink: () => page.promise });
  const mei = chat();
  await mei.says('/help');
  const submitted = mei.says('/submit https://acme.example.com/jobs/llm');
  expect(await chat().says('/privacy erase confirm=yes')).toContain('I keep nothing about you');
  page.resolve({ reading: readOpening(goodPost), text: goodPost });
  expect(await submitted).toContain('nothing of yours to confirm here');
  expect(await house.store.privacy.about(1)).toMatchObject({ accounts: [], drafts: [] });
  expect(faults).toEqual([]);
});

test('is nobody else’s business, in either language', async () => {
  const { chat } = await traces();
  const here = chat({ group: 'west' });
  for (const line of ['/privacy', '/privacy export', '/privacy erase confirm=yes']) {
    expect(await here.says(line)).toContain('in a private chat');
    expect(here.reply()).toMatchObject({ private: true });
  }
  const zh = chat({ language: 'zh' });
  expect(await zh.says('/privacy')).toContain('我存了哪些和你有关的内容');
  expect(await zh.taps('全部删除')).toMatch(/要删除和你有关的全部内容吗[^]*无法恢复/);
  expect(await zh.taps('全部删除')).toContain('都删掉了');
});
