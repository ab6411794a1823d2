import { type Found, findImage } from './find-image.ts';
import { isGone } from './image-states.ts';
import type { Job } from './job.ts';
import type { Member } from './member.ts';
import { isOpen } from './record.ts';
import type { World } from './world.ts';

/** Everything the caller may see of one image. */
export interface ImageDetails {
  readonly found: Found;
  /** Who it is shared with; only its owner may know. */
  readonly members: readonly Member[];
  /** The caller's open work on it. */
  readonly jobs: readonly Job[];
}

/** One image by ID, or undefined when the caller can see none by that ID. A deleted one is shown while its record is kept. */
export function showImage(world: World, id: string): ImageDetails | undefined {
  const found = findImage(world, id);
  if (!found) return undefined;
  return {
    found,
    members: found.relation === 'own' ? found.image.members : [],
    jobs: world.own.jobs.filter((job) => job.imageId === id && isOpen(job)),
  };
}

/** Every image the caller can name: own, offered by others (accepted or not), and public ones of the region. */
export function visibleImages(world: World): readonly (Found & { readonly id: string })[] {
  const own = world.own.images.filter((image) => !isGone(image)).map(({ id }) => id);
  const offered = world.own.received.map(({ imageId }) => imageId);
  const open = world.directory.publicImages(world.own.region).map(({ id }) => id);
  return [...new Set<string>([...own, ...offered, ...open])].flatMap((id) => {
    const found = findImage(world, id);
    return found ? [{ ...found, id }] : [];
  });
}

/** Images that a person may mean by a name: those called exactly so, else those whose name differs in case only. R-NAME-07 */
export function imagesNamed(
  world: World,
  name: string,
): readonly (Found & { readonly id: string })[] {
  const all = visibleImages(world);
  const exact = all.filter((each) => each.name === name || each.id === name);
  if (exact.length > 0) return exact;
  return all.filter((each) => each.name.toLowerCase() === name.toLowerCase());
}
