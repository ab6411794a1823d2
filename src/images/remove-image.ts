import { beginJob } from './begin-job.ts';
import { sampleGb, secondsFor } from './duration.ts';
import type { Image } from './image.ts';
import type { Job, JobStep } from './job.ts';
import { imagesOf, makingIn } from './making.ts';
import { withImage, withoutMembers } from './members.ts';
import { jobsUnderWay } from './record.ts';
import { snapshotsOf } from './rules/delete.ts';
import { nameOf } from './rules/share-with.ts';
import type { Unit } from './unit.ts';
import { releaseVault } from './vault-space.ts';
import { failJob } from './work/end-job.ts';
import type { Cause, World } from './world.ts';

/** What goes together with an image. */
export interface Along {
  /** Full-ECS: also the backup behind it. Default: as the cloud's profile says. R-DEL-10 */
  readonly deleteBackup?: boolean | undefined;
  /** Also the snapshots that belong to it, where the cloud keeps some. R-DEL-11 */
  readonly deleteSnapshots?: boolean | undefined;
}

type Place = Pick<World, 'own' | 'profile' | 'now'>;

/** Takes an image out of use for good: nobody has it any more, its data are still to be scrubbed. T8, T9 */
export function removeImage({ own, profile, now }: Place, image: Image, along: Along): Unit {
  const { bin: _, ...rest } = image;
  const everybody = image.members.map(({ project }) => project);
  const removed: Image = { ...withoutMembers(rest, everybody, now), status: 'pending_delete' };
  const wanted = along.deleteBackup ?? profile.delete.deleteBackupDefault;
  const stopped = stopMaking(own, image, now);
  const left = wanted ? withoutBackup(stopped, image) : stopped;
  const dropped = along.deleteSnapshots ? snapshotsOf(image) : 0;
  return {
    ...withImage(left, removed),
    snapshotsUsed: Math.max(0, left.snapshotsUsed - dropped),
  };
}

/** The backup behind a full-ECS image goes too when it is complete. R-DEL-10 */
function withoutBackup(unit: Unit, { id, limitedToAz }: Image): Unit {
  const backup = unit.backups.find(({ usedByImageId }) => usedByImageId === id);
  if (backup?.state !== 'available' || limitedToAz !== undefined) return unit;
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

/** Takes the offer of the image out of the unit of every project it was shared with. M9 */
export function withdrawals(
  world: Pick<World, 'own' | 'directory'>,
  { members }: Image,
): readonly Pick<JobStep, 'kind' | 'seconds' | 'target' | 'facts'>[] {
  const facts = { deleted: true, ownerName: nameOf(world, world.own.project) };
  return members.map(({ project: target }) => ({
    kind: 'withdraw',
    seconds: 0,
    target,
    facts: { ...facts, targetName: nameOf(world, target) },
  }));
}

/** The work after the removal: recipients are told, and the data are scrubbed. T10 */
export function scrubJob(
  world: Pick<World, 'own' | 'directory' | 'profile' | 'now'> & {
    readonly caller: Pick<World['caller'], 'who'>;
  },
  cause: Cause,
  image: Image,
  operation: string,
): Job {
  const running = jobsUnderWay(world.own);
  const seconds = secondsFor(world.profile, 'imsDeleteImage', sampleGb, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsDeleteImage',
      operation,
      imageId: image.id,
      imageName: image.name,
      facts: { recipients: image.members.length },
    },
    [...withdrawals(world, image), { kind: 'scrub', seconds }],
  );
}
