// What a benchmark reports: a figure beside the same measure of something bare, taken in the same run. These machines
// are noisy; the ratio is what counts.

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, and that thing's figure. */
  readonly against: string;
  readonly bare: number;
}

/** Calls a second, over half a second after a warm-up. The results are summed so that no call is optimised away. */
export function perSecond(call: (n: number) => number): number {
  let sum = 0;
  for (let n = 0; n < 10_000; n += 1) sum += call(n);
  const started = performance.now();
  let calls = 0;
  while (performance.now() - started < 500) {
    for (let n = 0; n < 1000; n += 1) sum += call(n);
    calls += 1000;
  }
  if (Number.isNaN(sum)) throw new Error('a benchmark returned no number');
  return Math.round(calls / ((performance.now() - started) / 1000));
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

export function printTable(rows: readonly Row[]): void {
  const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
  const cells = rows.map(({ what, value, unit, against, bare }) => [
    what,
    `${number.format(value)} ${unit}`,
    `${number.format(bare)} ${unit}`,
    bare === 0 ? '' : number.format(value / bare),
    against,
  ]);
  const head = ['what', 'measured', 'bare', 'ratio', 'bare is'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(line(head));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of cells) console.log(line(row));
}
