import type { Features } from './features.ts';
import { addDirection, type WordVectors } from './word-vectors.ts';

/** A text as numbers: positions of features and their values. */
export interface Vector {
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Where words, groups, letters and senses end in `at` and `value`. */
  readonly ends: readonly number[];
  /** The part of the text's weight that training has seen, 0 to 1. */
  readonly familiar: number;
}

/** Which features exist (sorted hashes) and how telling each is. */
export interface FeatureTable {
  readonly hashes: Uint32Array;
  readonly weights: Float32Array;
  /** The weight that a feature seen once would have. */
  readonly rarest: number;
}

/** What one taught text is made of, and the line it comes from. */
export interface TaughtFeatures extends Features {
  readonly line: number;
}

/** Learns how telling each feature is: the rarer, the more (inverse document frequency). Variants of a line count as one. */
export function featureTable(texts: readonly TaughtFeatures[]): FeatureTable {
  const counts = new Map<number, number>();
  const lastLine = new Map<number, number>();
  const lines = new Set(texts.map(({ line }) => line)).size;
  for (const { words, groups, letters, line } of texts) {
    for (const hashes of [words, groups, letters]) {
      for (const hash of hashes) {
        if (lastLine.get(hash) === line) continue;
        lastLine.set(hash, line);
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
      }
    }
  }
  const hashes = Uint32Array.from(counts.keys()).sort();
  const rarity = (count: number) => Math.log((1 + lines) / (1 + count)) + 1;
  const weights = Float32Array.from(hashes, (hash) => rarity(counts.get(hash) ?? 1));
  return { hashes, weights, rarest: rarity(1) };
}

/** How much each family says; measured by rehearsal. */
const say = { words: 1, groups: 0.8, letters: 1.4, senses: 1 };

/** Turns features into a vector; each family has the length of its say. The dimensions of the senses come after the table. */
export function vectorOf(
  { words, groups, letters, senses }: Features,
  table: FeatureTable,
  vectors: WordVectors,
): Vector {
  const at: number[] = [];
  const value: number[] = [];
  const familiar = addFamily(words, table, say.words, at, value);
  const ends = [at.length];
  addFamily(groups, table, say.groups, at, value);
  ends.push(at.length);
  addFamily(letters, table, say.letters, at, value);
  ends.push(at.length);
  addSenses(senses, table, vectors, at, value);
  ends.push(at.length);
  return { ends, at: Int32Array.from(at), value: Float32Array.from(value), familiar };
}

/** Adds one family to a vector under way; returns the part of its weight that training has seen. */
function addFamily(
  hashes: readonly number[],
  table: FeatureTable,
  length: number,
  at: number[],
  values: number[],
): number {
  const sorted = Uint32Array.from(hashes).sort();
  const start = at.length;
  let known = 0;
  let all = 0;
  let square = 0;
  let low = 0;
  for (let first = 0; first < sorted.length; ) {
    const hash = sorted[first] ?? 0;
    let next = first + 1;
    while (next < sorted.length && sorted[next] === hash) next += 1;
    low = position(hash, table.hashes, low);
    const isKnown = table.hashes[low] === hash;
    const weight = isKnown ? (table.weights[low] ?? 0) : table.rarest;
    all += weight;
    if (isKnown) {
      const value = weight * (1 + Math.log(next - first));
      known += weight;
      square += value * value;
      at.push(low);
      values.push(value);
    }
    first = next;
  }
  const scale = length / (Math.sqrt(square) || 1);
  for (let slot = start; slot < values.length; slot += 1) {
    values[slot] = (values[slot] ?? 0) * scale;
  }
  return all === 0 ? 0 : known / all;
}

/** Adds the direction of all words together, the rare ones first and foremost. */
function addSenses(
  senses: Features['senses'],
  table: FeatureTable,
  vectors: WordVectors,
  at: number[],
  values: number[],
): void {
  if (senses.length === 0) return;
  const sum = new Float64Array(vectors.dimensions);
  for (const { word, place } of senses) {
    const low = position(word, table.hashes, 0);
    const rarity = table.hashes[low] === word ? (table.weights[low] ?? 0) : table.rarest;
    addDirection(vectors, place, rarity, sum);
  }
  const scale = say.senses / (Math.hypot(...sum) || 1);
  sum.forEach((part, dimension) => {
    at.push(table.hashes.length + dimension);
    values.push(part * scale);
  });
}

/** Where a hash stands or would stand, from `low` on. */
function position(hash: number, hashes: Uint32Array, low: number): number {
  let least = low;
  let most = hashes.length;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if ((hashes[middle] ?? 0) < hash) least = middle + 1;
    else most = middle;
  }
  return least;
}
