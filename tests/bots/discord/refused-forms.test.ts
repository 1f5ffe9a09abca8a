// Nothing that was typed is lost when a form is refused.

import { expect, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { messageIn, modalIn, openServer } from './server.ts';

const typed = { title: 'Senior ML Engineer', company: 'Initech', salary: 'a lot', details: 'PyTorch.' };

const valuesIn = ({ components }: { readonly components: readonly object[] }) =>
  [...JSON.stringify(components).matchAll(/"value":"([^"]*)"/gu)].map(([, value]) => value);

test('a form that was refused comes back as it was filled in, until it is taken', async () => {
  const { mei, hua, general, discord } = await openServer();
  const modal = modalIn(await mei.slash(general, 'submit').answer());
  const refusal = await mei.submitsModal(modal, typed).answer();
  expect(refusal).toMatchObject({ kind: 'message', ephemeral: true });

  expect(valuesIn(modalIn(await hua.slash(general, 'submit').answer()))).toEqual([]);
  const again = modalIn(await mei.presses(messageIn(refusal), 'Back to the form').answer());
  expect(valuesIn(again)).toEqual(Object.values(typed));

  const right = { ...typed, salary: '5000-6000 USD a month' };
  const preview = messageIn(await mei.submitsModal(again, right).answer());
  expect(preview.text).toContain('**Pay**: USD 5,000–6,000 a month');
  expect(valuesIn(modalIn(await mei.slash(general, 'submit').answer()))).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('what was typed into one form does not stand in another', async () => {
  const { mei, general } = await openServer();
  const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
  const pay = messageIn(await mei.presses(preview, 'Pay').answer());
  const one = modalIn(await mei.presses(pay, 'Type it').answer());
  const refusal = messageIn(await mei.submitsModal(one, { salary: 'a lot' }).answer());
  expect(valuesIn(modalIn(await mei.presses(preview, 'Edit').answer()))).not.toContain('a lot');
  expect(valuesIn(modalIn(await mei.presses(refusal, 'Back to the form').answer()))).toEqual(['a lot']);
});

test('it is in the language of whoever filled it in', async () => {
  const { hua, general } = await openServer();
  const modal = modalIn(await hua.slash(general, 'submit').answer());
  const refusal = messageIn(await hua.submitsModal(modal, typed).answer());
  expect(valuesIn(modalIn(await hua.presses(refusal, '回去接着填').answer()))).toEqual(Object.values(typed));
});

test('a box that is emptied empties the field, as one that is left alone leaves it', async () => {
  const { mei, general } = await openServer();
  const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
  expect(preview.text).toContain('**Company**: Acme Robotics');
  const form = modalIn(await mei.presses(preview, 'Edit').answer());
  const refusal = messageIn(await mei.submitsModal(form, { company: '', salary: 'a lot' }).answer());
  const again = modalIn(await mei.presses(refusal, 'Back to the form').answer());
  expect(valuesIn(again)).toEqual([
    'LLM Engineer',
    'https://acme.example.com/jobs/llm',
    'Guangzhou · on site',
    'a lot',
  ]);
  const less = messageIn(await mei.submitsModal(form, { company: '' }).answer());
  expect(less.text).toMatch(/\*\*Company\*\*: \*not stated\*\n\*\*Place\*\*: Guangzhou/u);
  const one = modalIn(await mei.presses(less, 'Skills').answer());
  const none = messageIn(await mei.submitsModal(one, { skills: '' }).answer());
  expect(none.text).not.toContain('**Skills**');
  const unknown = modalIn(await mei.presses(none, '+ Contact').answer());
  expect(messageIn(await mei.submitsModal(unknown, {}).answer()).text).toBe(none.text);

  const confirmed = messageIn(await mei.presses(none, 'Confirm').answer());
  const shown = messageIn(await mei.presses(confirmed, 'Show 1').answer());
  const correction = modalIn(await mei.presses(shown, 'Edit').answer());
  await mei.submitsModal(correction, { salary: '' }).answer();
  expect(messageIn(await mei.slash(general, 'opening', { id: 1 }).answer()).text).not.toContain(
    '**Pay**: CNY',
  );
});

test('a form in which nothing stands leads back to it', async () => {
  const { mei, hua, general } = await openServer();
  const form = modalIn(await mei.slash(general, 'submit').answer());
  const blank = await mei.submitsModal(form, { title: '  ' }).answer();
  expect(blank).toMatchObject({ ephemeral: true, text: 'There was nothing in it.' });
  expect(modalIn(await mei.presses(messageIn(blank), 'Back to the form').answer()).customId).toBe('submit');
  const asked = messageIn(await hua.slash(general, 'ask').answer());
  const question = modalIn(await hua.presses(asked, '我要提问').answer());
  const nothing = messageIn(await hua.submitsModal(question, { question: ' ' }).answer());
  expect(nothing.text).toBe('什么都没有填。');
});
