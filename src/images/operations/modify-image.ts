import type { Lifecycle } from '../decision.ts';
import { findImage } from '../find-image.ts';
import { withImage } from '../members.ts';
import { record } from '../record.ts';
import { changeOf, type ModifyCase, type ModifyImage, modifyRules } from '../rules/modify.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';

export type { ModifyImage };

/** Changes one attribute of an image, at once. SPEC 3.13 */
export const modifyImage: Lifecycle<ModifyImage, ModifyCase> = {
  operation: 'image.modify',
  rules: [needs('ims:images:update'), ...imageThere, imageVisible, ...modifyRules],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.modify', trace: 'updateImage' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const changed = { ...image, ...changeOf(request), updatedAt: world.now };
    const { field, value } = request;
    return record(withImage(world.own, changed), world, cause, {
      ...deed,
      image: changed,
      facts: { field, value },
    });
  },
};
