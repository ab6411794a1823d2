import { decide } from '../../src/images/decision.ts';
import {
  type CreateFromBackup,
  createFromBackup,
} from '../../src/images/operations/create-from-backup.ts';
import type { Row } from './bad-requests.ts';
import {
  aBackup,
  aDisk,
  aFullImage,
  aProfile,
  aUnit,
  aWorld,
  imageId,
  type WorldParts,
} from './builders.ts';

/** A full-ECS image of a CSBS backup. */
export function ofCsbs(
  backup: Parameters<typeof aBackup>[0] = {},
  world: WorldParts = {},
  own: Parameters<typeof aUnit>[0] = {},
) {
  return ofBackup({ service: 'csbs', ...backup }, { service: 'CSBS' }, world, own);
}

/** A full-ECS image of a CBR backup. */
export function ofBackup(
  backup: Parameters<typeof aBackup>[0] = {},
  request: Partial<CreateFromBackup> = { service: 'CBR' },
  world: WorldParts = {},
  own: Parameters<typeof aUnit>[0] = {},
) {
  const unit = aUnit({ backups: [aBackup(backup)], ...own });
  return () =>
    decide(createFromBackup, aWorld({ own: unit, ...world }), {
      backup: 'backup-1',
      name: 'erp',
      ...request,
    });
}

const used = { usedByImageId: imageId(1) };
const user = { images: [aFullImage()] };

function withoutOs() {
  const { osVersion: _, ...backup } = aBackup();
  return decide(createFromBackup, aWorld({ own: aUnit({ backups: [backup] }) }), {
    backup: 'backup-1',
    name: 'erp',
    service: 'CBR',
  });
}

export const badBackupImages: readonly Row[] = [
  [
    120,
    'R-FBK-01',
    'no backup',
    'IMG.0019',
    () => decide(createFromBackup, aWorld(), { name: 'erp' }),
  ],
  [121, 'R-FBK-01', 'an unknown CSBS backup', 'IMG.0127', ofBackup({}, { backup: 'backup-9' })],
  [122, 'R-FBK-02', 'a CBR backup without its type', 'IMG.0198', ofBackup({}, {})],
  [123, 'R-FBK-03', 'a CSBS backup that is being made', 'IMG.0132', ofCsbs({ state: 'creating' })],
  [
    124,
    'R-FBK-04',
    'a backup that has an image',
    'IMG.0134',
    ofCsbs(used, {}, { ...user, backups: [aBackup({ service: 'csbs', ...used })] }),
  ],
  [
    125,
    'R-FBK-05',
    'a CSBS backup with a shared disk',
    'IMSX.0033',
    ofCsbs({ disks: [aDisk(), aDisk({ id: 'disk-2', role: 'data', shared: true })] }),
  ],
  [126, 'R-FBK-08', 'a CBR backup without its system', 'IMG.0195', withoutOs],
  [275, 'R-FBK-09', 'a backup that cannot be read', 'IMG.0133', ofCsbs({ accessible: false })],
  [
    276,
    'R-FBK-10',
    'a CSBS backup where only CBR counts',
    'IMG.0190',
    ofCsbs({}, { profile: aProfile('huawei', { fullEcs: { backupServices: ['cbr'] } }) }),
  ],
];

/** Requests in which the rules of backups speak besides. */
export const moreBackupImages = [
  ofBackup({}, { service: 'CBR', backup: 'backup-9' }),
  ofBackup({ state: 'error' }),
  ofBackup(used, { service: 'CBR' }, {}, { ...user, backups: [aBackup(used)] }),
  ofBackup(
    {},
    { service: 'CBR' },
    { profile: aProfile('huawei', { fullEcs: { backupServices: ['csbs'] } }) },
  ),
  ofCsbs(),
];
