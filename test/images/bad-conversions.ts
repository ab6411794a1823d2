import { decide } from '../../src/images/decision.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import type { Row } from './bad-requests.ts';
import { aMember, anImage, anOffer, aUnit, aWorld, imageId, images, p2 } from './builders.ts';

const id = imageId(1, 'jdcloud');

function convert(
  image: Parameters<typeof anImage>[0] = {},
  own: Partial<Parameters<typeof aUnit>[0]> = {},
  name?: string,
) {
  const source = anImage({ id, rootDevice: 'localDisk', ...image });
  const world = aWorld({ cloud: 'jdcloud', own: aUnit({ images: [source], ...own }) });
  return () => decide(convertImage, world, { image: id, ...(name !== undefined && { name }) });
}

export const conversions: readonly Row[] = [
  [256, 'R-JDC-01', 'a cloud disk', 'IMSX.0044', convert({ rootDevice: 'cloudDisk' })],
  [6001, 'R-JDC-01', 'an image still saving', 'IMSX.0004', convert({ status: 'saving' })],
  [257, 'R-JDC-02', 'no snapshot left', 'IMSX.0003', convert({}, { snapshotsUsed: 15 })],
  [
    6002,
    'R-QUOTA-01',
    'no place left (R-JDC-02)',
    'IMG.0015',
    convert({}, { images: [anImage({ id, rootDevice: 'localDisk' }), ...images(4, 'jdcloud')] }),
  ],
  [6003, 'R-JDC-03', 'a second conversion', 'IMSX.0016', convert({ busy: ['convert'] })],
  [
    259,
    'R-JDC-05',
    'a received share',
    'IMG.0047',
    () =>
      decide(
        convertImage,
        aWorld({
          cloud: 'jdcloud',
          own: aUnit({ project: p2, received: [anOffer({ imageId: id, status: 'accepted' })] }),
          others: [aUnit({ images: [anImage({ id, members: [aMember(p2, 'accepted')] })] })],
        }),
        { image: id },
      ),
  ],
  [
    6004,
    'R-OFFER-01',
    'a cloud without local disks',
    'IMSX.0025',
    () =>
      decide(
        convertImage,
        aWorld({ own: aUnit({ images: [anImage({ rootDevice: 'localDisk' })] }) }),
        {
          image: imageId(1),
        },
      ),
  ],
  [6005, 'R-NAME-05', 'a name of one letter', 'IMSX.0040', convert({}, {}, 'a')],
];

/** A request in which these rules speak without refusing. */
export const moreConversions = [convert()];
