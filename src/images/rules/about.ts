import type { Breach, Code, RuleId, Step } from '../finding.ts';
import type { Facts } from '../job.ts';
import type { Rule } from '../rule.ts';

/** Makes a rule about a thing of a case. A bare code is a refusal with it. */
type RuleAbout<Case, Thing> = <Given extends Case>(
  id: RuleId,
  step: Step,
  source: string,
  judge: (thing: Thing, given: Given) => Breach | Code | undefined,
) => Rule<Given>;

/**
 * How rules about one thing are made.
 * @param thingOf the thing; without one the rules say nothing, as another rule does
 * @param naming what the sentences of all these rules may speak of
 */
export function rulesAbout<Case, Thing>(
  thingOf: (given: Case) => Thing | undefined,
  naming: (given: Case, thing: Thing) => Facts,
): RuleAbout<Case, Thing> {
  return (id, step, source, judge) => ({
    id,
    step,
    source,
    check: (given) => {
      const thing = thingOf(given);
      const found = thing && judge(thing, given);
      if (thing === undefined || found === undefined) return undefined;
      const breach: Breach = typeof found === 'string' ? { severity: 'block', code: found } : found;
      return { ...breach, facts: { ...naming(given, thing), ...breach.facts } };
    },
  });
}
