import type { Instant } from './ids.ts';
import type { Image } from './image.ts';
import type { Unit } from './unit.ts';
import type { World } from './world.ts';

/** Notes on the unit's own images that something was just made of them, or that somebody took them into use. */
export function withUse(unit: Unit, ids: readonly string[], at: Instant): Unit {
  if (!unit.images.some(({ id }) => ids.includes(id))) return unit;
  const images = unit.images.map((image) =>
    ids.includes(image.id) ? { ...image, lastUsedAt: at } : image,
  );
  return { ...unit, images };
}

/**
 * When an image was last used: a server or disk was made of it, or a share of it was offered or answered. Servers of other
 * projects count as far as their units were loaded. Undefined: as far as is known, never.
 */
export function lastUse({ own, others }: Pick<World, 'own' | 'others'>, image: Image) {
  const made = [own, ...others.values()]
    .flatMap(({ servers }) => servers)
    .flatMap(({ originImage, createdAt }) =>
      originImage.id === image.id && createdAt ? createdAt : [],
    );
  const shared = image.members.map(({ updatedAt }) => updatedAt);
  return [...made, ...shared, ...(image.lastUsedAt ? [image.lastUsedAt] : [])].toSorted().at(-1);
}
