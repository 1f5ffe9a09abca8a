// A referral on its way: its stages from the first interest to the end, what sensibly follows each, and what a move
// means. An opening without a stage (`null`) has not been taken up yet.

/** In their order; the last three are ends. */
export const stages = [
  'interested',
  'referred',
  'applied',
  'interview',
  'offer',
  'accepted',
  'declined',
  'rejected',
] as const;
export type Stage = (typeof stages)[number];

/** `accepted` and `declined` are the seeker's word, `rejected` is the employer's. */
const ends: ReadonlySet<Stage> = new Set(['accepted', 'declined', 'rejected']);

/** What is worth a button; any other move can be made as well, since life keeps to no order. */
export function nextStages(stage: Stage | null): readonly Stage[] {
  switch (stage) {
    case null:
      return ['interested', 'referred', 'applied', 'declined'];
    case 'interested':
      return ['referred', 'applied', 'declined'];
    case 'referred':
      return ['applied', 'interview', 'declined', 'rejected'];
    case 'applied':
      return ['interview', 'declined', 'rejected'];
    case 'interview':
      return ['offer', 'declined', 'rejected'];
    case 'offer':
      return ['accepted', 'declined', 'rejected'];
    case 'accepted':
    case 'declined':
    case 'rejected':
      return [];
  }
}

/** Whether a move leads on, to an end included; otherwise it takes back something that was said before. */
export const leadsOn = (before: Stage | null, after: Stage): boolean =>
  before === null || (!ends.has(before) && rank(after) > rank(before));

/**
 * The stage of two openings that turn out to be one: what has ended stays so, else the one further along counts. Having
 * declined the one that goes says nothing of the one that stays.
 */
export function joint(kept: Stage | null, gone: Stage | null): Stage | null {
  if (kept === null || gone === null) return kept ?? gone;
  const stays = ends.has(kept) || gone === 'declined' || rank(kept) >= rank(gone);
  return stays ? kept : gone;
}

/** What readers want to hear first: an offer before an interview, and last what came to nothing or was a slip. */
export const goodNewsFirst = <Move extends { readonly after: Stage | null }>(
  moves: readonly Move[],
): readonly Move[] => moves.toSorted((one, other) => hope(other.after) - hope(one.after));

const hope = (stage: Stage | null): number =>
  stage === null || stage === 'declined' || stage === 'rejected' ? -1 : rank(stage);

const rank = (stage: Stage): number => stages.indexOf(stage);

type Count = readonly [stage: Stage, count: number];

/** What is shown of many referrals: the stages that have any, in their order, those under way apart from the ends. */
export function pipeline(counts: ReadonlyMap<Stage, number>): {
  readonly underWay: readonly Count[];
  readonly ended: readonly Count[];
} {
  const shown = stages
    .map((stage): Count => [stage, counts.get(stage) ?? 0])
    .filter(([, count]) => count > 0);
  return {
    underWay: shown.filter(([stage]) => !ends.has(stage)),
    ended: shown.filter(([stage]) => ends.has(stage)),
  };
}
