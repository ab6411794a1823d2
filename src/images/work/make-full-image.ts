import { owe } from '../record.ts';
import type { Unit } from '../unit.ts';
import { moveAll } from './make-image.ts';
import { done, type StepWork } from './step.ts';

/** Snapshots of all disks exist: the image can be used in the server's AZ, and the server is free again. T4, R-FULL-10 */
export const snapshotDisks: StepWork = {
  own: (unit, job, step, at) => {
    const moved = moveAll(unit, job, at, ['queued', 'saving'], 'active');
    const { az } = step.facts;
    if (!moved.ok) return moved;
    const free = unlocked(moved.unit, job.serverId);
    if (typeof az !== 'string') return done(free);
    const images = free.images.map((image) =>
      image.id === job.imageId ? { ...image, limitedToAz: az } : image,
    );
    return done(
      owe(
        { ...free, images },
        {
          id: `${job.id}/usable-in-az`,
          kind: 'image.usable-in-az',
          to: job.origin,
          asker: job.requestedBy,
          ...(job.imageId && { imageId: job.imageId }),
          owedSince: at,
          facts: {
            image: job.imageName ?? '',
            imageId: job.imageId ?? '',
            projectId: unit.project,
            server: String(job.facts.server ?? ''),
            az,
          },
        },
      ),
    );
  },
};

/** The backup behind the image is complete: the image can be used in the whole region. T5, R-FULL-11 */
export const completeBackup: StepWork = {
  own: (unit, job, _step, at) => {
    const images = unit.images.map((image) => {
      if (image.id !== job.imageId || image.limitedToAz === undefined) return image;
      const { limitedToAz: _, ...everywhere } = image;
      return { ...everywhere, updatedAt: at };
    });
    const backups = unit.backups.map((backup) =>
      backup.id === job.facts.backupId ? ({ ...backup, state: 'available' } as const) : backup,
    );
    return done({ ...unit, images, backups });
  },
};

function unlocked(unit: Unit, serverId: string | undefined): Unit {
  const servers = unit.servers.map((server) =>
    server.id === serverId ? { ...server, locked: false } : server,
  );
  return { ...unit, servers };
}
