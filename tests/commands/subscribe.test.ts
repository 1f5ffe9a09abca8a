import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { openMailbag } from '../letters.ts';

/** A group with a moderator, in English and in Chinese, and a member. */
async function group() {
  const mailbag = await openMailbag();
  const talk = await openTalk({}, mailbag.url);
  const place = { name: 'Mo', as: ['moderator'], group: 'west' } as const;
  return {
    ...talk,
    ...mailbag,
    mod: talk.chat(place),
    zh: talk.chat({ ...place, language: 'zh' }),
    mei: talk.chat({ group: 'west' }),
  };
}

describe('where nothing is set', () => {
  test('a tap takes the ordinary, in the zone of the place', async () => {
    const { mod } = await group();
    expect(await mod.says('/subscribe')).toMatch(/No digest comes here yet[^]*Times are in UTC/);
    expect(mod.reply()).toMatchObject({ private: true });
    const set = await mod.taps('Mondays at 09:00');
    expect(set).toContain('From now on a digest comes here once a week.');
    expect(set).toMatch(/Next +Monday, November 16, 2026 at 09:00 \(UTC\)/);
  });

  test('two taps take another day or time', async () => {
    const { mod } = await group();
    await mod.says('/subscribe');
    expect(await mod.taps('Other day')).toContain('On which day? Or type it: /subscribe day=wednesday');
    expect(await mod.taps('Wednesday')).toContain('Wednesdays at 09:00 (UTC)');
    await mod.taps('Other time');
    expect(await mod.taps('18:00')).toMatch(/Changed\.[^]*Wednesdays at 18:00/);
    await mod.taps('Other time zone');
    expect(await mod.taps('Asia/Kolkata')).toContain('Wednesday, November 11, 2026 at 18:00 (Asia/Kolkata)');
  });

  test('in Chinese', async () => {
    const { zh } = await group();
    expect(await zh.says('/订阅')).toContain('这里还没有订阅周报');
    expect(await zh.taps('每周一 09:00')).toContain('下一期  2026年11月16日星期一 09:00（UTC）');
    await zh.taps('换一天');
    expect(await zh.taps('周五')).toContain('每周五 09:00');
    await zh.taps('换个时区');
    expect(await zh.taps('上海（Asia/Shanghai）')).toContain('09:00（Asia/Shanghai）');
    await zh.says('/subscribe CST');
    expect(await zh.taps('上海（Asia/Shanghai）')).toContain('09:00（Asia/Shanghai）');
  });
});

describe('a zone alone', () => {
  test('sets the clock of the place and no digest', async () => {
    const { mod, zh } = await group();
    expect(await mod.says('/subscribe zone=Guangzhou')).toMatch(
      /time zone is set[^]*No digest comes here[^]*Times are in Asia\/Shanghai/,
    );
    expect(await mod.taps('Mondays at 09:00')).toContain('November 16, 2026 at 09:00 (Asia/Shanghai)');
    await mod.says('/unsubscribe');
    expect(await mod.says('/subscribe Tokyo')).toContain('Times are in Asia/Tokyo');
    expect(await zh.says('/subscribe 柏林')).toMatch(/时区改好了[^]*没有订阅周报/);
    expect(await mod.says('/subscribe')).toMatch(/No digest[^]*Mondays at 09:00 \(Europe\/Berlin\)/);
  });
});

describe('what is typed in order', () => {
  test.each([
    ['monday 09:00 Asia/Shanghai zh', /Mondays at 09:00 \(Asia\/Shanghai\)[^]*中文/],
    ['Mon 9am Guangzhou', /Mondays at 09:00 \(Asia\/Shanghai\)/],
    ['friday 9 pm New York en', /Fridays at 21:00 \(America\/New_York\)[^]*English/],
    ['星期三 21点半 班加罗尔', /Wednesdays at 21:30 \(Asia\/Kolkata\)/],
    ['周日 ２１：３０ GMT+8', /Sundays at 21:30 \(UTC\+8\)/],
    ['sunday UTC+5:30', /Sundays at 09:00 \(UTC\+5:30\)/],
    ['10:15 Pacific', /Mondays at 10:15 \(America\/Los_Angeles\)/],
    ['周一早上9点', /Mondays at 09:00/],
    ['每周一早上九点半', /Mondays at 09:30/],
    ['周日晚上8点', /Sundays at 20:00/],
    ['周五，9点，上海', /Fridays at 09:00 \(Asia\/Shanghai\)/],
    ['Mondays at 10:00 (Asia/Kolkata)', /Mondays at 10:00 \(Asia\/Kolkata\)/],
    ['every tuesday at 9am', /Tuesdays at 09:00/],
    ['on friday 17:30', /Fridays at 17:30/],
    ['monday, 9:00, Berlin', /Mondays at 09:00 \(Europe\/Berlin\)/],
    ['中文 Shanghai 9:00 in monday', /Mondays at 09:00 \(Asia\/Shanghai\)[^]*中文/],
    ['midnight', /Mondays at 00:00/],
    ['tuesday', /Tuesdays at 09:00 \(UTC\)/],
    ['zh', /Mondays at 09:00 \(UTC\)[^]*中文/],
    ['zone=São Paulo time=7:30', /Mondays at 07:30 \(America\/Sao_Paulo\)/],
  ])('%s', async (line, set) => {
    const { mod } = await group();
    expect(await mod.says(`/subscribe ${line}`)).toMatch(set);
  });

  test('is refused where it is no day or no time, with a right one as an example', async () => {
    const { mod, zh } = await group();
    expect(await mod.says('/subscribe someday 9:00')).toMatch(
      /I did not understand “someday”\.[^]*For example: \/subscribe monday 09:00/,
    );
    expect(await mod.says('/subscribe Berlin Tokyo')).toContain('I did not understand “Tokyo”.');
    expect(await mod.says(`/subscribe ${'Guangzou'.repeat(9)}`)).toContain('I did not understand “Guang');
    expect(await zh.says('/subscribe 哪天都行')).toMatch(/没看懂“哪天都行”。[^]*例如：/);
    expect(await mod.says('/subscribe every day 9:00')).toContain('It comes once a week: name a day.');
    expect(await zh.says('/subscribe 每天9点')).toContain('周报每周一期，请选星期几。');
    expect(await mod.says('/subscribe monday 25:00')).toMatch(/the time in “25:00”\. For example: 09:00.*$/);
    expect(await zh.says('/subscribe 周一 晚上12点')).toContain('没看懂“晚上12点”是几点');
    expect(await mod.says('/subscribe')).toContain('No digest comes here yet');
  });

  test('that can mean several zones is asked about, and what else was said is kept', async () => {
    const { mod } = await group();
    const question = await mod.says('/subscribe tuesday 18:00 Portland');
    expect(question).toMatch(
      /“Portland” can mean several time zones[^]*America\/New_York: Nov 10, 2026, 7:00 AM/,
    );
    expect(question).toContain('/subscribe day=tuesday time=18:00 zone=Europe/London');
    expect(await mod.taps('Portland (America/Los_Angeles)')).toContain(
      'Tuesdays at 18:00 (America/Los_Angeles)',
    );
  });

  test('a time that there is not is refused before the zone is asked about', async () => {
    const { mod } = await group();
    expect(await mod.says('/subscribe monday 25:00 CST')).toContain('the time in “25:00”');
  });

  test('that means no zone is asked about, with what is spelt like it', async () => {
    const { mod, zh } = await group();
    expect(await mod.says('/subscribe zone=Guangzou')).toContain(
      'I know no city or time zone called “Guangzou”.',
    );
    expect(await zh.says('/subscribe 周一 广州天河')).toContain('没有叫“广州天河”的城市或时区');
    expect(await zh.taps('广州（Asia/Shanghai）')).toContain('每周一 09:00（Asia/Shanghai）');
    expect(await mod.says('/subscribe zone=xyzzy')).not.toContain('→');
  });

  test('an offer that fits into no button is named all the same', async () => {
    const { mod } = await group();
    const question = await mod.says('/subscribe wednesday 09:00 San L zh');
    expect(question).toContain('America/Argentina/San_Luis');
    expect(mod.reply()).not.toMatchObject({ actions: [{ label: expect.stringContaining('San_Luis') }] });
  });
});

describe('who may', () => {
  test('members of a community may not, and hear where they may', async () => {
    const { mei, chat } = await group();
    for (const line of ['/subscribe monday', '/unsubscribe', '/subscribe'])
      expect(await mei.says(line)).toContain('In a community, moderators choose the digest.');
    const own = chat();
    expect(await own.says('/subscribe monday')).toContain('Mondays at 09:00');
  });

  test('each channel has a digest of its own', async () => {
    const { chat } = await group();
    const at = (channel: string) => chat({ name: 'Mo', as: ['moderator'], group: 'west', channel });
    await at('jobs').says('/subscribe monday');
    await at('talk').says('/subscribe friday');
    expect(await at('jobs').says('/subscribe')).toContain('Mondays');
    expect(await at('talk').says('/subscribe')).toContain('Fridays');
    expect(await at('quiet').says('/subscribe')).toContain('No digest comes here yet');
    await at('jobs').says('/unsubscribe');
    expect(await at('talk').says('/subscribe')).toContain('Fridays');
  });
});

describe('a digest', () => {
  test('that is paused says so and by whom, and goes on where it was', async () => {
    const { mod, zh, at, tick, letters } = await group();
    await mod.says('/subscribe monday 09:00');
    expect(await mod.taps('Pause')).toMatch(
      /The digest is paused until[^]*State +paused by Mo, Tuesday, November 10, 2026/,
    );
    expect(await zh.says('/subscribe')).toContain('由Mo暂停');
    at('2026-11-17T12:00Z');
    await tick();
    expect(letters()).toEqual([]);
    await mod.says('/subscribe');
    expect(await mod.taps('Resume')).toContain('Monday, November 23, 2026 at 09:00');
  });

  test('that is paused and changed stays paused until it is resumed', async () => {
    const { mod, zh } = await group();
    await mod.says('/subscribe monday 09:00');
    expect(await zh.says('/订阅 暂停')).toContain('由Mo暂停');
    await mod.says('/subscribe resume');
    expect(await mod.says('/subscribe pause')).toContain('paused by Mo');
    expect(await mod.says('/subscribe day=wednesday')).toMatch(
      /still paused[^]*Wednesdays at 09:00[^]*State +paused by Mo/,
    );
    expect(await zh.says('/subscribe zone=柏林')).toMatch(/还是暂停的[^]*由Mo暂停/);
    expect(await mod.says('/subscribe time=18:00 action=resume')).toMatch(
      /Next +Wednesday, November 11, 2026 at 18:00 \(Europe\/Berlin\)/,
    );
  });

  test('that is stopped is one tap away, with its settings', async () => {
    const { mod, zh } = await group();
    await mod.says('/subscribe friday 18:00 Guangzhou zh');
    for (const word of ['stop', 'off', '退订']) {
      expect(await mod.says(`/subscribe ${word}`)).toContain('No more digests');
      await mod.taps('Undo');
    }
    await mod.says('/subscribe');
    expect(await mod.taps('Stop')).toContain('No more digests and alerts come here.');
    expect(await mod.taps('Undo')).toMatch(/Fridays at 18:00 \(Asia\/Shanghai\)[^]*中文/);
    await mod.says('/unsubscribe');
    expect(await mod.says('/subscribe')).toContain('No digest comes here. Once');
    expect(await mod.taps('Fridays at 18:00 (Asia/Shanghai)')).toContain('From now on');
    expect(await zh.says('/退订')).toContain('不再往这里发');
    expect(await zh.says('/退订')).toContain('这里没有订阅');
    expect(await zh.taps('订阅周报')).toContain('每周五 18:00');
  });

  test('that was paused before it was stopped is paused again by the tap', async () => {
    const { mod } = await group();
    await mod.says('/subscribe monday');
    await mod.says('/subscribe action=pause');
    await mod.says('/unsubscribe');
    expect(await mod.taps('Undo')).toMatch(/State +paused by Mo/);
  });

  test('that was never set can be neither paused nor resumed', async () => {
    const { mod } = await group();
    expect(await mod.says('/subscribe action=pause')).toContain('Nothing is set here.');
    expect(await mod.says('/unsubscribe')).toContain('Nothing is set here.');
  });

  test('that waits to be sent is taken back by stopping', async () => {
    const { mod, at, tick, letters } = await group();
    await mod.says('/subscribe monday 09:00');
    at('2026-11-16T09:00Z');
    await tick();
    expect(letters()).toHaveLength(1);
    await mod.says('/unsubscribe');
    expect(letters()).toEqual([]);
    expect(await mod.says('/digest why')).toMatch(/stopped by Mo[^]*It was taken back/);
  });

  test('that cannot be delivered is paused with the reason, and keeps its settings', async () => {
    const { mod, zh, house } = await group();
    await mod.says('/subscribe friday 18:00');
    const address = { platform: 'test', externalId: 'west', channel: null };
    const now = new Date('2026-11-12T00:00Z');
    await house.store.subscriptions.pause(address, 'muted', now);
    expect(await mod.says('/subscribe')).toContain(
      'paused, because I may not write there, Thursday, November 12',
    );
    expect(await zh.says('/digest why')).toContain('暂停：我没有发言权限');
    expect(await mod.taps('Resume')).toContain('Fridays at 18:00');
    await house.store.subscriptions.pause(address, 'something new', now);
    expect(await mod.says('/subscribe')).toContain('because nothing could be delivered');
  });
});

describe('in private', () => {
  async function alone() {
    const talk = await openTalk();
    return { ...talk, mei: talk.chat(), zh: talk.chat({ language: 'zh' }) };
  }

  test('alerts are set beside a digest, with quiet hours by the clock of the place', async () => {
    const { mei, zh } = await alone();
    await mei.says('/subscribe monday zone=Guangzhou');
    expect(await mei.taps('Tell me of good fits at once')).toContain(
      'I tell you of good fits as soon as they are in.',
    );
    expect(await mei.says('/subscribe quiet=10pm to 8am')).toContain(
      'from 22:00 to 08:00 (Asia/Shanghai) they wait',
    );
    expect(await zh.says('/subscribe')).toContain('22:00 到 08:00（Asia/Shanghai）之间的，过后再发');
    expect(await zh.says('/subscribe quiet=关闭')).toContain('要设免打扰');
    expect(await zh.says('/subscribe quiet=从晚上11点到早上7点')).toContain('23:00 到 07:00');
    expect(await mei.says('/subscribe quiet=-')).toContain('To have quiet hours');
    expect(await mei.says('/subscribe quiet=all day')).toContain('I could not read the hours in “all day”');
    expect(await mei.says('/subscribe alerts=off')).toContain('I no longer tell you');
    expect(await mei.says('/subscribe')).toMatch(/Mondays at 09:00[^]*You are not told/);
  });

  test('alerts alone need no digest, and quiet hours outlive their being off', async () => {
    const { mei } = await alone();
    const set = await mei.says('/subscribe alerts=on quiet=22:00-08:00 zone=New York');
    expect(set).toMatch(/No digest comes here yet[^]*\(America\/New_York\) they wait/);
    await mei.says('/subscribe alerts=off');
    expect(await mei.says('/subscribe alerts=on')).toContain('from 22:00 to 08:00');
    expect(await mei.says('/subscribe alerts=off')).toContain('no longer');
    expect(await mei.says('/unsubscribe')).toContain('Nothing is set here');
  });

  test('which zone was meant is asked about with all that was said besides', async () => {
    const { mei } = await alone();
    await mei.says('/subscribe alerts=on quiet=10pm-8am zone=CST');
    expect(await mei.taps('America/Chicago')).toMatch(
      /No digest[^]*from 22:00 to 08:00 \(America\/Chicago\)/,
    );
    await mei.says('/subscribe quiet=- zone=CST');
    expect(await mei.taps('America/Chicago')).toContain('To have quiet hours');
    await mei.says('/subscribe monday');
    await mei.says('/subscribe action=pause zone=CST');
    expect(await mei.taps('America/Chicago')).toMatch(/State +paused by Mei/);
  });

  test('/unsubscribe stops both, and one tap brings both back', async () => {
    const { mei } = await alone();
    await mei.says('/subscribe monday alerts=on');
    await mei.says('/unsubscribe');
    expect(await mei.says('/subscribe')).toMatch(/No digest comes here\.[^]*not told/);
    await mei.says('/subscribe alerts=on');
    await mei.says('/unsubscribe');
    expect(await mei.taps('Undo')).toMatch(/No digest[^]*You are told/);
    await mei.says('/subscribe monday');
    await mei.says('/unsubscribe');
    expect(await mei.taps('Undo')).toMatch(/Mondays at 09:00[^]*You are told/);
  });

  test('what the bot paused because nothing arrived goes on as a whole', async () => {
    const { mei, house } = await alone();
    await mei.says('/subscribe monday alerts=on');
    const address = { platform: 'test', externalId: 'Mei', channel: null };
    await house.store.subscriptions.pause(address, 'blocked', new Date('2026-11-12T00:00Z'));
    expect(await mei.says('/subscribe')).toMatch(
      /State +paused, because I am blocked[^]*not told.*paused, because/,
    );
    expect(await mei.taps('Resume')).toMatch(/Next +Monday[^]*You are told/);
    await house.store.subscriptions.pause(address, 'blocked', new Date('2026-11-12T00:00Z'));
    await mei.says('/unsubscribe');
    expect(mei.reply()).toMatchObject({ actions: [{ call: 'subscribe action=pause' }] });
  });

  test('alerts are for nobody else to read', async () => {
    const { mod } = await group();
    expect(await mod.says('/subscribe alerts=on')).toContain('Alerts are for one person.');
    expect(await mod.says('/subscribe')).not.toContain('good fits');
  });

  test('of what is said in one line all is done or nothing', async () => {
    const { mod } = await group();
    expect(await mod.says('/subscribe monday Guangzhou alerts=on')).toContain('Alerts are for one person.');
    expect(await mod.says('/subscribe')).toMatch(/No digest comes here yet[^]*Times are in UTC/);
  });
});
