import type { Rule } from '../rule.ts';

/** Rules about one part of a request, asked of each of its parts. */
export function everyPart<Case, Part>(
  rules: readonly Rule<Part>[],
  partsOf: (given: Case) => readonly Part[],
): readonly Rule<Case>[] {
  return rules.map(({ id, step, source, check }) => ({
    id,
    step,
    source,
    check: (given) => partsOf(given).flatMap((part) => check(part) ?? []),
  }));
}
