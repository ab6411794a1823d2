import type { Lesson } from './lessons.ts';
import { guess, trainMatcher } from './model.ts';
import type { Outcome } from './sureness.ts';
import type { WordKnowledge } from './word-knowledge.ts';
import { wordsOf } from './words.ts';

/** One line in so many is asked for; thousands of outcomes are enough, and more of them change nothing. */
const askedShare = 3;
/** One meaning in so many is unheard of. */
const hiddenShare = 8;

/**
 * Lets a matcher guess lines that it was not taught. It also misses an eighth of the meanings, so that texts about
 * something unheard of are among the outcomes; guessing such a text is always wrong, unless the guess is "outside".
 * `turn` (0, 1 or 2) says which lines and meanings these are.
 */
export function rehearse(
  lessons: readonly Lesson[],
  knowledge: WordKnowledge,
  turn = 0,
): readonly Outcome[] {
  const ids = [...new Set(lessons.map(({ id }) => id))];
  const hidden = new Set(ids.filter((id, at) => id !== 'outside' && at % hiddenShare === turn));
  const isAsked = ({ line, derived }: Lesson) => line % askedShare === turn && !derived;
  const matcher = trainMatcher(
    lessons.filter((lesson) => !isAsked(lesson) && !hidden.has(lesson.id)),
    knowledge,
  );
  const asked = new Map(lessons.filter(isAsked).map((lesson) => [lesson.line, lesson]));
  return [...asked.values()].map(({ id, text, speech }): Outcome => {
    const { ranked, signals } = guess(matcher, wordsOf(text), speech);
    const best = matcher.meanings[ranked[0]?.meaning ?? 0]?.id;
    return {
      signals,
      right: best === (hidden.has(id) ? 'outside' : id),
      taught: !hidden.has(id),
    };
  });
}
