/** The words of a search that say what to search for: known systems, else words that nothing else was taught for. */
export function searchWords(
  text: string,
  systems: readonly string[],
  isOrdinary: (word: string) => boolean,
): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? [];
  const found = words.filter((word) => systems.includes(word));
  return [...new Set(found.length > 0 ? found : words.filter((word) => !isOrdinary(word)))];
}
