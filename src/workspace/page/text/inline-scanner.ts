import { emojiGlyph } from './emoji.ts';
import type { Inline } from './marked-text.ts';

/** What was recognised at a place, and how many characters of the source it used up. */
interface Found {
  readonly inline: Inline;
  readonly used: number;
}

/** What is remembered while one text is walked over. */
export interface Scan {
  /** How many marks are open around this text. */
  readonly depth: number;
  /** By mark: up to where it is known that no partner stands, so that no stretch is searched twice. */
  readonly searched: Map<string, number>;
}

/** Looks at `source` from `at` on; undefined when its kind of mark does not begin there. */
export type Recognizer = (source: string, at: number, scan: Scan) => Found | undefined;

/** Marks that stay open longer than this are shown as they were typed. */
const LONGEST_SPAN = 3_000;
const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/.test(character);

/** The text between a mark at `at` and its partner on the same line, by the rules of flanking. */
export function spanInside(
  source: string,
  at: number,
  mark: string,
  { searched }: Scan,
): string | undefined {
  const from = at + mark.length;
  if (!source.startsWith(mark, at) || isWord(source[at - 1]) || isSpace(source[from])) {
    return undefined;
  }
  const limit = Math.min(source.length, from + LONGEST_SPAN);
  let end = Math.max(from + 1, searched.get(mark) ?? 0);
  for (; end < limit && source[end] !== '\n'; end += 1) {
    const closes =
      source.startsWith(mark, end) &&
      !isSpace(source[end - 1]) &&
      !isWord(source[end + mark.length]) &&
      source[end + mark.length] !== mark[0];
    if (closes) return source.slice(from, end);
  }
  searched.set(mark, end);
  return undefined;
}

/** `code`, in which nothing else is recognised. */
export const codeSpan: Recognizer = (source, at) => {
  const [whole, text] = /^`([^`\n]+)`/.exec(source.slice(at, at + LONGEST_SPAN)) ?? [];
  return whole === undefined || text === undefined
    ? undefined
    : { inline: { kind: 'code', text }, used: whole.length };
};

/** `:name:` for names of the table; others stay text. */
export const emoji: Recognizer = (source, at) => {
  const [whole, name = ''] =
    /^:([a-z0-9_+-]+):(?::skin-tone-[2-6]:)?/.exec(source.slice(at, at + 60)) ?? [];
  const glyph = emojiGlyph(name);
  return whole === undefined || glyph === undefined
    ? undefined
    : { inline: { kind: 'emoji', name, glyph }, used: whole.length };
};

/**
 * Walks over a line. `recognizers` maps a character to what may begin with it; everything that no
 * recognizer claims stays text, passed through `asText` (unescaping).
 */
export function scanInline(
  source: string,
  recognizers: Readonly<Record<string, readonly Recognizer[]>>,
  asText: (raw: string) => string,
  depth: number,
): readonly Inline[] {
  const found: Inline[] = [];
  const scan: Scan = { depth, searched: new Map() };
  let textFrom = 0;
  const flush = (to: number) => {
    if (to > textFrom) found.push({ kind: 'text', text: asText(source.slice(textFrom, to)) });
  };
  for (let at = 0; at < source.length; ) {
    const character = source[at] ?? '';
    const candidates = Object.hasOwn(recognizers, character) ? recognizers[character] : undefined;
    let match: Found | undefined;
    for (const recognize of candidates ?? []) {
      match = recognize(source, at, scan);
      if (match) break;
    }
    if (match === undefined) {
      at += 1;
      continue;
    }
    flush(at);
    found.push(match.inline);
    at += match.used;
    textFrom = at;
  }
  flush(source.length);
  return found;
}
