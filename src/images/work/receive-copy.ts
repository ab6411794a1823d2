import { Image } from '../image.ts';
import { imagesUsed } from '../quota.ts';
import type { Unit } from '../unit.ts';
import { reserveVault } from '../vault-space.ts';
import { done, failed, type StepWork } from './step.ts';

/** The copy arrives in the target region: complete, private, and without members, tags or protection. R-XCOPY-11 */
export const receiveCopy: StepWork = {
  target: (unit, job, step, at, home) => {
    const { newId, name, description, room, vaultId, vaultGb } = step.facts;
    if (unit.images.some(({ id }) => id === newId)) return done(unit);
    const source = home.images.find(({ id }) => id === job.imageId);
    if (source?.status !== 'active')
      return failed('IMG.0144', 'the image was deleted while it was being copied');
    if (typeof room === 'number' && imagesUsed(unit) >= room)
      return failed('IMG.0015', 'the target project has as many images as it may');
    const { activeAt: _activeAt, bin: _bin, ...data } = source;
    const copy = Image.safeParse({
      ...data,
      id: newId,
      name,
      description,
      owner: unit.project,
      region: unit.region,
      visibility: 'private',
      protected: false,
      busy: [],
      tags: {},
      members: [],
      origin: { ...source.origin, kind: 'cross-copy', refId: source.id },
      createdAt: at,
      updatedAt: at,
      activeAt: at,
    });
    if (!copy.success) return failed('IMSX.0050', 'the copy to deliver is incomplete');
    const kept: Unit = { ...unit, images: [...unit.images, copy.data] };
    if (typeof vaultId !== 'string' || typeof vaultGb !== 'number') return done(kept);
    return done(reserveVault(kept, { id: vaultId, gb: vaultGb }));
  },
};

/** The backup behind a full-ECS image is in the target region now, and is not copied there again. R-XCOPY-09 */
export const noteReplica: StepWork = {
  bookkeeping: true,
  own: (unit, job) => {
    const { backupId, region } = job.facts;
    const backups = unit.backups.map((backup) =>
      backup.id === backupId && typeof region === 'string' && !backup.copiedTo.includes(region)
        ? { ...backup, copiedTo: [...backup.copiedTo, region] }
        : backup,
    );
    return done({ ...unit, backups });
  },
};
