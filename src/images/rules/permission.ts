import type { Asked } from '../asked.ts';
import type { Code } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { Account, Action } from '../world.ts';

/** The caller needs the action in the project they act for. R-PERM-01 to 03 decide who has which actions. */
export function needs(action: Action): Rule<Asked<unknown>> {
  return {
    id: 'R-AUTH-01',
    step: 'permission',
    source: 'api/error_codes; api/permissions_and_supported_actions',
    check: ({ world: { caller, directory } }) => {
      if (caller.actions.has(action)) return undefined;
      const project = directory.project(caller.project)?.name ?? caller.project;
      return { severity: 'block', code: 'IMG.0026', facts: { action, project } };
    },
  };
}

const standings: Readonly<Record<Account['standing'], Code | undefined>> = {
  ok: undefined,
  unverified: 'IMG.0238',
  'no-balance': 'IMG.0239',
  'payment-incomplete': 'IMG.0241',
  'budget-low': 'IMG.0242',
};

/** For everything that costs money. */
export const accountInGoodStanding: Rule<Asked<unknown>> = {
  id: 'R-PERM-06',
  step: 'permission',
  source: 'api/error_codes',
  check: ({ world: { caller, directory } }) => {
    const account = directory.account(directory.project(caller.project)?.account ?? '');
    const code = account && standings[account.standing];
    return code && { severity: 'block', code, facts: { account: account.name } };
  },
};
