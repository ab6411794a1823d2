import type { Vector } from './vector.ts';

/** One taught text: its vector, the number of its meaning, and how much it counts. */
export interface Example {
  readonly vector: Vector;
  readonly meaning: number;
  readonly weight: number;
}

/** A linear layer, one row of `meanings` weights for each feature and one more for the bias. */
export interface LinearLayer {
  readonly features: number;
  readonly meanings: number;
  readonly weights: Float32Array;
}

const strength = 20;
const rounds = 20;
const settled = 0.02;

/**
 * Trains multinomial logistic regression by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013): no
 * learning rate, and the same examples always give the same layer.
 */
export function trainSoftmax(
  examples: readonly Example[],
  features: number,
  meanings: number,
): LinearLayer {
  const layer = { features, meanings, weights: new Float32Array((features + 1) * meanings) };
  const duals = examples.map(({ meaning }) => {
    const dual = new Float32Array(meanings);
    dual[meaning] = 1;
    return dual;
  });
  const order = shuffled(examples.length);
  const rests = examples.map(() => ({ left: 0, next: 1 }));
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (const number of order) {
      const example = examples[number];
      const dual = duals[number];
      const rest = rests[number];
      if (!example || !dual || !rest) continue;
      if (rest.left > 0) {
        rest.left -= 1;
        continue;
      }
      const gap = step(layer, example, dual);
      moved += gap;
      // what is learnt already is looked at less and less often
      rest.left = gap < settled ? rest.next : 0;
      rest.next = gap < settled ? Math.min(8, 2 * rest.next + 1) : 1;
    }
    if (moved < settled * 0.1 * examples.length) break;
  }
  return layer;
}

/** How strongly each meaning speaks for the vector, in logits. */
export function logits(layer: LinearLayer, vector: Vector): Float64Array {
  const bias = Float64Array.from(layer.weights.subarray(layer.features * layer.meanings));
  return addVotes(layer, vector, 0, vector.at.length, bias);
}

/** How strongly each family of features alone speaks for each meaning. */
export function logitsByFamily(layer: LinearLayer, vector: Vector): readonly Float64Array[] {
  return vector.ends.map((end, family) =>
    addVotes(layer, vector, vector.ends[family - 1] ?? 0, end, new Float64Array(layer.meanings)),
  );
}

function addVotes(
  { meanings, weights }: LinearLayer,
  vector: Vector,
  start: number,
  end: number,
  sums: Float64Array,
): Float64Array {
  for (let slot = start; slot < end; slot += 1) {
    const row = (vector.at[slot] ?? 0) * meanings;
    const value = vector.value[slot] ?? 0;
    for (let meaning = 0; meaning < meanings; meaning += 1) {
      sums[meaning] = (sums[meaning] ?? 0) + value * (weights[row + meaning] ?? 0);
    }
  }
  return sums;
}

/** Logits as probabilities; `sharpness` above 1 makes the best stand out more. */
export function probabilities(values: Float64Array, sharpness = 1): Float64Array {
  const best = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const grown = values.map((value) => Math.exp((value - best) * sharpness));
  const sum = grown.reduce((total, value) => total + value, 0);
  return grown.map((value) => value / sum);
}

function step(layer: LinearLayer, { vector, weight }: Example, dual: Float32Array): number {
  const wanted = probabilities(logits(layer, vector));
  let distance = 0;
  let gap = 0;
  for (let meaning = 0; meaning < dual.length; meaning += 1) {
    const now = dual[meaning] ?? 0;
    const aim = wanted[meaning] ?? 0;
    distance += (aim - now) ** 2;
    if (now > 0) gap += now * Math.log(now / Math.max(aim, 1e-12));
  }
  if (distance < 1e-8) return 0;
  const reach = strength * weight;
  const length = vector.value.reduce((sum, value) => sum + value * value, 1);
  const stride = Math.min(1, (gap + distance) / (2 * distance + reach * length * distance));
  const changes: [number, number][] = [];
  for (let meaning = 0; meaning < dual.length; meaning += 1) {
    const move = stride * ((wanted[meaning] ?? 0) - (dual[meaning] ?? 0));
    if (Math.abs(move) < 1e-7) continue;
    dual[meaning] = (dual[meaning] ?? 0) + move;
    changes.push([meaning, -move * reach]);
  }
  for (let slot = 0; slot < vector.at.length; slot += 1) {
    add(layer, vector.at[slot] ?? 0, changes, vector.value[slot] ?? 0);
  }
  add(layer, layer.features, changes, 1);
  return gap;
}

function add(
  { meanings, weights }: LinearLayer,
  feature: number,
  changes: readonly (readonly [number, number])[],
  value: number,
): void {
  const row = feature * meanings;
  for (const [meaning, change] of changes) {
    weights[row + meaning] = (weights[row + meaning] ?? 0) + value * change;
  }
}

/** A fixed order that jumps about, so that neighbours in a file are not neighbours in training. */
function shuffled(count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, number) => number);
  let seed = 7;
  for (let last = count - 1; last > 0; last -= 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const other = seed % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
