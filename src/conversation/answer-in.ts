import type { Asking } from '../operations/operation.ts';
import { find, type Nearest, type Slot } from '../operations/slot.ts';
import { listed, wordsOf } from '../operations/words.ts';
import type { Understanding } from '../understanding/meaning.ts';

/** A text that came while a piece was asked for. */
export interface Heard {
  readonly meant: Understanding;
  /** What the text names that could be this piece. */
  readonly named: readonly string[];
  /** It is the word of a command. */
  readonly isCommand: boolean;
}

/**
 * The words for the piece that is asked for; undefined when somebody has changed the subject. A name that fits is an
 * answer whatever else the text may mean; words that fit nothing are one only when they mean nothing else.
 */
export function answerIn(
  { meant, named, isCommand }: Heard,
  slot: Slot,
  asking: Asking,
  nearest: Nearest,
): readonly string[] | undefined {
  const text = unquoted(meant.text);
  const words = slot.many ? listed(wordsOf(text)) : [text];
  const isLong = wordsOf(text).length > 1;
  const isClear = meant.kind !== 'unsure';
  if (words.length === 0 || isPlea(text)) return undefined;
  if (slot.kind.open && slot.kind.options(asking).length === 0)
    return isLong && isClear && meant.kind !== 'smalltalk' ? undefined : words;

  if (fits([text], slot, asking, nothingNear)) return [text];
  if (fits(words, slot, asking, nothingNear)) return words;
  const isOther = isCommand || meant.speech === 'negated' || meant.speech === 'hypothetical';
  if (isOther || (isClear && isLong)) return undefined;
  if (fits(named, slot, asking, nothingNear)) return named;
  return isClear && !fits([text], slot, asking, nearest) ? undefined : words;
}

/** Nothing is ever called that. */
function isPlea(text: string): boolean {
  return text === '' || text === '?' || text.toLowerCase() === 'help';
}

/** Every one of them is something that the piece can be, or near enough to ask back. */
function fits(words: readonly string[], { kind }: Slot, asking: Asking, nearest: Nearest): boolean {
  return words.length > 0 && words.every((word) => isOne(word));

  function isOne(word: string): boolean {
    if (word.toLowerCase() === 'all' && kind.every) return true;
    const found = find(word, kind, asking, nearest);
    return found.kind !== 'unknown' || found.near.length > 0;
  }
}

const nothingNear: Nearest = () => [];

function unquoted(text: string): string {
  return text.trim().replace(/^["“`](.*)["”`]$/s, '$1');
}
