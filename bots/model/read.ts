// A reading completed by the configured language model. Knows when it may be asked: within its budget of the day, and
// not while it rests after failures.

import type { ModelFailure, ModelReading, ModelState } from '../../commands/model-reading.ts';
import { withAnswer } from '../../core/reading/assisted.ts';
import { questionAbout } from '../../core/reading/question.ts';
import type { Reading } from '../../core/reading/read.ts';
import type { Store } from '../../storage/open.ts';
import type { Log } from '../log.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';

export interface Model {
  /** What is not answered in time, or not well, leaves the reading as it is. */
  read(text: string, reading: Reading, now: Date): Promise<ModelReading>;
  state(): Promise<ModelState>;
}

/** In seconds. */
const day = 24 * 60 * 60;
const budget = 'modelCalls';

/** In milliseconds, after failures that follow each other: twice as long each time. */
const pauses = { shortest: 30_000, longest: 60 * 60_000 };

export function openModel(
  { callsPerDay, ...endpoint }: Endpoint & { readonly callsPerDay: number },
  { limits }: Pick<Store, 'limits'>,
  log: Log,
  ask = openEndpoint(endpoint),
): Model {
  let failures = 0;
  let restsUntil = 0;
  let lastFailure: ModelState['lastFailure'] = null;

  function note(failure: ModelFailure, detail: string, now: Date): void {
    lastFailure = { failure, at: now };
    log.warn({ failure, detail }, 'the language model was no help');
  }

  /** An endpoint that does not work is not asked for every post. */
  function rest(least: number | null, now: Date): void {
    const pause = Math.max(pauses.shortest * 2 ** failures, least ?? 0);
    failures += 1;
    restsUntil = now.getTime() + Math.min(pause, pauses.longest);
  }

  return {
    async read(text, reading, now) {
      const question = questionAbout(text, reading);
      if (question === null) return { reading, outcome: 'sure' };
      if (now.getTime() < restsUntil) return { reading, outcome: 'resting' };
      const { times } = await limits.use(budget, day);
      if (times > callsPerDay) return { reading, outcome: 'spent' };
      const said = await ask(question);
      if (said.failure !== undefined) {
        note(said.failure, said.detail, now);
        rest(said.pause, now);
        return { reading, outcome: said.failure };
      }
      failures = 0;
      const completed = withAnswer(said.words, text, reading);
      if (completed === null) {
        note('garbled', said.words.slice(0, 120), now);
        return { reading, outcome: 'garbled' };
      }
      return { reading: completed, outcome: completed === reading ? 'silent' : 'helped' };
    },

    async state() {
      const calls = Math.min(await limits.uses(budget), callsPerDay);
      return { name: endpoint.name, calls, callsPerDay, lastFailure };
    },
  };
}
