import type { Image, ImageStatus } from './image.ts';

/**
 * A column of SPEC 2.3: an image status; active while a full-ECS image is usable in one AZ only; or, a state of Goldie's
 * own, in the recycle bin. Nothing is allowed there but what the bin is for. docs/decisions/0007-recycle-bin.md
 */
export type ImageState = ImageStatus | 'active-az' | 'binned';

/** What the state of an image follows from. */
type Stateful = Pick<Image, 'status' | 'limitedToAz' | 'bin'>;

/** The operations whose permission depends on the image's state. */
export type StateBound =
  | 'modify'
  | 'copy'
  | 'export'
  | 'share'
  | 'unshare'
  | 'answer-share'
  | 'use'
  | 'delete';

/**
 * Which operation is allowed in which state; anything not listed is refused. SPEC 2.3
 * `use` in `active-az` is allowed in that AZ only (R-USE-03); `delete` while creating is decided by R-DEL-02.
 */
const allowedStates: Readonly<Record<StateBound, readonly ImageState[]>> = {
  modify: ['active'],
  copy: ['active'],
  export: ['active'],
  share: ['active'],
  unshare: ['queued', 'saving', 'active', 'active-az', 'killed'],
  'answer-share': ['active'],
  use: ['active', 'active-az'],
  delete: ['active', 'active-az', 'killed'],
};

export function stateOf({ status, limitedToAz, bin }: Stateful): ImageState {
  if (isBinned({ status, bin })) return 'binned';
  return status === 'active' && limitedToAz !== undefined ? 'active-az' : status;
}

export function allows(operation: StateBound, image: Stateful): boolean {
  return allowedStates[operation].includes(stateOf(image));
}

/** Deleted for good; whether its data are scrubbed already makes no difference to anybody. */
export function isRemoved({ status }: Pick<Image, 'status'>): boolean {
  return status === 'pending_delete' || status === 'deleted';
}

/** In the recycle bin: it uses the quota, and only restoring or purging it is possible. */
export function isBinned({ status, bin }: Pick<Image, 'status' | 'bin'>): boolean {
  return bin !== undefined && !isRemoved({ status });
}

/** Not there for users: deleted for good, or in the recycle bin. */
export function isGone(image: Pick<Image, 'status' | 'bin'>): boolean {
  return isRemoved(image) || isBinned(image);
}

/** Disk capacity in GB. R-CAP-01 */
export function capacityOf({ disks, minDisk }: Pick<Image, 'disks' | 'minDisk'>): number {
  return disks.length === 0 ? minDisk : disks.reduce((sum, { sizeGb }) => sum + sizeGb, 0);
}
