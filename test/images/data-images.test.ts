import { describe, expect, it } from 'vitest';
import { createDataImages } from '../../src/images/operations/create-data-images.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import type { Unit } from '../../src/images/unit.ts';
import { data, withData } from './bad-data-images.ts';
import { aCause, aDisk, aUnit, aWorld, carriedOut, images, later, p1 } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const twoDisks = withData(
  {},
  {
    disks: [
      aDisk(),
      aDisk({ id: 'data-1', role: 'data', sizeGb: 100, device: '/dev/vdb', keyId: 'k1' }),
      aDisk({ id: 'data-2', role: 'data', sizeGb: 20, device: '/dev/vdc' }),
    ],
  },
);

function begun(): Unit {
  return carriedOut(createDataImages, aWorld({ own: aUnit({ servers: [twoDisks] }) }), {
    description: 'for all',
    dataImages: [
      { disk: 'data-1', name: 'db' },
      { disk: 'data-2', name: 'logs', description: 'of its own' },
    ],
  });
}

it('makes one image for each disk, by one job; what an image says itself goes before what is said for all', () => {
  const unit = begun();

  expect(unit.images).toMatchObject([
    { name: 'db', type: 'data', status: 'queued', minDisk: 100, description: 'for all' },
    { name: 'logs', type: 'data', status: 'queued', minDisk: 20, description: 'of its own' },
  ]);
  expect(unit.images[0]).toMatchObject({
    origin: { kind: 'disk', refId: 'data-1' },
    encryption: { keyId: 'k1' },
  });
  expect(unit.images[1]?.encryption).toBeUndefined();
  expect(unit.jobs).toMatchObject([
    { type: 'imsVolumesToSysDataImagesJob', imageName: 'db, logs', serverId: 's1' },
  ]);
});

it('T4: all of them are active in the end', () => {
  const unit = unitOf(runJobs(units(begun())), p1);

  expect(unit.images).toMatchObject([
    { status: 'active', activeAt: later },
    { status: 'active', activeAt: later },
  ]);
});

it('T6: a failure kills all of them', () => {
  const unit = unitOf(runJobs(units(begun()), { breakAt: 'transfer' }), p1);

  expect(unit.images.map(({ status }) => status)).toEqual(['killed', 'killed']);
  expect(unit.servers).toEqual([twoDisks]);
});

it('every step has the same end when it is done three times', () => {
  expect(runJobs(units(begun()), { times: 3 })).toEqual(runJobs(units(begun())));
});

it('T11: fails when the server is stopped meanwhile', () => {
  const unit = carriedOut(
    operateServer,
    aWorld({ own: begun() }),
    { server: 's1', action: 'stop' },
    aCause('click-2'),
  );

  expect(unit.images.map(({ status }) => status)).toEqual(['killed', 'killed']);
});

describe('the most that is possible', () => {
  it.each([
    ['a disk of 1024 GB', data(withData({ sizeGb: 1024 }))],
    ['a stopped server', data(withData({}, { state: 'stopped' }))],
    [
      'the last place in the quota',
      data(withData(), {}, { own: aUnit({ servers: [withData()], images: images(99) }) }),
    ],
  ])('%s is accepted', (_what, decided) => {
    expect(decided().refused).toBe(false);
  });

  it('two images need two places in the quota (R-QUOTA-01)', () => {
    const own = aUnit({ servers: [twoDisks], images: images(99) });
    const both = { dataImages: ['data-1', 'data-2'].map((disk) => ({ disk, name: disk })) };

    expect(data(twoDisks, both, { own })().findings).toContainEqual(
      expect.objectContaining({ rule: 'R-QUOTA-01', code: 'IMG.0015' }),
    );
  });

  it('a system disk is no data disk (R-DATA-01)', () => {
    const request = { dataImages: [{ disk: 'disk-1', name: 'db' }] };

    expect(data(withData(), request)().findings).toContainEqual(
      expect.objectContaining({ rule: 'R-DATA-01', code: 'IMG.0120' }),
    );
  });
});
