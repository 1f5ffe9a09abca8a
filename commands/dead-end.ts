// What happens when nothing reaches a place any more: whoever set up what is sent there hears of it in private, and
// the operators where nobody is known who did.

import type { View } from '../core/view.ts';
import type { Letter } from '../storage/deliveries.ts';
import type { Rooms } from '../storage/open.ts';
import type { Address, DeadEnd } from '../storage/outbox.ts';
import type { House } from './context.ts';
import { type Messages, messagesOf } from './locales/messages.ts';
import { platformName } from './names.ts';

/** How keys of these letters begin. Nobody is told that they did not arrive, or it would never end. */
const prefix = 'dead end ';

/** One letter a day to each, however much was on its way. `personId` is who set it up, or `null`. */
export async function tellOfDeadEnd(
  { language, operators }: Pick<House, 'language' | 'operators'>,
  { people, outbox }: Pick<Rooms, 'people' | 'outbox'>,
  { key, address }: Pick<Letter, 'key' | 'address'>,
  { reason, personId }: { readonly reason: DeadEnd; readonly personId: number | null },
  now: Date,
): Promise<void> {
  // Who wants no letters has decided so, and nobody else can mend it.
  if (reason === 'blocked' || key.startsWith(prefix)) return;
  const accounts = personId === null ? [] : await people.accounts(personId);
  const own = accounts.find(({ platform }) => platform === address.platform) ?? accounts[0];
  const readers =
    own === undefined ? operators.map((name) => ({ ...accountNamed(name), language: null })) : [own];
  const day = now.toISOString().slice(0, 10);
  const where = `${address.platform} ${address.externalId} ${address.channel ?? '-'}`;
  for (const reader of readers) {
    const spoken = reader.language ?? language;
    const letter = {
      key: `${prefix}${where} ${day} ${reader.platform} ${reader.externalId}`,
      kind: 'news',
      address: { platform: reader.platform, externalId: reader.externalId, channel: null },
      language: spoken,
      view: noticeOf(address, reason, messagesOf(spoken)),
    } as const;
    await outbox.write(letter, now);
  }
}

/** From `discord:123`. */
function accountNamed(name: string): { readonly platform: string; readonly externalId: string } {
  const [platform = '', externalId = ''] = name.split(':');
  return { platform, externalId };
}

const noticeOf = (address: Address, reason: Exclude<DeadEnd, 'blocked'>, { deadEnd }: Messages): View => ({
  kind: 'view',
  title: deadEnd.title,
  blocks: [
    { kind: 'text', text: [deadEnd.what(platformName(address.platform), address.externalId)] },
    { kind: 'text', text: [deadEnd.why[reason]] },
    { kind: 'text', text: [deadEnd.kept] },
  ],
  ...(address.platform === 'discord' && address.channel !== null
    ? {
        actions: [
          {
            label: deadEnd.show,
            link: `https://discord.com/channels/${address.externalId}/${address.channel}`,
          },
        ],
      }
    : {}),
});
