import type { Asking } from '../operations/operation.ts';
import { everyOf, find, type Nearest, type Slot } from '../operations/slot.ts';
import { listed, wordsOf } from '../operations/words.ts';
import type { Understanding } from '../understanding/meaning.ts';
import { isAside, isSentence } from './aside.ts';
import { isWhy } from './follow-up.ts';

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
  const text = nameIn(meant.text);
  const words = slot.many ? listed(wordsOf(text)) : [text];
  const isLong = wordsOf(text).length > 1;
  const isClear = meant.kind !== 'unsure';
  if (words.length === 0 || isPlea(text)) return undefined;
  if (slot.kind.open && slot.kind.options(asking).length === 0) {
    if (naming.test(text) && !text.endsWith('?')) return [text.replace(naming, '')];
    const isQuoted = text !== meant.text.trim();
    return isLong && !isQuoted && (isAboutElse(meant) || isAside(text)) ? undefined : [text];
  }

  const core = text.replace(before, '').replace(after, '');
  const whole = [text, core].find((name) => fits([name], slot, asking, nothingNear));
  if (whole !== undefined) return [whole];
  if (fits(words, slot, asking, nothingNear)) return words;
  if (isNameOf(meant, text)) return [text];
  const isOther = isCommand || meant.speech === 'negated' || meant.speech === 'hypothetical';
  if (isOther || (isClear && isLong && meant.kind !== 'out-of-scope')) return undefined;
  if (fits(named, slot, asking, nothingNear)) return named;
  if (named.length === 1 && named[0] === text) return [text];
  if (isClear && !fits([text], slot, asking, nearest)) return undefined;
  const isNone = !words.some((word) => fits([word], slot, asking, nothingNear));
  if (isNone && isLong && (isAside(text) || isSentence(text))) return undefined;
  return isNone ? [text] : words;
}

/** No more than the name of something: whatever that is elsewhere, here it answers the question. */
function isNameOf({ slots: { images = [], servers = [] } }: Understanding, text: string): boolean {
  return [...images, ...servers].includes(text);
}

/** What can be anything is left for a question or a wish alone. */
function isAboutElse({ kind, speech }: Understanding): boolean {
  return kind === 'answer' || kind === 'operation' || speech !== 'order';
}

/** Nothing is ever called that. */
function isPlea(text: string): boolean {
  return text === '' || text === '?' || text.toLowerCase() === 'help' || isWhy(text);
}

/** Every one of them is something that the piece can be, or near enough to ask back. */
function fits(words: readonly string[], { kind }: Slot, asking: Asking, nearest: Nearest): boolean {
  return words.length > 0 && words.every((word) => isOne(word));

  function isOne(word: string): boolean {
    if (everyOf(word, kind, asking)) return true;
    const found = find(word, kind, asking, nearest);
    return found.kind !== 'unknown' || found.near.length > 0;
  }
}

const nothingNear: Nearest = () => [];

/** Words that people put around a name when they answer with it. */
const before =
  /^(?:(?:it'?s|with|from|to|for|in|use|take|the|my|our|image|server|project|vault)\s+)+/i;
const after = /(?:[\s,]+(?:please|pls|thanks|image|server|project|vault|one))+[.!]*$/i;

const naming =
  /^(?:(?:please\s+)?(?:call|name) (?:it|this|that)|(?:the |its )?name (?:is|should be)|(?:it is |it's )?(?:called|named))\s+/i;

function nameIn(text: string): string {
  return text.trim().replace(/^["“`](.*)["”`]$/s, '$1');
}
