import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import type { JobType } from '../job.ts';
import { jobsUnderWay, record } from '../record.ts';
import { everyPart } from '../rules/every-part.ts';
import { fastImportRules } from '../rules/fast-import.ts';
import { fileRules, findFile } from '../rules/file-source.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { roomFor } from '../rules/image-quota.ts';
import { importedDiskRules } from '../rules/import-disks.ts';
import { normalFileRules, normalImportRules } from '../rules/import-file.ts';
import { type ImportCase, type ImportImage, isData } from '../rules/import-request.ts';
import { keyRules } from '../rules/key.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { creationsAtOnce } from '../rules/room-in-line.ts';
import { systemKindRules } from '../rules/system-kind.ts';
import { tagRules } from '../rules/tags.ts';
import type { Cause } from '../world.ts';
import { importedImages } from './imported-image.ts';

export type { ImportImage };

/** Makes an image of a file in a bucket, and one of each data disk's file beside it, by one job. SPEC 3.5, 3.7, 3.10 */
export const importImage: Lifecycle<ImportImage, ImportCase> = {
  operation: 'image.import',
  rules: [
    needs('ims:serverImages:create'),
    accountInGoodStanding,
    offered('import-file'),
    ...nameRules,
    ...attributeRules,
    ...tagRules,
    ...systemKindRules,
    ...fileRules,
    ...everyPart([...fileRules, ...normalFileRules], ({ disks }: ImportCase) => disks),
    ...normalImportRules,
    ...importedDiskRules,
    ...fastImportRules,
    ...keyRules,
    ...roomFor<ImportCase>(({ disks }) => 1 + disks.length),
    creationsAtOnce,
  ],
  look: (world, request) => ({
    world,
    request,
    ...findFile(world.own, request.file),
    disks: (request.dataDisks ?? []).map((disk) => ({
      world,
      request: disk,
      ...findFile(world.own, disk.file),
    })),
  }),
  apply: (given, cause) => {
    const { world, request } = given;
    const deed = { operation: 'image.import', trace: 'createImage' } as const;
    const images = importedImages(given, cause);
    const [image] = images;
    if (!image) return record(world.own, world, cause, deed);
    const unit = { ...world.own, images: [...world.own.images, ...images] };
    const job = fill(given, images, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { file: request.file ?? '' } });
  },
};

function jobType({ request }: ImportCase): JobType {
  if (request.fast) return 'imsImportBigFileImageJob';
  return isData(request) ? 'imsImportDataImageJob' : 'imsImportImageJob';
}

/** T2, T4: in between each file is looked into, which is when a disk that is too small is noticed. R-FILE-05 */
function fill(given: ImportCase, images: readonly Image[], cause: Cause) {
  const { world, request, object, disks } = given;
  const { own, profile } = world;
  const type = jobType(given);
  const sizeGb = images.reduce((sum, { minDisk }) => sum + minDisk, 0);
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, type, sizeGb, running);
  const files = [object, ...disks.map((disk) => disk.object)];
  const [first] = images;
  return beginJob(
    world,
    cause,
    {
      type,
      operation: 'image.import',
      imageName: images.map(({ name }) => name).join(', '),
      ...(first && { imageId: first.id }),
      facts: {
        file: request.file ?? '',
        sizeGb,
        imageIds: images.map(({ id }) => id).join(' '),
      },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      ...images.map(({ minDisk }, index) => ({
        kind: 'look-into-file',
        seconds: (seconds * 0.2) / images.length,
        facts: {
          file: files[index]?.key ?? '',
          virtualGb: files[index]?.virtualSizeGb ?? 0,
          minDisk,
        },
      })),
      { kind: 'transfer', seconds: seconds * 0.7 },
    ],
  );
}
