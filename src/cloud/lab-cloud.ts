import type { ProjectId } from '../images/ids.ts';
import type { Profile } from '../images/profile.ts';
import { Unit } from '../images/unit.ts';
import type { Directory, Project, World } from '../images/world.ts';
import { labBin } from './lab-bin.ts';
import type { Faults } from './lab-hands.ts';
import { labHands } from './lab-hands.ts';
import type { Cloud, Hands, Stored, UnitStore, View } from './ports.ts';

export interface LabCloudParts {
  readonly units: UnitStore;
  readonly directory: Directory;
  /** Cloud ID -> its limits. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** ms since the epoch. */
  readonly clock: () => number;
  /** How much faster than documented the lab works; 1 is real time. */
  readonly timeScale: number;
  /** What happens to work for which there is no room at the moment; it waits, unless given. R-FLOW-01, R-COPY-05, R-XCOPY-04 */
  readonly whenFull?: World['whenFull'];
  /** Days that deleted images stay in the recycle bin, by the calendar; 0: no bin. */
  readonly binDays?: number;
  /** Makes steps fail, to see what happens then. */
  readonly faults?: Faults;
}

/** A week. */
const defaultBinDays = 7;

/** The embedded cloud, which also says when it changed something. */
export interface LabCloud extends Cloud, Hands {
  /** `listener` is told of each project whose unit was committed through `commit`. */
  onCommit(listener: (project: ProjectId) => void): void;
}

/** A cloud made of units and the documented durations. Its state is in the store alone: it can be stopped at any time. */
export function labCloud(parts: LabCloudParts): LabCloud {
  const { units, directory, profiles, clock, whenFull = 'wait', binDays = defaultBinDays } = parts;
  const listeners: ((project: ProjectId) => void)[] = [];

  async function read(id: ProjectId): Promise<Stored<Unit>> {
    return (await units.read(id)) ?? { value: emptyUnit(known(directory, id)), version: 0 };
  }

  function profileOf(id: ProjectId): Profile {
    const { cloud, name } = known(directory, id);
    const profile = profiles.get(cloud);
    if (profile === undefined)
      throw new Error(`${name} is in the cloud ${cloud}, which has no profile`);
    return profile;
  }

  return {
    directory,
    profileOf,
    async look(caller, others = []): Promise<View> {
      const profile = profileOf(caller.project);
      const named = [...new Set(others)].filter(
        (id) => id !== caller.project && directory.project(id) !== undefined,
      );
      const [own, ...loaded] = await Promise.all([read(caller.project), ...named.map(read)]);
      return {
        version: own.version,
        world: {
          now: new Date(clock()).toISOString(),
          profile,
          binDays,
          caller,
          own: own.value,
          others: new Map(loaded.map(({ value }) => [value.project, value])),
          directory,
          whenFull,
        },
      };
    },
    async commit(project, basedOn, next) {
      const committed = await units.commit(project, basedOn, next);
      if (committed) for (const listener of listeners) listener(project);
      return committed;
    },
    onCommit: (listener) => void listeners.push(listener),
    advance: labHands({ ...parts, read }),
    advanceBin: labBin({ ...parts, read, profileOf }),
  };
}

function known(directory: Directory, id: ProjectId): Project {
  const project = directory.project(id);
  if (project === undefined) throw new Error(`There is no project ${id}`);
  return project;
}

function emptyUnit({ id, region }: Project): Unit {
  return Unit.parse({ schema: 1, project: id, region });
}
