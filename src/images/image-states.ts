import type { Image, ImageStatus } from './image.ts';

/** A column of SPEC 2.3: an image status, or active while a full-ECS image is usable in one AZ only. */
export type ImageState = ImageStatus | 'active-az';

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

export function stateOf({
  status,
  limitedToAz,
}: Pick<Image, 'status' | 'limitedToAz'>): ImageState {
  return status === 'active' && limitedToAz !== undefined ? 'active-az' : status;
}

export function allows(
  operation: StateBound,
  image: Pick<Image, 'status' | 'limitedToAz'>,
): boolean {
  return allowedStates[operation].includes(stateOf(image));
}

/** Removed for users; whether its data are scrubbed already makes no difference to them. */
export function isGone({ status }: Pick<Image, 'status'>): boolean {
  return status === 'pending_delete' || status === 'deleted';
}

/** Disk capacity in GB. R-CAP-01 */
export function capacityOf({ disks, minDisk }: Pick<Image, 'disks' | 'minDisk'>): number {
  return disks.length === 0 ? minDisk : disks.reduce((sum, { sizeGb }) => sum + sizeGb, 0);
}
