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
