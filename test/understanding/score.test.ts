import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { learn } from '../../src/understanding/learn.ts';
import { type Intents, loadIntents } from '../../src/understanding/load-intents.ts';
import type { Understander } from '../../src/understanding/meaning.ts';
import { variants } from '../../src/understanding/phrase-grammar.ts';
import { understander } from '../../src/understanding/understand.ts';
import { inventory } from './inventory.ts';

const Phrases = z.strictObject({
  meanings: z.record(z.string(), z.array(z.string()).min(2)),
  outside: z.array(z.string()).min(30),
});

interface Score {
  /** Shares in percent. */
  readonly right: number;
  readonly wrong: number;
  /** The right meaning was done or offered. */
  readonly reached: number;
}

let intents: Intents;
let goldie: Understander;
beforeAll(async () => {
  intents = await loadIntents('intents');
  goldie = understander(learn(intents));
}, 60_000);

async function phrasesIn(file: string): Promise<z.infer<typeof Phrases>> {
  return Phrases.parse(parse(await readFile(`test/understanding/${file}`, 'utf8')));
}

function scoreOf(phrases: z.infer<typeof Phrases>, belongs: (id: string) => boolean): Score {
  const asked = Object.entries(phrases.meanings)
    .filter(([id]) => belongs(id))
    .flatMap(([id, texts]) =>
      texts.map((text) => {
        const { kind, id: heard, slots, alternatives } = goldie.understand(text, inventory);
        const isRight = heard === id || slots.about === id;
        return {
          isRight,
          isWrong: !isRight && kind !== 'unsure' && kind !== 'out-of-scope',
          isOffered: kind === 'unsure' && alternatives.some((other) => other.id === id),
        };
      }),
    );
  const percent = (
    wanted: (asked: { isRight: boolean; isWrong: boolean; isOffered: boolean }) => boolean,
  ) => (100 * asked.filter(wanted).length) / asked.length;
  return {
    right: percent(({ isRight }) => isRight),
    wrong: percent(({ isWrong }) => isWrong),
    reached: percent(({ isRight, isOffered }) => isRight || isOffered),
  };
}

const isQuestion = (id: string) => id.startsWith('faq.');
const isOperation = (id: string) => !isQuestion(id);

describe.each([
  ['phrases.yaml', { questions: [94, 1, 97], operations: [96, 1, 98], outsideActedOn: 2 }],
  ['unseen-phrases.yaml', { questions: [80, 3, 92], operations: [90, 1, 97], outsideActedOn: 4 }],
] as const)('understanding %s', (file, floors) => {
  it('measures every question and every operation', async () => {
    const { meanings } = await phrasesIn(file);
    const taught = [...intents.topics.flatMap(({ questions }) => questions), ...intents.operations];

    expect(Object.keys(meanings).sort()).toEqual(taught.map(({ id }) => id).sort());
  });

  it.each([
    ['questions', isQuestion],
    ['operations', isOperation],
  ] as const)('recognises %s and is hardly ever wrong about them', async (kind, belongs) => {
    const [leastRight, mostWrong, leastReached] = floors[kind];

    const { right, wrong, reached } = scoreOf(await phrasesIn(file), belongs);

    expect(right).toBeGreaterThanOrEqual(leastRight);
    expect(wrong).toBeLessThanOrEqual(mostWrong);
    expect(reached).toBeGreaterThanOrEqual(leastReached);
  });

  it('does not act on what is not its business', async () => {
    const { outside } = await phrasesIn(file);

    const acted = outside.filter((text) => {
      const { kind } = goldie.understand(text, inventory);
      return kind === 'answer' || kind === 'operation';
    });

    expect((100 * acted.length) / outside.length).toBeLessThanOrEqual(floors.outsideActedOn);
  });

  it('teaches no question with a phrase that measures it', async () => {
    const { meanings } = await phrasesIn(file);
    const measured = new Set(
      Object.values(meanings)
        .flat()
        .map((text) => text.toLowerCase()),
    );
    const taught = intents.topics.flatMap(({ questions }) => questions.flatMap(({ ask }) => ask));

    const both = taught
      .flatMap((phrase) => variants(phrase, 99))
      .filter((text) => measured.has(text.toLowerCase()));

    expect(both).toEqual([]);
  });
});
