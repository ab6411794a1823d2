import type { ProjectId } from './ids.ts';
import type { Image } from './image.ts';
import { isGone } from './image-states.ts';
import type { MemberStatus, Received } from './member.ts';
import type { World } from './world.ts';

/** An image as the caller may see it. */
export type Found =
  | { readonly relation: 'own'; readonly name: string; readonly image: Image }
  | { readonly relation: 'public'; readonly name: string; readonly image: Image }
  | {
      readonly relation: 'member';
      readonly name: string;
      readonly owner: ProjectId;
      readonly share: MemberStatus;
      /** The owner's record, when the owner's unit was loaded. */
      readonly image?: Image;
      readonly received?: Received;
    };

/** Finds an image by ID among the caller's own, those offered to the caller, and the public ones of the region. */
export function findImage(world: World, id: string): Found | undefined {
  const own = world.own.images.find((image) => image.id === id);
  if (own) return { relation: 'own', name: own.name, image: own };
  const offered = findOffered(world, id);
  if (offered) return offered;
  const open = world.directory.publicImages(world.own.region).find((image) => image.id === id);
  return open && { relation: 'public', name: open.name, image: open };
}

/** An image somebody else owns and offers to the caller. The owner's record decides where it is at hand. */
function findOffered({ own, others }: World, id: string): Found | undefined {
  const received = own.received.find(({ imageId }) => imageId === id);
  for (const unit of others.values()) {
    const image = unit.images.find((each) => each.id === id);
    const member = image?.members.find(({ project }) => project === own.project);
    if (image && member && !isGone(image))
      return {
        relation: 'member',
        name: image.name,
        owner: image.owner,
        share: member.status,
        image,
        ...(received && { received }),
      };
  }
  if (!received || others.has(received.owner)) return undefined;
  const { name, owner, status } = received;
  return { relation: 'member', name, owner, share: status, received };
}
