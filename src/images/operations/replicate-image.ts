import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { jobsUnderWay, record } from '../record.ts';
import type { Rule } from '../rule.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { imageQuotaRules } from '../rules/image-quota.ts';
import { keyRules } from '../rules/key.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { imageExists, shareEnded } from '../rules/ownership.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import {
  type ReplicateCase,
  type ReplicateImage,
  replicateNotes,
  replicateRules,
} from '../rules/replicate.ts';
import type { Unit } from '../unit.ts';
import { occupy } from '../work/source-image.ts';
import type { Cause, World } from '../world.ts';
import { encryptedWith, queuedImage } from './queued-image.ts';

export type { ReplicateImage };

/** Makes a private copy of an image in its region: queued at once, and filled by a job. SPEC 3.17 */
export const replicateImage: Lifecycle<ReplicateImage, ReplicateCase> = replicating(
  'image.replicate',
  [],
);

/** Makes an encrypted copy of an image; the image itself stays as it is. SPEC 3.17, 3.20 */
export const encryptImage: Lifecycle<ReplicateImage, ReplicateCase> = replicating('image.encrypt', [
  offered('encrypt'),
]);

function replicating(
  operation: string,
  more: readonly Rule<ReplicateCase>[],
): Lifecycle<ReplicateImage, ReplicateCase> {
  return {
    operation,
    rules: [
      needs('ims:images:copy'),
      accountInGoodStanding,
      ...more,
      ...imageExists,
      ...shareEnded,
      ...replicateRules,
      ...keyRules,
      ...nameRules,
      ...attributeRules,
      ...imageQuotaRules,
      ...replicateNotes,
    ],
    look: (world, request) => {
      const found = findImage(world, request.image);
      const image = found?.image;
      const keys = image ? (unitOf(image.owner, world)?.keys ?? []) : [];
      const sourceKey = keys.find(({ id }) => id === image?.encryption?.keyId);
      return { world, request, found, image, sourceKey };
    },
    apply: (given, cause) => {
      const { world, image } = given;
      const deed = { operation, trace: 'copyImage' } as const;
      if (!image) return record(world.own, world, cause, deed);
      const copy = copyOf(image, given, cause);
      const own = occupy(world.own, image.id, 'copy');
      const unit = { ...own, images: [...own.images, copy] };
      const job = fill(operation, image, copy, world, cause);
      return record(unit, world, cause, { ...deed, image: copy, job, facts: { from: image.name } });
    },
  };
}

function unitOf(project: ProjectId, { own, others }: World): Unit | undefined {
  return project === own.project ? own : others.get(project);
}

/** All that belongs to the data comes along; members, tags and protection do not. R-COPY-10 */
function copyOf(image: Image, given: ReplicateCase, cause: Cause): Image {
  const { world, request } = given;
  const { type, target, osType, osVersion, osBit, architecture, bootMode, rootDevice } = image;
  const { minDisk, minRam, maxRam, disks } = image;
  return {
    ...queuedImage(given, cause, {
      type,
      target,
      osType,
      osBit,
      architecture,
      bootMode,
      minDisk,
      minRam,
      disks,
      origin: { ...image.origin, kind: 'copy', refId: image.id },
    }),
    ...(osVersion && { osVersion }),
    ...(maxRam && { maxRam }),
    ...(rootDevice && { rootDevice }),
    ...encryptedWith(world.own, request.keyId),
  };
}

function fill(operation: string, image: Image, copy: Image, world: World, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsCopyImageInRegionJob', image.minDisk, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsCopyImageInRegionJob',
      operation,
      imageId: copy.id,
      imageName: copy.name,
      facts: { from: image.name, sourceId: image.id, sizeGb: image.minDisk },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
      { kind: 'release-source', seconds: 0, facts: { work: 'copy' } },
    ],
  );
}
