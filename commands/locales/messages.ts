// The catalogs by language, and their common shape: a missing or wrong phrase does not compile.

import type { Language } from '../../core/language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Messages = typeof en;

const catalogs: Readonly<Record<Language, Messages>> = { en, zh };

export const messagesOf = (language: Language): Messages => catalogs[language];
