// Reading what people bring: /submit reads a post, a link or a form, keeps it as a draft and shows what it read; /judge
// reads and judges without keeping anything.

import { isDeepStrictEqual } from 'node:util';

import { readOpening } from '../core/reading/read.ts';
import type { Form, Reply, View } from '../core/view.ts';
import type { Draft } from '../storage/drafts.ts';
import { command, longestText } from './command.ts';
import type { Context } from './context.ts';
import { draftCard } from './draft-card.ts';
import { verdictOn } from './judging.ts';
import { readPost } from './linked-post.ts';
import { amend, amendable, fieldsOf, formText, isEmpty, type Recorded } from './opening-form.ts';
import { openingFacts, verdictBlocks } from './opening-view.ts';
import { jobList, judgedJobs, jobsToChoose } from './several.ts';
import { UserError } from './user-error.ts';

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
    const { reading, text: read, source, jobs } = await readPost(post, context);
    const isForm = text === undefined;
    const { opening, evidence } = amend(isForm ? unlabelled(reading, details) : reading, fields, context);
    const { caller, place, house, now } = context;
    const begun = {
      profileId: house.profile.id,
      personId: caller.personId,
      placeId: place.id,
      text: read,
      source,
      opening,
      evidence,
      doubts: reading.doubts.filter((field) => isDeepStrictEqual(opening[field], reading.opening[field])),
      // What a form says of its fields is nobody's reading.
      asRead: isForm ? null : { isOpening: reading.isOpening, opening: reading.opening },
      jobs: isForm || !isEmpty(fields) ? [] : await jobsToChoose(jobs, context),
    };
    const id = await house.store.transaction(async (store) => {
      // Reading takes a while, in which people may have themselves erased.
      const isThere = (await store.people.accounts(caller.personId)).length > 0;
      if (!isThere) throw new UserError((words) => words.draft.none);
      return store.drafts.begin(begun, now);
    });
    const jobsOfDraft = begun.jobs.map((job, index) => ({ ...job, n: index + 1 }));
    const draft: Draft = { ...begun, id, state: 'open', createdAt: now, jobs: jobsOfDraft };
    const isDoubtful = !reading.isOpening && isEmpty(fields);
    return draft.jobs.length > 0 ? jobList(draft, 1, context) : draftCard(draft, isDoubtful, context);
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

export const judge = command({
  name: 'judge',
  role: 'anyone',
  options: { text: { kind: 'text', maxLength: longestText, verbatim: true, required: true } },
  async run({ text }, context): Promise<View> {
    const { words } = context;
    const { reading, jobs } = await readPost(text, context);
    if (jobs.length > 0) return judgedJobs(jobs, context);
    const { opening, isOpening, doubts } = reading;
    return {
      kind: 'view',
      blocks: [
        ...(isOpening ? [] : [{ kind: 'text', text: [words.judge.notAnOpening] } as const]),
        openingFacts(opening, context, isOpening, doubts),
        ...(doubts.length === 0
          ? []
          : [{ kind: 'text', text: [{ text: words.judge.doubtful, style: 'italic' }] } as const]),
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
