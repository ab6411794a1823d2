import type { ProjectId } from '../images/ids.ts';
import type { Unit } from '../images/unit.ts';
import type { UnitStore } from './ports.ts';

/** How often somebody else may be faster before something must be wrong. */
const mostTries = 50;

/**
 * Changes a unit as it is now, looking again whenever somebody else was faster.
 * @param change gives undefined when nothing is to be changed
 * @returns the unit as it is then
 */
export async function changeUnit(
  read: (project: ProjectId) => Promise<{ readonly value: Unit; readonly version: number }>,
  units: Pick<UnitStore, 'commit'>,
  project: ProjectId,
  change: (unit: Unit) => Unit | undefined,
): Promise<Unit> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { value, version } = await read(project);
    const next = change(value);
    if (next === undefined || next === value) return value;
    if (await units.commit(project, version, next)) return next;
  }
  throw new Error(`The unit of ${project} changed ${mostTries} times while it was to be changed`);
}
