import type { Features } from './features.ts';

/** A text as numbers: positions of features and their values. */
export interface Vector {
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Where words, groups and letters end in `at` and `value`. */
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

/** Learns how telling each feature is: the rarer, the more (inverse document frequency). */
export function featureTable(texts: readonly Features[]): FeatureTable {
  const counts = new Map<number, number>();
  for (const { words, groups, letters } of texts) {
    for (const hash of new Set([...words, ...groups, ...letters]))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const hashes = Uint32Array.from(counts.keys()).sort();
  const rarity = (count: number) => Math.log((1 + texts.length) / (1 + count)) + 0.5;
  const weights = Float32Array.from(hashes, (hash) => rarity(counts.get(hash) ?? 1));
  return { hashes, weights, rarest: rarity(1) };
}

/** How much each family says. */
const say = { words: 1, groups: 1.2, letters: 1.4 };

/** Turns features into a vector; each family has the length of its say. */
export function vectorOf({ words, groups, letters }: Features, table: FeatureTable): Vector {
  const wordPart = family(words, table, say.words);
  const parts = [wordPart, family(groups, table, say.groups), family(letters, table, say.letters)];
  const entries = parts.flatMap((part) => part.entries);
  let end = 0;
  return {
    ends: parts.map((part) => {
      end += part.entries.length;
      return end;
    }),
    at: Int32Array.from(entries, ([at]) => at),
    value: Float32Array.from(entries, ([, value]) => value),
    familiar: wordPart.familiar,
  };
}

function family(hashes: readonly number[], table: FeatureTable, length: number) {
  const counts = new Map<number, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const entries: (readonly [number, number])[] = [];
  let known = 0;
  let all = 0;
  let square = 0;
  for (const [hash, count] of counts) {
    const at = position(hash, table.hashes);
    const weight = at < 0 ? table.rarest : (table.weights[at] ?? 0);
    all += weight;
    if (at < 0) continue;
    known += weight;
    const value = weight * (1 + Math.log(count));
    square += value * value;
    entries.push([at, value]);
  }
  const scale = length / (Math.sqrt(square) || 1);
  return {
    entries: entries.map(([at, value]) => [at, value * scale] as const),
    familiar: all === 0 ? 0 : known / all,
  };
}

function position(hash: number, hashes: Uint32Array): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
