// Handing in an opening: forms, previews, the menu of a message.

import { describe, expect, test, vi } from 'vitest';

import { chinesePost, goodPost, openPost } from '../../commands/posts.ts';
import type { DiscordEmulator } from '../../emulators/discord/discord.ts';
import { openModelHouse } from '../model/house.ts';
import { heldBack, messageIn, modalIn, openServer, submitted } from './server.ts';

const fieldsOf = ({ components }: { readonly components: readonly object[] }) =>
  [...JSON.stringify(components).matchAll(/"custom_id":"(\w+)"/gu)].map(([, name]) => name);

describe('/submit without a text', () => {
  test('asks in a form, as the first thing that Discord hears', async () => {
    const { mei, general, discord } = await openServer();
    const modal = modalIn(await mei.slash(general, 'submit').answer());
    expect(modal).toMatchObject({ title: 'Hand in an opening', customId: 'submit' });
    // Discord has room for five fields; a link is found in the details.
    expect(fieldsOf(modal)).toEqual(['title', 'company', 'place', 'salary', 'details']);
    expect(JSON.stringify(modal.components)).toContain('"label":"Details, Link"');

    const preview = await mei
      .submitsModal(modal, {
        title: 'Senior ML Engineer',
        place: 'remote, worldwide',
        salary: '5000-6000 USD a month',
        details: 'Python and PyTorch. https://initech.example.com/jobs/1',
      })
      .answer();
    expect(preview).toMatchObject({ kind: 'message', ephemeral: true });
    expect(messageIn(preview).text).toContain('**Pay**: USD 5,000–6,000 a month');
    expect(messageIn(preview).text).toContain('<https://initech.example.com/jobs/1>');
    expect(discord.violations).toEqual([]);
  });

  test('asks in Chinese where that is the language', async () => {
    const { hua, general } = await openServer();
    const modal = modalIn(await hua.slash(general, 'submit').answer());
    expect(modal.title).toBe('提交职位');
    expect(JSON.stringify(modal.components)).toContain('"label":"说明、链接"');
  });

  test('takes what stands in a field as it stands, whatever it looks like', async () => {
    const { mei, general } = await openServer();
    const modal = modalIn(await mei.slash(general, 'submit').answer());
    const preview = messageIn(
      await mei.submitsModal(modal, { title: 'company=Evil', details: 'title=Pwned' }).answer(),
    );
    expect(preview.text).toContain('**Title**: company=Evil');
    expect(preview.text).not.toContain('**Company**: Evil');
  });
});

describe('the preview', () => {
  test('is corrected in a form that is filled in, and changes where it stands', async () => {
    const { mei, general, discord } = await openServer();
    const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    const modal = modalIn(await mei.presses(preview, 'Edit').answer());
    expect(modal.customId).toBe('draft id=1 action=edit');
    const changed = await mei.submitsModal(modal, { company: 'Acme Research' }).answer();
    expect(changed).toMatchObject({ kind: 'edit', ephemeral: true });
    expect(messageIn(changed).id).toBe(preview.id);
    expect(messageIn(changed).text).toContain('**Company**: Acme Research');
    expect(messageIn(changed).text).toContain('LLM Engineer');
    expect(discord.violations).toEqual([]);
  });

  test('gives way to what became of it, and its buttons go', async () => {
    const { mei, general } = await openServer();
    const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    const confirmed = await mei.presses(preview, 'Confirm').answer();
    expect(confirmed).toMatchObject({ kind: 'edit', ephemeral: true });
    const calls = messageIn(confirmed).buttons.map(({ customId }) => customId);
    expect(calls).toEqual(expect.arrayContaining(['opening id=1', 'close id=1']));
    expect(calls.filter((call) => call?.startsWith('draft'))).toEqual([]);
  });

  test('stays when its button is refused, with the reason beside it', async () => {
    const { mei, general } = await openServer();
    const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    await mei.slash(general, 'draft', { id: 1, title: '-' }).answer();
    const refused = await mei.presses(preview, 'Confirm').answer();
    expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
    expect(messageIn(refused).text).toContain('needs a title');
    const modal = modalIn(await mei.presses(preview, 'Edit').answer());
    expect(messageIn(await mei.submitsModal(modal, { title: 'Noodle Engineer' }).answer()).id).toBe(
      preview.id,
    );
  });
});

describe('the menu of a message', () => {
  test('hands the message in, in either language', async () => {
    const { mei, hua, mod, general, discord } = await openServer();
    const post = mod.says(general, chinesePost);
    const english = await mei.menu(general, 'Submit as opening', post).answer();
    expect(english).toMatchObject({ kind: 'message', ephemeral: true });
    expect(messageIn(english).text).toContain('**Title**: 大模型算法工程师');
    const chinese = await hua.menu(general, 'Submit as opening', post).answer();
    expect(messageIn(chinese).text).toContain('这样对吗？');
    expect(discord.violations).toEqual([]);
  });

  test('never takes the message for options', async () => {
    const { mei, mod, general } = await openServer();
    const post = mod.says(general, 'title=Pwned company=Evil Data Engineer wanted in Berlin');
    const preview = messageIn(await mei.menu(general, 'Submit as opening', post).answer());
    expect(preview.text).not.toContain('**Company**: Evil');
    expect(preview.text).not.toContain('**Title**: Pwned\n');
  });

  test('reads what was forwarded, and what a linked page says of itself there', async () => {
    const { mei, mod, general } = await openServer();
    const forwarded = mod.says(general, '-');
    const embed = { type: 'rich', title: 'LLM Engineer', description: 'Company: Heron Labs', fields: [] };
    const place = { name: 'Location', value: 'Guangzhou', inline: true };
    const snapshot = { type: 0, content: 'We are hiring!', embeds: [{ ...embed, fields: [place] }] };
    const rest = { timestamp: forwarded.wire['timestamp'], flags: 0, attachments: [], components: [] };
    Object.assign(forwarded.wire, {
      content: '',
      message_reference: { type: 1, channel_id: '1234567890123456789', message_id: '1234567890123456790' },
      message_snapshots: [{ message: { ...snapshot, ...rest, mentions: [], mention_roles: [] } }],
    });
    const { text } = messageIn(await mei.menu(general, 'Submit as opening', forwarded).answer());
    expect(text).toMatch(
      /\*\*Title\*\*: LLM Engineer\n\*\*Company\*\*: Heron Labs\n\*\*Place\*\*: Guangzhou/u,
    );
  });

  test('says so when there is nothing to read', async () => {
    const { mei, hua, general } = await openServer();
    const modal = messageIn(await mei.slash(general, 'criteria').answer());
    const refused = await hua.menu(general, 'Submit as opening', modal).answer();
    expect(refused).toMatchObject({ ephemeral: true });
    expect(messageIn(refused).text).toContain('没有我能读的文字');
  });
});

describe('a slow answer', () => {
  /** Waits until Discord was told that it takes longer. */
  const announced = ({ exchanges }: DiscordEmulator) =>
    vi.waitFor(
      () => {
        const answers = exchanges.filter(({ request }) => request.endsWith('/callback'));
        expect(JSON.stringify(answers.at(-1)?.json)).toMatch(/"type":[56]/u);
      },
      { timeout: 2900, interval: 20 },
    );

  /** A server whose database answers only when `open` is called. */
  async function openSlowServer() {
    const server = await openServer();
    const gate = Promise.withResolvers<void>();
    const { people } = server.house.store;
    people.identify = heldBack(people.identify.bind(people), gate.promise);
    const open = async () => {
      await announced(server.discord);
      gate.resolve();
    };
    return { ...server, open };
  }

  test('is announced in private, and comes for everybody where everybody may see it', async () => {
    const { mei, general, open } = await openSlowServer();
    const action = mei.slash(general, 'criteria');
    await open();
    expect(await action.answer()).toMatchObject({ kind: 'deleted', ephemeral: true });
    expect(await action.answer()).toMatchObject({ kind: 'follow-up', ephemeral: false });
  });

  test('for one person stays with that person', async () => {
    const { mei, general, open } = await openSlowServer();
    const action = mei.slash(general, 'judge', { text: goodPost });
    await open();
    expect(await action.answer()).toMatchObject({ kind: 'edit', ephemeral: true });
  });

  test('that waits for a language model is announced as well', async () => {
    const { server, house } = await openModelHouse();
    const { mei, general, discord } = await openServer({ house });
    const gate = Promise.withResolvers<void>();
    void server.next({ kind: 'slow', until: gate.promise });
    const action = mei.slash(general, 'submit', { text: openPost });
    await announced(discord);
    gate.resolve();
    const preview = await action.answer();
    expect(preview).toMatchObject({ kind: 'edit', ephemeral: true });
    expect(messageIn(preview).text).toContain('**Company**: Heronbay');
  });

  test('that is a form is a tap away', async () => {
    const { mei, general, open } = await openSlowServer();
    const action = mei.slash(general, 'submit');
    await open();
    const late = messageIn(await action.answer());
    expect(late.text).toContain('it is ready now');
    expect(modalIn(await mei.presses(late, 'Hand in an opening').answer()).customId).toBe('submit');
  });

  test('of a button changes its message all the same', async () => {
    const { mei, general, house, discord } = await openServer();
    const preview = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    const gate = Promise.withResolvers<void>();
    const { drafts } = house.store;
    drafts.end = heldBack(drafts.end.bind(drafts), gate.promise);
    const action = mei.presses(preview, 'Cancel');
    await announced(discord);
    gate.resolve();
    expect(await action.answer()).toMatchObject({ kind: 'edit', ephemeral: true });
  });

  test.each([true, false])(
    'of a button comes alone where its message is gone by then (late: %s)',
    async (isLate) => {
      const { mei, mod, general, house, discord, faults } = await openServer();
      await submitted(mei, general);
      await mod.slash(general, 'review', { id: 1, decision: 'accept' }).answer();
      const shown = messageIn(await mod.slash(general, 'opening', { id: 1 }).answer());
      const gate = Promise.withResolvers<void>();
      const { people } = house.store;
      people.identify = heldBack(people.identify.bind(people), gate.promise);
      const action = mod.presses(shown, 'Close');
      if (isLate) await announced(discord);
      general.messages.delete(shown.id);
      gate.resolve();
      const closed = await action.answer();
      expect(closed).toMatchObject({ kind: isLate ? 'follow-up' : 'message', ephemeral: true });
      expect(messageIn(closed).text).toBe('Opening 1 is closed.');
      expect(faults).toEqual([]);
    },
  );
});

test('what was handed in waits for moderators, who find it by its button', async () => {
  const { mei, mod, general } = await openServer();
  await submitted(mei, general);
  const queue = messageIn(await mod.slash(general, 'review').answer());
  expect(queue.buttons.map(({ customId }) => customId)).toEqual(['opening id=1']);
});
