import { describe, expect, it } from 'vitest';
import { createFromDisk } from '../../src/images/operations/create-from-disk.ts';
import type { Unit } from '../../src/images/unit.ts';
import { withData } from './bad-data-images.ts';
import { fromDisk } from './bad-disk-systems.ts';
import { aUnit, aWorld, carriedOut, p1 } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const server = withData({ keyId: 'k1' });

function begun(): Unit {
  return carriedOut(createFromDisk, aWorld({ own: aUnit({ servers: [server] }) }), {
    disk: 'data-1',
    name: 'win',
    osVersion: 'Windows 7 Professional 32bit',
  });
}

it('makes a system image with the system that was said and the key of the disk', () => {
  expect(begun().images).toMatchObject([
    {
      type: 'system',
      osType: 'Windows',
      osVersion: 'Windows 7 Professional 32bit',
      osBit: '32',
      minDisk: 100,
      origin: { kind: 'disk', refId: 'data-1' },
      encryption: { keyId: 'k1' },
    },
  ]);
});

it('T4: is active in the end', () => {
  expect(unitOf(runJobs(units(begun())), p1).images).toMatchObject([{ status: 'active' }]);
});

it('T6: a failure leaves a killed record and the disk as it was', () => {
  const unit = unitOf(runJobs(units(begun()), { breakAt: 'transfer' }), p1);

  expect(unit.images).toMatchObject([{ status: 'killed' }]);
  expect(unit.servers).toEqual([server]);
});

it('has the same end when every step is done three times', () => {
  expect(runJobs(units(begun()), { times: 3 })).toEqual(runJobs(units(begun())));
});

describe('a person', () => {
  it('has to know that a system is there, because nobody checks it', () => {
    expect(fromDisk()()).toMatchObject({ refused: false, needsConfirmation: true });
  });

  it.each([
    ['a system disk (R-DATA-01)', fromDisk(withData(), { disk: 'disk-1' }), 'IMG.0120'],
    ['a locked server (R-FULL-10)', fromDisk(withData({}, { locked: true })), 'IMSX.0028'],
    ['a cloud without data images', fromDisk(withData(), {}, { cloud: 'jdcloud' }), 'IMSX.0025'],
  ])('is refused %s', (_what, decided, code) => {
    expect(decided().findings).toContainEqual(expect.objectContaining({ severity: 'block', code }));
  });
});
