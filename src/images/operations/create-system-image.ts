import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import { snapshotsFor } from '../quota.ts';
import { jobsUnderWay, record } from '../record.ts';
import {
  bodyGiven,
  type CreateCase,
  type CreateSystemImage,
  createNotes,
  createQuotaRules,
} from '../rules/create.ts';
import { guestRules } from '../rules/guest-preparation.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { nameRules } from '../rules/name.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { sourceDiskRules } from '../rules/source-disks.ts';
import {
  dataDisksOf,
  serverExists,
  sourceStateRules,
  systemDiskOf,
} from '../rules/source-server.ts';
import { tagRules } from '../rules/tags.ts';
import type { Server } from '../server.ts';
import type { Cause, World } from '../world.ts';
import { encryptedWith, imagedDisks, likeServer, queuedImage } from './queued-image.ts';

export type { CreateSystemImage };

/** Makes a system image of a server: queued at once, so that its quota is taken, and filled by a job. SPEC 3.1 to 3.4 */
export const createSystemImage: Lifecycle<CreateSystemImage, CreateCase> = {
  operation: 'image.create',
  rules: [
    needs('ims:serverImages:create'),
    accountInGoodStanding,
    bodyGiven,
    ...nameRules,
    ...attributeRules,
    ...tagRules,
    serverExists,
    ...sourceStateRules,
    ...sourceDiskRules,
    ...createQuotaRules,
    ...guestRules,
    ...createNotes,
  ],
  look: (world, request) => ({
    world,
    request,
    server: world.own.servers.find(({ id }) => id === request.server),
  }),
  apply: (given, cause) => {
    const { world, server } = given;
    const deed = { operation: 'image.create', trace: 'createImage' } as const;
    if (!server) return record(world.own, world, cause, deed);
    const image = queued(given, server, cause);
    const snapshots = world.profile.quota.snapshots === null ? 0 : snapshotsFor(server);
    const unit = {
      ...world.own,
      images: [...world.own.images, image],
      snapshotsUsed: world.own.snapshotsUsed + snapshots,
    };
    const job = fill(image, server, snapshots, world, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { server: server.name } });
  },
};

function queued(given: CreateCase, server: Server, cause: Cause): Image {
  const { own, profile } = given.world;
  const system = systemDiskOf(server);
  return queuedImage(given, cause, {
    type: 'system',
    ...likeServer(server),
    minDisk: system?.sizeGb ?? profile.minDisk.system.min,
    ...(profile.create.includeDataDisks && {
      disks: included(server),
      rootDevice: server.rootDevice,
    }),
    ...encryptedWith(own, system?.keyId),
  });
}

/** Disks whose data are part of the image where the cloud takes data disks along. R-JDC-06 */
function included(server: Server): Image['disks'] {
  const system = systemDiskOf(server);
  const data = dataDisksOf(server).filter(({ storage }) => storage !== 'local');
  return imagedDisks([...(system ? [system] : []), ...data]);
}

/** A tenth of the time passes before data move, as far as anybody can tell from outside. T2, T4 */
function fill(image: Image, server: Server, snapshots: number, world: World, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsCreateImageByInstance', image.minDisk, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsCreateImageByInstance',
      operation: 'image.create',
      imageId: image.id,
      imageName: image.name,
      serverId: server.id,
      facts: {
        server: server.name,
        sizeGb: image.minDisk,
        snapshots,
        cleanup: profile.create.cleanupOnFailure,
      },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
    ],
  );
}
