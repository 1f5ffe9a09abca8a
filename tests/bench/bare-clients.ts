// The barest bot on both platforms: one process, discord.js and telegraf as they come. It echoes, or gives one answer
// to everything.

import { Client, Events, GatewayIntentBits } from 'discord.js';
import { Telegraf } from 'telegraf';

const { DISCORD_TOKEN = '', DISCORD_API = '', TELEGRAM_TOKEN = '', TELEGRAM_API = '', ANSWER } = process.env;

const discord = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API } });
const ready = new Promise((resolve) => discord.once(Events.ClientReady, resolve));
await discord.login(DISCORD_TOKEN);
await ready;

const telegram = new Telegraf(TELEGRAM_TOKEN, { telegram: { apiRoot: TELEGRAM_API } });
telegram.on('text', (context) =>
  ANSWER === undefined ? context.reply(context.message.text) : context.replyWithHTML(ANSWER),
);
void telegram.launch(() => process.stderr.write('connected\n'));
