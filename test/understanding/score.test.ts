import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Intents, loadIntents } from '../../src/understanding/load-intents.ts';
import { loadUnderstanding } from '../../src/understanding/load-understanding.ts';
import type { Known, Understander } from '../../src/understanding/meaning.ts';
import {
  type Asked,
  allIn,
  askedIn,
  inventories,
  limitsIn,
  phrasesIn,
  type Score,
  scoreOf,
} from './measure.ts';
import { noisy, seeded } from './noise.ts';

const Measured = z.strictObject({ measured: z.number(), tolerance: z.number().positive() });
const Scores = z.strictObject({
  asked: z.record(
    z.string(),
    z.strictObject({ right: Measured, wrong: Measured, reached: Measured }),
  ),
  outside: z.record(z.string(), Measured),
});

let goldie: Understander;
let intents: Intents;
let scores: z.infer<typeof Scores>;
let seen: { readonly sets: Known; readonly phrases: Known };
beforeAll(async () => {
  scores = Scores.parse(JSON.parse(await readFile('test/understanding/scores.json', 'utf8')));
  intents = await loadIntents('intents');
  goldie = await loadUnderstanding('intents');
  seen = await inventories();
}, 120_000);

const isQuestion = ({ ids: [id = ''] }: Asked) => id.startsWith('faq.');
const misspelt = (asked: readonly Asked[]) => {
  const roll = seeded(5);
  return asked.map(({ text, ids }) => ({ ids, text: noisy(text, 0.2, roll) }));
};
const sets: Readonly<Record<string, () => Promise<Score>>> = {
  faq: async () => scoreOf(goldie, await askedIn('faq'), seen.sets),
  'faq, one edit in a fifth of the words': async () =>
    scoreOf(goldie, misspelt(await askedIn('faq')), seen.sets),
  operations: async () => scoreOf(goldie, await askedIn('operations'), seen.sets),
  'fresh, questions': async () => inFresh(isQuestion),
  'fresh, operations': async () => inFresh((asked) => !isQuestion(asked)),
  'phrases, questions': async () => inPhrases('phrases', isQuestion),
  'phrases, operations': async () => inPhrases('phrases', (asked) => !isQuestion(asked)),
  'unseen phrases, questions': async () => inPhrases('unseen-phrases', isQuestion),
  'unseen phrases, operations': async () =>
    inPhrases('unseen-phrases', (asked) => !isQuestion(asked)),
};

async function inFresh(belongs: (asked: Asked) => boolean): Promise<Score> {
  return scoreOf(goldie, (await askedIn('fresh')).filter(belongs), seen.sets);
}

async function inPhrases(file: string, belongs: (asked: Asked) => boolean): Promise<Score> {
  const { asked } = await phrasesIn(file);
  return scoreOf(goldie, asked.filter(belongs), seen.phrases);
}

describe('the score is not below what was measured', () => {
  it('names every set', () => {
    expect(Object.keys(scores.asked).sort()).toEqual(Object.keys(sets).sort());
  });

  it.each(Object.keys(sets))('%s', async (set) => {
    const before = scores.asked[set];
    const now = await sets[set]?.();
    if (!before || !now) throw new Error(`scores.json has nothing about ${set}`);

    expect.soft(now.right).toBeGreaterThanOrEqual(before.right.measured - before.right.tolerance);
    expect.soft(now.wrong).toBeLessThanOrEqual(before.wrong.measured + before.wrong.tolerance);
    expect
      .soft(now.reached)
      .toBeGreaterThanOrEqual(before.reached.measured - before.reached.tolerance);
  });

  it.each(['outside', 'fresh-outside', 'phrases', 'unseen-phrases'])(
    'Goldie does not act on what is not its business: %s',
    async (set) => {
      const acted = await actedOn(set);
      const before = scores.outside[set];
      if (!before) throw new Error(`scores.json has nothing about ${set}`);

      expect(acted).toBeLessThanOrEqual(before.measured + before.tolerance);
    },
  );
});

/** The share of the lines, in percent, that led to what they must not lead to. */
async function actedOn(set: string): Promise<number> {
  const lines =
    set === 'outside' || set === 'fresh-outside'
      ? await limitsIn(set)
      : (await phrasesIn(set)).outside.map((text) => ({
          text,
          may: ['unsure', 'out-of-scope', 'smalltalk'],
        }));
  const acted = lines.filter(({ text, may }) => {
    const { kind, id } = goldie.understand(text, seen.sets);
    return !may.includes(kind) && !may.includes(id ?? '');
  });
  return Math.round((1000 * acted.length) / lines.length) / 10;
}

it('no line about a change becomes an order that it is not', async () => {
  const changes = new Set(
    intents.operations.filter((operation) => operation.changes).map(({ id }) => id),
  );
  const lines = await limitsIn('adversarial');

  const obeyed = lines.filter(({ text, may }) =>
    allIn(goldie.understand(text, seen.sets)).some(
      ({ kind, id, speech }) =>
        kind === 'operation' &&
        speech === 'order' &&
        id !== null &&
        changes.has(id) &&
        !may.includes(id) &&
        !may.includes(kind),
    ),
  );

  expect(obeyed.map(({ text }) => text)).toEqual([]);
});

it('every meaning is measured, and every measured meaning exists', async () => {
  const taught = [...intents.topics.flatMap(({ questions }) => questions), ...intents.operations];
  const measured = [
    ...(await askedIn('faq')),
    ...(await askedIn('operations')),
    ...(await askedIn('fresh')),
    ...(await phrasesIn('phrases')).asked,
  ].map(({ ids: [id = ''] }) => id);

  expect([...new Set(measured)].sort()).toEqual(taught.map(({ id }) => id).sort());
});
