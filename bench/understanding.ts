import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';
import { lessonsOf } from '../src/understanding/lessons.ts';
import { intentsMark, loadIntents } from '../src/understanding/load-intents.ts';
import { builtModelFile } from '../src/understanding/load-understanding.ts';
import { fromBytes } from '../src/understanding/model-file.ts';
import { understander } from '../src/understanding/understand.ts';
import { inventories, phrasesIn } from '../test/understanding/measure.ts';
import { percentile } from './figures.ts';
import { type Beside, beside } from './timing.ts';

/** Goldie's whole understanding next to natural's Bayes classifier, both taught with intents/ and asked the same. */
export interface UnderstandingFigures {
  /** One message, ms. */
  readonly p50: Beside;
  readonly p99: Beside;
  /** From the bytes of its file until it can be asked, ms. */
  readonly load: Beside;
  /** What it holds in memory, buffers included, MB. */
  readonly memory: Beside;
}

/** Asks each of the practice phrases `rounds` times. NLP.js is not measured: it brings a hundred packages. */
export async function measureUnderstanding(rounds: number): Promise<UnderstandingFigures> {
  const { asked } = await phrasesIn('phrases');
  const { phrases: known } = await inventories();
  const texts = asked.map(({ text }) => text);

  const model = await readFile(builtModelFile);
  const mark = await intentsMark('intents');
  const goldie = loaded(() => {
    const learnt = fromBytes(new Uint8Array(model), mark);
    if (!learnt) throw new Error('the model is not that of intents/; npm run build makes it');
    return understander(learnt);
  });
  const taught = JSON.stringify(await taughtBayes());
  const bayes = loaded(() => BayesClassifier.restore(JSON.parse(taught)));

  const ours = times(texts, rounds, (text) => goldie.made.understand(text, known));
  const theirs = times(texts, rounds, (text) => bayes.made.getClassifications(text));
  return {
    p50: beside(percentile(ours, 0.5), percentile(theirs, 0.5)),
    p99: beside(percentile(ours, 0.99), percentile(theirs, 0.99)),
    load: beside(goldie.ms, bayes.ms),
    memory: beside(goldie.megabytes, bayes.megabytes),
  };
}

async function taughtBayes(): Promise<BayesClassifier> {
  const bayes = new BayesClassifier();
  for (const { id, text, derived } of lessonsOf(await loadIntents('intents'))) {
    if (!derived) bayes.addDocument(text, id);
  }
  bayes.train();
  return bayes;
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const loads = 7;

/** Makes something several times: the best time, and what the last one holds. */
function loaded<T>(make: () => T) {
  let ms = Infinity;
  for (let time = 1; time < loads; time += 1) {
    const begun = performance.now();
    make();
    ms = Math.min(ms, performance.now() - begun);
  }
  collect();
  const before = inUse();
  const made = make();
  collect();
  return { made, ms, megabytes: (inUse() - before) / 2 ** 20 };
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The best of the rounds for each text, so that other work on the machine does not count. */
function times(
  texts: readonly string[],
  rounds: number,
  ask: (text: string) => unknown,
): readonly number[] {
  const best = texts.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    texts.forEach((text, at) => {
      const begun = performance.now();
      ask(text);
      best[at] = Math.min(best[at] ?? Infinity, performance.now() - begun);
    });
  }
  return best;
}
