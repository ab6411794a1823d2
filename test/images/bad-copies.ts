import { decide } from '../../src/images/decision.ts';
import {
  encryptImage,
  type ReplicateImage,
  replicateImage,
} from '../../src/images/operations/replicate-image.ts';
import type { Unit } from '../../src/images/unit.ts';
import type { Row } from './bad-requests.ts';
import {
  aJob,
  aMember,
  anImage,
  anOffer,
  aUnit,
  aWorld,
  imageId,
  images,
  p2,
  type WorldParts,
} from './builders.ts';

type ImageParts = Parameters<typeof anImage>[0];

const id = imageId(1);
export const key = { id: 'k1', alias: 'web-disks', kind: 'custom', state: 'enabled' } as const;
const encryption = { keyId: 'k1', keyKind: 'custom' } as const;

function copy(
  image: ImageParts = {},
  request: Partial<ReplicateImage> = {},
  own: Partial<Parameters<typeof aUnit>[0]> = {},
  parts: WorldParts = {},
) {
  const source = anImage(image);
  return () =>
    decide(replicateImage, aWorld({ own: aUnit({ images: [source], ...own }), ...parts }), {
      image: source.id,
      name: 'copy',
      ...request,
    });
}

/** p2, to whom p1 offers an image. */
export function copierOf(status: 'pending' | 'accepted', image: ImageParts = {}) {
  return aWorld({
    own: aUnit({ project: p2, received: [anOffer({ status })], keys: [{ ...key, id: 'k2' }] }),
    others: [
      aUnit({ images: [anImage({ members: [aMember(p2, status)], ...image })], keys: [key] }),
    ],
  });
}
function copyShared(
  status: 'pending' | 'accepted',
  image: ImageParts = {},
  request: Partial<ReplicateImage> = {},
) {
  return () =>
    decide(replicateImage, copierOf(status, image), { image: id, name: 'copy', ...request });
}

const copying = (count: number): Unit['jobs'] =>
  Array.from({ length: count }, (_, n) =>
    aJob({ id: `job-${n}`, type: 'imsCopyImageInRegionJob', operation: 'image.replicate' }),
  );

const jdImage = { id: imageId(1, 'jdcloud') };

export const copies: readonly Row[] = [
  [196, 'R-COPY-01', 'a failed image', 'IMG.0046', copy({ status: 'killed' })],
  [197, 'R-COPY-04', '129 GB', 'IMG.0059', copy({ minDisk: 129 })],
  [198, 'R-COPY-05', 'a sixth copy', 'IMG.0060', copy({}, {}, { jobs: copying(5) })],
  [
    199,
    'R-COPY-06',
    'the key it has',
    'IMG.0096',
    copy({ encryption }, { keyId: 'k1' }, { keys: [key] }),
  ],
  [
    200,
    'R-COPY-07',
    'a disabled source key',
    'IMG.0102',
    copy({ encryption }, {}, { keys: [{ ...key, state: 'disabled' }] }),
  ],
  [
    2001,
    'R-COPY-07',
    'a deleted source key',
    'IMG.0101',
    copy({ encryption }, {}, { keys: [{ ...key, state: 'deleted' }] }),
  ],
  [201, 'R-COPY-08', 'a share not accepted', 'IMG.0196', copyShared('pending')],
  [202, 'R-COPY-09', 'an encrypted share', 'IMG.0197', copyShared('accepted', { encryption })],
  [
    2002,
    'R-COPY-09',
    'a share copied to an encrypted image',
    'IMG.0197',
    copyShared('accepted', {}, { keyId: 'k2' }),
  ],
  [
    203,
    'R-QUOTA-01',
    'a full quota (R-COPY-12)',
    'IMG.0015',
    copy({}, {}, { images: [anImage(), ...images(99)] }),
  ],
  [227, 'R-ENC-01', 'an unknown key', 'IMG.0095', copy({}, { keyId: 'nobody' }, { keys: [key] })],
  [
    228,
    'R-ENC-02',
    'a disabled key',
    'IMG.0097',
    copy({}, { keyId: 'k1' }, { keys: [{ ...key, state: 'disabled' }] }),
  ],
  [
    229,
    'R-ENC-03',
    'the key of somebody else',
    'IMG.0099',
    copy(
      {},
      { keyId: 'k9' },
      { keys: [key] },
      {
        others: [aUnit({ project: p2, keys: [{ ...key, id: 'k9' }] })],
        own: aUnit({ images: [anImage()], keys: [key] }),
      },
    ),
  ],
  [291, 'R-COPY-02', 'a full-ECS image', 'IMG.0130', copy({ type: 'full-ecs' })],
  [292, 'R-COPY-03', 'an ISO image', 'IMG.0167', copy({ type: 'iso' })],
  [
    293,
    'R-COPY-13',
    'a public image',
    'IMG.0105',
    () =>
      decide(
        replicateImage,
        aWorld({ own: aUnit(), publicImages: [anImage({ visibility: 'public' })] }),
        { image: id, name: 'copy' },
      ),
  ],
  [303, 'R-ENC-04', 'no key service', 'IMG.0100', copy({}, { keyId: 'k1' })],
  [
    305,
    'R-ENC-09',
    'a key for a BMS image',
    'IMG.0118',
    copy({ target: 'bms' }, { keyId: 'k1' }, { keys: [key] }),
  ],
  [
    2003,
    'R-COPY-14',
    'a local disk at jdcloud',
    'IMSX.0044',
    copy(
      { ...jdImage, rootDevice: 'localDisk' },
      {},
      {},
      {
        cloud: 'jdcloud',
        own: aUnit({ images: [anImage({ ...jdImage, rootDevice: 'localDisk' })] }),
      },
    ),
  ],
  [
    2004,
    'R-COPY-14',
    'a key at jdcloud',
    'IMG.0098',
    copy(
      jdImage,
      { keyId: 'k1' },
      {},
      { cloud: 'jdcloud', own: aUnit({ images: [anImage(jdImage)], keys: [key] }) },
    ),
  ],
  [
    2005,
    'R-OFFER-01',
    'encrypting at jdcloud',
    'IMSX.0025',
    () =>
      decide(
        encryptImage,
        aWorld({ cloud: 'jdcloud', own: aUnit({ images: [anImage(jdImage)], keys: [key] }) }),
        { image: jdImage.id, name: 'copy', keyId: 'k1' },
      ),
  ],
  [2006, 'R-NAME-02', 'a name of 129', 'IMG.0002', copy({}, { name: 'a'.repeat(129) })],
];

/** Requests in which these rules speak without refusing. */
export const moreCopies = [copy({ encryption }, {}, { keys: [key] })];
