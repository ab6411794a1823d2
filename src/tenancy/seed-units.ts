import type { ProjectId } from '../images/ids.ts';
import type { Unit } from '../images/unit.ts';

/** What seeding needs of a unit store. */
interface SeedBed {
  read(project: ProjectId): Promise<unknown>;
  commit(project: ProjectId, basedOn: number, next: Unit): Promise<boolean>;
}

/**
 * Puts the units of a tenancy into a store, where there are none yet. What is there stays as it is, so a start that was
 * cut short is completed by the next one.
 * @returns the projects whose unit was put in
 */
export async function seedUnits(
  units: readonly Unit[],
  store: SeedBed,
): Promise<readonly ProjectId[]> {
  const seeded: ProjectId[] = [];
  for (const unit of units) {
    if ((await store.read(unit.project)) !== undefined) continue;
    if (await store.commit(unit.project, 0, unit)) seeded.push(unit.project);
  }
  return seeded;
}
