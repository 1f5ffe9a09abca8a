// A Bot API server from before messages that one person alone sees: it does not read what it is asked for there, and
// shows them to everybody.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { expect, onTestFinished, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { openBot, startBot } from './bot.ts';

/** Passes everything on but the fields that it does not know. */
async function openOldServer(root: string): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const { ephemeral_message_parameters: _, ...known } = JSON.parse(await text(request));
      const answer = await fetch(root + request.url, {
        method: 'POST',
        body: JSON.stringify(known),
        headers: { 'content-type': 'application/json' },
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // Listening on a port, not on a pipe.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('what it showed to everybody is taken back, sent in private, and not tried again', async () => {
  const { telegram, house, bot, mei } = await openBot();
  await bot.end();
  const old = await startBot(house, telegram, { api: await openOldServer(telegram.root) });
  onTestFinished(() => old.end());
  const group = telegram.group({ title: 'Jobs', members: [mei] });
  const chat = mei.opens();
  mei.says(group, `/judge ${goodPost}`);
  const shown = await group.next();
  expect(await group.nextDeletion()).toBe(shown.message_id);
  expect((await chat.next()).text).toContain('Good fit');
  expect((await group.next()).text).toContain('it is in our private chat');
  mei.says(group, `/judge ${goodPost}`);
  expect((await chat.next()).text).toContain('Good fit');
  expect((await group.next()).text).toContain('it is in our private chat');
});
