// Interactions between a person's action and the bot's answer: tokens, deadlines, and what the person gets to see.

import type { Json } from './json.ts';
import { openMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';
import { alreadyAcknowledged, invalidWebhookToken, unknownInteraction, unknownWebhook } from './refusal.ts';
import type { Account, Channel, World } from './world.ts';

interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface Modal {
  readonly title: string;
  readonly customId: string;
  readonly components: readonly Json[];
  readonly interaction: Interaction;
}

/** What a person sees happen after an action of theirs. */
export type Shown =
  | {
      readonly kind: 'message' | 'edit' | 'follow-up' | 'deleted';
      readonly message: Message;
      readonly ephemeral: boolean;
      readonly text: string;
    }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

export type Acknowledgement = 'message' | 'thinking' | 'quiet' | 'update' | 'choices' | 'modal';

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly begun: number;
  readonly user: Account;
  readonly channel: Channel;
  /** The message with the component that was used. */
  readonly source: Message | null;
  /** The type of the option somebody is typing into; 0 where nobody types. */
  readonly typing: number;
  acknowledged: Acknowledgement | null;
  expired: boolean;
  original: Message | null;
  /** Messages only this person sees, by id. */
  readonly hidden: Map<string, Message>;
  readonly followUps: Set<string>;
  readonly seen: Mailbox<Shown>;
}

const tokenLifetime = 15 * 60_000;

export interface Interactions {
  begin(of: Pick<Interaction, 'type' | 'user' | 'channel' | 'source' | 'typing'>): Interaction;
  /** For a callback. Throws where it is too late, or was done already. */
  acknowledge(id: string, token: string): Interaction;
  /** For what comes after the first answer. Throws where the token is not or no longer good. */
  byToken(token: string): Interaction;
  /** Ends every wait. */
  forget(): void;
}

/** `deadline`: milliseconds a bot has for its first answer. */
export function openInteractions(world: World, deadline: number): Interactions {
  const all = new Map<string, Interaction>();
  const timers = new Set<NodeJS.Timeout>();
  const isLate = ({ acknowledged, expired, begun }: Interaction) =>
    acknowledged === null && (expired || world.now() - begun > deadline);
  return {
    begin(of) {
      const token = Buffer.from(`interaction:${world.nextId()}`).toString('base64url');
      const interaction: Interaction = {
        ...of,
        id: world.nextId(),
        token,
        begun: world.now(),
        acknowledged: null,
        expired: false,
        original: null,
        hidden: new Map(),
        followUps: new Set(),
        seen: openMailbox('answer', () =>
          interaction.acknowledged === null
            ? 'the bot did not respond'
            : `the bot acknowledged (${interaction.acknowledged}) and said no more`,
        ),
      };
      all.set(token, interaction);
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (interaction.acknowledged !== null) return;
        interaction.expired = true;
        interaction.seen.fail(new Error('The application did not respond'));
      }, deadline).unref();
      timers.add(timer);
      return interaction;
    },
    acknowledge(id, token) {
      const interaction = all.get(token);
      if (interaction === undefined || interaction.id !== id) throw unknownInteraction();
      if (interaction.acknowledged !== null) throw alreadyAcknowledged();
      if (isLate(interaction)) throw unknownInteraction();
      return interaction;
    },
    byToken(token) {
      const interaction = all.get(token);
      if (interaction === undefined) throw invalidWebhookToken();
      if (world.now() - interaction.begun > tokenLifetime) throw invalidWebhookToken();
      if (interaction.acknowledged === null) throw unknownWebhook();
      return interaction;
    },
    forget() {
      for (const timer of timers) clearTimeout(timer);
      all.clear();
    },
  };
}

export const showMessage = (kind: 'message' | 'edit' | 'follow-up' | 'deleted', message: Message): Shown => ({
  kind,
  message,
  ephemeral: message.ephemeral,
  text: message.text,
});
