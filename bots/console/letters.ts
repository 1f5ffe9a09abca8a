// Letters in the console: shown where the answers are, as soon as there is a moment.

import { messagesOf } from '../../commands/locales/messages.ts';
import type { Post } from '../adapter.ts';
import { openPacing } from '../pacing.ts';
import { type Look, render } from './render.ts';

/** `show` settles when the text is handed on. */
export const consolePost = (look: () => Look, show: (text: string) => Promise<void>): Post => ({
  platform: 'console',
  noticesRepeatsFor: 0,
  pacing: openPacing({ overall: { most: Number.POSITIVE_INFINITY, span: 0 }, chat: () => [] }),
  chatOf: ({ externalId }) => externalId,
  check: () => Promise.resolve(),
  messagesOf: (view, language) =>
    Promise.resolve([
      async () => {
        await show(render(view, messagesOf(language), look()));
        return 'shown';
      },
    ]),
});
