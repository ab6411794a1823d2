import { decide } from '../../src/images/decision.ts';
import { type ExportImage, exportImage } from '../../src/images/operations/export-image.ts';
import type { Row } from './bad-requests.ts';
import {
  aBucket,
  aFile,
  aMember,
  anImage,
  anOffer,
  aUnit,
  aWorld,
  type Cloud,
  imageId,
  p2,
} from './builders.ts';

type ImageParts = Parameters<typeof anImage>[0];

const id = imageId(1);
const order: ExportImage = { image: id, bucket: 'imports', file: 'web', fast: false };

function out(
  image: ImageParts = {},
  request: Partial<ExportImage> = {},
  bucket: Parameters<typeof aBucket>[0] = {},
  cloud: Cloud = 'huawei',
) {
  const source = anImage({ id: imageId(1, cloud), ...image });
  const own = aUnit({ images: [source], buckets: [aBucket(bucket)] });
  return () =>
    decide(exportImage, aWorld({ own, cloud }), { ...order, image: source.id, ...request });
}
const from = (publicOsVendor: string) => ({ origin: { kind: 'server', publicOsVendor } }) as const;

export const exporting: readonly Row[] = [
  [
    212,
    'R-EXP-02',
    'a public image',
    'IMG.0077',
    () =>
      decide(
        exportImage,
        aWorld({
          own: aUnit({ buckets: [aBucket()] }),
          publicImages: [anImage({ visibility: 'public' })],
        }),
        order,
      ),
  ],
  [213, 'R-EXP-04', 'made from a public Windows image', 'IMG.0079', out(from('windows'))],
  [
    214,
    'R-EXP-04',
    'made from a public Ubuntu image at otc',
    'IMG.0079',
    out(from('ubuntu'), {}, {}, 'otc'),
  ],
  [
    3001,
    'R-EXP-04',
    'made from a marketplace image',
    'IMG.0078',
    out({ origin: { kind: 'server', marketplace: true } }),
  ],
  [215, 'R-EXP-05', '129 GB', 'IMG.0160', out({ minDisk: 129 })],
  [216, 'R-EXP-05', '1024 GB, fast', 'IMG.0160', out({ minDisk: 1024 }, { fast: true })],
  [217, 'R-EXP-06', 'the format vdi', 'IMG.0072', out({}, { format: 'vdi' })],
  [
    218,
    'R-EXP-06',
    'a fast export with a format',
    'IMSX.0017',
    out({}, { fast: true, format: 'qcow2' }),
  ],
  [
    219,
    'R-EXP-07',
    'a fast export of an encrypted image',
    'IMSX.0047',
    out({ encryption: { keyId: 'k1', keyKind: 'custom' } }, { fast: true }),
  ],
  [220, 'R-EXP-08', 'a cold bucket', 'IMSX.0005', out({}, {}, { storageClass: 'Cold' })],
  [221, 'R-EXP-08', 'a bucket of another region', 'IMG.0058', out({}, {}, { region: 'r2' })],
  [3002, 'R-EXP-08', 'a bucket nobody knows', 'IMG.0069', out({}, { bucket: 'nobody' })],
  [222, 'R-EXP-09', 'no file name', 'IMG.0073', out({}, { file: '' })],
  [223, 'R-EXP-09', 'a file name of 129', 'IMG.0074', out({}, { file: 'a'.repeat(129) })],
  [3003, 'R-EXP-09', 'a slash in the file name', 'IMG.0075', out({}, { file: 'a/b' })],
  [3004, 'R-EXP-09', 'no bucket', 'IMG.0017', out({}, { bucket: ' ' })],
  [
    224,
    'R-EXP-09',
    'a file that is there',
    'IMG.0070',
    out({}, {}, { objects: [aFile({ key: 'web.qcow2' })] }),
  ],
  [225, 'R-EXP-10', 'a second export', 'IMG.0148', out({ busy: ['export'] })],
  [226, 'R-EXP-06', 'vhd at jdcloud', 'IMG.0072', out({}, { format: 'vhd' }, {}, 'jdcloud')],
  [
    263,
    'R-EXP-02',
    'a recipient exporting (R-OWN-01)',
    'IMG.0106',
    () =>
      decide(
        exportImage,
        aWorld({
          own: aUnit({
            project: p2,
            received: [anOffer({ status: 'accepted' })],
            buckets: [aBucket()],
          }),
          others: [aUnit({ images: [anImage({ members: [aMember(p2, 'accepted')] })] })],
        }),
        order,
      ),
  ],
  [
    277,
    'R-EXP-03',
    'a full-ECS image from a backup (R-FBK-11)',
    'IMG.0128',
    out({ type: 'full-ecs', origin: { kind: 'cbr' } }),
  ],
  [300, 'R-EXP-01', 'an image still saving', 'IMG.0046', out({ status: 'saving' })],
  [301, 'R-EXP-03', 'an ISO image', 'IMG.0167', out({ type: 'iso' })],
  [302, 'R-EXP-11', 'made from a backup of a disk', 'IMG.0080', out({ origin: { kind: 'cbr' } })],
  [
    313,
    'R-EXP-08',
    'no right to the bucket (R-PERM-04)',
    'IMG.0069',
    out({}, {}, { accessible: false }),
  ],
  [
    3005,
    'R-EXP-06',
    'a fast export at jdcloud',
    'IMSX.0025',
    out({}, { fast: true }, {}, 'jdcloud'),
  ],
  [
    3006,
    'R-EXP-13',
    'a local disk at jdcloud',
    'IMSX.0044',
    out({ rootDevice: 'localDisk' }, {}, {}, 'jdcloud'),
  ],
  [
    3007,
    'R-EXP-13',
    'a data image at jdcloud',
    'IMSX.0044',
    out({ type: 'data' }, {}, {}, 'jdcloud'),
  ],
  [
    3008,
    'R-EXP-04',
    'Windows that was not imported at jdcloud',
    'IMG.0079',
    out({ osType: 'Windows' }, {}, {}, 'jdcloud'),
  ],
  [
    3009,
    'R-EXP-09',
    'a hyphen in the prefix at jdcloud',
    'IMG.0075',
    out({}, { file: 'a-b' }, {}, 'jdcloud'),
  ],
];
