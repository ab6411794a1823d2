import type { World } from '../images/world.ts';
import { type Known, nothingKnown } from '../understanding/meaning.ts';

type Seen = Pick<World, 'own' | 'directory'>;

/** By the unit they were read from: a unit is never changed, only replaced. */
const made = new WeakMap<
  World['own'],
  { readonly directory: World['directory']; readonly known: Known }
>();

/**
 * The names that the asker may see: what they write is looked up among these. Gives the same object until something
 * changes, so that what was worked out from it can be used again.
 */
export function knownTo(asking: { readonly world: Seen } | undefined): Known {
  if (!asking) return nothingKnown;
  const { own, directory } = asking.world;
  const before = made.get(own);
  if (before?.directory === directory) return before.known;
  const known = namesIn(asking.world);
  made.set(own, { directory, known });
  return known;
}

/** Everybody may name every project; made once, because there may be thousands. */
const everywhere = new WeakMap<World['directory'], Pick<Known, 'projects' | 'regions'>>();

function namesEverywhere(directory: World['directory']): Pick<Known, 'projects' | 'regions'> {
  const before = everywhere.get(directory);
  if (before) return before;
  const projects = directory.projects();
  const names = {
    projects: projects.map(({ id, name }) => ({ id, name })),
    regions: [...new Set(projects.map(({ region }) => region))],
  };
  everywhere.set(directory, names);
  return names;
}

function namesIn({ own, directory }: Seen): Known {
  return {
    ...namesEverywhere(directory),
    images: [
      ...own.images.map(({ id, name }) => ({ id, name })),
      ...own.received.map(({ imageId, name }) => ({ id: imageId, name })),
      ...own.former.map(({ imageId, name }) => ({ id: imageId, name })),
      ...directory.publicImages(own.region).map(({ id, name }) => ({ id, name })),
    ],
    servers: own.servers.map(({ id, name }) => ({ id, name })),
    jobs: own.jobs.map(({ id }) => id),
    buckets: own.buckets.map(({ name }) => name),
    keys: own.keys.map(({ id, alias }) => ({ id, name: alias })),
    vaults: own.vaults.map(({ id, name }) => ({ id, name })),
    backups: own.backups.map(({ id, name }) => ({ id, name })),
  };
}
