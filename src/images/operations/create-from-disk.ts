import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import { jobsUnderWay, record } from '../record.ts';
import { sourceNotes } from '../rules/create.ts';
import { dataDiskRules, findDisk } from '../rules/data-disk.ts';
import { secretsRemoved } from '../rules/guest-preparation.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { imageQuotaRules } from '../rules/image-quota.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { judging } from '../rules/part.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { creationsAtOnce } from '../rules/room-in-line.ts';
import { settledRules } from '../rules/source-server.ts';
import {
  type CreateFromDisk,
  type SystemDiskCase,
  systemDiskRules,
} from '../rules/system-disk-source.ts';
import { osTypeOf } from '../rules/system-kind.ts';
import { tagRules } from '../rules/tags.ts';
import type { Disk, Server } from '../server.ts';
import type { Cause } from '../world.ts';
import { encryptedWith, queuedImage } from './queued-image.ts';

export type { CreateFromDisk };

/** Makes a system image of a data disk; nobody but the person can know that a system is on it. SPEC 3.7 */
export const createFromDisk: Lifecycle<CreateFromDisk, SystemDiskCase> = {
  operation: 'image.create-from-disk',
  rules: [
    needs('ims:serverImages:create'),
    accountInGoodStanding,
    offered('create-data'),
    ...nameRules,
    ...attributeRules,
    ...tagRules,
    ...dataDiskRules,
    ...systemDiskRules,
    ...judging([...settledRules, secretsRemoved, ...sourceNotes], attachedTo),
    ...imageQuotaRules,
    creationsAtOnce,
  ],
  look: (world, request) => ({ world, request, ...findDisk(world.own, request.disk) }),
  apply: (given, cause) => {
    const { world, server, disk } = given;
    const deed = { operation: 'image.create-from-disk', trace: 'createImage' } as const;
    if (!server || !disk) return record(world.own, world, cause, deed);
    const image = queued(given, disk, cause);
    const unit = { ...world.own, images: [...world.own.images, image] };
    const job = fill(given, server, disk, image, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { server: server.name } });
  },
};

/** The server that has the disk, as rules about servers see it. */
function attachedTo({ world, server }: SystemDiskCase) {
  return { world, server, request: server ? { server: server.id } : {} };
}

/** T1 */
function queued(given: SystemDiskCase, disk: Disk, cause: Cause): Image {
  const { osVersion = '' } = given.request;
  return queuedImage(given, cause, {
    type: 'system',
    osType: osTypeOf(osVersion),
    osVersion,
    osBit: /32[ _]?bit/i.test(osVersion) ? '32' : '64',
    minDisk: disk.sizeGb,
    origin: {
      kind: 'disk',
      refId: disk.id,
      marketplace: false,
      csbsLegacy: false,
      sharedBackup: false,
    },
    ...encryptedWith(given.world.own, disk.keyId),
  });
}

/** T2, T4 */
function fill(
  { world }: SystemDiskCase,
  server: Server,
  { sizeGb, device }: Disk,
  image: Image,
  cause: Cause,
) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsVolumeCreateImageJob', sizeGb, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsVolumeCreateImageJob',
      operation: 'image.create-from-disk',
      imageId: image.id,
      imageName: image.name,
      serverId: server.id,
      facts: { server: server.name, disk: device, sizeGb },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
    ],
  );
}
