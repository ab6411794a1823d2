import type { World } from '../images/world.ts';
import { type Known, nothingKnown } from '../understanding/meaning.ts';

/** The names that the asker may see: what they write is looked up among these. */
export function knownTo(
  asking: { readonly world: Pick<World, 'own' | 'directory'> } | undefined,
): Known {
  if (!asking) return nothingKnown;
  const { own, directory } = asking.world;
  return {
    images: [
      ...own.images.map(({ id, name }) => ({ id, name })),
      ...own.received.map(({ imageId, name }) => ({ id: imageId, name })),
      ...directory.publicImages(own.region).map(({ id, name }) => ({ id, name })),
    ],
    servers: own.servers.map(({ id, name }) => ({ id, name })),
    projects: directory.projects().map(({ id, name }) => ({ id, name })),
    regions: [...new Set(directory.projects().map(({ region }) => region))],
    jobs: own.jobs.map(({ id }) => id),
  };
}
