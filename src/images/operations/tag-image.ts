import type { Lifecycle } from '../decision.ts';
import { findImage } from '../find-image.ts';
import { withImage } from '../members.ts';
import { record } from '../record.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import {
  type TagCase,
  type TagImage,
  tagImageRules,
  tagsAfter,
  type UntagCase,
  type UntagImage,
  untagImageRules,
} from '../rules/tag-image.ts';

export type { TagImage, UntagImage };

/** Gives an image tags, at once. SPEC 3.21 */
export const tagImage: Lifecycle<TagImage, TagCase> = {
  operation: 'image.tag',
  rules: [needs('ims:images:update'), ...imageThere, imageVisible, ...tagImageRules],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.tag', trace: 'addTag' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const tagged = { ...image, tags: tagsAfter(image.tags, request.tags), updatedAt: world.now };
    const facts = { tags: request.tags.join(' ') };
    return record(withImage(world.own, tagged), world, cause, { ...deed, image, facts });
  },
};

/** Takes tags off an image, at once. Of several keys those that are not there count as removed. SPEC 3.21 */
export const untagImage: Lifecycle<UntagImage, UntagCase> = {
  operation: 'image.untag',
  rules: [needs('ims:images:update'), ...imageThere, imageVisible, ...untagImageRules],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.untag', trace: 'deleteTag' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const left = Object.entries(image.tags).filter(([key]) => !request.keys.includes(key));
    const bare = { ...image, tags: Object.fromEntries(left), updatedAt: world.now };
    const facts = { keys: request.keys.join(' ') };
    return record(withImage(world.own, bare), world, cause, { ...deed, image, facts });
  },
};
