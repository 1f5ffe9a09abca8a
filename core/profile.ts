// The seeker: what they can do, have made, think about, ask for and give back, and who may see which part.
// Built by `config/` from a profile file; nothing here knows about files.

import type { Search } from './criteria.ts';
import type { Localized } from './language.ts';

/** Who may see a section: everybody, members of a community the bot serves, or only the seeker. */
export const visibilities = ['public', 'members', 'private'] as const;
type Visibility = (typeof visibilities)[number];

/** The sections of a profile, in the order they are shown. */
export const sections = [
  'about',
  'request',
  'skills',
  'tools',
  'learning',
  'works',
  'ideas',
  'gives_back',
  'circumstances',
] as const;
export type Section = (typeof sections)[number];

/** Skills by years of experience: at least `from`, less than or equal to `to` (`null`: no upper end). */
export interface Tier {
  readonly from: number;
  readonly to: number | null;
  /** Canonical English names; their Chinese names are in the vocabulary. */
  readonly skills: readonly string[];
}

/** One row of the tool matrix. */
interface ToolCategory {
  readonly name: Localized;
  readonly tools: readonly string[];
}

/** A piece of work or an idea. */
export interface Piece {
  readonly title: Localized;
  readonly details: Localized | null;
  readonly link: string | null;
}

export interface Profile {
  /** Short and stable, the name of the profile file: `zhiwei`. */
  readonly id: string;
  readonly name: Localized;
  readonly headline: Localized;
  /** Accounts that are the seeker: `discord:ID`, `telegram:ID`. */
  readonly identities: readonly string[];
  /** Paragraphs. */
  readonly about: readonly Localized[];
  readonly request: readonly Localized[];
  readonly skills: readonly Tier[];
  readonly tools: readonly ToolCategory[];
  /** Canonical skill names. */
  readonly learning: readonly string[];
  readonly works: readonly Piece[];
  readonly ideas: readonly Piece[];
  readonly gives_back: readonly Localized[];
  /** Family, money and the like: paragraphs. */
  readonly circumstances: readonly Localized[];
  readonly visibility: Readonly<Record<Section, Visibility>>;
  readonly search: Search;
}
