// A message as it stands at one moment, and what a reader sees of it. An edit makes a new one.

import { flags } from './body.ts';
import { flatten, kinds } from './component-tree.ts';
import { recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import type { Channel, WireUser } from './world.ts';

export interface WireMessage extends Json {
  readonly id: string;
  readonly channel_id: string;
  readonly author: WireUser;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly attachments: readonly Json[];
  readonly flags: number;
}

/** Whom a message rang for, as ids. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

export interface Button {
  readonly label: string;
  readonly customId: string | null;
  readonly url: string | null;
  readonly disabled: boolean;
}

export class Message {
  readonly channel: Channel;
  readonly wire: WireMessage;
  readonly pings: Pings;
  /** What was uploaded with it, by file name. */
  readonly files: ReadonlyMap<string, Buffer>;

  constructor(
    channel: Channel,
    wire: WireMessage,
    pings: Pings,
    files: ReadonlyMap<string, Buffer> = new Map(),
  ) {
    this.channel = channel;
    this.wire = wire;
    this.pings = pings;
    this.files = files;
  }

  get id(): string {
    return this.wire.id;
  }

  /** Only one person sees it. */
  get ephemeral(): boolean {
    return (this.wire.flags & flags.ephemeral) !== 0;
  }

  get components(): readonly Json[] {
    return flatten(this.wire.components);
  }

  /** Everything that is shown as text, in reading order, a line break between parts; markdown as it is. */
  get text(): string {
    const embeds = this.wire.embeds.flatMap((embed) => [
      recordOf(embed['author'])['name'],
      embed['title'],
      embed['description'],
      ...recordsOf(embed['fields']).flatMap(({ name, value }) => [name, value]),
      recordOf(embed['footer'])['text'],
    ]);
    const displays = this.components.filter(({ type }) => type === kinds.text).map(({ content }) => content);
    return [this.wire.content, ...embeds, ...displays]
      .map(stringOf)
      .filter((part) => part !== '')
      .join('\n');
  }

  get buttons(): readonly Button[] {
    return this.components
      .filter(({ type }) => type === kinds.button)
      .map((button) => ({
        label: stringOf(button['label']) || stringOf(recordOf(button['emoji'])['name']),
        customId: stringOf(button['custom_id']) || null,
        url: stringOf(button['url']) || null,
        disabled: button['disabled'] === true,
      }));
  }
}
