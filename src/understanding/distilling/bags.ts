import { baseOf } from './base-of.ts';
import type { Entry, Synset, Wordnet } from './read-wordnet.ts';

/** Rows of a sparse matrix, of length 1 each: what words are made of. */
export interface SparseRows {
  readonly at: readonly Int32Array[];
  readonly value: readonly Float32Array[];
  readonly columns: number;
}

const mostSenses = 4;

/** Describes each word by its synsets, their other words, explanations and kin, rarer things more (tf-idf). */
export function bagsOf(words: readonly Entry[], wordnet: Wordnet): SparseRows {
  const columns = new Map<string, number>();
  const usedBy: number[] = [];
  const at: Int32Array[] = [];
  const value: Float32Array[] = [];
  const base = baseOf(wordnet.entries);
  for (const entry of words) {
    const bag = bagOf(entry, wordnet, base);
    const places = Int32Array.from(bag.keys(), (key) => {
      const place = columns.get(key) ?? columns.size;
      columns.set(key, place);
      usedBy[place] = (usedBy[place] ?? 0) + 1;
      return place;
    });
    at.push(places);
    value.push(Float32Array.from(bag.values(), Math.log1p));
  }
  value.forEach((row, number) => {
    let square = 0;
    row.forEach((amount, slot) => {
      const users = usedBy[at[number]?.[slot] ?? 0] ?? 0;
      const weighed = amount * Math.log(words.length / (1 + users));
      row[slot] = weighed;
      square += weighed * weighed;
    });
    const length = Math.sqrt(square) || 1;
    row.forEach((amount, slot) => {
      row[slot] = amount / length;
    });
  });
  return { at, value, columns: columns.size };
}

function bagOf(
  { word, senses }: Entry,
  { synsets }: Wordnet,
  base: (word: string) => string,
): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  const add = (key: string, amount: number) => bag.set(key, (bag.get(key) ?? 0) + amount);
  const each = (ids: readonly string[], use: (synset: Synset) => void) => {
    for (const id of ids) {
      const synset = synsets.get(id);
      if (synset) use(synset);
    }
  };
  add(word, 2);
  for (const ids of senses) {
    ids.slice(0, mostSenses).forEach((id, sense) => {
      const share = 1 / (1 + sense);
      each([id], ({ words, gloss, kin, wider, narrower }) => {
        add(`#${id}`, share);
        for (const other of words) add(other, share);
        for (const other of gloss) add(base(other), 0.5 * share);
        each(kin, (relative) => {
          add(`#${relative.id}`, 0.5 * share);
          for (const other of relative.words) add(other, 0.5 * share);
        });
        each(wider, (relative) => {
          for (const other of relative.gloss) add(base(other), 0.2 * share);
        });
        for (const other of narrower) add(`#${other}`, 0.15 * share);
      });
    });
  }
  return bag;
}
