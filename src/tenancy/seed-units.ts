import type { ProjectId } from '../images/ids.ts';
import type { Unit } from '../images/unit.ts';
import type { Tenancy } from './read-tenancy.ts';

/** What seeding needs of a unit store. */
export interface SeedBed {
  projects(): Promise<readonly ProjectId[]>;
  plant(units: Iterable<Unit>): Promise<void>;
}

/**
 * Puts the units of a tenancy into a store, where there are none yet. What is there stays as it is, so a start that was
 * cut short is completed by the next one. Each unit is made when its turn comes, so they need not fit into memory.
 * @returns the projects whose unit was put in
 */
export async function seedUnits(
  { directory, unitOf }: Pick<Tenancy, 'directory' | 'unitOf'>,
  store: SeedBed,
): Promise<readonly ProjectId[]> {
  const there = new Set(await store.projects());
  const missing = directory
    .projects()
    .map(({ id }) => id)
    .filter((id) => !there.has(id));
  await store.plant(made(missing, unitOf));
  return missing;
}

function* made(projects: readonly ProjectId[], unitOf: Tenancy['unitOf']): Generator<Unit> {
  for (const project of projects) yield unitOf(project);
}
