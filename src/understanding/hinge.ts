import { dice, type Rows, shuffle, voteAll } from './rows.ts';

const strength = 1;
const rounds = 40;
const settled = 0.3;

/** A row teaches against so many meanings: those for which it is most easily taken. */
const rivals = 16;

/**
 * One linear support vector machine for each meaning against the rows that are nearly taken for it: squared hinge loss, dual
 * coordinate descent with shrinking (Hsieh et al. 2008). `weights` holds what `trainSoftmax` learnt, which tells these
 * rows; `share` times the weights of the machines is added to it.
 */
export function addHinge(rows: Rows, weights: Float32Array, share: number): void {
  const { meanings, features, count } = rows;
  const candidates = candidatesOf(rows, weights);
  const machine: Machine = {
    learnt: new Float32Array(features + 1),
    duals: new Float64Array(count),
    active: new Int32Array(count),
    slack: Float64Array.from(rows.say, (part) => 0.5 / (strength * part)),
  };
  const roll = dice(11);
  for (let meaning = 0; meaning < meanings; meaning += 1) {
    train(rows, machine, meaning, candidates[meaning] ?? none, roll);
    for (let feature = 0; feature <= features; feature += 1) {
      const weight = feature * meanings + meaning;
      weights[weight] = (weights[weight] ?? 0) + share * (machine.learnt[feature] ?? 0);
    }
  }
}

const none: readonly number[] = [];

/** For each meaning its own rows and those that are nearly taken for it. */
function candidatesOf(rows: Rows, weights: Float32Array): readonly (readonly number[])[] {
  const candidates = Array.from({ length: rows.meanings }, (): number[] => []);
  const votes = new Float64Array(rows.meanings);
  for (let row = 0; row < rows.count; row += 1) {
    voteAll(rows, weights, row, votes);
    const own = rows.meaning[row] ?? 0;
    votes[own] = Infinity;
    const least = votes.toSorted().at(-1 - rivals) ?? -Infinity;
    votes.forEach((vote, meaning) => {
      if (vote >= least) candidates[meaning]?.push(row);
    });
  }
  return candidates;
}

/** The working state of one machine; used again for the next meaning. */
interface Machine {
  readonly learnt: Float32Array;
  readonly duals: Float64Array;
  /** Rows that may still move come first. */
  readonly active: Int32Array;
  readonly slack: Float64Array;
}

function train(
  rows: Rows,
  { learnt, duals, active, slack }: Machine,
  meaning: number,
  candidates: readonly number[],
  roll: (limit: number) => number,
): void {
  const { features, squares } = rows;
  const meaningOf = rows.meaning;
  learnt.fill(0);
  // what says nothing is on the far side already, so most rows never move
  learnt[features] = -1;
  duals.fill(0);
  active.set(candidates);
  const count = candidates.length;
  let left = count;
  let bound = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    let highest = -Infinity;
    let lowest = Infinity;
    shuffle(active, left, roll);
    for (let slot = 0; slot < left; slot += 1) {
      const row = active[slot] ?? 0;
      const side = meaningOf[row] === meaning ? 1 : -1;
      const dual = duals[row] ?? 0;
      const slope = vote(rows, learnt, row) * side - 1 + dual * (slack[row] ?? 0);
      if (dual === 0 && slope > bound) {
        left -= 1;
        active[slot] = active[left] ?? 0;
        active[left] = row;
        slot -= 1;
        continue;
      }
      const projected = dual === 0 ? Math.min(slope, 0) : slope;
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (projected < 1e-12 && projected > -1e-12) continue;
      const next = Math.max(0, dual - slope / ((squares[row] ?? 1) + (slack[row] ?? 0)));
      duals[row] = next;
      move(rows, learnt, row, (next - dual) * side);
    }
    if (highest - lowest <= settled) {
      if (left === count) break;
      left = count;
      bound = Infinity;
    } else bound = highest <= 0 ? Infinity : highest;
  }
}

// These two stand alone and take all they need: closures over the arrays run at half the speed once made a second time.

function vote({ features, starts, at, value }: Rows, learnt: Float32Array, row: number): number {
  const end = starts[row + 1] ?? 0;
  let sum = learnt[features] ?? 0;
  for (let slot = starts[row] ?? 0; slot < end; slot += 1) {
    sum += (learnt[at[slot] ?? 0] ?? 0) * (value[slot] ?? 0);
  }
  return sum;
}

function move(
  { features, starts, at, value }: Rows,
  learnt: Float32Array,
  row: number,
  amount: number,
): void {
  const end = starts[row + 1] ?? 0;
  for (let slot = starts[row] ?? 0; slot < end; slot += 1) {
    const feature = at[slot] ?? 0;
    learnt[feature] = (learnt[feature] ?? 0) + amount * (value[slot] ?? 0);
  }
  learnt[features] = (learnt[features] ?? 0) + amount;
}
