import { describe, expect, test } from 'vitest';

import { writeDueDigests } from '../../commands/due-digests.ts';
import { openTalk } from '../chat.ts';
import { openMailbag } from '../letters.ts';
import { chinesePost, farPost, goodPost } from './posts.ts';

/** A group whose moderators wait for a digest each Monday at nine. */
async function group() {
  const mailbag = await openMailbag();
  const talk = await openTalk({}, mailbag.url);
  const place = { name: 'Mo', as: ['moderator'], group: 'west' } as const;
  const mod = talk.chat(place);
  await mod.says('/subscribe monday 09:00');
  const handIn = async (post: string) => {
    await mod.says(`/submit ${post}`);
    await mod.says('/draft confirm');
  };
  return {
    ...talk,
    ...mailbag,
    mod,
    mei: talk.chat({ group: 'west' }),
    zh: talk.chat({ ...place, language: 'zh' }),
    handIn,
  };
}

describe('when its time has come', () => {
  test('a digest is written once, with what came in since the last', async () => {
    const { handIn, at, tick, letters } = await group();
    await handIn(goodPost);
    at('2026-11-16T08:59Z');
    await tick();
    expect(letters()).toEqual([]);
    at('2026-11-16T09:00Z');
    for (let times = 0; times < 3; times += 1) await tick();
    at('2026-11-17T09:00Z');
    await handIn(chinesePost);
    at('2026-11-23T09:00:59Z');
    await tick();
    expect(letters()).toMatchObject([
      {
        key: 'digest 1 2026-11-16T09:00:00.000Z',
        kind: 'digest',
        to: 'test:west',
        language: 'en',
        dueAt: '2026-11-16T09:00:00.000Z',
      },
      { key: 'digest 1 2026-11-23T09:00:00.000Z', text: expect.stringContaining('蓝鲸科技') },
    ]);
    const [first, second] = letters().map(({ text }) => text);
    expect(first).toContain('#1 LLM Engineer');
    expect(first).not.toContain('蓝鲸科技');
    expect(second).not.toContain('LLM Engineer');
    expect(second).not.toContain('comes late');
  });

  test('it goes to the channel where it was set, in the language that was chosen or is spoken there', async () => {
    const { chat, at, tick, letters } = await group();
    const moderator = { as: ['moderator'], name: 'Mo' } as const;
    await chat({ ...moderator, group: 'west', channel: 'jobs' }).says('/subscribe monday 09:00 zh');
    const east = chat({ ...moderator, group: 'east' });
    await east.says('/language zh');
    await east.says('/subscribe monday 09:00');
    await chat({ name: 'Li', language: 'zh' }).says('/subscribe monday 09:00');
    const ann = chat({ name: 'Ann', language: 'zh' });
    await ann.says('/subscribe monday 09:00');
    await ann.says('/language en');
    at('2026-11-16T09:00Z');
    await tick();
    expect(letters().map(({ to, language }) => `${to}: ${language}`)).toEqual([
      'test:west: en',
      'test:west/jobs: zh',
      'test:east: zh',
      'test:Li: zh',
      'test:Ann: en',
    ]);
    expect(letters()[1]?.text).toContain('这周很安静');
  });

  test('where no language was chosen it comes in that of whoever set it, which is said', async () => {
    const { chat, at, tick, letters } = await group();
    const wu = chat({ name: 'Wu', as: ['moderator'], group: 'north', language: 'zh' });
    expect(await wu.says('/digest')).toContain('这周很安静');
    expect(await wu.says('/subscribe monday 09:00')).toMatch(/语言 +中文/);
    const ed = chat({ name: 'Ed', as: ['moderator'], group: 'north' });
    expect(await ed.says('/subscribe')).toMatch(/Language +中文/);
    expect(await ed.says('/digest')).toMatch(/This is how it looks now[^]*这周很安静/);
    at('2026-11-16T09:00Z');
    await tick();
    expect(letters()).toMatchObject([{ to: 'test:west' }, { to: 'test:north', language: 'zh' }]);
    await ed.says('/language en');
    expect(await ed.says('/subscribe')).toMatch(/Language +as I speak here/);
    expect(await wu.says('/digest')).toContain('A quiet week');
  });

  test('what the first could not bring comes with the next, also where it was paused in between', async () => {
    const { mod, handIn, at, tick, letters, house } = await group();
    await handIn(goodPost);
    at('2026-11-16T09:00Z');
    await tick();
    await house.store.deliveries.fail(1, 'muted', new Date('2026-11-16T09:00Z'));
    await mod.says('/subscribe pause');
    await mod.says('/subscribe resume');
    at('2026-11-23T09:00Z');
    await tick();
    expect(letters().at(-1)?.text).toMatch(/Nov 9 – Nov 23[^]*#1 LLM Engineer/);
  });

  test('an empty week is skipped where the place wants that', async () => {
    const { mod, zh, handIn, at, tick, letters } = await group();
    expect(await mod.says('/settings empty_weeks skip')).toContain('no digest');
    at('2026-11-16T09:00Z');
    await tick();
    expect(letters()).toEqual([]);
    expect(await mod.says('/digest why')).toContain('there was nothing to say');
    expect(await mod.says('/digest')).toContain('There is nothing to say yet');
    expect(await mod.says('/digest send')).toContain('There is nothing to say yet');
    await handIn(goodPost);
    at('2026-11-23T09:00Z');
    await tick();
    expect(letters()).toHaveLength(1);
    expect(await zh.says('/settings empty_weeks -')).toContain('说一声');
    expect(await zh.says('/settings empty_weeks 跳过')).toContain('不发');
    expect(await zh.says('/settings empty_weeks maybe')).toContain('可以填说一声或不发');
  });
});

describe('after an outage', () => {
  test('one digest comes, marked as late, and those before it are passed over', async () => {
    const { mod, zh, handIn, at, tick, letters } = await group();
    await handIn(goodPost);
    at('2026-12-03T12:00Z');
    await tick();
    expect(letters()).toMatchObject([
      {
        key: 'digest 1 2026-11-30T09:00:00.000Z',
        text: expect.stringMatching(/Late, with apologies[^]*LLM Engineer/),
      },
    ]);
    const why = await mod.says('/digest why');
    expect(why).toMatch(
      /due on Monday, November 30, 2026 at 09:00 \(UTC\); I was away then, and wrote it late/,
    );
    expect(why).toMatch(/Passed over before that.*November 23.*November 16/);
    expect(why).toContain('The next is due on Monday, December 7, 2026');
    expect(await zh.says('/digest why')).toMatch(
      /后来补写的[^]*再往前，我不在时错过了：2026年11月23日.*；2026年11月16日/,
    );
  });

  test('none comes where the next is less than a day away', async () => {
    const { mod, at, tick, letters } = await group();
    at('2026-11-22T10:00Z');
    await tick();
    expect(letters()).toEqual([]);
    expect(await mod.says('/digest why')).toContain('I was away, and left it to the next.');
    at('2026-11-23T09:00Z');
    await tick();
    expect(letters().map(({ key }) => key)).toEqual(['digest 1 2026-11-23T09:00:00.000Z']);
  });

  test('a clock that is set back sends nothing twice', async () => {
    const { mod, at, tick, letters } = await group();
    at('2026-11-16T09:00Z');
    await tick();
    at('2026-11-16T08:00Z');
    await tick();
    // Set anew, it is due at the same time again, which is over.
    await mod.says('/subscribe monday 09:00');
    for (const now of ['2026-11-16T08:59Z', '2026-11-16T09:00Z', '2026-11-16T09:01Z']) {
      at(now);
      await tick();
    }
    expect(letters()).toHaveLength(1);
    expect(await mod.says('/subscribe')).toContain('Monday, November 23, 2026 at 09:00');
  });
});

test('what was passed over stays so when the clock is set back', async () => {
  const { mod, at, tick, letters } = await group();
  at('2026-11-22T10:00Z');
  await tick();
  at('2026-11-16T08:00Z');
  await mod.says('/subscribe monday 09:00');
  at('2026-11-16T09:00Z');
  await tick();
  expect(letters()).toEqual([]);
});

describe('a digest that cannot be composed', () => {
  test('holds nobody else up, is reported, and comes when it can', async () => {
    const { chat, mod, house, faults, at, tick, letters } = await group();
    await chat({ name: 'Ed', as: ['moderator'], group: 'east' }).says('/subscribe monday 09:00 zh');
    const { name } = house.profile;
    // Only what is said in English breaks.
    const broken = {
      ...house.profile,
      name: Object.defineProperty({ ...name }, 'en', {
        get: () => {
          throw new Error('no name');
        },
      }),
    };
    at('2026-11-16T09:00Z');
    await writeDueDigests(
      { ...house, profile: broken },
      new Date('2026-11-16T09:00Z'),
      new AbortController().signal,
    );
    expect(letters().map(({ to }) => to)).toEqual(['test:east']);
    expect(faults).toHaveLength(1);
    expect(await mod.says('/digest why')).toContain('None has been due yet.');
    await tick();
    expect(letters().map(({ to }) => to)).toEqual(['test:east', 'test:west']);
  });

  test('and a bot that is told to stop begins no other', async () => {
    const { house, letters } = await group();
    await writeDueDigests(house, new Date('2026-11-16T09:00Z'), AbortSignal.abort());
    expect(letters()).toEqual([]);
  });
});

describe('/digest', () => {
  test('shows anyone what the next says, alone, in the language that it is sent in', async () => {
    const { mei, chat, handIn, at } = await group();
    await handIn(farPost);
    at('2026-11-10T12:01Z');
    const preview = await mei.says('/digest');
    expect(preview).toContain(
      'This is how it looks now; it comes on Monday, November 16, 2026 at 09:00 (UTC)',
    );
    expect(preview).toContain('1 new opening.');
    expect(mei.reply()).toMatchObject({ private: true });
    const hua = chat({ name: 'Hua', group: 'west', language: 'zh' });
    expect(await hua.says('/周报 预览')).toMatch(/1 new opening[^]*现在看是这样/);
    expect(await mei.says('/digest')).not.toContain('Send it now');
    const own = chat({ name: 'Hua', language: 'zh' });
    expect(await own.says('/digest')).toContain('目前没有订阅');
  });

  test('tells the seeker in private of what communities keep to themselves, before it comes and when it does', async () => {
    const { chat, handIn, at, tick, letters } = await group();
    await handIn(goodPost);
    at('2026-11-10T12:01Z');
    const seeker = chat({ name: 'Lin' });
    await seeker.says('/subscribe tuesday 09:00');
    expect(await seeker.says('/digest')).toContain('#1 LLM Engineer');
    const other = chat({ name: 'Bo' });
    await other.says('/subscribe tuesday 09:00');
    expect(await other.says('/digest')).not.toContain('LLM Engineer');
    at('2026-11-17T09:00Z');
    await tick();
    const textTo = (name: string) => letters().find(({ to }) => to === `test:${name}`)?.text;
    expect(textTo('Lin')).toContain('#1 LLM Engineer');
    expect(textTo('Bo')).not.toContain('LLM Engineer');
  });

  test('sends one out of turn for a moderator or the seeker, once a day, and the next goes on from there', async () => {
    const { mod, mei, chat, zh, handIn, at, tick, letters } = await group();
    await handIn(goodPost);
    at('2026-11-10T12:01Z');
    expect(await mei.says('/digest send')).toContain('Only the seeker and moderators');
    await mod.says('/digest');
    expect(await mod.taps('Send it now')).toContain('It is on its way.');
    expect(await zh.says('/digest send')).toContain('今天已经发过一期了');
    expect(letters()).toMatchObject([
      { kind: 'digest', to: 'test:west', text: expect.stringContaining('LLM Engineer') },
    ]);
    expect(await mod.says('/digest why')).toMatch(
      /asked for out of turn, on Tuesday, November 10[^]*It is on its way/,
    );
    at('2026-11-11T00:00Z');
    const seeker = chat({ name: 'Lin', as: ['seeker'], group: 'west' });
    expect(await seeker.says('/digest send')).toContain('It is on its way.');
    at('2026-11-16T09:00Z');
    await tick();
    expect(letters().at(-1)?.text).toContain('A quiet week');
    const jobs = chat({ name: 'Mo', as: ['moderator'], group: 'west', channel: 'jobs' });
    expect(await jobs.says('/digest send')).toContain('It is on its way.');
    expect(await jobs.says('/digest why')).toMatch(/No digest is set here\.[^]*It is on its way/);
  });

  test('says that none was due yet, and how the letter fares', async () => {
    const { mod, chat, at, tick } = await group();
    expect(await mod.says('/digest why')).toMatch(
      /1\. A digest is set: Mondays at 09:00 \(UTC\)\.\n2\. None has been due yet\.\n3\. The next is due on Monday/,
    );
    at('2026-11-16T09:00Z');
    await tick();
    expect(await mod.says('/digest why')).toMatch(
      /The last was due on Monday, November 16.*\n3\. It is on its way\./,
    );
    expect(await mod.taps('Preview')).toContain('This is how it looks now');
    expect(await chat().says('/digest why')).toContain('No digest is set here.');
  });

  test('says that it is paused, and how it goes on', async () => {
    const { mod, zh } = await group();
    await mod.says('/subscribe action=pause');
    expect(await mod.says('/digest')).toContain('It is paused; /subscribe resumes it.');
    expect(await zh.says('/周报')).toContain('周报已暂停，用 /subscribe 恢复。');
    await mod.says('/digest why');
    expect(await mod.taps('Resume')).toContain('Monday, November 16, 2026 at 09:00');
    await mod.says('/unsubscribe');
    await mod.says('/digest why');
    expect(await mod.taps('Set a digest')).toContain('No digest comes here');
  });

  test('says of one that was sent before any was due that it was asked for', async () => {
    const { chat, house } = await group();
    const moderator = { as: ['moderator'], group: 'east' } as const;
    const east = chat(moderator);
    await east.says('/digest send');
    const now = new Date('2026-11-10T12:00Z');
    const [letter] = await house.store.deliveries.due('test', { most: 1, except: [] }, now);
    await house.store.deliveries.finish(letter?.id ?? 0, now);
    await east.says('/subscribe monday 09:00');
    expect(await east.says('/digest why')).toMatch(
      /None has been due yet\.[^]*One that was asked for was sent on Tuesday, November 10/,
    );
    expect(await chat({ ...moderator, language: 'zh' }).says('/digest why')).toMatch(
      /应要求提前发的一期，.*发出。/,
    );
  });
});
