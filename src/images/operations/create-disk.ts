import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import { withUse } from '../last-use.ts';
import { jobsUnderWay, record } from '../record.ts';
import { imageExists, shareEnded } from '../rules/ownership.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { readableRules } from '../rules/readable.ts';
import { type CreateDisk, type DiskCase, diskRules } from '../rules/use-data-image.ts';
import { useNotes } from '../rules/use-notes.ts';
import type { Disk } from '../server.ts';

export type { CreateDisk };

/** Makes a disk from a data image: it exists at once without a server, and a job fills it. SPEC 3.11 */
export const createDisk: Lifecycle<CreateDisk, DiskCase> = {
  operation: 'disk.create',
  rules: [
    needs('ecs:servers:create'),
    accountInGoodStanding,
    ...imageExists,
    ...shareEnded,
    ...readableRules,
    ...diskRules,
    ...useNotes,
  ],
  look: (world, request) => {
    const found = findImage(world, request.image);
    return { world, request, found, image: found?.image };
  },
  apply: ({ world, request, image }, cause) => {
    const { own, profile } = world;
    const deed = { operation: 'disk.create', trace: 'createDisk' } as const;
    if (!image) return record(own, world, cause, deed);
    const disk: Disk = {
      id: cause.newId('disk'),
      role: 'data',
      sizeGb: request.sizeGb,
      device: 'none',
      state: 'in-use',
      storage: 'evs',
      shared: false,
      fromImage: image.id,
      ...(image.encryption && { keyId: image.encryption.keyId }),
    };
    const running = jobsUnderWay(own);
    const seconds = secondsFor(profile, 'createDiskFromImage', request.sizeGb, running);
    const job = beginJob(
      world,
      cause,
      {
        type: 'createDiskFromImage',
        operation: 'disk.create',
        imageId: image.id,
        imageName: image.name,
        imageOwner: image.owner,
        facts: { diskId: disk.id, sizeGb: disk.sizeGb },
      },
      [{ kind: 'fill-disk', seconds }],
    );
    const unit = withUse({ ...own, disks: [...own.disks, disk] }, [image.id], world.now);
    return record(unit, world, cause, { ...deed, image, job, facts: { sizeGb: disk.sizeGb } });
  },
};
