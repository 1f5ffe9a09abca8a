// Answers to interactions that are refused, and when.

import { afterAll, expect, test } from 'vitest';

import { button, command, faults, many, openBare, option, row } from './bare.ts';

const { discord, guild, ann, ask, clock, commandsPath } = await openBare();

afterAll(() => discord.close());

const modal = (more: object = {}) => ({
  title: 'New',
  custom_id: 'submit',
  components: [{ type: 18, label: 'Title', component: { type: 4, custom_id: 'title', style: 1 } }],
  ...more,
});
const field = (more: object) => ({
  components: [{ type: 1, components: [{ type: 4, custom_id: 'a', style: 1, label: 'A', ...more }] }],
});

test.each<[string, object, string]>([
  [
    'a title over 45',
    { type: 9, data: modal({ title: 'x'.repeat(46) }) },
    'data.title: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'six fields',
    {
      type: 9,
      data: modal({
        components: many(6, (index) => ({
          type: 18,
          label: 'x',
          component: { type: 4, custom_id: `${index}`, style: 1 },
        })),
      }),
    },
    'data.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field label over 45',
    { type: 9, data: modal(field({ label: 'x'.repeat(46) })) },
    'data.components.0.components.0.label: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field filled beyond its length',
    { type: 9, data: modal(field({ value: 'xxx', max_length: 2 })) },
    'data.components.0.components.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button in a modal',
    { type: 9, data: modal({ components: [row(button())] }) },
    'data.components.0.components.0.type: UNION_TYPE_CHOICES',
  ],
  ['an update of no message', { type: 7, data: { content: 'x' } }, 'type: BASE_TYPE_CHOICES'],
  ['choices where nobody types', { type: 8, data: { choices: [] } }, 'type: BASE_TYPE_CHOICES'],
  [
    'too much content',
    { type: 4, data: { content: 'x'.repeat(2001) } },
    'data.content: BASE_TYPE_MAX_LENGTH',
  ],
])('an answer with %s is refused, and a right one still accepted', async (_, body, fault) => {
  await ask('PUT', commandsPath, [command()]);
  const { id, token } = ann.slash(guild.channel('general'), 'skills');
  const refused = await ask('POST', `/interactions/${id}/${token}/callback`, body);
  expect([refused.json.code, faults(refused.json.errors)]).toEqual([50_035, [fault]]);
  expect(
    (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'x' } })).status,
  ).toBe(204);
});

test('more than 25 completions are refused', async () => {
  await ask('PUT', commandsPath, [command({ options: [option({ autocomplete: true })] })]);
  const { id, token } = ann.types(guild.channel('general'), 'skills', 'query', 'p');
  const choices = many(26, (index) => ({ name: `c${index}`, value: `${index}` }));
  expect(
    faults(
      (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices } })).json
        .errors,
    ),
  ).toEqual(['data.choices: BASE_TYPE_MAX_LENGTH']);
});

test('completions have the type of the option somebody types into', async () => {
  const inner = option({ type: 4, name: 'page', autocomplete: true });
  await ask('PUT', commandsPath, [
    command({ options: [{ type: 1, name: 'list', description: 'l', options: [inner] }] }),
  ]);
  const { id, token } = ann.types(guild.channel('general'), 'skills list', 'page', '1');
  const choices = [{ name: 'one', value: 'one' }];
  const refused = await ask('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices } });
  expect(faults(refused.json.errors)).toEqual(['data.choices.0.value: NUMBER_TYPE_COERCE']);
});

test('a button is pressed as it stands now: not when it is disabled, a link, or gone', async () => {
  const general = guild.channel('general');
  const path = `/channels/${general.id}/messages`;
  const link = button({ style: 5, label: 'Site', custom_id: undefined, url: 'https://example.com' });
  await ask('POST', path, { content: 'x', components: [row(button(), link)] });
  const shown = await general.next();
  expect(() => ann.presses(shown, 'Site')).toThrow('button "Site" is a link to https://example.com');
  await ask('PATCH', `${path}/${shown.id}`, { components: [row(button({ disabled: true }))] });
  expect(() => ann.presses(shown, 'Go')).toThrow('button "Go" is disabled');
  await ask('DELETE', `${path}/${shown.id}`);
  expect(() => ann.presses(shown, 'Go')).toThrow('that message is gone');
});

test('a select is used with what it offers', async () => {
  const general = guild.channel('general');
  const select = {
    type: 3,
    custom_id: 'stage',
    options: ['a', 'b'].map((value) => ({ label: value, value })),
  };
  await ask('POST', `/channels/${general.id}/messages`, { content: 'x', components: [row(select)] });
  const shown = await general.next();
  expect(() => ann.selects(shown, 'stage', ['c'])).toThrow('"c" is not in select "stage"; there are: a, b');
  expect(() => ann.selects(shown, 'stage', ['a', 'b'])).toThrow('does not take 2 values');
  const { id, token } = ann.selects(shown, 'stage', ['b']);
  expect(
    (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 7, data: { content: 'b it is' } }))
      .status,
  ).toBe(204);
  expect(general.messages.get(shown.id)?.text).toBe('b it is');
});

test('a follow-up that was deleted is gone, and nobody else’s message is reached by the token', async () => {
  await ask('PUT', commandsPath, [command()]);
  const { id, token } = ann.slash(guild.channel('general'), 'skills');
  const hook = `/webhooks/${discord.bot.wire.id}/${token}`;
  await ask('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'x' } });
  const more = (await ask('POST', hook, { content: 'hidden', flags: 64 })).json.id ?? '';
  expect((await ask('GET', `${hook}/messages/${more}`)).json['content']).toBe('hidden');
  expect((await ask('DELETE', `${hook}/messages/${more}`)).status).toBe(204);
  expect((await ask('GET', `${hook}/messages/${more}`)).json.code).toBe(10_008);
  const hers = ann.says(guild.channel('general'), 'mine');
  expect((await ask('PATCH', `${hook}/messages/${hers.id}`, { content: 'x' })).json.code).toBe(10_008);
});

test('an interaction is answered once, in three seconds, and followed up for a quarter of an hour', async () => {
  await ask('PUT', commandsPath, [command()]);
  const answer = { type: 5, data: { flags: 64 } };
  const { id, token } = ann.slash(guild.channel('general'), 'skills');
  const hook = `/webhooks/${discord.bot.wire.id}/${token}`;
  expect((await ask('POST', hook, { content: 'early' })).json.code).toBe(10_015);
  const first = await ask('POST', `/interactions/${id}/${token}/callback?with_response=true`, answer);
  expect(first.json['interaction']).toMatchObject({
    response_message_loading: true,
    response_message_ephemeral: true,
  });
  expect((await ask('POST', `/interactions/${id}/${token}/callback`, answer)).json.code).toBe(40_060);
  expect(
    (await ask('POST', `/interactions/${id}/${token}/callback`, { type: 9, data: modal() })).json.code,
  ).toBe(40_060);
  expect((await ask('POST', hook, { content: 'in its place' })).json['id']).toBe(
    (first.json['interaction'] as { response_message_id: string }).response_message_id,
  );
  clock.now += 14 * 60_000;
  expect((await ask('PATCH', `${hook}/messages/@original`, { content: 'still' })).json['content']).toBe(
    'still',
  );
  clock.now += 2 * 60_000;
  expect(await ask('PATCH', `${hook}/messages/@original`, { content: 'over' })).toMatchObject({
    status: 401,
    json: { code: 50_027 },
  });

  const late = ann.slash(guild.channel('general'), 'skills');
  clock.now += 3001;
  expect(await ask('POST', `/interactions/${late.id}/${late.token}/callback`, answer)).toMatchObject({
    status: 404,
    json: { code: 10_062 },
  });
});
