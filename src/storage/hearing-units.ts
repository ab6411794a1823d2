import type { UnitStore } from '../cloud/ports.ts';
import type { ProjectId } from '../images/ids.ts';

/** The same store, which calls back after each commit, whoever made it. */
export function hearing<Store extends UnitStore>(
  units: Store,
  committed: (project: ProjectId) => void,
): Store {
  return {
    ...units,
    async commit(project, basedOn, next) {
      const done = await units.commit(project, basedOn, next);
      if (done) committed(project);
      return done;
    },
  };
}
