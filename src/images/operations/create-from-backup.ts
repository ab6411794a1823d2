import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { sampleGb, secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import { jobsUnderWay, record } from '../record.ts';
import { type BackupCase, backupRules, type CreateFromBackup } from '../rules/backup-source.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { imageQuotaRules } from '../rules/image-quota.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { creationsAtOnce } from '../rules/room-in-line.ts';
import { osTypeOf } from '../rules/system-kind.ts';
import { tagRules } from '../rules/tags.ts';
import type { Backup } from '../source.ts';
import type { Cause } from '../world.ts';
import { imagedDisks, likeServer, queuedImage } from './queued-image.ts';

export type { CreateFromBackup };

/** Makes a full-ECS image of a backup. The data are in the vault already, so it takes seconds. SPEC 3.9 */
export const createFromBackup: Lifecycle<CreateFromBackup, BackupCase> = {
  operation: 'image.create-full-backup',
  rules: [
    needs('ims:wholeImages:create'),
    accountInGoodStanding,
    offered('create-full-backup'),
    ...nameRules,
    ...attributeRules,
    ...tagRules,
    ...backupRules,
    ...imageQuotaRules,
    creationsAtOnce,
  ],
  look: (world, request) => ({
    world,
    request,
    backup: world.own.backups.find(({ id }) => id === request.backup),
  }),
  apply: (given, cause) => {
    const { world, backup } = given;
    const { own } = world;
    const deed = { operation: 'image.create-full-backup', trace: 'createImage' } as const;
    if (!backup) return record(own, world, cause, deed);
    const image = queued(given, backup, cause);
    const unit = {
      ...own,
      images: [...own.images, image],
      backups: own.backups.map((each) =>
        each.id === backup.id ? { ...each, usedByImageId: image.id } : each,
      ),
    };
    const job = fill(given, backup, image, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { backup: backup.name } });
  },
};

/** T1 */
function queued(given: BackupCase, backup: Backup, cause: Cause): Image {
  const { own, profile } = given.world;
  const { osVersion, disks, service, id, shared } = backup;
  const server = own.servers.find((each) => each.id === backup.serverId);
  const like = server && likeServer(server);
  return queuedImage(given, cause, {
    type: 'full-ecs',
    ...like,
    ...(osVersion && { osVersion, osType: osTypeOf(osVersion) }),
    minDisk: disks.find(({ role }) => role === 'system')?.sizeGb ?? profile.minDisk.system.min,
    disks: imagedDisks(disks),
    origin: {
      marketplace: false,
      csbsLegacy: false,
      ...like?.origin,
      kind: service,
      refId: id,
      sharedBackup: shared,
    },
  });
}

/** T2, T4 */
function fill({ world }: BackupCase, backup: Backup, image: Image, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsCreateWholeImageByBackupJob', sampleGb, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsCreateWholeImageByBackupJob',
      operation: 'image.create-full-backup',
      imageId: image.id,
      imageName: image.name,
      facts: { backup: backup.name, backupId: backup.id },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
    ],
  );
}
