import type { WordKnowledge } from './word-knowledge.ts';
import { placeOf } from './word-vectors.ts';

/** The families of features, as hashes; each is weighed on its own, so that long words cannot drown short ones. */
export interface Features {
  readonly words: readonly number[];
  /** Groups of synonyms. */
  readonly groups: readonly number[];
  readonly letters: readonly number[];
  /** The words that have a direction, as features and as places among the word vectors. */
  readonly senses: readonly { readonly word: number; readonly place: number }[];
}

const shortest = 2;
const longest = 5;

/** What a text is made of: words, pairs of words near each other, groups of synonyms, bits of words, and senses. */
export function featuresOf(
  words: readonly string[],
  { groupsOf, vectors }: WordKnowledge,
  speech: string,
): Features {
  return {
    words: wordFeatures(words),
    groups: groupFeatures([...new Set(groupsOf(words))].sort(), speech),
    letters: letterFeatures(words),
    senses: words
      .map((word) => ({ word: wordFeature(word), place: placeOf(vectors, word) }))
      .filter(({ place }) => place >= 0),
  };
}

function wordFeatures(words: readonly string[]): readonly number[] {
  const found = words.map(wordFeature);
  const framed = ['<', ...words, '>'].map((word) => hash(word, 'beside'));
  for (let at = 0; at + 1 < framed.length; at += 1) {
    found.push(pair(framed[at], framed[at + 1], 1));
    if (at + 2 < framed.length) found.push(pair(framed[at], framed[at + 2], 2));
  }
  return found;
}

function wordFeature(word: string): number {
  return mixed(hash(word, 'word'));
}

function groupFeatures(groups: readonly string[], speech: string): readonly number[] {
  const said = hash(speech, 'speech');
  const hashes = groups.map((group) => hash(group, 'group'));
  const found = [mixed(said)];
  hashes.forEach((group, at) => {
    found.push(mixed(group), pair(group, said, 3));
    for (const other of hashes.slice(at + 1)) found.push(pair(group, other, 4));
  });
  return found;
}

function letterFeatures(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const word of words) {
    const framed = ` ${word} `;
    for (let start = 0; start + shortest <= framed.length; start += 1) {
      let value = seed;
      const most = Math.min(longest, framed.length - start);
      for (let length = 1; length <= most; length += 1) {
        value = Math.imul(value ^ framed.charCodeAt(start + length - 1), prime);
        if (length >= shortest) found.push(mixed(value ^ (length << 24)));
      }
    }
  }
  return found;
}

const seed = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a of a text; the family keeps equal texts of different families apart. */
function hash(text: string, family: string): number {
  let value = seed;
  for (const part of [family, text]) {
    for (let at = 0; at < part.length; at += 1) {
      value = Math.imul(value ^ part.charCodeAt(at), prime);
    }
    value = Math.imul(value ^ 0x1f, prime);
  }
  return value;
}

function pair(one = 0, other = 0, distance = 0): number {
  return mixed(Math.imul(one, 31) + Math.imul(other, 0x9e3779b1) + distance);
}

/** The final mix of MurmurHash3, so that all 32 bits tell. */
function mixed(hashed: number): number {
  let value = hashed ^ (hashed >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
