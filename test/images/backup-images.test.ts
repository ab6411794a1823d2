import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { createFromBackup } from '../../src/images/operations/create-from-backup.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import type { Unit } from '../../src/images/unit.ts';
import { ofBackup, ofCsbs } from './bad-backup-images.ts';
import {
  aBackup,
  aDisk,
  aFullImage,
  aServer,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  p1,
  p2,
} from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const disks = [aDisk(), aDisk({ id: 'disk-2', role: 'data', sizeGb: 80, device: '/dev/vdb' })];

function begun(backup: Parameters<typeof aBackup>[0] = {}): Unit {
  const own = aUnit({ servers: [aServer()], backups: [aBackup({ disks, ...backup })] });
  return carriedOut(createFromBackup, aWorld({ own }), {
    backup: 'backup-1',
    name: 'erp',
    service: backup.service === 'csbs' ? 'CSBS' : 'CBR',
  });
}

it('has the disks of the backup and the system that it knows of', () => {
  const unit = begun({ osVersion: 'Windows 10 64bit' });

  expect(unit.images).toMatchObject([
    {
      type: 'full-ecs',
      status: 'queued',
      minDisk: 40,
      osType: 'Windows',
      osVersion: 'Windows 10 64bit',
      disks: [
        { role: 'system', sizeGb: 40 },
        { role: 'data', sizeGb: 80 },
      ],
      origin: { kind: 'cbr', refId: 'backup-1', sharedBackup: false },
    },
  ]);
  expect(unit.backups).toMatchObject([{ usedByImageId: unit.images[0]?.id }]);
});

it('T4: can be used in the whole region at once', () => {
  const unit = unitOf(runJobs(units(begun())), p1);

  expect(unit.images).toMatchObject([{ status: 'active' }]);
  expect(unit.images[0]?.limitedToAz).toBeUndefined();
});

it('T6: a failure frees the backup for another try', () => {
  const unit = unitOf(runJobs(units(begun()), { breakAt: 'transfer' }), p1);
  const again = { backup: 'backup-1', name: 'erp-2', service: 'CBR' } as const;

  expect(unit.images).toMatchObject([{ status: 'killed' }]);
  expect(unit.backups[0]?.usedByImageId).toBeUndefined();
  expect(decide(createFromBackup, aWorld({ own: unit }), again).refused).toBe(false);
});

it('has the same end when every step is done three times', () => {
  expect(runJobs(units(begun()), { times: 3 })).toEqual(runJobs(units(begun())));
});

it.each([
  ['a CBR backup', {}, false],
  ['a CBR backup that was shared', { shared: true }, true],
  ['a CSBS backup', { service: 'csbs' }, true],
] as const)(
  'R-FBK-07: whether an image of %s is refused to be shared',
  (_what, backup, refused) => {
    const own = unitOf(runJobs(units(begun(backup))), p1);
    const share = { image: own.images[0]?.id ?? '', targets: [p2] };

    expect(decide(shareImage, aWorld({ own }), share).refused).toBe(refused);
  },
);

describe('the most that is possible', () => {
  it.each([
    ['a CBR backup with a shared disk', ofBackup({ disks: [aDisk({ shared: true })] })],
    ['a CSBS backup without its system', ofCsbs()],
    [
      'a backup whose image was deleted',
      ofBackup(
        {},
        { service: 'CBR' },
        {},
        {
          images: [aFullImage({ status: 'deleted' })],
          backups: [aBackup({ usedByImageId: imageId(1) })],
        },
      ),
    ],
  ])('%s is accepted', (_what, decided) => {
    expect(decided().refused).toBe(false);
  });
});
