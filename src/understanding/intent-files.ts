import { z } from 'zod';
import { PhraseFault, phraseSlots, slotsOf, variants } from './phrase-grammar.ts';

const Phrase = z
  .string()
  .trim()
  .min(1)
  .superRefine((phrase, problems) => {
    for (const slot of slotsOf(phrase)) {
      if (phraseSlots.some((known) => known === slot)) continue;
      const message = `"${phrase}" uses {${slot}}; known are ${phraseSlots.join(', ')}`;
      problems.addIssue({ code: 'custom', message });
    }
    try {
      variants(phrase, 1);
    } catch (error) {
      if (!(error instanceof PhraseFault)) throw error;
      problems.addIssue({ code: 'custom', message: error.message });
    }
  });

const Phrases = (least: number) =>
  z.array(Phrase).min(least, `give at least ${least} really different ways of asking`);

const OperationId = z
  .string()
  .regex(/^[a-z]+(\.[a-z]+(-[a-z]+)*)?$/, 'an operation id is like image.share');

const CloudVariant = z.strictObject({
  short: z.string().trim().min(1).optional(),
  answer: z.string().trim().min(1).optional(),
  difference: z.string().trim().min(1).optional(),
  source: z.string().trim().min(1).optional(),
  disagreements: z.array(z.string().trim().min(1)).default([]),
});

const Question = z.strictObject({
  id: z.string().regex(/^faq\.[a-z0-9]+(-[a-z0-9]+)*$/, 'a question id is like faq.share-limit'),
  title: z.string().endsWith('?', 'a title is a question and ends in ?'),
  ask: Phrases(20),
  short: z.string().trim().min(1),
  answer: z.string().trim().min(1),
  clouds: z.record(z.string(), CloudVariant).default({}),
  disagreements: z.array(z.string().trim().min(1)).default([]),
  source: z.string().trim().min(1).optional(),
  checked: z.iso.date().optional(),
  'see also': z.array(z.string()).default([]),
  do: OperationId.optional(),
  about: OperationId.optional(),
});
export type Question = z.infer<typeof Question>;

/** One file in intents/faq: a topic, where its facts come from, and its questions. */
export const FaqTopic = z.strictObject({
  topic: z.string().trim().min(1),
  source: z.string().trim().min(1, 'say where the answers come from'),
  checked: z.iso.date('say when the source was checked, like 2026-11-20'),
  questions: z.array(Question).min(1),
});
export type FaqTopic = z.infer<typeof FaqTopic>;

/** One file in intents/operations: the words that lead to one task, and whether the task changes anything. */
export const OperationFile = z.strictObject({
  id: OperationId,
  changes: z.boolean('say whether the operation changes anything: true or false'),
  ask: Phrases(15),
});
export type OperationFile = z.infer<typeof OperationFile>;

/** One file in intents/smalltalk. */
export const SmalltalkFile = z.strictObject({
  id: z.string().regex(/^smalltalk\.[a-z-]+$/, 'a smalltalk id is like smalltalk.greeting'),
  ask: Phrases(5),
});
export type SmalltalkFile = z.infer<typeof SmalltalkFile>;

/** intents/outside.yaml: what is not for Goldie. */
export const OutsideFile = z.strictObject({ id: z.literal('outside'), ask: Phrases(20) });
export type OutsideFile = z.infer<typeof OutsideFile>;

const Words = z.array(z.string().trim().toLowerCase().min(1)).min(1);

/** intents/synonyms.yaml: words that mean the same, how people call the clouds, and what they search images for. */
export const SynonymsFile = z.strictObject({
  groups: z.record(z.string(), Words),
  clouds: z.record(z.string(), Words),
  systems: Words,
});
export type SynonymsFile = z.infer<typeof SynonymsFile>;
