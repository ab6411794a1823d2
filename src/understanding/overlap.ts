import { type Lesson, lessonsOf } from './lessons.ts';
import type { Intents } from './load-intents.ts';
import { guess, trainMatcher } from './model.ts';
import { wordKnowledge } from './word-knowledge.ts';
import type { WordVectors } from './word-vectors.ts';
import { wordsOf } from './words.ts';

/** Two meanings that are taken for each other, most often first in a list. */
export interface Overlap {
  readonly meant: string;
  readonly taken: string;
  /** The ways of asking for `meant` that were taken for `taken` when they had not been taught. */
  readonly phrases: readonly string[];
  /** How many ways of asking for `meant` were tried. */
  readonly tried: number;
}

const folds = 5;

/**
 * Cross-validation: each way of asking is understood by a matcher that has not seen it. Meanings that are confused need
 * more and more different phrases, or are one meaning. Takes about a minute.
 */
export function overlaps(
  intents: Intents,
  vectors: WordVectors,
  leastPhrases = 2,
): readonly Overlap[] {
  const lessons = lessonsOf(intents);
  const knowledge = wordKnowledge(intents.synonyms.groups, vectors);
  const tried = new Map<string, number>();
  const confused = new Map<string, Overlap>();
  for (let fold = 0; fold < folds; fold += 1) {
    const isAsked = ({ line, derived }: Lesson) => line % folds === fold && !derived;
    const matcher = trainMatcher(
      lessons.filter((lesson) => !isAsked(lesson)),
      knowledge,
    );
    const asked = new Map(lessons.filter(isAsked).map((lesson) => [lesson.line, lesson]));
    for (const { id: meant, text, speech } of asked.values()) {
      const { ranked } = guess(matcher, wordsOf(text), speech);
      const taken = matcher.meanings[ranked[0]?.meaning ?? 0]?.id ?? meant;
      tried.set(meant, (tried.get(meant) ?? 0) + 1);
      if (taken === meant) continue;
      const key = `${meant} ${taken}`;
      const phrases = [...(confused.get(key)?.phrases ?? []), text.replace(/\s+/g, ' ').trim()];
      confused.set(key, { meant, taken, phrases, tried: 0 });
    }
  }
  return [...confused.values()]
    .filter(({ phrases }) => phrases.length >= leastPhrases)
    .map((overlap) => ({ ...overlap, tried: tried.get(overlap.meant) ?? 0 }))
    .sort((one, other) => other.phrases.length - one.phrases.length);
}

/** The overlaps for people: what is confused, and what to do about it. */
export function overlapReport(found: readonly Overlap[]): string {
  if (found.length === 0) return 'No two meanings are confused.\n';
  const blocks = found.map(({ meant, taken, phrases, tried }) =>
    [
      `${meant} is taken for ${taken} (${phrases.length} of ${tried} ways of asking)`,
      ...phrases.map((phrase) => `  "${phrase}"`),
    ].join('\n'),
  );
  return `${blocks.join('\n')}\n\nAdd more ways of asking that are like the phrases above to the meaning on the left, or move phrases to the one on the right.\n`;
}
