import { PassThrough } from 'node:stream';

import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { openLog, secretsHidden } from '../../bots/log.ts';

const token = '123456:AAE-x_yz/1+2';

test('a secret is hidden wherever it stands in a line of the log', () => {
  const stream = new PassThrough();
  const log = openLog({ level: 'info', secrets: [token, 'pa"ss'] }, stream);
  log.info(
    { deep: { url: `https://api.example.org/bot${token}/getMe?t=${encodeURIComponent(token)}` } },
    'asked',
  );
  log.error({ err: new Error(`refused pa"ss for ${token}`) });
  const written = String(stream.read());
  expect(written).toContain('https://api.example.org/bot[secret]/getMe?t=[secret]');
  expect(written).toContain('refused [secret] for [secret]');
  expect(written).not.toMatch(/AAE-x_yz|pa\\?"ss/u);
});

test('what is below the level is not written', () => {
  const stream = new PassThrough();
  openLog({ level: 'warn', secrets: [] }, stream).info('quiet');
  expect(stream.read()).toBeNull();
});

property.prop([fc.array(fc.string({ minLength: 6 }), { minLength: 1 }), fc.string(), fc.string()])(
  'no secret survives, the text around it does',
  (secrets, before, after) => {
    const [secret = ''] = secrets;
    fc.pre(!secrets.some((one) => `${before}|${after}`.includes(one) || one.includes('|')));
    expect(secretsHidden(secrets)(`${before}|${secret}|${after}`)).toBe(`${before}|[secret]|${after}`);
  },
);

test('no secret at all changes nothing', () => {
  expect(secretsHidden([''])('as it was')).toBe('as it was');
});
