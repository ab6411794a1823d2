import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProjectId } from '../images/ids.ts';
import { makeFolder } from './replace-file.ts';
import { StateFault } from './state-fault.ts';

const RegionName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Which units have a file, and where: `units/<region>/<project>.json`. Known without opening any. */
export interface UnitFiles {
  projects(): readonly ProjectId[];
  /** The file of a project that has one; else where its unit in that region belongs; else undefined. */
  path(project: ProjectId, region?: string): string | undefined;
  /** Region the file of a project lies under. */
  region(project: ProjectId): string | undefined;
  /** The file of a project was written there. */
  placed(project: ProjectId, region: string): void;
  /** Something was written, or tried: looks whether the project has a file there by now. */
  noticed(project: ProjectId, region: string): Promise<void>;
}

/** @throws StateFault when a project has files in two regions: no one can say which of them counts */
export async function unitFiles(stateDir: string): Promise<UnitFiles> {
  const folder = join(stateDir, 'units');
  await makeFolder(folder);
  const regions = new Map<ProjectId, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const project = ProjectId.safeParse(entry.name.replace(/\.json$/, '')).data;
    if (!entry.isFile() || !entry.name.endsWith('.json') || project === undefined) continue;
    const region = entry.parentPath.slice(folder.length + 1);
    const other = regions.get(project);
    if (other !== undefined)
      throw new StateFault(folder, [
        `${project} has a file under ${other} and one under ${region}. A project lives in one region: take one of the two away.`,
      ]);
    regions.set(project, region);
  }
  return {
    projects: () => [...regions.keys()],
    region: (project) => regions.get(project),
    path(project, wanted) {
      const region = regions.get(project) ?? wanted;
      if (region === undefined) return undefined;
      if (!RegionName.test(region)) throw new Error(`"${region}" is not the name of a region`);
      return join(folder, region, `${ProjectId.parse(project)}.json`);
    },
    placed: (project, region) => void regions.set(project, region),
    async noticed(project, region) {
      if (regions.has(project) || !RegionName.test(region)) return;
      const there = await stat(join(folder, region, `${project}.json`)).catch(() => undefined);
      if (there?.isFile()) regions.set(project, region);
    },
  };
}
