import type { Asked } from '../asked.ts';
import { isRemoved } from '../image-states.ts';
import type { Facts } from '../job.ts';
import type { Rule } from '../rule.ts';
import type { Backup } from '../source.ts';
import { rulesAbout } from './about.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { Tagged } from './tags.ts';

/** Make a full-ECS image of a backup, named by its ID. */
export interface CreateFromBackup extends ImageAttributes, Tagged {
  readonly backup?: string;
  readonly name?: string;
  /** The service that made the backup. The clouds take CSBS where nothing is said. R-FBK-02 */
  readonly service?: 'CSBS' | 'CBR';
}

export interface BackupCase extends Asked<CreateFromBackup> {
  readonly backup: Backup | undefined;
}

/** A rule about a backup that exists. */
const aboutBackup = rulesAbout(
  ({ backup }: BackupCase) => backup,
  (_, backup) => naming(backup),
);

function naming({ name, service, state }: Backup): Facts {
  return { backup: name, service: service.toUpperCase(), state };
}

/** The image that was made of the backup, while there is one. */
function imageOf({ usedByImageId }: Backup, { world: { own } }: BackupCase) {
  return own.images.find((image) => image.id === usedByImageId && !isRemoved(image));
}

/** Which backups a full-ECS image can be made of. SPEC 3.9 */
export const backupRules: readonly Rule<BackupCase>[] = [
  {
    id: 'R-FBK-01',
    step: 'existence',
    source: 'api/creating_a_full-ecs_image; api/error_codes',
    check: ({ request, backup }) => {
      if (backup) return undefined;
      if (!request.backup) return { severity: 'block', code: 'IMG.0019' };
      const code = request.service === 'CBR' ? 'IMG.0020' : 'IMG.0127';
      return { severity: 'block', code, facts: { backup: request.backup } };
    },
  },
  aboutBackup('R-FBK-02', 'shape', 'api/creating_a_full-ecs_image', ({ service }, { request }) => {
    const said = request.service ?? 'CSBS';
    return said === service.toUpperCase()
      ? undefined
      : { severity: 'block', code: 'IMG.0198', facts: { said } };
  }),
  aboutBackup('R-FBK-10', 'offered', 'api/error_codes', ({ service }, { world: { profile } }) => {
    const { backupServices } = profile.fullEcs;
    if (backupServices.includes(service)) return undefined;
    const code = service === 'csbs' ? 'IMG.0190' : 'IMG.0180';
    const offered = backupServices.join(', ').toUpperCase();
    return { severity: 'block', code, facts: { cloud: profile.label, offered } };
  }),
  aboutBackup('R-FBK-09', 'ownership', 'api/error_codes', ({ accessible }) =>
    accessible ? undefined : 'IMG.0133',
  ),
  aboutBackup(
    'R-FBK-03',
    'state',
    'api/creating_a_full-ecs_image; api/error_codes',
    ({ state, service }) => {
      if (state === 'available') return undefined;
      return service === 'csbs' ? 'IMG.0132' : 'IMG.0032';
    },
  ),
  aboutBackup('R-FBK-04', 'state', 'api/creating_a_full-ecs_image', (backup, given) => {
    const image = imageOf(backup, given);
    const code = backup.service === 'csbs' ? 'IMG.0134' : 'IMG.0029';
    return image && { severity: 'block', code, facts: { image: image.name } };
  }),
  aboutBackup('R-FBK-05', 'state', 'api/creating_a_full-ecs_image', ({ service, disks }) => {
    const shared = disks.find((disk) => disk.shared);
    return service === 'csbs' && shared
      ? { severity: 'block', code: 'IMSX.0033', facts: { disk: shared.device } }
      : undefined;
  }),
  aboutBackup('R-FBK-08', 'resources', 'api/error_codes', ({ service, osVersion }) =>
    service === 'cbr' && osVersion === undefined ? 'IMG.0195' : undefined,
  ),
  aboutBackup('R-FBK-06', 'confirmation', 'api/creating_a_full-ecs_image', () => ({
    severity: 'confirm',
    code: 'IMSX.0032',
  })),
  aboutBackup('R-FBK-07', 'confirmation', 'api/creating_a_full-ecs_image', (backup) =>
    backup.shared || backup.service === 'csbs' ? { severity: 'info' } : undefined,
  ),
];
