import { snapshotsFor } from '../quota.ts';
import type { Rule } from '../rule.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { imageQuotaRules } from './image-quota.ts';
import { creationsAtOnce } from './room-in-line.ts';
import { type AboutServer, aboutServer } from './source-server.ts';
import type { Tagged } from './tags.ts';

/** Make a system image of a server, named by its ID. */
export interface CreateSystemImage extends ImageAttributes, Tagged {
  readonly server?: string;
  readonly name?: string;
  /** Only the key of the server's own system disk is possible. R-SYS-13 */
  readonly keyId?: string;
}

export type CreateCase = AboutServer<CreateSystemImage>;

/** Something was asked for at all. */
export const bodyGiven: Rule<CreateCase> = {
  id: 'R-BODY-01',
  step: 'shape',
  source: 'api/error_codes',
  check: ({ request }) =>
    Object.values(request).every((value) => value === undefined)
      ? { severity: 'block', code: 'IMG.0007' }
      : undefined,
};

/** Is there room for one more image. SPEC 3.1 */
export const createQuotaRules: readonly Rule<CreateCase>[] = [
  ...imageQuotaRules,
  aboutServer('R-QUOTA-03', 'quota', 'S2', (server, { world: { own, profile } }) => {
    const limit = profile.quota.snapshots;
    const needed = snapshotsFor(server);
    if (limit === null || own.snapshotsUsed + needed <= limit) return undefined;
    const facts = { limit, used: own.snapshotsUsed, needed };
    return { severity: 'block', code: 'IMSX.0003', facts };
  }),
  creationsAtOnce,
];

/** What people should know when data of a server go into an image. SPEC 3.3 */
export const sourceNotes: readonly Rule<AboutServer>[] = [
  aboutServer('R-SYS-03', 'confirmation', 'S0', ({ state }) =>
    state === 'running' ? { severity: 'info' } : undefined,
  ),
  aboutServer(
    'R-SYS-04',
    'confirmation',
    'umn/creating_a_system_disk_image_from_a_linux_ecs; S2',
    () => ({ severity: 'warn' }),
  ),
  aboutServer('R-SYS-14', 'confirmation', 'umn/creating_a_system_disk_image', ({ region }) => ({
    severity: 'info',
    facts: { region },
  })),
  aboutServer('R-ASYNC-01', 'confirmation', 'api/creating_an_image', () => ({
    severity: 'info',
  })),
];

/** The same for a system image of it. SPEC 3.3 */
export const createNotes: readonly Rule<CreateCase>[] = [
  ...sourceNotes,
  aboutServer(
    'R-SYS-15',
    'confirmation',
    'api/creating_an_image',
    ({ originImage: { publicOsVendor: vendor } }, { world }) => {
      const { blockedOrigins } = world.profile.export;
      const blocked = vendor !== undefined && blockedOrigins.includes(vendor);
      return blocked ? { severity: 'info', facts: { vendor } } : undefined;
    },
  ),
  aboutServer('R-SYS-16', 'confirmation', 'umn/creating_a_system_disk_image', () => ({
    severity: 'info',
  })),
  aboutServer('R-SYS-17', 'confirmation', 'umn/faqs/image_deletion', () => ({
    severity: 'info',
  })),
  aboutServer('R-JDC-08', 'confirmation', 'S2', (server, { world }) =>
    world.profile.quota.snapshots !== null && snapshotsFor(server) > 0
      ? { severity: 'warn', facts: { snapshots: snapshotsFor(server) } }
      : undefined,
  ),
];
