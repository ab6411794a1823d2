import { labCloud } from '../../src/cloud/lab-cloud.ts';
import type { Faults } from '../../src/cloud/lab-hands.ts';
import type { UnitStore } from '../../src/cloud/ports.ts';
import type { ProjectId } from '../../src/images/ids.ts';
import type { Unit } from '../../src/images/unit.ts';
import { at, aWorld } from '../images/builders.ts';

/** A clock that stands still until it is set forward; it begins when the jobs of the builders do. */
export function aClock() {
  let now = Date.parse(at);
  return Object.assign(() => now, {
    reach: (ms: number) => {
      now = Math.max(now, ms);
    },
  });
}

/** Does all that a project's jobs have to do, letting as much time pass as that takes. */
export async function drive(
  units: UnitStore,
  project: ProjectId,
  clock: ReturnType<typeof aClock>,
  faults?: Faults,
): Promise<void> {
  const { directory } = aWorld();
  const lab = labCloud({
    units,
    directory,
    profiles: new Map(),
    clock,
    timeScale: 1,
    ...(faults && { faults }),
  });
  const jobs = (await units.read(project))?.value.jobs ?? [];
  for (const { id } of jobs)
    for (;;) {
      const { dueAt } = await lab.advance(project, id);
      if (dueAt === undefined) break;
      clock.reach(dueAt);
    }
}

/** Puts units into an empty store. */
export async function fill(store: UnitStore, units: readonly Unit[]): Promise<void> {
  for (const unit of units) await store.commit(unit.project, 0, unit);
}

/** All units as they are, in the order of the projects. */
export async function unitsIn(store: UnitStore): Promise<readonly Unit[]> {
  const projects = [...(await store.projects())].sort();
  const stored = await Promise.all(projects.map((project) => store.read(project)));
  return stored.flatMap((one) => one?.value ?? []);
}
