import type { Lifecycle } from '../decision.ts';
import { findImage } from '../find-image.ts';
import { record } from '../record.ts';
import { removeImage, scrubJob } from '../remove-image.ts';
import { type BinCase, binnedImage, purgeRules } from '../rules/bin.ts';
import { ownersDelete } from '../rules/delete.ts';
import { imageIdFits, imageVisible } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';

/** Delete one image of the recycle bin for good, named by its ID. */
export interface PurgeImage {
  readonly image: string;
}

/** Deletes an image of the bin for good, with what was asked to go along when it was deleted. T8, T10 */
export const purgeImage: Lifecycle<PurgeImage, BinCase> = {
  operation: 'image.purge',
  rules: [needs('ims:images:delete'), imageIdFits, imageVisible, ownersDelete, ...purgeRules],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world } = given;
    const deed = { operation: 'image.purge', trace: 'deleteImage' } as const;
    const image = binnedImage(given);
    if (!image) return record(world.own, world, cause, deed);
    const job = scrubJob(world, cause, image, 'image.purge');
    return record(removeImage(world, image, image.bin), world, cause, { ...deed, image, job });
  },
};
