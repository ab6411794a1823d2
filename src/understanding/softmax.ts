import { dice, type Rows, shuffle, voteAll } from './rows.ts';

const strength = 10;
/** So many rows are looked at in all, whatever their number: few rows often, many rows a few times. */
const looks = 60_000;
const fewestRounds = 4;
const mostRounds = 40;
const settled = 0.01;
const longestRest = 8;
const searches = 6;
/** A change of a probability that is too small to follow. */
const least = 3e-4;

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
  const state: State = {
    weights,
    duals,
    votes: new Float64Array(meanings),
    aims: new Float64Array(meanings),
    moved: new Int32Array(meanings),
    moves: new Float64Array(meanings),
  };
  const rounds = Math.min(mostRounds, Math.max(fewestRounds, Math.round(looks / count)));
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
      const gap = step(rows, state, row);
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

/** What is learnt, and room to work in. */
interface State {
  readonly weights: Float32Array;
  readonly duals: Float32Array;
  readonly votes: Float64Array;
  readonly aims: Float64Array;
  /** The meanings whose duals move, and by how much. */
  readonly moved: Int32Array;
  readonly moves: Float64Array;
}

// The functions below take all they need: closures over the arrays run at half the speed once they are made a second time.

/** Moves the duals of one row nearer to their best place and says how far off they were. */
function step(rows: Rows, state: State, row: number): number {
  const { meanings, squares, say } = rows;
  const { weights, duals, votes, aims, moved, moves } = state;
  const own = row * meanings;
  const reach = strength * (say[row] ?? 1);
  voteAll(rows, weights, row, votes);
  const logSum = aim(votes, aims);
  let gap = 0;
  let distance = 0;
  let slope = 0;
  let many = 0;
  for (let meaning = 0; meaning < meanings; meaning += 1) {
    const now = duals[own + meaning] ?? 0;
    const logit = votes[meaning] ?? 0;
    if (now > 0) gap += now * (Math.log(now) - (logit - logSum));
    const move = (aims[meaning] ?? 0) - now;
    distance += move * move;
    if (move < least && move > -least) continue;
    moved[many] = meaning;
    moves[many] = move;
    slope += logit * move;
    many += 1;
  }
  if (gap < settled * 0.3 || distance < 1e-12) return gap;
  const bend = reach * (squares[row] ?? 1) * distance;
  const start = Math.min(1, (gap + distance) / (2 * distance + bend));
  const stride = search(state, own, many, { start, slope, bend, distance });
  for (let slot = 0; slot < many; slot += 1) {
    const dual = own + (moved[slot] ?? 0);
    const move = stride * (moves[slot] ?? 0);
    duals[dual] = Math.max(0, (duals[dual] ?? 0) + move);
    moves[slot] = -move * reach;
  }
  learn(rows, state, row, many);
  return gap;
}

/** Turns votes into probabilities; returns the logarithm of the sum of their exponentials. */
function aim(votes: Float64Array, aims: Float64Array): number {
  let best = -Infinity;
  for (const vote of votes) if (vote > best) best = vote;
  let sum = 0;
  for (let meaning = 0; meaning < votes.length; meaning += 1) {
    const grown = Math.exp((votes[meaning] ?? 0) - best);
    aims[meaning] = grown;
    sum += grown;
  }
  for (let meaning = 0; meaning < votes.length; meaning += 1) {
    aims[meaning] = (aims[meaning] ?? 0) / sum;
  }
  return Math.log(sum) + best;
}

/** The best stride from the duals towards the aims, by Newton's method kept between bounds. */
function search(
  { duals, moved, moves }: State,
  own: number,
  many: number,
  known: {
    readonly start: number;
    readonly slope: number;
    readonly bend: number;
    readonly distance: number;
  },
): number {
  const { slope, bend, distance } = known;
  let stride = known.start;
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

function learn(
  { meanings, features, starts, at, value }: Rows,
  { weights, moved, moves }: State,
  row: number,
  many: number,
): void {
  const end = starts[row + 1] ?? 0;
  for (let slot = starts[row] ?? 0; slot < end; slot += 1) {
    const line = (at[slot] ?? 0) * meanings;
    const amount = value[slot] ?? 0;
    for (let one = 0; one < many; one += 1) {
      const weight = line + (moved[one] ?? 0);
      weights[weight] = (weights[weight] ?? 0) + amount * (moves[one] ?? 0);
    }
  }
  const bias = features * meanings;
  for (let one = 0; one < many; one += 1) {
    const weight = bias + (moved[one] ?? 0);
    weights[weight] = (weights[weight] ?? 0) + (moves[one] ?? 0);
  }
}
