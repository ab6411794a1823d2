import type { Instant } from '../ids.ts';
import type { Image } from '../image.ts';
import { isGone } from '../image-states.ts';
import type { Job, JobType } from '../job.ts';
import { imagesOf } from '../making.ts';
import { MemberStatus } from '../member.ts';
import { withImage, withMembers, withoutMembers } from '../members.ts';
import type { Unit } from '../unit.ts';
import { releaseVault } from '../vault-space.ts';
import { namesIn } from './make-server.ts';
import { settleServer } from './operate-server.ts';
import { releaseServer } from './replace-os.ts';
import { scrubbed } from './scrub.ts';
import { release } from './source-image.ts';

/** Cleans up what a failed job of each type leaves behind. */
const undoing: Readonly<Record<JobType, (unit: Unit, job: Job, at: Instant) => Unit>> = {
  imsCreateImageByInstance: (unit, job, at) =>
    giveBackSnapshots(unlock(kill(unit, job, at), job), job),
  imsCreateWholeImageByInstanceJob: (unit, job, at) =>
    dropBackup(giveBackVault(unlock(kill(unit, job, at), job), job), job),
  imsCreateWholeImageByBackupJob: (unit, job, at) => freeBackup(kill(unit, job, at), job),
  imsVolumesToSysDataImagesJob: kill,
  imsVolumeCreateImageJob: kill,
  imsImportImageJob: kill,
  imsImportBigFileImageJob: kill,
  imsImportDataImageJob: kill,
  imsCopyImageInRegionJob: (unit, job, at) => release(kill(unit, job, at), job, 'copy'),
  imsNativeExportImageJob: (unit, job) => release(unit, job, 'export'),
  imsCrossRegionCopyJob: (unit, job) => release(unit, job, 'cross-copy'),
  convertImage: (unit, job, at) =>
    giveBackSnapshots(release(kill(unit, job, at), job, 'convert'), job),
  replaceServerOs: releaseServer,
  operateServer: settleServer,
  imsAddImageMembersJob: takeBackOffers,
  imsDelImageMembersJob: (unit) => unit,
  imsUpdateImageMembersJob: giveBackVault,
  createServerFromImage: dropServers,
  createDiskFromImage: dropDisk,
  imsDeleteImage: scrubbed,
};

export function undo(unit: Unit, job: Job, at: Instant): Unit {
  return undoing[job.type](unit, job, at);
}

/** T6, T7: what an open job makes is not finished. The records stay, to be looked at and deleted by a person. */
function kill(unit: Unit, job: Job, at: Instant): Unit {
  const making = imagesOf(job);
  const images = unit.images.map((image): Image => {
    if (isGone(image) || !making.includes(image.id)) return image;
    const { limitedToAz: _, ...left } = image;
    return { ...left, status: 'killed', updatedAt: at };
  });
  return { ...unit, images };
}

/** A server locked by a full-ECS creation is free again. R-FULL-10 */
function unlock(unit: Unit, { serverId }: Job): Unit {
  const servers = unit.servers.map((server) =>
    server.id === serverId && server.locked ? { ...server, locked: false } : server,
  );
  return { ...unit, servers };
}

/** Where the cloud removes the snapshots of a failed creation, they are not counted any more. T6, D-32 */
function giveBackSnapshots(unit: Unit, { facts }: Job): Unit {
  const { snapshots, cleanup } = facts;
  if (cleanup !== 'snapshots' || typeof snapshots !== 'number') return unit;
  return { ...unit, snapshotsUsed: Math.max(0, unit.snapshotsUsed - snapshots) };
}

/**
 * Projects that never got their offer are no members. Who had been offered the image before stands as then, unless they
 * answered meanwhile.
 */
function takeBackOffers(unit: Unit, { imageId, steps }: Job, at: Instant): Unit {
  const image = unit.images.find(({ id }) => id === imageId);
  if (!image) return unit;
  const undelivered = steps.filter(({ state }) => state !== 'done' && state !== 'skipped');
  const before = new Map(
    undelivered.flatMap(({ target, facts }) =>
      target ? [[target, MemberStatus.safeParse(facts.was).data] as const] : [],
    ),
  );
  const strangers = [...before].flatMap(([project, was]) => (was === undefined ? project : []));
  const restored = image.members.flatMap((member) => {
    const was = before.get(member.project);
    const isOpen = was !== undefined && member.status === 'pending';
    return isOpen ? { ...member, status: was, updatedAt: at } : [];
  });
  return withImage(unit, withMembers(withoutMembers(image, strangers, at), restored, at));
}

/** A backup that was never finished is not left behind, and its vault lets go of the server. */
function dropBackup(unit: Unit, { serverId, facts: { backupId, vaultId, joined } }: Job): Unit {
  const backups = unit.backups.filter(({ id }) => id !== backupId);
  const vaults = unit.vaults.map((vault) =>
    joined === true && vault.id === vaultId
      ? { ...vault, servers: vault.servers.filter((id) => id !== serverId) }
      : vault,
  );
  return { ...unit, backups, vaults };
}

/** The backup can be used for another image. R-FBK-04 */
function freeBackup(unit: Unit, { facts }: Job): Unit {
  const backups = unit.backups.map((backup) => {
    if (backup.id !== facts.backupId) return backup;
    const { usedByImageId: _, ...free } = backup;
    return free;
  });
  return { ...unit, backups };
}

function giveBackVault(unit: Unit, { facts }: Job): Unit {
  const { vaultId, vaultGb } = facts;
  if (typeof vaultId !== 'string' || typeof vaultGb !== 'number') return unit;
  return releaseVault(unit, { id: vaultId, gb: vaultGb });
}

/** Servers that never started are not left behind. */
function dropServers(unit: Unit, { facts }: Job): Unit {
  const ids = namesIn(facts.serverIds);
  const servers = unit.servers.filter(({ id, state }) => state !== 'starting' || !ids.includes(id));
  return { ...unit, servers };
}

function dropDisk(unit: Unit, { facts }: Job): Unit {
  return { ...unit, disks: unit.disks.filter(({ id }) => id !== facts.diskId) };
}
