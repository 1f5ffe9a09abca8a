// What is offered while an option is typed.

import { expect, test } from 'vitest';

import type { Shown } from '../../emulators/discord/interactions.ts';
import { openServer, submitted } from './server.ts';

const offered = (shown: Shown) => {
  if (shown.kind !== 'choices') throw new Error(`a ${shown.kind}, no choices`);
  return shown.choices;
};

test('skills are found by their names in either language', async () => {
  const { mei, hua, general } = await openServer();
  expect(offered(await mei.types(general, 'skills', 'query', 'kaf').answer())).toEqual([
    { name: 'Kafka', value: 'Kafka' },
  ]);
  expect(offered(await hua.types(general, 'skills', 'query', '机器').answer())).toEqual([
    { name: '机器学习', value: 'Machine Learning' },
  ]);
  const java = offered(await mei.types(general, 'skills', 'query', 'JAVA').answer());
  expect(java.map(({ name }) => name)).toEqual(['Java', 'JavaScript']);
  expect(offered(await mei.types(general, 'skills', 'query', 'cobol').answer())).toEqual([]);
});

test('openings are found by words and by number; those that wait are offered to moderators only', async () => {
  const { mei, mod, general } = await openServer();
  await submitted(mod, general, 'Company: Initech\nTitle: Data Engineer\nLocation: Guangzhou');
  await submitted(mei, general, 'Title: Backend Engineer\nLocation: Shenzhen');
  const ids = async (person: typeof mei, typed: string) =>
    offered(await person.types(general, 'opening', 'id', typed).answer()).map(({ value }) => value);
  expect(await ids(mei, '')).toEqual([1]);
  expect(await ids(mei, 'initech')).toEqual([1]);
  expect(await ids(mei, '#1')).toEqual([1]);
  expect(await ids(mei, '2')).toEqual([]);
  expect((await ids(mod, '')).toSorted()).toEqual([1, 2]);
  const [choice] = offered(await mei.types(general, 'opening', 'id', 'data').answer());
  expect(choice).toEqual({ name: '#1 Data Engineer · Initech', value: 1 });
});

test('for a review those are offered that wait, and to merge into those that stand', async () => {
  const { mei, mod, general } = await openServer();
  await submitted(mod, general, 'Company: Initech\nTitle: Data Engineer\nLocation: Guangzhou');
  await submitted(mei, general, 'Title: Backend Engineer\nLocation: Shenzhen');
  const ids = async (person: typeof mei, option: string) =>
    offered(await person.types(general, 'review', option, '').answer()).map(({ value }) => value);
  expect(await ids(mod, 'id')).toEqual([2]);
  expect(await ids(mod, 'into')).toEqual([1]);
  expect(await ids(mei, 'id')).toEqual([]);
});

test('the seekers are offered by name', async () => {
  const { house, mei, general } = await openServer();
  const ola = { ...house.profile, id: 'ola', name: { en: 'Ola', zh: '小奥' } };
  Object.assign(house, { others: [{ profile: ola, startedAt: house.startedAt }] });
  const choices = async (typed: string) =>
    offered(await mei.types(general, 'profile', 'seeker', typed).answer());
  expect(await choices('')).toEqual([
    { name: 'Lin', value: 'lin' },
    { name: 'Ola', value: 'ola' },
  ]);
  expect(await choices('ol')).toEqual([{ name: 'Ola', value: 'ola' }]);
});

test('never more than 25 are offered', async () => {
  const { house, mei, general } = await openServer();
  const tools = Array.from({ length: 60 }, (_, index) => `Tool ${index}`);
  Object.assign(house, {
    profile: { ...house.profile, tools: [{ name: { en: 'tools', zh: '工具' }, tools }] },
  });
  expect(offered(await mei.types(general, 'skills', 'query', 'tool').answer())).toHaveLength(25);
});

test('a fault while typing is reported, and nothing is offered', async () => {
  const { house, mei, general, faults } = await openServer();
  house.store.people.identify = async () => Promise.reject(new Error('the database is gone'));
  expect(offered(await mei.types(general, 'skills', 'query', 'kaf').answer())).toEqual([]);
  expect(faults).toHaveLength(1);
});
