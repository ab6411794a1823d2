import { type Features, featuresOf } from './features.ts';
import { addHinge } from './hinge.ts';
import { type LinearLayer, logitsByFamily, probabilities, quantised, sumOf } from './layer.ts';
import type { Lesson } from './lessons.ts';
import type { MeaningKind } from './meaning.ts';
import { rowsOf } from './rows.ts';
import { trainSoftmax } from './softmax.ts';
import { type FeatureTable, featureTable, vectorOf } from './vector.ts';
import type { WordKnowledge } from './word-knowledge.ts';
import { wordsOf } from './words.ts';

/** Knows meanings apart; it has learnt them from lessons. */
export interface Matcher {
  readonly meanings: readonly { readonly id: string; readonly kind: MeaningKind }[];
  readonly vocabulary: ReadonlySet<string>;
  readonly knowledge: WordKnowledge;
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

/** What the support vector machines say in the sum of both layers. */
const hingeShare = 4;
/** Makes probabilities of the logits of both layers together; measured by rehearsal. */
const sharpness = 0.7;

/** Learns the lessons. The same lessons always give the same matcher. */
export function trainMatcher(lessons: readonly Lesson[], knowledge: WordKnowledge): Matcher {
  const kinds = new Map(lessons.map(({ id, kind }) => [id, kind]));
  const meanings = [...kinds].map(([id, kind]) => ({ id, kind }));
  const numbers = new Map(meanings.map(({ id }, number) => [id, number]));
  const worded = lessons.map((lesson) => ({ ...lesson, words: wordsOf(lesson.text) }));
  const features = worded.map(({ words, speech, line }) => ({
    ...featuresOf(words, knowledge, speech),
    line,
  }));
  const table = featureTable(features);
  const examples = worded.map(({ id, weight }, at) => ({
    vector: vectorOf(features[at] ?? nothing, table, knowledge.vectors),
    meaning: numbers.get(id) ?? 0,
    weight,
  }));
  const size = table.hashes.length + knowledge.vectors.dimensions;
  const rows = rowsOf(examples, size, meanings.length);
  const weights = trainSoftmax(rows);
  addHinge(rows, weights, hingeShare);
  return {
    meanings,
    vocabulary: new Set([
      ...worded.flatMap(({ words, text }) => [...words, ...text.toLowerCase().split(/\s+/)]),
      ...knowledge.grouped,
    ]),
    knowledge,
    table,
    layer: quantised(weights, rows.features, rows.meanings),
  };
}

const nothing: Features = { words: [], groups: [], letters: [], senses: [] };

/** Ranks the meanings for words that are repaired and masked. */
export function guess(matcher: Matcher, words: readonly string[], speech: string): Guess {
  const vector = vectorOf(
    featuresOf(words, matcher.knowledge, speech),
    matcher.table,
    matcher.knowledge.vectors,
  );
  const votes = logitsByFamily(matcher.layer, vector);
  const values = sumOf(votes);
  const ranked = Array.from(probabilities(values, sharpness), (probability, meaning) => ({
    meaning,
    probability,
  })).sort((one, other) => other.probability - one.probability);
  return {
    ranked,
    signals: signalsOf(matcher, words, vector.familiar, votes.slice(0, -1), values, ranked),
  };
}

function signalsOf(
  { vocabulary, knowledge }: Matcher,
  words: readonly string[],
  familiar: number,
  votesByFamily: readonly Float64Array[],
  values: Float64Array,
  ranked: Guess['ranked'],
): readonly number[] {
  const [best = 0, second = 0] = ranked.map(({ probability }) => probability);
  const entropy = ranked.reduce(
    (sum, { probability: share }) => (share > 1e-9 ? sum - share * Math.log(share) : sum),
    0,
  );
  const first = ranked[0]?.meaning ?? 0;
  const unknown = words.filter((word) => !vocabulary.has(word)).length;
  return [
    Math.log((best + 1e-6) / (1 - best + 1e-6)),
    Math.log((best + 1e-6) / (second + 1e-6)),
    entropy,
    values[first] ?? 0,
    ...votesByFamily.map((votes) => lead(votes, first)),
    familiar,
    Math.min(4, unknown),
    unknown / Math.max(1, words.length),
    Math.log(1 + words.length),
    Math.min(6, new Set(knowledge.groupsOf(words)).size),
  ];
}

/** How far a meaning is ahead of all others; negative when it is behind one. */
function lead(votes: Float64Array, meaning: number): number {
  let most = -Infinity;
  votes.forEach((vote, other) => {
    if (other !== meaning && vote > most) most = vote;
  });
  return (votes[meaning] ?? 0) - most;
}
