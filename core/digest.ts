// The weeks that a digest looks back on. Knows spans of time, not what happened in them.

/** From a moment until another, which is not in it. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

const week = 7 * 24 * 60 * 60 * 1000;

/** The span and the weeks before it, so many in all, the oldest first. */
export function weeksUpTo(span: Span, count: number): readonly Span[] {
  const spans = [span];
  while (spans.length < count) {
    const until = spans[0]?.from ?? span.from;
    spans.unshift({ from: new Date(until.getTime() - week), until });
  }
  return spans;
}
