import { rehearse } from '../src/understanding/calibrate.ts';
import type { Lesson } from '../src/understanding/lessons.ts';
import { guess, trainMatcher } from '../src/understanding/model.ts';
import { spellingRepair } from '../src/understanding/spelling.ts';
import { fitSureness, type Outcome, surenessOf } from '../src/understanding/sureness.ts';
import { wordKnowledge } from '../src/understanding/word-knowledge.ts';
import { placeOf, type WordVectors } from '../src/understanding/word-vectors.ts';
import { wordsOf } from '../src/understanding/words.ts';
import { noisy, seeded } from '../test/understanding/noise.ts';
import { percentile } from './figures.ts';
import type { PublicSet } from './nlu-sets.ts';

/** What Goldie's engine reaches on one set, without the masks and synonyms of our trade. */
export interface Measured {
  /** Shares in percent. */
  readonly right: number;
  readonly rightWhenMisspelt: number;
  /** Only where the set has texts out of scope; the threshold is chosen on its validation part. */
  readonly outOfScope?: { readonly right: number; readonly recall: number };
  readonly trainSeconds: number;
  readonly calibrateSeconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly modelMb: number;
}

/** Few texts are out of scope, so all rehearsals count. */
const turns = [0, 1, 2];

interface Seen {
  readonly right: boolean;
  readonly sureness: number;
}

/** Trains on a set and measures. */
export function measure(
  { train, valid, test, oosValid, oosTest }: PublicSet,
  vectors: WordVectors,
): Measured {
  const knowledge = wordKnowledge({}, vectors);
  const lessons = train.map(([text, id], line): Lesson => ({ ...plain, text, id, line }));
  const [matcher, trainSeconds] = timed(() => trainMatcher(lessons, knowledge));
  const hasOutside = oosTest.length > 0;
  const [sureness, calibrateSeconds] = timed(() =>
    hasOutside
      ? fitSureness(forUs(turns.flatMap((turn) => rehearse(lessons, knowledge, turn))))
      : undefined,
  );
  const repair = spellingRepair(matcher.vocabulary, (word) => placeOf(vectors, word) >= 0);
  const times: number[] = [];
  const look = (text: string, id?: string): Seen => {
    const begun = performance.now();
    const words = wordsOf(text).map((word) =>
      matcher.vocabulary.has(word) ? word : (repair(word) ?? word),
    );
    const { ranked, signals } = guess(matcher, words, plain.speech);
    times.push(performance.now() - begun);
    return {
      right: matcher.meanings[ranked[0]?.meaning ?? 0]?.id === id,
      sureness: sureness ? surenessOf(sureness, signals) : 1,
    };
  };
  const lookAll = (texts: PublicSet['test']) => texts.map(([text, id]) => look(text, id));

  lookAll(test.slice(0, 200));
  times.length = 0;
  const seen = lookAll(test);
  const latencies = [...times];
  const roll = seeded(5);
  const misspelt = lookAll(test.map(([text, id]) => [noisy(text, 0.2, roll), id]));
  const { layer, table } = matcher;
  const bytes =
    layer.weights.byteLength +
    layer.steps.byteLength +
    layer.starts.byteLength +
    layer.meaning.byteLength +
    vectors.packed.byteLength +
    vectors.words.byteLength +
    table.hashes.byteLength +
    table.weights.byteLength;
  return {
    right: share(seen, ({ right }) => right),
    rightWhenMisspelt: share(misspelt, ({ right }) => right),
    ...(hasOutside && {
      outOfScope: outOfScope(
        threshold(
          lookAll(valid),
          oosValid.map((text) => look(text)),
        ),
        seen,
        oosTest.map((text) => look(text)),
      ),
    }),
    trainSeconds,
    calibrateSeconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    modelMb: bytes / 2 ** 20,
  };
}

const plain = { kind: 'answer', speech: 'question', derived: false, weight: 1 } as const;

/** Fits the sureness to whether a text is for us at all, which is what sets with texts out of scope ask for. */
function forUs(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.map((outcome) => ({ ...outcome, right: outcome.taught }));
}

/** The sureness from which acting makes most texts right, "none of these" being right for those out of scope. */
function threshold(inside: readonly Seen[], outside: readonly Seen[]): number {
  const marks = [
    ...inside.map(({ right, sureness }) => ({ sureness, gain: right ? -1 : 0 })),
    ...outside.map(({ sureness }) => ({ sureness, gain: 1 })),
  ].sort((one, other) => one.sureness - other.sureness);
  let total = 0;
  let best = { total: 0, from: 0 };
  marks.forEach(({ sureness, gain }, at) => {
    total += gain;
    const next = marks[at + 1]?.sureness ?? 1;
    if (total > best.total && next > sureness) best = { total, from: (sureness + next) / 2 };
  });
  return best.from;
}

function outOfScope(from: number, inside: readonly Seen[], outside: readonly Seen[]) {
  return {
    right: share(inside, ({ right, sureness }) => right && sureness >= from),
    recall: share(outside, ({ sureness }) => sureness < from),
  };
}

function share(seen: readonly Seen[], isSo: (one: Seen) => boolean): number {
  return (100 * seen.filter(isSo).length) / seen.length;
}

function timed<T>(work: () => T): readonly [T, number] {
  const begun = performance.now();
  const done = work();
  return [done, (performance.now() - begun) / 1000];
}
