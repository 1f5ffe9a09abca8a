// The languages the bot speaks, and text that exists in each of them.

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The same words in every language. */
export type Localized = Readonly<Record<Language, string>>;
