import type { CaseBase, Lifecycle } from '../../src/images/decision.ts';
import type { ProjectId } from '../../src/images/ids.ts';
import type { JobType } from '../../src/images/job.ts';
import { acceptShare } from '../../src/images/operations/answer-share.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import { createDataImages } from '../../src/images/operations/create-data-images.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { createFromBackup } from '../../src/images/operations/create-from-backup.ts';
import { createFromDisk } from '../../src/images/operations/create-from-disk.ts';
import { createFullImage } from '../../src/images/operations/create-full-image.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { importImage } from '../../src/images/operations/import-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { changeOs } from '../../src/images/operations/replace-os.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import type { Unit } from '../../src/images/unit.ts';
import type { World } from '../../src/images/world.ts';
import { agency } from '../images/bad-cross-copies.ts';
import { withData } from '../images/bad-data-images.ts';
import {
  aBackup,
  aBucket,
  aCause,
  aDisk,
  aFile,
  aFullImage,
  aMember,
  anImage,
  anOffer,
  aServer,
  aUnit,
  aVault,
  aWorld,
  type Cloud,
  carriedOut,
  imageId,
  overseas,
  p1,
  p2,
  p3,
  type WorldParts,
} from '../images/builders.ts';

/** A job that has just been accepted, and all projects before and after that. */
export interface Accepted {
  readonly home: ProjectId;
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

const id = imageId(1);
const shared = anImage({ members: [aMember(p2, 'accepted'), aMember(p3, 'pending')] });
const recipients = [
  aUnit({ project: p2, received: [anOffer({ status: 'accepted' })] }),
  aUnit({ project: p3, received: [anOffer()] }),
];
const files = [
  aFile(),
  aFile({ key: 'big.raw', format: 'raw' }),
  aFile({ key: 'big.mf', format: 'mf', sizeBytes: 4096, virtualSizeGb: 0 }),
];
const jdSource = anImage({ id: imageId(1, 'jdcloud'), rootDevice: 'localDisk' });

/** One accepted job of every type, with everything it can take along: locks, vaults, snapshots, other projects. */
export const everyJob: Readonly<Record<JobType, () => Accepted>> = {
  imsCreateImageByInstance: () => {
    const disks = [aDisk(), aDisk({ id: 'disk-2', role: 'data', device: '/dev/vdb' })];
    const own = aUnit({ snapshotsUsed: 1, servers: [aServer({ state: 'stopped', disks })] });
    return begun(createSystemImage, { cloud: 'jdcloud', own }, { server: 's1', name: 'web' });
  },
  imsCreateWholeImageByInstanceJob: () => {
    const own = aUnit({ servers: [aServer()], vaults: [aVault()] });
    return begun(createFullImage, { own }, { server: 's1', name: 'erp', vaultId: 'v1' });
  },
  imsCreateWholeImageByBackupJob: () => {
    const own = aUnit({ servers: [aServer()], backups: [aBackup()] });
    const request = { backup: 'backup-1', name: 'erp', service: 'CBR' } as const;
    return begun(createFromBackup, { own }, request);
  },
  imsVolumesToSysDataImagesJob: () =>
    begun(
      createDataImages,
      { own: aUnit({ servers: [withData()] }) },
      { dataImages: [{ disk: 'data-1', name: 'db' }] },
    ),
  imsVolumeCreateImageJob: () => {
    const request = { disk: 'data-1', name: 'web', osVersion: 'CentOS 7.0 64bit' };
    return begun(createFromDisk, { own: aUnit({ servers: [withData()] }) }, request);
  },
  imsImportImageJob: () => imported({ file: 'imports:base.qcow2' }),
  imsImportBigFileImageJob: () =>
    imported({ file: 'imports:big.raw', fast: true, osVersion: 'CentOS 7.0 64bit' }),
  imsImportDataImageJob: () =>
    imported({ file: 'imports:base.qcow2', type: 'DataImage', osType: 'Linux' }),
  imsCopyImageInRegionJob: () =>
    begun(replicateImage, { own: aUnit({ images: [anImage()] }) }, { image: id, name: 'copy' }),
  imsNativeExportImageJob: () => {
    const own = aUnit({ images: [anImage()], buckets: [aBucket()] });
    const request = { image: id, bucket: 'imports', file: 'web', fast: false };
    return begun(exportImage, { own }, request);
  },
  imsCrossRegionCopyJob: () => {
    const own = aUnit({ images: [anImage()], agencies: [agency] });
    const others = [aUnit({ project: overseas, region: 'r2' })];
    return begun(replicateAcross, { own, others }, { image: id, region: 'r2', agency: 'copier' });
  },
  convertImage: () => {
    const own = aUnit({ images: [jdSource] });
    return begun(convertImage, { cloud: 'jdcloud', own }, { image: jdSource.id });
  },
  replaceServerOs: () => {
    const own = aUnit({ servers: [aServer({ state: 'stopped' })], images: [anImage()] });
    return begun(changeOs, { own }, { server: 's1', image: id });
  },
  operateServer: () =>
    begun(
      operateServer,
      { own: aUnit({ servers: [aServer()] }) },
      { server: 's1', action: 'stop' },
    ),
  imsAddImageMembersJob: () =>
    begun(
      shareImage,
      {
        own: aUnit({ images: [anImage()] }),
        others: [aUnit({ project: p2 }), aUnit({ project: p3 })],
      },
      { image: id, targets: [p2, p3] },
    ),
  imsDelImageMembersJob: () =>
    begun(
      unshareImage,
      { own: aUnit({ images: [shared] }), others: recipients },
      { image: id, targets: [p2, p3] },
    ),
  imsUpdateImageMembersJob: () => {
    const image = aFullImage({ members: [aMember(p2, 'pending')] });
    const own = aUnit({
      project: p2,
      vaults: [aVault()],
      received: [anOffer({ type: 'full-ecs', name: 'erp-full' })],
    });
    const others = [aUnit({ images: [image] })];
    return begun(acceptShare, { own, others }, { image: id, owner: p1, vaultId: 'v1' });
  },
  createServerFromImage: () => {
    const order = { image: id, name: 'app', az: 'az1', ramMb: 4096, count: 2 };
    return begun(createServer, { own: aUnit({ images: [anImage()] }) }, order);
  },
  createDiskFromImage: () => {
    const own = aUnit({ images: [anImage({ type: 'data' })] });
    return begun(createDisk, { own }, { image: id, sizeGb: 50 });
  },
  imsDeleteImage: () =>
    begun(deleteImage, { own: aUnit({ images: [shared] }), others: recipients }, { image: id }),
};

function imported(
  request: { readonly file: string } & Partial<Parameters<typeof importImage.look>[1]>,
) {
  const own = aUnit({ buckets: [aBucket({ objects: files })] });
  return begun(importImage, { own }, { name: 'web', minDisk: 40, ...request });
}

function begun<Request, Case extends CaseBase>(
  lifecycle: Lifecycle<Request, Case>,
  parts: WorldParts,
  request: Request,
): Accepted {
  const world: World = aWorld(parts);
  const own = carriedOut(
    lifecycle,
    world,
    request,
    aCause('click', parts.cloud satisfies Cloud | undefined),
  );
  const others = [...world.others.values()];
  return { home: own.project, before: [world.own, ...others], after: [own, ...others] };
}
