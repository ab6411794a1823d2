import { decide } from '../../src/images/decision.ts';
import { type ImportImage, importImage } from '../../src/images/operations/import-image.ts';
import type { Row } from './bad-requests.ts';
import { aBucket, aFile, aProfile, aUnit, aWorld, images, type WorldParts } from './builders.ts';

type FileParts = Parameters<typeof aFile>[0];
type BucketParts = Parameters<typeof aBucket>[0];

const gb = 1024 ** 3;

/** Imports the file `base.qcow2`, or another one, of the bucket `imports` as an image of 40 GB. */
export function importing(
  file: FileParts = {},
  request: Partial<ImportImage> = {},
  world: WorldParts = {},
  bucket: BucketParts = {},
) {
  const object = aFile(file);
  const own = aUnit({ buckets: [aBucket({ objects: [object], ...bucket })] });
  return () =>
    decide(importImage, aWorld({ own, ...world }), {
      file: `imports:${object.key}`,
      name: 'web',
      minDisk: 40,
      ...request,
    });
}

/** The same with further files in the bucket. */
export function beside(count: number, request: Partial<ImportImage> = {}, world: WorldParts = {}) {
  const others = Array.from({ length: count }, (_, n) => aFile({ key: `data-${n}.qcow2` }));
  const dataDisks = others.map(({ key }) => ({ file: `imports:${key}`, minDisk: 40 }));
  return importing({}, { dataDisks, ...request }, world, { objects: [aFile(), ...others] });
}

const raw = { key: 'big.raw', format: 'raw' } as const;
const bitmap = aFile({ key: 'big.mf', format: 'mf', sizeBytes: 4096, virtualSizeGb: 0 });

/** The fast import of a RAW file that has its bitmap. */
export function fast(
  file: FileParts = {},
  request: Partial<ImportImage> = {},
  bucket: BucketParts = {},
) {
  const object = aFile({ ...raw, ...file });
  return importing(
    { ...raw, ...file },
    { fast: true, osVersion: 'CentOS 7.0 64bit', ...request },
    {},
    { objects: [object, bitmap], ...bucket },
  );
}

const jd = { cloud: 'jdcloud' } as const;

export const badImports: readonly Row[] = [
  [59, 'R-FILE-01', 'no colon', 'IMG.0017', importing({}, { file: 'imports/base.qcow2' })],
  [60, 'R-FILE-01', 'no bucket', 'IMG.0068', importing({}, { file: ':base.qcow2' })],
  [61, 'R-FILE-01', 'a space in the file', 'IMG.0175', importing({ key: 'my file.qcow2' })],
  [62, 'R-FILE-01', 'an odd bucket', 'IMG.0109', importing({}, { file: 'B_UCKET!:base.qcow2' })],
  [63, 'R-FILE-02', 'no such file', 'IMG.0057', importing({}, { file: 'imports:none.qcow2' })],
  [64, 'R-FILE-02', 'an empty file', 'IMG.0057', importing({ sizeBytes: 0 })],
  [65, 'R-FILE-03', 'an odd format', 'IMG.0072', importing({ key: 'x.ova2', format: 'ova2' })],
  [
    66,
    'R-FILE-03',
    'ZVHD2 at jdcloud',
    'IMG.0072',
    importing({ key: 'x.zvhd2', format: 'zvhd2' }, {}, jd),
  ],
  [67, 'R-FILE-04', 'a file of 129 GB', 'IMG.0059', importing({ sizeBytes: 129 * gb })],
  [68, 'R-FILE-05', 'a disk of 1025 GB', 'IMG.0055', importing({}, { minDisk: 1025 })],
  [69, 'R-FILE-05', 'a disk of 0 GB', 'IMG.0055', importing({}, { minDisk: 0 })],
  [
    70,
    'R-FILE-05',
    'a disk of 39 GB',
    'IMG.0055',
    importing({ virtualSizeGb: 20 }, { minDisk: 39 }),
  ],
  [71, 'R-FILE-05', 'a disk of 45 GB at jdcloud', 'IMG.0055', importing({}, { minDisk: 45 }, jd)],
  [
    72,
    'R-FILE-05',
    'a disk that the file does not fit on',
    'IMG.1075',
    importing({ virtualSizeGb: 80 }),
  ],
  [
    73,
    'R-FILE-06',
    'a bucket of the class Warm',
    'IMSX.0005',
    importing({}, {}, {}, { storageClass: 'Warm' }),
  ],
  [
    74,
    'R-FILE-07',
    'a bucket in another region',
    'IMG.0058',
    importing({}, {}, {}, { region: 'r2' }),
  ],
  [75, 'R-FILE-09', 'four data disks', 'IMG.0194', beside(4)],
  [
    76,
    'R-FILE-09',
    'one file for two data disks',
    'IMG.0123',
    beside(1, {
      dataDisks: [
        { file: 'imports:data-0.qcow2', minDisk: 40 },
        { file: 'imports:data-0.qcow2', minDisk: 40 },
      ],
    }),
  ],
  [
    77,
    'R-FILE-09',
    'a data disk of 2049 GB',
    'IMG.0055',
    beside(1, { dataDisks: [{ file: 'imports:data-0.qcow2', minDisk: 2049 }] }),
  ],
  [78, 'R-OS-01', 'an unknown system', 'IMG.0056', importing({}, { osVersion: 'CentOS 99' })],
  [79, 'R-BOOT-01', 'an unknown boot mode', 'IMG.0141', importing({}, { bootMode: 'efi' })],
  [
    80,
    'R-BOOT-02',
    'an unknown architecture',
    'IMG.0212',
    importing({}, { architecture: 'riscv' }),
  ],
  [
    81,
    'R-FILE-15',
    'a bucket that cannot be read',
    'IMG.0069',
    importing({}, {}, {}, { accessible: false }),
  ],
  [264, 'R-OS-02', 'an unknown type of system', 'IMG.0122', importing({}, { osType: 'BSD' })],
  [
    266,
    'R-FILE-08',
    'a file with another encryption',
    'IMG.0057',
    importing({ encryption: 'other' }),
  ],
  [267, 'R-FILE-11', 'an unknown type', 'IMG.0024', importing({}, { type: 'Vmware' })],
  [56, 'R-FILE-11', 'an unknown type (R-BMS-01)', 'IMG.0024', importing({}, { type: 'XYZ' })],
  [
    268,
    'R-ENC-02',
    'a disabled key (R-FILE-13)',
    'IMG.0097',
    importing(
      {},
      { keyId: 'k1' },
      {
        own: aUnit({
          buckets: [aBucket()],
          keys: [{ id: 'k1', alias: 'web', kind: 'custom', state: 'disabled' }],
        }),
      },
    ),
  ],
  [
    269,
    'R-FILE-17',
    'an ISO file at jdcloud',
    'IMG.0072',
    importing({ key: 'x.iso', format: 'iso' }, {}, jd),
  ],
  [
    95,
    'R-DATA-06',
    'data on a disk of 39 GB at otc',
    'IMG.0055',
    importing({ virtualSizeGb: 20 }, { type: 'DataImage', minDisk: 39 }, { cloud: 'otc' }),
  ],
  [
    34,
    'R-QUOTA-01',
    '98 images and three more',
    'IMG.0015',
    beside(
      2,
      {},
      {
        own: aUnit({
          images: images(98),
          buckets: [
            aBucket({
              objects: [aFile(), aFile({ key: 'data-0.qcow2' }), aFile({ key: 'data-1.qcow2' })],
            }),
          ],
        }),
      },
    ),
  ],
  [
    127,
    'R-FAST-01',
    'the fast import of QCOW2',
    'IMG.0158',
    fast({ key: 'x.qcow2', format: 'qcow2' }),
  ],
  [128, 'R-FAST-02', 'RAW without its bitmap', 'IMG.0158', fast({}, {}, { objects: [aFile(raw)] })],
  [129, 'R-FAST-02', 'RAW with the bitmap of another', 'IMG.0158', fast({ key: 'other.raw' })],
  [130, 'R-FAST-03', 'a file of 1025 GB', 'IMG.0059', fast({ sizeBytes: 1025 * gb })],
  [
    131,
    'R-FAST-04',
    'no operating system',
    'IMG.0159',
    importing(raw, { fast: true }, {}, { objects: [aFile(raw), bitmap] }),
  ],
  [
    132,
    'R-FAST-05',
    'a disk of 60 GB for 100 GB',
    'IMG.0055',
    fast({ virtualSizeGb: 100 }, { minDisk: 60 }),
  ],
  [
    133,
    'R-FAST-06',
    'data without the type DataImage',
    'IMG.0157',
    importing(raw, { fast: true, osType: 'Linux' }, {}, { objects: [aFile(raw), bitmap] }),
  ],
];

/** Requests in which the rules of imports speak besides. */
export const moreImports = [
  importing({ osVersion: 'CentOS 7.0 64bit' }),
  importing({}, { architecture: 'arm', bootMode: 'bios' }),
  importing({}, { type: 'DataImage' }, jd),
  importing({}, { type: 'BMS', keyId: 'k1' }),
  importing({}, {}, { profile: aProfile('jdcloud', { import: { maxGb: 1 } }) }),
  fast(),
  beside(1, {
    osType: 'Linux',
    dataDisks: [{ file: 'imports:data-0.qcow2', minDisk: 40, osType: 'Windows' }],
  }),
];
