import { type Breach, type Finding, type RuleId, type Step, steps } from './finding.ts';

/** One documented rule, decided in one place. Pure: the case holds everything it may look at. */
export interface Rule<Case> {
  readonly id: RuleId;
  readonly step: Step;
  /** Document the rule comes from, as SPEC.md abbreviates it; [D] marks a decision of our own. */
  readonly source: string;
  readonly check: (given: Case) => Breach | readonly Breach[] | undefined;
}

/** All that the rules have to say about a case, in the fixed order of SPEC 6.2; within a step in the order of the list. */
export function findings<Case>(rules: readonly Rule<Case>[], given: Case): readonly Finding[] {
  return rules
    .flatMap((rule) => [rule.check(given) ?? []].flat().map((breach) => finding(rule, breach)))
    .toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
}

function finding<Case>({ id, step, source }: Rule<Case>, breach: Breach): Finding {
  return { rule: id, step, source, facts: {}, ...breach };
}
