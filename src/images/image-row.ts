import type { ImageId, Instant, ProjectId } from './ids.ts';
import type { Image } from './image.ts';
import type { MemberStatus, Received } from './member.ts';

/** One line of a list of images. */
export interface ImageRow {
  readonly id: ImageId;
  readonly name: string;
  readonly relation: 'own' | 'member' | 'public';
  readonly owner: ProjectId;
  readonly type: Image['type'];
  /** Disk capacity in GB; undefined for full-ECS images, which lists show as `--`. R-LIST-08 */
  readonly sizeGb?: number;
  /** Smallest system or data disk to make of it, in GB. */
  readonly minDisk: number;
  readonly osVersion?: string;
  readonly createdAt: Instant;
  /** Of received images: the share status. */
  readonly share?: MemberStatus;
  /** The full record; of received images only where their owner's unit is at hand, since the owner keeps it. */
  readonly image?: Image;
}

export function rowOf(image: Image, relation: 'own' | 'public'): ImageRow {
  const { id, name, owner, type, minDisk, osVersion, createdAt } = image;
  return {
    id,
    name,
    relation,
    owner,
    type,
    minDisk,
    createdAt,
    image,
    ...(type !== 'full-ecs' && { sizeGb: minDisk }),
    ...(osVersion && { osVersion }),
  };
}

/** @param image the owner's record, if it is at hand: recipients can search by what the owner has said. R-TAGOP-05 */
export function receivedRow(
  { imageId, name, owner, type, minDisk, osVersion, ...offer }: Received,
  image: Image | undefined,
): ImageRow {
  return {
    id: imageId,
    name,
    relation: 'member',
    owner,
    type,
    minDisk,
    createdAt: offer.offeredAt,
    share: offer.status,
    ...(type !== 'full-ecs' && { sizeGb: minDisk }),
    ...(osVersion && { osVersion }),
    ...(image && { image }),
  };
}
