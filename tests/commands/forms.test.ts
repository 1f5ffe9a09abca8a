// Whatever a form is about travels with it: with that alone the command asks the same again.

import { expect, test } from 'vitest';

import { payload } from '../../commands/call.ts';
import { openTalk } from '../chat.ts';
import { goodPost } from './posts.ts';

const calls = [
  '/submit',
  '/ask form=yes',
  '/answer 1',
  '/draft 1 edit',
  '/draft 1 field=title',
  '/draft 1 edit field=salary',
  '/edit 1',
  '/edit 1 field=salary',
];

test.each(calls)('%s', async (call) => {
  const { chat } = await openTalk();
  const lin = chat({ name: 'Lin' });
  await lin.says(`/submit ${goodPost}`);
  if (call.startsWith('/edit')) await lin.says('/draft confirm');
  await chat().says('/ask Which city do you like best?');
  await lin.says(call);
  const form = lin.reply();
  if (form?.kind !== 'form') throw new Error(`no form, but ${JSON.stringify(form)}`);
  await lin.says(`/${payload(form.command, form.fixed)}`);
  expect(lin.reply()).toEqual(form);
});
