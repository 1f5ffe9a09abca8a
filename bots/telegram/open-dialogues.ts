// Which forms are being filled in, by whom and where: kept in the store, so that a restart loses none. Hides that the
// store is not asked again about people who are known to have none, which is nearly everybody.

import type { Context } from '../../commands/context.ts';
import type { Dialogue } from './dialogue.ts';

export interface OpenDialogues {
  find(context: Context): Promise<Dialogue | null>;
  save(dialogue: Dialogue, context: Context): Promise<void>;
  end(context: Context): Promise<void>;
}

const mostKnown = 10_000;

export function openDialogues(): OpenDialogues {
  const idle = new Set<string>();
  const keyOf = ({ place, caller }: Context): string => `${place.id}:${caller.personId}`;
  const know = (key: string): void => {
    if (idle.size >= mostKnown) idle.clear();
    idle.add(key);
  };
  return {
    async find(context) {
      const { house, place, caller } = context;
      if (idle.has(keyOf(context))) return null;
      const kept = await house.store.dialogues.find(place.id, caller.personId);
      if (kept === null) know(keyOf(context));
      // What is kept of this platform's places was written below.
      return kept === null ? null : (JSON.parse(kept.json) as Dialogue);
    },
    async save(dialogue, context) {
      const { house, place, caller, now } = context;
      idle.delete(keyOf(context));
      await house.store.dialogues.save(place.id, caller.personId, JSON.stringify(dialogue), now);
    },
    async end(context) {
      const { house, place, caller } = context;
      if (idle.has(keyOf(context))) return;
      await house.store.dialogues.end(place.id, caller.personId);
      know(keyOf(context));
    },
  };
}
