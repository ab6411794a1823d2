import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { createFullImage } from '../../src/images/operations/create-full-image.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import type { Unit } from '../../src/images/unit.ts';
import { full } from './bad-full-images.ts';
import {
  aBackup,
  aCause,
  aDisk,
  aServer,
  aUnit,
  aVault,
  aWorld,
  carriedOut,
  later,
  p1,
} from './builders.ts';
import { runJobs, runUntil, unitOf, units } from './run-job.ts';

const request = { server: 's1', name: 'erp', vaultId: 'v1' };
const own = aUnit({
  servers: [
    aServer({
      disks: [aDisk(), aDisk({ id: 'disk-2', role: 'data', sizeGb: 80, device: '/dev/vdb' })],
    }),
  ],
  vaults: [aVault({ usedGb: 10 })],
});

function begun(unit: Unit = own): Unit {
  return carriedOut(createFullImage, aWorld({ own: unit }), request);
}
function ended(breakAt?: string): Unit {
  return unitOf(runJobs(units(begun()), breakAt === undefined ? {} : { breakAt }), p1);
}
function inAz(): Unit {
  return unitOf(runUntil(units(begun()), 'complete-backup'), p1);
}

describe('a full-ECS image that is begun', () => {
  it('takes its vault space, locks its server and has a record with all disks', () => {
    const unit = begun();

    expect(unit.images).toMatchObject([
      {
        type: 'full-ecs',
        status: 'queued',
        minDisk: 40,
        disks: [
          { role: 'system', sizeGb: 40 },
          { role: 'data', sizeGb: 80 },
        ],
        origin: { kind: 'server', csbsLegacy: false },
      },
    ]);
    expect(unit.servers).toMatchObject([{ locked: true }]);
    expect(unit.vaults).toMatchObject([{ usedGb: 130, servers: ['s1'] }]);
    expect(unit.backups).toMatchObject([
      { service: 'cbr', state: 'creating', vaultId: 'v1', usedByImageId: unit.images[0]?.id },
    ]);
  });

  it('remembers a backup of the old service, because its image cannot be shared (R-FULL-15)', () => {
    const unit = begun({ ...own, backups: [aBackup({ service: 'csbs' })] });

    expect(unit.images).toMatchObject([{ origin: { csbsLegacy: true } }]);
  });

  it('lets nobody operate the server (R-FULL-10)', () => {
    const stop = decide(operateServer, aWorld({ own: begun() }), { server: 's1', action: 'stop' });

    expect(stop.findings).toContainEqual(
      expect.objectContaining({ rule: 'R-FULL-10', code: 'IMSX.0028' }),
    );
  });
});

describe('once the disks are saved', () => {
  it('T4: the image can be used in the AZ of its server, which is told, and the server is free', () => {
    const unit = inAz();

    expect(unit.images).toMatchObject([{ status: 'active', limitedToAz: 'az1' }]);
    expect(unit.servers).toMatchObject([{ locked: false }]);
    expect(unit.notices).toMatchObject([
      { kind: 'image.usable-in-az', facts: { image: 'erp', az: 'az1', server: 'web-01' } },
    ]);
  });

  it('makes servers in that AZ and in no other (R-USE-03)', () => {
    const world = aWorld({ own: inAz() });
    const order = { image: world.own.images[0]?.id ?? '', name: 'app', ramMb: 4096, count: 1 };

    expect(decide(createServer, world, { ...order, az: 'az1' }).refused).toBe(false);
    expect(decide(createServer, world, { ...order, az: 'az2' }).findings).toContainEqual(
      expect.objectContaining({ rule: 'R-USE-03', code: 'IMSX.0011' }),
    );
  });

  it('the server may be stopped without harm to the image', () => {
    const unit = carriedOut(
      operateServer,
      aWorld({ own: inAz() }),
      { server: 's1', action: 'stop' },
      aCause('click-2'),
    );

    expect(unit.images).toMatchObject([{ status: 'active' }]);
    expect(unit.jobs[0]).toMatchObject({ operation: 'image.create-full', status: 'RUNNING' });
  });
});

it('T5: in the end image and backup are complete in the whole region', () => {
  const unit = ended();

  expect(unit.images).toMatchObject([{ status: 'active', activeAt: later }]);
  expect(unit.images[0]?.limitedToAz).toBeUndefined();
  expect(unit.backups).toMatchObject([{ state: 'available' }]);
  expect(unit.jobs).toMatchObject([{ status: 'SUCCESS' }]);
  expect(unit.notices.map(({ kind }) => kind)).toEqual(['image.usable-in-az', 'job.finished']);
});

it('every step has the same end when it is done three times', () => {
  expect(runJobs(units(begun()), { times: 3 })).toEqual(runJobs(units(begun())));
});

describe('a failure', () => {
  it.each(['start-transfer', 'snapshot-disks', 'complete-backup'])(
    'of %s leaves a killed image and nothing else (T6, T7)',
    (step) => {
      const unit = ended(step);

      expect(unit.images).toMatchObject([{ status: 'killed' }]);
      expect(unit.images[0]?.limitedToAz).toBeUndefined();
      expect(unit.servers).toEqual(own.servers);
      expect(unit.vaults).toEqual(own.vaults);
      expect(unit.backups).toEqual([]);
    },
  );

  it('keeps a server in the vault that it was in before', () => {
    const vaults = [aVault({ servers: ['s1'] })];
    const unit = unitOf(
      runJobs(units(begun({ ...own, vaults })), { breakAt: 'snapshot-disks' }),
      p1,
    );

    expect(unit.vaults).toEqual(vaults);
  });
});

it.each([
  ['while its data are saved', begun],
  ['while its backup is completed', inAz],
])('T9: deleting the image %s frees server and vault', (_when, start) => {
  const unit = start();
  const deleted = carriedOut(
    deleteImage,
    aWorld({ own: unit }),
    { image: unit.images[0]?.id ?? '' },
    aCause('click-2'),
  );

  expect(deleted.images).toMatchObject([{ status: 'pending_delete' }]);
  expect(deleted.servers).toEqual(own.servers);
  expect(deleted.vaults).toEqual(own.vaults);
  expect(deleted.jobs.map(({ status }) => status)).toEqual(['FAIL', 'INIT']);
});

it.each([
  [true, { usedGb: 10 }, 0],
  [false, { usedGb: 130 }, 1],
])('R-DEL-10: its backup goes with it when asked for: %s', (deleteBackup, vault, left) => {
  const unit = ended();
  const request = { image: unit.images[0]?.id ?? '', deleteBackup };
  const after = carriedOut(deleteImage, aWorld({ own: unit }), request, aCause('click-2'));

  expect(after.vaults).toMatchObject([vault]);
  expect(after.backups).toHaveLength(left);
});

describe('the most that is possible', () => {
  it.each([
    ['a vault with just enough room', full({}, { vaults: [aVault({ capacityGb: 40 })] })],
    [
      'a vault that has the server already',
      full({}, { vaults: [aVault({ servers: ['s1'], maxServers: 1 })] }),
    ],
    [
      'a vault with room for one more server',
      full({}, { vaults: [aVault({ servers: ['s8'], maxServers: 2 })] }),
    ],
    [
      'a system disk that is too large for a system image',
      full({ disks: [aDisk({ sizeGb: 2048 })] }, { vaults: [aVault({ capacityGb: 2048 })] }),
    ],
    ['a finished backup besides', full({}, { backups: [aBackup()] })],
  ])('%s is accepted', (_what, decided) => {
    expect(decided().refused).toBe(false);
  });
});
