// Letters to whoever sits at the console.

import { PassThrough } from 'node:stream';

import { expect, onTestFinished, test } from 'vitest';

import { talk } from '../../../bots/console/adapter.ts';
import { openLog } from '../../../bots/log.ts';
import { openDesk } from '../../../bots/outbox.ts';
import { openTalk } from '../../chat.ts';
import { outboxOf, saying } from '../outbox.ts';

const here = { platform: 'console', externalId: 'console', channel: null };

async function open({ isScreen }: { readonly isScreen: boolean }) {
  const { house, faults } = await openTalk();
  const input = Object.assign(new PassThrough(), { isTTY: isScreen });
  const output = Object.assign(new PassThrough(), { isTTY: isScreen, columns: 80 });
  let written = '';
  output.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const stop = new AbortController();
  const log = openLog({ level: 'silent', secrets: [] });
  const talking = talk(house, { input, output, colour: false }, openDesk(house, log), stop.signal);
  onTestFinished(async () => {
    stop.abort();
    input.end();
    await talking;
    expect(faults).toEqual([]);
  });
  return { house, ...outboxOf(house), input, talking, written: () => written };
}

test('in a pipe they follow the answer after which they are due, in their order', async () => {
  const { input, talking, write, written, house } = await open({ isScreen: false });
  await write(here, saying('first letter'));
  await write(here, saying('第二封', { title: '标题' }), { language: 'zh' });
  await house.store.outbox.write(
    { key: 'next year', kind: 'digest', address: here, language: 'en', view: saying('third letter') },
    new Date(),
    new Date(Date.now() + 1e9),
  );
  input.end('/nonsense\n/gibberish\n');
  await talking;
  expect(written().trim().split('\n\n')).toEqual([
    expect.stringContaining('/nonsense'),
    'first letter',
    '标题',
    '第二封',
    expect.stringContaining('/gibberish'),
  ]);
  expect(await house.store.outbox.log(here, 9)).toMatchObject([
    { state: 'waiting' },
    { state: 'sent' },
    { state: 'sent' },
  ]);
});

test('in a terminal they come by themselves, and what was typed stays', async () => {
  const { input, write, ended, written } = await open({ isScreen: true });
  await expect.poll(written).toContain('> ');
  input.write('/skills kaf');
  await expect.poll(written).toContain('kaf');
  await write(here, saying('a letter'));
  await ended(here);
  await expect.poll(written).toMatch(/a letter\n\n[^]*> \/skills kaf/u);
  input.write('ka\r');
  await expect.poll(written).toContain('Kafka');
});
