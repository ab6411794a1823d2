import type { Breach, RuleId } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { Guest, Server } from '../server.ts';
import { type AboutServer, aboutServer } from './source-server.ts';

const ask: Breach = { severity: 'confirm', code: 'IMSX.0032' };
const warn: Breach = { severity: 'warn' };

/** A line of the checklist: asked or said only where the guest is not known to satisfy it. */
function unless(
  id: RuleId,
  breach: Breach,
  source: string,
  satisfied: (guest: Guest, server: Server) => boolean,
): Rule<AboutServer> {
  return aboutServer(id, 'confirmation', source, (server) =>
    satisfied(server.guest, server) ? undefined : breach,
  );
}

const guide = 'umn/creating_a_system_disk_image_from_a_linux_ecs';

/** Whatever is on a disk will be in its image. */
export const secretsRemoved: Rule<AboutServer> = unless(
  'R-PREP-01',
  ask,
  `${guide}; S1`,
  (guest) => guest.sensitiveDataRemoved,
);

const checklist: readonly Rule<AboutServer>[] = [
  secretsRemoved,
  unless('R-PREP-02', ask, guide, (guest) => guest.dhcp),
  unless(
    'R-PREP-03',
    ask,
    guide,
    (guest, { osType }) => osType !== 'Linux' || guest.networkRulesCleared,
  ),
  unless('R-PREP-04', warn, guide, (guest) => guest.cloudInit),
  unless('R-PREP-05', warn, 'umn/optimizing a private image', (guest) => guest.virtioDrivers),
  unless(
    'R-PREP-06',
    warn,
    'umn/running_sysprep',
    (guest, { osType }) => osType !== 'Windows' || !guest.inDomain || guest.sysprep,
  ),
];

/** What should be done inside a guest before an image is made of it. SPEC 3.2 */
export const preparationRules: readonly Rule<AboutServer>[] = [
  ...checklist,
  unless('R-PREP-07', { severity: 'info' }, guide, () => false),
  unless('R-PREP-08', { severity: 'info' }, guide, () => false),
  {
    id: 'R-PREP-09',
    step: 'confirmation',
    source: 'S4',
    check: (given) =>
      given.server && checklist.some((rule) => rule.check(given) !== undefined)
        ? { severity: 'info', facts: { server: given.server.name } }
        : undefined,
  },
];

/** The same for an image of the system disk alone, which leaves other disks behind. SPEC 3.2, 3.3 */
export const guestRules: readonly Rule<AboutServer>[] = [
  ...preparationRules,
  aboutServer('R-SYS-08', 'confirmation', `S2; ${guide}`, ({ guest, osType }, { world }) => {
    if (guest.fstabAutomount.length === 0 || osType === 'Windows') return undefined;
    const facts = { mounts: guest.fstabAutomount.join(', ') };
    return world.profile.guest.fstabAutomount === 'block'
      ? { severity: 'block', code: 'IMSX.0002', facts }
      : { severity: 'confirm', code: 'IMSX.0024', facts };
  }),
];
