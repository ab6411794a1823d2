import { describe, expect, it } from 'vitest';
import { type ImportImage, importImage } from '../../src/images/operations/import-image.ts';
import { imagesUsed } from '../../src/images/quota.ts';
import type { Unit } from '../../src/images/unit.ts';
import { beside, fast, importing } from './bad-imports.ts';
import { aBucket, aFile, aUnit, aWorld, carriedOut, later, p1 } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const gb = 1024 ** 3;
const data = aFile({ key: 'data.qcow2', virtualSizeGb: 100 });

function begun(request: Partial<ImportImage> = {}, file: Parameters<typeof aFile>[0] = {}): Unit {
  const own = aUnit({ buckets: [aBucket({ objects: [aFile(file), data] })] });
  return carriedOut(importImage, aWorld({ own }), {
    file: 'imports:base.qcow2',
    name: 'web',
    minDisk: 40,
    ...request,
  });
}
const withData = { dataDisks: [{ file: 'imports:data.qcow2', minDisk: 100 }] };

describe('an import', () => {
  it('makes a system image that knows its file', () => {
    expect(begun({ osVersion: 'CentOS 7.0 64bit' }).images).toMatchObject([
      {
        type: 'system',
        target: 'ecs',
        status: 'queued',
        osType: 'Linux',
        osVersion: 'CentOS 7.0 64bit',
        minDisk: 40,
        fileSize: 2 * gb,
        origin: { kind: 'file', refId: 'imports:base.qcow2' },
      },
    ]);
  });

  it('believes what is recognised in the file more than what is said (R-FILE-10)', () => {
    const unit = begun(
      { osVersion: 'CentOS 7.0 64bit' },
      { osVersion: 'Windows Server 2016 Standard 64bit' },
    );

    expect(unit.images).toMatchObject([
      { osType: 'Windows', osVersion: 'Windows Server 2016 Standard 64bit' },
    ]);
  });

  it('calls a system that nobody knows Other Linux', () => {
    expect(begun().images).toMatchObject([{ osVersion: 'Other Linux(64 bit)' }]);
  });

  it.each([
    ['DataImage', { type: 'data', target: 'ecs' }, 'imsImportDataImageJob'],
    ['BMS', { type: 'system', target: 'bms' }, 'imsImportImageJob'],
  ])('of the type %s makes %o', (type, image, job) => {
    const unit = begun({ type });

    expect(unit.images).toMatchObject([image]);
    expect(unit.jobs).toMatchObject([{ type: job }]);
  });

  it('ARM images start in UEFI mode (R-BOOT-02)', () => {
    expect(begun({ architecture: 'arm' }).images).toMatchObject([
      { architecture: 'arm', bootMode: 'uefi' },
    ]);
  });

  it('makes an image of each data disk too, by the same job', () => {
    const unit = begun(withData);

    expect(unit.images).toMatchObject([
      { name: 'web', type: 'system' },
      { name: 'web-data-1', type: 'data', minDisk: 100 },
    ]);
    expect(unit.jobs).toHaveLength(1);
    expect(imagesUsed(unit)).toBe(2);
  });
});

describe('the job of an import', () => {
  it('T4: makes all of its images active', () => {
    const unit = unitOf(runJobs(units(begun(withData))), p1);

    expect(unit.images).toMatchObject([
      { status: 'active', activeAt: later },
      { status: 'active' },
    ]);
    expect(unit.notices).toMatchObject([{ kind: 'job.finished' }]);
  });

  it.each([
    ['the system', { minDisk: 40 }, { virtualSizeGb: 80 }],
    ['a data disk', { dataDisks: [{ file: 'imports:data.qcow2', minDisk: 60 }] }, {}],
  ])('fails when %s does not fit on its disk, and says so (R-FILE-05)', (_what, request, file) => {
    const unit = unitOf(runJobs(units(begun(request, file))), p1);

    expect(unit.jobs).toMatchObject([{ status: 'FAIL', error: { code: 'IMG.1075' } }]);
    expect(new Set(unit.images.map(({ status }) => status))).toEqual(new Set(['killed']));
  });

  it('T6: kills all of its images when it breaks', () => {
    const unit = unitOf(runJobs(units(begun(withData)), { breakAt: 'transfer' }), p1);

    expect(unit.images.map(({ status }) => status)).toEqual(['killed', 'killed']);
    expect(unit.buckets[0]?.objects).toHaveLength(2);
  });

  it('has the same end when every step is done three times', () => {
    expect(runJobs(units(begun(withData)), { times: 3 })).toEqual(runJobs(units(begun(withData))));
  });
});

it.each([
  ['Windows', true],
  ['Linux', false],
])('R-FILE-09: a data disk for %s beside a Linux system is refused: %s', (osType, refused) => {
  const dataDisks = [{ file: 'imports:data-0.qcow2', minDisk: 40, osType }];
  const { findings } = beside(1, { osVersion: 'CentOS 7.0 64bit', dataDisks })();

  expect(findings.some(({ code }) => code === 'IMG.0122')).toBe(refused);
});

describe('the most that is possible', () => {
  it.each([
    ['a file of 128 GB', importing({ sizeBytes: 128 * gb })],
    ['a disk of 40 GB', importing()],
    ['a disk of 1024 GB', importing({}, { minDisk: 1024 })],
    ['a disk of 1 GB at otc', importing({ virtualSizeGb: 1 }, { minDisk: 1 }, { cloud: 'otc' })],
    [
      'a disk of 500 GB at jdcloud',
      importing({}, { minDisk: 500, name: 'web' }, { cloud: 'jdcloud' }),
    ],
    ['a format in capitals', importing({ format: 'QCOW2' })],
    ['three data disks', beside(3)],
    ['data on a disk of 2048 GB', importing({}, { type: 'DataImage', minDisk: 2048 })],
    ['the fast import of 1024 GB', fast({ sizeBytes: 1024 * gb })],
    ['the fast import onto a disk of the same size', fast({ virtualSizeGb: 40 })],
    ['the fast import of data without a system', fast({}, { type: 'DataImage' })],
    ['a file that is encrypted with SSE-KMS', importing({ encryption: 'sse-kms' })],
  ])('%s is accepted', (_what, decided) => {
    expect(decided().refused).toBe(false);
  });

  it.each([
    [128, false],
    [1024, true],
    [1025, false],
  ])('a file of %i GB is pointed to the fast import: %s', (size, hinted) => {
    const said = importing({ sizeBytes: size * gb })().findings.map(({ code }) => code);

    expect(said.includes('IMSX.0018')).toBe(hinted);
  });
});
