// /language: which language the bot answers in, here.

import { languages } from '../core/language.ts';
import type { View } from '../core/view.ts';
import { command } from './command.ts';
import { messagesOf } from './locales/messages.ts';
import { button, say } from './say.ts';
import { UserError } from './user-error.ts';

export const language = command({
  name: 'language',
  role: 'anyone',
  options: { language: { kind: 'choice', choices: languages } },
  async run({ language: wanted }, context): Promise<View> {
    const { house, place, caller, words } = context;
    if (wanted === undefined) {
      return say(words.language.current(words.languageNames[context.language]), {
        actions: languages.flatMap((one) => button(words.languageNames[one], 'language', { language: one })),
        private: true,
      });
    }
    if (place.kind === 'private') await house.store.people.setLanguage(caller.personId, wanted);
    else if (caller.roles.has('moderator')) await house.store.places.setLanguage(place.id, wanted);
    else throw new UserError((messages) => messages.language.moderators);
    const spoken = messagesOf(wanted);
    return say(spoken.language.changed(spoken.languageNames[wanted]));
  },
});
