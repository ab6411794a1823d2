import { isRemoved } from './image-states.ts';
import type { Profile } from './profile.ts';
import type { Server } from './server.ts';
import type { Unit } from './unit.ts';

/** A limit of a project in a region. `quota` null: the cloud states none. R-QUO-01 */
export interface Quota {
  readonly type: 'image' | 'image_shared' | 'image_member' | 'snapshot';
  readonly used: number;
  readonly quota: number | null;
  /** Smallest and largest value the quota can be set to. */
  readonly min: number;
  readonly max: number;
}

/** Private images that use the quota: all that are not deleted for good, also those still being made and those in the recycle bin. R-QUOTA-01, R-DEL-13 */
export function imagesUsed({ images }: Unit): number {
  return images.filter((image) => !isRemoved(image) && image.visibility !== 'public').length;
}

/** What a project has and may have. `image_member`: the members of its most widely shared image. R-QUO-01, R-QUOTA-02 */
export function quotaOf(unit: Unit, { quota, share }: Profile): readonly Quota[] {
  const { lowest: min, highest: max } = quota;
  const counts = unit.images.map(({ members }) => members.filter(counted(share)).length);
  const rows: readonly Pick<Quota, 'type' | 'used' | 'quota'>[] = [
    { type: 'image', used: imagesUsed(unit), quota: quota.images },
    {
      type: 'image_shared',
      used: unit.received.filter(({ status }) => status !== 'rejected').length,
      quota: quota.receivedShares,
    },
    { type: 'image_member', used: Math.max(0, ...counts), quota: share.maxMembers.system },
    ...(quota.snapshots === null
      ? []
      : [{ type: 'snapshot', used: unit.snapshotsUsed, quota: quota.snapshots } as const]),
  ];
  return rows.map((row) => ({ ...row, min, max }));
}

/** Snapshots that an image of a server takes where data disks are included: one per cloud disk. R-QUOTA-03, R-JDC-06 */
export function snapshotsFor({ disks, rootDevice }: Server): number {
  return disks.filter(
    ({ role, storage }) => storage !== 'local' && (role === 'data' || rootDevice === 'cloudDisk'),
  ).length;
}

function counted({ countStatuses }: Profile['share']) {
  return ({ status }: { readonly status: Profile['share']['countStatuses'][number] }) =>
    countStatuses.includes(status);
}
