import type { Lifecycle } from '../decision.ts';
import { findImage } from '../find-image.ts';
import { withImage } from '../members.ts';
import { record } from '../record.ts';
import { type BinCase, binnedImage, restoreRules } from '../rules/bin.ts';
import { ownersDelete } from '../rules/delete.ts';
import { imageIdFits, imageVisible } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';

/** Restore one image of the recycle bin, named by its ID. */
export interface RestoreImage {
  readonly image: string;
}

/** Brings an image back out of the bin, at once, as it was except for its members. docs/decisions/0007-recycle-bin.md */
export const restoreImage: Lifecycle<RestoreImage, BinCase> = {
  operation: 'image.restore',
  rules: [needs('ims:images:delete'), imageIdFits, imageVisible, ownersDelete, ...restoreRules],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world } = given;
    const deed = { operation: 'image.restore', trace: 'restoreImage' } as const;
    const binned = binnedImage(given);
    if (!binned) return record(world.own, world, cause, deed);
    const { bin: _, ...image } = binned;
    const unit = withImage(world.own, { ...image, updatedAt: world.now });
    return record(unit, world, cause, { ...deed, image });
  },
};
