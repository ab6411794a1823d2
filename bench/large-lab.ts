import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabCloud, labCloud } from '../src/cloud/lab-cloud.ts';
import { ProjectId } from '../src/images/ids.ts';
import type { Caller } from '../src/images/world.ts';
import { root } from '../src/root.ts';
import { openStateDir } from '../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../src/storage/unit-store.ts';
import { readTenancy } from '../src/tenancy/read-tenancy.ts';
import { seedUnits } from '../src/tenancy/seed-units.ts';
import { type Extent, projectId, writeLargeTenancy } from './large-tenancy.ts';

/** A lab cloud over files in a folder of its own. */
export interface LargeLab {
  readonly cloud: LabCloud;
  /** Where its files are. */
  readonly state: string;
  /** The project with this number. */
  project(at: number): ProjectId;
  /** Somebody who acts for it. */
  caller(at: number): Caller;
  /** Takes everything away. */
  close(): Promise<void>;
}

export async function aLargeLab(extent: Extent): Promise<LargeLab> {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-bench-'));
  await writeLargeTenancy(join(folder, 'tenancy'), extent);
  const tenancy = await readTenancy({
    tenancy: join(folder, 'tenancy'),
    clouds: join(root, 'data', 'clouds'),
    defaultCloud: 'huawei',
  });
  const dir = await openStateDir(join(folder, 'state'));
  const units = await lowdbUnitStore(dir);
  await seedUnits(tenancy, units);
  const { directory, profiles } = tenancy;
  const project = (at: number) => ProjectId.parse(projectId(at));
  return {
    cloud: labCloud({ units, directory, profiles, clock: Date.now, timeScale: 1 }),
    state: dir.path,
    project,
    caller: (at) => ({
      who: 'U0WEBOP',
      name: 'Ada',
      project: project(at),
      actions: new Set(['ims:images:list', 'ims:images:get', 'ims:images:update']),
    }),
    async close() {
      await dir.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
