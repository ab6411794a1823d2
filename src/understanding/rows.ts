import type { Vector } from './vector.ts';

/** What is learnt from: vectors one behind the other in few arrays, each with its meaning and its say. */
export interface Rows {
  readonly count: number;
  /** Row `n` reaches from `starts[n]` to `starts[n + 1]` in `at` and `value`. */
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Squared lengths, the bias included. */
  readonly squares: Float64Array;
  readonly meaning: Int32Array;
  readonly say: Float32Array;
  readonly features: number;
  readonly meanings: number;
}

/** One taught text: its vector, the number of its meaning, and how much it counts. */
export interface Example {
  readonly vector: Vector;
  readonly meaning: number;
  readonly weight: number;
}

/** Packs examples. */
export function rowsOf(examples: readonly Example[], features: number, meanings: number): Rows {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ vector }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + vector.at.length;
  });
  const all = starts[examples.length] ?? 0;
  const at = new Int32Array(all);
  const value = new Float32Array(all);
  const squares = new Float64Array(examples.length);
  examples.forEach(({ vector }, row) => {
    at.set(vector.at, starts[row]);
    value.set(vector.value, starts[row]);
    squares[row] = vector.value.reduce((sum, part) => sum + part * part, 1);
  });
  return {
    count: examples.length,
    starts,
    at,
    value,
    squares,
    meaning: Int32Array.from(examples, (example) => example.meaning),
    say: Float32Array.from(examples, (example) => example.weight),
    features,
    meanings,
  };
}

/** What weights, `meanings` a feature, say of a row; written into `votes`, one a meaning. */
export function voteAll(
  { meanings, features, starts, at, value }: Rows,
  weights: Float32Array,
  row: number,
  votes: Float64Array,
): void {
  const bias = features * meanings;
  const end = starts[row + 1] ?? 0;
  for (let meaning = 0; meaning < meanings; meaning += 1) {
    votes[meaning] = weights[bias + meaning] ?? 0;
  }
  // four features at a time, so that the votes are read and written a quarter as often
  for (let slot = starts[row] ?? 0; slot < end; slot += 4) {
    const one = (at[slot] ?? 0) * meanings;
    const two = slot + 1 < end ? (at[slot + 1] ?? 0) * meanings : bias;
    const three = slot + 2 < end ? (at[slot + 2] ?? 0) * meanings : bias;
    const four = slot + 3 < end ? (at[slot + 3] ?? 0) * meanings : bias;
    const ofOne = value[slot] ?? 0;
    const ofTwo = slot + 1 < end ? (value[slot + 1] ?? 0) : 0;
    const ofThree = slot + 2 < end ? (value[slot + 2] ?? 0) : 0;
    const ofFour = slot + 3 < end ? (value[slot + 3] ?? 0) : 0;
    for (let meaning = 0; meaning < meanings; meaning += 1) {
      votes[meaning] =
        (votes[meaning] ?? 0) +
        ofOne * (weights[one + meaning] ?? 0) +
        ofTwo * (weights[two + meaning] ?? 0) +
        ofThree * (weights[three + meaning] ?? 0) +
        ofFour * (weights[four + meaning] ?? 0);
    }
  }
}

/** Fixed random numbers below `limit` (linear congruence), so that the same examples always teach the same. */
export function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Puts the first `count` numbers of a list into another order, in place. */
export function shuffle(order: Int32Array, count: number, roll: (limit: number) => number): void {
  for (let last = count - 1; last > 0; last -= 1) {
    const other = roll(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
