import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Clouds } from './read-clouds.ts';
import { readTenancy, type Tenancy, type TenancyPlaces } from './read-tenancy.ts';
import { type SeedBed, seedUnits } from './seed-units.ts';
import { TenancyFault } from './tenancy-fault.ts';
import { pathsUnder, type YamlFile } from './yaml-files.ts';

/** What is needed of a tenancy once its projects have their units. */
export type SettledTenancy = Omit<Tenancy, 'outline' | 'unitOf'>;

/** How the outline of a tenancy is noted. */
interface OutlineFormat {
  readonly name: string;
  readonly edition: string;
  readonly note: z.ZodType<readonly YamlFile[]>;
}

/** What opening needs to remember an outline. Implemented in src/storage. */
interface OutlineNote {
  /** The outline of these very files, when it was noted and none of them has changed since. */
  readonly known: readonly YamlFile[] | undefined;
  learn(outline: readonly YamlFile[]): Promise<void>;
}

type LookAt = (format: OutlineFormat, files: readonly string[]) => Promise<OutlineNote>;

interface Places extends TenancyPlaces {
  readonly clouds: Clouds;
}

/** Changes whenever files that were found right before could be found wrong, or their outline holds something else. */
const edition = 1;

/**
 * The tenancy, with a unit in the store for each of its projects.
 *
 * Files that were read and checked before, and look as they did, are not read again: once every project has its unit, the
 * outline that was noted then says all that is needed.
 * @throws TenancyFault with every fault of every file
 */
export async function openTenancy(
  places: Places,
  store: SeedBed,
  lookAt: LookAt,
): Promise<SettledTenancy> {
  const files = places.written ? [] : ((await pathsUnder(places.tenancy)) ?? []);
  const note = files.length > 0 ? await lookAt(formatFor(places), files) : undefined;
  const known = note?.known && (await settled(places, note.known, store));
  if (known) return known;

  const tenancy = await readTenancy(places);
  await seedUnits(tenancy, store);
  await note?.learn(tenancy.outline);
  return tenancy;
}

/** The tenancy of an outline; undefined when some project has no unit yet, or when it cannot be what was noted. */
async function settled(
  places: Places,
  outline: readonly YamlFile[],
  store: SeedBed,
): Promise<SettledTenancy | undefined> {
  try {
    const tenancy = await readTenancy({ ...places, written: outline });
    const there = new Set(await store.projects());
    return tenancy.directory.projects().every(({ id }) => there.has(id)) ? tenancy : undefined;
  } catch (error) {
    if (error instanceof TenancyFault) return undefined;
    throw error;
  }
}

/** Whether belongings are right depends on the cloud of their project and its figures. */
function formatFor({ clouds, defaultCloud }: Places): OutlineFormat {
  const figures = hash('sha256', JSON.stringify([defaultCloud, [...clouds]]));
  return {
    name: 'tenancy',
    edition: `${edition}.${figures}`,
    note: z.array(z.object({ path: z.string(), data: z.unknown() })),
  };
}
