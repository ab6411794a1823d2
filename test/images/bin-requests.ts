import { type Decision, decide } from '../../src/images/decision.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import {
  aBucket,
  aDisk,
  aFile,
  aFullImage,
  aJob,
  aMember,
  anImage,
  aProfile,
  aServer,
  at,
  aUnit,
  aWorld,
  imageId,
  p2,
} from './builders.ts';

const image = imageId(1);
const bin = { by: 'U1', at, until: '2026-11-27T12:00:00.000Z', origin: { channel: 'C1' } };

/** An image with servers here and elsewhere, a disk, a copy, an exported file and a running job. */
function inUse(binDays: number) {
  const originImage = { id: image, kind: 'private' } as const;
  return aWorld({
    binDays,
    own: aUnit({
      images: [
        anImage({ type: 'data', members: [aMember(p2, 'accepted')] }),
        anImage({ id: imageId(2), origin: { kind: 'copy', refId: image } }),
      ],
      servers: [aServer({ originImage })],
      disks: [aDisk({ fromImage: image })],
      jobs: [
        aJob({ imageId: image }),
        aJob({ id: 'job-2', type: 'imsNativeExportImageJob', imageId: image, status: 'SUCCESS' }),
      ],
      buckets: [aBucket({ objects: [aFile({ writtenBy: 'job-2' })] })],
    }),
    others: [aUnit({ project: p2, servers: [aServer({ projectId: p2, originImage })] })],
  });
}

/** Requests in which the rules of the recycle bin speak. */
export const moreOfTheBin: readonly (() => Pick<Decision, 'findings'>)[] = [
  () => decide(deleteImage, aWorld({ binDays: 7 }), { image }),
  () => decide(deleteImage, aWorld({ own: aUnit({ images: [anImage({ bin })] }) }), { image }),
  () => decide(restoreImage, aWorld(), { image }),
  () =>
    decide(
      restoreImage,
      aWorld({
        profile: aProfile('huawei', { name: { unique: true } }),
        own: aUnit({
          images: [
            aFullImage({ bin: { ...bin, backupId: 'backup-1', recipients: [p2] } }),
            aFullImage({ id: imageId(2) }),
          ],
        }),
      }),
      { image },
    ),
  () => decide(deleteImage, inUse(0), { image }),
  () => decide(deleteImage, inUse(7), { image }),
  () => decide(purgeImage, aWorld({ own: aUnit({ images: [anImage({ bin })] }) }), { image }),
];
