/** The value that so large a share (0 to 1) of the values does not exceed; NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The same figure of both bots, and Goldie's as a multiple of the echo app's. */
export interface Compared {
  readonly goldie: number;
  readonly echo: number;
  readonly ratio: number;
}

/** Compares the medians of what was measured in turns. */
export function compare(goldie: readonly number[], echo: readonly number[]): Compared {
  const [ours, theirs] = [median(goldie), median(echo)];
  return { goldie: ours, echo: theirs, ratio: ours / theirs };
}
