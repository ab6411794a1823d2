import type { ProjectId } from '../images/ids.ts';
import type { Profile } from '../images/profile.ts';
import type { Unit } from '../images/unit.ts';
import { binDue, emptyBin } from '../images/work/empty-bin.ts';
import type { Directory } from '../images/world.ts';
import { changeUnit } from './change.ts';
import { idsFor } from './ids.ts';
import type { Hands, Stored, UnitStore } from './ports.ts';

interface Parts {
  readonly units: UnitStore;
  readonly directory: Directory;
  readonly read: (project: ProjectId) => Promise<Stored<Unit>>;
  readonly profileOf: (project: ProjectId) => Profile;
  readonly clock: () => number;
}

/**
 * Empties the recycle bin by the calendar, not by the lab's faster time. What is due is written in the images themselves, so
 * that a restart or a long sleep only makes it late.
 */
export function labBin(parts: Parts): Hands['advanceBin'] {
  const { units, directory, read, profileOf, clock } = parts;
  return async (project) => {
    let began = false;
    const after = await changeUnit(read, units, project, (unit) => {
      const now = new Date(clock()).toISOString();
      const due = binDue(unit);
      began = due !== undefined && due <= now;
      if (!began) return undefined;
      const profile = profileOf(project);
      const newIds = (key: string) => idsFor(key, profile.imageId.style);
      return emptyBin(unit, { profile, directory, now }, newIds);
    });
    const due = binDue(after);
    // what was begun now is work for the next look
    const dueAt = began ? clock() : due === undefined ? undefined : Date.parse(due);
    return { unit: after, touched: [], ...(dueAt !== undefined && { dueAt }) };
  };
}
