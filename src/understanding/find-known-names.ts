import type { KnownName, NameIndex } from './name-index.ts';
import type { Piece } from './pieces.ts';

/** A name of the inventory and where it stands. */
export interface FoundName {
  readonly known: KnownName;
  readonly start: number;
  readonly end: number;
}

const longestName = 140;
/** With one of these in it, "golden image" is what it says and not the name golden-image. */
const plainWord =
  /^(?:a|an|the|my|our|this|that|its|all|new|old|private|shared|public|images?|servers?|projects?|disks?|system|regions?|jobs?)$/;

/**
 * Finds the names of the inventory, the longest first: as written, and with blanks in the place of dashes. An everyday word
 * is taken for a name only when `isNamed` says that the text calls it one.
 */
export function findKnownNames(
  text: string,
  pieces: readonly Piece[],
  names: NameIndex,
  isOrdinary: (word: string) => boolean,
  isNamed: (start: number) => boolean,
): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let first = 0; first < pieces.length; first += 1) {
    const most = Math.min(names.longest + 2, pieces.length - first);
    for (let count = most; count >= 1; count -= 1) {
      const start = pieces[first]?.start ?? 0;
      const end = pieces[first + count - 1]?.end ?? start;
      const known = end - start > longestName ? undefined : nameAt(text.slice(start, end), start);
      if (!known) continue;
      found.push({ known, start, end });
      first += count - 1;
      break;
    }
  }
  return found;

  function nameAt(stretch: string, start: number): KnownName | undefined {
    const words = stretch.toLowerCase().split(/\s+/);
    const exact = names.exact(stretch);
    const isEveryday = words.every(isOrdinary);
    if (exact && (!isEveryday || /[-_.\d]/.test(stretch) || isNamed(start))) return exact;
    if (words.length === 1) return isEveryday ? undefined : names.squashed(stretch);
    return words.some((word) => plainWord.test(word)) ? undefined : names.squashed(stretch);
  }
}
