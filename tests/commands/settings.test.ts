import { describe, expect, test } from 'vitest';

import { ordinaryLimits } from '../../commands/limits.ts';
import { openTalk } from '../chat.ts';
import { goodPost } from './posts.ts';

async function group() {
  const talk = await openTalk({ limits: ordinaryLimits });
  const mod = talk.chat({ name: 'Mo', as: ['moderator'], group: 'west', platformRoles: [] });
  return { ...talk, mod };
}

test('every setting is listed with its value and meaning, in both languages', async () => {
  const { mod, chat } = await group();
  const list = await mod.says('/settings');
  expect(list).toContain('moderator_role: none – a role whose members moderate');
  expect(list).toContain('submit_without_review: nobody');
  expect(list).toContain('submissions_per_place');
  expect(mod.reply()).toMatchObject({ private: true });
  const zh = chat({ name: 'Mo', as: ['moderator'], group: 'west', language: 'zh' });
  expect(await zh.says('/settings')).toMatch(/commands_per_person：.* · 每人一分钟最多用几个命令/);
  expect(await zh.says('/settings')).toContain('这样修改：/settings');
  expect(await zh.says('/settings 颜色')).toContain('可以填 moderator_role、');
  expect(await zh.says('/settings'), 'where the platform has no roles').not.toContain('moderator_role');
});

test('are for moderators, each in their own place', async () => {
  const { mod, chat } = await group();
  const mei = chat({ group: 'west' });
  expect(await mei.says('/settings submit_without_review members')).toContain('Only moderators');
  await mod.says('/settings submissions_per_person 7');
  const east = chat({ name: 'Mo', as: ['moderator'], group: 'east' });
  expect(await east.says('/settings submissions_per_person')).not.toContain('7');
  expect(await mod.says('/settings submissions_per_person')).toMatch(/Now: 7/);
});

test('what members hand in is shown at once where moderators allow it, until they take it back', async () => {
  const { mod, chat } = await group();
  const mei = chat({ group: 'west' });
  const handsIn = async () => {
    await mei.says(`/submit ${goodPost}`);
    return mei.says('/draft confirm');
  };
  expect(await handsIn()).toContain('a moderator will look');
  await mod.says('/settings submit_without_review');
  expect(mod.reply()).toMatchObject({ actions: [{ label: 'all members' }] });
  expect(await mod.taps('all members')).toContain('From now on, submit_without_review: all members');
  expect(await handsIn()).not.toContain('a moderator will look');
  expect(await mei.says('/openings')).toContain('#2 LLM Engineer');
  expect(await mod.taps('Undo')).toContain('submit_without_review: nobody');
  expect(await handsIn()).toContain('a moderator will look');
});

describe('a role of the platform', () => {
  test('makes its members moderators, as long as it is set', async () => {
    const { mod, chat } = await group();
    const helper = chat({ name: 'Bo', group: 'west', platformRoles: ['7', '123'] });
    expect(await helper.says('/review')).toContain('Only moderators');
    expect(await mod.says('/settings moderator_role <@&123>')).toContain('moderator_role: 123');
    expect(await helper.says('/review')).toContain('Nothing waits');
    const elsewhere = chat({ name: 'Bo', group: 'east', platformRoles: ['123'] });
    expect(await elsewhere.says('/review')).toContain('Only moderators');
    await mod.says('/settings moderator_role');
    expect(await mod.taps('Back to the default')).toContain('moderator_role: none');
    expect(await helper.says('/review')).toContain('Only moderators');
    expect(await mod.taps('Undo')).toContain('moderator_role: 123');
  });

  test('has to be one, and there have to be roles', async () => {
    const { mod, chat } = await group();
    expect(await mod.says('/settings moderator_role Helpers')).toMatch(
      /“Helpers” is no role\. Mention the role, or give its number\.$/,
    );
    const flat = chat({ name: 'Mo', as: ['moderator'], group: 'west' });
    expect(await flat.says('/settings moderator_role 123')).toContain('There are no roles on this platform');
    expect(await mod.says('/settings moderator_role')).toContain('none');
  });
});

test.each([
  ['submissions_per_person', '0', '1 to 1,000'],
  ['submissions_per_person', '1001', '1 to 1,000'],
  ['submissions_per_place', 'many', '1 to 10,000'],
  ['submissions_per_place', '-5', '1 to 10,000'],
  ['commands_per_person', '4', '5 to 1,000'],
  ['commands_per_person', '7.5', '5 to 1,000'],
])('%s cannot be %s', async (name, value, range) => {
  const { mod } = await group();
  expect(await mod.says(`/settings ${name} ${value}`)).toMatch(new RegExp(`is not possible here.*${range}`));
  expect(await mod.says(`/settings ${name}`)).toMatch(/Now: (20|200) \(default\)/);
});

test('a limit is set, in digits of any width, and set back', async () => {
  const { mod } = await group();
  expect(await mod.says('/settings commands_per_person ３０')).toContain('commands_per_person: 30');
  expect(await mod.says('/settings commands_per_person -')).toContain('(default)');
  expect(await mod.taps('Undo')).toContain('commands_per_person: 30');
});

test('what there is no setting for is refused with the names there are', async () => {
  const { mod } = await group();
  expect(await mod.says('/settings colour red')).toContain('moderator_role');
  expect(await mod.says('/settings submit_without_review everyone')).toMatch(/nobody or members/);
});
