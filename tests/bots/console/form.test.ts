import { describe, expect, test } from 'vitest';

import { answerField, beginFilling, type Filling, type Step } from '../../../bots/console/form.ts';
import type { Form } from '../../../core/view.ts';

const form: Form = {
  kind: 'form',
  title: 'Hand in',
  command: 'submit',
  fixed: { id: '7' },
  fields: [
    { name: 'title', label: 'Title', required: true, long: false, maxLength: 10 },
    { name: 'pay', label: 'Pay', value: '30k', required: false, long: false, maxLength: 10 },
  ],
};

const filling = (step: Step): Filling => {
  if (step.kind !== 'ask' && step.kind !== 'again') throw new Error(`nothing is asked: ${step.kind}`);
  return step.filling;
};
const begun = () => filling(beginFilling(form));

test('fields are asked in turn, and the answers become one call', () => {
  const second = filling(answerField(begun(), '  Engineer '));
  expect(second.next.name).toBe('pay');
  expect(answerField(second, '40k')).toEqual({
    kind: 'done',
    call: { command: 'submit', text: '', options: { title: 'Engineer', pay: '40k', id: '7' } },
  });
});

test('an empty answer keeps what stands there', () => {
  const second = filling(answerField(begun(), 'Engineer'));
  expect(answerField(second, '')).toMatchObject({ kind: 'done', call: { options: { pay: '30k' } } });
});

test('what was answered cannot replace what travels with the form', () => {
  const step = answerField(filling(beginFilling({ ...form, fixed: { title: 'fixed' } })), 'other');
  expect(answerField(filling(step), '')).toMatchObject({ call: { options: { title: 'fixed' } } });
});

describe('an answer that will not do', () => {
  test('is asked for once more, with the reason', () => {
    expect(answerField(begun(), ' ')).toMatchObject({ kind: 'again', tooLong: null });
    expect(answerField(begun(), 'x'.repeat(11))).toMatchObject({ kind: 'again', tooLong: 11 });
    const again = filling(answerField(begun(), ''));
    expect(answerField(again, 'Engineer')).toMatchObject({ kind: 'ask', filling: { isSecondTry: false } });
  });

  test('ends the form the second time', () => {
    expect(answerField(filling(answerField(begun(), '')), '')).toEqual({ kind: 'give up' });
  });
});

test('a form without fields is filled in already', () => {
  expect(beginFilling({ ...form, fields: [] })).toMatchObject({
    kind: 'done',
    call: { options: { id: '7' } },
  });
});
