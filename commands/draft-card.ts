// How a draft looks before it is handed in: what was read, what of it is uncertain or missing, how it fits, and whether
// it is known already. The same for one job of several.

import type { Action, View } from '../core/view.ts';
import type { Draft } from '../storage/drafts.ts';
import type { Context } from './context.ts';
import { fieldButtons, type Subject } from './draft-fields.ts';
import { duplicatesOf, likenessBlocks, sure } from './duplicates.ts';
import { verdictOn } from './judging.ts';
import { openingFacts, verdictBlocks } from './opening-view.ts';
import { button } from './say.ts';

/** `isDoubtful`: what was handed in looks like no opening at all. */
export async function draftCard(draft: Draft, isDoubtful: boolean, context: Context): Promise<View> {
  const { words } = context;
  const { id, opening, text } = draft;
  const subject = { ...draft, n: null };
  const [twin] = await duplicatesOf({ opening, text }, context);
  return {
    kind: 'view',
    title: words.draft.preview,
    blocks: [
      ...(isDoubtful
        ? [{ kind: 'text', text: [words.draft.notAnOpening(opening.title !== null)] } as const]
        : []),
      ...(twin === undefined ? [] : await likenessBlocks(twin.stored, context)),
      ...knownBlocks(subject, !isDoubtful, context),
    ],
    actions: [
      ...(opening.title === null
        ? []
        : button(words.draft.confirm, 'draft', { id, action: 'confirm' }, 'primary')),
      ...(twin === undefined ? [] : button(words.duplicates.join, 'draft', { id, action: 'merge' })),
      ...button(words.draft.edit, 'draft', { id, action: 'edit' }),
      ...button(words.draft.cancel, 'draft', { id, action: 'cancel' }, 'danger'),
      ...fieldButtons(subject, context),
    ],
    private: true,
  };
}

/** One job of several, to be looked at and corrected by itself. */
export async function jobCard(draft: Draft, n: number, context: Context): Promise<View> {
  const { words } = context;
  const { id, jobs } = draft;
  const job = jobs[n - 1];
  if (job === undefined) throw new RangeError(`a draft of ${jobs.length} jobs has no job ${n}`);
  const [twin] = sure(await duplicatesOf({ ...job, postId: id }, context));
  const choose = (label: string, action: string, style?: 'primary'): readonly Action[] =>
    button(label, 'draft', { id, n, action }, style);
  return {
    kind: 'view',
    title: words.several.job(n, jobs.length),
    blocks: [
      ...(twin === undefined ? [] : await likenessBlocks(twin, context)),
      ...knownBlocks({ ...job, id }, true, context),
    ],
    actions: [
      ...(job.choice === 'out'
        ? choose(words.several.take, 'tick', 'primary')
        : choose(words.several.leave, 'untick')),
      ...(twin === undefined || job.choice === 'apart' ? [] : choose(words.several.apart, 'apart')),
      ...(twin !== undefined && job.choice === 'apart' ? choose(words.duplicates.join, 'tick') : []),
      ...button(words.draft.edit, 'draft', { id, n, action: 'edit' }),
      ...button(words.several.list, 'draft', { id }),
      ...fieldButtons({ ...job, id }, context),
    ],
    private: true,
  };
}

function knownBlocks(subject: Subject, isOpening: boolean, context: Context): View['blocks'] {
  const { opening, doubts } = subject;
  const { words } = context;
  return [
    openingFacts(opening, context, isOpening, doubts),
    ...(doubts.length === 0
      ? []
      : [{ kind: 'text', text: [{ text: words.draft.doubtful, style: 'italic' }] } as const]),
    ...(isOpening ? verdictBlocks(verdictOn(opening, context), opening, context) : []),
  ];
}
