import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { ImageId } from '../ids.ts';
import type { Image } from '../image.ts';
import { snapshotsFor } from '../quota.ts';
import { isOpen, record } from '../record.ts';
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
import { tagRules, tagsOf } from '../rules/tags.ts';
import type { Disk, Server } from '../server.ts';
import type { Cause, World } from '../world.ts';

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

/** T1: record and ID exist, no data yet. */
function queued(given: CreateCase, server: Server, cause: Cause): Image {
  const { world, request } = given;
  const { own, profile, now } = world;
  const key = systemDiskOf(server)?.keyId;
  const { publicOsVendor, kind } = server.originImage;
  return {
    id: ImageId.parse(cause.newId('image')),
    name: request.name ?? '',
    description: request.description ?? '',
    type: 'system',
    target: server.kind,
    visibility: 'private',
    owner: own.project,
    region: own.region,
    status: 'queued',
    osType: server.osType,
    osVersion: server.osVersion,
    osBit: server.osBit,
    architecture: 'x86',
    bootMode: server.bootMode,
    minDisk: systemDiskOf(server)?.sizeGb ?? profile.minDisk.system.min,
    minRam: request.minRam ?? 0,
    ...(request.maxRam && { maxRam: request.maxRam }),
    disks: profile.create.includeDataDisks ? included(server) : [],
    ...(profile.create.includeDataDisks && { rootDevice: server.rootDevice }),
    ...(key && {
      encryption: {
        keyId: key,
        keyKind: own.keys.find(({ id }) => id === key)?.kind ?? 'custom',
      },
    }),
    keyUsable: true,
    protected: false,
    published: false,
    frozen: false,
    sharedWithDomain: false,
    enterpriseProjectId: request.enterpriseProjectId || '0',
    origin: {
      kind: 'server',
      refId: server.id,
      ...(publicOsVendor && { publicOsVendor }),
      marketplace: kind === 'marketplace',
      csbsLegacy: false,
      sharedBackup: false,
    },
    busy: [],
    tags: Object.fromEntries(tagsOf(given).map(({ key: name, value = '' }) => [name, value])),
    members: [],
    createdAt: now,
    updatedAt: now,
  };
}

/** Disks whose data are part of the image where the cloud takes data disks along. R-JDC-06 */
function included(server: Server): Image['disks'] {
  const system = systemDiskOf(server);
  const data = dataDisksOf(server).filter(({ storage }) => storage !== 'local');
  return [...(system ? [system] : []), ...data].map(({ role, sizeGb, device }: Disk) => ({
    role,
    sizeGb,
    device,
  }));
}

/** A tenth of the time passes before data move, as far as anybody can tell from outside. T2, T4 */
function fill(image: Image, server: Server, snapshots: number, world: World, cause: Cause) {
  const { own, profile } = world;
  const running = own.jobs.filter(isOpen).length;
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
