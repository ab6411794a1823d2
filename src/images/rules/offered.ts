import type { Asked } from '../asked.ts';
import type { Figures } from '../profile-schema.ts';
import type { Rule } from '../rule.ts';

/** The cloud offers the operation at all. [D]: the clouds have no code for it. */
export function offered(operation: keyof Figures['operations']): Rule<Asked<unknown>> {
  return {
    id: 'R-OFFER-01',
    step: 'offered',
    source: '[D] SPEC 6.2',
    check: ({ world: { profile } }) =>
      profile.operations[operation] === 'offered'
        ? undefined
        : { severity: 'block', code: 'IMSX.0025', facts: { cloud: profile.label } },
  };
}
