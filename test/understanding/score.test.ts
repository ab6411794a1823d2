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
  meanings: z.record(z.string(), z.array(z.string()).min(6)),
  outside: z.array(z.string()).min(100),
});

interface Score {
  /** Shares in percent. */
  readonly right: number;
  readonly wrong: number;
  /** The right meaning was done or offered. */
  readonly reached: number;
}

describe('understanding of phrases that were never taught', () => {
  let phrases: z.infer<typeof Phrases>;
  let intents: Intents;
  let goldie: Understander;
  beforeAll(async () => {
    phrases = Phrases.parse(parse(await readFile('test/understanding/phrases.yaml', 'utf8')));
    intents = await loadIntents('intents');
    goldie = understander(learn(intents));
  });

  function scoreOf(belongs: (id: string) => boolean): Score {
    const asked = Object.entries(phrases.meanings)
      .filter(([id]) => belongs(id))
      .flatMap(([id, texts]) =>
        texts.map((text) => ({ id, heard: goldie.understand(text, inventory) })),
      );
    const share = (count: number) => (100 * count) / asked.length;
    const right = asked.filter(({ id, heard }) => heard.id === id || heard.slots.about === id);
    const wrong = asked.filter(
      ({ id, heard }) =>
        heard.id !== id &&
        heard.slots.about !== id &&
        heard.kind !== 'unsure' &&
        heard.kind !== 'out-of-scope',
    );
    const offered = asked.filter(
      ({ id, heard }) =>
        heard.kind === 'unsure' && heard.alternatives.some((other) => other.id === id),
    );
    return {
      right: share(right.length),
      wrong: share(wrong.length),
      reached: share(right.length + offered.length),
    };
  }

  it('measures every question and every operation', () => {
    const taught = [...intents.topics.flatMap(({ questions }) => questions), ...intents.operations];

    expect(Object.keys(phrases.meanings).sort()).toEqual(taught.map(({ id }) => id).sort());
  });

  it('answers questions, hardly ever with the wrong answer', () => {
    const { right, wrong, reached } = scoreOf((id) => id.startsWith('faq.'));

    expect(right).toBeGreaterThanOrEqual(78);
    expect(wrong).toBeLessThanOrEqual(3);
    expect(reached).toBeGreaterThanOrEqual(92);
  });

  it('recognises operations', () => {
    const { right, wrong, reached } = scoreOf((id) => !id.startsWith('faq.'));

    expect(right).toBeGreaterThanOrEqual(86);
    expect(wrong).toBeLessThanOrEqual(3.5);
    expect(reached).toBeGreaterThanOrEqual(92);
  });

  it('does not act on what is not its business', () => {
    const acted = phrases.outside.filter((text) => {
      const { kind } = goldie.understand(text, inventory);
      return kind === 'answer' || kind === 'operation';
    });

    expect(acted.length).toBeLessThanOrEqual(4);
  });

  it('teaches no question with a phrase that measures it', () => {
    const measured = new Set(
      Object.values(phrases.meanings)
        .flat()
        .map((text) => text.toLowerCase()),
    );
    const taught = intents.topics.flatMap(({ questions }) => questions.flatMap(({ ask }) => ask));

    const both = taught
      .flatMap((phrase) => variants(phrase, 99))
      .filter((text) => measured.has(text));

    expect(both).toEqual([]);
  });
});
