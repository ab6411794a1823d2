/** Words after a command: pieces by spaces, quoted pieces whole, commas apart. Straight and curly quotes count. */
export function wordsOf(text: string): readonly string[] {
  const pieces = text.matchAll(
    /"(?<double>[^"]*)"|“(?<curly>[^”]*)”|`(?<code>[^`]*)`|(?<comma>,)|(?<bare>[^\s,]+)/g,
  );
  return [...pieces].flatMap(({ groups = {} }) => {
    const { double, curly, code, comma, bare } = groups;
    const word = double ?? curly ?? code ?? comma ?? bare;
    return word === undefined || word === '' ? [] : [word];
  });
}

/** The pieces of a list: commas and "and" between them left out. */
export function listed(words: readonly string[]): readonly string[] {
  return words.filter((word) => word !== ',' && word.toLowerCase() !== 'and');
}

/** Cuts words at the first of some joining words: `web with a, b` -> [[web], [a, b]]. */
export function cutAt(
  words: readonly string[],
  joints: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const at = words.findIndex((word) => joints.includes(word.toLowerCase()));
  if (at < 0) return [listed(words), []];
  return [listed(words.slice(0, at)), listed(words.slice(at + 1))];
}
