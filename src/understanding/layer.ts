import type { Vector } from './vector.ts';

/** A linear layer in small integers: a row of weights for each feature and one more for the bias, without what is near zero. */
export interface LinearLayer {
  readonly features: number;
  readonly meanings: number;
  /** Row `n` reaches from `starts[n]` to `starts[n + 1]` in `meaning` and `weights`. */
  readonly starts: Uint32Array;
  /** Which meaning a weight speaks for. */
  readonly meaning: Uint8Array | Uint16Array;
  readonly weights: Int8Array;
  /** What one step of the integers of a row is worth. */
  readonly steps: Float32Array;
}

const mostSteps = 127;
/** Weights of fewer steps are left out: measured by rehearsal, this costs no accuracy and leaves a sixth. */
const leastSteps = 4;

/** Rounds weights to 127 steps a row and leaves the smallest out. */
export function quantised(weights: Float32Array, features: number, meanings: number): LinearLayer {
  const steps = new Float32Array(features + 1);
  const starts = new Uint32Array(features + 2);
  const kept: number[] = [];
  const rounded: number[] = [];
  for (let row = 0; row <= features; row += 1) {
    const own = weights.subarray(row * meanings, (row + 1) * meanings);
    let most = 0;
    for (const weight of own) most = Math.max(most, Math.abs(weight));
    const step = most / mostSteps || 1;
    steps[row] = step;
    own.forEach((weight, meaning) => {
      const count = Math.round(weight / step);
      if (Math.abs(count) < leastSteps) return;
      kept.push(meaning);
      rounded.push(count);
    });
    starts[row + 1] = kept.length;
  }
  return {
    features,
    meanings,
    starts,
    meaning: new (meaningArray(meanings))(kept),
    weights: Int8Array.from(rounded),
    steps,
  };
}

/** The smallest array that can number so many meanings. */
export function meaningArray(meanings: number): typeof Uint8Array | typeof Uint16Array {
  return meanings <= 256 ? Uint8Array : Uint16Array;
}

/** How strongly each family of features alone speaks for each meaning, in logits; the bias comes last. */
export function logitsByFamily(layer: LinearLayer, vector: Vector): readonly Float64Array[] {
  const families = vector.ends.map((end, family) => {
    const sums = new Float64Array(layer.meanings);
    for (let slot = vector.ends[family - 1] ?? 0; slot < end; slot += 1) {
      addRow(layer, vector.at[slot] ?? 0, vector.value[slot] ?? 0, sums);
    }
    return sums;
  });
  const bias = new Float64Array(layer.meanings);
  addRow(layer, layer.features, 1, bias);
  return [...families, bias];
}

/** Adds lists of numbers of equal length. */
export function sumOf(lists: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(lists[0]?.length ?? 0);
  for (const list of lists) {
    for (let slot = 0; slot < sums.length; slot += 1) {
      sums[slot] = (sums[slot] ?? 0) + (list[slot] ?? 0);
    }
  }
  return sums;
}

/** Logits as probabilities; `sharpness` below 1 makes the best stand out less. */
export function probabilities(values: Float64Array, sharpness: number): Float64Array {
  let best = -Infinity;
  for (const value of values) best = Math.max(best, value);
  const grown = values.map((value) => Math.exp((value - best) * sharpness));
  let sum = 0;
  for (const value of grown) sum += value;
  return grown.map((value) => value / sum);
}

function addRow(
  { starts, meaning, weights, steps }: LinearLayer,
  row: number,
  amount: number,
  sums: Float64Array,
): void {
  const end = starts[row + 1] ?? 0;
  const worth = amount * (steps[row] ?? 0);
  for (let slot = starts[row] ?? 0; slot < end; slot += 1) {
    const own = meaning[slot] ?? 0;
    sums[own] = (sums[own] ?? 0) + worth * (weights[slot] ?? 0);
  }
}
