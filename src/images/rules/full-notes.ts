import type { Breach, RuleId } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { Server } from '../server.ts';
import type { FullCase } from './full-server.ts';
import { wholeGb } from './full-vault.ts';
import { aboutServer } from './source-server.ts';

function said(
  id: RuleId,
  source: string,
  judge: (server: Server, given: FullCase) => Breach | undefined,
): Rule<FullCase> {
  return aboutServer(id, 'confirmation', source, judge);
}

/** What people agree to and should know when they make a full-ECS image. SPEC 3.8 */
export const fullNotes: readonly Rule<FullCase>[] = [
  said('R-FULL-03', 'S4', ({ state, guest }) =>
    state === 'running' && guest.containsDatabase
      ? { severity: 'confirm', code: 'IMSX.0024' }
      : undefined,
  ),
  said('R-FULL-07', 'S4', ({ osType, guest }, { world: { profile } }) => {
    if (osType !== 'Windows' || guest.sanPolicy === 'OnlineAll') return undefined;
    const facts = { policy: guest.sanPolicy };
    return profile.fullEcs.sanPolicy === 'confirm'
      ? { severity: 'confirm', code: 'IMSX.0032', facts }
      : { severity: 'info', facts };
  }),
  said('R-FULL-04', 'S4', () => ({ severity: 'warn' })),
  said('R-FULL-19', 'S4', (_server, { request: { tags = [], imageTags = [] } }) =>
    tags.length + imageTags.length === 0 ? { severity: 'warn', code: 'IMG.0115' } : undefined,
  ),
  said('R-FULL-11', 'S4', ({ az }, { world: { profile } }) => {
    const { azLimitedFirst, backupSeconds } = profile.fullEcs;
    const minutes = Math.round(backupSeconds / 60);
    return azLimitedFirst ? { severity: 'info', facts: { az, minutes } } : undefined;
  }),
  said('R-FULL-18', 'S4; umn/faqs', (server, { vault }) =>
    vault
      ? { severity: 'info', facts: { vault: vault.name, neededGb: wholeGb(server) } }
      : undefined,
  ),
  said('R-FULL-22', 'S1', () => ({ severity: 'info' })),
  said('R-FULL-17', 'S4', () => ({ severity: 'info' })),
  said('R-SYS-03', 'S0', ({ state }) => (state === 'running' ? { severity: 'info' } : undefined)),
  said('R-SYS-14', 'umn/creating_a_full-ecs_image', ({ region }) => ({
    severity: 'info',
    facts: { region },
  })),
  said('R-ASYNC-01', 'api/creating_an_image', () => ({ severity: 'info' })),
];
