import type { SynonymsFile } from './intent-files.ts';

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan'?t\b/g, 'can not'],
  [/\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\b(do|does|did|is|are|was|has|have|should|must|would|could)n'?t\b/g, '$1 not'],
  [/\b(what|where|who|how|that|it|there|let)'s\b/g, '$1 is'],
  [/\bwhats\b/g, 'what is'],
  [/\bi'?m\b/g, 'i am'],
  [/'ve\b/g, ' have'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
];

/** IMG.0135 says more than any figure. */
const errorCode = /\b([a-z]{2,4})\.(\d{4})\b/g;
const letterOf = (figure: string) => String.fromCharCode(97 + Number(figure));

/**
 * The words of a text in lower case: accents folded, contractions written out, figures as `0`, but those of an error code
 * as letters.
 */
export function wordsOf(text: string): readonly string[] {
  let plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  for (const [short, long] of contractions) plain = plain.replace(short, long);
  plain = plain.replace(
    errorCode,
    (_, service: string, figures: string) => service + figures.replace(/\d/g, letterOf),
  );
  return plain.replace(/\d+/g, '0').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Finds the groups of words that mean the same. */
export type GroupFinder = (words: readonly string[]) => readonly string[];

const longestGroupWord = 4;

/** Reads the groups of intents/synonyms.yaml; names of things (`ximage`, `xserver`) belong to their groups too. */
export function groupFinder(groups: SynonymsFile['groups']): GroupFinder {
  const owners = new Map<string, readonly string[]>();
  for (const [group, words] of Object.entries(groups)) {
    for (const word of words) {
      const key = wordsOf(word).join(' ');
      owners.set(key, [...(owners.get(key) ?? []), group]);
    }
  }
  return (words) => {
    const found: string[] = [];
    words.forEach((word, at) => {
      if (/^x(?:image|server|project|job|name)$/.test(word)) found.push('named thing');
      for (let length = 1; length <= longestGroupWord && at + length <= words.length; length += 1) {
        const key = length === 1 ? word : words.slice(at, at + length).join(' ');
        const groupsHere = owners.get(key);
        if (groupsHere) found.push(...groupsHere);
      }
    });
    return found;
  };
}
