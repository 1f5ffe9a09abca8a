import { describe, expect, it } from 'vitest';

import { readSpec } from './specs.ts';
import { openTalk, png } from './telegram/client.ts';

describe('the door', () => {
  it('takes JSON, forms, multipart and plain addresses', async () => {
    const { telegram } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    const url = `${telegram.root}/bot${telegram.token}/sendMessage`;
    const form = new FormData();
    form.set('chat_id', String(chat.id));
    form.set('text', 'multipart');
    form.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }));
    await fetch(url, { method: 'POST', body: form });
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(chat.id), text: 'form' }),
    });
    await fetch(`${url}?chat_id=${chat.id}&text=query`);
    expect(await chat.next()).toMatchObject({ text: 'multipart', buttons: [['Go']] });
    expect((await chat.next()).text).toBe('form');
    expect((await chat.next()).text).toBe('query');
  });

  it('turns away wrong tokens, unknown methods and broken JSON', async () => {
    const { telegram, call } = await openTalk();
    expect(await (await fetch(`${telegram.root}/bot1:wrong/getMe`)).json()).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
    expect(await call('sendTelepathy')).toMatchObject({ status: 404, description: 'Not Found' });
    expect((await fetch(`${telegram.root}/elsewhere`)).status).toBe(404);
    const broken = await fetch(`${telegram.root}/bot${telegram.token}/getMe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
  });

  it('says who the bot is', async () => {
    const { call } = await openTalk({ username: 'some_bot' });
    expect((await call('getme')).result).toMatchObject({
      username: 'some_bot',
      can_read_all_group_messages: false,
    });
  });

  it.skipIf(readSpec('telegram-bot-api.json') === null)(
    'records requests that break the published description',
    async () => {
      const { telegram, call } = await openTalk({ careless: true });
      const chat = telegram.user({ name: 'Mei' }).opens();
      await call('sendMessage', { chat_id: chat.id, colour: 'red', disable_notification: 'maybe' });
      await call('sendRichMessage', { chat_id: chat.id });
      expect(telegram.violations).toEqual([
        'sendMessage: request has an unknown colour',
        'sendMessage: request.disable_notification is no boolean',
        'sendMessage: request lacks text',
        'sendRichMessage: the stand-in does not speak it',
      ]);
    },
  );
});

describe('who may be written to', () => {
  it.each([
    ['a chat that does not exist', 400, 'Bad Request: chat not found'],
    ['a person who never opened the chat', 403, "Forbidden: bot can't initiate conversation with a user"],
    ['a person who blocked the bot', 403, 'Forbidden: bot was blocked by the user'],
    ['a person who is gone', 403, 'Forbidden: user is deactivated'],
    ['a group that removed the bot', 403, 'Forbidden: bot was kicked from the group chat'],
    ['a supergroup that removed the bot', 403, 'Forbidden: bot was kicked from the supergroup chat'],
    ['a channel the bot is not in', 403, 'Forbidden: bot is not a member of the channel chat'],
    ['a channel the bot only reads', 400, 'Bad Request: need administrator rights in the channel chat'],
    ['a muted group', 400, 'Bad Request: not enough rights to send text messages to the chat'],
  ])('refuses %s', async (whom, status, description) => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const places: Record<string, () => number> = {
      'a chat that does not exist': () => 12,
      'a person who never opened the chat': () => mei.id,
      'a person who blocked the bot': () => (mei.opens(), mei.blocks(), mei.id),
      'a person who is gone': () => (mei.opens(), mei.vanishes(), mei.id),
      'a group that removed the bot': () => {
        const group = telegram.group({ title: 'G', kind: 'group', members: [mei] });
        group.kicksBot(mei);
        return group.id;
      },
      'a supergroup that removed the bot': () => telegram.group({ title: 'G', bot: 'kicked' }).id,
      'a channel the bot is not in': () => telegram.channel({ title: 'C', bot: 'left' }).id,
      'a channel the bot only reads': () => telegram.channel({ title: 'C', bot: 'member' }).id,
      'a muted group': () => {
        const group = telegram.group({ title: 'G' });
        group.mutes(true);
        return group.id;
      },
    };
    const chat_id = places[whom]?.();
    expect(await call('sendMessage', { chat_id, text: 'x' })).toMatchObject({ status, description });
    expect((await call('sendChatAction', { chat_id, action: 'typing' })).ok).toBe(false);
  });

  it('finds public chats by name and asks for a chat at all', async () => {
    const { telegram, call } = await openTalk({ careless: true });
    const group = telegram.group({ title: 'G', username: 'open_group' });
    expect((await call('sendMessage', { chat_id: '@Open_Group', text: 'x' })).ok).toBe(true);
    expect((await group.next()).text).toBe('x');
    expect((await call('sendMessage', { text: 'x' })).description).toBe('Bad Request: chat_id is empty');
  });

  it('tells where a migrated group went', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'G', kind: 'group', owner: mei });
    const next = group.migrates(mei);
    expect(await call('sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next.id },
    });
    expect((await call('sendMessage', { chat_id: next.id, text: 'x' })).ok).toBe(true);
    const { result } = await call('getUpdates');
    expect(result.map((update: { message: object }) => update.message)).toMatchObject([
      { chat: { id: group.id, type: 'group' }, migrate_to_chat_id: next.id },
      { chat: { id: next.id, type: 'supergroup' }, migrate_from_chat_id: group.id },
    ]);
  });

  it('keeps topics apart', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const forum = telegram.group({ title: 'F', owner: mei, topics: ['Jobs'] });
    const jobs = mei.says(forum, '/help', { topic: 'Jobs' });
    expect(jobs.reply_to_message?.forum_topic_created?.name).toBe('Jobs');
    const to = (message_thread_id?: number) =>
      call('sendMessage', { chat_id: forum.id, text: 'x', message_thread_id });
    expect((await to(jobs.message_thread_id)).result).toMatchObject({
      is_topic_message: true,
      reply_to_message: { message_id: jobs.message_thread_id },
    });
    expect((await forum.next()).thread).toBe(jobs.message_thread_id);
    expect((await to(999)).description).toBe('Bad Request: message thread not found');
    expect((await to(1)).description).toBe('Bad Request: message thread not found');
    expect((await to()).ok).toBe(true);
    expect((await forum.next()).thread).toBeUndefined();
    forum.closesTopic('Jobs', mei);
    expect((await to(jobs.message_thread_id)).description).toBe('Bad Request: TOPIC_CLOSED');
    forum.closesTopic('General', mei);
    expect((await to()).description).toBe('Bad Request: TOPIC_CLOSED');
    forum.promotesBot(mei);
    expect((await to(jobs.message_thread_id)).ok).toBe(true);
    forum.deletesTopic('Jobs');
    expect((await to(jobs.message_thread_id)).description).toBe('Bad Request: message thread not found');
  });
});

describe('replies', () => {
  it('needs the message it replies to, unless told otherwise', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const asked = mei.says(chat, 'hello');
    const reply = (reply_parameters: object) =>
      call('sendMessage', { chat_id: chat.id, text: 'x', reply_parameters });
    expect((await reply({ message_id: asked.message_id })).result.reply_to_message.text).toBe('hello');
    expect((await chat.next()).replyTo).toBe(asked.message_id);
    expect((await reply({ message_id: 1 })).description).toBe('Bad Request: message to be replied not found');
    expect((await reply({ message_id: 1, allow_sending_without_reply: true })).ok).toBe(true);
    const forced = await call('sendMessage', {
      chat_id: chat.id,
      text: 'which?',
      reply_markup: { force_reply: true },
    });
    expect(forced.ok).toBe(true);
    expect((await chat.next()).forcesReply).toBe(false);
    expect((await chat.next()).forcesReply).toBe(true);
  });
});

describe('keyboards', () => {
  it.each([
    [{ text: 'x', callback_data: '中'.repeat(22) }, 'BUTTON_DATA_INVALID'],
    [
      { text: 'x', callback_data: '' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ callback_data: 'x' }, 'can\'t parse inline keyboard button: Can\'t find field "text"'],
    [{ text: ' ', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
    [
      { text: 'x', url: 'http://localhost:80' },
      "inline keyboard button URL 'http://localhost:80' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'x', url: 'ftp://a.com' },
      "inline keyboard button URL 'ftp://a.com' is invalid: Unsupported URL protocol",
    ],
  ])('refuses %j', async (button, why) => {
    const { telegram, call } = await openTalk({ careless: true });
    const chat = telegram.user({ name: 'Mei' }).opens();
    const reply_markup = { inline_keyboard: [[button]] };
    expect(await call('sendMessage', { chat_id: chat.id, text: 'x', reply_markup })).toMatchObject({
      status: 400,
      description: `Bad Request: ${why}`,
    });
  });

  it('takes 64 bytes of data and 100 buttons, and no more', async () => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    const send = (count: number) =>
      call('sendMessage', {
        chat_id: chat.id,
        text: 'x',
        reply_markup: {
          inline_keyboard: Array.from({ length: count }, () => [
            { text: 'x', callback_data: 'x'.repeat(64) },
          ]),
        },
      });
    expect((await send(100)).ok).toBe(true);
    expect((await send(101)).ok).toBe(false);
  });
});

describe('edits', () => {
  it('changes its own messages, and only when something changes', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const keyboard = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    const { result } = await call('sendMessage', { chat_id: chat.id, text: 'one', reply_markup: keyboard });
    const edit = (rest: object) =>
      call('editMessageText', { chat_id: chat.id, message_id: result.message_id, ...rest });
    expect((await edit({ text: 'one', reply_markup: keyboard })).description).toContain(
      'message is not modified',
    );
    expect((await edit({ text: 'two' })).result).toMatchObject({
      text: 'two',
      edit_date: expect.any(Number),
    });
    expect(await chat.nextEdit()).toMatchObject({ text: 'two', buttons: [] });
    expect((await edit({ text: 'x', message_id: 1 })).description).toBe(
      'Bad Request: message to edit not found',
    );
    const theirs = mei.says(chat, 'mine').message_id;
    expect((await edit({ text: 'x', message_id: theirs })).description).toBe(
      "Bad Request: message can't be edited",
    );
    const markup = { chat_id: chat.id, message_id: result.message_id, reply_markup: keyboard };
    expect((await call('editMessageReplyMarkup', markup)).ok).toBe(true);
    expect((await call('editMessageReplyMarkup', markup)).description).toContain('message is not modified');
  });

  it('deletes its own messages, others only with the right', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'G', owner: mei });
    const { result } = await call('sendMessage', { chat_id: group.id, text: 'x' });
    const drop = (message_id: number) => call('deleteMessage', { chat_id: group.id, message_id });
    expect((await drop(result.message_id)).ok).toBe(true);
    expect(await group.nextDeletion()).toBe(result.message_id);
    expect((await drop(result.message_id)).description).toBe('Bad Request: message to delete not found');
    const theirs = mei.says(group, 'spam').message_id;
    expect((await drop(theirs)).description).toBe("Bad Request: message can't be deleted for everyone");
    group.promotesBot(mei);
    expect((await drop(theirs)).ok).toBe(true);
  });
});

describe('forwards and copies', () => {
  it('names the origin of a forward, and none of a copy', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const group = telegram.group({ title: 'G' });
    const { message_id } = mei.says(chat, 'see a.com');
    const from = { chat_id: group.id, from_chat_id: chat.id, message_id };
    const forward = (await call('forwardMessage', from)).result;
    expect(forward).toMatchObject({ text: 'see a.com', forward_origin: { sender_user: { id: mei.id } } });
    expect((await group.next()).text).toBe('see a.com');
    const copy = (await call('copyMessage', { ...from, disable_notification: true })).result;
    expect(await group.next()).toMatchObject({ text: 'see a.com', silent: true, preview: true });
    const answer = await call('sendMessage', {
      chat_id: group.id,
      text: 'a.com',
      reply_parameters: { message_id: copy.message_id },
      link_preview_options: { is_disabled: true },
    });
    expect(answer.result.reply_to_message).not.toHaveProperty('forward_origin');
    expect(await group.next()).toMatchObject({ silent: false, preview: false });
    const edit = { chat_id: group.id, message_id: forward.message_id, text: 'x' };
    expect((await call('editMessageText', edit)).description).toBe("Bad Request: message can't be edited");
    expect((await call('copyMessage', { ...from, message_id: 1 })).description).toBe(
      'Bad Request: message to copy not found',
    );
  });
});

describe('pictures and files', () => {
  const upload = (chat: number, field: string, bytes: Buffer, rest: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('chat_id', String(chat));
    form.set(field, new Blob([new Uint8Array(bytes)]), 'card.png');
    for (const [name, value] of Object.entries(rest)) form.set(name, value);
    return form;
  };

  it('keeps the bytes and the caption, and sends them again by id', async () => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    const bytes = png(600, 400);
    const { result } = await call(
      'sendPhoto',
      upload(chat.id, 'photo', bytes, { caption: '<b>hi</b>', parse_mode: 'HTML' }),
    );
    expect(await chat.next()).toMatchObject({ html: '<b>hi</b>', photo: bytes });
    expect((await call('sendPhoto', { chat_id: chat.id, photo: result.photo[0].file_id })).ok).toBe(true);
    expect((await chat.next()).photo).toEqual(bytes);
    const same = { chat_id: chat.id, message_id: result.message_id };
    expect((await call('editMessageText', { ...same, text: 'x' })).description).toBe(
      'Bad Request: there is no text in the message to edit',
    );
    expect((await call('editMessageCaption', { ...same, caption: 'bye' })).result.caption).toBe('bye');
    expect((await chat.nextEdit()).text).toBe('bye');
    await call('sendDocument', upload(chat.id, 'document', Buffer.from('{}')));
    expect((await chat.next()).document).toEqual(Buffer.from('{}'));
  });

  it('refuses what is no picture, odd sizes and long captions', async () => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    const send = async (bytes: Buffer, rest = {}) =>
      (await call('sendPhoto', upload(chat.id, 'photo', bytes, rest))).description;
    expect(await send(Buffer.from('no picture'))).toBe('Bad Request: IMAGE_PROCESS_FAILED');
    expect(await send(png(9000, 2000))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS');
    expect(await send(png(600, 400), { caption: 'x'.repeat(1025) })).toBe(
      'Bad Request: message caption is too long',
    );
    expect(await send(png(600, 400), { caption: 'x'.repeat(1024) })).toBeUndefined();
    expect((await call('sendPhoto', { chat_id: chat.id, photo: 'unknown' })).description).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    );
  });
});

describe('messages one person sees', () => {
  it('sends, edits and deletes them apart from the others', async () => {
    const { telegram, call } = await openTalk();
    const [mei, bob] = [telegram.user({ name: 'Mei' }), telegram.user({ name: 'Bob' })];
    const group = telegram.group({ title: 'G', members: [mei, bob] });
    const { result } = await call('sendMessage', {
      chat_id: group.id,
      text: 'only you',
      ephemeral_message_parameters: { receiver_user_id: mei.id },
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    });
    expect(result).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: mei.id } });
    const said = await group.next();
    expect(said.visibleTo).toBe(mei.id);
    expect(mei.sees(group)).toHaveLength(1);
    expect(bob.sees(group)).toEqual([]);
    expect(() => bob.taps(said, 'Go')).toThrow('does not see');
    const same = { chat_id: group.id, receiver_user_id: mei.id, ephemeral_message_id: 1 };
    expect((await call('editEphemeralMessageText', { ...same, text: 'changed' })).result).toBe(true);
    expect((await group.nextEdit()).text).toBe('changed');
    expect((await call('deleteEphemeralMessage', same)).result).toBe(true);
    expect(mei.sees(group)).toEqual([]);
    const strangers = {
      ephemeral_message_parameters: { receiver_user_id: telegram.user({ name: 'Eve' }).id },
    };
    expect((await call('sendMessage', { chat_id: group.id, text: 'x', ...strangers })).ok).toBe(false);
  });
});

describe('the bot about itself', () => {
  it('keeps a menu per scope and language', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei', language_code: 'zh-hans' });
    const bob = telegram.user({ name: 'Bob', language_code: 'en' });
    const group = telegram.group({ title: 'G', members: [bob], admins: [mei] });
    const set = (description: string, rest: object) =>
      call('setMyCommands', { commands: [{ command: 'help', description }], ...rest });
    await set('Help', {});
    await set('帮助', { language_code: 'zh' });
    await set('Admin help', { scope: { type: 'all_chat_administrators' } });
    expect(mei.menu(mei.opens())).toEqual([{ command: 'help', description: '帮助' }]);
    expect(bob.menu(group)[0]?.description).toBe('Help');
    expect(mei.menu(group)[0]?.description).toBe('Admin help');
    expect((await call('getMyCommands', { language_code: 'zh' })).result).toEqual([
      { command: 'help', description: '帮助' },
    ]);
    await call('deleteMyCommands', { language_code: 'zh' });
    expect((await call('getMyCommands', { language_code: 'zh' })).result).toEqual([]);
  });

  it.each([
    [[{ command: 'Help', description: 'x' }], 'BOT_COMMAND_INVALID'],
    [[{ command: 'x'.repeat(33), description: 'x' }], 'command length must not exceed 32'],
    [[{ command: 'help', description: '' }], 'command description must be non-empty'],
    [[{ command: 'help', description: 'x'.repeat(257) }], 'command description length must not exceed 256'],
    [
      Array.from({ length: 101 }, (_, id) => ({ command: `c${id}`, description: 'x' })),
      'BOT_COMMANDS_TOO_MUCH',
    ],
  ])('refuses a menu of %j', async (commands, why) => {
    const { call } = await openTalk();
    expect(await call('setMyCommands', { commands })).toMatchObject({
      status: 400,
      description: `Bad Request: ${why}`,
    });
  });

  it('keeps names and descriptions per language', async () => {
    const { call } = await openTalk();
    await call('setMyDescription', { description: 'Referrals' });
    await call('setMyDescription', { description: '内推', language_code: 'zh' });
    expect((await call('getMyDescription', { language_code: 'zh' })).result).toEqual({ description: '内推' });
    expect((await call('getMyDescription', { language_code: 'fr' })).result).toEqual({
      description: 'Referrals',
    });
  });
});

describe('members', () => {
  it('shows standing and administrators', async () => {
    const { telegram, call } = await openTalk();
    const [mei, bob] = [telegram.user({ name: 'Mei' }), telegram.user({ name: 'Bob' })];
    const group = telegram.group({ title: 'G', owner: mei, admins: [bob] });
    const status = async (user_id: number) =>
      (await call('getChatMember', { chat_id: group.id, user_id })).result?.status;
    expect([await status(mei.id), await status(bob.id), await status(telegram.bot.id)]).toEqual([
      'creator',
      'administrator',
      'member',
    ]);
    expect(await status(telegram.user({ name: 'Eve' }).id)).toBe('left');
    expect((await call('getChatAdministrators', { chat_id: group.id })).result).toHaveLength(2);
    expect((await call('getChatMemberCount', { chat_id: group.id })).result).toBe(3);
    bob.leaves(group);
    expect((await call('getChatMemberCount', { chat_id: group.id })).result).toBe(2);
    expect((await call('getChat', { chat_id: group.id })).result).toMatchObject({
      title: 'G',
      type: 'supergroup',
    });
    expect((await call('getChatMember', { chat_id: group.id, user_id: 1 })).description).toBe(
      'Bad Request: PARTICIPANT_ID_INVALID',
    );
  });

  it('pins only with the right, and reacts', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'G', owner: mei });
    const { message_id } = mei.says(group, 'hello');
    const about = { chat_id: group.id, message_id };
    expect((await call('pinChatMessage', about)).description).toContain(
      'not enough rights to manage pinned messages',
    );
    group.promotesBot(mei);
    expect((await call('pinChatMessage', about)).ok).toBe(true);
    expect((await call('getChat', { chat_id: group.id })).result.pinned_message.text).toBe('hello');
    expect((await call('unpinChatMessage', about)).ok).toBe(true);
    expect((await call('getChat', { chat_id: group.id })).result.pinned_message).toBeUndefined();
    const reaction = [{ type: 'emoji', emoji: '👍' }];
    expect((await call('setMessageReaction', { ...about, reaction })).ok).toBe(true);
    expect((await call('leaveChat', { chat_id: group.id })).ok).toBe(true);
    expect((await call('sendMessage', { chat_id: group.id, text: 'x' })).description).toBe(
      'Forbidden: bot is not a member of the supergroup chat',
    );
  });
});
