import { describe, expect, test } from 'vitest';

import { render } from '../../bots/console/render.ts';
import { openPress } from '../../commands/digest-content.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import type { Language } from '../../core/language.ts';
import type { View } from '../../core/view.ts';
import { farPost } from './posts.ts';
import { openWeeks } from './weeks.ts';

const read = (view: View | null, language: Language = 'en'): string =>
  view === null
    ? 'nothing'
    : render(view, messagesOf(language), { colour: false, width: Number.POSITIVE_INFINITY });

describe('a week in which much happened', () => {
  test('is told: what came, best first, what moved, what the seeker says, who is thanked', async () => {
    const weeks = await openWeeks();
    await weeks.busyWeek();
    expect(read(await weeks.digest('east', 'en'))).toMatchInlineSnapshot(`
      "Lin’s week · Nov 3 – Nov 10

      4 new openings, 2 of them good fits; 2 under way.

      Best of the new openings
      - #1 LLM Engineer · Acme Robotics · Guangzhou · on site · CNY 28,000–38,000 a month
        good fit: ✓ Place, Daily work, Pay, Working language, Contract · ? Insurance base
      - #2 大模型算法工程师 · 蓝鲸科技 · Guangzhou · on site · CNY 30,000–45,000 a month, 14 months a year
        good fit: ✓ Place, Daily work, Pay · ≈ Working language · ? Insurance base, Contract
      - #3 ML Engineer · Kestrel · remote
        partial fit: ✓ Daily work, Working language, Contract · ? Place, Pay, Insurance base
      - and 1 other

      What moved
      - #1 LLM Engineer · Acme Robotics: interview
      - #2 大模型算法工程师 · 蓝鲸科技: interested

      From Lin
      │ Read two papers on attention; the code runs on my own machine now.

      Perhaps you know
      - #3 ML Engineer: from where may people work?

      1 question to Lin from here waits for an answer.

      Thank you for passing openings on: Mei.

      → Show 1: /opening id=1
      → Show 2: /opening id=2
      → Show 3: /opening id=3
      → All openings: /openings
      → Hand in an opening: /submit"
    `);
  });

  test('reads as Chinese', async () => {
    const weeks = await openWeeks();
    await weeks.busyWeek();
    expect(read(await weeks.digest('east', 'zh'), 'zh')).toMatchInlineSnapshot(`
      "小林的求职周报 · 11月3日至11月10日

      本周新职位 4 个，其中 2 个很合适；正在推进 2 个。

      新职位里最合适的
      - #1 LLM Engineer · Acme Robotics · 广州 · 现场办公 · 28,000–38,000 元/月
        很合适：✓ 地点、日常工作、薪资、工作语言、用工形式 · ? 社保公积金基数
      - #2 大模型算法工程师 · 蓝鲸科技 · 广州 · 现场办公 · 30,000–45,000 元/月，14 薪
        很合适：✓ 地点、日常工作、薪资 · ≈ 工作语言 · ? 社保公积金基数、用工形式
      - #3 ML Engineer · Kestrel · 远程
        基本合适：✓ 日常工作、工作语言、用工形式 · ? 地点、薪资、社保公积金基数
      - 另有 1 个

      有进展的
      - #1 LLM Engineer · Acme Robotics：面试中
      - #2 大模型算法工程师 · 蓝鲸科技：感兴趣

      小林说
      │ Read two papers on attention; the code runs on my own machine now.

      也许你知道
      - #3 ML Engineer：可以在哪里远程？

      这里问小林的问题，还有 1 个等待回答。

      感谢提供职位的朋友：Mei。

      → 查看 1 号：/opening id=1
      → 查看 2 号：/opening id=2
      → 查看 3 号：/opening id=3
      → 全部职位：/openings
      → 提交职位：/submit"
    `);
  });

  test('has a picture with the same figures', async () => {
    const weeks = await openWeeks();
    await weeks.busyWeek();
    const card = (await weeks.digest('east', 'en'))?.picture?.card;
    expect(card?.figures.map(({ value }) => value)).toEqual(['4', '2', '2']);
    expect(card?.bars.bars).toHaveLength(8);
    expect(card?.bars.bars.at(-1)).toEqual({ label: 'Nov 3', whole: 4, part: 2 });
    expect(card?.steps.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'interested 1',
      'referred 0',
      'applied 0',
      'interview 1',
      'offer 0',
    ]);
  });

  test('says nothing to other communities of what was handed in to this one', async () => {
    const weeks = await openWeeks();
    await weeks.busyWeek();
    const elsewhere = await weeks.digest('west', 'en');
    expect(JSON.stringify(elsewhere)).not.toMatch(/Acme|蓝鲸|Kestrel|Mei|interview","count":1/u);
    expect(elsewhere?.picture?.card.figures.map(({ value }) => value)).toEqual(['0', '0', '0']);
    expect(read(elsewhere)).toContain('Read two papers');
  });
});

test('an opening that was accepted later belongs to the week in which it was', async () => {
  const weeks = await openWeeks();
  await weeks.handIn(
    weeks.bo,
    'Hiring: LLM Engineer\nRemote, anywhere in the world\nSalary: 30k CNY a month',
  );
  expect(read(await weeks.digest('west', 'en'))).not.toContain('LLM Engineer');
  weeks.later(8);
  await weeks.chat({ name: 'Ann', as: ['moderator'], group: 'west' }).says('/review 1 accept');
  expect(read(await weeks.digest('west', 'en'))).toContain('#1 LLM Engineer');
  weeks.later(8);
  expect(read(await weeks.digest('west', 'en'))).not.toContain('LLM Engineer');
});

test('an opening that came to nothing is not among the best, nor asked about', async () => {
  const weeks = await openWeeks();
  await weeks.busyWeek();
  const lin = weeks.chat({ name: 'Lin', group: 'east' });
  await lin.says('/stage 1 rejected');
  await lin.says('/stage 3 declined');
  const told = read(await weeks.digest('east', 'en'));
  expect(told).toMatch(/Best of the new openings\n- #2 .*\n.*\n- and 3 others/);
  expect(told).not.toContain('Perhaps you know');
});

test('where nothing new fits, the digest says so', async () => {
  const weeks = await openWeeks();
  await weeks.handIn(weeks.mei, farPost);
  expect(read(await weeks.digest('east', 'en'))).toMatch(/1 new opening\.\n\nIt does not fit well\./);
  expect(read(await weeks.digest('east', 'zh'), 'zh')).toContain('没有合适的。');
  await weeks.handIn(
    weeks.mei,
    'Globex | Android Developer | Oslo, Norway | ONSITE | Full-time\nSalary: 60-75k EUR a year.',
  );
  expect(read(await weeks.digest('east', 'en'))).toContain('None of them fits well.');
});

describe('a week in which nothing happened', () => {
  test('is one friendly line, or nothing where the place would rather have that', async () => {
    const weeks = await openWeeks();
    expect(read(await weeks.digest('east', 'en'))).toContain('A quiet week: nothing new came in for Lin.');
    expect(read(await weeks.digest('east', 'zh'), 'zh')).toContain('这周很安静');
    expect(await weeks.digest('east', 'en', { emptyWeeks: 'skip' })).toBeNull();
    await weeks.busyWeek();
    expect(await weeks.digest('east', 'en', { emptyWeeks: 'skip' })).not.toBeNull();
  });

  test('admits that it comes late', async () => {
    const weeks = await openWeeks();
    expect(read(await weeks.digest('east', 'en', { lateSince: new Date('2026-11-09T01:00:00Z') }))).toContain(
      'this was due on Nov 9, 2026, 9:00',
    );
    expect(
      read(await weeks.digest('east', 'zh', { lateSince: new Date('2026-11-09T01:00:00Z') }), 'zh'),
    ).toContain('来晚了');
  });
});

test('a week in which the criteria were relaxed says how', async () => {
  const weeks = await openWeeks();
  weeks.later(53);
  expect(read(await weeks.digest('east', 'en'))).toContain('A new phase of the search has begun');
  weeks.later(8);
  expect(read(await weeks.digest('east', 'en'))).toContain('A quiet week');
});

test('what many places share is composed once, what one has for itself apart', async () => {
  const weeks = await openWeeks();
  await weeks.busyWeek();
  const press = openPress();
  const span = { from: new Date('2026-11-03T12:00:01Z'), until: new Date('2026-11-10T12:00:01Z') };
  const { id: east } = await weeks.placeOf('east');
  const readers = {
    kind: 'group',
    personId: null,
    all: false,
    language: 'en',
    zone: 'UTC',
    emptyWeeks: 'say',
  } as const;
  const digestOf = (placeId: number) =>
    press(weeks.house, { ...readers, placeId, audience: `place:${placeId}` }, span, { lateSince: null });
  const views = await Promise.all([east, 101, 102].map(digestOf));
  expect(views[1]).toBe(views[2]);
  expect(read(views[0] ?? null)).toContain('Acme');
  expect(read(views[1] ?? null)).not.toContain('Acme');
});
