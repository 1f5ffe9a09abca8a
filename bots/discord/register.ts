// The slash commands and the message menu, made of the commands' definitions and words, and written to Discord in
// one request when they are not what was written last.

import { createHash } from 'node:crypto';

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type APIApplicationCommandBasicOption,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';

import type { Command, Option } from '../../commands/command.ts';
import { commands } from '../../commands/dispatch.ts';
import { type Messages, messagesOf } from '../../commands/locales/messages.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Store } from '../../storage/open.ts';
import { completes } from './autocomplete.ts';
import { shortened } from './render.ts';

const longestDescription = 100;
const longestOption = 6000;

/** Discord's names of the languages besides English, which everybody else sees. */
const localesOf: Readonly<Record<Exclude<Language, 'en'>, readonly Locale[]>> = {
  zh: [Locale.ChineseCN, Locale.ChineseTW],
};

/** Options whose choices are fields, each called as the option that fills it in. */
const namingOptions = new Set(['field', 'sure', 'skip']);

const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/**
 * Registers everywhere, or in these servers only. Rejects when Discord refuses; the next try begins where this one
 * ended.
 */
export async function register(
  rest: REST,
  applicationId: string,
  guilds: readonly string[],
  marks: Store['marks'],
): Promise<void> {
  const wanted = definitions();
  const hash = createHash('sha256').update(JSON.stringify(wanted)).digest('base64url');
  const routes =
    guilds.length === 0
      ? [Routes.applicationCommands(applicationId)]
      : guilds.map((guild) => Routes.applicationGuildCommands(applicationId, guild));
  for (const route of routes) {
    const mark = `discord:${route}`;
    if ((await marks.find(mark)) === hash) continue;
    await rest.put(route, { body: wanted });
    await marks.set(mark, hash);
  }
}

const definitions = (): readonly RESTPostAPIApplicationCommandsJSONBody[] => [
  ...commands.map(slashCommand),
  {
    type: ApplicationCommandType.Message,
    name: messagesOf('en').discord.menu,
    name_localizations: translations((words) => words.discord.menu),
    ...everywhere,
  },
];

const slashCommand = ({ name, options }: Command): RESTPostAPIApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.ChatInput,
  name,
  name_localizations: translations((words) => words.commandNames[name] ?? name, isName),
  ...described((words) => words.commandWords(name).summary || name),
  // Discord refuses what is required behind what is not; so are the commands declared.
  options: Object.entries(options).map(([option, declared]) => slashOption(name, option, declared)),
  ...everywhere,
});

function slashOption(command: string, name: string, option: Option): APIApplicationCommandBasicOption {
  const base = {
    name,
    name_localizations: translations((words) => words.option(name), isName),
    ...described((words) => words.commandWords(command).options[name] ?? words.option(name)),
    required: option.required === true,
  };
  const autocomplete = completes(command, name);
  switch (option.kind) {
    case 'number':
      return { type: ApplicationCommandOptionType.Integer, ...base, min_value: 1, autocomplete };
    case 'choice': {
      const choices = option.choices.map((choice) => ({
        name: choice,
        name_localizations: translations((words) =>
          namingOptions.has(name) ? words.option(choice) : (words.choices[choice] ?? choice),
        ),
        value: choice,
      }));
      return { type: ApplicationCommandOptionType.String, ...base, choices };
    }
    case 'text': {
      const longest = Math.min(option.maxLength, longestOption);
      return { type: ApplicationCommandOptionType.String, ...base, max_length: longest, autocomplete };
    }
  }
}

/** What Discord takes for the name of a command or an option. */
const isName = (text: string): boolean => /^[-_\p{L}\p{N}]{1,32}$/u.test(text) && text === text.toLowerCase();

/** Where the words of a language will not do, its speakers see the English. */
function translations(
  say: (words: Messages) => string,
  isFit: (text: string) => boolean = () => true,
): LocalizationMap {
  const texts = languages
    .filter((language) => language !== 'en')
    .flatMap((language) => localesOf[language].map((locale) => [locale, say(messagesOf(language))] as const));
  return Object.fromEntries(texts.filter(([, text]) => isFit(text)));
}

function described(say: (words: Messages) => string): {
  readonly description: string;
  readonly description_localizations: LocalizationMap;
} {
  const short = (words: Messages) => shortened(say(words), longestDescription);
  return { description: short(messagesOf('en')), description_localizations: translations(short) };
}
