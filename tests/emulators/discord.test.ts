// The stand-in for Discord as the real client sees it: logging in, commands, buttons, forms, private messages,
// broken connections.

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Options,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { ClientEvents, Interaction } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { startDiscord } from './discord/discord.ts';
import type { DiscordEmulator, DiscordSettings } from './discord/discord.ts';
import type { Modal, Shown } from './discord/interactions.ts';
import type { Message } from './discord/message.ts';
import type { Person } from './discord/person.ts';
import type { DiscordGuild } from './discord/places.ts';

const commands = [
  {
    name: 'skills',
    description: 'What the seeker can do',
    options: [{ type: 3, name: 'query', description: 'A skill', autocomplete: true, max_length: 50 }],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  { name: 'review', description: 'The queue', default_member_permissions: '32' },
  { type: 3, name: 'Submit as opening' },
];

let discord: DiscordEmulator;
let client: Client;
let guild: DiscordGuild;
let ann: Person;

async function begin(settings: DiscordSettings = {}, intents: readonly GatewayIntentBits[] = []) {
  discord = await startDiscord(settings);
  ann = discord.addPerson({ name: 'ann', locale: 'zh-CN' });
  guild = discord.addGuild({ name: 'Jobs', locale: 'de', channels: ['general', 'quiet'], members: [ann] });
  client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, ...intents],
    rest: { api: discord.url, retries: 0 },
    makeCache: Options.cacheWithLimits(Options.DefaultMakeCacheSettings),
  });
  const ready = once(Events.ClientReady);
  await client.login(discord.token);
  const [self] = await ready;
  await self.application.commands.set(commands);
}

beforeEach(() => begin());

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const once = <E extends keyof ClientEvents>(event: E): Promise<ClientEvents[E]> =>
  new Promise((resolve) => {
    client.once(event, (...values) => resolve(values));
  });

const answers = (handle: (interaction: Interaction) => unknown) => {
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
};

const messageIn = (shown: Shown): Message => {
  if (!('message' in shown)) throw new Error(`a ${shown.kind}, not a message`);
  return shown.message;
};

const modalIn = (shown: Shown): Modal => {
  if (shown.kind !== 'modal') throw new Error(`a ${shown.kind}, not a modal`);
  return shown.modal;
};

const button = (id: string, label: string) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary),
  );

test('the client finds its guild, its channels and its commands after logging in', async () => {
  expect(client.guilds.cache.get(guild.id)?.channels.cache.map(({ name }) => name)).toEqual([
    'general',
    'quiet',
  ]);
  expect(discord.commands().map(({ name }) => name)).toEqual(['skills', 'review', 'Submit as opening']);
  expect(discord.violations).toEqual([]);
});

test('a slash command brings options, locales and rights, and its answer reaches the person', async () => {
  answers((interaction) => {
    if (!interaction.isChatInputCommand()) return null;
    const { locale, guildLocale, options } = interaction;
    return interaction.reply({
      content: `${locale} ${guildLocale} ${options.getString('query')}`,
      flags: MessageFlags.Ephemeral,
    });
  });
  const shown = await ann.slash(guild.channel('general'), 'skills', { query: 'Python' }).answer();
  expect(shown).toMatchObject({ kind: 'message', ephemeral: true, text: 'zh-CN de Python' });
  expect(guild.channel('general').messages.size).toBe(0);
  expect(discord.violations).toEqual([]);
});

test('a deferred answer is seen when it is filled in, then follow-ups, each with its privacy', async () => {
  answers(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('done');
    await interaction.followUp('everyone may see');
    await interaction.deleteReply();
  });
  const action = ann.slash(guild.channel('general'), 'skills');
  expect(await action.answer()).toMatchObject({ kind: 'edit', ephemeral: true, text: 'done' });
  expect(await action.answer()).toMatchObject({
    kind: 'follow-up',
    ephemeral: false,
    text: 'everyone may see',
  });
  expect(await action.answer()).toMatchObject({ kind: 'deleted', text: 'done' });
  expect([...guild.channel('general').messages.values()].map(({ text }) => text)).toEqual([
    'everyone may see',
  ]);
});

test('completions are offered while the person types', async () => {
  answers((interaction) => {
    if (!interaction.isAutocomplete()) return null;
    return interaction.respond([{ name: `${interaction.options.getFocused()}thon`, value: 'python' }]);
  });
  const shown = await ann.types(guild.channel('general'), 'skills', 'query', 'py').answer();
  expect(shown).toEqual({ kind: 'choices', choices: [{ name: 'python', value: 'python' }] });
});

test('the menu of a message hands the message over, a modal asks, and the form comes back', async () => {
  answers(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) {
      const input = new TextInputBuilder()
        .setCustomId('title')
        .setStyle(TextInputStyle.Short)
        .setValue(interaction.targetMessage.content);
      const old = new TextInputBuilder()
        .setCustomId('place')
        .setLabel('Place')
        .setStyle(TextInputStyle.Short)
        .setRequired(false);
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId('submit')
          .setTitle('New opening')
          .addLabelComponents(new LabelBuilder().setLabel('Title').setTextInputComponent(input))
          .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(old)),
      );
    } else if (interaction.isModalSubmit()) {
      const { fields, customId } = interaction;
      await interaction.reply(
        `${customId}: ${fields.getTextInputValue('title')} in ${fields.getTextInputValue('place')}`,
      );
    }
  });
  const general = guild.channel('general');
  const post = ann.says(general, 'Backend engineer wanted');
  const modal = modalIn(await ann.menu(general, 'Submit as opening', post).answer());
  expect(modal.title).toBe('New opening');
  expect(() => ann.submitsModal(modal, { titel: 'x' })).toThrow('no field "titel"; there are: title, place');
  expect(() => ann.submitsModal(modal, { title: '' })).toThrow('field "title" is required');
  expect(await ann.submitsModal(modal, { place: 'Berlin' }).answer()).toMatchObject({
    text: 'submit: Backend engineer wanted in Berlin',
  });
  expect(discord.violations).toEqual([]);
});

test('a pressed button changes its message in place, in old style and in Components V2', async () => {
  answers(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const container = new ContainerBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('Which?'))
        .addActionRowComponents(button('draft id=1 action=confirm', 'Confirm'));
      await interaction.reply({ components: [container], flags: MessageFlags.IsComponentsV2 });
    } else if (interaction.isButton()) {
      await interaction.update({
        components: [new TextDisplayBuilder().setContent(`${interaction.customId} done`)],
      });
    }
  });
  const shown = messageIn(await ann.slash(guild.channel('general'), 'skills').answer());
  expect(shown.text).toBe('Which?');
  expect(() => ann.presses(shown, 'Cancel')).toThrow('no button "Cancel"; there are: Confirm');
  expect(await ann.presses(shown, 'Confirm').answer()).toMatchObject({
    kind: 'edit',
    text: 'draft id=1 action=confirm done',
  });
  expect(discord.violations).toEqual([]);
});

test('what is not offered cannot be called: unknown, forbidden, faulty or unreadable', () => {
  const general = guild.channel('general');
  expect(() => ann.slash(general, 'nothing')).toThrow(
    'finds no command "nothing" in general; there are: skills',
  );
  expect(() => ann.slash(general, 'review')).toThrow('finds no command "review"');
  expect(() => ann.slash(general, 'skills', { quary: 'x' })).toThrow('no option "quary"; there are: query');
  expect(() => ann.slash(general, 'skills', { query: 'x'.repeat(51) })).toThrow(
    'option "query" takes 0 to 50 characters',
  );
  const mod = discord.addPerson({ name: 'mod' });
  expect(() => mod.slash(general, 'skills')).toThrow('mod cannot see general');
  guild.addMember(mod, ['ManageGuild']);
  expect(() => mod.slash(general, 'review')).not.toThrow();
});

test('commands go along with who installed them, where the bot is not', async () => {
  answers((interaction) => {
    if (!interaction.isChatInputCommand()) return null;
    return interaction.reply(
      `${interaction.context} ${JSON.stringify(interaction.authorizingIntegrationOwners)}`,
    );
  });
  const traveller = discord.addPerson({ name: 'traveller', installed: true });
  const group = discord.addGroup('friends', [traveller, ann]);
  const away = discord.addGuild({ name: 'Elsewhere', members: [traveller], bot: false }).channel('general');
  expect(() => ann.slash(group, 'skills')).toThrow('finds no command');
  expect(await traveller.slash(group, 'skills').answer()).toMatchObject({
    text: `2 {"1":"${traveller.id}"}`,
  });
  expect(await traveller.slash(away, 'skills').answer()).toMatchObject({ text: `0 {"1":"${traveller.id}"}` });
  expect(await ann.slash(ann.direct, 'skills').answer()).toMatchObject({ text: '1 {"0":"0"}' });
});

test('silence for the time allowed is shown to the person, and then it is too late to answer', async () => {
  await client.destroy();
  await discord.close();
  await begin({ deadline: 30 });
  const late = once(Events.InteractionCreate);
  await expect(ann.slash(guild.channel('general'), 'skills').answer()).rejects.toThrow(
    'The application did not respond',
  );
  const [interaction] = await late;
  if (!interaction.isChatInputCommand()) throw new Error('no command');
  await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10_062, status: 404 });
});

test('a message in a channel arrives with whom it rings for, and private ones arrive or are refused', async () => {
  const general = guild.channel('general');
  const channel = await client.channels.fetch(general.id);
  if (channel?.isSendable() !== true) throw new Error('not sendable');
  await channel.send(`@everyone <@${ann.id}> hello`);
  expect((await general.next()).pings).toEqual({ everyone: false, users: [ann.id], roles: [] });
  await channel.send({ content: `<@${ann.id}> quietly`, allowedMentions: { parse: [] } });
  expect((await general.next()).pings).toEqual({ everyone: false, users: [], roles: [] });

  const user = await client.users.fetch(ann.id);
  await user.send('psst');
  expect([...ann.direct.messages.values()].map(({ text }) => text)).toEqual(['psst']);
  ann.account.acceptsMessages = false;
  await expect(user.send('again')).rejects.toMatchObject({ code: 50_007, status: 403 });
});

test('files are uploaded and described', async () => {
  const general = guild.channel('general');
  const channel = await client.channels.fetch(general.id);
  if (channel?.isSendable() !== true) throw new Error('not sendable');
  await channel.send({
    files: [{ attachment: Buffer.from('a,b'), name: 'openings.csv', description: 'All' }],
  });
  const message = await general.next();
  expect(message.files.get('openings.csv')?.toString()).toBe('a,b');
  expect(message.wire.attachments).toMatchObject([{ filename: 'openings.csv', size: 3, description: 'All' }]);
  expect(discord.violations).toEqual([]);
});

test('without the message content intent the bot hears that somebody spoke, not what', async () => {
  const heard = once(Events.MessageCreate);
  ann.says(guild.channel('general'), 'secret');
  expect((await heard)[0].content).toBe('');
  const mentioned = once(Events.MessageCreate);
  ann.says(guild.channel('general'), `<@${discord.bot.wire.id}> open`);
  expect((await mentioned)[0].content).toContain('open');
});

test('a cut connection is resumed and what was missed is told afterwards', async () => {
  const seen: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => seen.push(content));
  const resumed = once(Events.ShardResume);
  discord.gateway.drop();
  ann.says(guild.channel('general'), `<@${discord.bot.wire.id}> while away`);
  const [, replayed] = await resumed;
  expect(replayed).toBeGreaterThanOrEqual(1);
  expect(seen).toEqual([`<@${discord.bot.wire.id}> while away`]);
});

test('a request to reconnect is followed by resuming', async () => {
  const resumed = once(Events.ShardResume);
  discord.gateway.reconnect();
  await resumed;
  expect(discord.gateway.connected).toBe(true);
});

test('a connection that stopped answering is noticed by its missing heartbeats', async () => {
  await client.destroy();
  await discord.close();
  await begin({ heartbeat: 60 });
  discord.gateway.freeze();
  expect(await momentOf('resumed')).toBe('resumed');
});

async function momentOf(kind: string, patience?: number): Promise<string> {
  for (;;) {
    const moment = await discord.gateway.next(patience);
    if (moment.kind === kind) return moment.kind;
  }
}

test('a wrong token and an intent that is switched off are refused', async () => {
  const other = new Client({ intents: [], rest: { api: discord.url } });
  await expect(other.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
  const greedy = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: discord.url } });
  await expect(greedy.login(discord.token)).rejects.toThrow(/disallowed intents/u);
});

test('a post whose answer is lost is repeated by the client, and the nonce keeps it single', async () => {
  await client.destroy();
  client = new Client({ intents: [], rest: { api: discord.url, retries: 1 } });
  client.rest.setToken(discord.token);
  const general = guild.channel('general');
  discord.fail(/^POST .*messages$/u, { kind: 'status', status: 502, accepted: true });
  await client.rest.post(`/channels/${general.id}/messages`, {
    body: { content: 'once', nonce: 'a1', enforce_nonce: true },
  });
  expect(general.messages.size).toBe(1);
  discord.fail(/^POST .*messages$/u, { kind: 'status', status: 502, accepted: true });
  await client.rest.post(`/channels/${general.id}/messages`, { body: { content: 'twice' } });
  expect(general.messages.size).toBe(3);
});
