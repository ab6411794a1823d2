import type { Vector } from './vector.ts';

/** A linear layer in small integers: one row of `meanings` weights for each feature and one more for the bias. */
export interface LinearLayer {
  readonly features: number;
  readonly meanings: number;
  readonly weights: Int8Array;
  /** What one step of the integers of a row is worth. */
  readonly steps: Float32Array;
}

const mostSteps = 127;

/** Rounds weights to 127 steps a row, which costs no accuracy and three quarters of the size. */
export function quantised(weights: Float32Array, features: number, meanings: number): LinearLayer {
  const steps = new Float32Array(features + 1);
  const rounded = new Int8Array(weights.length);
  for (let row = 0; row <= features; row += 1) {
    const start = row * meanings;
    let most = 0;
    for (let slot = start; slot < start + meanings; slot += 1) {
      most = Math.max(most, Math.abs(weights[slot] ?? 0));
    }
    const step = most / mostSteps;
    steps[row] = step;
    if (step === 0) continue;
    for (let slot = start; slot < start + meanings; slot += 1) {
      rounded[slot] = Math.round((weights[slot] ?? 0) / step);
    }
  }
  return { features, meanings, weights: rounded, steps };
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
  { meanings, weights, steps }: LinearLayer,
  row: number,
  amount: number,
  sums: Float64Array,
): void {
  const start = row * meanings;
  const worth = amount * (steps[row] ?? 0);
  for (let meaning = 0; meaning < meanings; meaning += 1) {
    sums[meaning] = (sums[meaning] ?? 0) + worth * (weights[start + meaning] ?? 0);
  }
}
