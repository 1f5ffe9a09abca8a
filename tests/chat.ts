// Tests read as chat: several people talk with one bot on a fresh database, and what they see is plain text.
//
//   const { chat } = await openTalk();
//   const mod = chat({ as: ['moderator'], language: 'zh' });
//   expect(await mod.says('/review 12 accept')).toContain('通过');

import { onTestFinished } from 'vitest';

import { render } from '../bots/console/render.ts';
import { type Call, parseLine, parsePayload } from '../commands/call.ts';
import { type Context, type House, openContext, type Role } from '../commands/context.ts';
import { dispatch, notACommand } from '../commands/dispatch.ts';
import { writeDueDigests } from '../commands/due-digests.ts';
import { unlimited } from '../commands/limits.ts';
import type { Language } from '../core/language.ts';
import type { Reply } from '../core/view.ts';
import { openStore } from '../storage/open.ts';
import { rates } from './core/examples.ts';
import { seeker } from './seeker.ts';

export interface Person {
  readonly name?: string;
  readonly as?: readonly Role[];
  readonly language?: Language;
  /** A community's name; without one the person talks with the bot in private. */
  readonly group?: string;
  /** A part of the community. */
  readonly channel?: string | null;
  readonly platform?: string;
  /** The platform's roles of this person, where it has roles. */
  readonly platformRoles?: readonly string[];
}

export async function openTalk(change: Partial<House> = {}, url = 'sqlite::memory:') {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  const faults: unknown[] = [];
  const house: House = {
    store,
    profile: seeker,
    startedAt: new Date('2026-11-01T00:00:00Z'),
    rates,
    language: 'en',
    zone: 'UTC',
    operators: [],
    limits: unlimited,
    report: (fault) => {
      faults.push(fault);
      return 'F-1';
    },
    ...change,
  };
  let now = new Date('2026-11-10T12:00:00Z');

  function chat({
    name = 'Mei',
    as = [],
    language = 'en',
    group,
    channel = null,
    platform = 'test',
    platformRoles,
  }: Person = {}) {
    let last: Reply | null = null;

    async function makes(call: Call): Promise<string> {
      const here = await context();
      last = await dispatch(call, here);
      return shown(last, here);
    }

    const context = () =>
      openContext(
        house,
        {
          platform,
          person: { externalId: name, name, language },
          place:
            group === undefined
              ? { externalId: name, kind: 'private', channel: null }
              : { externalId: group, kind: 'group', channel },
          roles: as,
          ...(platformRoles === undefined ? {} : { platformRoles }),
        },
        now,
      );

    return {
      /** Types a line, and returns the answer as text. */
      async says(line: string): Promise<string> {
        const call = parseLine(line);
        if (call !== null) return makes(call);
        const here = await context();
        last = await notACommand(line, here);
        return shown(last, here);
      },
      /** Presses the button with this label under the last answer. */
      async taps(label: string): Promise<string> {
        const actions = last?.kind === 'view' ? (last.actions ?? []) : [];
        const action = actions.find((one) => one.label === label);
        if (action === undefined || !('call' in action)) {
          throw new Error(`no button “${label}” among: ${actions.map((one) => one.label).join(', ')}`);
        }
        const call = parsePayload(action.call);
        if (call === null) throw new Error(`not a call: ${action.call}`);
        return makes(call);
      },
      /** Fills in the form that the last answer was; what is not named stays as it is filled in. */
      async fills(values: Readonly<Record<string, string>>): Promise<string> {
        if (last?.kind !== 'form') throw new Error('the last answer was not a form');
        const filled = last.fields.flatMap(({ name: field, value }) =>
          value === undefined ? [] : [[field, value]],
        );
        return makes({
          command: last.command,
          text: '',
          options: { ...Object.fromEntries(filled), ...values, ...last.fixed },
        });
      },
      /** The last answer as data. */
      reply: () => last,
    };
  }

  return {
    chat,
    house,
    faults,
    /** Lets time pass. */
    later: (days: number) => {
      now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
    },
    /** It is this moment now. */
    at: (moment: string) => {
      now = new Date(moment);
    },
    /** The clock ticks. */
    tick: () => writeDueDigests(house, now, new AbortController().signal),
  };
}

const shown = (reply: Reply, { words }: Context): string =>
  render(reply, words, { colour: false, width: Number.POSITIVE_INFINITY });
