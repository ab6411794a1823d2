import { type Features, featuresOf } from './features.ts';
import type { SynonymsFile } from './intent-files.ts';
import type { Lesson } from './lessons.ts';
import type { MeaningKind } from './meaning.ts';
import { type LinearLayer, logits, probabilities, trainSoftmax } from './softmax.ts';
import { type FeatureTable, featureTable, type Vector, vectorOf } from './vector.ts';
import { type GroupFinder, groupFinder, wordsOf } from './words.ts';

/** Knows meanings apart; it has learnt them from lessons. */
export interface Matcher {
  readonly meanings: readonly { readonly id: string; readonly kind: MeaningKind }[];
  readonly vocabulary: ReadonlySet<string>;
  readonly groupsOf: GroupFinder;
  readonly table: FeatureTable;
  readonly layer: LinearLayer;
}

/** What the matcher thinks of a text. */
export interface Guess {
  /** Best first, as many as there are meanings. */
  readonly ranked: readonly { readonly meaning: number; readonly probability: number }[];
  /** What the guess looks like; `sureness.ts` tells from it how good it is. */
  readonly signals: readonly number[];
}

/** Learns the lessons. The same lessons always give the same matcher. */
export function trainMatcher(lessons: readonly Lesson[], groups: SynonymsFile['groups']): Matcher {
  const groupsOf = groupFinder(groups);
  const kinds = new Map(lessons.map(({ id, kind }) => [id, kind]));
  const meanings = [...kinds].map(([id, kind]) => ({ id, kind }));
  const numbers = new Map(meanings.map(({ id }, number) => [id, number]));
  const worded = lessons.map((lesson) => ({ ...lesson, words: wordsOf(lesson.text) }));
  const features: readonly Features[] = worded.map(({ words, speech }) =>
    featuresOf(words, groupsOf, speech),
  );
  const table = featureTable(features);
  const examples = features.map((found, at) => ({
    vector: vectorOf(found, table),
    meaning: numbers.get(lessons[at]?.id ?? '') ?? 0,
    weight: lessons[at]?.weight ?? 1,
  }));
  return {
    meanings,
    vocabulary: new Set([
      ...worded.flatMap(({ words, text }) => [...words, ...text.toLowerCase().split(/\s+/)]),
      ...wordsOf(Object.values(groups).flat().join(' ')),
    ]),
    groupsOf,
    table,
    layer: trainSoftmax(examples, table.hashes.length, meanings.length),
  };
}

/** Ranks the meanings for words that are repaired and masked. */
export function guess(matcher: Matcher, words: readonly string[], speech: string): Guess {
  const vector = vectorOf(featuresOf(words, matcher.groupsOf, speech), matcher.table);
  const values = logits(matcher.layer, vector);
  const ranked = Array.from(probabilities(values), (probability, meaning) => ({
    meaning,
    probability,
  })).sort((one, other) => other.probability - one.probability);
  return {
    ranked,
    signals: signalsOf(
      matcher,
      words,
      vector,
      values,
      ranked.map(({ probability }) => probability),
    ),
  };
}

function signalsOf(
  { vocabulary, groupsOf }: Matcher,
  words: readonly string[],
  vector: Vector,
  values: Float64Array,
  [best = 0, second = 0, ...others]: readonly number[],
): readonly number[] {
  const entropy = [best, second, ...others].reduce(
    (sum, probability) => (probability > 1e-9 ? sum - probability * Math.log(probability) : sum),
    0,
  );
  const unknown = words.filter((word) => !vocabulary.has(word)).length;
  return [
    Math.log((best + 1e-6) / (1 - best + 1e-6)),
    Math.log((best + 1e-6) / (second + 1e-6)),
    entropy,
    values.reduce((most, value) => Math.max(most, value), -Infinity),
    vector.familiar,
    Math.min(4, unknown),
    unknown / Math.max(1, words.length),
    Math.log(1 + words.length),
    Math.min(6, new Set(groupsOf(words)).size),
  ];
}
