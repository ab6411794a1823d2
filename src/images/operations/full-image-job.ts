import { beginJob } from '../begin-job.ts';
import { grown, secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import type { Job } from '../job.ts';
import { jobsUnderWay } from '../record.ts';
import type { FullCase } from '../rules/full-server.ts';
import { wholeGb } from '../rules/full-vault.ts';
import type { Server } from '../server.ts';
import type { Backup } from '../source.ts';
import type { Cause } from '../world.ts';

/** The job that fills a full-ECS image: usable in its AZ first, in the region when its backup is complete. T2, T4, T5 */
export function fullImageJob(
  { world, vault }: FullCase,
  server: Server,
  image: Image,
  backup: Backup,
  cause: Cause,
): Job {
  const { own, profile } = world;
  const { azLimitedFirst, backupSeconds } = profile.fullEcs;
  const running = jobsUnderWay(own);
  const sizeGb = wholeGb(server);
  const seconds = secondsFor(profile, 'imsCreateWholeImageByInstanceJob', sizeGb, running);
  const completing = grown(backupSeconds, sizeGb, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsCreateWholeImageByInstanceJob',
      operation: 'image.create-full',
      imageId: image.id,
      imageName: image.name,
      serverId: server.id,
      facts: {
        server: server.name,
        az: server.az,
        sizeGb,
        backupId: backup.id,
        ...(vault && {
          vaultId: vault.id,
          vaultGb: sizeGb,
          joined: !vault.servers.includes(server.id),
        }),
      },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      {
        kind: 'snapshot-disks',
        seconds: seconds * 0.9,
        facts: azLimitedFirst ? { az: server.az } : {},
      },
      { kind: 'complete-backup', seconds: completing },
    ],
  );
}
