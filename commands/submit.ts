// Handing in an opening: /submit reads a post, a link or a form, shows what it read and keeps it as a draft;
// /draft confirms, corrects or drops it, or joins an opening that is the same. /judge reads and judges without keeping anything.

import { readOpening } from '../core/reading/read.ts';
import type { Form, Reply, View } from '../core/view.ts';
import type { Draft } from '../storage/drafts.ts';
import { writeAlerts } from './alerts.ts';
import { tellArrival } from './arrivals.ts';
import { command, longestText } from './command.ts';
import { type Context, needsReview, seekersOf } from './context.ts';
import { duplicatesOf, likenessBlocks } from './duplicates.ts';
import { storedVerdict, verdictOn } from './judging.ts';
import { takeSubmission } from './limits.ts';
import { readPost } from './linked-post.ts';
import { amend, amendable, fieldsOf, formText, isEmpty, type Recorded } from './opening-form.ts';
import { openingFacts, verdictBlocks } from './opening-view.ts';
import { followUp } from './questions.ts';
import { button, say } from './say.ts';
import { searchNames } from './search-names.ts';
import { UserError } from './user-error.ts';
import { namingButton } from './wishes.ts';

export const submit = command({
  name: 'submit',
  role: 'anyone',
  options: {
    text: { kind: 'text', maxLength: longestText, verbatim: true },
    ...amendable,
    details: { kind: 'text', maxLength: 4000 },
  },
  asks: ({ text, details, ...fields }) => text === undefined && details === undefined && isEmpty(fields),
  async run({ text, details, ...fields }, context): Promise<Reply> {
    const post = text ?? formText(fields, details ?? '', context);
    if (post === '') return emptyForm(context);
    const { reading, text: read, source } = await readPost(post, context);
    const { opening, evidence } = amend(
      text === undefined ? unlabelled(reading, details) : reading,
      fields,
      context,
    );
    const { caller, place, house, now } = context;
    const id = await house.store.drafts.begin(
      {
        profileId: house.profile.id,
        personId: caller.personId,
        placeId: place.id,
        text: read,
        opening,
        evidence,
        source,
      },
      now,
    );
    const doubtful = !reading.isOpening && isEmpty(fields);
    return preview({ id, opening, text: read }, doubtful, context);
  },
});

/** The labels of a form say nothing of the language that the job asks for; only what was written in it does. */
function unlabelled({ opening, evidence }: Recorded, details = ''): Recorded {
  const written = readOpening(details);
  return {
    opening: { ...opening, languageRequired: written.opening.languageRequired },
    evidence: { ...evidence, languageRequired: written.evidence.languageRequired ?? [] },
  };
}

export const draft = command({
  name: 'draft',
  role: 'anyone',
  options: {
    id: { kind: 'number' },
    action: { kind: 'choice', choices: ['confirm', 'edit', 'cancel', 'merge'] },
    ...amendable,
  },
  asks: ({ action, ...fields }) => action === 'edit' && isEmpty(fields),
  async run({ id, action, ...fields }, context): Promise<Reply> {
    const current = await openDraft(id, context);
    switch (action) {
      case 'confirm':
        return confirm(current, context);
      case 'cancel':
        return cancel(current, context);
      case 'merge':
        return join(current, context);
      case 'edit':
        if (isEmpty(fields)) return editForm(current, context);
        break;
      case undefined:
        break;
    }
    return isEmpty(fields) ? preview(current, false, context) : edit(current, fields, context);
  },
});

export const judge = command({
  name: 'judge',
  role: 'anyone',
  options: { text: { kind: 'text', maxLength: longestText, verbatim: true, required: true } },
  async run({ text }, context): Promise<View> {
    const { words } = context;
    const { opening, isOpening } = (await readPost(text, context)).reading;
    return {
      kind: 'view',
      blocks: [
        ...(isOpening ? [] : [{ kind: 'text', text: [words.judge.notAnOpening] } as const]),
        openingFacts(opening, context, isOpening),
        ...(isOpening ? verdictBlocks(verdictOn(opening, context), opening, context) : []),
      ],
      private: true,
    };
  },
});

function emptyForm(context: Context): Form {
  const { words } = context;
  const details = {
    name: 'details',
    label: words.formFields.details,
    hint: words.formHints.details,
    required: false,
    long: true,
    maxLength: 4000,
  };
  return {
    kind: 'form',
    title: words.draft.formTitle,
    command: 'submit',
    fixed: {},
    fields: [...fieldsOf(null, context), details],
  };
}

async function openDraft(
  id: number | undefined,
  { house, caller, place, language }: Context,
): Promise<Draft> {
  const { drafts } = house.store;
  const found =
    id === undefined
      ? await drafts.latest(caller.personId, place.id)
      : await drafts.find(id, caller.personId);
  if (found === null) throw new UserError((words) => words.draft.none);
  if (found.state !== 'open') throw new UserError((words) => words.draft.over);
  // Confirmed elsewhere it would be shown to people it was not meant for.
  if (found.placeId !== place.id) throw new UserError((words) => words.draft.elsewhere);
  const meant = seekersOf(house).find(({ profile }) => profile.id === found.profileId);
  if (meant !== undefined && meant.profile !== house.profile) {
    const name = meant.profile.name[language];
    throw new UserError((words) => words.draft.forAnother(name));
  }
  return found;
}

async function preview(
  { id, opening, text }: Pick<Draft, 'id' | 'opening' | 'text'>,
  doubtful: boolean,
  context: Context,
): Promise<View> {
  const { words } = context;
  const [twin] = await duplicatesOf({ opening, text }, context);
  return {
    kind: 'view',
    title: words.draft.preview,
    blocks: [
      ...(doubtful ? [{ kind: 'text', text: [words.draft.notAnOpening] } as const] : []),
      ...(twin === undefined ? [] : await likenessBlocks(twin.stored, context)),
      openingFacts(opening, context, !doubtful),
      ...(doubtful ? [] : verdictBlocks(verdictOn(opening, context), opening, context)),
    ],
    actions: [
      ...button(words.draft.confirm, 'draft', { id, action: 'confirm' }, 'primary'),
      ...(twin === undefined ? [] : button(words.duplicates.join, 'draft', { id, action: 'merge' })),
      ...button(words.draft.edit, 'draft', { id, action: 'edit' }),
      ...button(words.draft.cancel, 'draft', { id, action: 'cancel' }, 'danger'),
    ],
    private: true,
  };
}

function editForm({ id, opening }: Draft, context: Context): Form {
  return {
    kind: 'form',
    title: context.words.draft.editTitle,
    command: 'draft',
    fixed: { id: String(id), action: 'edit' },
    fields: fieldsOf(opening, context),
  };
}

async function edit(current: Draft, fields: Parameters<typeof amend>[1], context: Context): Promise<View> {
  const { opening, evidence } = amend(current, fields, context);
  const { drafts } = context.house.store;
  const changed = await drafts.change(current.id, context.caller.personId, opening, evidence);
  if (!changed) throw new UserError((words) => words.draft.over);
  return preview({ ...current, opening }, false, context);
}

/** Ends the draft and keeps the opening, both or neither; a second tap finds the draft ended. */
async function confirm(current: Draft, context: Context): Promise<View> {
  const { house, caller, place, audience, now, words } = context;
  const { opening, evidence, text, source } = current;
  if (opening.title === null) throw new UserError((messages) => messages.draft.titleMissing);
  await takeSubmission(context);
  const state = needsReview(context) ? 'pending' : 'open';
  const id = await house.store.transaction(async (store) => {
    const ended = await store.drafts.end(current.id, caller.personId, 'confirmed');
    if (!ended) throw new UserError((messages) => messages.draft.over);
    const added = await store.openings.add(
      {
        profileId: house.profile.id,
        placeId: place.id,
        audience,
        submitterId: caller.personId,
        state,
        opening,
        evidence,
        text,
        source,
        searchText: searchNames(opening),
        ...storedVerdict(opening, context),
      },
      now,
    );
    await writeAlerts(added, store, context);
    await tellArrival(store, added, context);
    return added;
  });
  const question = await followUp({ id, opening, submitterId: caller.personId, state }, context);
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [state === 'open' ? words.draft.opened(id) : words.draft.pending(id)] },
      ...question.blocks,
    ],
    actions: [
      ...question.actions,
      ...button(words.openings.show(id), 'opening', { id }),
      ...button(words.openings.close, 'close', { id }),
      ...(await namingButton(context)),
    ],
    private: true,
  };
}

/** Drops the draft and makes the caller one of those who handed in the opening that it looks like. */
async function join(current: Draft, context: Context): Promise<View> {
  const { house, caller, now, words } = context;
  const [twin] = await duplicatesOf(current, context);
  if (twin === undefined) throw new UserError((messages) => messages.duplicates.gone);
  const { id } = twin.stored;
  const isNew = await house.store.transaction(async (store) => {
    const ended = await store.drafts.end(current.id, caller.personId, 'confirmed');
    if (!ended) throw new UserError((messages) => messages.draft.over);
    return store.duplicates.credit(id, caller.personId, now);
  });
  return say(isNew ? words.duplicates.joined(id) : words.duplicates.joinedBefore(id), {
    actions: [...button(words.openings.show(id), 'opening', { id }), ...(await namingButton(context))],
    private: true,
  });
}

async function cancel(current: Draft, { house, caller, words }: Context): Promise<View> {
  const ended = await house.store.drafts.end(current.id, caller.personId, 'cancelled');
  if (!ended) throw new UserError((messages) => messages.draft.over);
  return say(words.draft.cancelled, { private: true });
}
