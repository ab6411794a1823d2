import { rehearse } from './calibrate.ts';
import { lessonsOf } from './lessons.ts';
import type { Intents } from './load-intents.ts';
import { type Matcher, trainMatcher } from './model.ts';
import { slotsOf } from './phrase-grammar.ts';
import { fitSureness, type Sureness } from './sureness.ts';
import { wordKnowledge } from './word-knowledge.ts';
import type { WordVectors } from './word-vectors.ts';

/** What understanding must know of an operation: does it change anything, and what its phrases name. */
export interface OperationTraits {
  readonly changes: boolean;
  readonly slots: readonly string[];
}

/** All that is learnt from intents/. */
export interface Learnt {
  readonly matcher: Matcher;
  readonly sureness: Sureness;
  readonly operations: ReadonlyMap<string, OperationTraits>;
  readonly synonyms: Intents['synonyms'];
}

/** Learns intents/, which takes seconds; `model-file.ts` keeps the result. */
export function learn(intents: Intents, vectors: WordVectors): Learnt {
  const lessons = lessonsOf(intents);
  const knowledge = wordKnowledge(intents.synonyms.groups, vectors);
  return {
    matcher: trainMatcher(lessons, knowledge),
    sureness: fitSureness(rehearse(lessons, knowledge)),
    operations: new Map(
      intents.operations.map(({ id, changes, ask }) => [
        id,
        { changes, slots: [...new Set(ask.flatMap(slotsOf))] },
      ]),
    ),
    synonyms: intents.synonyms,
  };
}
