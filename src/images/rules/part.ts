import type { Rule } from '../rule.ts';

/** Rules about a part of a case. They say nothing where the case has no such part. */
export function judging<Case, Part>(
  rules: readonly Rule<Part>[],
  partOf: (given: Case) => Part | undefined,
): readonly Rule<Case>[] {
  return rules.map(({ id, step, source, check }) => ({
    id,
    step,
    source,
    check: (given) => {
      const part = partOf(given);
      return part && check(part);
    },
  }));
}
