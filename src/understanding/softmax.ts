import { dice, type Rows, shuffle } from './rows.ts';

const strength = 10;
const rounds = 6;
const settled = 0.05;
const longestRest = 8;
const searches = 6;

/**
 * Multinomial logistic regression by stochastic dual coordinate ascent with line search (Shalev-Shwartz and Zhang 2013):
 * no learning rate, and the same rows always give the same weights. `meanings` weights for each feature, one more row
 * for the bias.
 */
export function trainSoftmax(rows: Rows): Float32Array {
  const { count, meanings, features } = rows;
  const weights = new Float32Array((features + 1) * meanings);
  const duals = new Float32Array(count * meanings);
  for (let row = 0; row < count; row += 1) duals[row * meanings + (rows.meaning[row] ?? 0)] = 1;
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const resting = new Int16Array(count);
  const nextRest = new Int16Array(count).fill(1);
  const stepper = softmaxStep(rows, weights, duals);
  const roll = dice(7);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, count, roll);
    let gaps = 0;
    let seen = 0;
    for (const row of order) {
      const rest = resting[row] ?? 0;
      if (rest > 0) {
        resting[row] = rest - 1;
        continue;
      }
      const gap = stepper(row);
      gaps += gap;
      seen += 1;
      // what is learnt already is looked at less and less often
      const isLearnt = gap < settled;
      const next = nextRest[row] ?? 1;
      resting[row] = isLearnt ? next : 0;
      nextRest[row] = isLearnt ? Math.min(longestRest, 2 * next + 1) : 1;
    }
    if (gaps < settled * Math.max(1, seen)) break;
  }
  return weights;
}

/** Makes the function that moves the duals of one row nearer to their best place and says how far off they were. */
function softmaxStep(
  rows: Rows,
  weights: Float32Array,
  duals: Float32Array,
): (row: number) => number {
  const { meanings, features, starts, at, value, squares, say } = rows;
  const bias = features * meanings;
  const votes = new Float64Array(meanings);
  const aims = new Float64Array(meanings);
  const moved = new Int32Array(meanings);
  const moves = new Float64Array(meanings);

  return (row) => {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    const own = row * meanings;
    const reach = strength * (say[row] ?? 1);
    vote(start, end);
    let best = -Infinity;
    for (let meaning = 0; meaning < meanings; meaning += 1) {
      const logit = votes[meaning] ?? 0;
      if (logit > best) best = logit;
    }
    let sum = 0;
    for (let meaning = 0; meaning < meanings; meaning += 1) {
      const grown = Math.exp((votes[meaning] ?? 0) - best);
      aims[meaning] = grown;
      sum += grown;
    }
    const logSum = Math.log(sum) + best;
    let gap = 0;
    let distance = 0;
    let slope = 0;
    let many = 0;
    for (let meaning = 0; meaning < meanings; meaning += 1) {
      const now = duals[own + meaning] ?? 0;
      const logit = votes[meaning] ?? 0;
      if (now > 0) gap += now * (Math.log(now) - (logit - logSum));
      const move = (aims[meaning] ?? 0) / sum - now;
      distance += move * move;
      if (move < 1e-5 && move > -1e-5) continue;
      moved[many] = meaning;
      moves[many] = move;
      slope += logit * move;
      many += 1;
    }
    if (gap < settled * 0.3 || distance < 1e-12) return gap;
    const bend = reach * (squares[row] ?? 1) * distance;
    const stride = search(own, many, slope, bend, distance, gap);
    for (let slot = 0; slot < many; slot += 1) {
      const dual = own + (moved[slot] ?? 0);
      const move = stride * (moves[slot] ?? 0);
      duals[dual] = Math.max(0, (duals[dual] ?? 0) + move);
      moves[slot] = -move * reach;
    }
    learn(start, end, many);
    return gap;
  };

  function vote(start: number, end: number): void {
    for (let meaning = 0; meaning < meanings; meaning += 1) {
      votes[meaning] = weights[bias + meaning] ?? 0;
    }
    for (let slot = start; slot < end; slot += 1) {
      const line = (at[slot] ?? 0) * meanings;
      const amount = value[slot] ?? 0;
      for (let meaning = 0; meaning < meanings; meaning += 1) {
        votes[meaning] = (votes[meaning] ?? 0) + amount * (weights[line + meaning] ?? 0);
      }
    }
  }

  /** The best stride from the duals towards the aims, by Newton's method kept between bounds. */
  function search(
    own: number,
    many: number,
    slope: number,
    bend: number,
    distance: number,
    gap: number,
  ): number {
    let stride = Math.min(1, (gap + distance) / (2 * distance + bend));
    let low = 0;
    let high = 1;
    for (let round = 0; round < searches; round += 1) {
      let tilt = slope - stride * bend;
      let curve = -bend;
      for (let slot = 0; slot < many; slot += 1) {
        const move = moves[slot] ?? 0;
        const dual = Math.max(1e-12, (duals[own + (moved[slot] ?? 0)] ?? 0) + stride * move);
        tilt -= move * Math.log(dual);
        curve -= (move * move) / dual;
      }
      if (tilt > 0) low = stride;
      else high = stride;
      const next = stride - tilt / curve;
      stride = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(tilt) < 1e-3 * distance) break;
    }
    return stride;
  }

  function learn(start: number, end: number, many: number): void {
    for (let slot = start; slot < end; slot += 1) {
      const line = (at[slot] ?? 0) * meanings;
      const amount = value[slot] ?? 0;
      for (let one = 0; one < many; one += 1) {
        const weight = line + (moved[one] ?? 0);
        weights[weight] = (weights[weight] ?? 0) + amount * (moves[one] ?? 0);
      }
    }
    for (let one = 0; one < many; one += 1) {
      const weight = bias + (moved[one] ?? 0);
      weights[weight] = (weights[weight] ?? 0) + (moves[one] ?? 0);
    }
  }
}
