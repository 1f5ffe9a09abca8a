// Several seekers whom one bot carries: each place has one of them, and nothing of one shows under another.

import { describe, expect, test } from 'vitest';

import type { Profile } from '../../core/profile.ts';
import { openTalk, type Person } from '../chat.ts';
import { openMailbag } from '../letters.ts';
import { seeker } from '../seeker.ts';
import { goodPost } from './posts.ts';

const ola: Profile = {
  ...seeker,
  id: 'ola',
  name: { en: 'Ola', zh: '小奥' },
  identities: ['test:Ola'],
  skills: [{ from: 5, to: null, skills: ['Rust'] }],
  circumstances: [{ en: 'A boat.', zh: '一条船。' }],
};

const openTown = (url?: string) =>
  openTalk({ others: [{ profile: ola, startedAt: new Date('2026-11-05T00:00:00Z') }] }, url);

async function handsIn(person: ReturnType<Awaited<ReturnType<typeof openTown>>['chat']>): Promise<string> {
  await person.says(`/submit ${goodPost}`);
  return person.says('/draft confirm');
}

describe('a community', () => {
  test('carries the first seeker until its moderators choose another, and back', async () => {
    const { chat } = await openTown();
    const mod = chat({ name: 'Mod', as: ['moderator'], group: 'west' });
    const mei = chat({ group: 'west' });
    expect(await mei.says('/skills')).toContain('What Lin can do');
    expect(await mod.says('/settings')).toContain('seeker: Lin – whom I speak for here');
    await mod.says('/settings seeker');
    expect(await mod.taps('Ola')).toContain('From now on, seeker: Ola');
    expect(await mei.says('/skills')).toMatch(/What Ola can do[^]*Rust/);
    expect(await mei.says('/help')).toContain('Ola’s request');
    expect(await chat({ group: 'east' }).says('/skills')).toContain('What Lin can do');
    expect(await mod.says('/settings seeker 小林')).toContain('seeker: Lin');
    expect(await mod.taps('Undo')).toContain('seeker: Ola');
    expect(await mod.says('/settings seeker -')).toContain('seeker: Lin');
    expect(await mei.says('/skills')).toContain('What Lin can do');
  });

  test('leaves the choice to its moderators, who may choose those whom the bot carries', async () => {
    const { chat } = await openTown();
    const mei = chat({ group: 'west' });
    expect(await mei.says('/profile seeker=ola')).toContain('moderators choose');
    expect(await mei.says('/profile')).not.toContain('profile seeker=ola');
    const mod = chat({ name: 'Mod', as: ['moderator'], group: 'west' });
    expect(await mod.says('/settings seeker Nobody')).toContain(
      'I speak for nobody called “Nobody”. Choose Lin or Ola.',
    );
    await mod.says('/profile');
    expect(await mod.taps('Ola')).toBe(
      'From now on I speak for Ola here.\n\n→ Show the profile: /profile\n→ Show the openings: /openings',
    );
    expect(await mei.says('/profile')).toContain('Ola – ');
  });

  test('with a bot that carries one seeker is asked nothing', async () => {
    const { chat } = await openTalk();
    const mod = chat({ name: 'Mod', as: ['moderator'], group: 'west' });
    expect(await mod.says('/settings')).not.toContain('seeker:');
    expect(await mod.says('/profile')).not.toContain('seeker=');
  });

  test('whose seeker the bot no longer carries has the first one again', async () => {
    const { chat, house } = await openTown();
    const mod = chat({ name: 'Mod', as: ['moderator'], group: 'west' });
    await mod.says('/settings seeker ola');
    Object.assign(house, { others: [] });
    expect(await mod.says('/skills')).toContain('What Lin can do');
  });
});

describe('in private', () => {
  test('everybody chooses for themselves', async () => {
    const { chat } = await openTown();
    const mei = chat();
    await mei.says('/profile');
    expect(await mei.taps('Ola')).toContain('From now on I speak for Ola here.');
    expect(await mei.taps('Show the profile')).toContain('Ola – ');
    expect(await chat({ name: 'Bo' }).says('/profile')).toContain('Lin – ');
    const zh = chat({ language: 'zh' });
    expect(await zh.says('/profile seeker=小林')).toContain('我在这里替小林找内推');
  });

  test('a seeker looks after their own search, and is nobody in particular under another', async () => {
    const { chat } = await openTown();
    const own = chat({ name: 'Ola' });
    expect(await own.says('/profile circumstances')).toContain('A boat.');
    await own.says('/profile seeker=lin');
    expect(await own.says('/profile circumstances')).toContain('not shown here');
    await own.says('/profile seeker=ola');
    expect(await own.says('/profile circumstances')).toContain('A boat.');
    expect(await chat({ name: 'Lin' }).says('/profile circumstances')).toContain('A mortgage.');
  });

  test('a seeker has no more rights than a member where another is carried', async () => {
    const { chat } = await openTown();
    expect(await handsIn(chat({ name: 'Ola', group: 'west' }))).toContain('a moderator will look at it');
    await chat({ name: 'Mod', as: ['moderator'], group: 'west' }).says('/settings seeker ola');
    expect(await handsIn(chat({ name: 'Ola', group: 'west' }))).not.toContain('a moderator');
  });
});

describe('an opening', () => {
  test('for one seeker is not there under another, for anybody', async () => {
    const { chat } = await openTown();
    const mod = chat({ name: 'Mod', as: ['moderator'], group: 'west' });
    await handsIn(mod);
    await mod.says('/settings seeker ola');
    const views: readonly Person[] = [
      { group: 'west' },
      { name: 'Mod', as: ['moderator'], group: 'west' },
      { name: 'Ola' },
      { name: 'Op', as: ['operator', 'seeker'], group: 'west' },
    ];
    for (const person of views) {
      const viewer = chat(person);
      expect(await viewer.says('/openings')).toContain('No openings yet');
      expect(await viewer.says('/opening 1')).toContain('no opening 1');
      expect(await viewer.says('/close 1')).toContain('no opening 1');
    }
    expect(await mod.says('/review 1 reject')).toContain('no opening 1');
    expect(await handsIn(mod)).toContain('opening 2');
    await mod.says('/settings seeker lin');
    expect(await mod.says('/openings')).toMatch(/1 opening[^]*#1 /);
  });

  test('is not handed to another seeker than it was begun for', async () => {
    const { chat } = await openTown();
    const mei = chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/profile seeker=ola');
    expect(await mei.says('/draft confirm')).toContain('You began that for Lin');
    await mei.says('/profile seeker=lin');
    expect(await mei.says('/draft confirm')).toContain('It is opening 1 now');
  });
});

test('a post of several jobs is closed and opened again under the seeker whom it was for', async () => {
  const { url, letters } = await openMailbag();
  const { chat } = await openTown(url);
  const bo = chat({ name: 'Bo' });
  await bo.says('/profile seeker=ola');
  const mod = chat({ name: 'Mod', as: ['moderator'] });
  await mod.says(`/submit Acme Robotics | Guangzhou | ONSITE | Full-time
We build robots that carry things. Fluent English. We are hiring:
- ML Engineer | 28-38k CNY a month
- AI Agent Engineer | 30-40k CNY a month
Apply: jobs@acme.example.com`);
  await mod.says('/draft confirm');
  await mod.says('/draft 1 close');
  await bo.says('/subscribe alerts=on');
  await mod.says('/profile seeker=ola');
  expect(await mod.says('/draft 1 reopen')).toContain('You began that for Lin');
  expect(letters().filter(({ to }) => to === 'test:Bo')).toEqual([]);
  await mod.says('/profile seeker=lin');
  expect(await mod.says('/draft 1 reopen')).toContain('Open again');
});

describe('a letter', () => {
  test('of the week is about the seeker of its place', async () => {
    const { url, letters } = await openMailbag();
    const { chat, at, tick } = await openTown(url);
    const mods = ['east', 'west'].map((group) => chat({ name: 'Mod', as: ['moderator'], group }));
    const [east, west] = mods as [(typeof mods)[number], (typeof mods)[number]];
    for (const mod of mods) await mod.says('/subscribe monday 09:00');
    await chat({ name: 'Ola' }).says('/subscribe monday 09:00');
    await west.says('/settings seeker ola');
    await handsIn(east);
    at('2026-11-16T09:00Z');
    await tick();
    const [first, second, third] = letters().map(({ text }) => text);
    expect(first).toMatch(/Lin[^]*LLM Engineer/);
    expect(second).toContain('Ola');
    expect(second).not.toContain('LLM Engineer');
    expect(third).toContain('Ola');
  });

  test('tells at once of good fits for the seeker whom its reader chose, and of no others', async () => {
    const { url, letters } = await openMailbag();
    const { chat } = await openTown(url);
    await chat({ name: 'Ann' }).says('/subscribe alerts=on');
    const bo = chat({ name: 'Bo' });
    await bo.says('/subscribe alerts=on');
    await bo.says('/profile seeker=ola');
    const mod = chat({ name: 'Mod', as: ['moderator'] });
    await handsIn(mod);
    expect(letters().map(({ to }) => to)).toEqual(['test:Ann']);
    await mod.says('/profile seeker=ola');
    await handsIn(mod);
    const alerts = letters().filter(({ kind }) => kind === 'alert');
    expect(alerts.map(({ to }) => to)).toEqual(['test:Ann', 'test:Bo']);
  });
});

test('a question to one seeker is not there for another', async () => {
  const { chat } = await openTown();
  const mei = chat();
  await mei.says('/ask Do you move?');
  const other = chat({ name: 'Ola' });
  expect(await other.says('/answer 1 yes')).toContain('no question 1');
  expect(await other.says('/answer')).not.toContain('Do you move?');
  expect(await chat({ name: 'Lin' }).says('/answer 1 yes')).not.toContain('no question 1');
});
