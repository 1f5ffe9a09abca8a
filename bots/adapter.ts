// The one port: what a platform is to the rest of the bot.

/** Runs one platform. Its messages become calls of `commands/`, the replies its messages. */
export interface Adapter {
  readonly platform: string;
  /**
   * Connects, and stays connected with growing pauses between tries until `stop` is given; then finishes the work
   * in hand. Settles when all is done; never rejects for what the platform or the network does.
   */
  run(stop: AbortSignal): Promise<void>;
  /** Why it is not connected, for operators; `null` while it is. */
  trouble(): string | null;
}
