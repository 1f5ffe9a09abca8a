// Lines to type are shown as Discord wants them: every option by its name.

import { expect, test } from 'vitest';

import { messageIn, openServer } from './server.ts';

test('examples name the options, as they are filled in here', async () => {
  const { mei, hua, general } = await openServer();
  const help = async (command: string) =>
    messageIn(await mei.slash(general, 'help', { command }).answer()).text;
  expect(await help('edit')).toContain('- `/edit id:1 salary:30-40k`\n');
  expect(await help('submit')).toMatch(/- `\/submit`\n- `\/submit text:Senior ML Engineer at Acme, remote/u);
  expect(await help('subscribe')).toContain('- `/subscribe day:monday time:09:00 zone:Asia/Shanghai`');
  const chinese = messageIn(await hua.slash(general, 'help', { command: 'openings' }).answer());
  expect(chinese.text).toContain('- `/openings query:广州 fit:good`');
});

test('so do refusals and hints', async () => {
  const { mod, general } = await openServer();
  const settings = messageIn(await mod.slash(general, 'settings').answer());
  expect(settings.text).toContain('`/settings name:submissions_per_person value:30`');
  const offer = messageIn(await mod.slash(general, 'subscribe').answer());
  expect(offer.text).toContain('`/subscribe zone:Guangzhou`');
  const own = messageIn(await mod.slash(mod.direct, 'subscribe', { alerts: 'on' }).answer());
  expect(own.text).toContain('`/subscribe quiet:22:00-08:00`');
  const refused = messageIn(await mod.slash(general, 'subscribe', { zone: 'nowhere' }).answer());
  expect(refused.text).toContain('`/subscribe zone:Europe/London`');
});

test('a code to link accounts is shown as it is sent on the other platform', async () => {
  const { mei } = await openServer();
  expect(messageIn(await mei.slash(mei.direct, 'link').answer()).text).toMatch(/`\/link [A-Z]{8}`/u);
});
