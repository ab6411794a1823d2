import { expect } from 'vitest';
import { type LabCloud, labCloud } from '../../src/cloud/lab-cloud.ts';
import type { UnitStore } from '../../src/cloud/ports.ts';
import type { ProjectId } from '../../src/images/ids.ts';
import type { Profile } from '../../src/images/profile.ts';
import type { Unit } from '../../src/images/unit.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbUnitStore, memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aWorld } from '../images/builders.ts';
import { aClock, fill, unitsIn } from './drive.ts';

/** What a process dies of in a test. */
const death = new Error('killed');

/** A store that can be left and opened again. */
interface Home {
  open(clock: () => number): Promise<UnitStore>;
  close(): Promise<void>;
}

/** Files in a folder, read anew by every life. */
export function inFiles(folder: string): Home {
  let close = async () => {};
  return {
    async open(clock) {
      const dir = await openStateDir(folder);
      close = () => dir.close();
      return lowdbUnitStore(dir, clock);
    },
    close: () => close(),
  };
}

/** Memory that outlives the process: what is tested is the order of the writes alone. */
export function inMemory(): Home {
  let units: UnitStore | undefined;
  return {
    async open(clock) {
      units ??= memoryUnitStore(clock);
      return units;
    },
    close: async () => {},
  };
}

/** When the process dies next: at its n-th write from now, before it (`false`) or right after it (`true`). */
export interface Death {
  readonly write: number;
  readonly written: boolean;
}

/** A cloud that lives on after its process died, as often as that happens. */
export async function severalLives(home: Home, profile: Profile, seed: readonly Unit[]) {
  const clock = aClock();
  let units = await home.open(clock);
  await fill(units, seed);
  let next: Death | undefined;
  let lab = born();

  return {
    attempt,
    all,
    settle,
    later,
    dieAt(at: Death) {
      next = at;
    },
  };

  function born(): LabCloud {
    return labCloud({
      units: { ...units, commit },
      directory: aWorld().directory,
      profiles: new Map([['huawei', profile]]),
      clock,
      timeScale: 1,
      binDays: 7,
    });
  }

  async function commit(project: ProjectId, basedOn: number, unit: Unit): Promise<boolean> {
    if (next === undefined) return units.commit(project, basedOn, unit);
    next = { ...next, write: next.write - 1 };
    if (next.write > 0) return units.commit(project, basedOn, unit);
    const { written } = next;
    next = undefined;
    if (written) await units.commit(project, basedOn, unit);
    throw death;
  }

  /** Does something, in a new life again when the process dies over it, as after a redelivery. Gives true when it died. */
  async function attempt(deed: (cloud: LabCloud) => Promise<unknown>): Promise<boolean> {
    try {
      await deed(lab);
      return false;
    } catch (error) {
      if (error !== death) throw error;
      const left = await unitsIn(units);
      await home.close();
      clock.reach(clock() + 60_000);
      units = await home.open(clock);
      expect(await unitsIn(units)).toEqual(left);
      lab = born();
      await deed(lab);
      return true;
    }
  }

  function all(): Promise<readonly Unit[]> {
    return unitsIn(units);
  }

  /** Lets some time pass: jobs and recycle bins go as far as they come in it. */
  async function later(seconds: number): Promise<void> {
    clock.reach(clock() + seconds * 1000);
    await attempt(moveAll);
  }

  /** Lets as much time pass as all jobs need to end. */
  async function settle(): Promise<void> {
    for (let turns = 0; (await open()).length > 0; turns += 1) {
      if (turns > 300) throw new Error(`these jobs never end: ${JSON.stringify(await open())}`);
      const dues: number[] = [];
      await attempt(async (cloud) => void dues.push(...(await moveAll(cloud))));
      if (dues.length > 0) clock.reach(Math.min(...dues));
    }
  }

  /** Moves every job as far as it goes now, and gives when the next ones are due. */
  async function moveAll(cloud: LabCloud): Promise<readonly number[]> {
    const dues: number[] = [];
    for (const { project, id } of await open()) {
      let { dueAt } = await cloud.advance(project, id);
      while (dueAt !== undefined && dueAt <= clock())
        ({ dueAt } = await cloud.advance(project, id));
      if (dueAt !== undefined) dues.push(dueAt);
    }
    for (const { project } of await all()) await cloud.advanceBin(project);
    return dues;
  }

  async function open() {
    return (await all()).flatMap(({ project, jobs }) =>
      jobs.filter(({ endedAt }) => endedAt === undefined).map((job) => ({ project, ...job })),
    );
  }
}
