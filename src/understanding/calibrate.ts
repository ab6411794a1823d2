import type { Lesson } from './lessons.ts';
import { guess, trainMatcher } from './model.ts';
import type { Outcome } from './sureness.ts';
import type { WordKnowledge } from './word-knowledge.ts';
import { wordsOf } from './words.ts';

const folds = 3;
/** Of the three, so many are asked for; they give thousands of outcomes. */
const rehearsals = 2;
/** One in so many meanings is unheard of in a rehearsal. */
const hiddenShare = 8;

/**
 * Lets matchers guess lines that they were not taught. Each of them also misses an eighth of the meanings, so that texts
 * about something unheard of are among the outcomes; guessing such a text is always wrong, unless the guess is "outside".
 */
export function rehearse(lessons: readonly Lesson[], knowledge: WordKnowledge): readonly Outcome[] {
  const ids = [...new Set(lessons.map(({ id }) => id))];
  return Array.from({ length: rehearsals }, (_, fold) => {
    const hidden = new Set(ids.filter((id, at) => id !== 'outside' && at % hiddenShare === fold));
    const isAsked = ({ line, derived }: Lesson) => line % folds === fold && !derived;
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
  }).flat();
}
