import type { Lifecycle } from '../decision.ts';
import type { Image } from '../image.ts';
import { record } from '../record.ts';
import { fullNotes } from '../rules/full-notes.ts';
import { type CreateFullImage, type FullCase, fullServerRules } from '../rules/full-server.ts';
import { fullVaultRules, wholeGb } from '../rules/full-vault.ts';
import { preparationRules } from '../rules/guest-preparation.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { imageQuotaRules } from '../rules/image-quota.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { creationsAtOnce } from '../rules/room-in-line.ts';
import { serverExists, settledRules, systemDiskOf } from '../rules/source-server.ts';
import { tagRules } from '../rules/tags.ts';
import type { Server } from '../server.ts';
import type { Backup } from '../source.ts';
import type { Unit } from '../unit.ts';
import { reserveVault } from '../vault-space.ts';
import type { Cause } from '../world.ts';
import { fullImageJob } from './full-image-job.ts';
import { encryptedWith, imagedDisks, likeServer, queuedImage } from './queued-image.ts';

export type { CreateFullImage };

/**
 * Makes an image of all disks of a server: its vault space is taken and the server locked at once. A job first makes it
 * usable in the server's AZ, then completes the backup behind it, and with it the image in the region. SPEC 3.8
 */
export const createFullImage: Lifecycle<CreateFullImage, FullCase> = {
  operation: 'image.create-full',
  rules: [
    needs('ims:wholeImages:create'),
    accountInGoodStanding,
    offered('create-full'),
    ...nameRules,
    ...attributeRules,
    ...tagRules,
    serverExists,
    ...fullServerRules,
    ...settledRules,
    ...fullVaultRules,
    ...imageQuotaRules,
    creationsAtOnce,
    ...preparationRules,
    ...fullNotes,
  ],
  look: (world, request) => ({
    world,
    request,
    server: world.own.servers.find(({ id }) => id === request.server),
    vault: world.own.vaults.find(({ id }) => id === request.vaultId),
  }),
  apply: (given, cause) => {
    const { world, server } = given;
    const deed = { operation: 'image.create-full', trace: 'createImage' } as const;
    if (!server) return record(world.own, world, cause, deed);
    const image = queued(given, server, cause);
    const backup = backupOf(given, server, image, cause);
    const unit = begun(given, server, image, backup);
    const job = fullImageJob(given, server, image, backup, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { server: server.name } });
  },
};

/** T1 */
function queued(given: FullCase, server: Server, cause: Cause): Image {
  const { own, profile } = given.world;
  const system = systemDiskOf(server);
  const like = likeServer(server);
  const csbsLegacy = own.backups.some(
    ({ serverId, service }) => serverId === server.id && service === 'csbs',
  );
  return queuedImage(given, cause, {
    type: 'full-ecs',
    ...like,
    minDisk: system?.sizeGb ?? profile.minDisk.system.min,
    disks: imagedDisks(server.disks),
    origin: { ...like.origin, csbsLegacy },
    ...encryptedWith(own, system?.keyId),
  });
}

/** The backup that holds the data of the image. */
function backupOf(
  { vault }: FullCase,
  { id, disks, osVersion }: Server,
  image: Image,
  cause: Cause,
): Backup {
  return {
    id: cause.newId('backup'),
    name: image.name,
    service: 'cbr',
    state: 'creating',
    serverId: id,
    disks,
    ...(vault && { vaultId: vault.id }),
    usedByImageId: image.id,
    shared: false,
    osVersion,
    accessible: true,
    copiedTo: [],
  };
}

/** R-FULL-10: the server is locked; R-FULL-18: image and backup lie in the vault. */
function begun(
  { world: { own }, vault }: FullCase,
  server: Server,
  image: Image,
  backup: Backup,
): Unit {
  const unit: Unit = {
    ...own,
    images: [...own.images, image],
    backups: [...own.backups, backup],
    servers: own.servers.map((each) => (each.id === server.id ? { ...each, locked: true } : each)),
    vaults: own.vaults.map((each) =>
      each.id === vault?.id && !each.servers.includes(server.id)
        ? { ...each, servers: [...each.servers, server.id] }
        : each,
    ),
  };
  return vault ? reserveVault(unit, { id: vault.id, gb: wholeGb(server) }) : unit;
}
