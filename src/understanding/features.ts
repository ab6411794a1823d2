import type { GroupFinder } from './words.ts';

/** The families of features, as hashes; each is weighed on its own, so that long words cannot drown short ones. */
export interface Features {
  readonly words: readonly number[];
  /** Groups of synonyms. */
  readonly groups: readonly number[];
  readonly letters: readonly number[];
}

const shortest = 3;
const longest = 5;

/** Hashes what a text is made of: words, pairs of words near each other, groups of synonyms, and bits of words. */
export function featuresOf(
  words: readonly string[],
  groupsOf: GroupFinder,
  speech: string,
): Features {
  return {
    words: wordFeatures(words),
    groups: groupFeatures([...new Set(groupsOf(words))].sort(), speech),
    letters: letterFeatures(words),
  };
}

function wordFeatures(words: readonly string[]): readonly number[] {
  const found = words.map((word) => hash(`word ${word}`));
  const framed = ['<', ...words, '>'];
  for (let at = 0; at + 1 < framed.length; at += 1) {
    found.push(hash(`next ${framed[at]} ${framed[at + 1]}`));
    if (at + 2 < framed.length) found.push(hash(`near ${framed[at]} ${framed[at + 2]}`));
  }
  return found;
}

function groupFeatures(groups: readonly string[], speech: string): readonly number[] {
  const found = [hash(`speech ${speech}`)];
  groups.forEach((group, at) => {
    found.push(hash(`group ${group}`), hash(`group ${group} ${speech}`));
    for (const other of groups.slice(at + 1)) found.push(hash(`groups ${group} ${other}`));
  });
  return found;
}

function letterFeatures(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const word of words) {
    const framed = ` ${word} `;
    for (let length = shortest; length <= longest; length += 1) {
      for (let at = 0; at + length <= framed.length; at += 1) {
        found.push(hash(framed.slice(at, at + length)));
      }
    }
  }
  return found;
}

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  return value >>> 0;
}
