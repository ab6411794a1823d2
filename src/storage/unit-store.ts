import type { UnitStore } from '../cloud/ports.ts';
import { ProjectId } from '../images/ids.ts';
import { type AuditLine, Unit } from '../images/unit.ts';
import { type AuditArchive, filedAuditArchive, memoryAuditArchive } from './audit-archive.ts';
import { filedDocuments, heldDocuments } from './documents.ts';
import type { FileFormat } from './file-format.ts';
import { trimUnit } from './retention.ts';
import type { StateDir } from './state-dir.ts';
import { StateFault } from './state-fault.ts';
import { unitFiles } from './unit-files.ts';

const format: FileFormat<Unit> = { name: 'unit', schema: Unit, migrations: [] };

/** A unit store that also knows the audit lines which have left the units. */
export interface ArchivingUnitStore extends UnitStore {
  /** Audit lines of a project that its unit no longer holds, oldest first. */
  archived(project: ProjectId): Promise<readonly AuditLine[]>;
}

/**
 * Units as files, one per project and region. What it hands out is frozen; commits of one unit take turns, of different
 * units run side by side. A commit takes out of the unit what has outlived its use (see `trimUnit`).
 * @throws StateFault, here or on reading, when a file cannot be trusted
 */
export async function lowdbUnitStore(
  dir: StateDir,
  clock: () => number = Date.now,
): Promise<ArchivingUnitStore> {
  const files = await unitFiles(dir.path);
  const archive = filedAuditArchive(dir);
  const units = filedDocuments(
    format,
    (key, next) => files.path(ProjectId.parse(key), next?.region),
    trimming(archive, clock),
  );
  return {
    async read(project) {
      const stored = await units.read(project);
      const file = files.path(project);
      if (stored && file && !belongs(stored.value, project, files.region(project)))
        throw new StateFault(file, [
          `It holds the unit of ${stored.value.project} in ${stored.value.region}, which belongs elsewhere.`,
        ]);
      return stored;
    },
    async commit(project, basedOn, next) {
      assertFits(project, next, files.region(project));
      try {
        return await units.commit(project, basedOn, next);
      } finally {
        // Asked of the disk: a write that failed in its last moment may have left the file nevertheless.
        await files.noticed(project, next.region);
      }
    },
    projects: async () => files.projects(),
    archived: archive.read,
  };
}

/** Units that last as long as the process; otherwise the same promises. */
export function memoryUnitStore(clock: () => number = Date.now): ArchivingUnitStore {
  const regions = new Map<ProjectId, string>();
  const archive = memoryAuditArchive();
  const units = heldDocuments(format, trimming(archive, clock));
  return {
    read: (project) => units.read(project),
    async commit(project, basedOn, next) {
      assertFits(project, next, regions.get(project));
      const committed = await units.commit(project, basedOn, next);
      if (committed) regions.set(project, next.region);
      return committed;
    },
    projects: async () => [...regions.keys()],
    archived: archive.read,
  };
}

/** Archives first, then lets the unit be written: a crash between the two doubles lines and loses none. */
function trimming(archive: AuditArchive, clock: () => number) {
  const openedAt = clock();
  return async (next: Unit): Promise<Unit> => {
    const { unit, archived } = trimUnit(next, clock(), openedAt);
    if (archived.length > 0) await archive.add(unit.project, archived);
    return unit;
  };
}

function assertFits(project: ProjectId, next: Unit, region = next.region): void {
  if (!belongs(next, project, region))
    throw new Error(
      `The unit of ${next.project} in ${next.region} cannot be kept as that of ${project} in ${region}`,
    );
}

function belongs(unit: Unit, project: ProjectId, region: string | undefined): boolean {
  return unit.project === project && unit.region === region;
}
