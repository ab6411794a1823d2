import type { Instant, ProjectId } from './ids.ts';
import type { Image } from './image.ts';
import type { Member, MemberStatus } from './member.ts';
import type { Unit } from './unit.ts';

export function memberOf(
  { members }: Pick<Image, 'members'>,
  project: ProjectId,
): Member | undefined {
  return members.find((member) => member.project === project);
}

/** How many members use the sharing quota. R-SHARE-05 */
export function countedMembers(
  { members }: Pick<Image, 'members'>,
  counted: readonly MemberStatus[],
): number {
  return members.filter(({ status }) => counted.includes(status)).length;
}

/** Adds members or replaces those of the same project; an image with members is `shared`. */
export function withMembers(image: Image, changed: readonly Member[], at: Instant): Image {
  const replaced = new Set(changed.map(({ project }) => project));
  const kept = image.members.filter(({ project }) => !replaced.has(project));
  return seen({ ...image, members: [...kept, ...changed], updatedAt: at });
}

/** Takes members out; with the last one the image is `private` again. R-UNSH-05 */
export function withoutMembers(image: Image, projects: readonly ProjectId[], at: Instant): Image {
  const members = image.members.filter(({ project }) => !projects.includes(project));
  return seen({ ...image, members, updatedAt: at });
}

/** Puts the new state of an image in place of the old one. */
export function withImage(unit: Unit, image: Image): Unit {
  return { ...unit, images: unit.images.map((each) => (each.id === image.id ? image : each)) };
}

function seen(image: Image): Image {
  if (image.visibility === 'public') return image;
  return { ...image, visibility: image.members.length > 0 ? 'shared' : 'private' };
}
