const word = /[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;
const soughtAfter =
  /\b(?:contain(?:s|ing)?|called|named|like|matching|(?:starts?|starting|begins?|beginning) with|with|for|by|search|find|locate)\s+["'`]?([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu;
const filling = new Set(
  'a all an any for image images in it me name names of one our some templates that the their them this us with'.split(
    ' ',
  ),
);

/**
 * The words of a search that say what to search for: known systems, else what follows "containing", "with", "find" and the
 * like, else words that nothing else was taught for.
 */
export function searchWords(
  text: string,
  systems: readonly string[],
  isOrdinary: (word: string) => boolean,
): readonly string[] {
  const lower = text.toLowerCase();
  const words = lower.match(word) ?? [];
  const sought = [...lower.matchAll(soughtAfter)].map(([, found = '']) => found);
  const candidates = [
    words.filter((found) => systems.includes(found)),
    sought.filter((found) => !filling.has(found)),
    words.filter((found) => !isOrdinary(found)),
  ];
  return [...new Set(candidates.find((found) => found.length > 0) ?? [])];
}
