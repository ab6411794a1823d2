import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Gives the taught word that was probably meant, or undefined. Taught words never come here. */
export type SpellingRepair = (word: string) => string | undefined;

const shortestRepaired = 4;
const lengthForTwoEdits = 8;

/**
 * Leaves alone what `isWord` knows to be a word, though it was not taught. Repairs one wrong, missing, extra or swapped letter, two in long words; first letters are trusted more. The vocabulary is
 * looked through when the first word has to be repaired.
 */
export function spellingRepair(
  vocabulary: Iterable<string>,
  isWord: (word: string) => boolean,
): SpellingRepair {
  let made: ReadonlyMap<string, readonly string[]> | undefined;
  return (word) => {
    if (isWord(word)) return undefined;
    if (word.length < shortestRepaired || word.length > 30 || /\d/.test(word)) return undefined;
    made ??= nearWords(vocabulary);
    const near = made;
    const candidates = new Set(
      [word, ...withOneLetterLess(word)].flatMap((key) => near.get(key) ?? []),
    );
    const most = word.length >= lengthForTwoEdits ? 2 : 1;
    let best: string | undefined;
    let leastCost = Infinity;
    for (const candidate of candidates) {
      const edits = DamerauLevenshteinDistance(word, candidate, { restricted: true });
      const cost = edits + (candidate[0] === word[0] ? 0 : 0.5);
      if (edits > most || cost >= leastCost) continue;
      leastCost = cost;
      best = candidate;
    }
    return best;
  };
}

/** Words by what is left of them without one letter, and by themselves. */
function nearWords(vocabulary: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < shortestRepaired || /^x|\d/.test(word)) continue;
    for (const key of [word, ...withOneLetterLess(word)]) {
      const words = near.get(key);
      if (words) words.push(word);
      else near.set(key, [word]);
    }
  }
  return near;
}

function withOneLetterLess(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
