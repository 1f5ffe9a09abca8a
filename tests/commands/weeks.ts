// Made-up weeks of a search: openings come in to a community, some move on, the seeker writes a line.

import { weeklyDigest } from '../../commands/digest-content.ts';
import type { Language } from '../../core/language.ts';
import type { View } from '../../core/view.ts';
import { openTalk } from '../chat.ts';
import { chinesePost, farPost, goodPost } from './posts.ts';

const vaguePost = `ML Engineer | Kestrel | REMOTE | Full-time
Serve language models with Python and PyTorch.
https://kestrel.example.com/jobs/7`;

const day = 24 * 60 * 60 * 1000;

/** The community `east`, its moderator Mei, and its member Bo, on the second Tuesday of a search. */
export async function openWeeks() {
  const talk = await openTalk();
  const { house, chat } = talk;
  const mei = chat({ name: 'Mei', as: ['moderator'], group: 'east' });
  const bo = chat({ name: 'Bo', group: 'west' });
  let now = new Date('2026-11-10T12:00:00Z');

  async function handIn(who: typeof mei, post: string): Promise<void> {
    await who.says(`/submit ${post}`);
    await who.says('/draft confirm');
  }

  const placeOf = async (externalId: string) =>
    house.store.places.locate({ platform: 'test', externalId, kind: 'group' }, { zone: 'UTC' }, now);

  async function personOf(name: string): Promise<number> {
    const account = { platform: 'test', externalId: name, name, language: 'en' } as const;
    return (await house.store.people.identify(account, now)).id;
  }

  return {
    ...talk,
    mei,
    bo,
    later(days: number) {
      now = new Date(now.getTime() + days * day);
      talk.later(days);
    },
    now: () => now,
    personOf,
    placeOf,
    handIn,

    /** Four openings, one of them far from what is looked for; two move; a note; a question; Mei is to be thanked. */
    async busyWeek() {
      for (const post of [goodPost, chinesePost, vaguePost, farPost]) await handIn(mei, post);
      const by = await personOf('Mei');
      const { stages, notes, inquiries, contacts } = house.store;
      await stages.move(1, { from: null, to: 'applied', note: null, by }, now);
      await stages.move(1, { from: 'applied', to: 'interview', note: null, by }, now);
      await stages.move(2, { from: null, to: 'interested', note: null, by }, now);
      await notes.write(
        house.profile.id,
        'Read two papers on attention; the code runs on my own machine now.',
        by,
        now,
      );
      const { id: placeId } = await placeOf('east');
      await inquiries.ask(
        {
          profileId: house.profile.id,
          placeId,
          channel: null,
          audience: `place:${placeId}`,
          askerId: by,
          question: 'Why transformers?',
        },
        now,
      );
      await contacts.setNamed(by, true);
    },

    /** The digest of the last seven days for a community. */
    async digest(
      group: string,
      language: Language,
      {
        emptyWeeks = 'say',
        lateSince = null,
      }: { readonly emptyWeeks?: 'say' | 'skip'; readonly lateSince?: Date | null } = {},
    ): Promise<View | null> {
      const { id } = await placeOf(group);
      const until = new Date(now.getTime() + 1000);
      return weeklyDigest(
        house,
        {
          placeId: id,
          kind: 'group',
          audience: `place:${id}`,
          personId: null,
          all: false,
          language,
          zone: 'Asia/Shanghai',
          emptyWeeks,
        },
        { from: new Date(until.getTime() - 7 * day), until },
        { lateSince },
      );
    },
  };
}
