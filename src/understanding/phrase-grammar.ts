/** Raised when a phrase cannot be read; the message says why in words for the person who wrote it. */
export class PhraseFault extends Error {
  override readonly name = 'PhraseFault';
}

/** What a phrase may stand for with `{...}`. */
export const phraseSlots = [
  'image',
  'server',
  'project',
  'person',
  'name',
  'region',
  'job',
  'count',
  'size',
] as const;

/**
 * Writes out a phrase: `[word]` may be left out and `(a|b)` is a choice. Gives at most `most` variants, spread evenly.
 *
 * @throws PhraseFault when brackets do not match.
 */
export function variants(phrase: string, most: number): readonly string[] {
  const reader = { text: phrase, at: 0 };
  const all = [...new Set(sequences(reader, '').map((text) => text.replace(/\s+/g, ' ').trim()))];
  if (reader.at < phrase.length) {
    throw new PhraseFault(`"${phrase}" closes a bracket that it never opened`);
  }
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, n) => all[Math.floor((n * all.length) / most)] ?? '');
}

/** The slots that a phrase uses, in order. */
export function slotsOf(phrase: string): readonly string[] {
  return [...phrase.matchAll(/\{(\w*)\}/g)].map(([, slot = '']) => slot);
}

interface Reader {
  readonly text: string;
  at: number;
}

function sequences(reader: Reader, closing: string): readonly string[] {
  let found: readonly string[] = [''];
  const choices: string[] = [];
  while (reader.at < reader.text.length) {
    const mark = reader.text.charAt(reader.at);
    if (mark === ')' || mark === ']') break;
    reader.at += 1;
    if (mark === '|' && closing === ')') {
      choices.push(...found);
      found = [''];
      continue;
    }
    const next = mark === '(' ? inside(reader, ')') : mark === '[' ? inside(reader, ']') : [mark];
    found = found.flatMap((start) => next.map((end) => start + end));
  }
  return [...choices, ...found];
}

function inside(reader: Reader, closing: string): readonly string[] {
  const found = sequences(reader, closing);
  if (reader.text.charAt(reader.at) !== closing) {
    throw new PhraseFault(`"${reader.text}" opens a bracket that it does not close`);
  }
  reader.at += 1;
  return closing === ']' ? ['', ...found] : found;
}
