import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { answerField, beginFilling, type Filling, type Step } from '../../../bots/console/form.ts';
import type { Form, FormField } from '../../../core/view.ts';

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

const check = ({ name, required }: FormField, value: string): string | null => {
  if (value === '') return required ? 'missing' : null;
  return value === 'bad' ? `no ${name}` : null;
};

const filling = (step: Step): Filling => {
  if (step.kind !== 'ask') throw new Error('the form is filled in');
  return step.filling;
};
const begun = () => filling(beginFilling(form));
const fill = (answers: readonly string[]): Step =>
  answers.reduce<Step>(
    (step, answer) => (step.kind === 'ask' ? answerField(step.filling, answer, check) : step),
    beginFilling(form),
  );

test('fields are asked in turn, and the answers become one call', () => {
  const second = filling(answerField(begun(), '  Engineer ', check));
  expect(second.next.name).toBe('pay');
  expect(answerField(second, '40k', check)).toMatchObject({
    kind: 'done',
    call: { command: 'submit', text: '', options: { title: 'Engineer', pay: '40k', id: '7' } },
  });
});

test('an empty answer keeps what stands there, even if it would not do as an answer', () => {
  const [title, pay] = form.fields;
  const standing = { ...form, fields: [title!, { ...pay!, value: 'bad' }] };
  const second = filling(answerField(filling(beginFilling(standing)), 'Engineer', check));
  expect(answerField(second, '', check)).toMatchObject({ kind: 'done', call: { options: { pay: 'bad' } } });
});

test('what was answered cannot replace what travels with the form', () => {
  const step = answerField(filling(beginFilling({ ...form, fixed: { title: 'fixed' } })), 'other', check);
  expect(answerField(filling(step), '', check)).toMatchObject({ call: { options: { title: 'fixed' } } });
});

describe('an answer that will not do', () => {
  test('is asked for again with the reason, as often as it takes', () => {
    expect(fill(['', ' ', '', 'bad'])).toMatchObject({
      problem: 'no title',
      filling: { next: { name: 'title' } },
    });
    expect(fill(['', '', '', 'Engineer'])).toMatchObject({
      problem: null,
      filling: { next: { name: 'pay' } },
    });
  });

  property.prop([fc.array(fc.constantFrom('', ' ', 'bad', 'Engineer', '40k'))])(
    'loses none of the others, and only good answers go on',
    (answers) => {
      const step = fill(answers);
      const titleAt = answers.findIndex((answer) => answer.trim() !== '' && answer !== 'bad');
      const pay = titleAt === -1 ? undefined : answers.slice(titleAt + 1).find((answer) => answer !== 'bad');
      expect(step.kind).toBe(pay === undefined ? 'ask' : 'done');
      if (step.kind === 'ask') {
        expect(step.filling.values).toEqual(titleAt === -1 ? {} : { title: answers[titleAt] });
        expect(step.problem !== null).toBe(answers.length > 0 && answers.length - 1 !== titleAt);
      } else {
        expect(step.call.options).toEqual({ title: answers[titleAt], pay: pay?.trim() || '30k', id: '7' });
      }
    },
  );
});

test('a form that is filled in can be gone through again with what was answered', () => {
  const step = fill(['Engineer', '40k']);
  expect(step.kind === 'done' && step.form.fields.map(({ value }) => value)).toEqual(['Engineer', '40k']);
});

test('a form without fields is filled in already', () => {
  expect(beginFilling({ ...form, fields: [] })).toMatchObject({
    kind: 'done',
    call: { options: { id: '7' } },
  });
});
