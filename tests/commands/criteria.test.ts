import { expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { salary, search } from '../core/examples.ts';
import { seeker } from '../seeker.ts';
import { goodPost } from './posts.ts';

test('value, strength, phase and days until review are said', async () => {
  const { chat } = await openTalk();
  const answer = await chat().says('/criteria');
  expect(answer).toMatch(/Place.*on site in Guangzhou or remote for an employer anywhere, done from .*must/);
  expect(answer).toMatch(
    /Pay.*CNY 25,000–40,000 a month.*negotiable \(up to 10% less is open to discussion\)/,
  );
  expect(answer).toMatch(/Working language.*English preferred, Chinese accepted.*nice to have/);
  expect(answer).toContain('Phase: trial, since November 1, 2026.');
  expect(answer).toContain('52 days until these criteria are reviewed, on January 1, 2027.');
  expect(answer).toMatch(/After that \(relaxed\):[^]*Pay: no longer asked for/);
});

test('when the trial is over the next phase holds', async () => {
  const { chat, later } = await openTalk();
  later(60);
  const answer = await chat().says('/criteria');
  expect(answer).toContain('Phase: relaxed, since January 1, 2027. This phase has no end date.');
  expect(answer).not.toMatch(/^ *Pay/m);
});

test('the last phase may be overdue for review', async () => {
  const { house } = await openTalk();
  const profile = { ...house.profile, search: { start: '2026-01-01', phases: search.phases.slice(0, 1) } };
  const { chat } = await openTalk({ profile });
  expect(await chat().says('/criteria')).toContain('were due for review on March 1, 2026');
});

test('a change is kept and shown as a difference', async () => {
  const { chat, house } = await openTalk();
  const [trial, relaxed] = search.phases;
  const raised = { ...search, phases: [{ ...trial, criteria: [{ ...salary, min: 30_000 }] }, relaxed] };
  const { profiles } = house.store;
  await profiles.record('lin', JSON.stringify(raised), new Date('2026-11-02T00:00:00Z'));
  await profiles.record('lin', JSON.stringify(search), new Date('2026-11-05T00:00:00Z'));
  const answer = await chat().says('/criteria');
  expect(answer).toMatch(/Changed on November 5, 2026:[^]*Pay: CNY 25,000–40,000/);
  await profiles.record('lin', JSON.stringify(raised), new Date('2026-11-08T00:00:00Z'));
  expect(await chat().says('/criteria')).toMatch(/Changed on November 8[^]*Changed on November 5/);
});

test('in Chinese', async () => {
  const { chat } = await openTalk();
  const answer = await chat({ language: 'zh' }).says('/criteria');
  expect(answer).toMatch(/地点.*在广州上班，或者远程，公司在哪里都行.*必须/);
  expect(answer).toMatch(/薪资.*25,000–40,000 元\/月.*可商量（低 10% 以内也可以谈）/);
  expect(answer).toContain('52 天后（2027年1月1日）重新评估这些条件。');
});

test('where none are written yet, that is said, and nothing is called a good fit', async () => {
  const phases = seeker.search.phases.map((phase) => ({ ...phase, criteria: [] }));
  const { chat } = await openTalk({ profile: { ...seeker, search: { ...seeker.search, phases } } });
  const said = await chat().says('/criteria');
  expect(said).toContain('No criteria are written yet');
  expect(said).not.toContain('needs to be met');
  expect(await chat({ language: 'zh' }).says('/criteria')).toContain('还没有写明条件');
  expect(await chat().says(`/judge ${goodPost}`)).not.toContain('Good fit');
});
