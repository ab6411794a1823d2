/** A stretch of text. */
export interface Piece {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Words between blanks, without the punctuation around them. */
export function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(/[\p{L}\p{N}@#](?:[^\s"'`(),;?!<>]*[\p{L}\p{N}])?/gu)].map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What stands in quotes or code spans. */
export function quotedIn(text: string): readonly Piece[] {
  const pattern = /`([^`]{1,128})`|"([^"]{1,128})"|(?<!\w)'([^']{1,128})'(?!\w)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    value: (match[1] ?? match[2] ?? match[3] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
