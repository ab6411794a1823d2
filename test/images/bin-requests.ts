import { type Decision, decide } from '../../src/images/decision.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import { aFullImage, anImage, aProfile, at, aUnit, aWorld, imageId } from './builders.ts';

const image = imageId(1);
const bin = { by: 'U1', at, until: '2026-11-27T12:00:00.000Z', origin: { channel: 'C1' } };

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
            aFullImage({ bin: { ...bin, backupId: 'backup-1', recipients: 2 } }),
            aFullImage({ id: imageId(2) }),
          ],
        }),
      }),
      { image },
    ),
  () => decide(purgeImage, aWorld({ own: aUnit({ images: [anImage({ bin })] }) }), { image }),
];
