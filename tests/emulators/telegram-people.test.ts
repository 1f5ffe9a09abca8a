import { Telegraf } from 'telegraf';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openTalk, png } from './telegram/client.ts';

/** The real client, polling; it ends with the test. */
async function openBot(options: Parameters<typeof openTalk>[0] = {}) {
  const talk = await openTalk(options);
  const bot = new Telegraf(talk.telegram.token, { telegram: { apiRoot: talk.telegram.root } });
  const launch = () => {
    const running = bot.launch();
    onTestFinished(async () => {
      bot.stop();
      await running;
    });
  };
  return { ...talk, bot, launch };
}

/** What the bot may hear, fetched at once. */
async function openEar(options: Parameters<typeof openTalk>[0] = {}) {
  const talk = await openTalk(options);
  let offset = 0;
  const heard = async () => {
    const { result } = await talk.call('getUpdates', { offset });
    offset = (result.at(-1)?.update_id ?? offset - 1) + 1;
    return result;
  };
  return { ...talk, heard };
}

describe('the real client', () => {
  it('answers commands, taps and inline queries', async () => {
    const { telegram, bot, launch } = await openBot();
    bot.command('help', (context) =>
      context.reply('Pick one', {
        reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go 1' }]] },
      }),
    );
    bot.on('callback_query', async (context) => {
      await context.answerCbQuery('Done');
      await context.editMessageText('Gone');
    });
    bot.on('inline_query', (context) =>
      context.answerInlineQuery(
        [
          {
            type: 'article',
            id: '1',
            title: context.inlineQuery.query,
            input_message_content: { message_text: 'x' },
          },
        ],
        { cache_time: 300, is_personal: false },
      ),
    );
    launch();
    const [mei, bob] = [telegram.user({ name: 'Mei' }), telegram.user({ name: 'Bob' })];
    const chat = mei.opens();
    mei.says(chat, '/help');
    const said = await chat.next();
    expect(said).toMatchObject({ text: 'Pick one', buttons: [['Go']] });
    expect(await mei.taps(said, 'Go')).toEqual({ text: 'Done', alert: false, url: undefined });
    expect((await chat.nextEdit()).text).toBe('Gone');
    expect(chat.now(said)).toMatchObject({ text: 'Gone', buttons: [] });
    expect((await mei.searches('python')).results).toMatchObject([{ title: 'python' }]);
    expect((await bob.searches('python')).results).toMatchObject([{ title: 'python' }]);
    expect(telegram.requests.filter(({ method }) => method === 'answerInlineQuery')).toHaveLength(1);
  });

  it('sends a picture with bytes', async () => {
    const { telegram, bot } = await openBot();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    await bot.telegram.sendPhoto(
      chat.id,
      { source: png(800, 400) },
      { caption: '<b>card</b>', parse_mode: 'HTML' },
    );
    expect(await chat.next()).toMatchObject({ html: '<b>card</b>', photo: png(800, 400) });
  });

  it('sees refusals with code and parameters', async () => {
    const { telegram, bot } = await openBot();
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'G', kind: 'group', owner: mei });
    const next = group.migrates(mei);
    await expect(bot.telegram.sendMessage(mei.id, 'x')).rejects.toMatchObject({ code: 403 });
    await expect(bot.telegram.sendMessage(group.id, 'x')).rejects.toMatchObject({
      code: 400,
      parameters: { migrate_to_chat_id: next.id },
    });
  });
});

describe('what people do', () => {
  it('reaches the bot with entities, replies, topics and origins', async () => {
    const { telegram, heard } = await openEar({ privacy: false });
    const mei = telegram.user({ name: 'Mei', language_code: 'zh' });
    const channel = telegram.channel({ title: 'Jobs' });
    const group = telegram.group({ title: 'G', members: [mei] });
    const chat = mei.opens();
    const first = mei.says(chat, '/submit https://a.cn/p');
    mei.says(chat, 'yes', { replyTo: first });
    const post = channel.posts('Hiring', { signature: 'HR' });
    mei.forwards(chat, post);
    mei.forwards(chat, first, { hidden: true });
    mei.shows(group, 'look', { anonymous: true });
    mei.edits(first, '/submit https://a.cn/q');
    expect(await heard()).toMatchObject([
      { message: { from: { language_code: 'zh' }, entities: [{ type: 'bot_command' }, { type: 'url' }] } },
      { message: { reply_to_message: { message_id: first.message_id } } },
      { channel_post: { text: 'Hiring', sender_chat: { title: 'Jobs' }, author_signature: 'HR' } },
      { message: { text: 'Hiring', forward_origin: { type: 'channel', message_id: post.message_id } } },
      { message: { forward_origin: { type: 'hidden_user', sender_user_name: 'Mei' } } },
      {
        message: { caption: 'look', from: { username: 'GroupAnonymousBot' }, sender_chat: { id: group.id } },
      },
      { edited_message: { text: '/submit https://a.cn/q', edit_date: expect.any(Number) } },
    ]);
  });

  it('stays unheard in a group under privacy mode, but for commands, mentions, replies and service messages', async () => {
    const { telegram, call, heard } = await openEar({ username: 'some_bot' });
    const [mei, bob] = [telegram.user({ name: 'Mei' }), telegram.user({ name: 'Bob' })];
    const group = telegram.group({ title: 'G', owner: mei });
    await call('sendMessage', { chat_id: group.id, text: 'hello' });
    const said = await group.next();
    mei.says(group, 'just talk');
    mei.says(group, '/help@other_bot');
    mei.says(group, '/help帮助');
    mei.says(group, '/help');
    mei.says(group, 'well, /help@some_bot');
    mei.says(group, 'hey @some_bot');
    mei.says(group, 'an answer', { replyTo: said });
    bob.joins(group);
    const texts = (updates: { message?: { text?: string } }[]) => updates.map(({ message }) => message?.text);
    expect(texts(await heard())).toEqual([
      '/help',
      'well, /help@some_bot',
      'hey @some_bot',
      'an answer',
      undefined,
    ]);
    group.promotesBot(mei);
    mei.says(group, 'just talk');
    expect(texts(await heard())).toEqual([undefined, 'just talk']);
    group.kicksBot(mei);
    mei.says(group, '/help');
    expect(await heard()).toMatchObject([{ my_chat_member: { new_chat_member: { status: 'kicked' } } }]);
  });

  it('tells the bot of blocks, additions and members', async () => {
    const { telegram, call, heard } = await openEar();
    const [mei, bob] = [telegram.user({ name: 'Mei' }), telegram.user({ name: 'Bob' })];
    mei.opens();
    mei.blocks();
    mei.unblocks();
    const group = telegram.group({ title: 'G', owner: mei, bot: 'left' });
    group.addsBot(mei);
    bob.joins(group);
    bob.leaves(group);
    expect(await heard()).toMatchObject([
      { my_chat_member: { chat: { type: 'private' }, new_chat_member: { status: 'kicked' } } },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
      { my_chat_member: { chat: { id: group.id }, old_chat_member: { status: 'left' } } },
      { message: { new_chat_members: [{ id: telegram.bot.id }] } },
      { message: { new_chat_members: [{ id: bob.id }] } },
      { message: { left_chat_member: { id: bob.id } } },
    ]);
    await call('getUpdates', { allowed_updates: ['chat_member'] });
    group.promotesBot(mei);
    bob.joins(group);
    expect(await heard()).toMatchObject([
      { chat_member: { new_chat_member: { status: 'member', user: { id: bob.id } } } },
    ]);
  });

  it('may send a command only the bot sees, and get an answer only they see', async () => {
    const { telegram, call, heard } = await openEar();
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'G', members: [mei] });
    await call('setMyCommands', { commands: [{ command: 'skills', description: 'x', is_ephemeral: true }] });
    mei.says(group, '/skills python');
    const [{ message }] = await heard();
    expect(message).toMatchObject({ message_id: 0, receiver_user: { id: telegram.bot.id } });
    const { ok } = await call('sendMessage', {
      chat_id: group.id,
      text: 'Python',
      ephemeral_message_parameters: { receiver_user_id: mei.id },
      reply_parameters: { ephemeral_message_id: message.ephemeral_message_id },
    });
    expect(ok).toBe(true);
    expect((await group.next()).visibleTo).toBe(mei.id);
  });

  it('names the thread of a reply in a plain supergroup', async () => {
    const { telegram, call, heard } = await openEar({ privacy: false });
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'G', members: [mei] });
    const first = mei.says(group, 'one');
    mei.says(group, 'two', { replyTo: first });
    const message_thread_id = (await heard())[1].message.message_thread_id;
    expect(message_thread_id).toBe(first.message_id);
    expect((await call('sendMessage', { chat_id: group.id, text: 'x', message_thread_id })).ok).toBe(true);
  });
});

describe('waiting', () => {
  it('says what the bot did instead', async () => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    await call('sendMessage', { chat_id: chat.id, text: '' });
    await expect(chat.next(10)).rejects.toThrow(
      /no message in "Mei" within 10 ms; .*\nsendMessage .* -> Bad Request: message text is empty/u,
    );
  });

  it('resolves on arrival and keeps what nobody took', async () => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    const waiting = chat.next();
    await call('sendMessage', { chat_id: chat.id, text: 'one' });
    await call('sendMessage', { chat_id: chat.id, text: 'two' });
    expect((await waiting).text).toBe('one');
    expect(chat.unread.map(({ text }) => text)).toEqual(['two']);
  });
});

describe('answers that come too late', () => {
  it('refuses taps after 150 seconds, twice, and unknown ones', async () => {
    let now = 1_800_000_000_000;
    const { telegram, call, heard } = await openEar({ now: () => now });
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const reply_markup = {
      inline_keyboard: [
        [
          { text: 'Go', callback_data: 'go' },
          { text: 'Web', url: 'https://a.cn' },
        ],
      ],
    };
    await call('sendMessage', { chat_id: chat.id, text: 'x', reply_markup });
    const said = await chat.next();
    expect((await mei.taps(said, 'Web')).url).toBe('https://a.cn/');
    expect(() => mei.taps(said, 'Stop')).toThrow('no button "Stop" among ["Go","Web"]');
    const answer = (callback_query_id: string) =>
      call('answerCallbackQuery', { callback_query_id, text: 'ok' });
    const old = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    const answered = mei.taps(said, 'Go');
    const [first] = await heard();
    const elsewhere = { callback_query_id: first.callback_query.id, url: 'https://a.cn/' };
    expect((await call('answerCallbackQuery', elsewhere)).description).toBe('Bad Request: URL_INVALID');
    expect((await answer(first.callback_query.id)).ok).toBe(true);
    expect((await answered).text).toBe('ok');
    expect((await answer(first.callback_query.id)).description).toBe(old);
    const unanswered = expect(mei.taps(said, 'Go', 50)).rejects.toThrow('let it spin');
    const [second] = await heard();
    now += 151_000;
    expect((await answer(second.callback_query.id)).description).toBe(old);
    await unanswered;
  });

  it('refuses inline answers after 30 seconds, over 50 results and equal ids', async () => {
    let now = 1_800_000_000_000;
    const { telegram, call, heard } = await openEar({ now: () => now });
    const mei = telegram.user({ name: 'Mei' });
    const unanswered = expect(mei.searches('x', { patience: 100 })).rejects.toThrow('no answer');
    const inline_query_id = (await heard())[0].inline_query.id;
    const result = (id: string) => ({
      type: 'article',
      id,
      title: 'x',
      input_message_content: { message_text: 'x' },
    });
    const answer = async (results: object[]) =>
      (await call('answerInlineQuery', { inline_query_id, results })).description;
    expect(await answer(Array.from({ length: 51 }, (_, id) => result(`${id}`)))).toBe(
      'Bad Request: RESULTS_TOO_MUCH',
    );
    expect(await answer([result('1'), result('1')])).toBe('Bad Request: RESULT_ID_DUPLICATE');
    now += 31_000;
    expect(await answer([result('1')])).toContain('query is too old');
    await unanswered;
  });
});
