// The language model as the rest of the bot knows it, where one is configured. What asking it stands on is loaded
// with the first post.

import type { House } from '../commands/context.ts';
import type { Settings } from '../config/config.ts';
import type { Store } from '../storage/open.ts';
import type { Log } from './log.ts';
import type { Model } from './model/read.ts';

/** Nothing where no model is configured. */
export function modelReadLate(
  { config, secrets }: Pick<Settings, 'config' | 'secrets'>,
  store: Store,
  log: Log,
): Pick<House, 'readWithModel' | 'modelState'> {
  if (config.model === null) return {};
  const settings = { ...config.model, key: secrets.modelKey };
  let loaded: Promise<Model> | undefined;
  const model = (): Promise<Model> =>
    (loaded ??= import('./model/read.ts').then(({ openModel }) => openModel(settings, store, log)));
  return {
    readWithModel: async (...post) => (await model()).read(...post),
    modelState: async () => (await model()).state(),
  };
}
