import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { findImage } from '../find-image.ts';
import type { Image } from '../image.ts';
import { withImage, withoutMembers } from '../members.ts';
import { record } from '../record.ts';
import { removeImage, scrubJob, withdrawals } from '../remove-image.ts';
import {
  type DeleteCase,
  type DeleteImage,
  deleteNotes,
  deleteRules,
  goesToBin,
  leavesBinAt,
} from '../rules/delete.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import type { Unit } from '../unit.ts';
import type { Cause } from '../world.ts';
import { callBack } from './unshare-image.ts';

export type { DeleteImage };

/**
 * Takes an image from everybody at once. A complete one lies in the recycle bin for a while, where there is one; any other
 * is gone for good, and a job scrubs its data. SPEC 3.22, T8 to T10, M9, docs/decisions/0007-recycle-bin.md
 */
export const deleteImage: Lifecycle<DeleteImage, DeleteCase> = {
  operation: 'image.delete',
  rules: [needs('ims:images:delete'), ...imageThere, imageVisible, ...deleteRules, ...deleteNotes],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world } = given;
    const image = ownImage(given);
    if (!image)
      return record(world.own, world, cause, { operation: 'image.delete', trace: 'deleteImage' });
    return goesToBin(image, world) ? intoBin(given, image, cause) : forGood(given, image, cause);
  },
};

function forGood({ world, request }: DeleteCase, image: Image, cause: Cause): Unit {
  const members = image.members.map(({ project }) => project);
  const unit = callBack(removeImage(world, image, request), image.id, members);
  return record(unit, world, cause, {
    operation: 'image.delete',
    trace: 'deleteImage',
    image,
    facts: { recipients: members.length },
    job: scrubJob(world, cause, image, 'image.delete'),
  });
}

/** Members lose it as if it were gone; quota, snapshots and backups stay as they are. */
function intoBin(given: DeleteCase, image: Image, cause: Cause): Unit {
  const { world } = given;
  const members = image.members.map(({ project }) => project);
  const bin = binOf(given, image, cause);
  const binned: Image = { ...withoutMembers(image, members, world.now), bin };
  const unit = withImage(callBack(world.own, image.id, members), binned);
  return record(unit, world, cause, {
    operation: 'image.delete',
    trace: 'binImage',
    image,
    facts: { recipients: members.length, until: bin.until },
    ...(members.length > 0 && { job: withdrawal(given, image, cause) }),
  });
}

function binOf({ world, request }: DeleteCase, image: Image, { origin }: Cause) {
  const { deleteBackup, deleteSnapshots } = request;
  const backup = world.own.backups.find(({ usedByImageId }) => usedByImageId === image.id);
  return {
    by: world.caller.who,
    at: world.now,
    until: leavesBinAt(world),
    origin,
    recipients: image.members.map(({ project }) => project),
    warned: false,
    ...(deleteBackup !== undefined && { deleteBackup }),
    ...(deleteSnapshots !== undefined && { deleteSnapshots }),
    ...(backup && { backupId: backup.id }),
  };
}

function withdrawal({ world }: DeleteCase, image: Image, cause: Cause) {
  return beginJob(
    world,
    cause,
    {
      type: 'imsDelImageMembersJob',
      operation: 'image.bin',
      imageId: image.id,
      imageName: image.name,
      facts: { recipients: image.members.length, projectId: world.own.project },
    },
    withdrawals(world, image),
  );
}
