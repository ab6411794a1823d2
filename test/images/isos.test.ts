import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { importIso } from '../../src/images/operations/import-iso.ts';
import type { Unit } from '../../src/images/unit.ts';
import { iso } from './bad-isos.ts';
import { aBucket, aFile, aUnit, aWorld, carriedOut, p1 } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const own = aUnit({ buckets: [aBucket({ objects: [aFile({ key: 'a.iso', format: 'iso' })] })] });
const request = {
  file: 'imports:a.iso',
  name: 'win-iso',
  minDisk: 60,
  osVersion: 'Windows 10 64bit',
};

function begun(): Unit {
  return carriedOut(importIso, aWorld({ own }), request);
}

it('registers an ISO image that knows its system', () => {
  expect(begun().images).toMatchObject([
    {
      type: 'iso',
      status: 'queued',
      osType: 'Windows',
      osVersion: 'Windows 10 64bit',
      minDisk: 60,
      origin: { kind: 'iso', refId: 'imports:a.iso' },
    },
  ]);
});

it('T4, R-ISO-06: in the end it makes a temporary server and no other', () => {
  const unit = unitOf(runJobs(units(begun())), p1);
  const image = unit.images[0]?.id ?? '';
  const order = { image, name: 'install', az: 'az1', ramMb: 4096, count: 1 };
  const world = aWorld({ own: unit });

  expect(unit.images).toMatchObject([{ status: 'active' }]);
  expect(decide(createServer, world, order).refused).toBe(true);
  expect(decide(createServer, world, { ...order, temporary: true }).refused).toBe(false);
});

it('T6: a failure leaves a killed record and the file', () => {
  const unit = unitOf(runJobs(units(begun()), { breakAt: 'transfer' }), p1);

  expect(unit.images).toMatchObject([{ status: 'killed' }]);
  expect(unit.buckets).toEqual(own.buckets);
});

it('has the same end when every step is done three times', () => {
  expect(runJobs(units(begun()), { times: 3 })).toEqual(runJobs(units(begun())));
});

describe('the most that is possible', () => {
  it.each([
    ['a system disk of 40 GB', iso()],
    ['a system disk of 1024 GB', iso({}, { minDisk: 1024 })],
    ['a file in a folder', iso({ key: 'install media/server_2019-x.iso' }, {}), false],
    ['a name with hyphens and underscores', iso({ key: 'server_2019-x.ISO', format: 'ISO' })],
    ['a cloud without ISO files', iso({}, {}, { cloud: 'jdcloud' }), false],
  ])('%s is judged', (_what, decided, accepted = true) => {
    expect(decided().refused).toBe(!accepted);
  });
});
