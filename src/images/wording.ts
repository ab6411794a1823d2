import { z } from 'zod';
import type { Finding } from './finding.ts';

const Sentence = z.strictObject({ says: z.string().min(1), do: z.string().default('') }).readonly();

/** Words of one rule: one sentence, or one per code or severity where the rule speaks in several ways. */
const RuleWords = z.union([Sentence, z.record(z.string(), Sentence).readonly()]);

/** `intents/wording/rules.yaml`: rule ID -> what people read. Facts of the finding are `{{placeholders}}`. */
export const RuleWording = z.record(z.string().regex(/^R-/), RuleWords).readonly();
export type RuleWording = z.infer<typeof RuleWording>;

export interface Worded {
  readonly says: string;
  /** What to do about it; may be empty. */
  readonly do: string;
}

/**
 * A finding in words. By its code, else its severity, where the rule has several sentences. A rule without words gives
 * its ID, so that a finding is never silent.
 */
export function wordsFor(wording: RuleWording, finding: Finding): Worded {
  const sentence = sentenceFor(wording, finding) ?? { says: finding.rule, do: '' };
  return { says: fill(sentence.says, finding), do: fill(sentence.do, finding) };
}

/** The sentence before its placeholders are filled in. */
export function sentenceFor(
  wording: RuleWording,
  { rule, code, severity }: Finding,
): Worded | undefined {
  const words = wording[rule];
  if (!words) return undefined;
  const single = Sentence.safeParse(words);
  if (single.success) return single.data;
  const several = z.record(z.string(), Sentence).safeParse(words);
  return several.data?.[code ?? ''] ?? several.data?.[severity];
}

function fill(text: string, { facts }: Finding): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, fact: string) =>
    String(facts[fact] ?? placeholder),
  );
}
