import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { sampleGb, secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { Image } from '../image.ts';
import { imagesOf, makingIn } from '../making.ts';
import { withImage, withoutMembers } from '../members.ts';
import { jobsUnderWay, record } from '../record.ts';
import {
  type DeleteCase,
  type DeleteImage,
  deleteNotes,
  deleteRules,
  snapshotsOf,
} from '../rules/delete.ts';
import { imageIdFits, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import { nameOf } from '../rules/share-with.ts';
import type { Unit } from '../unit.ts';
import { releaseVault } from '../vault-space.ts';
import { failJob } from '../work/end-job.ts';
import type { Cause, World } from '../world.ts';
import { callBack } from './unshare-image.ts';

export type { DeleteImage };

/** Removes an image for everybody at once; a job tells the recipients and scrubs the data. SPEC 3.22, T8 to T10, M9 */
export const deleteImage: Lifecycle<DeleteImage, DeleteCase> = {
  operation: 'image.delete',
  rules: [needs('ims:images:delete'), imageIdFits, imageVisible, ...deleteRules, ...deleteNotes],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.delete', trace: 'deleteImage' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const members = image.members.map(({ project }) => project);
    const removed: Image = {
      ...withoutMembers(image, members, world.now),
      status: 'pending_delete',
    };
    const stopped = callBack(
      withoutBackup(stopMaking(world.own, image, world.now), given, image),
      image.id,
      members,
    );
    const dropped = request.deleteSnapshots ? snapshotsOf(image) : 0;
    const unit: Unit = {
      ...withImage(stopped, removed),
      snapshotsUsed: Math.max(0, stopped.snapshotsUsed - dropped),
    };
    const facts = { recipients: members.length };
    return record(unit, world, cause, { ...deed, image, facts, job: scrub(image, world, cause) });
  },
};

/** The backup behind a full-ECS image goes too when that is asked for and it is complete. R-DEL-10 */
function withoutBackup(
  unit: Unit,
  { world, request }: DeleteCase,
  { id, limitedToAz }: Image,
): Unit {
  const wanted = request.deleteBackup ?? world.profile.delete.deleteBackupDefault;
  const backup = unit.backups.find(({ usedByImageId }) => usedByImageId === id);
  if (!wanted || !backup || backup.state !== 'available' || limitedToAz !== undefined) return unit;
  const backups = unit.backups.filter((each) => each !== backup);
  const gb = backup.disks.reduce((sum, { sizeGb }) => sum + sizeGb, 0);
  return backup.vaultId === undefined
    ? { ...unit, backups }
    : releaseVault({ ...unit, backups }, { id: backup.vaultId, gb });
}

/** A full-ECS image may be deleted while it is made: that work ends and its server is free again. T9, R-FULL-10 */
function stopMaking(unit: Unit, image: Image, at: string): Unit {
  const reason = 'the image was deleted while it was being made';
  return makingIn(unit)
    .filter((job) => imagesOf(job).includes(image.id))
    .reduce((left, job) => failJob(left, job, { code: 'IMG.0014', reason }, at), unit);
}

function scrub(image: Image, world: World, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsDeleteImage', sampleGb, running);
  const facts = { deleted: true, ownerName: nameOf(world, own.project) };
  return beginJob(
    world,
    cause,
    {
      type: 'imsDeleteImage',
      operation: 'image.delete',
      imageId: image.id,
      imageName: image.name,
      facts: { recipients: image.members.length },
    },
    [
      ...image.members.map(({ project: target }) => ({
        kind: 'withdraw',
        seconds: 0,
        target,
        facts: { ...facts, targetName: nameOf(world, target) },
      })),
      { kind: 'scrub', seconds },
    ],
  );
}
