// npm run play -- discord|telegram: the real program on a stand-in of the platform, and a chat with it line by line.
// A number presses the button of that number; the end of the input ends everything.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { Arrival, Client } from './client.ts';
import { playDiscord } from './discord.ts';
import { playTelegram } from './telegram.ts';

const platforms: Readonly<Record<string, (show: (arrival: Arrival) => void) => Promise<Client>>> = {
  discord: playDiscord,
  telegram: playTelegram,
};

let buttons: Arrival['buttons'] = [];

function show(arrival: Arrival): void {
  const lines = arrival.buttons.map(({ label }, index) => `  [${index + 1}] ${label}`);
  process.stdout.write(`\n${[arrival.text, ...lines].join('\n')}\n`);
  if (arrival.buttons.length > 0) ({ buttons } = arrival);
}

async function play(open: (typeof platforms)[string]): Promise<void> {
  const client = await open(show);
  const program = spawn(process.execPath, ['--import', './bots/guard.js', 'bots/main.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: 'sqlite::memory:',
      PORT: '0',
      LOG_LEVEL: 'info',
      ...client.settings,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let log = '';
  const isUp = Promise.withResolvers<void>();
  program.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    if (/Discord: ready|Telegram is connected/u.test(log)) isUp.resolve();
    for (const line of chunk
      .toString()
      .split('\n')
      .filter((one) => /"level":[456]0/u.test(one))) {
      process.stderr.write(`${line}\n`);
    }
  });
  program.once('close', (code) => {
    if (code !== 0) process.stderr.write(log);
    isUp.resolve();
  });
  await isUp.promise;
  process.stdout.write(`${client.hint}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const button = buttons[Number(line.trim()) - 1];
    try {
      if (button === undefined) client.say(line);
      else button.press();
    } catch (fault) {
      show({ text: `(${fault instanceof Error ? fault.message : String(fault)})`, buttons: [] });
    }
  }
  const ended = once(program, 'close');
  program.kill('SIGTERM');
  await ended;
  await client.close();
}

const chosen = platforms[process.argv[2] ?? ''];
if (chosen === undefined) {
  process.stderr.write(`npm run play -- ${Object.keys(platforms).join('|')}\n`);
  process.exitCode = 2;
} else {
  await play(chosen);
  process.exit();
}
